"""Find names of places among the words: the spec's own, and those of the gazetteer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.places.name_words import CODES, JOINTS, closes_name, end_of, opens_name, plain, unparted
from align.claims.places.place_meant import is_uncased, weighed
from align.data.gazetteer import load_gazetteer
from align.reading.cues import PLACE_WORD, PRICE

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from align.claims.places.place_names import Name
    from align.claims.utterance import Utterance

_MAX_WORDS: Final = 6
_TOWN: Final = 30_000
_AWKWARD_CODES: Final = frozenset("ok or me in hi la pa ma al id de co".split())


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
    if not may_open(u, first):
        return None
    try:
        found = u.names[first]
    except KeyError:
        found = u.names[first] = _named_at(u, first)
    return None if found is None else weighed(u, found, cue)


def _named_at(u: Utterance, first: int) -> Match | None:
    """Return the longest name that begins at a word, whatever is meant by it."""
    mark = u.reading.marks[first]
    if mark & PLACE_WORD:
        own = _own_at(u, first)
        if own is not None:
            return _town_at(u, own) or own
    if not opens_name(u.reading.words[first]):
        return None
    found = _known_at(u, first)
    if found is None or (not found.name.listed and _is_own_article(u, first)):
        return None
    if found.name.is_word and mark & PRICE:
        return None  # "a reduction in price if you book two"
    return found


def _is_own_article(u: Utterance, first: int) -> bool:
    """True for the article of the spec's own "The Hague", which it lists with one and knows without."""
    reading = u.reading
    if reading.words[first] != "the" or first + 1 >= len(reading):
        return False
    return bool(reading.marks[first + 1] & PLACE_WORD) and _own_at(u, first + 1) is not None


def may_open(u: Utterance, first: int) -> bool:
    """Tell, cheaply, whether any name can begin at a word."""
    reading = u.reading
    if first >= len(reading.words):
        return False
    return opens_name(reading.words[first]) or bool(reading.marks[first] & PLACE_WORD)


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
    word = u.reading.words[index]
    if closes_name(word) or u.reading.marks[index] & PLACE_WORD:
        return True
    return word in u.known.places.last_words


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
    word = u.reading.words[first]
    start = plain(word)
    best = _longer_at(u, first, start)
    if word.endswith("'s"):
        best = _longer_at(u, first, unparted(word)) or best
    if best is None and start in gazetteer:
        meaning = u.known.places.meaning(start)
        if meaning is not None:
            best = Match(first, first + 1, first + 1, start, meaning)
    return None if best is None else _qualified(u, best)


def _longer_at(u: Utterance, first: int, start: str) -> Match | None:
    """Return the longest name of several words, maybe joined: "Stoke-on-Trent"."""
    words = u.reading.words
    gazetteer = load_gazetteer()
    if not _goes_on(words, first + 1, gazetteer.longer_tokens.get(start)):
        return None
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


def _goes_on(words: list[str], at: int, seconds: AbstractSet[str] | None) -> bool:
    """Tell whether one of the second tokens of a name's first one follows it, maybe joined to it."""
    if seconds is None:
        return False
    while at < len(words) and words[at] in JOINTS:
        at += 1
    return at < len(words) and (
        words[at] in seconds or plain(words[at]) in seconds or unparted(words[at]) in seconds
    )


def _town_at(u: Utterance, own: Match) -> Match | None:
    """Return the town whose name goes on behind the spec's own: Colorado Springs is not Colorado."""
    if own.end != own.last:
        return None
    longer = _longer_at(u, own.first, plain(u.reading.words[own.first]))
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
        if is_uncased(u) or not u.reading.cased(at).isupper():
            return match
        agrees = any(homes.agrees(i, word) for i in match.name.listed)
        if not agrees and word in _AWKWARD_CODES:
            return match
        return _narrowed(match, at + 1, word, u)
    if not comma:
        return match
    gazetteer = load_gazetteer()
    for end in (at + 2, at + 1):
        if end > len(words):
            continue
        key = " ".join(words[at:end])
        entries = gazetteer.lookup(key) if key in gazetteer else ()
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
