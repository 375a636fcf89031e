"""A price in the persona's own currency is read however people at home write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 12, 1, 10, tzinfo=UTC)
FORMS = {
    "KES": "KSh #|Ksh#|Kshs. #|KES #|Sh #|# bob|#/=|# ksh|# shillings",
    "UGX": "USh #|UGX #|#/=|Shs #|# shillings",
    "TZS": "TSh #|TZS #|#/=",
    "XOF": "# FCFA|# F CFA|# CFA|CFA #|#F|# francs",
    "GHS": "GH₵#|₵#|GH¢#|GHC #|GHS #|# cedis",
    "NGN": "₦#|N#|NGN #|# naira",
    "ZAR": "R#|R #|ZAR #|# rand|# bucks",
    "ZMW": "K#|ZMW #|# kwacha",
    "BWP": "P#|# pula",
    "MYR": "RM#|RM #|# RM|#RM|# ringgit",
    "IDR": "Rp #|Rp. #|# rupiah",
    "PHP": "₱#|P#|PHP #|# pesos",
    "INR": "₹#|Rs #|Rs. #|#/-|# rupees|# bucks",
    "BDT": "৳#|Tk #|# taka",
    "AED": "AED #|Dhs #|# dhs|# dirhams",
    "SAR": "SAR #|SR #|# riyals",
    "QAR": "QAR #|QR #",
    "EGP": "LE #|# LE|# pounds",
    "CHF": "CHF #|Fr. #|SFr. #|#.-|# francs",
    "CZK": "# Kč|# crowns|CZK #",
    "HUF": "# Ft|HUF #|# forint",
    "RON": "# lei|RON #",
    "PEN": "S/#|S/. #|PEN #|# soles",
    "COP": "$#|COP #|# pesos",
    "CAD": "$#|C$#|CDN #|CDN$#",
    "HKD": "HK$#|HKD #|$#",
}
EACH = [(currency, form) for currency, forms in FORMS.items() for form in forms.split("|")]


def _rules(currency: str, form: str, amount: int) -> set[str]:
    document = {
        "persona": "test",
        "currency": currency,
        "timezone": "UTC",
        "rates": [{"minutes": 60, "amount": 90}, {"minutes": 90, "amount": 125}],
        "locations": [{"city": "Leeds"}],
    }
    body = f"An hour at {form.replace('#', str(amount))} is what I charge, and see you in Leeds."
    checked = validate_draft(body, compile_spec(Spec.from_dict(document)), now=NOW)
    return {v.rule for v in checked.violations}


@pytest.mark.parametrize(("currency", "form"), EACH)
def test_the_right_price_passes_and_a_wrong_one_is_held(currency: str, form: str) -> None:
    assert _rules(currency, form, 90) == set()
    assert _rules(currency, form, 80) == {"price_contradiction"}


@pytest.mark.parametrize("form", ["KSh #", "# FCFA", "# pula", "TSh #"])
def test_another_currency_s_own_mark_is_not_the_card_s(form: str) -> None:
    assert _rules("USD", form, 90) == {"price_contradiction"}


@pytest.mark.parametrize("body", ["P90X is a workout", "Meet me at K2", "I have 90 d left", "We're 5 b ok"])
def test_a_letter_is_no_mark_beside_another_card(body: str) -> None:
    document = {
        "persona": "x",
        "currency": "USD",
        "timezone": "UTC",
        "rates": [{"minutes": 60, "amount": 70}],
    }
    checked = validate_draft(body, compile_spec(Spec.from_dict(document)), now=NOW)
    assert checked.violations == ()


@pytest.mark.parametrize(("said", "rules"), [("€90", set()), ("€60", {"price_contradiction"})])
def test_a_sum_is_no_length_of_a_list(said: str, rules: set[str]) -> None:
    document = {
        "persona": "x",
        "currency": "EUR",
        "timezone": "UTC",
        "rates": [{"minutes": 60, "amount": 90}, {"minutes": 90, "amount": 125}],
    }
    body = f"The hour is {said} and ninety minutes is €125."
    checked = validate_draft(body, compile_spec(Spec.from_dict(document)), now=NOW)
    assert {v.rule for v in checked.violations} == rules
