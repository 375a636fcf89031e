"""Find names of places among the words, and weigh whether they are meant as places.

A look-up alone is useless (Nancy, Reading, Nice and Mobile are cities), so a name that is
also a word or a person's name needs its capital, or, in a text without capitals, a clause
that cannot mean anything else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.heard import places_of
from align.claims.places.name_words import CODES, JOINTS, closes_name, end_of, opens_name, plain, unparted
from align.claims.places.presence_words import EVENTS_AFTER, PARTS, THINGS, Part
from align.claims.places.toured import TOURING, is_dated, is_toured
from align.data.gazetteer import load_gazetteer
from align.data.names import load_given_names
from align.data.words import load_words
from align.reading.cues import CALENDAR, PLACE_WORD, PRICE, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.places.place_names import Name
    from align.claims.utterance import Utterance

_MAX_WORDS: Final = 6
_TOWN: Final = 30_000
_AWKWARD_CODES: Final = frozenset("ok or me in hi la pa ma al id de co".split())
_BEFORE_PERSONS: Final = frozenset(
    "mr mrs ms miss mx dr sir madam prof professor frau herr hi hey hello hiya dear thanks cheers".split()
)
_MOVING: Final = frozenset("off up down over back out across along through round".split())


class Match(NamedTuple):
    """A name on the words `[first, last)`; `end` lies behind its region or country.

    `close` says that the name is meant as a place only in a clause that leaves no other
    reading, and `weak` that it opens a sentence and may be an ordinary word.
    """

    first: int
    last: int
    end: int
    key: str
    name: Name
    close: bool = False
    weak: bool = False


def match_at(u: Utterance, first: int, cue: str) -> Match | None:
    """Return the longest name that begins at a word, if it is meant as a place."""
    words = u.reading.words
    if first >= len(words):
        return None
    if u.reading.marks[first] & PLACE_WORD:
        own = _own_at(u, first)
        if own is not None:
            return _weighed(u, _town_at(u, own) or own, cue)
    if not opens_name(words[first]):
        return None
    found = _known_at(u, first)
    if found is None or (not found.name.listed and _is_own_article(u, first)):
        return None
    if found.name.is_word and u.reading.marks[first] & PRICE:
        return None  # "a reduction in price if you book two"
    return _weighed(u, found, cue)


def _is_own_article(u: Utterance, first: int) -> bool:
    """True for the article of the spec's own "The Hague", which it lists with one and knows without."""
    reading = u.reading
    if reading.words[first] != "the" or first + 1 >= len(reading):
        return False
    return bool(reading.marks[first + 1] & PLACE_WORD) and _own_at(u, first + 1) is not None


def may_open(u: Utterance, first: int) -> bool:
    """Tell, cheaply, whether any name can begin at a word."""
    reading = u.reading
    return first < len(reading.words) and (
        bool(reading.marks[first] & PLACE_WORD) or opens_name(reading.words[first])
    )


def match_before(u: Utterance, last: int, cue: str = "") -> Match | None:
    """Return the longest name that ends right before a word, if it is meant as a place."""
    words, marks = u.reading.words, u.reading.marks
    if last < 1 or not may_close(u, last - 1):
        return None
    longer = load_gazetteer().longer_tokens
    for first in range(max(0, last - _MAX_WORDS), last):
        word = words[first]
        if not marks[first] & PLACE_WORD and not (
            (word in longer or first == last - 1 or word.endswith("'s")) and opens_name(word)
        ):
            continue
        found = match_at(u, first, cue)
        if found is not None and found.end == last:
            return found
    return None


def may_close(u: Utterance, index: int) -> bool:
    """Tell, cheaply, whether any name, or the region or country behind one, can end with a word."""
    reading = u.reading
    word = reading.words[index]
    if reading.marks[index] & PLACE_WORD:
        return True
    return word not in PARTS and (word in u.known.places.last_words or closes_name(word))


def _own_at(u: Utterance, first: int) -> Match | None:
    """Return the longest name of the spec that begins at a word."""
    words = u.reading.words
    for name, meaning in u.known.places.names.get(words[first], ()):
        last = end_of(words, first, name)
        if last is None:
            continue
        if meaning.needs_article and (not first or words[first - 1] != "the"):
            continue
        if len(name) == 1 and _was_another(u, first):
            continue
        return _qualified(u, Match(first, last, last, " ".join(name), meaning))
    return None


def _was_another(u: Utterance, index: int) -> bool:
    """True when a word was corrected to the spec's name from the name of another town."""
    reading = u.reading
    lower, word, start = reading.folded.lower, reading.words[index], reading.start(index)
    if lower.startswith(word, start) and not lower[start + len(word) : start + len(word) + 1].isalnum():
        return False  # nobody need know where the other words end
    written = lower[start : reading.end(index)]
    return written != word and written in load_gazetteer()


def _known_at(u: Utterance, first: int) -> Match | None:
    """Return the longest name of the gazetteer that begins at a word."""
    gazetteer = load_gazetteer()
    start = plain(u.reading.words[first])
    best: Match | None = None
    if start in gazetteer:
        meaning = u.known.places.meaning(start)
        if meaning is not None:
            best = Match(first, first + 1, first + 1, start, meaning)
    if start in gazetteer.longer_tokens:
        best = _longer_at(u, first, start) or best
    if u.reading.words[first].endswith("'s"):
        best = _longer_at(u, first, unparted(u.reading.words[first])) or best
    return None if best is None else _qualified(u, best)


def _longer_at(u: Utterance, first: int, start: str) -> Match | None:
    """Return the longest name of several words, maybe joined: "Stoke-on-Trent"."""
    words = u.reading.words
    gazetteer = load_gazetteer()
    best: Match | None = None
    key = start
    count = 1
    for index in range(first + 1, min(len(words), first + 2 * gazetteer.max_tokens)):
        word = words[index]
        if word in JOINTS:
            continue
        if count == gazetteer.max_tokens or not word[0].isalnum():
            break
        whole = f"{key} {unparted(word)}"
        key = whole if whole in gazetteer else f"{key} {plain(word)}"
        count += 1
        meaning = u.known.places.meaning(key) if key in gazetteer else None
        if meaning is not None:
            best = Match(first, index + 1, index + 1, key, meaning)
    return best


def _town_at(u: Utterance, own: Match) -> Match | None:
    """Return the town whose name goes on behind the spec's own: Colorado Springs is not Colorado."""
    start = plain(u.reading.words[own.first])
    if start not in load_gazetteer().longer_tokens or own.end != own.last:
        return None
    longer = _longer_at(u, own.first, start)
    if longer is None or longer.last <= own.last:
        return None
    entries = load_gazetteer().lookup(longer.key)
    return _qualified(u, longer) if any(e.kind == "city" and e.population >= _TOWN for e in entries) else None


def _qualified(u: Utterance, match: Match) -> Match:
    """Take in the region or country behind a city: "Austin, TX", "Paris, Texas"."""
    words = u.reading.words
    at = match.last
    comma = at < len(words) and words[at] in (",", "(")
    at += comma
    if at >= len(words) or not words[at][0].isalpha() or match.name.is_area:
        return match
    word = words[at]
    homes = u.known.places
    if word in CODES:
        if _is_uncased(u) or not u.reading.cased(at).isupper():
            return match
        agrees = any(homes.agrees(i, word) for i in match.name.listed)
        if not agrees and word in _AWKWARD_CODES:
            return match
        return _narrowed(match, at + 1, word, u)
    gazetteer = load_gazetteer()
    for end in (at + 2, at + 1):
        if end > len(words):
            continue
        key = " ".join(words[at:end])
        entries = gazetteer.lookup(key) if comma and key in gazetteer else ()
        if entries and entries[0].kind in ("region", "country"):
            towns = gazetteer.lookup(match.key)
            named = {e.name for e in entries} | {e.country for e in entries if e.kind == "country"}
            own = any(homes.agrees(i, key) for i in match.name.listed)
            if own or any(t.admin1_name in named or t.country in named for t in towns):
                return _narrowed(match, end, key, u)
    return match


def _narrowed(match: Match, end: int, qualifier: str, u: Utterance) -> Match:
    """Keep the locations that lie in the region or country named."""
    listed = tuple(i for i in match.name.listed if u.known.places.agrees(i, qualifier))
    certain = match.name._replace(listed=listed, is_word=False, is_person=False)
    return match._replace(end=end, name=certain)


def _weighed(u: Utterance, match: Match, cue: str) -> Match | None:
    """Return a match that is meant as a place, else None."""
    name = match.name
    if is_thing(u, match.end) or (
        not name.listed and _is_somebody(u, match.first) and not _is_taken_up(u, match)
    ):
        return None
    if name.listed and not name.is_word:
        if cue or not name.is_person or _is_capital(u, match.first):
            return match
        dated = _opens(u, match.first) and is_dated(u, match.end)
        return (
            match if dated or " ".join(u.reading.words[match.end : match.end + 1]) in EVENTS_AFTER else None
        )
    if _is_uncased(u):
        if name.is_word:
            return _weighed_word(u, match, cue)
    elif u.reading.cased(match.last - 1).islower():
        if name.is_word:
            return None
    elif name.is_word and cue != "where" and _opens(u, match.first) and not _is_initials(u, match):
        # "Cork this weekend, then Galway": the rest of the list may tell.
        return match._replace(weak=True) if cue in ("", "list") else None
    if name.is_person and not name.listed and not _is_no_person(u, match, cue):
        return None
    return match


def _is_somebody(u: Utterance, first: int) -> bool:
    """True for the York of "Hi York", "Mrs York", "Jo York"."""
    before = u.reading.words[first - 1] if first else "."
    if before in _BEFORE_PERSONS:
        return True
    return before in load_given_names() and before not in PARTS and before not in load_words()


def _is_named(u: Utterance, match: Match) -> bool:
    return u.inbound is not None and match.key in u.inbound.said


def _is_taken_up(u: Utterance, match: Match) -> bool:
    """True for a name by which the client has named a place: it is no other word then."""
    if u.inbound is None:
        return False
    alone = u.inbound.reading.words[:1] == [match.key] and u.inbound.reading.words[1:] in ([], ["?"])
    return alone or match.key in places_of(u.inbound)


_GOING_TO: Final = frozenset(
    "out over up down across back come coming travel travelling traveling drive driving head"
    " heading off moved moving relocate relocated relocating shifted shifting".split()
)
_CLOSE: Final = frozenset("in to at near around between and".split())
_BEHIND: Final = frozenset(
    "on this that next from till until til for and or to at with is are if so but as in over all"
    " then 's today tonight tomorrow tmrw now where because since when during anyway anyways also "
    "already still"
    " too again alright only though yet soon instead myself both tho afterwards later either lah".split()
)
"""Function words: a name before one of them describes no noun."""


_COLOURS: Final = frozenset("green orange brown white black red blue gold silver olive rose".split())


def _weighed_word(u: Utterance, match: Match, cue: str) -> Match | None:
    """Weigh a name that is also a word, in a text whose capitals say nothing.

    The spec's own names need any cue; others a close one, and no noun behind them.
    """
    if cue and _is_taken_up(u, match):
        return match
    if match.key in _COLOURS and not match.name.listed:
        return None  # "I'll be the one in green"
    words = u.reading.words
    follows = words[match.end] if match.end < len(words) else "."
    ends = follows in _BEHIND or follows in EVENTS_AFTER or _ends_there(u, match.end)
    dated = is_dated(u, match.end)
    if match.name.listed and (cue or (_opens(u, match.first) and (dated or follows in _BEHIND))):
        return match
    moves = match.first > 1 and words[match.first - 2] in _GOING_TO
    if cue == "to" and not dated and not moves:
        return None  # "to cook", "to save": the verb, not the town
    if cue in _CLOSE or cue in ("list", "where"):
        plain = (
            dated or follows in _BEHIND or follows in EVENTS_AFTER or (cue == "in" and _is_in_room(u, match))
        )
        return match._replace(close=not plain) if ends else None
    if cue == "" and _opens(u, match.first) and dated:
        # "grand rapids thurs": two words in that order are hardly anything else
        return match._replace(weak=match.last - match.first == 1)
    return None


def _is_in_room(u: Utterance, match: Match) -> bool:
    """True for "a friend's gym in Boulder", "my studio's in Phoenix": rooms and events are in towns."""
    words = u.reading.words
    at = match.first - 2
    before = words[at] if at >= 0 else ""
    if PARTS.get(before) in (Part.ROOM, Part.EVENT):
        return True
    at -= before in _STILL
    at -= words[max(0, at)] in _IS
    return at >= 0 and PARTS.get(words[at].removesuffix("'s")) is Part.ROOM


_STILL: Final = frozenset("now still just right also based".split())
_IS: Final = frozenset(("is", "'s", "are"))


_LEADS: Final = frozenset("to from near into around outside through via leaving towards toward".split())


def _is_no_person(u: Utterance, match: Match, cue: str) -> bool:
    """True when a name that people bear stands where only a place can."""
    if cue in ("in", "where", "cover", "covering", "list", "is") or (cue and _is_taken_up(u, match)):
        return True
    if cue in _LEADS and not u.known.places.present:
        return True  # without a spec nothing hangs on it: "flights from boston to denver"
    words = u.reading.words
    if cue == "of" and not u.known.places.present and words[max(0, match.first - 2)] == "out":
        return True
    if match.end < len(words) and words[match.end] in EVENTS_AFTER:
        return True
    if cue in TOURING and match.name.is_known and not _is_named(u, match) and is_toured(u, match.end):
        return True
    if cue in ("to", "through", "thru") and match.first > 1:
        before = words[match.first - 2]
        return PARTS.get(before) is Part.MOTION or before in _MOVING
    return False


def _is_initials(u: Utterance, match: Match) -> bool:
    return match.last - match.first == 1 and u.reading.cased(match.first).isupper()


def _opens(u: Utterance, index: int) -> bool:
    return index == 0 or bool(u.reading.marks[index - 1] & SENTENCE_END)


def _is_uncased(u: Utterance) -> bool:
    return _has_one_case(u.reading.folded.cased)


@lru_cache(maxsize=64)
def _has_one_case(text: str) -> bool:
    """True for a text without capitals, or all in capitals: its case says nothing."""
    return text.islower() or text.isupper()


def _ends_there(u: Utterance, end: int) -> bool:
    """True when a phrase ends behind a name: no noun that the name could describe follows."""
    reading = u.reading
    if end >= len(reading):
        return True
    word = reading.words[end]
    if reading.marks[end] & CALENDAR or not word[0].isalpha() or u.taken[end]:
        return True
    return PARTS.get(word) in (Part.SKIP, Part.STOP, Part.LINK, Part.SPEAKER, Part.CONDITION)


def is_quarter(u: Utterance, match: Match) -> bool:
    """True for the part of a town that "the" is said with: "in the Marigny, by the river"."""
    if match.name.is_word or match.name.is_person:
        return False
    ends = match.end >= len(u.reading) or PARTS.get(u.reading.words[match.end]) is not None
    ends = ends or bool(u.reading.marks[match.end] & (SENTENCE_END | CALENDAR))
    return ends and all(place.kind == "district" for place in load_gazetteer().lookup(match.key))


def is_thing(u: Utterance, end: int) -> bool:
    """True when a name is only the beginning of another thing's: "Boston Terrier"."""
    reading = u.reading
    words = reading.words
    if end >= len(words):
        return False
    word = words[end]
    if word == "-" and end + 1 < len(words) and reading.touches(end):
        return words[end + 1] not in ("based", "area")
    if word == "$":
        return reading.touches(end)  # "HK$180"
    if not word[0].isalpha() or word in EVENTS_AFTER:
        return False
    if word in THINGS and not (word == "sun" and u.taken[end]):
        return True
    if reading.marks[end] & CALENDAR or PARTS.get(word) in (Part.SPEAKER, Part.LISTENER) or u.taken[end]:
        return False
    return _is_capital(u, end) and not reading.cased(end).isupper()


def _is_capital(u: Utterance, index: int) -> bool:
    """Tell whether a word opens with a capital; a check has forgotten capitals."""
    folded = u.reading.folded
    return folded.cased is not folded.lower and u.reading.cased(index)[:1].isupper()
