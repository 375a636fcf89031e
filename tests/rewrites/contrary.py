"""Change the facts under a draft: what it rightly said is wrong then, and a draft that states it must be held.

`python -m tests.rewrites.contrary [KIND ...] [--show]` says by kind how many drafts name the fact that is changed, and
how many of them are held. The rest are refusals, questions and other people's (which stay clean), and what the gate
does not read: a reading that a fact alone used to confirm shows here, and nowhere else.
"""

from __future__ import annotations

import argparse
import copy
import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from align import validate_draft
from specs import Spec
from tests.gold import FIXTURES, Case, cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Document = dict[str, Any]
Change = tuple[str, Document]
"""What is changed, as it stands in the draft (or a word for it), and the facts with that change."""


class Contrary(NamedTuple):
    """A draft against facts that say otherwise, and the rule that it breaks if it states what they said."""

    case: Case
    spec: Spec
    rule: str
    what: str


def _whole(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,:]){re.escape(text)}(?![\w:]|[.,]\d)", re.IGNORECASE)


def other_prices(facts: Document, body: str) -> Iterator[Change]:
    """Each amount of the card that the draft writes in digits, raised."""
    for amount in sorted({rate["amount"] for rate in facts.get("rates", [])}, key=float):
        if not _whole(f"{float(amount):g}").search(body):
            continue
        changed = copy.deepcopy(facts)
        for rate in changed["rates"]:
            if rate["amount"] == amount:
                rate["amount"] = round(float(amount) * 1.137 + 1.31, 2)
        yield f"{float(amount):g}", changed


def other_places(facts: Document, body: str) -> Iterator[Change]:
    """Each location that the draft names, gone."""
    for index, location in enumerate(facts.get("locations", [])):
        names = (location["city"], *location.get("aliases", []))
        named = next((name for name in names if _whole(name).search(body)), None)
        if named is not None:
            changed = copy.deepcopy(facts)
            changed["locations"][index] = {"city": "Ulaanbaatar", "country": "MN"}
            changed.get("mission", {}).pop("market", None)
            yield named, changed


def banned_services(facts: Document, body: str) -> Iterator[Change]:
    """Each service that the draft names, never offered."""
    for service in facts.get("services", []):
        if _whole(service).search(body):
            changed = copy.deepcopy(facts)
            changed["services"].remove(service)
            changed["never_offer"] = [*changed.get("never_offer", []), service]
            yield service, changed


def other_contacts(facts: Document, body: str) -> Iterator[Change]:
    """Each handle, link, phone number and address that the draft gives, gone."""
    channels = facts.get("channels", {})
    handles = channels.get("handles", {})
    listed = [*handles.values(), *(c for kind in _CONTACTS for c in channels.get(kind, []))]
    for contact in listed:
        if not re.search(
            rf"(?<![\w.@-]){re.escape(_SCHEME.sub('', contact))}(?![\w/]|\.\w)", body, re.IGNORECASE
        ):
            continue
        changed = copy.deepcopy(facts)
        changed["channels"]["handles"] = {k: v for k, v in handles.items() if v != contact}
        for kind in _CONTACTS:
            changed["channels"][kind] = [c for c in channels.get(kind, []) if c != contact]
        yield contact, changed


_SCHEME: Final = re.compile(r"^https?://(?:www\.)?|/$")
_CONTACTS: Final = ("links", "phones", "emails")


def no_slots(facts: Document, body: str) -> Iterator[Change]:
    """The slots of the day in the dead of night, for a draft that names a number or an hour."""
    mission = facts.get("mission", {})
    if mission.get("slots") and re.search(r"\d|noon|half|o'clock|\b(?:one|two|three|four|five|six)\b", body):
        changed = copy.deepcopy(facts)
        day = mission["date"]
        changed["mission"]["slots"] = [[f"{day}T03:00:00", f"{day}T03:20:00"]]
        yield "a start", changed


def ten_hours(facts: Document, body: str) -> Iterator[Change]:
    """Ten hours at least, for a draft that names a length."""
    if facts.get("min_minutes") and re.search(
        r"\b(?:hours?|hrs?|min(?:ute)?s?)\b|\d ?(?:h|m|hrs?|mins?)\b", body
    ):
        yield "a length", facts | {"min_minutes": 600}


def no_modes(facts: Document, body: str) -> Iterator[Change]:
    """Neither hosting nor travelling, for a draft that speaks of either."""
    if facts.get("modes") and re.search(_MODES, body, re.IGNORECASE):
        changed = copy.deepcopy(facts) | {"modes": []}
        for location in changed.get("locations", []):
            location["modes"] = []
        shortest: dict[int, Document] = {}
        for rate in changed.get("rates", []):
            rate.pop("mode", None)
            shortest.setdefault(rate["minutes"], rate)
        if shortest:
            changed["rates"] = list(shortest.values())
        yield "a mode", changed


_MODES: Final = (
    r"\b(?:come|visit|travel|drive|over|outcall|incall|to you|at mine"
    r"|(?:your|my) (?:place|home|house|hotel|door|studio|room|flat))\b"
)
KINDS: Final[dict[str, tuple[str, Callable[[Document, str], Iterator[Change]]]]] = {
    "price": ("price_contradiction", other_prices),
    "place": ("location_not_in_facts", other_places),
    "phrase": ("never_offer", banned_services),
    "contact": ("handle_not_in_facts", other_contacts),
    "start": ("slot_not_in_mission", no_slots),
    "length": ("duration_below_minimum", ten_hours),
    "mode": ("mode_not_offered", no_modes),
}


def contraries(kind: str, every: int = 1) -> Iterator[Contrary]:
    """Yield the labelled drafts, `every` so many, that do not break the rule of a kind, against facts that say otherwise."""
    rule, changes = KINDS[kind]
    compiled: dict[str, Spec] = {}
    for case in _labelled()[::every]:
        if rule in case.rules:
            continue
        for what, changed in changes(case.spec.to_dict(), case.body):
            key = repr(changed)
            if key not in compiled:
                compiled[key] = Spec.from_dict(changed)
            yield Contrary(case, compiled[key], rule, what)


@cache
def _labelled() -> list[Case]:
    folders = [f"cases/{path.name}" for path in sorted((FIXTURES / "cases").iterdir())]
    return [case for folder in ("gold", *folders) for case in cases(folder)]


def is_held(one: Contrary) -> bool:
    """True where the rule holds the draft; for a price, the sum itself."""
    found = validate_draft(one.case.body, one.spec, now=one.case.now, context=one.case.context)
    texts = [v.text for v in found.violations if v.rule == one.rule]
    return any(one.what in text for text in texts) if one.rule == "price_contradiction" else bool(texts)


def main() -> None:
    """Measure the kinds that are asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kinds", nargs="*", help=f"of {', '.join(KINDS)}; all without any")
    options.add_argument("--show", action="store_true", help="show the drafts that are not held")
    chosen = options.parse_args()
    for kind in chosen.kinds or KINDS:
        tried = list(contraries(kind))
        clean = [one for one in tried if not is_held(one)]
        share = 100 * (1 - len(clean) / max(1, len(tried)))
        sys.stdout.write(f"{kind:10} {len(tried):6} {len(tried) - len(clean):6} held {share:6.2f} %\n")
        if chosen.show:
            for one in clean:
                inbound = (one.case.context or {}).get("inbound")
                heard = f" << {inbound!a}" if inbound else ""
                sys.stdout.write(f"  {one.case.id} [{one.what}] {one.case.now}: {one.case.body!a}{heard}\n")


if __name__ == "__main__":
    main()
