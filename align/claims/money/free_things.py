"""Find what costs nothing: "the first hour's free", "on the house", "no deposit needed".

"Free" is mostly said of time ("I'm free at 4"), so it counts only where a session, or an
extra of one, is what is free.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.clauses import starting_in
from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money.costless import costs_nothing, is_elsewhere, is_own_doing
from align.claims.money.free_nouns import FREE_NOUNS, NAMED, is_of_work, is_small_visit
from align.claims.money.groups_free import goes_free
from align.claims.money.not_charging import no_charging
from align.claims.money.nth_free import nth_free
from align.claims.money.price_cuts import NOT_OURS, Cut, Lookup
from align.claims.money.price_nouns import SPEAKER
from align.claims.money.price_questions import speaks_of_price
from align.claims.money.vacancies import COPULAS, SLOTS, WHEN, is_day_open, is_open, is_vacant
from align.claims.money.waived_charges import no_charge_named, waived_at
from align.reading.cues import CALENDAR, CLOCK, OFFER_WORD, SENTENCE_END, SERVICE_WORD

_IDIOMS: Final = NOT_OURS | frozenset(
    "range gift hand hands gluten sugar dairy nut cruelty scent fragrance stress hassle worry pain "
    "smoke guilt will"
    " time spirit fall advice tip tips evening afternoon morning day weekend to for at on in from and "
    "if after before once when because".split()
)
"""What "free" stands before in another sense."""
NTH: Final = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
_EXTRA: Final = NTH | frozenset(
    "first extra additional bonus initial trial taster intro introductory".split()
)
_BEFORE_HOUSE: Final = frozenset(
    "is 's are be was it's that's it that one you free , - all her him extra".split()
)
_FIXED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "house": (("on", "the", "house"),),
    "free": (("free", "of", "charge"), ("for", "free")),
    "no": (("no", "charge"), ("at", "no", "cost"), ("at", "no", "charge")),
    "nothing": (
        ("for", "nothing"),
        ("nothing", "to", "pay"),
        ("pay", "nothing"),
        ("pays", "nothing"),
        ("owe", "me", "nothing"),
    ),
    "costs": (("costs", "nothing"), ("costs", "you", "nothing")),
    "cost": (("cost", "nothing"), ("cost", "you", "nothing")),
    "treat": (("my", "treat"),),
    "gift": (("my", "gift"),),
    "gratis": (("gratis",),),
    "foc": (("foc",),),
    "complimentary": (("complimentary",),),
    "rates": (("mates", "rates"),),
    "bogo": (("bogo",),),
    "bogof": (("bogof",),),
}
"""Fixed phrases by the word at which they are looked for."""
_NOTHING: Final = Decimal(0)


def free_at(look: Lookup, at: int) -> Cut | None:
    """Read what costs nothing at word `at`, or None."""
    word = look.words[at]
    if word in ("waive", "waived", "waiving", "skip"):
        return waived_at(look, at)
    if word in ("charge", "charging"):
        return no_charging(look, at)
    if word in ("cost", "costs"):
        return _costless(look, at)
    if word == "buy":
        return _bought_and_given(look, at)
    if word == "pay":
        fewer = _pays_for_fewer(look, at)
        if fewer is not None:
            return fewer
    fixed = _fixed(look, at)
    if fixed is not None:
        return fixed
    if word == "no":
        return no_charge_named(look, at)
    if word == "nothing":
        return _nothing_for(look, at)
    return (goes_free(look, at) or nth_free(look, at, NAMED) or _free(look, at)) if word == "free" else None


def _costless(look: Lookup, at: int) -> Cut | None:
    """Read "won't cost you a penny", "costs nothing", unless it is what the client does alone."""
    if is_own_doing(look.u, at):
        return None
    if look.words[at] == "cost" and costs_nothing(look.words, at):
        last = min(len(look.words), at + 4)
        return Cut(at - 1, last, _NOTHING, MoneyForm.FREE, look.object_of(at, last))
    return _fixed(look, at)


def _bought_and_given(look: Lookup, at: int) -> Cut | None:
    """Read "buy four get one": two counts, the second of which is given."""
    bought = look.numbers_at.get(at + 1)
    if bought is None:
        return None
    ahead = look.words[bought.last : bought.last + _NEAR // 2]
    given = look.numbers_at.get(bought.last + ahead.index("get") + 1) if "get" in ahead else None
    if given is None:
        return None
    return Cut(at, given.last, None, MoneyForm.PERCENT_OFF, PriceOf.SESSION)


def _pays_for_fewer(look: Lookup, at: int) -> Cut | None:
    """Read "book five and pay for four", "pay for four, get five"."""
    paid = look.numbers_at.get(at + 2) if look.words[at + 1 : at + 2] == ["for"] else None
    after = look.words[paid.last : paid.last + 1] if paid is not None else []
    if paid is None or (after and after[0].isalpha() and after[0] not in ("and", "get", "you", "only")):
        return None
    begin, end = look.u.reading.sentence(at)
    others = starting_in(look.u.numbers, max(begin, at - _NEAR), min(end, paid.last + _NEAR))
    more = any(n.value > paid.value and n.value <= 2 * paid.value and n.first != paid.first for n in others)
    return (
        Cut(at, paid.last, None, MoneyForm.PERCENT_OFF, PriceOf.SESSION)
        if more and paid.value < _MANY
        else None
    )


_NEAR: Final = 8
_MANY: Final = 20


def _fixed(look: Lookup, at: int) -> Cut | None:
    """Read the fixed phrases for nothing to pay."""
    words = look.words
    word = words[at]
    for phrase in _FIXED.get(word, ()):
        first = at - phrase.index(word)
        last = first + len(phrase)
        if first < 0 or tuple(words[first:last]) != phrase:
            continue
        if word in ("nothing", "cost", "costs") and words[last : last + 1] and words[last] in _NOT_YET:
            return None
        if word in ("free", "nothing") and _is_supposed(look, first, last):
            return None
        if phrase == ("no", "charge") and _is_no_matter(words, last):
            return None
        if word == "nothing" and words[last : last + 1] in (["extra"], ["more"], ["else"], ["less"]):
            return None
        if word == "gift" and words[last : last + 1] and words[last] not in _BEHIND_GIFT:
            return None
        if word == "house" and first and not _is_ours(look, first - 1):
            return None
        if word in ("rates", "bogo", "bogof"):
            return Cut(first, last, None, MoneyForm.PERCENT_OFF, PriceOf.SESSION)
        return Cut(first, last, _NOTHING, MoneyForm.FREE, look.object_of(first, last))
    return None


def _is_supposed(look: Lookup, first: int, last: int) -> bool:
    """True for "at 150 I'd be working for free", "I'd love to do it for free but I've rent to pay", "fit for nothing"."""
    words = look.words
    if words[first] == "for" and words[first - 1 : first] in _OF_NO_USE:
        return True
    begin, end = look.u.reading.sentence(first)
    if words[max(0, first - 3) : first] in _SUPPOSED:
        return "but" not in words[last : min(end, last + _AHEAD)]
    wished = any(
        words[i : i + 3] in _WISHED or words[i : i + 2] in _WISHED
        for i in range(max(begin, first - 5), first)
    )
    return wished and "but" in words[last : min(end, last + _AHEAD)]


_SUPPOSED: Final = (["i'd", "be", "working"], ["we'd", "be", "working"], ["would", "be", "working"])
_AHEAD: Final = 12
_TOO: Final = frozenset("too also".split())
_WISHED: Final = (["i'd", "love", "to"], ["would", "love", "to"], ["i'd", "like", "to"], ["wish", "i"])
_OF_NO_USE: Final = (["fit"], ["useless"])
"""Who is of no use: "then I'm fit for nothing but toast"."""
_DEVICES: Final = frozenset("phone battery laptop car ipad tablet speaker left".split())


def _is_no_matter(words: list[str], last: int) -> bool:
    """True for a battery with no charge, and where nobody is charged anyway: "no charge for asking"."""
    return words[last : last + 2] in _TALK or not _DEVICES.isdisjoint(words[last : last + 5])


_TALK: Final = [
    ["for", doing] for doing in "asking looking chatting texting talking advice wondering".split()
]
"""What nobody is charged for anyway."""
_NOT_YET: Final = frozenset(
    "until till now today yet upfront up before in for extra more else less beforehand tonight".split()
)
"""What says of a payment that it is only later, not that there is none."""
_BEHIND_GIFT: Final = frozenset(", . ! ? to for x — - \n".split(" "))
"""What ends "my gift" that is a gift of ours, not "my gift cards"."""


def _is_ours(look: Lookup, at: int) -> bool:
    """True where "on the house" follows a verb or what we sell, not "congratulations"."""
    word = look.words[at]
    known = word in _BEFORE_HOUSE or word in SESSION_NOUNS or word in UNIT_MINUTES
    return known or bool(look.u.reading.marks[at] & SERVICE_WORD)


def _nothing_for(look: Lookup, at: int) -> Cut | None:
    """Read "nothing for the first hour", "I charge nothing for the trial": an amount of nothing."""
    words, marks = look.words, look.u.reading.marks
    opens = not at or not words[at - 1].isalpha() or words[at - 1] in _BEFORE_NOTHING
    if not opens or words[at + 1 : at + 2] != ["for"] or _is_no_room(look, at):
        return None
    for place in range(at + 2, min(len(words), at + 6)):
        sold = words[place] in NAMED | {"hour", "visit"} or marks[place] & _SOLD
        if sold and not _EXTRA.isdisjoint(words[at + 2 : place]):
            return Cut(at, place + 1, _NOTHING, MoneyForm.FREE, look.object_of(at, place + 1))
        if marks[place] & SENTENCE_END or not words[place].isalpha():
            return None
    return None


_ASKS_NOTHING: Final = frozenset("charge pay ask owe".split())
_BEFORE_NOTHING: Final = _ASKS_NOTHING | {"it's", "that's"}


def _is_no_room(look: Lookup, at: int) -> bool:
    """True for "sorry, nothing for the first hour but 7 is open": no time is left, and nothing is given."""
    if at and look.words[at - 1] in _ASKS_NOTHING:
        return False
    reading = look.u.reading
    begin, end = reading.sentence(at)
    dated = any(reading.marks[i] & CALENDAR for i in range(begin, end))
    around = look.words[max(0, begin - _AROUND) : end + _AROUND]
    return dated or not _REGRETS.isdisjoint(around) or not _VACANT.isdisjoint(look.words[begin:end])


_REGRETS: Final = frozenset("sorry afraid unfortunately apologies sadly".split())
_AROUND: Final = 12
_VACANT: Final = frozenset("open free available left booked full".split())


def _free(look: Lookup, at: int) -> Cut | None:
    """Read "the first hour's free", "a free trial", "an extra half hour free"."""
    words = look.words
    before = words[at - 1] if at else ""
    if before in ("feel", "-", "be", "still") or words[at + 1 : at + 2] == ["of"]:
        return None  # "your session's free of distractions"
    if before in NTH and words[at - 2] in ("the", "your", "every"):
        return Cut(at - 2, at + 1, _NOTHING, MoneyForm.FREE, PriceOf.SESSION)
    if (
        words[at - 2 : at - 1]
        and words[at - 2] in NTH | _EXTRA
        and (before in NAMED or look.u.reading.marks[at - 1] & _SOLD)
    ):
        return Cut(at - 2, at + 1, _NOTHING, MoneyForm.FREE, PriceOf.SESSION)
    given = _length_given(look, at)
    if given is not None:
        return given
    length = look.durations_ending.get(at)
    if length is not None:
        start = next((i for i in range(max(0, length.first - 1), length.last) if words[i] in _EXTRA), None)
        return (
            None
            if start is None or is_open(look, start, at)
            else Cut(start, at + 1, _NOTHING, MoneyForm.FREE, PriceOf.SESSION)
        )
    if before in _OBJECTS and not _DOING.isdisjoint(words[max(0, at - 4) : at - 1]):
        return Cut(at, at + 1, _NOTHING, MoneyForm.FREE, look.object_of(at, at + 1))
    noun = _noun_after(look, at)
    if noun is not None:
        of = PriceOf.TRAVEL if words[noun] == "travel" else PriceOf.SESSION
        return Cut(at, noun + 1, _NOTHING, MoneyForm.FREE, of)
    if before in _SAID_OF and _is_price_asked(look, at):
        return Cut(at - 1, at + 1, _NOTHING, MoneyForm.FREE, PriceOf.SESSION)
    if before in _ADVERBS and at > 1:
        before = words[at - 2]
    said = before in COPULAS or (before.endswith("'s") and before not in _POINTING)
    return _is_free(look, at) if said else None


def _is_price_asked(look: Lookup, at: int) -> bool:
    """True for "it's free for you" to "how much for the first one?", not to "what's parking?"."""
    inbound = look.u.inbound
    if inbound is None or not speaks_of_price(inbound) or not NOT_OURS.isdisjoint(inbound.said):
        return False
    begin, _ = look.u.reading.sentence(at)
    mine = NOT_OURS.isdisjoint(look.words[begin:at]) and at - 1 == begin
    return mine and look.words[at + 1 : at + 2] not in ([w] for w in WHEN)


_SAID_OF: Final = frozenset("it's that's".split())
_ADVERBS: Final = frozenset("always usually completely totally absolutely just".split())
_POINTING: Final = frozenset("there's that's it's he's she's who's what's let's here's where's how's".split())
_OBJECTS: Final = frozenset("it yours hers his theirs one that this them both".split())
_DOING: Final = frozenset("do make throw give get doing making".split())


def _length_given(look: Lookup, at: int) -> Cut | None:
    """Read "throw in a free half hour" and "throw in a fourth hour free"; "I've a free half hour at 4" is only time."""
    words = look.words
    if words[at - 1] in _LENGTHS:
        given = next((i for i in range(at - 1, max(0, at - _GIVEN_WITHIN), -1) if words[i] in _GIVING), None)
        if given is not None and _AWAY.isdisjoint(words[given:at]):
            return Cut(
                given + 1 + (words[given + 1] == "in"), at + 1, _NOTHING, MoneyForm.FREE, PriceOf.SESSION
            )
    if _GIVING.isdisjoint(words[max(0, at - 4) : at]):
        return None
    if words[at + 1 : at + 2] in (["hour"], ["hours"]) and "give" not in words[max(0, at - 4) : at]:
        return Cut(at, at + 2, _NOTHING, MoneyForm.FREE, PriceOf.SESSION)
    for length in starting_in(look.u.durations, at + 1, at + 3):
        return Cut(at, length.last, _NOTHING, MoneyForm.FREE, PriceOf.SESSION)
    return None


_LENGTHS: Final = frozenset("hour hours minutes mins session lesson".split())
_GIVEN_WITHIN: Final = 8
_AWAY: Final = frozenset("keep leave have up me us it yourself yourselves himself herself".split())
"""What makes a free hour one of the diary: "give yourself an hour free", "keep the hour free"."""
_GIVING: Final = frozenset("throw throwing add adding give giving gift include including".split())


def _noun_after(look: Lookup, at: int) -> int | None:
    """Return the place of the session noun of "a free half hour trial", or None."""
    words, marks = look.words, look.u.reading.marks
    told = words[at - 1] in COPULAS or words[at - 1].endswith("'s")
    if told and words[at + 1 : at + 2] == [","] and _TOO.isdisjoint(words[at + 2 : at + 8]):
        return None  # "the app's free, the lesson is 55", not "the app's free, the first lesson too"
    for place in range(at + 1, min(len(words), at + 6)):
        if words[place] in _IDIOMS or marks[place] & SENTENCE_END:
            return None
        if words[place] in FREE_NOUNS or marks[place] & SERVICE_WORD:
            return place
        if place == at + 1 and is_of_work(words, place) and _do_i(look, at):
            return place
    return None


def _do_i(look: Lookup, at: int) -> bool:
    """True for "I do a (free valuation)", "we'll give you a": the work is the professional's own."""
    words = look.words
    verb = next((i for i in range(at - 1, max(0, at - 5), -1) if words[i] in _GIVING_WORK), None)
    begin = look.u.reading.sentence(at)[0]
    return verb is not None and not SPEAKER.isdisjoint(words[max(begin, verb - 4) : verb])


_GIVING_WORK: Final = frozenset("do offer give provide include make doing offering giving".split())


def _is_free(look: Lookup, at: int) -> Cut | None:
    """Read "X is free" where X is a session, or the first of several hours."""
    words, marks = look.words, look.u.reading.marks
    begin, _ = look.u.reading.sentence(at)
    joined = words[at - 1].endswith("'s") and words[at - 1] != "'s"  # "your first session's free"
    window = range(max(begin, at - 8), at - 1 + joined)
    if any(words[i].removesuffix("'s") in NOT_OURS for i in window):
        return None
    start = next((i for i in range(max(begin, at - 8), at) if _is_extra(words, i)), None)
    if is_day_open(look, begin, at) or (start is not None and is_vacant(look, start, at)):
        return None
    if start is None:
        following = words[at + 1] if at + 1 < len(words) else "."
        named = (
            i
            for i in reversed(window)
            if words[i].removesuffix("'s") in NAMED | {"travel"}
            or marks[i] & _SOLD
            or is_small_visit(words, i)
        )
        untaken = words[at - 1 - (words[at - 1] in COPULAS)].removesuffix("'s") in SLOTS
        timed = following == "then" and any(mark & (CALENDAR | CLOCK) for mark in marks[begin:at])
        start = None if following in WHEN or untaken or timed else next(named, None)
    if start is None or is_elsewhere(words, start + 1, at):
        return None
    of = PriceOf.TRAVEL if words[start].removesuffix("'s") == "travel" else PriceOf.SESSION
    return Cut(start, at + 1, _NOTHING, MoneyForm.FREE, of)


def _is_extra(words: list[str], at: int) -> bool:
    """True for the "first" of "the first hour" and for the next that the client has: "your next one"."""
    if words[at] == "next":
        named = words[at + 1].removesuffix("'s")
        return named == "one" or (words[at - 1 : at] == ["your"] and named in _NEXT)
    return words[at].removesuffix("'s") in _EXTRA and words[at + 1].removesuffix("'s") != "thing"


_NEXT: Final = NAMED | frozenset("hour appointment visit booking".split())
_SOLD: Final = SERVICE_WORD | OFFER_WORD
