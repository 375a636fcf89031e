from __future__ import annotations

from typing import Any

import pytest

from align.harness.registry import strict_object
from align.harness.schemas import AnswerSchema, SchemaRefusedError

TEXT = {"type": "string"}
LIST = {"type": "array", "items": {"$ref": "#/$defs/part"}}


def _nested() -> AnswerSchema:
    return AnswerSchema("nested", strict_object(parts=LIST) | {"$defs": {"part": strict_object(quote=TEXT)}})


@pytest.mark.parametrize(
    ("schema", "says"),
    [
        ({"type": "string"}, r"describes no object: \$\.type"),
        ({"type": "thing"}, r"is no JSON schema: \$\.type"),
        ({"type": "object"}, r"\$\.additionalProperties must be false"),
        (strict_object(a=TEXT) | {"required": []}, r"\$\.required must name every property"),
        (strict_object(a={"type": "object", "properties": {}}), r"\$\.properties\.a\.additionalProperties"),
        (strict_object(a=TEXT | {"format": "date"}), r"\$\.properties\.a\.format is read differently"),
        (strict_object(a={"allOf": [TEXT]}), r"\$\.properties\.a\.allOf is read differently"),
        (strict_object(a=TEXT | {"pattern": "x", "maxLength": 3}), r"pattern cannot stand beside maxLength"),
        (strict_object(a={"type": "array", "items": True}), r"\$\.properties\.a\.items allows anything"),
        (strict_object(a={"anyOf": [TEXT, {"type": "object"}]}), r"\$\.properties\.a\.anyOf\[1\]"),
        (strict_object(a={"$ref": "https://example.org/schema"}), r"\$ref leads nowhere"),
        (strict_object(a={"$ref": "#/$defs/part"}), r"\$ref leads nowhere"),
    ],
)
def test_a_schema_that_is_not_strict_is_refused_with_its_place(schema: dict[str, Any], says: str) -> None:
    with pytest.raises(SchemaRefusedError, match=says):
        AnswerSchema("s", schema)


def test_a_name_that_servers_refuse_is_refused() -> None:
    with pytest.raises(SchemaRefusedError, match="no name of a schema"):
        AnswerSchema("a name", strict_object(a=TEXT))


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"parts": [{"quote": "x"}, {"quote": 5}]}, "$.parts[1].quote: type"),
        ({"parts": [{"quote": "x", "private words": 1}]}, "$.parts[0]: additionalProperties"),
        ({}, "$: required"),
        ("private words", "$: type"),
    ],
)
def test_a_violation_is_told_by_its_place_and_never_quotes(data: object, place: str) -> None:
    assert _nested().violation_in(data) == place


def test_data_of_the_form_has_no_violation() -> None:
    assert _nested().violation_in({"parts": [{"quote": "x"}]}) is None


def test_a_boolean_is_no_number() -> None:
    assert AnswerSchema("n", strict_object(n={"type": "number"})).violation_in({"n": True}) == "$.n: type"


def test_data_nested_without_end_is_a_violation_and_no_crash() -> None:
    tree = strict_object(below={"anyOf": [{"type": "null"}, {"$ref": "#/$defs/tree"}]})
    schema = AnswerSchema("tree", tree | {"$defs": {"tree": tree}})
    data: dict[str, Any] = {"below": None}
    for _ in range(5000):
        data = {"below": data}
    assert schema.violation_in(data) == "$: nested too deep"


def test_a_schema_does_not_change_with_what_it_was_made_of() -> None:
    source = strict_object(a=dict(TEXT))
    schema = AnswerSchema("s", source)
    source["properties"]["a"]["type"] = "number"
    assert schema.violation_in({"a": "x"}) is None
    assert schema.schema["properties"]["a"] == TEXT
