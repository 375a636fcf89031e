"""A whole input, processed: outcomes to standard output, unusable lines to standard error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from align.cli.output import Output, bar, complain
from align.cli.stream import Outcome, Show, Work, opened, outcomes, read_lines

Form = Literal["text", "json", "jsonl"]
"""A report for people, one JSON document, or a JSON document a line."""

CLEAN: Final = 0
HELD: Final = 1
UNUSABLE: Final = 2


@dataclass(slots=True)
class Tally:
    """How many drafts came out how; `unread` counts lines that could not be used."""

    clean: int = 0
    held: int = 0
    unread: int = 0

    @property
    def exit_code(self) -> int:
        """2 when a line was unusable, else 1 when a draft is held, else 0."""
        if self.unread:
            return UNUSABLE
        return HELD if self.held else CLEAN

    def count(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if outcome.problem is not None:
            self.unread += 1
        elif outcome.held:
            self.held += 1
        else:
            self.clean += 1


def process(source: str, work: Work, *, form: Form, jobs: int, output: Output) -> Tally:
    """Put every line of `source` (a path, or `-`) through `work` and show what comes out.

    An unusable line is named with its number on standard error and does not stop the rest.
    Raises `InputError` when the source cannot be opened.
    """
    tally = Tally()
    name = "standard input" if source == "-" else source
    show = _List(output) if form == "json" else output
    with opened(source) as stream, bar(output, stream) as progress:
        for outcome in outcomes(read_lines(stream), work, jobs):
            tally.count(outcome)
            if outcome.problem is not None:
                complain(f"{name}, line {outcome.number}: {outcome.problem}")
            elif outcome.show:
                show.show(outcome.show)
            progress.advance(outcome.size)
    if isinstance(show, _List):
        show.close()
    return tally


class _List:
    """Writes JSON documents as the entries of one list, while they come."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._before = "["

    def show(self, lines: Show) -> None:
        first, *rest = lines
        self._output.show((((self._before, ""), *first), *rest))
        self._before = ","

    def close(self) -> None:
        self._output.show((((("[]" if self._before == "[" else "]"), ""),),))
