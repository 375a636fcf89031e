"""Receipts: who forged, edited, or outlived one is told so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.gate.receipt import Receipt, ReceiptError
from specs.store import StoredSpec, StoreUnavailableError
from specs.store.records import Stale
from tests.gate.parts import BAD_OFFER, CLEAN, NOW, WRONG, Engine, Log, Specs, spec

if TYPE_CHECKING:
    from align.gate.decision import Decision
    from specs import Spec

KEY = b"0123456789abcdef"
SLOTS = [["2026-11-21T18:00", "2026-11-21T20:00"]]


def decided(body: str, of: Spec) -> Decision:
    gate = AlignmentGate(GateParts(Specs(of), Engine(), Log()), clock=lambda: NOW)
    return gate.align_blocking(Candidate("c1", "leo", body))


def issued(body: str = CLEAN, of: Spec | None = None) -> Receipt:
    of = of or spec()
    return Receipt.issue(decided(body, of), of, KEY)


def checked(receipt: Receipt, body: str = CLEAN, of: Spec | None = None, **options: Any) -> str | None:
    key, now = options.pop("key", KEY), options.pop("now", NOW)
    return receipt.check(body, Specs(of or spec()), key, now=now)


def test_a_receipt_covers_its_body() -> None:
    receipt = issued()
    assert checked(receipt) is None
    assert Receipt.from_json(receipt.to_json()) == receipt


@given(st.text())
def test_no_other_body_is_covered(body: str) -> None:
    assert checked(issued(), body) == (None if body == CLEAN else "edited")


@pytest.mark.parametrize(
    "changes",
    [{"decision": "other"}, {"engine": "template"}, {"parts": {}}, {"valid_until": None}, {"persona": "mia"}],
    ids=lambda changes: next(iter(changes)),
)
def test_a_receipt_that_was_changed_is_forged(changes: dict[str, Any]) -> None:
    receipt = issued("I'm in Toronto today.")
    assert checked(replace(receipt, **changes), "I'm in Toronto today.") == "forged"


def test_another_key_s_receipt_is_forged() -> None:
    assert checked(issued(), key=b"another key, as long") == "forged"


def test_an_edit_of_the_facts_makes_it_stale() -> None:
    assert checked(issued(), of=spec(min_minutes=45)) == "stale"
    assert checked(issued(), of=spec(never_offer=["sedation"])) == "stale"


def test_a_mission_edit_leaves_a_body_alone_that_used_only_facts() -> None:
    before = spec(mission={"date": "2026-11-21", "slots": SLOTS})
    after = spec(mission={"date": "2026-11-21", "slots": [["2026-11-21T09:00", "2026-11-21T10:00"]]})
    assert checked(issued(CLEAN, before), CLEAN, after) is None
    timed = "I can start at 6:30 tonight."
    assert checked(issued(timed, before), timed, before) is None
    assert checked(issued(timed, before), timed, after) == "stale"


def test_it_ends_when_a_slot_does() -> None:
    of = spec(mission={"date": "2026-11-21", "slots": SLOTS})
    timed = "I can start at 6:30 tonight."
    receipt = issued(timed, of)
    assert receipt.valid_until == dt.datetime(2026, 11, 21, 23, tzinfo=dt.UTC)  # the slot opens
    assert checked(receipt, timed, of, now=receipt.valid_until) == "expired"
    assert checked(receipt, timed, of, now=receipt.valid_until - dt.timedelta(seconds=1)) is None


def test_it_ends_when_a_window_does_or_the_day() -> None:
    of = spec(locations=[{"city": "Toronto", "until": "2026-11-30"}])
    assert issued("I'm in Toronto.", of).valid_until == dt.datetime(2026, 11, 22, 5, tzinfo=dt.UTC)
    assert (
        issued("An hour is 80 at mine, no mode named.".replace(" at mine, no mode named", ""), of).valid_until
        is None
    )


def test_slots_that_come_later_make_a_time_stale_that_was_named_without_any() -> None:
    timed = "I can start at 6:30 tonight."
    after = spec(mission={"date": "2026-11-21", "slots": [["2026-11-21T09:00", "2026-11-21T10:00"]]})
    assert checked(issued(timed, spec()), timed, after) == "stale"
    assert checked(issued(CLEAN, spec()), CLEAN, after) is None


@pytest.mark.parametrize(
    ("zone", "now", "midnight"),
    [
        ("America/Toronto", "2026-11-01T03:30:00+00:00", "2026-11-01T04:00:00+00:00"),  # 25 hours lie ahead
        ("America/Toronto", "2026-11-01T12:00:00+00:00", "2026-11-02T05:00:00+00:00"),
        ("America/Toronto", "2026-03-08T12:00:00+00:00", "2026-03-09T04:00:00+00:00"),
        (
            "Africa/Cairo",
            "2026-04-23T12:00:00+00:00",
            "2026-04-23T22:00:00+00:00",
        ),  # this midnight is skipped
        ("Pacific/Kiritimati", "2026-11-21T15:00:00+00:00", "2026-11-22T10:00:00+00:00"),
        ("Asia/Kathmandu", "2026-11-21T15:00:00+00:00", "2026-11-21T18:15:00+00:00"),
    ],
)
def test_a_day_ends_by_the_clock_of_the_persona(zone: str, now: str, midnight: str) -> None:
    of = spec(timezone=zone)
    gate = AlignmentGate(GateParts(Specs(of), Engine(), Log()), clock=lambda: dt.datetime.fromisoformat(now))
    receipt = Receipt.issue(gate.align_blocking(Candidate("c1", "leo", "I'm in Toronto.")), of, KEY)
    assert receipt.valid_until == dt.datetime.fromisoformat(midnight)


def test_a_persona_that_is_gone_proves_nothing() -> None:
    receipt = issued()
    assert receipt.check(CLEAN, Specs(spec(persona="mia")), KEY, now=NOW) == "unknown"
    with pytest.raises(StoreUnavailableError):
        receipt.check(CLEAN, Specs(is_away=True), KEY, now=NOW)


def test_a_hold_has_no_receipt() -> None:
    with pytest.raises(ReceiptError, match="a held candidate"):
        issued(WRONG)
    with pytest.raises(ReceiptError, match="another spec"):
        Receipt.issue(decided(CLEAN, spec()), spec(min_minutes=45), KEY)
    with pytest.raises(ReceiptError, match="at least 16 bytes"):
        Receipt.issue(decided(CLEAN, spec()), spec(), b"short")


def test_an_older_spec_proves_nothing() -> None:
    receipt = issued()

    class OldSpecs(Specs):
        def current(self, persona: str) -> StoredSpec:
            return replace(super().current(persona), stale=Stale(NOW, "away"))

    with pytest.raises(StoreUnavailableError, match="the spec store is away"):
        receipt.check(CLEAN, OldSpecs(), KEY, now=NOW)


def test_a_seal_of_any_text_is_forged() -> None:
    assert checked(replace(issued(), seal="\u00e9\ud800")) == "forged"


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "", "{}", "[]", "null", '{"valid_until": 3}', '{"valid_until": "soon"}']
)
def test_what_is_no_receipt_is_refused(text: str) -> None:
    with pytest.raises(ReceiptError, match="this is no receipt"):
        Receipt.from_json(text)


def waiving(until: str, zone: str = "America/Toronto", **changes: Any) -> Spec:
    row = {
        "id": "ana-1", "rule": "never_offer", "said": "sedation", "until": until, "author": "ana", "reason": "why",
    }  # fmt: skip
    return spec(timezone=zone, policy={"waivers": [row | changes]})


@pytest.mark.parametrize(
    ("zone", "until", "end"),
    [
        ("America/Toronto", "2026-11-21", "2026-11-22T05:00:00+00:00"),
        ("America/Toronto", "2026-12-01", "2026-12-02T05:00:00+00:00"),
        ("Asia/Beirut", "2027-03-27", "2027-03-27T22:00:00+00:00"),  # the midnight after it is skipped
        ("America/Havana", "2027-11-06", "2027-11-07T04:00:00+00:00"),  # this one comes twice
    ],
)
def test_a_pass_under_a_waiver_ends_with_it(zone: str, until: str, end: str) -> None:
    of, ends = waiving(until, zone), dt.datetime.fromisoformat(end)
    last = ends - dt.timedelta(microseconds=1)
    gate = AlignmentGate(GateParts(Specs(of), Engine(), Log()), clock=lambda: last)
    receipt = Receipt.issue(gate.align_blocking(Candidate("c1", "leo", BAD_OFFER)), of, KEY)
    assert receipt.valid_until == ends
    assert checked(receipt, BAD_OFFER, of, now=last) is None
    assert checked(receipt, BAD_OFFER, of, now=ends) == "expired"
    gate = AlignmentGate(GateParts(Specs(of), Engine(), Log()), clock=lambda: ends)
    assert gate.align_blocking(Candidate("c2", "leo", BAD_OFFER)).body is None


def test_a_waiver_that_the_body_did_not_need_ends_nothing() -> None:
    assert issued("Hi! An hour is 80.", waiving("2026-11-30")).valid_until is None


def test_of_several_waivers_the_first_to_end_ends_the_pass() -> None:
    of = waiving("2026-11-30")
    rows = [*of.to_dict()["policy"]["waivers"]]
    rows.append(rows[0] | {"id": "ana-2", "said": "nail trims", "until": "2026-11-25"})
    body = "Sure, sedation is no problem, and so are nail trims."
    both = of.replace(policy={"waivers": rows}, never_offer=["sedation", "nail trims"])
    assert issued(body, both).valid_until == dt.datetime(2026, 11, 26, 5, tzinfo=dt.UTC)


def test_ending_a_waiver_makes_the_pass_stale() -> None:
    receipt = issued(BAD_OFFER, waiving("2026-11-30"))
    assert "policy" in receipt.parts
    assert checked(receipt, BAD_OFFER, waiving("2026-11-30")) is None
    assert checked(receipt, BAD_OFFER, spec()) == "stale"
