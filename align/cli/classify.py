"""`align classify`: what kind of message came in, for one message or a JSONL of them."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, BinaryIO, Final, Literal

from align.assembly.assembly import assembled
from align.assembly.servers import configured_harness
from align.assembly.settings import read_gate_environment
from align.cli.drafts import InputError, kind_of, parse_id, parse_object
from align.cli.output import Output, bar, complain
from align.cli.pipes import run_connected
from align.cli.stream import RawLine, opened, read_lines
from align.cli.visible import visible
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.moves import MOVE_TASK, Move, MoveClassifier
from align.harness.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from align.cli.output import Bar
    from align.cli.report import Line

CLASSIFIED: Final = 0
NULL: Final = 1
UNUSABLE: Final = 2

AHEAD: Final = 4
"""Messages for each job that may be done before one that came earlier."""


@dataclass(frozen=True, slots=True)
class Options:
    """How many messages at once, the seconds for each, the form of the report, and where costs are stored."""

    jobs: int
    seconds: float
    form: Literal["text", "jsonl"]
    database: str | None = None


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message that came in; `id` is what the input calls it, None where it has no name."""

    id: str | int | None
    text: str


def classify_one(text: str, options: Options) -> int:
    """Name the move of one message. Raises `InputError` when it is empty, or no classifier is configured."""
    if not text.strip():
        raise InputError("--text: is empty")

    async def found() -> Move | Absent:
        async with _classifier(options.database) as classifier:
            return await classifier.explain(text, Deadline.after(options.seconds))

    move = run_connected(found())
    _report(Output(), None, "message", move, options.form)
    return NULL if isinstance(move, Absent) else CLASSIFIED


def classify_file(source: str, options: Options) -> int:
    """Name the moves of the messages in a JSONL file (or `-`), in order; a bad line is named, the others go on.

    Raises `InputError` when it cannot be opened, or no classifier is configured.
    """
    output = Output()
    name = "standard input" if source == "-" else source
    with opened(source) as stream, bar(output, stream) as progress:
        return run_connected(_Batch(options, output, name, progress).work(stream))


def parse_inbound(raw: bytes) -> Inbound:
    """Return the message in one line of JSONL; raises `InputError` naming the field at fault."""
    data = parse_object(raw)
    given = {key: data[key] for key in ("inbound", "text") if data.get(key) is not None}
    if len(given) == 2:
        raise InputError("inbound and text: give one of them")
    if not given:
        raise InputError("inbound: missing; expected the text of the message, here or as text")
    ((key, text),) = given.items()
    if not isinstance(text, str):
        raise InputError(f"{key}: expected text, got {kind_of(text)}")
    if not text.strip():
        raise InputError(f"{key}: is empty")
    return Inbound(parse_id(data.get("id")), text)


@asynccontextmanager
async def _classifier(database: str | None) -> AsyncIterator[MoveClassifier]:
    """Open the configured classifier, with the meter, and the leased machine where it is the one that classifies."""
    servers = read_settings()
    route = configured_harness(servers).route(
        MOVE_TASK.name
    )  # connects to nothing, and nothing is leased yet
    if isinstance(route, Absent):
        raise InputError(f"there is no classifier: {route.detail} is not set; see docs/harness.md")
    is_leased = servers.classifier_url == servers.gpu_inference_url
    async with assembled(read_gate_environment(), database, depth=lambda: int(is_leased)) as parts:
        if is_leased and not await parts.until_ready():
            complain("the leased machine is not ready; going on without it")
        yield MoveClassifier(parts.harness)
    for problem in parts.problems:
        complain(problem)


@dataclass(frozen=True, slots=True)
class _Done:
    """What became of a line: its message and the move, or the problem that made it unusable."""

    line: RawLine
    inbound: Inbound | None = None
    move: Move | Absent | None = None
    problem: str | None = None


class _Batch:
    """The lines of one input: several under way at once, told in their order."""

    def __init__(self, options: Options, output: Output, name: str, progress: Bar) -> None:
        self._options = options
        self._output = output
        self._name = name
        self._progress = progress
        self._turns = asyncio.Semaphore(options.jobs)
        self._code = CLASSIFIED

    async def work(self, stream: BinaryIO) -> int:
        """Classify every line; return the exit code."""
        lines = read_lines(stream)
        line_up: asyncio.Queue[asyncio.Task[_Done] | None] = asyncio.Queue(AHEAD * self._options.jobs)
        async with _classifier(self._options.database) as classifier, asyncio.TaskGroup() as group:
            group.create_task(self._tell(line_up))
            # In a thread: a pipe may be silent for long, and what is under way goes on meanwhile.
            while (line := await asyncio.to_thread(next, lines, None)) is not None:
                await self._turns.acquire()
                await line_up.put(group.create_task(self._classified(classifier, line)))
            await line_up.put(None)
        return self._code

    async def _classified(self, classifier: MoveClassifier, line: RawLine) -> _Done:
        try:
            inbound = parse_inbound(line.raw)
            move = await classifier.explain(inbound.text, Deadline.after(self._options.seconds))
        except InputError as error:
            return _Done(line, problem=str(error))
        finally:
            self._turns.release()
        return _Done(line, inbound, move)

    async def _tell(self, line_up: asyncio.Queue[asyncio.Task[_Done] | None]) -> None:
        while (task := await line_up.get()) is not None:
            done = await task
            if done.inbound is None or done.move is None:
                complain(f"{self._name}:{done.line.number}: {done.problem}")
                self._code = UNUSABLE
            else:
                name = f"line {done.line.number}" if done.inbound.id is None else str(done.inbound.id)
                _report(self._output, done.inbound.id, name, done.move, self._options.form)
                if isinstance(done.move, Absent):
                    self._code = max(self._code, NULL)
            self._progress.advance(len(done.line.raw))


def _report(output: Output, id_: str | int | None, name: str, move: Move | Absent, form: str) -> None:
    if form == "jsonl":
        found, cause = (None, move.cause) if isinstance(move, Absent) else (asdict(move), None)
        row = {"id": id_, "move": found, "cause": cause}
        output.show([((json.dumps(row, ensure_ascii=True), ""),)])
    else:
        output.show([_line(name, move)])


def _line(name: str, move: Move | Absent) -> Line:
    if isinstance(move, Absent):
        return (visible(name), "bold"), ("  none", "red"), (f": {visible(str(move))}", "")
    kind = "prospect" if move.is_prospect else "no prospect"
    return (visible(name), "bold"), (f"  {move.move}", "green"), (f" ({kind}): {visible(move.trace)}", "")
