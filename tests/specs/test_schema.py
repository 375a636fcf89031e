"""The JSON Schema says of each field what it is, in which unit, and what is legal."""

from __future__ import annotations

from typing import Any

from specs import Spec, spec_json_schema
from specs.document import Part

SCHEMA = spec_json_schema()
OBJECTS: dict[str, dict[str, Any]] = {"Spec": SCHEMA, **SCHEMA["$defs"]}


def walk(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        return [node, *(found for item in node.values() for found in walk(item))]
    if isinstance(node, list):
        return [found for item in node for found in walk(item)]
    return []


def test_it_is_of_the_2020_12_dialect() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "Fact document"
    assert sorted(SCHEMA["required"]) == ["currency", "persona", "timezone"]


def test_every_part_is_there_and_closed() -> None:
    assert set(OBJECTS) == {part.__name__ for part in Part.__subclasses__()}
    for name, node in OBJECTS.items():
        assert node["additionalProperties"] is False, name


def test_every_field_is_there_by_its_name_in_the_document() -> None:
    for part in Part.__subclasses__():
        names = [field.alias or name for name, field in part.model_fields.items()]
        assert list(OBJECTS[part.__name__]["properties"]) == names


def test_every_field_is_described_in_a_sentence() -> None:
    for name, node in OBJECTS.items():
        for field, described in node["properties"].items():
            text = described.get("description", "")
            assert text.endswith("."), f"{name}.{field}: {text!r}"
            assert len(text) > 15, f"{name}.{field}"


def test_numbers_have_bounds_and_name_their_unit() -> None:
    units = ("minutes", "major units", "percent", "code points", "emoji", "0 to 10", "Version")
    for name, node in OBJECTS.items():
        for field, described in node["properties"].items():
            if described.get("type") in ("integer", "number"):
                assert any(unit in described["description"] for unit in units), f"{name}.{field}"
                assert {"maximum", "const"} & set(described), f"{name}.{field}"


def test_there_are_no_nulls_and_no_titles_of_fields() -> None:
    for node in walk(SCHEMA):
        assert node.get("type") != "null"
        assert "default" not in node or node["default"] is not None
        assert "anyOf" not in node
    for name, node in OBJECTS.items():
        assert all("title" not in described for described in node["properties"].values()), name


def test_closed_choices_are_listed() -> None:
    assert OBJECTS["Payment"]["properties"]["timing"]["enum"] == ["before", "after", "any"]
    rules = OBJECTS["Policy"]["properties"]["rules"]
    assert [choice["enum"] for choice in rules["patternProperties"].values()] == [["hold", "warn", "off"]]
    assert rules["additionalProperties"] is False


def test_what_two_fields_exclude_is_said_where_it_can_be() -> None:
    assert OBJECTS["Deposit"]["maxProperties"] == 1
    assert OBJECTS["Location"]["properties"]["modes"]["uniqueItems"] is True


def test_it_is_made_anew_each_time() -> None:
    spec_json_schema()["properties"].clear()
    assert list(spec_json_schema()["properties"]) == list(Spec.model_fields)
