"""Judges of particles, nouns and adverbs that govern a time: "down", "there", "time", "next".

What a judge takes and returns is said in align/claims/times/governors.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.bidden_verbs import is_bidden
from align.claims.times.appointment_words import OBJECTS, PLACES, START
from align.claims.times.governor_context import (
    LATE,
    OURSELVES,
    PARTY,
    YOU,
    is_told_to,
    word_before,
    words_between,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def judge_how(u: Utterance, at: int, first: int) -> int:
    """Read "how about 6", "how does 6 look" start."""
    between = words_between(u, at, first)
    return 1 if all(w in OBJECTS or w in ("does", "is", "would", "are", "'s") for w in between) else 0


def judge_up(u: Utterance, at: int, first: int) -> int:
    """Read "I'm up at 6" as no start, "rock up at 6" as one."""
    before = word_before(u, at)
    if (
        u.reading.words[at + 1 : at + 2] == ["for"]
        and at + 2 == first
        and (before in _AM or not before[:1].isalnum())
    ):
        return 1  # "I'm up for 6", "up for 6?"
    if word_before(u, at) in ("i'm", "im", "be", "am", "get", "gets", "got", "woke", "wake"):
        return -1
    return 1 if word_before(u, at) in ("rock", "roll", "turn", "show", "pull") and _comes(u, at, first) else 0


_AM: Final = frozenset("i'm im we're am be".split())


def _comes(u: Utterance, at: int, first: int) -> bool:
    """True for a particle right before its time whose verb is bidden: "nip in at 6", "hop over for 6"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(at)
    if at == begin or not is_bidden(words, at - 1, begin):
        return False
    # one's own "I'll nip over to the bank at 3" is an errand, the client's "nip round to mine" none
    return not words_between(u, at, first) or _OURS.isdisjoint(words[max(begin, at - 4) : at - 1])


_OURS: Final = frozenset("i i'll i'd we we'll we'd".split())


def judge_round(u: Utterance, at: int, first: int) -> int:
    """Read "dash round at 6" starts; as a preposition it decides nothing."""
    return 1 if at < first - 1 and (_is_there(u, at, first) or _comes(u, at, first)) else 0


def _is_there(u: Utterance, at: int, first: int) -> bool:
    """True for "I'll be round at 6", "I could be over for 6"."""
    near = u.reading.words[max(0, at - 3) : at]
    if near[-1:] != ["be"] or _I_WILL.isdisjoint(near):
        return False
    return _TO_YOU.issuperset(words_between(u, at, first))


_TO_YOU: Final = frozenset("to with you ya u yours".split())
_I_WILL: Final = frozenset("i'll i'd we'll we'd can could will".split())


def judge_back(u: Utterance, at: int, first: int) -> int:
    """Read "I'm back at 6" as no start."""
    del first
    return -1 if word_before(u, at) in _RETURNING else 0


_RETURNING: Final = frozenset(
    "i'm im be am get got are you're i'll 's gets getting head heads heading we're until home stroll strolling walk"
    " walking drive driving cycle cycling rush rushing run running wander wandering fly flying".split()
)
"""Who is or goes "back" at an hour begins nothing: "you'd be strolling back at ten past one"."""


def judge_off(u: Utterance, at: int, first: int) -> int:
    """Read "I get off at 6" as no start."""
    del first
    before = (
        "get",
        "gets",
        "got",
        "am",
        "i'm",
        "im",
        "you're",
        "set",
        "heading",
        "head",
        "knock",
        "clock",
        "be",
        "getting",
        "are",
    )
    return -1 if word_before(u, at) in before else 0


_THEM: Final = frozenset("you u ya him her them y'all".split())


def judge_in(u: Utterance, at: int, first: int) -> int:
    """Read "You're in at 6", "nip in at 6" start, "she gets in at 6" does not; else a particle."""
    before = word_before(u, at)
    if (
        before in _THEM
        or before in ("you're", "youre")
        or u.reading.words[at - 2 : at] in (["she", "'s"], ["he", "'s"])
        or (before == "are" and u.reading.words[at - 2] in YOU)
    ):
        return 1
    if before in ("get", "gets", "got", "getting", "gets", "flying", "flies", "comes", "pulls"):
        return -1
    return 1 if _comes(u, at, first) else 0


def judge_on(u: Utterance, at: int, first: int) -> int:
    """Read "We're on for 6", "you're on at 6" start; "I'm on at 6" is a stage or a shift."""
    before = word_before(u, at)
    if first - at > 2:
        return 0
    if before == "go" and not _I_WILL.isdisjoint(u.reading.words[max(0, at - 3) : at]):
        return 1
    if before in ("you're", "we're", "still", "youre", "all", "it's", "game"):
        return 1
    return -1 if before in ("i'm", "im", "am", "'s", "goes", "comes", "go") else 0


def judge_down(u: Utterance, at: int, first: int) -> int:
    """Read "put you down for 6" starts; "comes down at 6" does not."""
    before = word_before(u, at)
    if before in ("comes", "goes", "sun"):
        return -1
    if before in _LAID and u.reading.words[first - 1] == "at" and is_told_to(u, at - 2):
        return -1  # "put her down at half nine if she'll go"
    return 1 if before in OBJECTS or before in ("you're", "put", "i'm") or first - at <= 2 else 0


_LAID: Final = frozenset("him her them it".split())


def judge_over(u: Utterance, at: int, first: int) -> int:
    """Read "it's over at 6" as no start, "head over for 6" as one."""
    if _is_there(u, at, first):
        return 1
    if word_before(u, at) in ("is", "be", "'s", "it's", "was", "are", "all"):
        return -1
    return 1 if _comes(u, at, first) else 0


def judge_there(u: Utterance, at: int, first: int) -> int:
    """Read "I'll be there at 6", "get here for 6" start, unless they are late or third parties'."""
    words = u.reading.words
    if words[at + 1 : at + 2] and words[at + 1] in _EXISTS:
        return judge_exists(u, at + 1, first)
    mine = not OURSELVES.isdisjoint(words[max(0, at - 2) : at])
    near = [] if mine else words[max(0, at - 6) : at]
    begin, end = u.reading.sentence(at)
    around = words[max(begin, at - 12) : min(end, first + 12)]
    if "traffic" in around and "depending" in around:
        around = []  # "I'll be there between 4 and 5 depending on traffic"
    if not LATE.isdisjoint(around) or not PARTY.isdisjoint(near):
        return -1
    if word_before(u, at) in ("is", "are", "'s") and YOU.isdisjoint(words[max(0, at - 3) : at]) and not mine:
        return -1  # "the next person is here from 11"
    if word_before(u, at) in (
        "be",
        "get",
        "got",
        "over",
        "up",
        "him",
        "her",
        "you",
        "come",
        "see",
        "meet",
        "getting",
        "right",
        "arrive",
        "them",
        "yourself",
        "yourselves",
    ):
        return 1
    return 0


_EXISTS: Final = frozenset("is are 's was will might may could".split())


def judge_exists(u: Utterance, at: int, first: int) -> int:
    """Read "there's still a 7pm", "there's half two going" start; "there's a bus at 5" does not."""
    return 1 if all(w in OBJECTS or w in ("be", "always") for w in words_between(u, at, first)) else 0


def judge_with(u: Utterance, at: int, first: int) -> int:
    """Read "I'll be with you at 6", "happy with 6" start."""
    words = u.reading.words
    if word_before(u, at) in (
        "happy",
        "fine",
        "good",
        "ok",
        "okay",
        "cool",
        "go",
        "live",
        "cope",
    ) and not words_between(u, at, first):
        return 1
    if words[at + 1 : at + 2] in (["you"], ["u"], ["ya"]) and first - at <= 4:
        before = word_before(u, at)
        return judge_there(u, at, first) or (1 if before in ("be", "so", "then", ",") else 0)
    return 0


def judge_clear(u: Utterance, at: int, first: int) -> int:
    """Read "I'm clear at 6", "I'm clear from 6" start; "to be clear" does not."""
    return 1 if word_before(u, at) in ("i'm", "we're", "am", "all") and not words_between(u, at, first) else 0


def judge_nobody(u: Utterance, at: int, first: int) -> int:
    """Read "I've nobody at 6" starts: that hour is free."""
    before = word_before(u, at)
    return 1 if before in ("i've", "we've", "have", "got") and not words_between(u, at, first) else 0


def judge_time(u: Utterance, at: int, first: int) -> int:
    """Read "your start time is 6" starts; "bed time" does not."""
    del first
    before = word_before(u, at)
    if "-" in u.reading.words[max(0, at - 5) : at]:
        return 0  # "pick-up is any time after 4"
    if before in (
        "your",
        "new",
        "start",
        "arrival",
        "appointment",
        "our",
        "the",
        "of",
        "possible",
        "available",
        "free",
        "any",
    ):
        return 1
    return (
        -1
        if before in ("call", "show", "bed", "dinner", "meal", "finish", "finishing", "closing", "ceremony")
        else 0
    )


def judge_room(u: Utterance, at: int, first: int) -> int:
    """Read "I still have some room at 3" starts; "room 3" does not."""
    del first
    return 1 if word_before(u, at) in _ROOM else 0


_ROOM: Final = frozenset("some have got little more any still the there's i've we've is be".split())


def judge_good(u: Utterance, at: int, first: int) -> int:
    """Read "all good for 6", "I'm good for 6", "keen for 6?", "would you be able for 6?" start."""
    between = u.reading.words[at + 1 : first]
    before = word_before(u, at)
    fit = before in _FIT or (u.reading.words[at] in _KEEN and not before[:1].isalpha())
    return 1 if between[:1] == ["for"] and fit and len(between) <= 2 else 0


_FIT: Final = frozenset("all i'm we're you're still you ye be".split())
_KEEN: Final = frozenset(("keen", "game", "able"))


def judge_next(u: Utterance, at: int, first: int) -> int:
    """Read "My next is 2:15", "next one free at 6"; not "next week"."""
    between = words_between(u, at, first)
    return 1 if all(w in ("one", "one's", "is", "'s", "free", "available") for w in between) else 0


def judge_around(u: Utterance, at: int, first: int) -> int:
    """Read "I'm around from 2"; as a preposition it decides nothing."""
    if at == first - 1:
        return 0
    return 1 if word_before(u, at) in ("i'm", "im", "be", "am", "you", "are") else 0


def judge_anything(u: Utterance, at: int, first: int) -> int:
    """Read "anything from 2 to 5", "I've anything free at 3" start; "so is anything after 5" does not."""
    words = u.reading.words
    if word_before(u, at) in ("is", "are", "nor", "than", "there") or "is" in words[first : first + 4]:
        return 0
    if words[at] == "anywhere" and words[at + 1] not in ("from", "between"):
        return 0
    between = words_between(u, at, first)
    return 1 if first > at + 1 and (not between or between[0] in _FREE) else 0


_FREE: Final = frozenset("free open going available left".split())
_YOURS: Final = frozenset("you ya yours u your".split())


def judge_way(u: Utterance, at: int, first: int) -> int:
    """Read "on my way to you for 6" starts; the way home, or to somebody else, does not."""
    words = u.reading.words
    mine = words[at - 2 : at] in (["on", "my"], ["on", "our"])
    led = words[first - 1] in ("for", "at")
    return 1 if mine and led and words[at + 1] == "to" and words[at + 2] in _YOURS else 0


def judge_ready(u: Utterance, at: int, first: int) -> int:
    """Read "be ready for 6" starts, unless it is the party, or what is to be fetched, that must be ready."""
    words = u.reading.words
    near = words[max(0, at - 6) : at]
    if not PARTY.isdisjoint(near) or "needs" in near:
        return -1
    return -1 if YOU.isdisjoint(words[at:first]) and _is_anothers(u, at) else 1


def _is_anothers(u: Utterance, at: int) -> bool:
    """True for the subject of "Bella will be ready at 4", "he'll be all done and ready for 4"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(at)
    will = at - 1
    while will > begin and words[will] in _READY_LEADS:
        will -= 1
    subject = words[will]
    if subject in _THEY_WILL:
        return True
    if subject not in _WILL or will == begin:
        return False
    subject = words[will - 1]
    return subject.isalpha() and subject not in _HERE and subject not in OURSELVES and subject not in YOU


_READY_LEADS: Final = frozenset(
    "be all done and washed dried dry clean cut , fully probably about definitely".split()
)
_THEY_WILL: Final = frozenset("he'll she'll they'll it'll he'd she'd they'd it'd".split())
_WILL: Final = frozenset("will should would 'll 'd shall might".split())
_HERE: Final = (
    START
    | PLACES
    | frozenset("and then but or so room table bed couch kit set setup everything all there that".split())
)
"""What is ready when the appointment begins."""


def judge_left(u: Utterance, at: int, first: int) -> int:
    """Read "Only 6 left" is said behind a time; "have left: 4" stands before it."""
    told = {":", "is", "are"}
    if word_before(u, at) in ("slot", "one", "space", "spot", "gap", "start", "opening", "appointment"):
        told |= {",", "—"}
    return -1 if told.isdisjoint(u.reading.words[at + 1 : first]) or first - at > 4 else 1
