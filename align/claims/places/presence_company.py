"""The people of whom a clause about a place speaks besides the two who write: hosts, those served, rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.places.next_to_sentence import sentence_before
from align.claims.places.presence_words import PARTS, WITH_OBJECT, Part

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_TAUGHT: Final = frozenset("kids parents".split())
_SERVED_BY: Final = frozenset("see teach train treat shoot do seeing teaching training".split())
_SERVING: Final = frozenset(
    "do play shoot cater cover film photograph style run sing host dj decorate".split()
)
_DOING: Final = (None, Part.ACTIVE, Part.ENCOUNTER)
_RIVALS: Final = (["man"], ["woman"], ["fella"], ["fellow"], ["girl"], ["wan"], ["one"], ["chap"])
_THEIR_PEOPLE: Final = frozenset(
    "vet doctor gp dentist surgeon midwife nurse pharmacist accountant lawyer solicitor landlord priest planner "
    "butcher baker florist tailor consultant cardiologist paediatrician".split()
)
"""Whom a client has at a place of theirs, and none of us: "your vet in Naas will do it"."""
_TOGETHER: Final = (["and"], ["with"], ["at"], ["to"], ["see"], ["meet"])
_FORMER: Final = frozenset("last previous old former usual regular other current".split())
_FEW: Final = frozenset("a another my few couple of some two three four several more new".split())
_HAVING: Final = frozenset("i've have got we've".split())
_TAKING: Final = frozenset("taking doing for visiting serving".split())
_TAKEN_ON: Final = (["picked", "up"], ["taken", "on"], ["took", "on"])


def sees_clients(u: Utterance, at: int) -> bool:
    """True for the regulars of "I do a few regulars in Leeds", "I've a bride in Leeds on Friday"."""
    words = u.reading.words
    verb = at - 1
    while verb > 0 and words[verb] in _FEW:
        verb -= 1
    word = words[verb] if at else ""
    if word in _HAVING:
        return bool(claims_between(u.days, *u.reading.sentence(at)))
    taken_on = words[max(0, verb - 1) : verb + 1] in (*_TAKEN_ON, ["look", "after"])
    return taken_on or word in WITH_OBJECT or word in _TAKING or words[at - 1 : at] == ["new"]


def are_counted(u: Utterance, subject: int, content: int) -> bool:
    """True for "My students are all over: I've one in Cork, a couple in Donegal": some of those, where they live."""
    words = u.reading.words
    at = content
    while words[at : at + 1] in _SOME:
        at += 1
    if at == content or words[at : at + 1] not in _LIVING:
        return False
    begin, end = u.reading.sentence(subject)
    timed = bool(claims_between(u.starts, begin, end))
    if timed or claims_between(u.days, begin, end):
        return False  # "I've one in Cork on Friday at six"
    behind = words[at:end]
    if not _GOES_THERE.isdisjoint(behind) and not _OURSELVES.isdisjoint(behind):
        return False  # "I've a couple in Cork, and I go up there once a month"
    for word in reversed(words[sentence_before(u.reading, begin)[0] : subject]):
        part = PARTS.get(word)
        if part is Part.CLIENTS or part is Part.EVENT or part is Part.ROOM:
            return part is Part.CLIENTS  # of two slots, or two studios, one may be there
    return False


_SOME: Final = tuple(
    [word] for word in "one two three four five six several some few a couple plenty another".split()
)
_GOES_THERE: Final = frozenset("there go drive fly travel visit".split())
_OURSELVES: Final = frozenset("i i'm i'll i'd we we're we'll".split())
_LIVING: Final = (["in"], ["near"], ["down"], ["up"], ["over"], ["out"])


def has_been_lived(u: Utterance, subject: int, content: int) -> bool:
    """True for "I've done it with people in Perth": what was done once, for people of whom none is named."""
    words = u.reading.words
    if words[content : content + 1] not in _EXPERIENCED:
        return False
    if not any(PARTS.get(word) is Part.CLIENTS for word in words[content : content + _OBJECT]):
        return False
    begin, end = u.reading.sentence(subject)
    stop = next((at for at in range(content, end) if PARTS.get(words[at]) is Part.STOP), end)
    asked = () if u.inbound is None else u.inbound.places[:_ASKED]
    if any(p.about == "professional" and p.name.split(" ")[0] in words[content:stop] for p in asked):
        return False  # "do you do Perth?" is answered so
    if not _GOING_ON.isdisjoint(words[begin:end]):
        return False
    return not any(d.until >= u.moment.today for d in claims_between(u.days, begin, end))


_EXPERIENCED: Final = tuple(
    [verb]
    for verb in "done sung played worked helped taught coached trained treated tried cooked shot".split()
)
_OBJECT: Final = 6
_ASKED: Final = 8
_GOING_ON: Final = frozenset("since years months ever always every each regularly weekly monthly".split())


def comes_from(words: list[str], at: int) -> bool:
    """True for "my strings come from a shop in Leeds": what is there has left it."""
    return words[at - 1 : at] in (["come"], ["comes"], ["came"])


def returns_from(words: list[str], at: int) -> bool:
    """True for the "from" of "just back from a week in Leeds": where one was; not of "from Tuesday in Leeds"."""
    if words[at] != "from" or words[at - 1 : at] not in _RETURNED:
        return False
    return any(
        words[stay] in _STAYS and words[stay + 1] in _WHERE  # not of "a week off in Leeds from Tuesday"
        for stay in range(at + 2, min(at + 4, len(words) - 1))
    )


_RETURNED: Final = (["back"], ["home"], ["fresh"], ["recovering"], ["returned"], ["recovered"])
_STAYS: Final = frozenset("week weeks fortnight weekend month months day days night nights".split())
_WHERE: Final = frozenset("in at on around near up down over out".split())


def speaks_itself(words: list[str], cue: int, last: int) -> bool:
    """True for "the shop in Leeds told you 54": who is there has spoken, and it is not one of us."""
    if words[last : last + 1] not in _SPOKE or cue < 2:
        return False
    return words[cue - 1].isalpha() and words[cue - 1] not in _WORKPLACES and words[cue - 2] in _THE


_SPOKE: Final = (["told"], ["said"], ["says"], ["reckons"], ["reckoned"], ["wants"], ["wanted"], ["quoted"])
_WORKPLACES: Final = ("studio", "salon", "clinic")
"""What may well be ours: "the studio in Leeds wants bookings by six"."""
_THE: Final = frozenset("the a an that your this some".split())


def came_about(words: list[str], link: int, last: int) -> bool:
    """True behind the comma of "the knees came later, in Leeds": where something told of has happened."""
    before = words[max(0, link - _TOLD) : link - 1]
    if words[last : last + 1] not in _ENDED or before[-1:] not in _THEN:
        return False
    if not any(PARTS.get(word) is Part.PAST for word in before):
        return False
    return not any(word in _TO_COME or PARTS.get(word) is Part.SPEAKER for word in before)


_TOLD: Final = 6
_ENDED: Final[tuple[list[str], ...]] = ([], ["."], ["!"], [";"], ["\n"])
_THEN: Final = (["later"], ["first"], ["afterwards"], ["after"], ["earlier"], ["before"])
_TO_COME: Final = frozenset("is are will be see come".split())


def lodges(words: list[str], at: int) -> bool:
    """True for the sister of "I'm at my sister's", "with my sister": with whom one stays."""
    if words[at - 1 : at] == ["-"]:
        at -= 2  # "at my in-laws"
    return at > 1 and words[at - 1] in ("my", "our") and words[at - 2] in ("at", "with", "by")


def is_served(words: list[str], at: int) -> bool:
    """True for the kids of "I see kids in Leeds", the sister of "I'm doing her sister"."""
    if words[at] in _TAUGHT and words[at - 1 : at] and words[at - 1] in _SERVED_BY:
        return True  # "I see kids in Leeds"
    if at < 2 or words[at - 1] not in ("her", "his", "their"):
        return False
    return words[at - 2].endswith("ing") or words[at - 2] in (
        "do",
        "see",
        "meet",
        "shoot",
        "treat",
        "train",
        "teach",
    )


def serves(word: str) -> bool:
    """True for the verb of "I'm shooting your wedding", "I can do your party"."""
    return word in _SERVING or (word.endswith("ing") and PARTS.get(word) in _DOING)


def is_rival(before: list[str], behind: list[str]) -> bool:
    """True for "your man in Naas", "your vet in Naas", "your last groomer in Naas": whoever serves them there."""
    if behind[:1] and behind[0] in _THEIR_PEOPLE and behind[1:2] == ["in"]:
        return before not in _TOGETHER
    return behind[:1] in _RIVALS or (len(behind) > 1 and behind[0] in _FORMER and behind[1] not in PARTS)
