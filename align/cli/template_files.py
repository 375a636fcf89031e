"""Templates as files: whole texts, or the `body` of JSON objects, each with its place in the file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align.cli.drafts import InputError, kind_of, parse_context, parse_id, parse_now
from align.cli.traced import Position, Traced, of_literal, position, whole
from specs.document.source import places_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from align.context import DraftContext

SUFFIXES: Final = (".txt", ".md", ".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A file of templates: its path as it is shown, and the folders that it lies in below what was asked for."""

    path: Path
    folders: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The path with slashes."""
        return self.path.as_posix()

    @property
    def kind(self) -> str:
        """Which of `SUFFIXES` it has."""
        return _kind(self.path)


@dataclass(frozen=True, slots=True)
class Template:
    """One body of a file; `source` is the text of the whole file, None stands for what the body does not say."""

    file: TemplateFile
    source: str
    body: Traced
    id: str | int | None = None
    persona: str | None = None
    now: dt.datetime | None = None
    context: DraftContext | None = None

    @property
    def place(self) -> Position:
        """Where the body begins."""
        return position(self.source, self.body.start)

    @property
    def name(self) -> str:
        """What a report calls it."""
        if self.file.kind not in {".json", ".jsonl"}:
            return self.file.name
        told = "" if self.id is None else f" {self.id}"
        return f"{self.file.name}:{self.place.line}{told}"


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be used of a file, with its place where that is known."""

    file: TemplateFile
    problem: str
    place: Position | None = None

    def __str__(self) -> str:
        """Return the place and the problem."""
        at = "" if self.place is None else f":{self.place.line}:{self.place.column}"
        return f"{self.file.name}{at}: {self.problem}"


def find_files(asked: Sequence[str], *, without: Path) -> list[TemplateFile]:
    """Return the files of templates among paths, and in folders and those below them, each once, in order.

    Left out are hidden files and folders, and what is `without` or lies in it. Raises `InputError` for a path that
    is no such file, and for a folder that holds none: a check of nothing would look like a check that passed.
    """
    found: dict[Path, TemplateFile] = {}
    for name in asked:
        root = Path(name)
        if not root.exists():
            raise InputError(f"{name}: No such file or directory")
        if not root.is_dir():
            if _kind(root) not in SUFFIXES:
                raise InputError(f"{name}: is no template; expected {', '.join(SUFFIXES)}, or a folder")
            found.setdefault(root.resolve(), TemplateFile(root))
            continue
        inside = list(_below(root, without.resolve()))
        if not inside:
            raise InputError(f"{name}: holds no template ({', '.join(SUFFIXES)})")
        for path in inside:
            found.setdefault(path.resolve(), TemplateFile(path, path.relative_to(root).parts[:-1]))
    return list(found.values())


def _kind(path: Path) -> str:
    return path.suffix.lower()


def _below(root: Path, without: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*"), key=lambda path: path.as_posix()):
        if _kind(path) not in SUFFIXES or not path.is_file():
            continue
        if any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        if not path.resolve().is_relative_to(without):
            yield path


def read_templates(file: TemplateFile) -> Iterator[Template | Unread]:
    """Yield every template of a file, and what is in it that cannot be used."""
    try:
        raw = file.path.read_bytes()
        source = raw.decode("utf-8-sig")
    except OSError as error:
        yield Unread(file, error.strerror or str(error))
    except UnicodeDecodeError as error:
        yield Unread(file, f"not UTF-8 (byte {error.start + 1} of the file)")
    else:
        if file.kind == ".jsonl":
            yield from _of_lines(file, source)
        elif file.kind == ".json":
            yield from _of_json(file, source, source, 0, may_be_list=True)
        else:
            yield Template(file, source, whole(source))


def _of_lines(file: TemplateFile, source: str) -> Iterator[Template | Unread]:
    begin = 0
    for line in source.split("\n"):
        if line.strip():
            yield from _of_json(file, source, line, begin, may_be_list=False)
        begin += len(line) + 1


def _of_json(
    file: TemplateFile, source: str, text: str, begin: int, *, may_be_list: bool
) -> Iterator[Template | Unread]:
    """Yield the templates of a JSON text, which begins at `begin` of the file."""

    def unread(problem: str, offset: int = 0) -> Unread:
        return Unread(file, problem, position(source, begin + offset))

    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        yield unread(f"not JSON: {error.msg}", error.pos)
        return
    except (ValueError, RecursionError):
        yield unread("not JSON that can be read: nested too deeply, or a number too long")
        return
    offsets = places_of(text).offsets
    is_list = may_be_list and isinstance(data, list)
    rows = [(f"[{number}]", row) for number, row in enumerate(data)] if is_list else [("", data)]
    for path, row in rows:
        key = offsets.get(f"{path}.body".removeprefix("."), 0)
        try:
            yield _of_row(row, begin + key, file, source)
        except InputError as error:
            yield unread(str(error), offsets.get(path, 0))


def _of_row(row: object, key: int, file: TemplateFile, source: str) -> Template:
    """Return the template that a JSON object holds, whose key `body` stands at an offset of the file.

    Raises `InputError` naming the field at fault.
    """
    if not isinstance(row, dict):
        raise InputError(f"expected an object with a body, got {kind_of(row)}")
    body, persona = row.get("body"), row.get("persona")
    if not isinstance(body, str):
        told = (
            f"expected text, got {kind_of(body)}"
            if "body" in row
            else "missing; expected the text of the template"
        )
        raise InputError(f"body: {told}")
    if persona is not None and not isinstance(persona, str):
        raise InputError(f"persona: expected text, got {kind_of(persona)}")
    traced = _literal(source, key)
    if traced.text != body:
        raise InputError("body: appears twice")
    return Template(
        file,
        source,
        traced,
        parse_id(row.get("id", row.get("key"))),
        persona,
        None if row.get("now") is None else parse_now(row["now"]),
        None if row.get("context") is None else parse_context(row["context"]),
    )


def _literal(source: str, key: int) -> Traced:
    """Return the text that follows a key of JSON, which stands at an offset."""
    decoder = json.JSONDecoder()
    _, after = decoder.raw_decode(source, key)
    start = source.index('"', after)
    _, end = decoder.raw_decode(source, start)
    return of_literal(source, start, end)
