"""The four personas of the gold set load, are clean, and keep their content."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specs import Spec, lint_spec, load_spec

PERSONAS = sorted((Path(__file__).parents[2] / "fixtures" / "personas").glob("*.json"))


def test_there_are_four() -> None:
    assert {"amara", "leo", "noor", "quinn"} <= {path.stem for path in PERSONAS}


@pytest.mark.parametrize("path", PERSONAS, ids=[path.stem for path in PERSONAS])
def test_a_persona_loads_with_nothing_lost(path: Path) -> None:
    spec = load_spec(path)
    written = json.loads(path.read_text("utf-8"))
    expected = written | {"rates": sorted(written["rates"], key=lambda r: (r.get("mode", ""), r["minutes"]))}
    assert spec.persona == path.stem
    assert spec.to_dict() == expected
    assert Spec.from_json(spec.to_json()) == spec


@pytest.mark.parametrize("path", PERSONAS, ids=[path.stem for path in PERSONAS])
@pytest.mark.filterwarnings("error")
def test_pydantic_writes_slots_as_the_document_does(path: Path) -> None:
    spec = load_spec(path)
    written = json.loads(path.read_text("utf-8"))
    assert json.loads(spec.model_dump_json())["mission"]["slots"] == written["mission"]["slots"]


@pytest.mark.parametrize("path", PERSONAS, ids=[path.stem for path in PERSONAS])
def test_lint_has_nothing_to_say_of_a_sound_persona(path: Path) -> None:
    assert lint_spec(load_spec(path)) == []


def test_personas_differ() -> None:
    digests = {load_spec(path).digest for path in PERSONAS}
    assert len(digests) == len(PERSONAS)
