"""Words that govern a time in more than one way, each with what decides.

Every judge takes the utterance, the word's index and the first word of the time, and
returns 1 (an appointment's start), -1 (something else) or 0 (the word decides nothing).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.times.appointment_words import HEDGES, OBJECTS

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

Judge = Callable[["Utterance", int, int], int]

_I: Final = frozenset("i i'm im i'll ill i've i'd we we're we'll we've we'd".split())
_YOU: Final = frozenset("you u you're youre ya you'll your".split())
_PARTICLES: Final = frozenset(
    "in on up down over by round along through back out off here there with to".split()
)
_PARTY: Final = frozenset(
    "guests they everyone family parents band photographer caterer crew movers she he mum mom dad husband wife brother"
    " sister son daughter boss kids children people train bus plane parcel package delivery dj florist team bride groom bridesmaids".split()
)
_LATE: Final = frozenset("late traffic eta running behind delayed omw stuck".split())


def _between(u: Utterance, at: int, first: int) -> list[str]:
    """Return the words between a word and a time, without hedges, days and other times."""
    words, taken = u.reading.words, u.taken
    return [
        words[i]
        for i in range(at + 1, first)
        if words[i] not in HEDGES
        and not taken[i]
        and not words[i][0].isdigit()
        and words[i] not in ("or", "and", ",")
    ]


_ARTICLES: Final = frozenset("a an the my your his her their our some".split())


def _is_direct(u: Utterance, at: int, first: int) -> bool:
    """True when only pronouns and particles stand between a verb and its time.

    An adjective may stand before it as well: "do a cheeky 8am".
    """
    between = _between(u, at, first)
    if u.reading.words[first - 2] in ("a", "an") and first - 2 > at:
        between = between[:-1]
    return all(w in OBJECTS or w in _PARTICLES for w in between)


def _before(u: Utterance, at: int) -> str:
    return u.reading.words[at - 1] if at else ""


def _see(u: Utterance, at: int, first: int) -> int:
    """Read "See you at 6" and "meet little Leo at 6" start; "see the vet at 6" does not."""
    words = u.reading.words
    following = words[at + 1] if at + 1 < first else ""
    if following in OBJECTS or following in ("your", "y'all"):
        return 1
    if not _ARTICLES.isdisjoint(words[at + 1 : first]):
        return 0
    return 1 if len(_between(u, at, first)) <= 2 else 0


def _have(u: Utterance, at: int, first: int) -> int:
    """Read "I have 6", "I've got you at 6" start; "I have rehearsal at 6" does not."""
    if u.reading.words[at + 1 : at + 2] == ["to"]:
        return 0
    between = _between(u, at, first)
    if all(
        w in OBJECTS or w in _PARTICLES or w in ("room", "time", "something", "got", "nothing")
        for w in between
    ):
        return -1 if "nothing" in between else 1
    return 0


def _do(u: Utterance, at: int, first: int) -> int:
    return 1 if _is_direct(u, at, first) else 0


def _want(u: Utterance, at: int, first: int) -> int:
    """Read "Want 6?", "could you do 6", "can I at 6": only where nothing else is wanted."""
    between = _between(u, at, first)
    return (
        1
        if all(w in OBJECTS or w in ("i", "we", "to", "he", "she", "fancy", "take", "go") for w in between)
        else 0
    )


def _how(u: Utterance, at: int, first: int) -> int:
    between = _between(u, at, first)
    return 1 if all(w in OBJECTS or w in ("does", "is", "would", "are", "'s") for w in between) else 0


def _say(u: Utterance, at: int, first: int) -> int:
    """Read "say 6", "I'm going to say 6" start; "they say 6" does not."""
    before = _before(u, at)
    if _between(u, at, first) or before in ("you", "they", "u"):
        return 0
    return 1 if before != "to" or u.reading.words[at - 2] in ("going", "gonna", "have", "love") else 0


def _make(u: Utterance, at: int, first: int) -> int:
    return 1 if all(w in OBJECTS or w == "work" for w in _between(u, at, first)) else 0


def _open(u: Utterance, at: int, first: int) -> int:
    """Read "I'm open at 2", "doors open for you at 2" start; "we open at 9" are hours."""
    del first
    if "for" in u.reading.words[at + 1 : at + 2]:
        return 1
    before = _before(u, at)
    if before in ("i", "we", "they", "doors", "shop", "store", "it", "usually", "to", "normally"):
        return -1
    return 1


def _start(u: Utterance, at: int, first: int) -> int:
    del first
    words = u.reading.words
    before = _before(u, at)
    if (
        before == "i"
        or _is_plural(before)
        or (before in ("usually", "normally", "always") and words[at - 2 : at - 1] in (["i"], ["we"]))
    ):
        return -1
    if before in _PARTY or (
        before.isalpha() and before in ("class", "school", "party", "shift", "work", "ceremony", "term")
    ):
        return -1
    return 1


def _is_plural(word: str) -> bool:
    """True for the "hours" of "quiet hours start at 5", not for the "lessons" one gives."""
    return (
        len(word) > _SHORT_WORD
        and word.endswith("s")
        and not word.endswith(("ss", "'s"))
        and word not in ("lessons", "sessions", "appointments", "slots", "always", "lets", "perhaps")
    )


_SHORT_WORD: Final = 3


def _starts(u: Utterance, at: int, first: int) -> int:
    del first
    return 1 if _before(u, at) in ("session", "lesson", "appointment", "it", "slot", "yours", "appt") else -1


def _work(u: Utterance, at: int, first: int) -> int:
    del first
    before = _before(u, at)
    if before in (
        "would",
        "could",
        "will",
        "'ll",
        "might",
        "should",
        "does",
        "not",
        "that'd",
        "it'd",
        "it",
        "can",
    ):
        return 1
    return -1


def _up(u: Utterance, at: int, first: int) -> int:
    del first
    return -1 if _before(u, at) in ("i'm", "im", "be", "am", "get", "gets", "got", "woke", "wake") else 0


def _back(u: Utterance, at: int, first: int) -> int:
    del first
    back = (
        "i'm",
        "im",
        "be",
        "am",
        "get",
        "got",
        "are",
        "you're",
        "i'll",
        "she's",
        "he's",
        "gets",
        "getting",
        "head",
        "we're",
        "until",
        "home",
    )
    return -1 if _before(u, at) in back else 0


def _off(u: Utterance, at: int, first: int) -> int:
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
    return -1 if _before(u, at) in before else 0


_THEM: Final = frozenset("you u ya him her them y'all".split())


def _in(u: Utterance, at: int, first: int) -> int:
    """Read "You're in at 6", "sneak you in at 6" start, "she gets in at 6" does not; else a particle."""
    del first
    before = _before(u, at)
    if (
        before in _THEM
        or before in ("you're", "youre", "she's", "he's")
        or (before == "are" and u.reading.words[at - 2] in _YOU)
    ):
        return 1
    return (
        -1 if before in ("get", "gets", "got", "getting", "gets", "flying", "flies", "comes", "pulls") else 0
    )


def _on(u: Utterance, at: int, first: int) -> int:
    """Read "We're on for 6", "you're on at 6" start; "I'm on at 6" is a stage or a shift."""
    before = _before(u, at)
    if first - at > 2:
        return 0
    if before in ("you're", "we're", "still", "youre", "all", "it's", "game"):
        return 1
    return -1 if before in ("i'm", "im", "am", "'s", "goes", "comes", "go") else 0


def _down(u: Utterance, at: int, first: int) -> int:
    before = _before(u, at)
    return 1 if before in OBJECTS or before in ("you're", "put", "i'm") or first - at <= 2 else 0


def _set(u: Utterance, at: int, first: int) -> int:
    before = _before(u, at)
    if u.reading.words[at - 2 : at - 1] in (["alarm"], ["timer"], ["oven"], ["table"]):
        return -1
    if before in ("all", "you're", "we're", "is", "are", "it's", "that's", "'s") or u.reading.words[
        at + 1 : at + 2
    ] == ["for"]:
        return 1
    del first
    return 0


def _over(u: Utterance, at: int, first: int) -> int:
    del first
    return -1 if _before(u, at) in ("is", "be", "'s", "it's", "was", "are", "all") else 0


def _booked(u: Utterance, at: int, first: int) -> int:
    """Read "I'm booked at 6" is taken; "you're booked for 6" and "booked you in at 6" start."""
    words = u.reading.words
    before = _before(u, at)
    if before in (
        "i'm",
        "im",
        "am",
        "fully",
        "already",
        "solid",
        "i've",
        "are",
        "we're",
        "double",
        "'s",
        "been",
        "is",
    ):
        own = words[at + 1 : at + 2] and words[at + 1] in OBJECTS
        yours = before in ("already", "are", "fully") and words[at - 2 : at - 1] and words[at - 2] in _YOU
        return 1 if own or yours else -1
    if before in _YOU and at > 1 and words[at - 2].isalpha() and words[at - 2] not in _CLAUSE_OPENERS:
        return -1  # "the table you booked for 6"
    following = words[at + 1] if at + 1 < first else ""
    return -1 if following in ("solid", "up", "out", "until", "till", "through") else 1


_CLAUSE_OPENERS: Final = frozenset(
    "so and but then if since as because ok yes hi hey that have had got".split()
)


def _there(u: Utterance, at: int, first: int) -> int:
    """Read "I'll be there at 6", "get here for 6" start, unless they are late or third parties'."""
    words = u.reading.words
    if words[at + 1 : at + 2] and words[at + 1] in _EXISTS:
        return _exists(u, at + 1, first)
    mine = not _I.isdisjoint(words[max(0, at - 2) : at])
    near = [] if mine else words[max(0, at - 6) : at]
    begin, end = u.reading.sentence(at)
    around = words[max(begin, at - 12) : min(end, first + 12)]
    if "traffic" in around and "depending" in around:
        around = []  # "I'll be there between 4 and 5 depending on traffic"
    if not _LATE.isdisjoint(around) or not _PARTY.isdisjoint(near):
        return -1
    if _before(u, at) in (
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
    ):
        return 1
    return 0


_EXISTS: Final = frozenset("is are 's was will might may could".split())


def _exists(u: Utterance, at: int, first: int) -> int:
    """Read "there's still a 7pm", "there's half two going" start; "there's a bus at 5" does not."""
    return 1 if all(w in OBJECTS or w in ("be", "always") for w in _between(u, at, first)) else 0


def _with(u: Utterance, at: int, first: int) -> int:
    words = u.reading.words
    if words[at + 1 : at + 2] in (["you"], ["u"], ["ya"]) and first - at <= 4:
        return _there(u, at, first) or (1 if _before(u, at) == "be" else 0)
    return 0


def _arrive(u: Utterance, at: int, first: int) -> int:
    del first
    near = u.reading.words[max(0, at - 4) : at]
    return -1 if not _PARTY.isdisjoint(near) or not _LATE.isdisjoint(near) else 1


def _come(u: Utterance, at: int, first: int) -> int:
    near = u.reading.words[max(0, at - 3) : at]
    if u.reading.words[at + 1 : at + 2] in (["home"], ["from"], ["off"]):
        return 0
    del first
    return -1 if not _PARTY.isdisjoint(near) else 1


def _get(u: Utterance, at: int, first: int) -> int:
    """Read "Get you in at 6" starts."""
    between = _between(u, at, first)
    return (
        1
        if between and between[0] in OBJECTS and all(w in OBJECTS or w in _PARTICLES for w in between)
        else 0
    )


def _pick(u: Utterance, at: int, first: int) -> int:
    """The professional's "I'll pick him up at 3" starts; the client's school run does not."""
    before = _before(u, at)
    mine = before in ("i'll", "i", "can", "could", "we'll") and u.speaker is Speaker.PROFESSIONAL
    following = u.reading.words[at + 1 : at + 2]
    del first
    return 1 if mine and following and following[0] in OBJECTS else -1


def _go(u: Utterance, at: int, first: int) -> int:
    following = u.reading.words[at + 1 : at + 2]
    return 1 if following in (["for"], ["with"]) and not _between(u, at + 1, first) else 0


def _time(u: Utterance, at: int, first: int) -> int:
    del first
    before = _before(u, at)
    if "-" in u.reading.words[max(0, at - 5) : at]:
        return 0  # "pick-up is any time after 4"
    if before in (
        "your",
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


def _room(u: Utterance, at: int, first: int) -> int:
    """Read "I still have some room at 3" starts; "room 3" does not."""
    del first
    return 1 if _before(u, at) in ("some", "have", "got", "little", "more", "any", "still", "the") else 0


def _next(u: Utterance, at: int, first: int) -> int:
    """Read "My next is 2:15", "next one free at 6"; not "next week"."""
    return 1 if all(w in ("one", "is", "'s", "free", "available") for w in _between(u, at, first)) else 0


def _around(u: Utterance, at: int, first: int) -> int:
    """Read "I'm around from 2"; as a preposition it decides nothing."""
    if at == first - 1:
        return 0
    return 1 if _before(u, at) in ("i'm", "im", "be", "am", "you", "are") else 0


def _call(u: Utterance, at: int, first: int) -> int:
    following = u.reading.words[at + 1] if at + 1 < first else ""
    return 1 if first - at <= 3 and following in ("it", "in", "by", "round", "over") else -1


def _let(u: Utterance, at: int, first: int) -> int:
    del first
    return -1 if u.reading.words[at + 1 : at + 3] == ["you", "know"] else 0


def _confirm(u: Utterance, at: int, first: int) -> int:
    """Read "Confirming 6" starts; "I'll confirm at 6" says when one writes."""
    return (
        -1
        if first - at == 2
        and u.reading.words[at + 1] in ("at", "around", "by", "after")
        and _before(u, at) in _I
        else 1
    )


def _put(u: Utterance, at: int, first: int) -> int:
    return 1 if _is_direct(u, at, first) else 0


def _wait(u: Utterance, at: int, first: int) -> int:
    del first
    return 1 if u.reading.words[at + 1 : at + 2] == ["for"] else 0


def _like(u: Utterance, at: int, first: int) -> int:
    """Read "Would you like 6" starts; "like 6ish" only hedges."""
    before = _before(u, at)
    if before in ("you", "i'd", "would", "u", "you'd", "she'd", "he'd", "looks", "sounds"):
        return _want(u, at, first)
    return 0


def _turn(u: Utterance, at: int, first: int) -> int:
    del first
    return 1 if u.reading.words[at + 1 : at + 2] == ["up"] else 0


def _drop(u: Utterance, at: int, first: int) -> int:
    """Read "Drop him in at 9", "drop by at 6" start; "drop the photos over at 6" does not."""
    following = u.reading.words[at + 1] if at + 1 < first else ""
    return -1 if following in ("the", "your", "my", "some", "a", "keys") else 1


def _ready(u: Utterance, at: int, first: int) -> int:
    del first
    near = u.reading.words[max(0, at - 6) : at]
    return -1 if not _PARTY.isdisjoint(near) or "needs" in near else 1


def _left(u: Utterance, at: int, first: int) -> int:
    """Read "Only 6 left" is said behind a time; "have left: 4" stands before it."""
    return -1 if {":", "is", "are"}.isdisjoint(u.reading.words[at + 1 : first]) or first - at > 4 else 1


def _shift(u: Utterance, at: int, first: int) -> int:
    """Read "shift you to 3" starts; "my shift ends", "changes shift at 12" do not."""
    between = u.reading.words[at + 1 : first]
    return 1 if between and (between[0] in OBJECTS or between[0] in ("to", "your", "things")) else -1


def _lock(u: Utterance, at: int, first: int) -> int:
    """Read "lock in 6", "lock you down for 6" start; "I lock up at 6" does not."""
    following = u.reading.words[at + 1] if at + 1 < first else ""
    return -1 if following in ("up", "the", "my") else 1


def _did(u: Utterance, at: int, first: int) -> int:
    """Read "what if we did 3" starts; what was done does not."""
    return 1 if "if" in u.reading.words[max(0, at - 2) : at] and _is_direct(u, at, first) else 0


AMBIGUOUS: Final[dict[str, Judge]] = {
    **dict.fromkeys(("see", "seeing", "catch", "meet", "saw"), _see),
    **dict.fromkeys(("have", "got", "i've", "we've", "'ve", "has", "haven't", "had"), _have),
    **dict.fromkeys(
        ("do", "doing", "take", "keep", "keeping", "manage", "try", "accommodate", "host", "keeping"), _do
    ),
    **dict.fromkeys(
        ("want", "need", "prefer", "wanna", "could", "can", "would", "rather", "may", "shall", "mind"), _want
    ),
    **dict.fromkeys(("how", "how's", "what"), _how),
    "say": _say,
    "make": _make,
    "open": _open,
    "start": _start,
    "starts": _starts,
    "begins": _starts,
    "work": _work,
    "up": _up,
    "back": _back,
    "off": _off,
    "in": _in,
    "on": _on,
    "down": _down,
    "set": _set,
    "over": _over,
    "booked": _booked,
    "there": _there,
    **dict.fromkeys(("there's", "theres"), _exists),
    "here": _there,
    "with": _with,
    **dict.fromkeys(("arrive", "arriving"), _arrive),
    **dict.fromkeys(("come", "coming"), _come),
    **dict.fromkeys(("get", "getting"), _get),
    **dict.fromkeys(("pick", "collect"), _pick),
    "go": _go,
    "time": _time,
    "room": _room,
    "next": _next,
    "around": _around,
    "call": _call,
    "let": _let,
    **dict.fromkeys(("confirm", "confirming"), _confirm),
    **dict.fromkeys(("put", "putting", "slide", "slip", "tuck"), _put),
    **dict.fromkeys(("waiting", "wait"), _wait),
    "like": _like,
    "turn": _turn,
    "left": _left,
    **dict.fromkeys(("drop", "dropping"), _drop),
    "ready": _ready,
    "shift": _shift,
    "lock": _lock,
    "did": _did,
}
"""The judges of words that govern a time in more than one way."""
