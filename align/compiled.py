"""A spec compiled for checking: everything that can be worked out before a draft comes.

Compiling costs milliseconds and is done once per spec and rule set; the result is cached,
bounded, by the spec's digest and the rule set's fingerprint (align/validate.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from align.claims.channels.channel_policy import ChannelPolicy
from align.claims.contacts.contact_index import ContactIndex
from align.claims.known import Known
from align.claims.money.price_table import PriceTable
from align.claims.offered_phrases import PhraseIndex
from align.claims.places.places import PlaceIndex
from align.claims.voice.voice_policy import VoicePolicy
from align.reading import Vocabulary
from align.reading.folding import fold_text
from align.reading.phrase_parts import PhraseParts
from align.waivers import Waivers
from align.windows import LocationWindows, Slots

if TYPE_CHECKING:
    from align.rules.plugins import RuleSet
    from align.rules.rule import Rule
    from specs import Spec


@dataclass(frozen=True, slots=True)
class CompiledSpec:
    """A spec with its indexes.

    `document` is the spec itself; `known` what extraction needs of it.
    """

    document: Spec
    digest: str
    known: Known
    windows: LocationWindows
    prices: PriceTable
    contacts: ContactIndex
    channels: ChannelPolicy
    voice: VoicePolicy
    rules: RuleSet
    slots: Slots
    waivers: Waivers


def _phrases(document: Spec) -> list[str]:
    """Return every folded phrase of a spec that a draft may say: what is offered or never, its places, banned words."""
    places = [
        name
        for place in document.locations or ()
        for name in (place.city, place.region, *(place.aliases or ()))
    ]
    banned = (document.voice.banned if document.voice else None) or ()
    listed = [*(document.services or ()), *(document.never_offer or ()), *places, *banned]
    return [fold_text(phrase) for phrase in listed if phrase]


def compile_document(document: Spec, rules: RuleSet) -> CompiledSpec:
    """Build all indexes of one spec; `rules` are those that its policy selects."""
    rules = replace(rules, active=tuple(r for r in rules.active if _has_needs(document, r[0])))
    offers = PhraseIndex.of(document)
    places = PlaceIndex.of(document)
    voice = VoicePolicy.of(document)
    extra = _merge(offers.words(), places.words(), voice.words())
    parts = PhraseParts.of(_phrases(document), offers.heads(), offers.ends(), offers.pairs())
    known = Known(
        vocabulary=Vocabulary(extra, offers.stems(), parts),
        places=places,
        offers=offers,
        currency=document.currency,
        zone=ZoneInfo(document.timezone),
        session_minutes=frozenset(r.minutes for r in document.rates or ()),
        amounts=frozenset(f"{r.amount.normalize():f}" for r in document.rates or ()),
        shortest=document.min_minutes or 60,
    )
    return CompiledSpec(
        document=document,
        digest=document.digest,
        known=known,
        windows=LocationWindows.of(document),
        prices=PriceTable.of(document),
        contacts=ContactIndex.of(document),
        channels=ChannelPolicy.of(document),
        voice=voice,
        rules=rules,
        slots=Slots.of(document),
        waivers=Waivers.of(document),
    )


def _has_needs(document: Spec, rule: Rule) -> bool:
    """Absent facts are not checked: a rule runs where all that it needs is there."""
    return all(getattr(document, need, None) is not None for need in rule.needs)


def _merge(*tables: dict[str, int]) -> dict[str, int]:
    merged: dict[str, int] = {}
    for table in tables:
        for word, bits in table.items():
            merged[word] = merged.get(word, 0) | bits
    return merged
