"""Documents of an older schema are brought to the present one when they are read, and never rewritten."""

from __future__ import annotations

from typing import Any

import pytest

from specs.store import StoreError
from specs.store.upcast import upcast


def _add_colour(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "colour": "blue"}


def _rename_colour(document: dict[str, Any]) -> dict[str, Any]:
    left = {key: value for key, value in document.items() if key != "colour"}
    return {**left, "color": document["colour"]}


STEPS = {1: _add_colour, 2: _rename_colour}


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (1, {"persona": "a", "color": "blue", "schema_version": 3}),
        (3, {"persona": "a"}),
    ],
)
def test_each_step_leads_to_the_next(version: int, expected: dict[str, Any]) -> None:
    stored = {"persona": "a"}
    assert upcast(stored, version, steps=STEPS, target=3) == expected
    assert stored == {"persona": "a"}


def test_a_document_of_the_present_schema_is_as_it_was_stored() -> None:
    assert upcast({"persona": "a"}, 1) == {"persona": "a"}


def test_a_document_that_no_step_leads_from_is_refused() -> None:
    with pytest.raises(StoreError, match="no step leads from schema version 1 to 2"):
        upcast({"persona": "a"}, 1, steps={2: _rename_colour}, target=3)
    with pytest.raises(StoreError, match="needs a newer release; this one reads 1"):
        upcast({"persona": "a"}, 2)
