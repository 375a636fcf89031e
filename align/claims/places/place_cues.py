"""What introduces a place: a preposition, a verb of going, a question, an event behind its name.

Each cue word has its own way to introduce a name: `CUES` are those of a text with places to
check, `WIDE_CUES` those of one that is only read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.found import Found
from align.claims.places.islands import island_at
from align.claims.places.misspelt import SHORTEST_TYPO, misspelt_at
from align.claims.places.name_words import opens_name
from align.claims.places.next_stops import is_town, it_goes_to, next_stop
from align.claims.places.place_answers import is_taken_back
from align.claims.places.place_arrivals import arrived_at, greeted_from
from align.claims.places.place_labels import LABELS, labelled
from align.claims.places.place_matches import match_at, match_before, may_open
from align.claims.places.place_meant import is_quarter
from align.claims.places.place_neighbours import is_branch, is_held, is_spot, with_event
from align.claims.places.presence_words import BOOKED, EVENTS_AFTER, HELD_AFTER, PARTS, Part
from align.reading.cues import BREAK, CALENDAR, CLOCK, NUMBER, PLACE_WORD
from align.reading.dashes import PIN

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

VERBS: Final = frozenset(
    "visit visits visiting tour touring hit hits hitting cover covers covering play playing do doing does"
    " serve serving working reach reached reaching enter entering added adding confirmed announced".split()
)
_OWN_ONLY: Final = frozenset(("on", "outside"))
"""Prepositions that introduce the spec's own names only: "on Broadway", "a house outside Atlanta"."""
_SO_BE_IT: Final = frozenset("then so for at on from this next till until x again indeed".split())
_DESCRIBING: Final = frozenset("a an the not too about quite only never no".split())
_LED: Final = (["from"], ["in"], ["to"], ["at"], ["near"], ["around"])
DETERMINERS: Final = frozenset(
    "the downtown central greater north south east west inner outer both either sunny lovely rainy old "
    "good beautiful snowy"
    " wee bonny dear windy chilly gorgeous busy little historic nearby".split()
)
_RUNS: Final = frozenset("run tour dates trip stop stops leg schedule cities list".split())
_FROM: Final = frozenset(
    "working work works operating operate teaching teach training coaching trading based shooting "
    "practising practicing"
    " tattooing".split()
)
_FOR: Final = frozenset(
    "heading head leave leaving bound dates date spots slots spot slot bookings booking availability booked"
    " book session appointment down".split()
)
_ON_SCREEN: Final = frozenset("online remotely virtually".split())
"""How one works from a place, and is there all the same: "teaching online from Leeds"."""
_SUITS: Final = re.compile(r"(?:be |work|suit|do\b|help)")
_WHERE: Final = re.compile(
    r"where (?:i'm|i am|im|i'll|we're|we'll|i(?!')|you'll find (?:me|us)"
    r"|you can (?:find|catch|see) (?:me|us))\b"
)
REVERSED: Final = EVENTS_AFTER | HELD_AFTER | {"where", "based"}
"""Cues that stand behind the name that they introduce: "Leeds dates", "Leeds is where I'm …"."""
APART: Final = frozenset(("is", "are", ":", "it'll", "it's", "next"))
"""Cues behind which something may stand before the name, or nothing."""
_MISSPELT_BEHIND: Final = frozenset(("in", "to", "visiting"))


def may_name(u: Utterance, first: int, word: str) -> bool:
    """Tell, cheaply, whether a name, an article before one, or a misspelt one may stand behind a cue."""
    words = u.reading.words
    if first >= len(words):
        return False
    following = words[first]
    if _may_begin(following) or u.reading.marks[first] & PLACE_WORD:
        return True
    return word in _MISSPELT_BEHIND and len(following) >= SHORTEST_TYPO


@lru_cache(maxsize=8192)
def _may_begin(word: str) -> bool:
    return opens_name(word) or word in DETERMINERS


def _it_is_all(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name of "it's Leeds from the 12th", "it'll be Leeds"."""
    return it_goes_to(u, index + (word == "it'll" and u.reading.words[index + 1 : index + 2] == ["be"]))


def _is_or_colon(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name beside a verb of being or a colon: "Leeds it is", "Location: Leeds", "next stop is Leeds"."""
    before = u.reading.words[index - 1] if index else ""
    if before == "it":
        return _it_is(u, index)
    if word == ":" and before in LABELS:
        return labelled(u, index)
    return _run_of(u, index) if before in _RUNS else None


def _come_to(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name behind "in", "to": one that the speaker has just come to, or any other."""
    return arrived_at(u, index) or _BEHIND_GOING[word](u, index, word)


def _at_for(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name behind "for", "from", where they introduce one: "dates for Leeds", "working from Leeds"."""
    leads = _FOR if word == "for" else _FROM
    if word == "for" and index == u.reading.sentence(index)[0]:
        return _offered_for(u, index)
    if u.reading.words[index - 2 : index] == ["soft", "spot"]:
        return None
    before = index - 1 - (leads is _FROM and index > 1 and u.reading.words[index - 1] in _ON_SCREEN)
    if not u.known.places.present or (index and u.reading.words[before] in leads):
        one = _behind(u, index, "in" if leads is _FROM else word)
        return one if one is None or before == index - 1 else one._replace(cue=before + 1)
    return greeted_from(u, index) if word == "from" else None


def _wider(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name behind a preposition of `_WIDER`; with places to check, that of "flying into Leeds"."""
    if not u.known.places.present:
        return _behind(u, index, word)
    covers = word == "of" and _covers_all_of(u.reading.words, index)
    if word == "of" and not covers and u.reading.words[index - 1] != "out":
        return None
    before = u.reading.words[index - 1] if index else ""
    goes = PARTS.get(before) is Part.MOTION or (word == "into" and before in _GETTING)
    works = word == "of" and _works_out_of(u.reading.words, index)
    one = _behind(u, index, "cover" if covers else "in") if goes or works or covers else None
    if one is None or (
        one.match.name.is_word
        and not (one.match.name.listed or (works and u.reading.words[index - 2] != "running"))
    ):
        return None
    return one


_GETTING: Final = frozenset("get gets getting".split())


def _covers_all_of(words: list[str], index: int) -> bool:
    """True for the "of" of "I cover all of Leeds", "I do the whole of York"."""
    if words[index - 1] not in _SHARES:
        return False
    verb = index - 2 - (words[index - 2] in ("the", "nearly", "almost"))
    denied = words[max(0, verb - 1)].endswith(("n't", "not", "never"))
    return verb >= 0 and words[verb] in VERBS and not denied


_SHARES: Final = frozenset("all most whole parts half bits".split())


def _works_out_of(words: list[str], index: int) -> bool:
    """True for the "of" of "I'm working out of Leeds": where one works from."""
    return index > 1 and words[index - 1] == "out" and words[index - 2] in _FROM


def _own_branch(u: Utterance, index: int, _: str) -> Found | None:
    """Find the name of "my Leeds office"."""
    match = match_at(u, index + 1, "where") if may_open(u, index + 1) else None
    if match is None or (match.name.is_word and not match.name.listed):
        return None
    held = is_town(match) and (is_held(u, match.end) or is_spot(u, match.end))
    return Found(match.first, match, event=True) if held or is_branch(u, match.end) else None


def _offered_for(u: Utterance, index: int) -> Found | None:
    """Find the name of "For Leeds I can still offer you Friday"."""
    one = _behind(u, index, "in")
    words = u.reading.words
    if one is None or PARTS.get(" ".join(words[one.match.end : one.match.end + 1])) is not Part.SPEAKER:
        return None
    return None if is_taken_back(u, one.match.end) else one


def _behind(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name behind a preposition or a verb."""
    words = u.reading.words
    first = index + 1
    article = False
    if word in _OWN_ONLY and u.known.places.present and not _own_follows(u, first):
        if word == "on":
            return island_at(u, index)
        if words[index - 1] != "just":
            return None  # "just outside Leeds" is at Leeds
    match = match_at(u, first, word)
    while match is None and first < len(words) and words[first] in DETERMINERS:
        article |= words[first] == "the"
        first += 1
        match = match_at(u, first, word)
    if match is None:
        if word in ("in", "to", "visiting") and first == index + 1 and first < len(words):
            slip = misspelt_at(u, first)
            if slip is not None:
                return Found(index, slip, doubtful=True)
        return None
    one = with_event(u, Found(index, match))
    known = one.event or one.travel or match.name.is_area or match.name.listed
    if article and not (known or (word == "in" and is_quarter(u, match))):
        return None
    if word == "at" and not match.name.listed and match.name.is_word and not one.event:
        return None
    return one


def _own_follows(u: Utterance, first: int) -> bool:
    marks = u.reading.marks
    return first < len(marks) and bool(marks[first] & PLACE_WORD)


def before_cue(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name before "dates", "pop-up", "-based" or "is where I'm …"."""
    words = u.reading.words
    last = index
    if word == "where":
        joined = words[index - 1].endswith("'s")
        if index < 2 - joined or not (joined or words[index - 1] in ("is", "'")):
            return None
        said = _WHERE.match(u.reading.line, u.reading.line_at[index])
        if said is None or PARTS.get(next(iter(u.reading.words[index + 2 : index + 3]), "")) is Part.PAST:
            return None
        last -= not joined
    elif index > 1 and words[index - 1] == "-":
        last -= 1
    match = match_before(u, last, "where" if word in ("where", "based") else "")
    if match is None:
        return None
    if word == "where":
        return Found(match.first, match, certain=True)
    if word == "based":
        return Found(match.first, match)
    if word in BOOKED and not match.name.listed and words[last - 1].endswith("'s"):
        return None  # "Houston's appointment": whoever has it
    return with_event(u, Found(match.first, match)) if index == match.end else None


def _run_of(u: Utterance, index: int) -> Found | None:
    """Find the name behind "next stop: Leeds", "this run is Austin and Dallas"."""
    match = match_at(u, index + 1, "is")
    if match is None or u.reading.words[max(0, index - 2)] in ("your", "his", "her", "their"):
        return None
    return Found(match.first, match, certain=u.speaker is Speaker.PROFESSIONAL)


def _it_is(u: Utterance, index: int) -> Found | None:
    """Find the name of "Leeds it is, then": what has been agreed."""
    words = u.reading.words
    behind = words[index + 1 : index + 2]
    match = match_before(u, index - 1, "is")
    if match is None:
        return None
    agreed = not behind or (
        u.reading.marks[index + 1] & (BREAK | CALENDAR | CLOCK | NUMBER) or behind[0] in _SO_BE_IT
    )
    if not agreed and (behind[0] in _DESCRIBING or words[match.first - 1 : match.first] in _LED):
        return None  # "From Leeds it is easy", "Leeds it is not"
    return Found(match.first, match, certain=True)


def _asked_about(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name in "how about Leeds?", "would Leeds work?"."""
    words = u.reading.words
    match = match_at(u, index + 1, word) if may_open(u, index + 1) else None
    if match is None or match.weak or (match.name.is_person and not match.name.listed):
        return None
    if word == "about":
        asked = index > 0 and words[index - 1] in ("how", "what")
        return Found(match.first, match, certain=True) if asked else None
    first = next((d.last for d in u.days if match.end <= d.first <= match.end + 1), match.end)
    if first < len(words) and _SUITS.match(u.reading.line, u.reading.line_at[first]):
        return Found(match.first, match, certain=True)
    return None


_Read = Callable[["Utterance", int, str], Found | None]
READERS: Final[dict[str, _Read]] = {
    **dict.fromkeys(
        "from of via into through towards toward between across outside inside for like leaving".split(),
        _wider,
    ),
    **dict.fromkeys(("for", "from"), _at_for),
    **dict.fromkeys(("my", "our"), _own_branch),
    **dict.fromkeys("would does could about".split(), _asked_about),
    "next": lambda u, index, _: next_stop(u, index),
    PIN: lambda u, index, _: labelled(u, index),
    **dict.fromkeys(("is", "are", ":"), _is_or_colon),
    **dict.fromkeys(("it's", "it'll"), _it_is_all),
    **dict.fromkeys("in at to near around round between through thru @".split(), _behind),
    **dict.fromkeys(VERBS | _OWN_ONLY, _behind),
}
"""How each cue introduces the name behind it."""
_BEHIND_GOING: Final = {word: READERS[word] for word in "in into to at".split()}
READERS.update(dict.fromkeys(_BEHIND_GOING, _come_to))
WIDE_CUES: Final = READERS.keys() | REVERSED
CUES: Final = WIDE_CUES - set("via towards toward across inside like leaving".split())
OPENING_CUES: Final = (CUES - {"of"}) | {"out"}
"""What a text with a place has one of: "of" is a cue behind "out" alone, and far too common to look for."""
