"""Changes of a fact document: applied, taken back, and found between two documents.

A change is the path of a field and its value before and after; None is a field that is not there.
Of a list, a path names one entry: a path that names none yet adds the entry, and None takes it out.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from specs.edits.paths import (
    Document,
    Entry,
    Key,
    PathError,
    Step,
    entry_paths,
    find_entry,
    key_path,
    parse_path,
    unknown_key,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two documents: `before` or `after` is None where the field is not there."""

    path: str
    before: Any
    after: Any


def apply_changes(document: Document, changes: Mapping[str, Any]) -> tuple[dict[str, Any], list[Change]]:
    """Return the document with each path set to its value, and what that changed, in order.

    None takes a field or entry out. The document itself stays as it is. Raises `PathError` for a
    path that cannot be followed; nothing is checked against the schema.
    """
    edited = copy.deepcopy(dict(document))
    made = []
    for path, value in changes.items():
        made.append(_set(edited, path, copy.deepcopy(value)))
    return edited, made


def value_at(document: Document, path: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value at a path, None where there is none; raises `PathError` for an ambiguous path."""
    here: Any = document
    where = ""
    for step in parse_path(path):
        here, where = _step(path, where, here, step)
        if here is None:
            return None
    return copy.deepcopy(here)


def revert(changes: Iterable[Change]) -> dict[str, Any]:
    """Return the changes, as `apply_changes` takes them, that take others back, the last first."""
    return {change.path: change.before for change in reversed(list(changes))}


def diff_documents(before: Document, after: Document) -> tuple[Change, ...]:
    """Return what differs, by path, in the order of the documents; `apply_changes` turns one into the other."""
    return tuple(_diff("", before, after))


def show_change(change: Change) -> str:
    """Return a change as one line for people: `rates[60,-].amount: 180 -> 200`."""
    before = "(none)" if change.before is None else json.dumps(change.before, ensure_ascii=True)
    after = "(none)" if change.after is None else json.dumps(change.after, ensure_ascii=True)
    return f"{change.path}: {before} -> {after}"


def _step(path: str, where: str, here: Any, step: Step) -> tuple[Any, str]:  # noqa: ANN401 - any JSON value
    if isinstance(here, Mapping):
        name = step.name if isinstance(step, Key) else _only_token(path, where, step)
        return here.get(name), key_path(where, name)
    if isinstance(here, list) and isinstance(step, Entry):
        index = find_entry(path, where, here, step)
        return (None, where) if index is None else (here[index], entry_paths(where, here)[index])
    raise _no_way(path, where, here)


def _only_token(path: str, where: str, step: Entry) -> str:
    if len(step.tokens) != 1:
        raise PathError(path, f"{where or 'the document'} is an object; write the name of one field")
    return step.tokens[0]


def _no_way(path: str, where: str, here: object) -> PathError:
    kind = "a list; choose an entry in brackets" if isinstance(here, list) else "a plain value"
    known = entry_paths(where, here) if isinstance(here, list) else ()
    return PathError(path, f"{where} is {kind}", known)


def _set(document: dict[str, Any], path: str, value: Any) -> Change:  # noqa: ANN401 - any JSON value
    """Set the value in place and return the change, under the path that names the field by itself."""
    *way, last = parse_path(path)
    here: Any = document
    where = ""
    for step, following in zip(way, [*way, last][1:], strict=True):
        inner, inside = _step(path, where, here, step)
        if inner is None:
            inner, inside = _make_room(path, where, here, step, following)
        here, where = inner, inside
    if isinstance(here, dict):
        return _set_key(path, where, here, last, value)
    if isinstance(here, list) and isinstance(last, Entry):
        return _set_entry(path, where, here, last, value)
    raise _no_way(path, where, here)


def _make_room(path: str, where: str, here: Any, step: Step, following: Step) -> tuple[Any, str]:  # noqa: ANN401 - any JSON value
    """Return a new object or list for a field that is not there yet; an entry must be there."""
    if isinstance(here, dict) and isinstance(step, Key):
        here[step.name] = [] if isinstance(following, Entry) and not following.is_quoted else {}
        return here[step.name], key_path(where, step.name)
    if isinstance(here, list):
        raise PathError(path, f"{where} has no such entry", entry_paths(where, here))
    raise unknown_key(path, where, str(step), list(here) if isinstance(here, Mapping) else ())


def _set_key(path: str, where: str, here: dict[str, Any], last: Step, value: Any) -> Change:  # noqa: ANN401 - any JSON value
    name = last.name if isinstance(last, Key) else _only_token(path, where, last)
    before = here.get(name)
    if value is not None:
        here[name] = value
    elif name in here:
        del here[name]
    else:
        raise unknown_key(path, where, name, list(here))
    return Change(key_path(where, name), before, value)


def _set_entry(path: str, where: str, here: list[Any], last: Entry, value: Any) -> Change:  # noqa: ANN401 - any JSON value
    index = find_entry(path, where, here, last)
    if index is not None:
        found = Change(entry_paths(where, here)[index], here[index], value)
        here[index : index + 1] = [] if value is None else [value]
        return found
    if value is None:
        raise PathError(path, f"{where} has no such entry", entry_paths(where, here))
    here.append(value)
    if find_entry(path, where, here, last) != len(here) - 1:
        raise PathError(path, f"the path does not name the entry that it would add to {where}")
    return Change(entry_paths(where, here)[-1], None, value)


def _diff(where: str, before: Any, after: Any) -> Iterator[Change]:  # noqa: ANN401 - any JSON value
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping) and (after or not where):
        for name in [*before, *(key for key in after if key not in before)]:
            yield from _diff(key_path(where, name), before.get(name), after.get(name))
    elif isinstance(before, list) and isinstance(after, list):
        found = _diff_entries(where, before, after)
        yield from found if found is not None else [Change(where, before, after)]
    else:
        yield Change(where, before, after)


def _diff_entries(where: str, before: Sequence[Any], after: Sequence[Any]) -> list[Change] | None:
    """Return the changes entry by entry, or None where only the whole list can be set.

    That is so where entries have no names of their own, or changed their order.
    """
    old = dict(zip(entry_paths(where, before), before, strict=True))
    new = dict(zip(entry_paths(where, after), after, strict=True))
    kept = [path for path in old if path in new]
    if any("[#" in path for path in (*old, *new)) or not after or not before:
        return None
    if [*kept, *(path for path in new if path not in old)] != list(new):
        return None
    changes = [change for path in kept for change in _diff(path, old[path], new[path])]
    changes += [Change(path, old[path], None) for path in old if path not in new]
    return changes + [Change(path, None, new[path]) for path in new if path not in old]
