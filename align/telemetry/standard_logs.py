"""What libraries log, through the same log: their own sentences, and nothing that they were given to process.

The text of a record may hold anything: a parameter of a query, the words of an exception. So of the loggers in
`TRUSTED` the sentence goes out with those arguments that are names or numbers; of all others the logger and the place
that logged. Of an exception its type and its place go out, never its text.
"""

from __future__ import annotations

import logging
import traceback
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align.telemetry.logs import LEVELS, Level
from align.telemetry.names import OTHER, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.telemetry.logs import Logs

TRUSTED: Final = ("align", "specs", "alembic", "uvicorn.error")
"""Loggers whose sentences are constants; those below them too."""

HIDDEN: Final = "…"
"""Stands for an argument that is no name."""


class StandardHandler(logging.Handler):
    """Passes records of the standard library's loggers on to a log."""

    def __init__(self, logs: Logs) -> None:
        super().__init__(LEVELS[logs.level])
        self._logs = logs

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a record on; one that cannot be is lost, since the usual complaint would print it."""
        with suppress(Exception):
            fields = _fields_of(record)
            error = record.exc_info[1] if record.exc_info else None
            if error is not None:
                fields["error"] = name_of(type(error).__name__)
                fields["error_place"] = _place_of(error)
            fields["logger"] = record.name
            fields["place"] = f"{record.module}:{record.lineno}"
            self._logs.event("log", _level_of(record.levelno), **fields)


def _fields_of(record: logging.LogRecord) -> dict[str, object]:
    arguments = record.args if isinstance(record.args, tuple) else ()
    if record.name == "uvicorn.access" and len(arguments) == 5:
        _, method, path, _, status = arguments
        return {"method": method, "path": str(path).partition("?")[0], "status": status}
    if record.name == "httpx" and len(arguments) == 5:
        method, url, _, status, _ = arguments
        # The rest of an address may be a secret: those of webhooks often are.
        return {"method": method, "server": getattr(url, "host", OTHER), "status": status}
    if any(record.name == name or record.name.startswith(f"{name}.") for name in TRUSTED):
        return {"message": _sentence(record, arguments)}
    return {}


def _sentence(record: logging.LogRecord, arguments: tuple[object, ...]) -> str:
    """Return the first line of what a trusted logger says, without arguments that are no names."""
    told = tuple(
        argument if isinstance(argument, int | float) else _named(argument) for argument in arguments
    )
    text = str(record.msg) % told if told else str(record.msg)
    return text.partition("\n")[0]


def _named(argument: object) -> str:
    name = name_of(str(argument))
    return HIDDEN if name == OTHER else name


def _place_of(error: BaseException) -> str:
    """Return where an exception was raised: file and line."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else OTHER


def _level_of(number: int) -> Level:
    return next((name for name, least in reversed(LEVELS.items()) if number >= least), "debug")


@contextmanager
def standard_logs(logs: Logs) -> Iterator[None]:
    """Send what all loggers of this process log to a log while this lasts, instead of where it went.

    Only for the outermost program: it changes the standard library's root logger, and puts it back.
    """
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers[:] = [StandardHandler(logs)]
    root.setLevel(LEVELS[logs.level])
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
