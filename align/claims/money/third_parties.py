"""Tell the amounts of a clause whose subject is a third party, however far it stands from them.

"The spa up the hill does a sound bath on Sundays, £35 with tea": who does it is the subject
until one of us or the client takes its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.inserted_phrases import subject_begin, subject_end
from align.claims.money import price_nouns as nouns
from align.claims.money.others_doing import SELLERS
from align.claims.money.things import is_thing
from align.reading.cues import DURATION_UNIT, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_FAR: Final = 14
"""Words between a verb and its amount."""
_TAKING: Final = frozenset("wants want wanted takes take took gets get asks ask asked has have had".split())
"""Verbs whose object the amount is: "wants $75", "has a minimum of 150"."""
_SELLING: Final = frozenset("does do did sells sell sold rents rent offers runs serves includes".split())
"""Verbs of those who provide something, for an amount behind it: "does $25 drop-ins"."""
_COSTING: Final = frozenset("is 's was costs runs".split())
VERBS: Final = _TAKING | _SELLING | _COSTING
_OFTEN: Final = frozenset(
    (
        "usually normally always still only now just probably apparently even often generally also would "
        "will might actually"
    ).split()
)
_BETWEEN: Final = nouns.ROUGHLY | frozenset(
    "a an the of another minimum at least just only some over nearly another for".split()
)
"""What stands between a verb and the amount that is its object."""
_OURS: Final = frozenset(
    "site website page form link card menu list price pricing package packages system app deal offer "
    "option studio"
    " setup team business company rate booking bookings calendar invoice policy plan bundle special "
    "flyer profile book diary kit"
    " table slot spot session look cut half weekend client clients bride brides groom guest guests "
    "couple customer"
    " customers party group dog dogs cat puppy kid kids child children student students pupil pupils "
    "mum mom mother"
    " sister daughter son dad father bridesmaid bridesmaids people person beginner beginners teenager "
    "teenagers starter"
    " member members partner visit appointment treatment service minimum maximum whole second first "
    "third everyone"
    " everybody nobody it what one ones more others".split()
)
"""Who or what asks our price, or pays it: the site takes our deposit, the bride wants our hour."""
_RIVALS: Final = frozenset("big bigger fancy posh rival cheap cheaper chain local next".split())
_AWAY: Final = frozenset("over across down up round".split())
_NO_AGENTS: Final = frozenset(
    "number order letter summer winter dinner weather member customer partner river corner offer paper "
    "computer starter"
    " quarter daughter mother father sister brother other another either water flower power tower "
    "whatever dancer player"
    " singer learner beginner teenager youngster newcomer number matter fever shoulder finger toddler "
    "supper".split()
)
_AGENTS: Final = tuple("er ers or ors ist ists ian ians guy guys lady man woman bloke".split())
_PLACES: Final = SELLERS | frozenset(
    "hall church council bar restaurant pub cafe café room house building dealer lab store centre "
    "center castle barn"
    " library court pool track range club city county".split()
)


def asks_behind_aside(u: Utterance, verb: int) -> bool:
    """True for the "charges" of "the cellist I usually recommend, Katie, charges 250"."""
    if u.reading.words[verb - 1].isalnum():
        return False
    end = subject_end(u.reading, verb)
    return end >= 0 and _third(u, end) is not None


def behind_aside(u: Utterance, begin: int, first: int) -> int:
    """Return the last word before an amount that can tell whose it is: "price" of "the price, as the hotel knows, is 90"."""
    words = u.reading.words
    at = first - 1
    while at > begin and words[at] in nouns.ROUGHLY:
        at -= 1
    if at <= begin or words[at] not in _COPULAS or words[at - 1] != ",":
        return first - 1
    end = subject_end(u.reading, at)
    return end if end >= 0 else first - 1


def is_of_third_party(u: Utterance, first: int, last: int) -> bool:
    """True for an amount whose clause a third party is the subject of, and nobody of us behind it."""
    words, marks = u.reading.words, u.reading.marks
    if VERBS.isdisjoint(words[max(0, first - _FAR) : first]):
        return False
    begin, _ = u.reading.sentence(first)
    if words[first - 1] in nouns.ROUGHLY and _is_pointed_to(u, begin, first) and not _comes_back(u, last):
        return True
    for at in range(first - 1, max(begin, first - _FAR), -1):
        if marks[at] & SELF or words[at] in _CLIENT:
            return False
        if words[at] not in VERBS:
            continue
        end = at - 1
        while end > begin and words[end] in _OFTEN:
            end -= 1
        if words[end] in _JOINING:
            continue
        end = subject_end(u.reading, end + 1)
        head = _third(u, end) if end >= 0 else None
        return head is not None and _governs(u, at, first, head) and not _comes_back(u, last)
    return False


def _is_pointed_to(u: Utterance, begin: int, first: int) -> bool:
    """True for "there's an agency in Leeds that does them, about 45 an hour": somebody else who is named to the client."""
    words, marks = u.reading.words, u.reading.marks
    if words[begin : begin + 2] not in _THERE_IS:
        return False
    between = range(begin + 2, first)
    relative = next((i for i in between if words[i] in _RELATIVES and words[i + 1] in VERBS), None)
    if relative is None or any(marks[i] & SELF or words[i] in _CLIENT for i in between):
        return False
    at = begin + 2
    while at + 1 < relative and words[at + 1] not in _BEHIND_HEAD:
        at += 1
    head = words[at]
    return head not in _OURS and (head in _PLACES or head in _FIRMS or _is_agent(head) or is_thing(u, at))


_THERE_IS: Final = [["there's", "a"], ["there's", "an"], ["theres", "a"], ["theres", "an"]]
_RELATIVES: Final = frozenset("who that which".split())
_FIRMS: Final = frozenset("agency firm charity helpline hotline app website chain outfit hospital".split())
_CLIENT: Final = frozenset("you you'd you'll you're u".split())
_JOINING: Final = frozenset("and but then".split())


def _third(u: Utterance, end: int) -> str | None:
    """Return the head of the subject that ends at word `end` where it is nobody of us and no client."""
    words = u.reading.words
    begin = subject_begin(u.reading, end)
    if begin < 0:
        return None
    at = begin
    while at < end and words[at + 1] not in _BEHIND_HEAD and words[at + 1][:1].isalpha():
        at += 1
    head = words[at]
    if words[begin] in ("my", "our"):
        return head if head in nouns.PEOPLE else None
    if head in _OURS or head == "studio":
        away = at < end and words[at + 1] in _AWAY
        return head if head == "studio" and (away or not _RIVALS.isdisjoint(words[begin:at])) else None
    sells = head in _PLACES or is_thing(u, at)
    return head if sells and (at > begin or u.reading.text(at, at + 1)[:1].isupper()) else None


def _governs(u: Utterance, verb: int, first: int, head: str) -> bool:
    """True where the verb of a third party reaches the amount on word `first`."""
    words, marks = u.reading.words, u.reading.marks
    between = words[verb + 1 : first]
    if not _COPULAS.isdisjoint(between):
        return False
    if words[verb] in _COSTING:
        return head in _PLACES and _BETWEEN.issuperset(between)
    if words[verb] in _TAKING and _BETWEEN.issuperset(between):
        return True
    if not (head in _PLACES or head == "studio" or _is_agent(head)):
        return False
    if "," not in between:
        return True
    length = any(mark & DURATION_UNIT for mark in marks[first : first + _LENGTH])
    return words[verb] in _SELLING and between.index(",") == len(between) - 1 and not length


def _is_agent(head: str) -> bool:
    """True for who provides something by trade, "the framer", "your old guy"."""
    return head in nouns.PEOPLE or (head.endswith(_AGENTS) and head not in _NO_AGENTS)


def _comes_back(u: Utterance, last: int) -> bool:
    """True where the amount is ours after all: "£35 with me", "and I'd match that"."""
    words, marks = u.reading.words[last : last + _FAR], u.reading.marks[last : last + _FAR]
    for at, mark in enumerate(marks):
        ours = mark & SELF and at and words[at - 1] in _TO_US
        if ours and words[max(0, at - 2)] != "not":
            return True
    return not _MATCHING.isdisjoint(words) and any(mark & SELF for mark in marks)


_LENGTH: Final = 5
"""Words of an amount and the length right behind it."""
_BEHIND_HEAD: Final = nouns.PREPOSITIONS | frozenset(
    (
        "who that which where whose i we they you he she out over up down round back nearby downstairs "
        "upstairs"
    ).split()
)
_COPULAS: Final = frozenset("is 's are was were it's that's be i'm costs".split())
_TO_US: Final = frozenset("with to by from for".split())
_MATCHING: Final = frozenset("match beat same likewise ditto".split())
