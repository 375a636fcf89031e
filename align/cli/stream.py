"""Lines in, outcomes out: in order, in constant memory, on one process or several."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from align.cli.drafts import DraftLine, InputError, parse_draft
from align.cli.report import Line

_CHUNK_LINES = 200
_CHUNK_BYTES = 1 << 18

Show = tuple[Line, ...]
Work = Callable[[DraftLine, str], "tuple[Show, bool]"]
"""Takes a draft and its name; returns what to show for it, and whether it is held."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as it was read, with its number in the input (from 1)."""

    number: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one line: something to show, or the problem that made it unusable.

    `size` is the length of the line in bytes.
    """

    number: int
    size: int
    show: Show = ()
    held: bool = False
    problem: str | None = None


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """Open the input for reading: a path, or `-` for standard input.

    Raises `InputError` naming the path when it cannot be opened.
    """
    if source == "-":
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(source).open("rb"))
        except OSError as error:
            msg = f"{source}: {error.strerror or error}"
            raise InputError(msg) from None
        yield file


def read_lines(stream: BinaryIO) -> Iterator[RawLine]:
    """Yield the lines that are not blank, numbered as an editor numbers them."""
    for number, raw in enumerate(stream, 1):
        if raw.strip():
            yield RawLine(number, raw)


def outcomes(lines: Iterable[RawLine], work: Work, jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each line, in the order of the lines.

    `work` is called in this process when `jobs` is 1; otherwise it is pickled to that many
    processes. A line that cannot be read, or whose check crashes, is an outcome as well.
    """
    if jobs == 1:
        for line in lines:
            yield _outcome(line, work)
    else:
        yield from _outcomes_of_processes(lines, work, jobs)


def _outcome(line: RawLine, work: Work) -> Outcome:
    size = len(line.raw)
    try:
        draft = parse_draft(line.raw)
        name = f"line {line.number}" if draft.id is None else str(draft.id)
        show, held = work(draft, name)
    except InputError as error:
        return Outcome(line.number, size, problem=str(error))
    except Exception as error:  # noqa: BLE001 - the other lines are still to be processed
        return Outcome(line.number, size, problem=f"the check failed: {error!r}")
    return Outcome(line.number, size, show, held)


def _outcomes_of_processes(lines: Iterable[RawLine], work: Work, jobs: int) -> Iterator[Outcome]:
    from align.processes import in_order

    for _chunk, found in in_order(_chunks(lines), partial(_work_chunk, work), jobs):
        yield from found


def _work_chunk(work: Work, chunk: list[RawLine]) -> list[Outcome]:
    return [_outcome(line, work) for line in chunk]


def _chunks(lines: Iterable[RawLine]) -> Iterator[list[RawLine]]:
    chunk: list[RawLine] = []
    size = 0
    for line in lines:
        chunk.append(line)
        size += len(line.raw)
        if len(chunk) >= _CHUNK_LINES or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
