"""Other work: a place gone, a service never offered, a longer minimum, neither hosting nor travelling."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Final

from tests.rewrites.changes.change import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.gold import Case
    from tests.rewrites.changes.change import Change, Document


def places_gone(facts: Document, case: Case) -> Iterator[Change]:
    """Each location that the draft names, gone."""
    for index, location in enumerate(facts.get("locations", [])):
        names = (location["city"], *location.get("aliases", []))
        named = next((name for name in names if whole(name).search(case.body)), None)
        if named is not None:
            changed = copy.deepcopy(facts)
            changed["locations"][index] = {"city": "Ulaanbaatar", "country": "MN"}
            changed.get("mission", {}).pop("market", None)
            yield named, changed


def services_banned(facts: Document, case: Case) -> Iterator[Change]:
    """Each service that the draft names, never offered."""
    for service in facts.get("services", []):
        if whole(service).search(case.body):
            changed = copy.deepcopy(facts)
            changed["services"].remove(service)
            changed["never_offer"] = [*changed.get("never_offer", []), service]
            yield service, changed


def ten_hours(facts: Document, case: Case) -> Iterator[Change]:
    """Ten hours at least, for a draft that names a length."""
    if facts.get("min_minutes") and _LENGTHS.search(case.body):
        yield "a length", facts | {"min_minutes": 600}


_LENGTHS: Final = re.compile(r"\b(?:hours?|hrs?|min(?:ute)?s?)\b|\d ?(?:h|m|hrs?|mins?)\b")


def no_modes(facts: Document, case: Case) -> Iterator[Change]:
    """Neither hosting nor travelling, for a draft that speaks of either."""
    if facts.get("modes") and _MODES.search(case.body):
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


_MODES: Final = re.compile(
    r"\b(?:come|visit|travel|drive|over|outcall|incall|to you|at mine"
    r"|(?:your|my) (?:place|home|house|hotel|door|studio|room|flat))\b",
    re.IGNORECASE,
)
