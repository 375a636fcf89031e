"""The form of an answer: a strict JSON schema, kept so plain that every server reads it alike."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAME: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_PLAIN: Final = frozenset(
    "type properties required additionalProperties items enum const anyOf $ref $defs title description "
    "minimum "
    "maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems pattern".split()
)
"""What servers that turn a schema into a grammar agree about."""


class SchemaRefusedError(ValueError):
    """A schema that servers would read differently, or that leaves the form of an answer open."""


@dataclass(frozen=True, slots=True)
class AnswerSchema:
    """A named schema that an answer must follow; raises `SchemaRefusedError`, with the place, for one that is not strict.

    Strict: the root is an object, and every object lists all its properties as required and allows no others. Only
    plain keywords are used, and references stay inside the schema.
    """

    name: str
    schema: Mapping[str, Any]
    _validator: Draft202012Validator = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Check the schema, and keep a copy that nobody else can change."""
        if _NAME.fullmatch(self.name) is None:
            raise SchemaRefusedError(f"'{self.name}' is no name of a schema; use 1 to 64 of A-Z a-z 0-9 _ -")
        schema = json.loads(json.dumps(self.schema))
        try:
            Draft202012Validator.check_schema(schema)
        except SchemaError as error:
            raise SchemaRefusedError(
                f"schema '{self.name}' is no JSON schema: {error.json_path}: {error.message}"
            ) from None
        if schema.get("type") != "object":
            raise SchemaRefusedError(f"schema '{self.name}' describes no object: $.type")
        for problem in _problems(schema, "$", frozenset(schema.get("$defs", ()))):
            raise SchemaRefusedError(f"schema '{self.name}' is not strict: {problem}")
        object.__setattr__(self, "schema", schema)
        object.__setattr__(self, "_validator", Draft202012Validator(schema))

    def violation_in(self, data: object) -> str | None:
        """Return where data leaves the schema, as `path: keyword`, or None; what the data says is never quoted."""
        try:
            error = next(self._validator.iter_errors(data), None)
        except RecursionError:
            return "$: nested too deep"
        return None if error is None else f"{error.json_path}: {error.validator}"


def _problems(schema: Any, place: str, defined: frozenset[str]) -> Iterator[str]:  # noqa: ANN401 - JSON
    if not isinstance(schema, dict):  # true or false, which the standard allows
        yield f"{place} allows anything or nothing"
        return
    for keyword in schema.keys() - _PLAIN:
        yield f"{place}.{keyword} is read differently by different servers"
    if "pattern" in schema and "maxLength" in schema:
        yield f"{place}.pattern cannot stand beside maxLength"
    reference = schema.get("$ref")
    if reference is not None and reference not in {f"#/$defs/{name}" for name in defined}:
        yield f"{place}.$ref leads nowhere in $defs"
    if schema.get("type") == "object" or "properties" in schema:
        if schema.get("additionalProperties") is not False:
            yield f"{place}.additionalProperties must be false"
        if set(schema.get("required", ())) != set(schema.get("properties", ())):
            yield f"{place}.required must name every property"
    yield from _problems_below(schema, place, defined)


def _problems_below(schema: Mapping[str, Any], place: str, defined: frozenset[str]) -> Iterator[str]:
    for group in ("properties", "$defs"):
        for name, part in schema.get(group, {}).items():
            yield from _problems(part, f"{place}.{group}.{name}", defined)
    if "items" in schema:
        yield from _problems(schema["items"], f"{place}.items", defined)
    for number, part in enumerate(schema.get("anyOf", ())):
        yield from _problems(part, f"{place}.anyOf[{number}]", defined)
