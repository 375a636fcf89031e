"""Read what an amount is for by what stands right after it: "$50 deposit", "20 for parking"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.money import price_nouns as nouns
from align.claims.money.price_modes import mode_cues_in
from align.claims.money.tips import is_told_beside
from align.claims.numbers.numeral_words import SCALES, TENS, UNITS
from align.reading.cues import BREAK, CALENDAR, CLIENT, CONJUNCTION, QUOTING, SELF, SENTENCE_END, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

BACK: Final = 16
"""How many words before an amount are looked at."""
AHEAD: Final = 7
"""How many words after it."""
_STOPS: Final = frozenset(
    "is 's are was if when i you we it that this which at by , ( — - : ) can will would here plus + excluding"
    " before after incl including & with".split()
)
_SPELLED: Final = (UNITS.keys() | TENS.keys() | SCALES.keys()) - {"one", "zero"}
"""Another number; the "one" of "a $50 one-off deposit" is none."""
_TRIPS: Final = frozenset(
    "petrol gas fuel transport transit travel travelling drive driving trip mileage distance come out".split()
)


def purpose_after(u: Utterance, last: int) -> PriceOf | None:
    """Read the noun or the purpose right after an amount."""
    words, marks = u.reading.words, u.reading.marks
    end = min(len(words), last + AHEAD)
    if last < end and words[last] in _FIXED and _opens_fixed(words, last):
        fixed = _fixed_after(u, last)
        if fixed is not None:
            return fixed
    for at in range(last, end):
        word = words[at]
        if word == "-" and at > last and at + 1 < end and words[at + 1].isalpha() and words[at - 1].isalpha():
            continue  # "a 20 e-file charge"
        if word in _STOPS or word[0].isdigit() or word in _SPELLED:
            return None
        if (marks[at] & SERVICE_WORD or word in nouns.OWN) and at + 1 < end and words[at + 1] in nouns.FEES:
            continue  # the fee is what is named
        if word not in _NAMING and not marks[at] & _NAMING_MARKS:
            if _is_worn(u, at, last):
                return PriceOf.OTHER
            continue
        return _named(u, at, last)
    return None


def _is_worn(u: Utterance, at: int, last: int) -> bool:
    """True for the thing of "90 new" and "90 for a used strap", not for "anyone new" or "new clients"."""
    words = u.reading.words
    if words[at] not in _WORN or at + 1 >= len(words):
        return words[at] in _WORN and at == last
    if at == last and words[at] != "second":
        return words[at + 1] not in _NEWCOMERS
    following = words[at + 1]
    if words[at] == "second":
        return following == "hand"
    if u.reading.marks[at + 1] & (BREAK | SELF | CLIENT) or not following.isalpha():
        return False
    return following not in _NEWCOMERS and following not in nouns.OWN


def _named(u: Utterance, at: int, last: int) -> PriceOf | None:
    """Classify the noun at word `at`, which an amount that ends at `last` is for."""
    words = u.reading.words
    word = words[at]
    if word in nouns.DEPOSIT:
        return PriceOf.DEPOSIT
    if word in nouns.SURCHARGES:
        return PriceOf.TRAVEL if speaks_of_coming(u, last) else PriceOf.SESSION
    if word in nouns.TRAVEL or word in nouns.JOURNEYS:
        return PriceOf.TRAVEL
    if word == "call" and "out" in words[at + 1 : at + 3]:
        return PriceOf.TRAVEL
    if word in FARES and (
        words[at - 1] == "my"
        or _is_asked_for(u, last)
        or words[at + 1 : at + 3] == ["on", "top"]
        or _is_added(u, last)
    ):
        return PriceOf.TRAVEL
    if at + 1 < len(words) and words[at + 1] in nouns.FEES and (word in _TRIPS or _is_passed_on(u, at)):
        return PriceOf.TRAVEL
    sent = words[at - 1] in ("every", "each") and words[at + 1 : at + 2] in (["you"], ["who"], ["that"])
    if word in nouns.OTHERS and not sent and not u.reading.marks[at] & SERVICE_WORD:
        return None if _in_phrase(words, at, last) or is_told_beside(words, at) else PriceOf.OTHER
    if word in nouns.FEES and words[at - 1] not in nouns.COMPOUND and _there_is(words, last):
        return PriceOf.SESSION
    if word in _TRIPS:
        return None
    return PriceOf.OTHER if _with_other(u, at + 1) else None


def _there_is(words: list[str], last: int) -> bool:
    """True for "there's a $12 admin fee": whose it is goes without saying."""
    before = words[max(0, last - _ASKED) : last]
    return not _THERE.isdisjoint(before)


_THERE: Final = frozenset("there's there theres".split())
FARES: Final = frozenset(
    (
        "uber taxi cab lyft bolt fuel petrol gas diesel parking toll tolls mrt metro tube tram bus train "
        "fare fares ferry bridge transport"
    ).split()
)


def _is_asked_for(u: Utterance, last: int) -> bool:
    """True for "I add thirty bucks for the Uber", "I'd need an extra 25 for the diesel"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(last - 1)
    before = words[max(begin, last - _ASKED) : last]
    adding = not _PASSING.isdisjoint(before) or ("need" in before and "extra" in before)
    return adding and not nouns.SPEAKER.isdisjoint(before) and "for" in words[last : last + 2]


_ASKED: Final = 7


def _is_passed_on(u: Utterance, at: int) -> bool:
    """True for the parking of "a $15 parking charge, which I pass on": the client pays it to us."""
    begin, end = u.reading.sentence(at)
    words = u.reading.words[max(begin, at - BACK) : min(end, at + AHEAD)]
    return not nouns.SPEAKER.isdisjoint(words) and not _PASSING.isdisjoint(words)


_PASSING: Final = frozenset("pass add adding charge top collect".split())


def _with_other(u: Utterance, at: int) -> bool:
    """True for the "with the vet behaviourist" of "340 for a consultation with …"."""
    words, marks = u.reading.words, u.reading.marks
    if at + 1 >= len(words) or words[at] != "with":
        return False
    begin = at + 1 + (words[at + 1] in nouns.DETERMINERS)
    ahead = range(begin, min(len(words), begin + 3))
    return any(words[i] in nouns.PEOPLE and not marks[i] & SERVICE_WORD for i in ahead)


def _opens_fixed(words: list[str], at: int) -> bool:
    """Look ahead of the comma and the "for" that mostly open something else."""
    needed = _NEEDED.get(words[at])
    return needed is None or (at + 1 < len(words) and words[at + 1] in needed)


_NEEDED: Final = {",": frozenset(("will", "to", "would", "just")), "for": frozenset(("travel", "travelling"))}
_FIXED: Final = (
    nouns.HOLDING
    | {"that's", "that", "which", "today", "tonight", "upfront", "keeps", "saves", "when", "a", "per", "/"}
    | frozenset(
        "ahead down on extra surcharge dearer flat total all-in all in , will to would just of as balance "
        "remainder for up is 's was are has you you've already more"
        " can".split()
    )
    | nouns.SETTLED
)
_NAMING: Final = (
    nouns.SURCHARGES
    | {"call", "transport", "transit", "fuel"}
    | nouns.JOURNEYS
    | nouns.DEPOSIT
    | nouns.TRAVEL
    | nouns.OTHERS
    | nouns.OWN
)
_NAMING_MARKS: Final = SENTENCE_END | CONJUNCTION | SERVICE_WORD
_WORN: Final = frozenset("new used secondhand second".split())
_NEWCOMERS: Final = frozenset(
    "client clients customer customers pupil pupils student students patient patients people person "
    "faces face"
    " starter starters joiner joiners member members guests guest learners learner kids puppies dogs owners"
    " referrals enquiries enquiry bookings booking mums parents families drivers players year to".split()
)
"""Who or what is new to us."""
_PART_PHRASES: Final = frozenset(
    (("up", "front"), ("in", "advance"), ("to", "settle"), ("to", "pay"), ("to", "go"))
)
_ON_MEETING: Final = frozenset(
    (("when", "we", "meet"), ("when", "you", "arrive"), ("when", "i", "arrive"), ("when", "you", "get"))
)
_TO_TRAVEL: Final = frozenset(("come", "travel", "drive"))


def _fixed_after(u: Utterance, at: int) -> PriceOf | None:
    """Read "75 holds it", "50, to hold the time", "£40 of that as a deposit", "105 left"."""
    words = u.reading.words
    at = _behind_relative(words, at)
    first, second, third = (*words[at : at + 3], "", "", "")[:3]
    if _holds(first, second) or _holds_ahead(words, at) or _is_named_deposit(words, at):
        return PriceOf.DEPOSIT
    if _is_of_others(words, at, first, second, third):
        return PriceOf.OTHER
    surcharge = _surcharge(u, at, first, second)
    if surcharge is not None:
        return surcharge
    opening, following = (second, third) if first in (",", "now") else (first, second)
    if opening in ("will", "to", "would", "just") and following in _TO_HOLD:
        return PriceOf.DEPOSIT
    if (first, second) == ("when", "you") and third in ("book", "confirm", "reserve"):
        return PriceOf.DEPOSIT
    if first in ("as", "is", "'s") and "deposit" in (second, third):
        return PriceOf.DEPOSIT
    if first in ("you've", "you", "already") and second in ("paid", "sent", "already", "transferred", "gave"):
        return PriceOf.REMAINDER
    if first in ("is", "'s", "was") and second in ("his", "her", "their", "theirs", "hers"):
        return PriceOf.OTHER
    later = first == "when" and second in ("we", "you", "i", "he", "she", "they") and _after_part(u, at)
    return PriceOf.REMAINDER if later or _is_part(first, second, third) else None


def _behind_relative(words: list[str], at: int) -> int:
    """Pass over the "of that" of "40 of that as a deposit", the "that" of "the 40 that holds it"."""
    if words[at] == "of" and words[at + 1 : at + 2] in (["that"], ["it"], ["which"]):
        return at + 2
    return at + (words[at] in ("that", "which") and at + 1 < len(words))


def _is_of_others(words: list[str], at: int, first: str, second: str, third: str) -> bool:
    """True for "$90 a year", "2k is a healthy budget" and "sixty is very little"."""
    judged = second in JUDGING or (
        second in _VERY and not JUDGING.isdisjoint((third, *words[at + 3 : at + 4]))
    )
    if first in ("is", "'s") and judged:
        return True
    yearly = first in ("a", "per", "/") and second in ("year", "yr", "annum")
    return yearly or (first in ("is", "'s") and "budget" in words[at + 1 : at + 5])


_VERY: Final = frozenset("very really a quite pretty so too".split())
JUDGING: Final = frozenset(
    (
        "little cheap steep low high lot nothing light tight short shy healthy generous tough under below "
        "expensive bargain steal crazy mad"
    ).split()
)
"""What is said of a price that somebody else asks."""


def _holds_ahead(words: list[str], at: int) -> bool:
    """True for "15 of that up front to hold the time", "75 now to hold it": a part that buys the date."""
    early = next((n for phrase, n in _EARLY if words[at : at + n] == phrase), 0)
    return (
        early > 0
        and words[at + early : at + early + 1] == ["to"]
        and not _TO_HOLD.isdisjoint(words[at + early + 1 : at + early + 2])
    )


def _is_named_deposit(words: list[str], at: int) -> bool:
    """True for "20 of that's the deposit", "50 of which is the deposit"."""
    at += words[at : at + 2] == ["of", "that's"]
    is_ = words[at : at + 1] in (["that's"], ["is"], ["'s"])
    return (
        is_
        and words[at + 1 : at + 2] in (["the"], ["your"], ["my"], ["a"])
        and words[at + 2 : at + 3] == ["deposit"]
    )


_EARLY: Final = tuple(
    (phrase, len(phrase))
    for phrase in (["up", "front"], ["upfront"], ["in", "advance"], ["now"], ["today"], ["tonight"])
)


def _holds(first: str, second: str) -> bool:
    """True for "75 holds it", "75 keeps the slot", "75 down"."""
    if first in nouns.HOLDING:
        return True
    if first in ("down", "ahead"):
        return second in _AFTER_DOWN
    return first in ("keeps", "saves") and second in nouns.DETERMINERS


_TO_HOLD: Final = nouns.HOLDING | {"book", "keep", "block", "save"}
_AFTER_DOWN: Final = frozenset("to and , . now today holds secures for".split())


def _after_part(u: Utterance, at: int) -> bool:
    """True when another part of the price was named before: "20 now and 130 when you collect"."""
    begin, _ = u.reading.sentence(at)
    return any(m.first >= begin and m.of in _PARTS for m in u.money[-4:])


_PARTS: Final = frozenset((PriceOf.DEPOSIT, PriceOf.REMAINDER))


def _surcharge(u: Utterance, at: int, first: str, second: str) -> PriceOf | None:
    """Read "18 more", "20 extra", "a fiver on top for petrol", and what is a whole price."""
    words = u.reading.words
    if first == "more" and second != "for":
        away = (COMING | _BASES).intersection(words[at : at + 8]) or speaks_of_coming(u, at)
        if away or any(cue.mode == "outcall" for cue in mode_cues_in(u, at, at + 5)):
            return PriceOf.TRAVEL
        return PriceOf.SESSION if costs_more(u, at) else PriceOf.OTHER
    on_top = ["on", "top"] in (words[at : at + 2], words[at + 1 : at + 3], words[at + 2 : at + 4])
    if first in ("extra", "surcharge", "dearer") or on_top:
        away = _TRIPS.intersection(words[at : at + 8]) or speaks_of_coming(u, at)
        return PriceOf.TRAVEL if away else PriceOf.SESSION
    if first == "on" and _is_added(u, at):
        return PriceOf.TRAVEL
    if (
        (first == "flat" and second in _AFTER_FLAT)
        or first in ("total", "all-in")
        or (first, second)
        in (
            ("all", "in"),
            ("in", "total"),
            ("in", "all"),
        )
    ):
        return PriceOf.SESSION
    if (first == "to" and second in _TO_TRAVEL) or (first == "for" and second in ("travel", "travelling")):
        return PriceOf.TRAVEL
    return None


def costs_more(u: Utterance, at: int) -> bool:
    """True where days or heads cost more than others: "Sundays are 10 more", "a second dog goes up by 20"."""
    words, marks = u.reading.words, u.reading.marks
    begin, end = u.reading.sentence(at - 1)
    for place in range(at - 1, max(begin, at - BACK) - 1, -1):
        if words[place] in _FURTHER or (marks[place] & CALENDAR and words[place] not in _SPANS):
            return True
        if marks[place] & (BREAK | QUOTING):
            return False
    at += words[at : at + 1] in (["more"], ["extra"], ["dearer"])
    ahead = range(at + 1, min(end, at + 3))
    opens = words[at : at + 1] in (["on"], ["at"], ["for"], ["after"])
    return opens and any(marks[i] & CALENDAR or words[i] in _FURTHER for i in ahead)


_FURTHER: Final = frozenset(
    "after second third extra additional another evenings weekends nights late holiday holidays "
    "christmas easter xmas eid diwali notice rush urgent"
    " same-day emergency".split()
)
_SPANS: Final = frozenset("month months year years week weeks last every".split())


def speaks_of_coming(u: Utterance, at: int) -> bool:
    """True when the clause before word `at` is about coming to the client: "coming to you is 45"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(at)
    begin = max(begin, at - BACK)
    if not COMING.isdisjoint(words[begin:at]):
        return True
    if any(
        words[i] == "to" and words[i - 1] in _GOING and words[i + 1] in _CLIENTS
        for i in range(begin + 1, at - 1)
    ):
        return True
    return any(cue.mode == "outcall" for cue in mode_cues_in(u, begin, at))


def _is_added(u: Utterance, at: int) -> bool:
    """True for both amounts of "coming to you adds 45 on the hour and 55 on two hours"."""
    begin, _ = u.reading.sentence(at)
    begin = max(begin, at - BACK)
    return not ADDING.isdisjoint(u.reading.words[begin:at]) and speaks_of_coming(u, at)


_GOING: Final = frozenset("getting going heading popping driving over out round trip".split())
_CLIENTS: Final = frozenset("you yours ye u".split())
_BASES: Final = frozenset("studio mine shop salon clinic workshop incall".split())
"""Where a client comes to: what costs more than that is a visit."""
_AFTER_FLAT: Final = frozenset(
    ", . ! ? ; : ) - — / for fee rate price and or but no per incl including with whether if on in at to".split()
) | {"", "\n"}
COMING: Final = _TRIPS | frozenset("coming travels outcall outcalls callout callouts".split())
ADDING: Final = frozenset("adds add adding".split())


def _is_part(first: str, second: str, third: str) -> bool:
    """True for a part of the price by when or whether it is paid: "now", "left", "on the day"."""
    if first == "still":
        return second in nouns.SETTLED or second in ("to", "owing", "owed")
    if first in nouns.SETTLED or first in ("balance", "remainder"):
        return True
    if first in ("is", "'s", "are", "was", "has"):
        return second in _SETTLED_BY_THEN
    if first == "can":
        return second in ("follow", "wait")
    if first == "on":
        return second in ("arrival", "collection") or (second == "the" and third in _DAYS)
    return (first, second) in _PART_PHRASES or (first, second, third) in _ON_MEETING


_SETTLED_BY_THEN: Final = nouns.SETTLED - {"before", "now"}
_DAYS: Final = frozenset("day night morning evening date".split())


def _in_phrase(words: list[str], at: int, begin: int) -> bool:
    """True when the noun at `at` sits in a phrase like "at the hotel"."""
    back = at - 1
    while back >= begin and words[back] in nouns.DETERMINERS:
        back -= 1
    return back >= begin and words[back] in ("at", "in", "to", "near", "by", "from", "with", "around")


def comes_on_top(u: Utterance, last: int) -> bool:
    """True for "20 extra", "15 on top": what is added to a price, so ours unless others are named."""
    after = u.reading.words[last : last + 2]
    return after[:1] in (["extra"], ["dearer"]) or after == ["on", "top"]


def names_others(u: Utterance, first: int) -> bool:
    """True where the clause of "parking's about 20 extra" speaks of what others are paid for."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    near = words[max(begin, first - AHEAD) : first]
    return any(word.removesuffix("'s") in nouns.OTHERS for word in near)
