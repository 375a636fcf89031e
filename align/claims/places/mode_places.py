"""Where and when a mode is offered.

The clause's own place comes first; then the one that "there" points back to or that the
sentences before are about, then the one that the rest of the draft or the client names.
"Here" is wherever the professional is on that day, unless the place is said behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Days, Stance
from align.claims.nearby import claims_between
from align.claims.places.next_to_sentence import sentence_before
from align.claims.places.pointing_back import is_span
from align.claims.places.travel_offers import from_now_on
from align.records import changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from align.claims.claim import Mode, ModeClaim, PlaceClaim
    from align.claims.utterance import Utterance

_FIRST: Final = attrgetter("first")
_CONTRASTS: Final = frozenset("but whereas while though although".split())
_INTRODUCING: Final = frozenset("in at".split())
_BESIDE: Final = 2
_FEW: Final = 8


def place_modes(u: Utterance, claims: Sequence[ModeClaim]) -> list[ModeClaim]:
    """Attach to every claim the locations and the days that it is said of."""
    named = [p for p in u.places if p.listed and p.stance is not Stance.REFUSED]
    asked = [p for p in u.inbound.places if p.listed] if u.inbound is not None else []
    later = [p for p in named if p.about == "professional"][:_FEW]
    known = {
        mode: _Known(named, _left_for(u, later, mode, claims), asked[-1].listed if asked else ())
        for mode in {claim.mode for claim in claims}
    }
    return [_placed(u, claim, known[claim.mode]) for claim in claims]


def _left_for(
    u: Utterance, places: list[PlaceClaim], mode: Mode, claims: Sequence[ModeClaim]
) -> list[PlaceClaim]:
    """Return the places but for those of the other mode: "I only come out to people. You could come to me in Lisburn"."""
    other = {u.reading.sentence(claim.first)[0] for claim in claims if claim.mode != mode}
    return [p for p in places if u.reading.sentence(p.first)[0] not in other] if other else places


class _Known(NamedTuple):
    """The listed places that the draft names, and the one that the client asks about."""

    named: list[PlaceClaim]
    later: list[PlaceClaim]
    asked: tuple[int, ...]


def _placed(u: Utterance, claim: ModeClaim, known: _Known) -> ModeClaim:
    begin, end = _clause(u, claim)
    own = _own_days(u, claim, begin, end)
    if _says_elsewhere(u, claim, begin) or _is_otherwise(u, claim, known):
        return changed(claim, place=(), days=own or from_now_on(u, claim.first, claim.last))
    place = _place_in(u, claim, known.named, begin, end)
    if place is not None:
        return changed(claim, place=place.listed, days=place.days or own)
    if _says_here(u, begin, end):
        return changed(claim, place=_where_we_are(u, claim, known), days=own)
    if _is_before_then(u, begin, end) or _is_priced_apart(u, claim, begin):
        return changed(claim, place=(), days=own)
    if own is None and _is_rate(u, claim, begin) and len({p.listed for p in known.named}) > 1:
        # what it costs "when you come to me", wherever that is
        listed = tuple(sorted({i for p in known.named for i in p.listed}))
        return changed(claim, place=listed, days=_spread(u, (p.days for p in known.named)))
    back = _pointed_back(u, claim, known)
    if back is not None:
        return changed(claim, place=back.listed, days=back.days)
    spoken = [p for p in _spoken_of(u, claim, known) if own is None or _may_be_on(p, own)]
    if not spoken:
        return changed(claim, place=known.asked, days=own or _settled_before(u, begin))
    listed = tuple(sorted({i for p in spoken for i in p.listed}))
    days = own or (spoken[0].days if len(spoken) == 1 else _spread(u, (p.days for p in spoken)))
    return changed(claim, place=listed, days=days)


def _where_we_are(u: Utterance, claim: ModeClaim, known: _Known) -> tuple[int, ...]:
    """Return the place that the draft has said, before a "here", that the professional is at today; empty where it has not."""
    today = u.moment.today
    said = [
        p
        for p in known.later
        if p.last <= claim.first and (p.days is None or p.days.begin <= today <= p.days.until)
    ]
    if said and _is_set_against(u, said[-1]):
        return ()
    return said[-1].listed if said else ()


def _is_set_against(u: Utterance, place: PlaceClaim) -> bool:
    """True for the Mumbai of "I don't visit homes in Pune, only in Mumbai": "here" may be the other."""
    general = place.days is not None and place.days.vague
    near = claims_between(u.places, u.reading.sentence(place.first)[0], place.first)
    return general and any(p.listed and p.stance is Stance.REFUSED for p in near)


def _own_days(u: Utterance, claim: ModeClaim, begin: int, end: int) -> Days | None:
    days = claims_between(u.days, begin, end)
    return min(days, key=lambda d: abs(d.first - claim.first), default=None)


def _place_in(
    u: Utterance, claim: ModeClaim, named: list[PlaceClaim], begin: int, end: int
) -> PlaceClaim | None:
    """Return the place of the claim's clause: right behind it, else the last one before it."""
    places = claims_between(named, begin, end)
    # "I'll come to you, York is studio only" goes on to another place
    behind = [
        p
        for p in places
        if 0 <= p.first - claim.last <= _BESIDE and u.reading.words[p.first - 1 : p.first] != [","]
    ]
    if behind:
        return behind[0]
    if _says_here(u, begin, end):
        places = [p for p in places if _is_here(u.reading.words, p)]
    if not places:
        return None
    before = [p for p in places if p.last <= claim.first]
    return (before[-1:] or places)[0]


def _is_here(words: list[str], place: PlaceClaim) -> bool:
    """True for "here in Utrecht"."""
    at = place.first - 1
    at -= at >= 0 and words[at] in _INTRODUCING
    return at >= 0 and words[at] == "here"


def _spoken_of(u: Utterance, claim: ModeClaim, known: _Known) -> Sequence[PlaceClaim]:
    """Return the places of the nearest sentence before the claim's that names any, else later ones."""
    begin, _ = u.reading.sentence(claim.first)
    before = bisect_left(known.named, begin, key=_FIRST)
    if not before:
        return known.later
    start, _ = u.reading.sentence(known.named[before - 1].first)
    return known.named[bisect_left(known.named, start, key=_FIRST) : before]


def _may_be_on(place: PlaceClaim, days: Days) -> bool:
    """True unless the place is said of other days."""
    return place.days is None or (place.days.begin <= days.until and days.begin <= place.days.until)


def _spread(u: Utterance, days: Iterable[Days | None]) -> Days:
    """Return the time from the first to the last of several days, None being today."""
    today = u.moment.today
    bounds = [(today, today) if d is None else (d.begin, d.until) for d in days]
    return Days(first=0, last=0, begin=min(b for b, _ in bounds), until=max(u for _, u in bounds), vague=True)


def _settled_before(u: Utterance, begin: int) -> Days | None:
    """Return the one day of the sentence before: "Sorted for Sunday then. Ring the bell and come up"."""
    days = claims_between(u.days, *sentence_before(u.reading, u.reading.sentence(begin)[0]))
    one = days[0] if len(days) == 1 else None
    if one is None or one.stance is not Stance.ASSERTED or one.vague or one.until < u.moment.today:
        return None  # nothing is done on the day of "so good to chat yesterday"
    return one


def _is_before_then(u: Utterance, begin: int, end: int) -> bool:
    """True for "From the 7th I'm in Sligo. Till then I can come to you": not in Sligo."""
    words = u.reading.words
    if "then" not in words[begin + 1 : end]:
        return False
    return any(words[at] == "then" and words[at - 1] in _BEFORE for at in range(begin + 1, end))


def _is_priced_apart(u: Utterance, claim: ModeClaim, begin: int) -> bool:
    """True for "that's not what I charge at your house. Coming to you is 75": the price elsewhere."""
    if claim.first != begin or not claims_between(u.money, *u.reading.sentence(begin)):
        return False
    start = sentence_before(u.reading, begin)[0]
    at = u.reading.line_at
    return ANOTHER_PRICE.search(u.reading.line, at[start], at[begin]) is not None


def _is_rate(u: Utterance, claim: ModeClaim, begin: int) -> bool:
    """True for "$90 for the hour when you come to me", "when I come to you it's 120": a price, and no appointment."""
    words = u.reading.words
    led = words[max(begin, claim.first - _WHEN_REACH) : claim.first]
    return not _WHENEVER.isdisjoint(led) and bool(claims_between(u.money, *u.reading.sentence(claim.first)))


def _pointed_back(u: Utterance, claim: ModeClaim, known: _Known) -> PlaceClaim | None:
    """Return the place last given its days, where "that weekend" in the claim's sentence points back to them."""
    begin, end = u.reading.sentence(claim.first)
    words = u.reading.words
    end = min(end, begin + _THAT_REACH)
    if "that" not in words[begin:end] or not any(
        words[at] == "that" and is_span(words, at + 1) for at in range(begin, end)
    ):
        return None
    dated = [p for p in known.named if p.last <= begin and p.days is not None and p.about == "professional"]
    short = [p for p in dated if p.days is not None and p.days.until - p.days.begin < _SOME_TIME]
    return short[-1] if short else None


_WHENEVER: Final = frozenset(("when", "if", "whenever"))
_WHEN_REACH: Final = 4
_THAT_REACH: Final = 60
_SOME_TIME: Final = timedelta(days=60)
_BEFORE: Final = frozenset("till until til before".split())
ANOTHER_PRICE: Final = re.compile(
    r"\b(?:not|\w+n't) (?:(?:quite|really|exactly|at all) )?(?:the )?(?:what|price|rate|fee|charge|figure)"
    r" (?:(?:that|which) )?(?:i|we) (?:\w+ )?(?:charge|ask|take|do|quote|get)\b"
)
"""A price set apart from another mode's: "it isn't what I charge at your own house"."""
_CHARGING: Final = frozenset("charge ask take do quote get".split())


def sets_price_apart(words: AbstractSet[str]) -> bool:
    """Tell, cheaply, whether some words may set a price apart as `ANOTHER_PRICE` does."""
    return ("i" in words or "we" in words) and not _CHARGING.isdisjoint(words)


def _says_here(u: Utterance, begin: int, end: int) -> bool:
    return "here" in u.reading.words[begin:end]


def _says_elsewhere(u: Utterance, claim: ModeClaim, begin: int) -> bool:
    """True for "in the other two you come to me", "elsewhere I come to you": places that are not named again."""
    led = u.reading.words[max(begin, claim.first - _ELSEWHERE_REACH) : claim.first]
    if _ELSEWHERE.isdisjoint(led):
        return False
    return "elsewhere" in led or any(
        a in _INTRODUCING and (b, c) in _OTHERS for a, b, c in zip(led, led[1:], led[2:], strict=False)
    )


def _is_otherwise(u: Utterance, claim: ModeClaim, known: _Known) -> bool:
    """True for "I'm in York on Friday. Otherwise I come to you": on the other days, which need no York."""
    begin, _ = u.reading.sentence(claim.first)
    if u.reading.words[begin] != "otherwise":
        return False
    spoken = _spoken_of(u, claim, known)
    return any(p.last <= begin and p.days is not None for p in spoken)


_ELSEWHERE_REACH: Final = 8
_ELSEWHERE: Final = frozenset("elsewhere other others rest".split())
_OTHERS: Final = frozenset(
    (("the", "other"), ("the", "others"), ("the", "rest"), ("any", "other"), ("all", "others"))
)


def _clause(u: Utterance, claim: ModeClaim) -> tuple[int, int]:
    """Return the words of the claim's sentence, cut at contrasts ("whereas here …")."""
    begin, end = u.reading.sentence(claim.first)
    words = u.reading.words
    if _CONTRASTS.isdisjoint(words[begin:end]):
        return begin, end
    for index in range(claim.first - 1, begin - 1, -1):
        if words[index] in _CONTRASTS:
            begin = index
            break
    for index in range(claim.last, end):
        if words[index] in _CONTRASTS:
            end = index
            break
    return begin, end
