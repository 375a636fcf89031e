"""Places of a text that is only read, with no spec to check it by.

Nothing hangs on whose presence is stated there, so a name that can hardly be anything else
counts wherever it stands ("Madrid or Leeds?"), and so does an unknown one in a place's
stead ("the weather in Gibsland").
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.claims.places.found import Found
from align.claims.places.name_words import CODES, opens_name
from align.claims.places.place_matches import Match, match_at, match_before
from align.claims.places.place_names import Name
from align.claims.places.presence_words import PARTS, Part
from align.claims.places.suiting import SUITING
from align.data.gazetteer import load_gazetteer, slips
from align.data.names import load_given_names, load_proper_names
from align.data.words import load_words
from align.reading.cues import BREAK, CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.utterance import Utterance

_CUES: Final = frozenset("in near nearby around outside".split())
_LEADS: Final = frozenset("for at from to".split())
_OF_TOWNS: Final = frozenset(
    "weather forecast temperature humidity rain snow sunrise sunset flight flights train trains bus buses"
    " directions hotel hotels far go going went move moved moving drive driving fly flying".split()
)
"""What a town is named behind: "the forecast for …", "a flight to …"."""
_OPENING: Final = frozenset(
    "mount mt fort ft port lake new north south east west saint st san santa el la los las de point glen palm"
    " cape upper lower great little old".split()
)
_CLOSING: Final = frozenset(
    "city springs falls beach park heights hills valley lake lakes grove gardens island bay harbor "
    "harbour village"
    " town township creek ridge point port mills junction center centre buttes".split()
)
"""Words that names of towns open and close with."""
_MAX_WORDS: Final = 4
_SHORTEST: Final = 4
_SHORTEST_LOWER: Final = 5
_UNKNOWN: Final = Name((), is_word=False, is_person=False, needs_article=False, is_area=False, checked=True)
_BESIDE: Final = frozenset(("and", "or", "&"))


def unchecked_places(u: Utterance, found: dict[int, Found]) -> Iterator[Found]:
    """Return the places that the words around a name would not tell."""
    words = u.reading.words
    covered = {i for one in found.values() for i in range(one.match.first, one.match.end)}
    for index, word in enumerate(words):
        if index in covered or u.taken[index]:
            continue
        match = _named(u, index) if opens_name(word) else None
        if match is None and index and _may_be_unknown(words, index):
            match = _unknown_at(u, index)
        if match is not None:
            covered.update(range(match.first, match.end))
            yield Found(index - (index > 0), match, bare=True)


def _named(u: Utterance, index: int) -> Match | None:
    """Return a name that can be nothing else, or that stands where a town is picked: "Nice works"."""
    match = match_at(u, index, "")
    if match is not None and not match.weak:
        return match
    words = u.reading.words
    picked = match_at(u, index, "where")
    if picked is None:
        return None
    if index > 1 and words[index - 1] in _BESIDE and match_before(u, index - 1, "where") is not None:
        return picked
    behind = words[picked.end : picked.end + 1]
    opens = not index or bool(u.reading.marks[index - 1] & BREAK)
    beside = bool(behind) and behind[0] in _BESIDE and match_at(u, picked.end + 1, "list") is not None
    return picked if opens and (beside or (bool(behind) and behind[0] in SUITING)) else None


def _may_be_unknown(words: list[str], index: int) -> bool:
    """Tell, cheaply, whether a place's name is expected at a word."""
    before = words[index - 1]
    if before in _CUES:
        return True
    return before in _LEADS and index > 1 and words[index - 2] in _OF_TOWNS


def _unknown_at(u: Utterance, index: int) -> Match | None:
    """Return the unknown name at a word: "Gibsland", "Milleville Beach", "Ramey, Saudi Arabia"."""
    end = _end_of_capitals(u, index)
    words = u.reading.words
    if end == index:
        return _lower_at(u, index)
    end, behind = _without_region(u, index, end)
    names = words[index:end]
    if not behind and not _looks_like_town(names):
        return None
    return Match(index, end, max(end, behind), " ".join(names), _UNKNOWN)


def _end_of_capitals(u: Utterance, index: int) -> int:
    """Return the word behind those with a capital from `index` on; a cue with one is of a heading."""
    reading = u.reading
    end = index
    if not reading.cased(index - 1).islower():
        return index
    while end < min(len(reading), index + _MAX_WORDS):
        shown = reading.cased(end)
        if not shown.isalpha() or not shown[0].isupper() or (len(shown) > 1 and shown.isupper()):
            break
        if reading.marks[end] & CALENDAR:
            break
        end += 1
    return end


def _without_region(u: Utterance, index: int, end: int) -> tuple[int, int]:
    """Return where the town ends, and where the region or country behind it does, 0 without one."""
    words = u.reading.words
    gazetteer = load_gazetteer()
    for at in range(index + 1, end):
        if _is_region(" ".join(words[at:end])):
            return at, end
    at = end + (words[end : end + 1] == [","])
    if at < len(words) and words[at] in CODES and u.reading.cased(at).isupper():
        return end, at + 1
    for stop in (at + 2, at + 1):
        key = " ".join(words[at:stop])
        if stop <= len(words) and key in gazetteer and _is_region(key):
            return end, stop
    return end, 0


def _is_region(key: str) -> bool:
    entries = load_gazetteer().lookup(key)
    return bool(entries) and entries[0].kind in ("region", "country")


def _looks_like_town(names: list[str]) -> bool:
    if len(names) > 1 and (names[0] in _OPENING or names[-1] in _CLOSING):
        return True
    if len(names) == 1 and names[0] in load_proper_names():
        return names[0] not in _LANGUAGES and names[0] not in load_words()
    return max(map(len, names)) >= _SHORTEST and all(_is_strange(n) for n in names)


_LANGUAGES: Final = frozenset(
    "english spanish french german italian portuguese dutch polish russian ukrainian czech slovak "
    "hungarian romanian"
    " bulgarian greek turkish arabic hebrew farsi persian urdu hindi punjabi bengali gujarati tamil "
    "telugu marathi"
    " malayalam mandarin cantonese chinese japanese korean vietnamese thai tagalog filipino indonesian "
    "malay swahili"
    " zulu xhosa afrikaans yoruba igbo hausa amharic danish swedish norwegian finnish icelandic irish "
    "gaelic scots"
    " maori samoan catalan basque galician croatian serbian slovenian albanian latvian lithuanian "
    "estonian latin"
    " christ jesus god january february march april june july august september october november december".split()
)
"""What one speaks or writes in, or when, by its name."""


@lru_cache(maxsize=4096)
def _is_strange(word: str) -> bool:
    """True for a word that is neither English, nor a name, nor a thing's."""
    return word not in load_words() and word not in load_given_names() and word not in load_proper_names()


def _lower_at(u: Utterance, index: int) -> Match | None:
    """Return an unknown name without a capital that ends its phrase: "in weldona", but not "in teh"."""
    reading = u.reading
    word = reading.words[index]
    if len(word) < _SHORTEST_LOWER or not word.isalpha() or not word.isascii() or reading.marks[index]:
        return None
    if reading.cased(index) != word or not _is_strange(word) or _is_misspelt(word):
        return None
    end = index + 1
    following = reading.words[end] if end < len(reading) else "."
    if following in _CLOSING:
        return Match(index, end + 1, end + 1, f"{word} {following}", _UNKNOWN)
    behind = _without_region(u, index, end)[1]
    ends = end >= len(reading) or behind or reading.marks[end] & (BREAK | CALENDAR)
    if not ends and PARTS.get(following) not in (Part.SKIP, Part.STOP, Part.LINK, Part.SPEAKER):
        return None
    return Match(index, end, max(end, behind), word, _UNKNOWN)


@lru_cache(maxsize=4096)
def _is_misspelt(word: str) -> bool:
    """True for a word one slip away from an English one."""
    return any(form in load_words() for form in slips(word))
