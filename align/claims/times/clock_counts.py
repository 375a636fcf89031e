"""What a number that could be an hour counts, measures or costs instead: "6 of us", "page 6", "one-thirty for the hour"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.dates.calendar_names import SUFFIXES
from align.claims.money.card_scale import is_hour, is_plausible
from align.claims.money.price_nouns import ROUGHLY
from align.claims.money.price_questions import speaks_of_price
from align.claims.nearby import claims_between
from align.reading.cues import CURRENCY, DURATION_UNIT, PRICE, STREET

if TYPE_CHECKING:
    from align.claims.times.clock_faces import Face
    from align.claims.utterance import Utterance

_REACH: Final = 14
LEADS: Final = frozenset(
    "at @ around till until til ~ circa about by before after from since past between".split()
)
_COUNTED: Final = frozenset(
    "ages aged age scale level grade page pages chapter no number room gate bus route size version act "
    "section"
    " verse track op flight flat unit apartment capped priced limited rated maxed valued table zone gas mark"
    " step steps lesson week day part line platform row seat channel highway exit ran scored rated "
    "weighs weighed measures"
    " version lap pace being lb lbs pound pounds stone foot ft".split()
)
_COUNTED_AT: Final = _COUNTED & frozenset(
    (
        "ages aged age scale level grade page pages capped limited priced rated maxed valued mark measures "
        "weighs weighed ran scored pace"
    ).split()
)
"""What still counts with a preposition between: "capped at 6", not "a day at 6"."""
_SERVED_TO: Final = frozenset(
    "party dinner lunch brunch supper menu meal cake buffet feast picnic tent".split()
)
"""What is for so many people: "a dinner party for eight"."""
_ONE_OF: Final = frozenset(
    "price rate fee cost end point level size speed pace stage sitting go venue table address place spot location house"
    " tempo volume standard setting".split()
)
"""What there is one of: "I've kept it at one price", not an hour of the day."""
_SIGNS: Final = frozenset(("$", "€", "£", "#", "+", "x", "×", "*", "/"))


def counts_nothing(u: Utterance, at: int, face: Face) -> bool:
    """True where no list of followers is needed: "at 6 once she's out", "5.30 left", "half six going".

    A preposition of time, minutes or a "half" leave little else to read, unless a unit or a
    plural follows: "at 6 different houses", "5.30 km".
    """
    words, marks = u.reading.words, u.reading.marks
    if face.kind not in (".", "half", "spoken") and (not at or words[at - 1] not in _POINTS):
        return False
    word, mark = words[face.last], marks[face.last]
    if word in SUFFIXES or word in _MEASURES or mark & (CURRENCY | DURATION_UNIT | STREET):
        return False
    if face.kind == "bare" and len(word) == _THOUSANDS and word.isdecimal():
        return not is_plausible(u.known, float(f"{words[face.last - 1]}{word}"))  # "at 4 750"
    if face.kind in (".", "half"):
        return True
    following = words[face.last + 1 : face.last + 2]
    if word in ("a", "an") and following and marks[face.last + 1] & DURATION_UNIT:
        return False  # "at 4 an hour"
    return not is_plural(word) and not (following and is_plural(following[0]) and word not in _STOPS)


_POINTS: Final = frozenset("at @".split())
_MEASURES: Final = frozenset(
    "% percent per of km kms k mile miles kg kgs kilo kilos lb lbs stone g gb mg ml litre litres liter "
    "liters oz m cm mm"
    " inch inches foot ft feet metre metres meter meters x star stars point points degrees".split()
)
_STOPS: Final = frozenset("if once as because unless where his her my your our the these those who".split())


def is_plural(word: str) -> bool:
    """True for a word that looks like a plural: "questions", not "class", "this" or "bus"."""
    return len(word) > _SHORT_WORD and word.endswith("s") and not word.endswith(("ss", "'s", "us"))


_SHORT_WORD: Final = 3
_THOUSANDS: Final = 3


def is_counted(u: Utterance, at: int) -> bool:
    """True after a word that numbers something: "page 6", "ages 5 to 12", "capped at 6"."""
    words = u.reading.words
    before = words[at - 1] if at else ""
    if before in _COUNTED or before in _SIGNS:
        return True
    if before == "for" and at > 1 and words[at - 2] in _SERVED_TO:
        return True
    if words[at] == "one" and words[at + 1 : at + 2] and words[at + 1] in _ONE_OF:
        return True
    return before in LEADS and at > 1 and words[at - 2] in _COUNTED_AT


def is_amount(u: Utterance, at: int, face: Face) -> bool:
    """True for "one eighty" of the card, and for the "one fifty" of "how about one fifty for the hour?"."""
    amount = face.minutes[0] // 60 % 12 or 12, face.minutes[0] % 60
    said = f"{amount[0]}{amount[1]:02d}"
    if said in u.known.amounts:
        return True
    if not u.known.amounts or not is_plausible(u.known, float(said)):
        return False
    words = u.reading.words
    if at > 1 and words[at - 1] == "at" and words[at - 2] in _COMING:
        return False
    asked = at > 1 and words[at - 1] == "at" and words[at - 2] in _ASKING
    if at and (
        words[at - 1] in _FROM or words[at - 1] in ROUGHLY or words[max(0, at - 2) : at] in _STARTS_AT
    ):
        begin, _ = u.reading.sentence(at)
        if any(mark & PRICE for mark in u.reading.marks[begin:at]) or (
            at - begin <= _FEW and speaks_of_price(u.inbound)
        ):
            return True
    if is_rate(u, face.last):
        return asked or bool(face.minutes[0] % 15) or _is_charged(u, at, face.last)
    length_before = at > 1 and any(
        at - 4 <= d.last < at for d in claims_between(u.durations, at - _REACH, at)
    )
    return length_before and (asked or bool(words[at - 1] in ("for", "at") and face.minutes[0] % 15))


def _is_charged(u: Utterance, at: int, last: int) -> bool:
    """True for "I do one-thirty for the hour": what is always done for "the" length is charged for it."""
    words = u.reading.words
    if words[last + 1 : last + 2] != ["the"]:
        return False
    return at == u.reading.sentence(at)[0] or words[max(0, at - 2) : at] in _ALWAYS


_ALWAYS: Final = [[who, "do"] for who in ("i", "we")]
_FEW: Final = 3
_COMING: Final = frozenset("come here meet arrive".split())
_FROM: Final = frozenset("from currently between".split())
_STARTS_AT: Final = (["start", "at"], ["starts", "at"], ["starting", "at"])
_ASKING: Final = frozenset("out in looking i'm im we're".split())
"""Before "at", what leads to a price: "comes out at", "you're looking at"."""


def is_rate(u: Utterance, last: int) -> bool:
    """True for the "400" of "we're at 400 for the hour"."""
    if u.reading.words[last : last + 1] != ["for"]:
        return False
    marks = u.reading.marks[last + 1 : last + 3]
    return any(mark & DURATION_UNIT for mark in marks) or any(
        last < d.first <= last + 2 for d in claims_between(u.durations, last, last + 3)
    )


def is_no_amount(u: Utterance, word: str) -> bool:
    """True for "0930", for "1630" beside a card of other sums, and for any that no price comes near."""
    if word.startswith("0"):
        return len(word) == _PADDED
    return len(word) == _PADDED and (is_hour(u.known, float(word)) or not is_plausible(u.known, float(word)))


_PADDED: Final = 4
