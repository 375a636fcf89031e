"""Currencies, time zones, the nearest name, and the fold that stands in for the gate's."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specs.document import currencies, plain_fold, zones
from specs.document.currency import refusal_of
from specs.document.nearest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("code", "units"),
    [("USD", 2), ("EUR", 2), ("JPY", 0), ("KWD", 3), ("XOF", 0), ("ISK", 0), ("XCG", 2), ("ZWG", 2)],
)
def test_active_currencies_have_their_decimal_places(code: str, units: int) -> None:
    assert currencies()[code].minor_units == units


@pytest.mark.parametrize(
    "code", ["HRK", "BGN", "DEM", "ANG", "ZWL", "SLL", "XAU", "XXX", "XTS", "CLF", "EURO", "", "eur"]
)
def test_other_codes_are_refused(code: str) -> None:
    assert code not in currencies()
    assert refusal_of(code)


def test_the_table_is_well_formed() -> None:
    assert len(currencies()) == 155
    for code, currency in currencies().items():
        assert re.fullmatch("[A-Z]{3}", code)
        assert currency.code == code
        assert currency.minor_units in (0, 2, 3)
        assert currency.name.strip() == currency.name != ""


def test_every_successor_is_active() -> None:
    from specs.document.currency import _WITHDRAWN

    assert set(_WITHDRAWN.values()) <= set(currencies())
    assert not set(_WITHDRAWN) & set(currencies())


def test_every_zone_can_be_loaded() -> None:
    assert len(zones.zone_names()) > 500
    for name in zones.zone_names():
        ZoneInfo(name)


def test_a_zone_is_found_by_its_city() -> None:
    assert zones.refusal_of("Europe/London") is None
    assert (zones.refusal_of("new york") or "").endswith("did you mean 'America/New_York'?")


def test_names_are_near_or_not() -> None:
    assert nearest("textOnly", ["allowed", "text_only"]) == "text_only"
    assert nearest("zzz", ["allowed", "text_only"]) is None
    many = [f"persona-{number:04}" for number in range(1000)]
    assert nearest("Persona0473", many) == "persona-0473"
    assert nearest("zzz", many) is None
    assert did_you_mean("zzz", ["allowed"]) == ""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Deep  Tissue ", "deep tissue"),
        ("ＨＯＴ", "hot"),
        ("ho\u200bt", "hot"),
        ("a\tb\nc", "a b c"),
        ("Straße", "strasse"),
        ("\u3164\u00ad", ""),
        ("x\u00a0y", "x y"),
    ],
)
def test_the_plain_fold(text: str, folded: str) -> None:
    assert plain_fold(text) == folded


@given(st.text())
def test_the_plain_fold_is_idempotent(text: str) -> None:
    assert plain_fold(plain_fold(text)) == plain_fold(text)
