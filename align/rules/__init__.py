"""The rules, in the order of the guide."""

from typing import Final

from align.rules.facts import (
    duration_below_minimum,
    handle_not_in_facts,
    location_not_in_facts,
    mode_not_offered,
    price_contradiction,
    slot_not_in_mission,
)
from align.rules.policy import (
    address_before_lock,
    channel_not_allowed,
    never_offer,
    pay_after,
    price_in_writing,
    service_in_writing,
    voice,
)
from align.rules.rule import Example, Rule

__all__ = ["RULES", "Example", "Rule"]

RULES: Final[tuple[Rule, ...]] = (
    price_contradiction.RULE,
    duration_below_minimum.RULE,
    location_not_in_facts.RULE,
    mode_not_offered.RULE,
    handle_not_in_facts.RULE,
    slot_not_in_mission.RULE,
    service_in_writing.RULE,
    price_in_writing.RULE,
    pay_after.RULE,
    channel_not_allowed.RULE,
    never_offer.RULE,
    address_before_lock.RULE,
    voice.RULE,
)
"""Every rule of the guide; a test shows that none is missing."""
