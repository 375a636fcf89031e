from __future__ import annotations

import json

import pytest

from align.cli.drafts import InputError, parse_draft
from align.context import DraftContext

NOW = "2026-05-12T10:00:00+01:00"


def test_a_line_is_read_and_other_keys_are_ignored() -> None:
    row = {"id": "a", "body": "hi", "now": NOW, "context": {"inbound": "hey"}, "persona": "x", "tags": []}
    draft = parse_draft(json.dumps(row).encode())
    assert (draft.id, draft.body, draft.context) == ("a", "hi", DraftContext("hey"))
    assert draft.now.isoformat() == NOW


def test_id_and_context_may_be_absent() -> None:
    draft = parse_draft(json.dumps({"body": "", "now": "2026-05-12T09:00:00Z"}).encode())
    assert (draft.id, draft.body, draft.context) == (None, "", DraftContext())


def test_a_byte_order_mark_and_lone_surrogates_are_read() -> None:
    assert parse_draft(b'\xef\xbb\xbf{"body": "\\ud800", "now": "' + NOW.encode() + b'"}').body == "\ud800"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ("[]", "expected a JSON object, got a list"),
        ('"x"', "expected a JSON object, got text"),
        ("[" * 100_000, "not JSON that can be read"),
        ("1" * 5_000, "not JSON that can be read"),
        ('{"body": "x", "body": "y"}', "a key stands twice in one object"),
        ({"now": NOW}, "body: missing"),
        ({"body": None, "now": NOW}, "body: expected text, got null"),
        ({"body": 5, "now": NOW}, "body: expected text, got a number"),
        ({"body": "x"}, "now: missing"),
        ({"body": "x", "now": 5}, "now: expected text, got a number"),
        ({"body": "x", "now": "soon"}, "now: 'soon' is no moment"),
        ({"body": "x", "now": "2026-05-12T10:00:00"}, "now: '2026-05-12T10:00:00' has no UTC offset"),
        ({"body": "x", "now": "2026-05-12"}, "has no UTC offset"),
        ({"id": 1.5, "body": "x", "now": NOW}, "id: expected text or a whole number, got a number"),
        ({"id": True, "body": "x", "now": NOW}, "id: expected text or a whole number, got true or false"),
        ({"body": "x", "now": NOW, "context": []}, "context: expected a mapping"),
        ({"body": "x", "now": NOW, "context": {"inbuond": ""}}, "context.inbuond: unknown key"),
        ({"body": "x", "now": NOW, "context": {"inbound": 5}}, "context.inbound: expected text"),
        ({"body": "x", "now": NOW, "context": {"time_locked": "no"}}, "context.time_locked: expected true"),
    ],
)
def test_what_is_wrong_is_named_with_its_field(line: str | dict[str, object], said: str) -> None:
    raw = line if isinstance(line, str) else json.dumps(line)
    with pytest.raises(InputError) as caught:
        parse_draft(raw.encode())
    assert said in str(caught.value)


def test_bytes_that_are_not_utf_8_are_named() -> None:
    with pytest.raises(InputError, match=r"not UTF-8 \(byte 10 of the line\)"):
        parse_draft(b'{"body": \xff}')
