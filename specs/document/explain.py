"""Pydantic's errors as problems that a person understands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, get_args

from specs.document.nearest import did_you_mean, nearest
from specs.document.part import Part
from specs.document.problems import Problem, format_path, show
from specs.document.refusal import REFUSED, Objection

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_KEY_MARK: Final = "[key]"

_DEEPEST: Final = 8
"""No document has a place deeper than this; what is deeper is refused as a whole."""


def problems_of(error: ValidationError, model: type[Part]) -> list[Problem]:
    """Return every problem that validating `model` raised, each once, with paths of the document."""
    found: dict[tuple[str, str], Problem] = {}
    for detail in error.errors(include_url=False):
        for problem in _explain(detail, model):
            found.setdefault((problem.path, problem.message), problem)
    return list(found.values())


def nulls(data: object, location: tuple[str | int, ...] = ()) -> list[Problem]:
    """Return a problem for every null in plain JSON values: it says neither absent nor none."""
    if data is None and location:
        message = "null says neither; leave the key out (not checked) or write an empty value (none allowed)"
        return [Problem(format_path(location), message, None, "a value, or no key at all")]
    items: Sequence[tuple[str | int, object]] = ()
    if len(location) >= _DEEPEST:
        return []
    if isinstance(data, Mapping):
        items = [(str(key), item) for key, item in data.items()]
    elif isinstance(data, list | tuple):
        items = list(enumerate(data))
    return [problem for key, item in items for problem in nulls(item, (*location, key))]


def _explain(detail: ErrorDetails, model: type[Part]) -> Iterator[Problem]:
    location = detail["loc"]
    if len(location) > 1 and location[-1] == _KEY_MARK and detail["type"] != "extra_forbidden":
        # The error is about the key before the mark, not about a field of that name.
        location = location[:-1]
    value = detail["input"]
    if detail["type"] == REFUSED:
        objections: tuple[Objection, ...] = detail["ctx"]["objections"]
        for objection in objections:
            path = format_path((*location, *objection.location))
            yield Problem(path, objection.message, objection.value, objection.legal)
        return
    explained = _MESSAGES.get(detail["type"])
    if explained is not None:
        message, legal = explained(location, value, model)
        yield Problem(format_path(location), message, None if detail["type"] == "missing" else value, legal)
        return
    yield Problem(format_path(location), _lower_first(detail["msg"]), value)


def _unknown(location: tuple[str | int, ...], _value: object, model: type[Part]) -> tuple[str, str | None]:
    here = _part_at(model, location[:-1])
    name = str(location[-1])
    if here is None:
        return "unknown key", None
    legal = f"one of {', '.join(_keys(here))}"
    hint = did_you_mean(name, _keys(here))
    if not hint and (elsewhere := _elsewhere(model, name)):
        hint = f"; did you mean '{elsewhere}'?"
    return f"unknown key{hint}", legal


def _missing(_location: tuple[str | int, ...], _value: object, _model: type[Part]) -> tuple[str, str | None]:
    return "is required", None


def _not_an_object(
    _location: tuple[str | int, ...], value: object, _model: type[Part]
) -> tuple[str, str | None]:
    return f"expected an object in {{}}, got {show(value)}", "an object in {}"


_MESSAGES: Final[
    Mapping[str, Callable[[tuple[str | int, ...], object, type[Part]], tuple[str, str | None]]]
] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "model_type": _not_an_object,
    "model_attributes_type": _not_an_object,
}


def _keys(part: type[Part]) -> list[str]:
    return [field.alias or name for name, field in part.model_fields.items()]


def _part_at(model: type[Part], location: Sequence[str | int]) -> type[Part] | None:
    """Return the part of the schema at a location, or None where there is none."""
    part: type[Part] | None = model
    for step in location:
        if part is None or isinstance(step, int):
            continue
        part = next(
            (_part_in(f.annotation) for n, f in part.model_fields.items() if (f.alias or n) == step), None
        )
    return part


def _part_in(annotation: object) -> type[Part] | None:
    """Return the part that an annotation is about: `Rate` in `tuple[Rate, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part_in(inner)) is not None), None)


def _elsewhere(model: type[Part], name: str) -> str | None:
    """Return the path of a key of another part that `name` is close to."""
    paths = {key: key for key in _keys(model)}
    for key, field in ((f.alias or n, f) for n, f in model.model_fields.items()):
        part = _part_in(field.annotation)
        for inner in _keys(part) if part is not None else ():
            paths.setdefault(inner, f"{key}.{inner}")
    found = nearest(name, paths)
    return paths[found] if found else None


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
