"""An edit as an operator types it: `rates[60,outcall].amount=200`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NoReturn

from specs.store.errors import EditRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable

_PATH: Final = re.compile(r'((?:[^\["=]|\[(?:"(?:[^"\\]|\\.)*"|[^\]"])*\])+)=(.*)', re.DOTALL)


def parse_assignments(typed: Iterable[str], unset: Iterable[str] = ()) -> dict[str, Any]:
    """Return values by path, None for the paths of `unset`.

    A value is JSON (`200`, `true`, `["incall"]`), and anything else is text. Raises `EditRefusedError` for
    what is no assignment, null, or a path given twice.
    """
    changes: dict[str, Any] = {}
    for text in typed:
        match = _PATH.fullmatch(text)
        if match is None:
            raise EditRefusedError(
                f"'{text}' is no edit; write PATH=VALUE, as in 'rates[60,outcall].amount=200'"
            )
        path, value = match.group(1).strip(), _value(match.group(2).strip())
        if value is None:
            raise EditRefusedError(f"{path}: null says nothing; to take a field out, use: --unset '{path}'")
        _add(changes, path, value)
    for path in unset:
        _add(changes, path.strip(), None)
    if not changes:
        raise EditRefusedError("no edit was given; write PATH=VALUE, as in 'rates[60,outcall].amount=200'")
    return changes


def _add(changes: dict[str, Any], path: str, value: object) -> None:
    if path in changes:
        raise EditRefusedError(f"{path}: is given twice")
    changes[path] = value


def _value(text: str) -> Any:  # noqa: ANN401 - any JSON value
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return text


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
