"""Labelled drafts carried over to another persona: its facts and what is said of them changed alike.

What a draft breaks must not hang on which town, which phrase or which currency it is about.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from specs import Spec
from tests.rewrites.measure import read_right

if TYPE_CHECKING:
    from tests.gold import Case

Transfer = Callable[["Case"], "Case"]
"""Takes a labelled draft and returns it with other facts; the case itself where it does not apply."""

_SIGNS: Final = {
    "USD": "$",
    "CAD": "$",
    "AUD": "$",
    "NZD": "$",
    "GBP": "£",
    "EUR": "€",
    "NGN": "₦",
    "INR": "₹",
}
_NAMED_MONEY: Final = re.compile(
    r"\b(?:us|dollars?|bucks?|pounds?|quid|euros?|naira|rupees?|rs|cents?|pence|tenner|fiver|grand|ton|k|cash ?app)\b"
    r"|\b(?:usd|cad|aud|nzd|gbp|eur|ngn|inr)\b|\d ?[pko]\b|\d ?[$£€₦₹]",
    re.IGNORECASE,
)


def in_currency(code: str, sign: str) -> Transfer:
    """Return the transfer to a card in another currency, whose `sign` stands before its sums."""

    def transfer(case: Case) -> Case:
        own = _SIGNS.get(case.spec.currency)
        said = f"{case.body} {(case.context or {}).get('inbound') or ''}"
        others = set("$£€₦₹¥") - {own}
        if own is None or own not in said or _NAMED_MONEY.search(said) or not others.isdisjoint(said):
            return case
        return _said(replace(case, spec=_in_currency(case.spec, code)), lambda text: text.replace(own, sign))

    return transfer


@cache
def _in_currency(spec: Spec, code: str) -> Spec:
    return Spec.from_dict(spec.to_dict() | {"currency": code})


def with_other(field: str) -> Transfer:
    """Return the transfer that puts another phrase in the place of one in a list of the facts that the draft names."""

    def transfer(case: Case) -> Case:
        document = case.spec.to_dict()
        listed = _listed(document, field)
        named = next((name for name in listed if _whole(name).search(case.body)), None)
        if named is None:
            return case
        words = {
            word for name in _listed(document, "services", "never_offer") for word in name.lower().split()
        }
        fit = [
            other
            for other in _pool(field)
            if _shape(other) == _shape(named)
            and words.isdisjoint(other.lower().split())
            and other not in listed
        ]
        if not fit:
            return case
        other = fit[zlib.crc32(case.id.encode()) % len(fit)]
        spec = Spec.from_dict(_exchanged(document, named, other))
        return _said(replace(case, spec=spec), lambda text: _whole(named).sub(_like(other), text))

    return transfer


def _said(case: Case, change: Callable[[str], str]) -> Case:
    context = dict(case.context or {})
    if context.get("inbound"):
        context["inbound"] = change(context["inbound"])
    return replace(case, body=change(case.body), context=context)


def _listed(document: dict[str, Any], *fields: str) -> list[str]:
    """Return the phrases of lists of the facts, or the cities of its locations."""
    found: list[str] = []
    for field in fields:
        rows = document.get(field) or []
        found += [row["city"] for row in rows if row.get("city")] if field == "locations" else rows
    return found


@cache
def _pool(field: str) -> tuple[str, ...]:
    """Return every phrase of a list of the facts of all personas, but sums and cuts, which break rules of their own."""
    specs = {case.spec for case in read_right()}
    names = {name for spec in specs for name in _listed(spec.to_dict(), field)}
    return tuple(
        sorted(name for name in names if re.search(r"\bfree\b|discount|\bfor\b|\bdeal", name) is None)
    )


def _shape(name: str) -> tuple[str, int]:
    """Return what a name must share with another to stand in its place: its ending and how many words it has."""
    last = name.rsplit(maxsplit=1)[-1]
    ending = "ing" if last.endswith("ing") else "s" if last.endswith("s") else ""
    return ending, min(2, len(name.split()))


def _exchanged(value: Any, named: str, other: str) -> Any:
    if isinstance(value, dict):
        return {key: _exchanged(part, named, other) for key, part in value.items()}
    if isinstance(value, list):
        return [_exchanged(part, named, other) for part in value]
    return other if value == named else value


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def _like(other: str) -> Callable[[re.Match[str]], str]:
    """Return what writes another name with a capital where the match has one."""
    return lambda match: other[0].upper() + other[1:] if match.group()[0].isupper() else other


TRANSFERS: Final[dict[str, Transfer]] = {
    "another phrase never offered": with_other("never_offer"),
    "another service": with_other("services"),
    "another city": with_other("locations"),
} | {
    f"in {code}": in_currency(code, sign)
    for code, sign in {
        "EUR": "€", "GBP": "£", "CHF": "CHF ", "KES": "KSh ", "NGN": "₦", "GHS": "GH₵", "ZAR": "R", "INR": "Rs. ",
        "HKD": "HK$", "PHP": "₱", "AED": "AED ", "BRL": "R$",
    }.items()
}  # fmt: skip
