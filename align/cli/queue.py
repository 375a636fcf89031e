"""`align queue`: what waits to be worked on, and what became of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from align.audit.documents import candidate_json
from align.cli.drafts import InputError, parse_now
from align.cli.output import Output
from align.cli.report import excerpt
from align.cli.visible import visible
from align.runner.queue import CandidateQueue
from specs.store.engine import DEFAULT_URL, open_engine

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from align.cli.report import Line
    from align.runner.queue import QueuedCandidate, QueueStatus

STATUS_STYLES: Final = {"dispatched": "green", "pending_review": "yellow", "held": "red", "failed": "red"}


def list_candidates(
    url: str | None, status: QueueStatus | None, persona: str | None, limit: int, *, form: str
) -> int:
    """Print a line for each candidate, without its words."""
    found = _queue(url).find(status, persona=persona, limit=limit)
    if form == "jsonl":
        Output().show([((json.dumps(_row(candidate)), ""),) for candidate in found])
    else:
        Output().show([_head(candidate) for candidate in found] or [(("no candidates", ""),)])
    return 0


def show_candidate(url: str | None, persona: str, name: str, *, form: str) -> int:
    """Print one candidate with its words."""
    found = _queue(url).get(persona, name)
    if found is None:
        raise InputError(f"no candidate '{name}' of '{persona}' in the queue")
    output = Output()
    if form == "json":
        words = None if found.candidate is None else candidate_json(found.candidate)
        document = {**_row(found), "candidate": words, "waiting_body": found.body}
        output.show([((line, ""),) for line in json.dumps(document, indent=2).splitlines()])
    else:
        output.show(list(_lines(found, output.width)))
    return 0


def requeue(url: str | None, persona: str, name: str) -> int:
    """Have a held or failed candidate worked on again."""
    _queue(url).requeue(persona, name)
    Output().show([((f"queued again: {visible(persona)}/{visible(name)}", ""),)])
    return 0


def prune(url: str | None, before: str) -> int:
    """Erase the words of candidates that came to an end before a moment."""
    erased = _queue(url).prune(parse_now(before, field="--before"))
    Output().show([((f"erased the words of {erased} candidates", ""),)])
    return 0


def show_counts(url: str | None, *, form: str) -> int:
    """Print how many candidates stand where."""
    counts = _queue(url).counts()
    if form == "json":
        Output().show([((json.dumps(counts), ""),)])
        return 0
    lines: list[Line] = [
        ((f"{count:>7} ", "bold"), (status, STATUS_STYLES.get(status, "")))
        for status, count in counts.items()
    ]
    Output().show(lines or [(("the queue is empty", ""),)])
    return 0


def _queue(url: str | None) -> CandidateQueue:
    return CandidateQueue(open_engine(url or DEFAULT_URL))


def _row(found: QueuedCandidate) -> dict[str, Any]:
    return {
        "persona": found.persona,
        "id": found.id,
        "status": found.status,
        "takes": found.takes,
        "decision_id": found.decision_id,
        "cause": found.cause,
        "queued_at": found.queued_at.isoformat(),
        "changed_at": found.changed_at.isoformat(),
        "available_at": found.available_at.isoformat(),
    }


def _head(found: QueuedCandidate) -> Line:
    decision = f"  decision {found.decision_id[:12]}" if found.decision_id else ""
    return (
        (f"{visible(found.persona)}/{visible(found.id)}  ", "bold"),
        (found.status, STATUS_STYLES.get(found.status, "")),
        (f" ({visible(found.cause)})" if found.cause else "", ""),
        (f"  {_time(found.changed_at)}{visible(decision)}", "dim"),
    )


def _lines(found: QueuedCandidate, width: int) -> Iterator[Line]:
    yield _head(found)
    waits = found.status in {"queued", "taken", "sending"}
    takes = f", takes so far: {found.takes}" if waits else ""
    yield ((f"  queued {_time(found.queued_at)}{takes}", "dim"),)
    if waits:
        yield ((f"  may be taken from {_time(found.available_at)} on", "dim"),)
    if found.decision_id:
        yield ((f"  align decisions show {visible(found.decision_id[:12])}", ""),)
    if found.candidate is None:
        yield (("  the words are not kept", "dim"),)
        return
    context = found.candidate.context
    for name, said in (
        ("template", found.candidate.template_key),
        ("goal", found.candidate.goal),
        ("answers", context.inbound),
    ):
        if said is not None:
            yield ((f"  {name}: ", "bold"), (visible(said), ""))
    for name, body in (("body", found.candidate.body), ("waits for a person", found.body)):
        if body is not None:
            yield ((f"  {name}:", "bold"),)
            yield from excerpt(body, (), width)


def _time(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="seconds")
