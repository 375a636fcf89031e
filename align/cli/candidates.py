"""Candidates as the command line reads them: one JSON object a line, or one from options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from align.cli.drafts import InputError, parse_context, parse_object
from align.gate.candidate import Candidate, length_problem
from specs.document.nearest import did_you_mean
from specs.filling import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEEDED: Final = ("id", "persona")
_TEXTS: Final = ("body", "template_key", "goal", "archetype", "state", "workflow")
_KNOWN: Final = (*_NEEDED, *_TEXTS, "context", "values")
_OPTIONS: Final = ("engine", "mode")
"""What is said of a run, and not of a candidate."""


def parse_candidate(raw: bytes) -> Candidate:
    """Return the candidate in one line of JSONL; raises `InputError` naming the field at fault.

    A key that no candidate has is refused: a template or a context that was misspelt would be missing in silence.
    """
    data = parse_object(raw)
    for key in data:
        if key in _OPTIONS:
            raise InputError(f"{key}: is said for all candidates, by --{key}")
        if key not in _KNOWN:
            raise InputError(f"{key}: unknown key{did_you_mean(key, _KNOWN)}")
    for key in (*_NEEDED, *_TEXTS):
        value = data.get(key)
        if (key in _NEEDED or value is not None) and not isinstance(value, str):
            raise InputError(f"{key}: expected text")
        if key in _NEEDED and not value:
            raise InputError(f"{key}: is empty")
    return of_bounded_length(
        Candidate(
            data["id"],
            data["persona"],
            context=parse_context(data.get("context")),
            values=_values(data.get("values")),
            **{key: data.get(key) for key in _TEXTS},
        )
    )


def of_bounded_length(candidate: Candidate) -> Candidate:
    """Return a candidate whose messages a gate may look at; raises `InputError` naming the field of one that is too long."""
    texts = {"body": candidate.body, "context.inbound": candidate.context.inbound}
    texts |= {f"values.{name}": text for name, text in candidate.values.items()}
    for field, text in texts.items():
        if text is not None and (problem := length_problem(text)) is not None:
            raise InputError(f"{field}: {problem}")
    return candidate


def values_of(options: Iterable[str]) -> dict[str, str]:
    """Return the values in options of the form NAME=TEXT; raises `InputError`."""
    found: dict[str, str] = {}
    for option in options:
        name, sign, text = option.partition("=")
        if not sign:
            raise InputError(f"--value: write NAME=TEXT, not '{option}'")
        if name in found:
            raise InputError(f"--value: '{name}' stands twice")
        found[name] = text
    return _values(found, "--value ")


def _values(value: Any, place: str = "values.") -> dict[str, str]:  # noqa: ANN401 - JSON
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise InputError("values: expected an object of texts by their names")
    for name, text in value.items():
        if NAME.fullmatch(name) is None:
            raise InputError(f"{place}{name}: is no name of a value; write small letters, digits and _")
        if not isinstance(text, str):
            raise InputError(f"{place}{name}: expected text")
    return value
