"""A room of extraction that crashes is reported, and never counts as clean."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from align.claims import extract
from align.claims.utterance import Utterance
from specs import Spec

SPEC = Spec.from_dict({"persona": "test", "currency": "USD", "timezone": "America/Chicago"})
NOW = datetime(2026, 11, 21, 16, tzinfo=UTC)


def read_badly(utterance: Utterance) -> None:
    raise LookupError(utterance.reading.words[0])


def test_a_crashing_room_is_an_error_of_the_validation(monkeypatch: pytest.MonkeyPatch) -> None:
    compile_spec(SPEC)
    monkeypatch.setattr(extract, "ROOMS", (*extract.ROOMS, read_badly))
    found = validate_draft("hello", SPEC, now=NOW)
    assert not found.ok
    assert [(e.rule, e.error) for e in found.errors] == [("extraction", "read_badly: LookupError: hello")]


def test_a_price_run_into_a_length_and_a_list() -> None:
    body = "$50Aminutesper1,1.canthreehundredforhand1,tofor.-%ausit-for"
    assert validate_draft(body, SPEC, now=NOW).errors == ()
