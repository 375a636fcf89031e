"""The path of a field as an operator writes it: `rates[60,outcall].amount`.

A path is keys joined by points, and brackets that choose an entry of a list by what it says:

- `rates[60,outcall]`: the entry that says both, in any order; `-` stands for a field that is absent,
  so `rates[60,-]` is the rate of 60 minutes without a mode.
- `never_offer[hot stones]`, `locations[Austin].aliases[SoCo]`: the entry with these words.
- `rates[#2]`: the entry at index 2, where nothing else tells two apart.
- `channels.handles["my app"]`: a key that is no plain word, quoted as JSON.

A path that names no entry, or more than one, is refused with the candidates.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from specs.document.nearest import did_you_mean

Document: TypeAlias = Mapping[str, Any]
"""A fact document, or a piece of one, as plain JSON values."""

IDENTITY: Final[Mapping[str, tuple[str, ...]]] = {
    "rates": ("minutes", "mode"),
    "locations": ("city", "from"),
    "policy.waivers": ("id",),
}
"""For each list of objects, the fields by which people tell its entries apart."""

ABSENT: Final = "-"

_KEY: Final = re.compile(r"[^\W\d][\w-]*")
_PLAIN_TOKEN: Final = re.compile(r'[^\s,\]\["#-](?:[^,\]\["]*[^\s,\]\["])?')
_TOKEN: Final = re.compile(r'(?:\s*("(?:[^"\\]|\\.)*")\s*|([^,\]"]*))([,\]])')
_LIST_TRIES: Final = 12


class PathError(ValueError):
    """A path names nothing, or more than one thing; `candidates` are the paths that exist there."""

    def __init__(self, path: str, message: str, candidates: Sequence[str] = ()) -> None:
        self.path = path
        self.message = message
        self.candidates = tuple(candidates)
        super().__init__(path, message, self.candidates)

    def __str__(self) -> str:
        """Return the path, what is wrong with it, and up to twelve candidates."""
        shown = ", ".join(self.candidates[:_LIST_TRIES])
        more = len(self.candidates) - _LIST_TRIES
        tail = f", and {more} more" if more > 0 else ""
        return f"{self.path}: {self.message}" + (f"; one of {shown}{tail}" if shown else "")


@dataclass(frozen=True, slots=True)
class Key:
    """A step into an object: the name of a field."""

    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A step into a list: what the entry says, or its index."""

    tokens: tuple[str, ...]
    index: int | None = None
    is_quoted: bool = False


Step: TypeAlias = Key | Entry


def parse_path(path: str) -> tuple[Step, ...]:
    """Return the steps of a path; raises `PathError` for one that cannot be read."""
    steps: list[Step] = []
    at = 0
    while at < len(path):
        if path[at] == "[":
            step, at = _read_brackets(path, at + 1)
            steps.append(step)
            continue
        if steps:
            if path[at] != ".":
                raise PathError(path, f"expected '.' or '[' at character {at + 1}")
            at += 1
        match = _KEY.match(path, at)
        if match is None:
            raise PathError(path, f"expected the name of a field at character {at + 1}")
        steps.append(Key(match.group()))
        at = match.end()
    if not steps or not isinstance(steps[0], Key):
        raise PathError(path, "expected the name of a field at character 1")
    return tuple(steps)


def _read_brackets(path: str, at: int) -> tuple[Step, int]:
    tokens: list[str] = []
    quoted = False
    while True:
        match = _TOKEN.match(path, at)
        if match is None or (path[at - 1] == "[" and not (match[1] or match[2].strip())):
            begins = path.rfind("[", 0, at + 1) + 1
            raise PathError(path, f"the bracket at character {begins} does not end in ']'")
        lexeme, plain, end = match.groups()
        quoted = lexeme is not None
        tokens.append(_unquoted(path, lexeme) if quoted else plain.strip())
        at = match.end()
        if end == "]":
            break
    if len(tokens) == 1 and not quoted and re.fullmatch(r"#\d{1,6}", tokens[0]):
        return Entry((), int(tokens[0][1:])), at
    return Entry(tuple(tokens), is_quoted=quoted), at


def _unquoted(path: str, lexeme: str) -> str:
    try:
        return str(json.loads(lexeme))
    except ValueError:
        raise PathError(path, f"{lexeme} is not quoted as JSON; write a backslash as \\\\") from None


def find_entry(path: str, where: str, entries: Sequence[Any], entry: Entry) -> int | None:
    """Return the index of the entry that a step names, or None when none says that.

    `where` is the path of the list. Raises `PathError` when several do, or an index is too high.
    """
    if entry.index is not None:
        if entry.index >= len(entries):
            raise PathError(path, f"{where} has {len(entries)} entries", entry_paths(where, entries))
        return entry.index
    found = [index for index, item in enumerate(entries) if _says(item, entry.tokens, where)]
    if len(found) > 1:
        every = entry_paths(where, entries)
        raise PathError(path, "names more than one entry", [every[index] for index in found])
    return found[0] if found else None


def _says(item: object, tokens: Sequence[str], where: str) -> bool:
    if not isinstance(item, Mapping):
        return len(tokens) == 1 and _same(tokens[0], item)
    fields = _identity(where)
    left = {name: item.get(name) for name in fields}
    for token in tokens:
        hit = next((name for name in left if _matches(token, left[name])), None)
        if hit is None:
            return False
        del left[hit]
    return True


def _matches(token: str, value: object) -> bool:
    return value is None if token == ABSENT else value is not None and _same(token, value)


def _same(token: str, value: object) -> bool:
    return token.casefold() == _word(value).casefold()


def _word(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, default=str)


def _identity(where: str) -> tuple[str, ...]:
    return IDENTITY.get(where.partition("[")[0], ())


def entry_paths(where: str, entries: Sequence[Any]) -> list[str]:
    """Return the path of each entry of the list at `where`: by what it says if that is unique, else its index."""
    words = [_words(where, item) for item in entries]
    counts = Counter(word.casefold() for word in words if word is not None)
    return [
        f"{where}[{word}]" if word is not None and counts[word.casefold()] == 1 else f"{where}[#{index}]"
        for index, word in enumerate(words)
    ]


def _words(where: str, item: object) -> str | None:
    """Return what tells an entry from the others, as it stands in brackets, or None."""
    if isinstance(item, Mapping):
        values = [item.get(name) for name in _identity(where)]
        return ",".join(ABSENT if value is None else _quote(_word(value)) for value in values) or None
    return _quote(item) if isinstance(item, str) else None


def _quote(token: str) -> str:
    return token if _PLAIN_TOKEN.fullmatch(token) else json.dumps(token)


def key_path(where: str, name: str) -> str:
    """Return the path of a field of the object at `where`."""
    if _KEY.fullmatch(name):
        return f"{where}.{name}" if where else name
    return f"{where}[{json.dumps(name)}]"


def values_of(document: Document) -> Iterator[tuple[str, Any]]:
    """Yield path and value of everything in a document that is no object, its lists' entries included."""
    yield from _values("", document)


def _values(where: str, value: object) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _values(key_path(where, name), item)
    elif isinstance(value, list):
        for path, item in zip(entry_paths(where, value), value, strict=True):
            yield from _values(path, item) if isinstance(item, Mapping) else ((path, item),)
    else:
        yield where, value


def unknown_key(path: str, where: str, name: str, known: Sequence[str]) -> PathError:
    """Return the error for a step to a field that is not there."""
    place = where or "the document"
    return PathError(
        path, f"{place} has no '{name}'{did_you_mean(name, known)}", [key_path(where, key) for key in known]
    )
