"""What says who travels by the way that they take: with whom at what hour, where, by which door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.places import mode_words as said
from align.claims.places.mode_stays import is_over
from align.claims.places.mode_subjects import mode_of, who_goes

if TYPE_CHECKING:
    import re

    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

INVITING: Final = frozenset(
    (
        ". ! ? , ; … \n to can could just and please then do you so or - — : ) yes sure ok okay x yeah yep "
        "always"
    ).split(" ")
)
"""What stands before an invitation to come in: nothing, or what leads to an imperative."""
TELLING: Final = frozenset("just please then and , so".split())
_WE_REACH: Final = 4
_TOGETHER_WITH: Final = frozenset("we we'd we'll we're let's lets".split())
_HOUR_REACH: Final = 8
_VERB_REACH: Final = 5
_MEETING: Final = frozenset("meet see find do join treat work set".split())


def be_with(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I'll be with you by nine"; "in two minutes" they come to the door."""
    _, last = u.reading.words_of(*match.span())
    who = who_goes(u, index)
    goes = who == "speaker" or (who == "none" and index == u.reading.sentence(index)[0])  # "Be with you at 4"
    timed = goes and bool(claims_between(u.starts, last, last + _HOUR_REACH))
    if not timed and (who not in ("speaker", "none") or not _has_set_off(u, index, last)):
        return None
    return mode_of(u, theirs=True)


def am_with(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "so I'm with you by six", with its hour; "I'm with you on that" is of one mind."""
    del index
    _, last = u.reading.words_of(*match.span())
    timed = bool(claims_between(u.starts, last, last + _HOUR_REACH))
    return mode_of(u, theirs=True) if timed else None


def _has_set_off(u: Utterance, index: int, last: int) -> bool:
    """True for "leaving now, should be with you in twenty": a while, where the speaker is on the road."""
    words = u.reading.words
    if not _OUR_PLACES.isdisjoint(words[last : last + _ROAD_REACH]):
        return False
    return words[last : last + 1] == ["in"] and not _SETTING_OFF.isdisjoint(
        words[max(0, index - _ROAD_REACH) : index]
    )


_ROAD_REACH: Final = 14
_OUR_PLACES: Final = frozenset("studio salon shop clinic".split())
_SETTING_OFF: Final = frozenset("leaving setting left way traffic driving car van bus train".split())


def ready_to_go(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I'm happy to travel", "I'll travel anywhere in town"; "I love to travel" is no offer."""
    del match
    words = u.reading.words
    if who_goes(u, index) not in ("speaker", "none"):
        return None
    if words[index - 1 : index] == ["to"]:
        return mode_of(u, theirs=True) if words[max(0, index - 2)] in _WILLING else None
    if words[index] == "visit" and words[index - 1 : index] in _DOES[:2]:
        return None  # "in every town I visit"
    told = words[index - 1 : index] in _DOES and words[max(0, index - 2)] not in _WHENEVER
    return mode_of(u, theirs=True) if told else None


_WILLING: Final = frozenset("happy glad willing able free prepared delighted".split())
_DOES: Final = [
    [word] for word in "i we i'll we'll i'd can could will do gladly happily also usually".split()
]
_WHENEVER: Final = frozenset("when whenever while if as once did didn't you".split())


def wherever(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I can meet you wherever you're staying": the speaker goes there."""
    del match
    words = u.reading.words
    for at in range(index - 1, max(u.reading.sentence(index)[0], index - _VERB_REACH) - 1, -1):
        if words[at] in said.GOING or words[at] in _MEETING:
            return mode_of(u, theirs=True) if who_goes(u, at) == "speaker" else None
    return None


def doorway(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "come through the side gate": the client is told the way in."""
    del match
    lead = u.reading.words[index - 1] if index else "."
    told = who_goes(u, index) in ("listener", "none") and lead in INVITING
    return mode_of(u, theirs=False) if told else None


def lent(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "you can use my flat", "I could use your kitchen": whose room it is, somebody else uses."""
    theirs = match["theirs"] is not None
    subject = who_goes(u, index)
    before = u.reading.words[max(0, index - _WE_REACH) : index]
    if not _TOGETHER_WITH.isdisjoint(before):
        return mode_of(u, theirs=theirs)
    lead = before[-1] if before else "."
    if subject == "none" or lead in TELLING:
        return mode_of(u, theirs=False) if lead in INVITING and not theirs else None
    is_lent = subject == ("speaker" if theirs else "listener")
    return mode_of(u, theirs=theirs) if is_lent else None


def hosts(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "host" the verb: "the host" is somebody, "nowhere to host" a refusal."""
    before = u.reading.words[max(0, index - 2) : index]
    if is_over(u.reading.line, match.end()):
        return None  # "lovely to have you in the studio last week"
    if before == ["nowhere", "to"] or (before and before[-1] in _NOUN_LEADS):
        return None
    return mode_of(u, theirs=who_goes(u, index) == "listener")


_NOUN_LEADS: Final = frozenset("the a your my our their this that".split())
