"""Where reports go: a pipe gets plain text, a terminal gets colours and a progress bar."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO

from align.cli.report import WIDTH, Line, plain
from align.cli.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console
    from rich.progress import Progress

_PATIENCE_SECONDS = 1.0
"""How long an input may take before a progress bar is shown."""


class OutputError(Exception):
    """Standard output cannot be written to; the message says why. `is_unread`: whoever read it has gone away."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"standard output cannot be written: {error.strerror}")
        self.is_unread = isinstance(error, BrokenPipeError)


class Output:
    """Writes reports to standard output and complaints to standard error.

    `width` is the number of columns that a report may take.
    """

    def __init__(self) -> None:
        self._console = _terminal() if sys.stdout.isatty() else None
        self.width = WIDTH if self._console is None else min(self._console.width, WIDTH)

    @property
    def console(self) -> Console | None:
        """The terminal that standard output is, None where it is none."""
        return self._console

    def show(self, lines: Sequence[Line]) -> None:
        """Write a report, and see it off at once: a reader may wait for this very line. Raises `OutputError`."""
        try:
            self._show(lines)
            sys.stdout.flush()
        except OSError as error:
            raise OutputError(error) from None

    def _show(self, lines: Sequence[Line]) -> None:
        if self._console is None:
            sys.stdout.write(plain(lines))
            return
        from rich.text import Text

        for line in lines:
            self._console.print(Text.assemble(*line), soft_wrap=True)


def complain(message: str) -> None:
    """Write one line to standard error, made safe for a terminal; where that cannot be, the work goes on without it."""
    with suppress(OSError):
        sys.stderr.write(f"align: {visible(message)}\n")


def flush_all() -> None:
    """See off what standard output and error still hold; raises `OutputError` where output is lost.

    The interpreter would try again at its very end, and say so in words of its own.
    """
    lost: OSError | None = None
    for stream in (sys.stderr, sys.stdout):
        try:
            stream.flush()
        except OSError as error:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
            lost = error if stream is sys.stdout else lost
    if lost is not None:
        raise OutputError(lost)


class Bar:
    """A progress bar over the bytes of an input; it appears only when that takes long."""

    def __init__(self, console: Console | None, total: int | None) -> None:
        self._console = console
        self._total = total
        self._begun = monotonic()
        self._bytes = 0
        self._progress: Progress | None = None

    def advance(self, size: int) -> None:
        """Count `size` more bytes of input as done."""
        self._bytes += size
        if self._console is None:
            return
        if self._progress is None:
            done = self._total is not None and self._bytes >= self._total
            if done or monotonic() - self._begun < _PATIENCE_SECONDS:
                return
            self._progress = _progress(self._console)
            self._progress.start()
            self._progress.add_task("checking", total=self._total)
        self._progress.update(self._progress.task_ids[0], completed=self._bytes)

    def finish(self) -> None:
        """Take the bar off the terminal."""
        if self._progress is not None:
            self._progress.stop()


@contextmanager
def bar(output: Output, stream: BinaryIO | int) -> Iterator[Bar]:
    """Show progress through `stream`, or through so many bytes, on the terminal, where there is one.

    The bar shares the console that reports are printed on, so that they do not mix.
    """
    console = output.console or (_terminal(stderr=True) if sys.stderr.isatty() else None)
    made = Bar(console, stream or None if isinstance(stream, int) else _size(stream))
    try:
        yield made
    finally:
        made.finish()


def _terminal(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def _progress(console: Console) -> Progress:
    from rich.progress import BarColumn, FileSizeColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), FileSizeColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=True)


def _size(stream: BinaryIO) -> int | None:
    """Return the bytes of a regular file, None for a pipe."""
    try:
        return os.fstat(stream.fileno()).st_size or None
    except (OSError, ValueError):
        return None
