"""The work of a check of prices does not grow faster than what is read, in the draft and in the client's message."""

from __future__ import annotations

import datetime as dt

import pytest

from align import compile_spec, validate_draft
from specs import load_spec
from tests.work import calls_of

MARLOW = compile_spec(load_spec("fixtures/demo/personas/marlow.json"))
NOW = dt.datetime(2026, 5, 12, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize("part", ["60 or 70 or 80 for an hour, ", "£70, £55 or 60 quid then 90, "])
@pytest.mark.parametrize("where", ["body", "inbound", "both"])
def test_the_work_is_linear(part: str, where: str) -> None:
    def calls(times: int) -> int:
        body = part * times if where != "inbound" else "yep, works"
        inbound = part * times if where != "body" else None
        return calls_of(lambda: validate_draft(body, MARLOW, now=NOW, context={"inbound": inbound}))

    calls(1)  # what is loaded for the first check is no work of the next
    # Eight times the text: square work would be sixty-four times as much.
    assert calls(160) < 12 * calls(20)
