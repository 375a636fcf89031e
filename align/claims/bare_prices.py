"""Decide whether a bare number is a price: "180 for the hour", "call it 150", "deposit is 75".

The evidence is what the number's neighbours say, looked at word by word: what follows it
("flat", "an hour", "holds the time"), what it completes ("it's", "comes to", "deposit of"),
the duration it is paired with, and the question it answers. Without evidence it is no price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf
from align.claims.durations import UNIT_MINUTES
from align.claims.numbers import NumberForm
from align.claims.price_links import asks_price
from align.claims.price_modes import modes_in
from align.reading.cues import AGREEMENT, BREAK, EMOJI, MODAL, PRICE, SENTENCE_END, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.numbers import Number
    from align.claims.utterance import Utterance

_HEDGES: Final = frozenset(
    "about around just only roughly exactly flat usual normally usually still now probably then approx"
    " currently always actually really a the even ~ = another already typically generally literally".split()
)
_PRICE_NOUNS: Final = frozenset(
    "price prices rate rates cost costs charge charges fee fees deposit retainer total balance"
    " remainder quote budget incall outcall costing charging priced totals pay paying".split()
)
_AFTER: Final = frozenset(
    "flat total altogether cash each even all-in all holds secures reserves upfront incl including"
    " included deposit incall outcall hourly plus".split()
)
_ENDS: Final = frozenset(
    ". , ! ? ; : … ) ( — - \n and or but for if so when with including plus at here as because tonight today"
    " tomorrow then which that is 's per flat total since though x xx in on cash now due to i you u please"
    " via by before up upfront instead only too right even rather than not minimum either whichever still max"
    " maximum these between until unless no after over during depending like always again it works regardless"
    " whether exactly straight gets buys covers".split(" ")
)
_COPULAS: Final = frozenset("is 's are be was 're".split())
_IT_IS: Final = frozenset("it's that's its thats tis that'd it'd it'll that'll".split())
_AUX: Final = frozenset("would will should 'd could might can it'd that'd".split())
_IT: Final = frozenset("it that this which so its thats it's that's tis that'd it'd it'll that'll".split())
_OFFERS: Final = frozenset(
    "do say charge charging charges quote quoting take accept make made call asking ask want offer pay paying manage"
    " stretch go accepting taking".split()
)
_COUNT_WORDS: Final = frozenset("page pages unit room flat number no # op opus bus size aged age chapter grade level"
                                " line lines platform gate apt apartment suite floor seat table row exit track"
                                " version route highway motorway".split())  # fmt: skip
_HOURLIKE: Final = 12


def is_price(u: Utterance, number: Number) -> bool:
    """True when the text makes the bare `number` a price."""
    reading = u.reading
    words, marks = reading.words, reading.marks
    first, last = number.first, number.last
    value = float(number.value)
    if value <= 0 or _counts(u, number):
        return False
    if _follows_price(u, number):
        return True
    at = first - 1
    while at >= 0 and words[at] in _HEDGES:
        at -= 1
    before = words[at] if at >= 0 else ""
    ends = last >= len(words) or words[last] in _ENDS or bool(marks[last] & (BREAK | EMOJI))
    if not ends:
        return False
    if before in _PRICE_NOUNS or (before in (":", "=", "-", "—", "of", ",") and at and words[at - 1] in _PRICE_NOUNS):
        return value >= 5
    if _paired(u, number, at):
        return True
    if before in _COPULAS or before in _IT_IS:
        return _completes(u, number, at + (before in _IT_IS))
    if before == "to":
        return words[at - 1 : at] and words[at - 1] in ("comes", "come", "down", "up", "amounts", "drop", "go", "works", "works-out", "lower") and value > _HOURLIKE
    if before == "at":
        return words[at - 1 : at] and words[at - 1] in ("starts", "starting", "start", "sits", "stands", "stays", "priced", "meet", "rate") and _plausible(u, value)
    if before == "from":
        return _plausible(u, value) and bool(reading.seen & PRICE)
    if before == "for":
        return _plausible(u, value) and _done_for(u, at)
    if before in ("it", "that") and at and words[at - 1] in ("call", "make", "calling", "leave"):
        return _plausible(u, value)
    if before in _OFFERS:
        return _plausible(u, value, strict=True) and _haggles(u, at)
    if before in ("or", "and", ",", "/", "to"):
        return _beside_price(u, number, at)
    return _answers(u, number, at)


def _counts(u: Utterance, number: Number) -> bool:
    """True for a number that plainly counts, numbers or measures something else."""
    words = u.reading.words
    before = words[number.first - 1] if number.first else ""
    after = words[number.last] if number.last < len(words) else ""
    if before in _COUNT_WORDS or before in ("x", "×", "*", "#", "+") or after in ("x", "×", "*", "%", "percent", "°", "/"):
        return not (after == "/" and words[number.last + 1 : number.last + 2] in (["h"], ["hr"], ["hour"]))
    if after in UNIT_MINUTES and after not in ("m", "h"):
        return True
    return after in ("of", "years", "yrs", "yo", "guests", "people", "pm", "am", "'s") and after != "'s"


def _follows_price(u: Utterance, number: Number) -> bool:
    """True when what follows makes a price: "an hour", "for the hour", "holds it", "flat"."""
    words = u.reading.words
    last = number.last
    if last >= len(words):
        return False
    word = words[last]
    value = float(number.value)
    if word in ("per", "/", "an", "a", "p", "ph", "hourly") and last + 1 < len(words):
        unit = UNIT_MINUTES.get(words[last + 1])
        if word in ("hourly", "ph"):
            return True
        return unit is not None and 30 <= unit <= 1440 and (word != "a" or unit == 60) and value > 4
    if word in ("gets", "buys", "covers") and any(last < d.first <= last + 4 for d in u.durations):
        return value > 4
    if words[last : last + 2] == ["it", "is"] or word in ("works", "ok", "okay") or words[last : last + 2] in (["is", "fine"], ["'s", "fine"], ["is", "ok"]):
        return _topic(u) and _plausible(u, value)
    if word in ("deposit", "retainer") or (word in ("holds", "secures", "reserves", "locks") and value > 4):
        return True
    if word == "to" and words[last + 1 : last + 2] and words[last + 1] in ("hold", "secure", "book", "reserve", "lock"):
        return value > 4
    if word == "for":
        return _for_duration(u, last)
    if word in ("flat", "all-in", "altogether", "cash", "incall", "outcall") and _plausible(u, value):
        return True
    if word == "all" and words[last + 1 : last + 2] == ["in"]:
        return _plausible(u, value)
    if word in ("total", "in") and (word == "total" or words[last + 1 : last + 2] == ["total"]):
        return _plausible(u, value)
    if word in ("all", "even", "each") and words[last + 1 : last + 2] in ([], ["in"], ["."], [","]) and word != "even":
        return _plausible(u, value, strict=True) and bool(u.reading.seen & PRICE)
    return False


def _for_duration(u: Utterance, at: int) -> bool:
    """True when "for" introduces a duration: "180 for the hour", "180 for 90 mins"."""
    for duration in u.durations:
        if at < duration.first <= at + 4 and duration.low >= 10 and duration.low < 1440:
            between = u.reading.words[at + 1 : duration.first]
            return all(w in ("the", "a", "an", "your", "our", "my", "first", "full", "one", "that", "just", "like") for w in between)
    return False


def _paired(u: Utterance, number: Number, at: int) -> bool:
    """True when a duration stands right before: "60 - 180", "an hour is 220", "1hr 80"."""
    words = u.reading.words
    if float(number.value) < 5:
        return False
    for duration in u.durations:
        if duration.last > number.first or duration.low >= 1440 or duration.low < 10:
            continue
        gap = words[duration.last : number.first]
        if len(gap) > 9:
            continue
        if not gap:
            return number.value > _HOURLIKE and _plausible(u, float(number.value))
        if gap[-1] in _HEDGES and len(gap) > 1:
            gap = gap[:-1]
        glue = gap[-1]
        if glue in ("-", "—", ":", "=", "/", "'s", "is", "be", "costs", "cost", "runs", "to") and len(gap) <= 8:
            if len(gap) == 1 or glue in ("costs", "cost", "runs"):
                return glue != "to"
            if any(w in (".", "!", "?", "\n", "and", "but") for w in gap):
                return False
            return glue != "to" or gap[-2] in ("comes", "come", "down", "up")
        if gap == ["for"] or gap == ["for", "just"] or gap == ["at"]:
            return _plausible(u, float(number.value))
        if glue == "," and len(gap) <= 4 and duration.of is not DurationOf.OTHER:
            return _plausible(u, float(number.value))
    return False


def _completes(u: Utterance, number: Number, at: int) -> bool:
    """Judge "X is N" by its subject."""
    reading = u.reading
    words, marks = reading.words, reading.marks
    value = float(number.value)
    begin, _ = reading.sentence(number.first)
    at -= 1
    while at >= begin and words[at] in _AUX:
        at -= 1
    if at < begin:
        return False
    subject = words[at]
    if subject in _IT:
        known = _on_card(u, value)
        last = number.last
        strong = last < len(words) and words[last] in ("for", "flat", "total", "incall", "outcall", "cash", "all", "per", "plus")
        talk = _priced_talk(u, begin)
        return known or (_plausible(u, value) and (talk or strong))
    nouns = range(at, max(begin, at - 9) - 1, -1)
    for place in nouns:
        if marks[place] & PRICE and words[place] not in ("each", "much", "flat", "per", "special", "deal"):
            return value >= 5
        if marks[place] & SERVICE_WORD or words[place] in ("session", "sessions", "appointment", "set", "incall", "outcall", "mine", "yours", "studio"):
            return _plausible(u, value)
        if any(d.first <= place < d.last for d in u.durations):
            return _plausible(u, value)
        if words[place] in (",", "and", "but") and place < at:
            break
    return bool(modes_in(u, max(begin, at - 6), number.first)) and _plausible(u, value)


def _topic(u: Utterance) -> bool:
    """True when the client's message is about a price."""
    return u.inbound is not None and (bool(u.inbound.money) or asks_price(u.inbound))


def _priced_talk(u: Utterance, begin: int) -> bool:
    """True when prices are the topic: the client asks, or this or the last sentence speaks of them."""
    if _topic(u):
        return True
    reading = u.reading
    start = reading.sentence(begin - 1)[0] if begin else begin
    end = reading.sentence(begin)[1]
    if any(reading.marks[i] & PRICE and reading.words[i] not in ("each", "much", "flat", "per", "special") for i in range(start, end)):
        return True
    return any(start <= m.first < end for m in u.money) or any(
        start <= d.first < end and d.of is not DurationOf.OTHER for d in u.durations
    )


def _on_card(u: Utterance, value: float) -> bool:
    return bool(u.known.amounts) and f"{value:g}" in u.known.amounts and value > _HOURLIKE


def _plausible(u: Utterance, value: float, *, strict: bool = False) -> bool:
    """True for a number of a price's size; `strict` leaves out what is also a duration."""
    if strict and (value in (15, 30, 45, 60, 90, 120) or value in u.known.session_minutes) and not _on_card(u, value):
        return False
    if not u.known.amounts:
        return value >= 20
    amounts = [float(a) for a in u.known.amounts]
    return 0.2 * min(amounts) <= value <= 6 * max(amounts) and value > 4


_DOING: Final = frozenset("do come see book play offer have get host visit travel teach drive yours cover manage fit meet".split())


def _done_for(u: Utterance, at: int) -> bool:
    """True for "can do it for 150", "come to your hotel for 35", not "table for 12"."""
    reading = u.reading
    words, marks = reading.words, reading.marks
    begin, _ = reading.sentence(at)
    window = range(max(begin, at - 10), at)
    if words[at - 1] in ("yours", "it", "that", "hour", "both", "studio") and any(words[i] in _DOING for i in window):
        return True
    doing = any(words[i] in _DOING for i in window) and any(marks[i] & MODAL for i in window)
    if doing and (words[at - 1] in ("you", "him", "her", "them", "us", "session", "lot") or modes_in(u, max(begin, at - 6), at)):
        return True
    return any(d.last == at for d in u.durations) or any(marks[i] & SERVICE_WORD for i in range(max(begin, at - 3), at))


def _haggles(u: Utterance, at: int) -> bool:
    """True for "I could do 150", "I charge 150", "let's say 150"."""
    words, marks = u.reading.words, u.reading.marks
    if words[at] in ("charge", "charging", "charges", "quote", "quoting", "asking", "pay", "paying"):
        return True
    begin, _ = u.reading.sentence(at)
    window = range(max(begin, at - 4), at)
    return any(marks[i] & MODAL or words[i] in ("i'd", "let's", "lets", "i'll", "you") for i in window)


def _beside_price(u: Utterance, number: Number, at: int) -> bool:
    """True for the second of two amounts of one shape: "310 here or 380 at yours"."""
    begin, end = u.reading.sentence(number.first)
    near = [m for m in u.money if begin <= m.first < at and at - m.last <= 6]
    if not near or not _plausible(u, float(number.value)):
        return False
    last = number.last
    words = u.reading.words
    return last >= len(words) or words[last] in ("for", "at", "here", "if", "incall", "outcall", ".", "with", "to") or last >= end


def _answers(u: Utterance, number: Number, at: int) -> bool:
    """True when the number opens the answer to a question about the price."""
    reading = u.reading
    begin, _ = reading.sentence(number.first)
    lead = range(begin, number.first)
    if any(not reading.marks[i] & (AGREEMENT | BREAK | SENTENCE_END) and reading.words[i] not in _HEDGES | {"x", "hey", "hi", "so", "that's", "for", "you"} for i in lead):
        return False
    value = float(number.value)
    if number.form is NumberForm.SLANG:
        return True
    if not asks_price(u.inbound):
        return False
    return _plausible(u, value)
