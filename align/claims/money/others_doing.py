"""Tell the amounts that others ask, pay or get: the subject of their clause is a trade or a person, not us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import price_nouns as nouns
from align.claims.money.price_questions import asks_about
from align.claims.money.price_scales import is_own_scale
from align.claims.money.things import NO_HEADS, is_thing
from align.reading.cues import BREAK, PRICE, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_CLAUSE: Final = 9
PAID_BY: Final = frozenset("pay pays owe owes bring brings send sends need needs".split())
SELLERS: Final = frozenset(
    "spa spas salon salons gym gyms chain chains shop shops agency agencies school schools academy "
    "academies hotel"
    " hotels resort clinic clinics place places venue venues market markets lot garage garages".split()
)
"""Who sells what is not ours: "the resort spa is $320 for fifty minutes"."""
_THEY: Final = frozenset("they they're they've they'd they'll he he's he'd she she's she'd".split())
_THEY_WILL: Final = frozenset("they'll he'll she'll".split())
_SOME: Final = frozenset("some most others many few".split())
_DO: Final = frozenset("do charge charges pay cover covers ask take want give refund".split())
_FOLK: Final = nouns.PEOPLE | frozenset(
    "mate friend guy lady bloke fella buddy cousin brother sister neighbour neighbor colleague someone "
    "somebody"
    " rival girl dude other".split()
)
_SELLING: Final = frozenset("does charges asks wants has runs offers gives takes bills quotes".split())
_ELSEWHERE: Final = (["somewhere", "else"], ["anywhere", "else"])
_CAN: Final = frozenset("might may will would could can must should".split())
_SERVED: Final = frozenset("wants takes gets pays".split())
"""What our own clients do: "your sister wants the hour, 90"."""
_MY: Final = ("my", "our")
_MANY_FOLK: Final = frozenset(
    "girls guys others people places shops salons spas studios ladies mates friends".split()
)
_DOING: Final = frozenset(
    "does did doing charging asking offering selling advertising charge ask do offer".split()
)
_GRANTED: Final = (["can", "have"], ["could", "have"], ["can", "get"], ["may", "have"], ["gets", "the"])
"""Behind "she": what we let her have."""
_SPOKEN_OF: Final = frozenset("you you'd you'll your it it's that that's".split())


OTHERS: Final = (
    _FOLK
    | _MANY_FOLK
    | _SOME
    | SELLERS
    | _THEY
    | _THEY_WILL
    | {"next", "many", "somewhere", "anywhere", "who'd", "who'll"}
)
"""One of these stands in every clause of others."""


def is_done_by_others(u: Utterance, first: int, last: int) -> bool:
    """True where the clause of an amount has others for its subject: "they're giving $400 rebates"."""
    words, marks = u.reading.words, u.reading.marks
    if _is_done_elsewhere(u, first):
        return True
    if words[last : last + 1] and words[last] in NO_HEADS:
        return False  # "he'd want the $160 hour"
    if OTHERS.isdisjoint(words[max(0, first - _CLAUSE) : first]):
        return False
    for at in range(first - 1, max(0, first - _CLAUSE) - 1, -1):
        word = words[at]
        if (word in nouns.IT or word == "your") and at and words[at - 1] in _DOING:
            continue
        granted = word in _THEY and words[at + 1 : at + 3] in _GRANTED
        if granted or marks[at] & (BREAK | SELF | PRICE) or word in _SPOKEN_OF or word in PAID_BY:
            return False
        if word in ("who'd", "who'll"):
            ours = any(mark & SELF for mark in marks[max(0, at - 3) : at])
            return not ours and not _DOING.isdisjoint(words[at + 1 : first])
        doing = not _DOING.isdisjoint(words[at + 1 : first])
        served = words[at + 1] in _SERVED and word in nouns.CLIENTS and words[at - 1] not in _MY
        served = served or words[at - 1] in _FURTHER  # "an additional girl is 88"
        person = word in _FOLK and at + 1 < first and not served and (doing or words[at + 1].endswith("s"))
        person = person and not asks_about(u, at)
        many = (word in _MANY_FOLK and doing) or _are_some(u, at)
        others = word in _SOME and at + 1 < first and words[at + 1] in _DO
        seller = word in SELLERS and words[at + 1] in _SELLING and at + 1 < first
        if (
            seller
            or person
            or others
            or many
            or (_is_they(words, at) and not is_own_scale(u, at, first, _NAMED))
            or words[at : at + 2] == ["next", "door"]
        ):
            return True
        if words[at : at + 2] in _ELSEWHERE and (words[at + 2] in _CAN or words[at + 2] in _SELLING):
            return True
    return False


_FURTHER: Final = frozenset("extra additional further".split())
_NAMED: Final = _FOLK | _MANY_FOLK | SELLERS


def _is_they(words: list[str], at: int) -> bool:
    """True for "they", and for "he'll" where he does something and has nothing from us: "he'll do it"."""
    return words[at] in _THEY or (words[at] in _THEY_WILL and words[at + 1] in _DOING)


def _is_done_elsewhere(u: Utterance, first: int) -> bool:
    """True for "Dr Ahn does it, somewhere around 250 a session"."""
    words, marks = u.reading.words, u.reading.marks
    if DOES.isdisjoint(words[max(0, first - 2 * _CLAUSE) : first]):
        return False
    begin, _ = u.reading.sentence(first)
    for at in range(first - 2, max(begin, first - 2 * _CLAUSE), -1):
        if marks[at] & SELF:
            return False
        if words[at] in DOES and words[at + 1] in _PASSED_ON:
            doer = at - 1
            while doer > begin and words[doer] in _ADVERBS:
                doer -= 1  # "I only do it in the two hours, that's 190"
            return is_thing(u, doer) and words[doer] not in _NOT_DOERS
    return False


DOES: Final = frozenset(("does", "do"))
_ADVERBS: Final = frozenset(
    "only just usually always normally really mostly generally still also never rarely hardly seldom".split()
)
_PASSED_ON: Final = frozenset("it that them those these this one ones".split())
_NOT_DOERS: Final = frozenset(
    "hours hour minutes can could should would will which who you'll let's team studio assistant".split()
)


def _are_some(u: Utterance, at: int) -> bool:
    """True for the "some schools" that open a sentence of others."""
    words = u.reading.words
    if words[at] not in ("some", "most", "many") or at != u.reading.sentence(at)[0]:
        return False
    named = words[at + 1]
    return named.endswith("s") and is_thing(u, at + 1)


def is_asked_by_trade(u: Utterance, first: int, last: int) -> bool:
    """True for "JC tutors go for 150 an hour", "agencies ask 400": what a whole trade does at the head of a sentence."""
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(first)
    for at in range(begin, min(first, begin + _HEAD)):
        if marks[at] & (BREAK | SELF) or words[at] in nouns.DETERMINERS:
            return False
        if not words[at].endswith("s") or not is_thing(u, at):
            continue
        verb = _behind_place(words, at + 1)
        verb += words[verb] in _OFTEN
        if words[verb] in _ASKING or (words[at].endswith(_AGENTS) and words[verb] in _COSTING):
            return not any(mark & SELF for mark in marks[verb:first])
        if words[verb] in _EARNING and _is_by_time(words, last) and words[at] not in _OUR_FOLK:
            return not any(mark & SELF for mark in marks[verb:first])
    return False


def _is_by_time(words: list[str], last: int) -> bool:
    """True for a wage: "18 an hour", "90 per shift"."""
    behind = words[last : last + 2]
    return len(behind) > 1 and behind[0] in ("a", "an", "per") and behind[1] in _SHIFTS


_EARNING: Final = frozenset("get earn make".split())
_SHIFTS: Final = frozenset("hour day night shift week".split())
_OUR_FOLK: Final = frozenset(
    "clients customers students pupils kids children brides grooms couples guests members beginners "
    "regulars locals dogs"
    " pensioners seniors families parents newcomers friends others groups teens adults".split()
)
"""Who gets a price of ours: "students get 18 an hour"."""


def _behind_place(words: list[str], at: int) -> int:
    """Step over the "in town" of "caterers in town would ask 1,500"."""
    if words[at] not in ("in", "around", "round", "near"):
        return at
    ahead = words[at + 1 : at + _HEAD]
    return (
        at
        + 1
        + next(
            (i for i, word in enumerate(ahead) if word in _OFTEN or word in _ASKING or word in _EARNING), -1
        )
    )


_HEAD: Final = 4
_OFTEN: Final = frozenset(
    "would usually mostly still often normally will now generally typically all".split()
)
_ASKING: Final = frozenset("charge ask take want quote".split())
_COSTING: Final = frozenset("go start cost run get make do are".split())
TRADING: Final = _ASKING | _COSTING | _EARNING
_AGENTS: Final = ("tutors", "ers", "ists", "ians", "ants", "djs", "coaches", "artists")
