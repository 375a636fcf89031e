"""`validate_draft` as programs call it: arguments of the wrong type are named."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from align import Validation, validate_draft
from specs import Spec

SPEC = Spec.from_dict({"persona": "leo", "currency": "CAD", "timezone": "America/Toronto"})
NOW = dt.datetime(2026, 5, 12, 10, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"body": None}, "body: expected text, got NoneType"),
        ({"spec": "leo.json"}, r"spec: expected a Spec \(load_spec reads one\), got str"),
        ({"spec": {"persona": "leo"}}, r"spec: expected a Spec \(load_spec reads one\), got dict"),
        ({"now": "2026-05-12"}, "now: expected a datetime with its UTC offset, got str"),
        ({"now": None}, "now: expected a datetime with its UTC offset, got NoneType"),
        ({"context": "hi"}, "context: expected a mapping, got str"),
    ],
    ids=str,
)
def test_an_argument_of_the_wrong_type_is_named(wrong: dict[str, Any], told: str) -> None:
    arguments: dict[str, Any] = {"body": "hi", "spec": SPEC, "now": NOW} | wrong
    with pytest.raises(TypeError, match=told):
        validate_draft(**arguments)


@pytest.mark.parametrize("body", ["http://o", "https:///", "see https:////? ok"])
def test_a_link_without_a_host_is_echoed_without_a_fault(body: str) -> None:
    """Found by fuzzing: the client wrote a scheme with nothing behind it."""
    for inbound in ("http:///", "https://?", body):
        assert validate_draft(body, SPEC, now=NOW, context={"inbound": inbound}).errors == ()


def test_only_the_halves_of_a_character_come_back_from_json_as_the_character() -> None:
    found = validate_draft("Hi {name}, see you", SPEC, now=NOW)
    (violation,) = found.violations
    for text, comes_back in (("\udfff \udbff", "\udfff \udbff"), ("\udbff\udfff", "\U0010ffff")):
        changed = replace(found, violations=(replace(violation, text=text),))
        assert Validation.from_json(changed.to_json()).violations[0].text == comes_back
