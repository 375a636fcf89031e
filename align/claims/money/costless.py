"""What costs nothing: "won't cost you a penny", and what is none of our doing to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import SESSION_NOUNS
from align.reading.cues import BREAK, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def costs_nothing(words: list[str], at: int) -> bool:
    """True for the "cost you a penny" of what will not."""
    denied = at > 0 and words[at - 1] in ("won't", "wont", "wouldn't", "doesn't", "not", "never")
    said = words[at + 2 : at + 4]
    if words[at + 4 : at + 5] == ["to"]:
        return False  # "won't cost you a thing to ask"
    coin = said[:1] in (["a"], ["one"]) and len(said) > 1 and said[1] in _COINS
    anything = said[:1] == ["anything"] and said[1:] not in (["extra"], ["more"], ["else"], ["to"])
    return denied and (coin or anything)


_COINS: Final = frozenset("cent penny thing dime bean euro dollar rand naira shilling rupee sou".split())


def is_own_doing(u: Utterance, at: int) -> bool:
    """True for "put a drop of oil on it, costs you nothing": what the client is told to do alone.

    Nothing of ours may stand between the bidden verb and the cost: no "I", no session, no service.
    """
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(at)
    if begin == at and begin:
        begin, _ = u.reading.sentence(begin - 1)  # "a straw in a glass of water. Costs nothing"
    begin = max(begin, at - _REACH)
    bidden = any(words[i] in _ALONE and _is_bidden(words, i, begin) for i in range(begin, at))
    if not bidden and not _HOUSEHOLD & {word.removesuffix("s") for word in words[begin:at]}:
        return False
    if any(mark & (SELF | SERVICE_WORD) for mark in marks[begin:at]):
        return False
    said = words[begin:at]
    if not _is_of_it(u, begin, at):
        return False
    return SESSION_NOUNS.isdisjoint(said) and _OURS.isdisjoint(said)


def _is_of_it(u: Utterance, begin: int, at: int) -> bool:
    """True where nothing else is named as what costs nothing: not "have a glass of water, the warm up costs nothing"."""
    words, marks = u.reading.words, u.reading.marks
    start = at
    while start > begin and not marks[start - 1] & BREAK:
        start -= 1
    subject = [word for word in words[start:at] if word not in _IT]
    return start == begin or not subject or subject[0] not in _NAMING or not _HOUSEHOLD.isdisjoint(subject)


_IT: Final = frozenset("it that which and it'll that'll this also even still".split())
_NAMING: Final = frozenset("the a an my our your first".split())


def _is_bidden(words: list[str], verb: int, begin: int) -> bool:
    """True for a verb that tells the client to do something: at the head, or behind a pause."""
    if words[verb + 1 : verb + 2] and words[verb + 1] in _INTO.get(words[verb], ()):
        return False
    if verb == begin or words[verb - 1] in _BEFORE:
        return True
    return words[verb] in _PASTIMES and words[begin] in ("a", "an", "some", "the")


_REACH: Final = 20
_ALONE: Final = frozenset(
    "put rub wash rinse soak stretch drink ice walk breathe practise practice oil check google wipe brush "
    "dab spray swap turn lay lie elevate freeze chill boil sleep walk hum sit stand squat eat".split()
)
"""What one does at home, without us."""
_INTO: Final = {
    "turn": ("up",),
    "walk": ("in", "straight", "over", "by", "up"),
    "check": ("in", "the", "my", "your", "for"),
    "sit": ("in", "with"),
    "stand": ("in",),
    "swap": ("to", "for"),
    "google": ("us", "me"),
}
"""What makes such a verb one of coming to us: "just turn up", "walk in Thursday"."""
_PASTIMES: Final = frozenset("walk stretch sleep drink".split())
"""Of these the noun tells as much: "a ten minute walk after lunch, costs nothing"."""
_BEFORE: Final = frozenset(", : ; - — just and so first then please anything can could you".split())
_HOUSEHOLD: Final = frozenset(
    "butcher baker library chemist pharmacy park beach water straw glass tap salt vinegar lemon bone matchbox matche "
    "newspaper sock spoon towel pillow broom ice".split()
)
"""What a home, a town or a shop has, so that what is done with it is none of our work."""
_OURS: Final = frozenset("me us bring come book pop swing appointment visit hour hours".split())


def is_elsewhere(words: list[str], begin: int, end: int) -> bool:
    """True for "the trial at the other school was free", "the class at the library is free"."""
    if not _ELSEWHERE.isdisjoint(words[begin:end]):
        return True
    return any(words[i : i + 2] in _AT_THE and words[i + 2] not in _OWN_ROOMS for i in range(begin, end - 2))


_AT_THE: Final = (["at", "the"], ["in", "the"], ["from", "the"])
_OWN_ROOMS: Final = frozenset(
    "studio salon shop clinic workshop end start moment beginning same weekend package".split()
)
_ELSEWHERE: Final = frozenset("other another their your".split())
"""Whose the free session is, behind it: "the trial at the other school was free"."""
