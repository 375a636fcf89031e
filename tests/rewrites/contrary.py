"""Change the facts under a draft: what it rightly said is wrong then, and a draft that states it must be held.

`python -m tests.rewrites.contrary [KIND ...] [--show]` says by kind how many drafts name the fact that is changed, and
how many of them are held. The rest are refusals, questions and other people's (which stay clean), and what the gate
does not read: a reading that a fact alone used to confirm shows here, and nowhere else.
"""

from __future__ import annotations

import argparse
import sys
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from align import validate_draft
from specs import Spec
from tests.gold import FIXTURES, Case, cases
from tests.rewrites.changes import contacts, days, prices, work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.rewrites.changes.change import Changes


class Contrary(NamedTuple):
    """A draft against facts that say otherwise, and the rule that it breaks if it states what they said."""

    case: Case
    spec: Spec
    rule: str
    what: str


KINDS: Final[dict[str, tuple[str, Changes]]] = {
    "price": ("price_contradiction", prices.one_raised),
    "card": ("price_contradiction", prices.all_raised),
    "swap": ("price_contradiction", prices.two_swapped),
    "deposit": ("price_contradiction", prices.other_deposit),
    "travel": ("price_contradiction", prices.other_travel),
    "no-travel": ("price_contradiction", prices.no_travel),
    "currency": ("price_contradiction", prices.other_currency),
    "place": ("location_not_in_facts", work.places_gone),
    "window": ("location_not_in_facts", days.windows_moved),
    "phrase": ("never_offer", work.services_banned),
    "contact": ("handle_not_in_facts", contacts.contacts_gone),
    "neighbour": ("handle_not_in_facts", contacts.contacts_exchanged),
    "start": ("slot_not_in_mission", days.slots_at_night),
    "today": ("slot_not_in_mission", days.slots_today),
    "length": ("duration_below_minimum", work.ten_hours),
    "mode": ("mode_not_offered", work.no_modes),
}


def contraries(kind: str, every: int = 1) -> Iterator[Contrary]:
    """Yield the labelled drafts, `every` so many, that do not break the rule of a kind, against facts that say otherwise."""
    rule, changes = KINDS[kind]
    compiled: dict[str, Spec] = {}
    for case in _labelled()[::every]:
        if rule in case.rules:
            continue
        for what, changed in changes(case.spec.to_dict(), case):
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
