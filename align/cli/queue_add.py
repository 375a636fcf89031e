"""`align queue add`: candidates from JSONL into the queue."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from align.cli.candidate_lines import name_of, read_candidates
from align.cli.drafts import InputError
from align.cli.output import Output, bar, complain
from align.cli.stream import opened
from align.operators.settings import open_desk
from align.runner.queue import CandidateQueue
from specs.document.nearest import did_you_mean
from specs.store.errors import StoreError, StoreUnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from align.gate.candidate import Candidate

    Numbered: TypeAlias = tuple[int, Candidate]
    Refuse: TypeAlias = Callable[[int, str], None]

_TOGETHER: Final = 500
"""Candidates in one transaction."""


def add_candidates(url: str | None, source: str) -> int:
    """Queue the candidates of a JSONL file (or `-`); a bad line is named, and the others are queued."""
    desk = open_desk(url)
    queue, personas = CandidateQueue(desk.engine), desk.store.personas()
    bad: list[int] = []
    output, name = Output(), name_of(source)
    new = read = 0

    def refuse(number: int, problem: str) -> None:
        bad.append(number)
        complain(f"{name}:{number}: {problem}")

    def checked(candidate: Candidate) -> Candidate:
        if candidate.persona in personas:
            return candidate
        # Nothing of it can ever pass.
        meant = did_you_mean(candidate.persona, personas)
        raise InputError(f"persona: no facts of '{candidate.persona}' in the store{meant}")

    with opened(source) as stream, bar(output, stream) as progress:
        lines = read_candidates(stream, name, bad, progress, checked)
        while some := list(islice(lines, _TOGETHER)):
            added = _added(queue, some, refuse)
            new += added[0]
            read += added[1]
    before = f", {read - new} were queued already" if read > new else ""
    output.show([((f"{new} queued{before}", ""),)])
    return 2 if bad else 0


def _added(queue: CandidateQueue, some: Sequence[Numbered], refuse: Refuse) -> tuple[int, int]:
    """Return how many candidates are new, and how many are in the queue now; one that cannot be there is refused."""
    try:
        return queue.add(candidate for _, candidate in some), len(some)
    except StoreUnavailableError:
        raise
    except StoreError as error:
        if len(some) == 1:
            refuse(some[0][0], str(error))
            return 0, 0
    # One of them is at fault, and has kept the others out: each by itself.
    each = [_added(queue, [one], refuse) for one in some]
    return sum(new for new, _ in each), sum(there for _, there in each)
