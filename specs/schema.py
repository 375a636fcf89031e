"""The schema of fact documents for other tools: editors, form builders, other languages."""

from __future__ import annotations

from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from specs.document.spec import Spec

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def spec_json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a fact document, every field described with its unit.

    It says what can be said of one field at a time; checks across fields (slots on the mission's
    date, one amount for a length) only `load_spec` makes.
    """
    schema = Spec.model_json_schema(by_alias=True, mode="validation", schema_generator=_Tidy)
    _close(schema)
    return {"$schema": DIALECT, "title": "Fact document", **{k: v for k, v in schema.items() if k != "title"}}


def _close(node: object) -> None:
    """Forbid the keys of an object that match no pattern of its schema."""
    if isinstance(node, dict):
        if "patternProperties" in node:
            node["additionalProperties"] = False
        for item in node.values():
            _close(item)
    elif isinstance(node, list):
        for item in node:
            _close(item)


class _Tidy(GenerateJsonSchema):
    """Pydantic's schema without what only Python needs: field titles, null and null defaults."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 - a core schema
        """Leave fields without titles: their names say as much."""
        del schema
        return False

    def nullable_schema(self, schema: Any) -> dict[str, Any]:  # noqa: ANN401 - a core schema
        """Leave null out: in a document, absent is said by leaving the key out."""
        inner: dict[str, Any] = self.generate_inner(schema["schema"])
        return inner

    def default_schema(self, schema: Any) -> dict[str, Any]:  # noqa: ANN401 - a core schema
        """Leave defaults of null out."""
        made: dict[str, Any] = super().default_schema(schema)
        if made.get("default", 0) is None:
            del made["default"]
        return made
