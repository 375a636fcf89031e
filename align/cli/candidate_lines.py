"""Candidates in JSONL, as `align run` and `align queue add` read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from align.cli.candidates import parse_candidate
from align.cli.drafts import InputError
from align.cli.output import complain
from align.cli.stream import read_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.cli.output import Bar
    from align.gate.candidate import Candidate


def name_of(source: str) -> str:
    """Return what complaints call a source."""
    return "standard input" if source == "-" else source


def read_candidates(
    stream: BinaryIO, name: str, bad: list[int], progress: Bar, checked: Callable[[Candidate], Candidate]
) -> Iterator[tuple[int, Candidate]]:
    """Yield the candidates with their line numbers; the numbers of lines that hold none go to `bad`, and are named.

    So does one whose id an earlier line of the same persona has, and one for which `checked` raises `InputError`.
    """
    seen: dict[tuple[str, str], int] = {}
    for line in read_lines(stream):
        progress.advance(len(line.raw))
        try:
            candidate = checked(parse_candidate(line.raw))
        except InputError as error:
            problem = str(error)
        else:
            before = seen.setdefault((candidate.persona, candidate.id), line.number)
            if before == line.number:
                yield line.number, candidate
                continue
            problem = f"id: stands in line {before} already"
        bad.append(line.number)
        complain(f"{name}:{line.number}: {problem}")
