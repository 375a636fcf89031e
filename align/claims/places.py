"""Places, and whose presence there a clause states.

The spec's own places are looked for first, then a gazetteer. A bare gazetteer look-up is
useless (Nancy, Reading, Nice and Mobile are cities), so a name that the spec does not
list counts only behind a spatial cue, and a name that is also an ordinary word only
where it is capitalised as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from rapidfuzz.distance import OSA

from align.claims.claim import Days, PlaceClaim, Stance
from align.claims.stance import stance_of
from align.data.gazetteer import Place, load_gazetteer
from align.data.names import load_given_names
from align.data.words import load_words
from align.reading.cues import CALENDAR, PLACE_WORD, SPATIAL
from align.reading.folding import fold_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.claims.utterance import Utterance
    from specs import Spec


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """The names of a spec's locations.

    `names` maps a name's folded words to the indices of the locations that it names, by
    the name's first word. `codes` are region and country codes, which count only in
    capitals behind a city.
    """

    names: Mapping[str, tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]]
    codes: frozenset[str]
    homes: tuple[tuple[str, str], ...]
    """Each location's (country code, region) as written, for districts and regions."""
    present: bool
    """Whether the spec speaks of locations at all."""

    @classmethod
    def of(cls, document: Spec) -> PlaceIndex:
        """Index the locations of a spec."""
        table: dict[tuple[str, ...], set[int]] = {}
        codes: set[str] = set()
        homes: list[tuple[str, str]] = []
        for index, location in enumerate(document.locations or ()):
            names = [*filter(None, [location.city]), *(location.aliases or ())]
            for code in (location.region, location.country):
                if not code:
                    continue
                if len(code) <= 3 and code.isupper():
                    codes.add(code)
                    names.extend(_full_names(code, location.country, is_country=code == location.country))
                else:
                    names.append(code)
            homes.append((location.country or "", location.region or ""))
            for name in names:
                words = tuple(_name_words(name))
                if words:
                    table.setdefault(words, set()).add(index)
                    if words[0] == "the" and len(words) > 1:
                        table.setdefault(words[1:], set()).add(index)
        by_first: dict[str, list[tuple[tuple[str, ...], tuple[int, ...]]]] = {}
        for words, found in table.items():
            by_first.setdefault(words[0], []).append((words, tuple(sorted(found))))
        return cls(
            names={
                first: tuple(sorted(rows, key=lambda r: -len(r[0])))
                for first, rows in by_first.items()
            },
            codes=frozenset(codes),
            homes=tuple(homes),
            present=document.locations is not None,
        )

    @classmethod
    def empty(cls) -> PlaceIndex:
        """Return the index of no spec."""
        return cls({}, frozenset(), (), present=False)

    def words(self) -> dict[str, int]:
        """Return every word of every name with its class, for the vocabulary."""
        return {
            word: PLACE_WORD
            for rows in self.names.values()
            for name, _ in rows
            for word in name
            if len(word) > 2
        } | dict.fromkeys(self.names, PLACE_WORD)


def _name_words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", fold_text(name))


def _full_names(code: str, country: str | None, *, is_country: bool) -> list[str]:
    """Return the full names behind a country's or region's code."""
    gazetteer = load_gazetteer()
    return list(gazetteer.names_of(code, None if is_country else country))


_CUES: Final = frozenset(
    "in at near to around by over across outside within towards toward visiting touring hitting"
    " covering @".split()
)
_SELF_AT: Final = re.compile(
    r"(?:\b(?:i'm|im|i am|i'll be|ill be|i will be|we're|we'll be|we are|i'd be|i can be|i could be|i might be|i may be|i'm going to be|gonna be|be|being|i've arrived|i'm back|shop's|studio's|we've moved|i just landed|i land|i arrive|i get)"
    r"(?: (?!(?:a|an|my|your|her|his|their|from|you|client|so|not|too|sure|sorry|happy|glad|interested|big|really|obsessed)\b)[\w'-]+){0,4}"
    r"|\b(?:see|seeing|catch|meet|meeting|find|visit|book|host|hosting|join|hear|take|taking|fit|come see|come visit|come find)(?: (?:you|u|me|us|ya|clients|people|bookings|appointments|students|families|both|all|up|one|new|sessions))+(?: (?:guys|both|all|there|up|down|over|here|out|play|tomorrow|tonight|too|instead|at (?:my|the|our) [\w'-]+|at (?:home|yours|mine)))*"
    r"|\b(?:based|located|working|work|operating|staying|available|touring|visiting|set up|popping up|performing|playing|play|teaching|teach|cooking|hosting|my [\w'-]+|our [\w'-]+|studio|shop|pop-up|popup|salon|clinic|dates|sessions|appointments|spots|slots|openings|availability|free|open|back|running \w+|doing [\w'-]+|only|here)(?: (?:is|are|out|up|down|over|right|just|only|also|still|now|usually|here|both|be))*"
    r"|\b(?:come|coming|travel|travelling|traveling|heading|head|headed|flying|fly|drive|driving|pop|swing|swinging|trek|go|going|get|moving|move|return|returning|making it|make it|off|move on)(?: (?:out|up|down|over|across|on|back|all the way|round|to you|to yours|to your [\w'-]+|to them|along))*"
    r"|\b(?:this|next) (?:week|weekend|month)(?: (?:it's|is|i'm))?"
    r")\Z"
)
_TO_YOU: Final = re.compile(r"\b(?:to|at|see|visit|meet) (?:you|u|yours|your [\w'-]+(?: [\w'-]+)?)(?: (?:over|up|down|out|there|both|all|here))*\Z")
_PAST: Final = re.compile(
    r"\b(?:was|were|used to|grew up|born|raised|studied|trained|lived|moved|came|went|played|worked|taught|did|had|been|met|flew|visited|started out|last (?:year|month|week|summer|winter|spring|autumn|fall|time|night|weekend)|years ago|ages ago|back in the day|once|originally|from)\b"
)
_THIRD: Final = re.compile(
    r"\b(?:he|she|they|he's|she's|they're|it's|client|clients of mine|friend|sister|brother|mum|mom|dad|cousin|aunt|uncle|colleague|someone|somebody|lady|guy|people|couple|family|venue|supplier|shop there|mate|partner|husband|wife|teacher|school|vet|kennel|orchestra|band|recipe|recording|song|name|place called|wine|style)\b"
)
_CLIENT_SUBJECT: Final = re.compile(
    r"\b(?:you're|youre|you are|you|you'll|you've|you'd|u|ur|your [\w'-]+|is your|are you|were you|will you|yours)(?: (?!(?:to|come|see|meet|i|i'm|i'll|me|we)\b)[\w'-]+){0,5}\Z"
)
_FRAGMENT: Final = frozenset(
    "up over down out back in and or also only just now so then otherwise but next currently"
    " today tonight tomorrow still usually always normally mostly sometimes at the , this week"
    " weekend month friday saturday sunday monday tuesday wednesday thursday will be again here"
    " from until till on yes yep yeah sure hey hi - — ok can do could might both either because"
    " though 'll soon x st nd rd th".split()
)


def read_places(u: Utterance) -> None:
    """Add a `PlaceClaim` for every place that the text names."""
    reading = u.reading
    if not reading.seen & (PLACE_WORD | SPATIAL) and not _opens_with_place(u):
        return
    words, marks = reading.words, reading.marks
    end = 0
    for index in range(len(words)):
        if index < end:
            continue
        mark = marks[index]
        if mark & PLACE_WORD:
            name = _listed_at(u, index)
            if name is not None:
                last = _past_codes(u, index + len(name[0]))
                _add(u, index, last, " ".join(name[0]), name[1])
                end = last
                continue
        if mark & SPATIAL and words[index] in _CUES:
            found = _gazetteer_after(u, index)
            if found is not None:
                first, last, listed = found
                _add(u, first, last, " ".join(words[first:last]), listed)
                end = last
        elif index == 0 or marks[index - 1] & 0b11:
            found = _gazetteer_opening(u, index)
            if found is not None:
                first, last, listed = found
                _add(u, first, last, " ".join(words[first:last]), listed)
                end = last


def _opens_with_place(u: Utterance) -> bool:
    words = u.reading.words
    return bool(words) and words[0] in load_gazetteer().first_tokens


def _listed_at(u: Utterance, index: int) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """Return the longest name of the spec that begins at a word."""
    words = u.reading.words
    for name, found in u.known.places.names.get(words[index], ()):
        if tuple(words[index : index + len(name)]) == name:
            return name, found
    return None


def _past_codes(u: Utterance, last: int) -> int:
    """Take in a region's or country's code in capitals: "Austin, TX"."""
    words = u.reading.words
    if last + 1 < len(words) and words[last] == "," and u.reading.cased(last + 1).isupper():
        if 2 <= len(words[last + 1]) <= 3 and words[last + 1].isalpha() and words[last + 1] != "i":
            return last + 2
    return last


def _gazetteer_after(u: Utterance, cue: int) -> tuple[int, int, tuple[int, ...]] | None:
    """Read the gazetteer's longest name behind a spatial cue."""
    words = u.reading.words
    first = cue + 1
    if first < len(words) and words[first] in ("the", "downtown", "central", "greater", "north", "south", "east", "west"):
        ahead = _gazetteer_at(u, first)
        if ahead is not None:
            return ahead
        first += 1
    if first >= len(words) or _listed_at(u, first) is not None:
        return None
    return _gazetteer_at(u, first) or _misspelt(u, first)


def _gazetteer_opening(u: Utterance, index: int) -> tuple[int, int, tuple[int, ...]] | None:
    """Read a name that opens a sentence, if what follows says that someone is there."""
    found = _gazetteer_at(u, index)
    if found is None:
        return None
    line, at = u.reading.line, u.reading.line_at
    rest = line[at[found[1]] :] if found[1] < len(u.reading) else ""
    return found if _OPENING.match(rest) else None


_OPENING: Final = re.compile(
    r"(?:is|'s) where (?:i'm|i am|i'll be|you'll find me|we're|we are)\b|(?:dates|spots|slots|pop-up|sessions|bookings)\b"
    r"|(?:today|tonight|tomorrow|this week|this weekend|next week|next weekend|all week|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b(?! (?:was|is gonna|will be hot))"
    r"|(?:it is|works|is (?:fine|no problem|doable|open|possible|on the list))\b"
)


def _gazetteer_at(u: Utterance, first: int) -> tuple[int, int, tuple[int, ...]] | None:
    reading = u.reading
    words = reading.words
    gazetteer = load_gazetteer()
    if words[first] not in gazetteer.first_tokens:
        return None
    for length in range(min(gazetteer.max_tokens, len(words) - first), 0, -1):
        entries = gazetteer.lookup(" ".join(words[first : first + length]))
        if not entries:
            continue
        last = first + length
        if length == 1 and (entries[0].is_word or words[first] in _AMBIGUOUS) and not _is_name(u, first, last):
            continue
        return first, _past_codes(u, last), _districts(u, entries)
    return None


_AMBIGUOUS: Final = frozenset("may march".split())


def _is_name(u: Utterance, first: int, last: int) -> bool:
    """True when a name that is also a word is capitalised, and not a sentence's opening."""
    reading = u.reading
    if not reading.cased(first)[:1].isupper() or reading.cased(first).isupper():
        return False
    return first > 0 and not reading.marks[first - 1] & 1 and words_follow(u, last)


def words_follow(u: Utterance, last: int) -> bool:
    """True unless the next word is capitalised too: then it is a longer name."""
    reading = u.reading
    if last >= len(reading):
        return True
    following = reading.cased(last)
    return not (following[:1].isupper() and following[1:2].islower() and not reading.marks[last] & CALENDAR)


def _districts(u: Utterance, entries: tuple[Place, ...]) -> tuple[int, ...]:
    """Return the listed locations that an unlisted name counts as.

    A district counts as its city; a region or country of a location names that location.
    """
    listed: list[int] = []
    for index, (country, region) in enumerate(u.known.places.homes):
        for entry in entries:
            if entry.kind == "district" and entry.country == country:
                parent = fold_text(entry.within)
                rows = u.known.places.names.get(parent.split(" ")[0], ())
                if any(" ".join(name) == parent and index in found for name, found in rows):
                    listed.append(index)
    del region
    return tuple(dict.fromkeys(listed))


def _misspelt(u: Utterance, first: int) -> tuple[int, int, tuple[int, ...]] | None:
    """Read a misspelt place ("belfst") behind "in" where somebody is said to be."""
    reading = u.reading
    word = reading.words[first]
    if reading.words[first - 1] not in ("in", "to", "visiting") or len(word) < 5 or not word.isalpha():
        return None
    if reading.marks[first] or word in load_words() or word in load_given_names():
        return None
    for rows in u.known.places.names.values():
        for name, found in rows:
            if len(name) == 1 and len(name[0]) >= 5 and OSA.distance(name[0], word, score_cutoff=1) <= 1:
                return first, first + 1, found
    return (first, first + 1, ()) if _nearest_city(word) else None


@lru_cache(maxsize=4096)
def _nearest_city(word: str) -> str | None:
    """Return a large city one slip away from a word that is no word, else None."""
    for name in load_gazetteer().large_cities():
        if abs(len(name) - len(word)) <= 1 and name[0] == word[0] and OSA.distance(name, word, score_cutoff=1) <= 1:
            return name
    return None


def _add(u: Utterance, first: int, last: int, name: str, listed: tuple[int, ...]) -> None:
    about = _about(u, first, last)
    u.places.append(
        PlaceClaim(
            first=first,
            last=last,
            stance=stance_of(u.reading, first, last),
            name=name,
            listed=listed,
            days=_days(u, first, last),
            about=about,
        )
    )


def _about(u: Utterance, first: int, last: int) -> Literal["professional", "client", "other"]:
    """Say whose presence at the place the clause states."""
    reading = u.reading
    words, at = reading.words, reading.line_at
    begin = _clause_begin(u, first)
    lead = first
    while lead > begin and (words[lead - 1] in ("the", "downtown", "central", "either", "both") or words[lead - 1] in _CUES and lead == first - 0):
        lead -= 1
        if words[lead] in _CUES:
            break
    cue = words[lead] if lead < first else ""
    before = reading.line[at[begin] : at[lead]].rstrip()
    if cue == "" and last < len(words) and words[last] in ("is", "'s") and _OPENING.match(reading.line, at[last]):
        return "professional"
    if _PAST.search(before) or (lead > begin and words[lead - 1] == "from"):
        return "other"
    if _TO_YOU.search(before):
        return "professional"
    if _SELF_AT.search(before) and not _CLIENT_SUBJECT.search(before):
        return "other" if _third_person(before) else "professional"
    if _CLIENT_SUBJECT.search(before) or re.search(r"\b(?:you|your|u|ur)\b", before):
        return "client"
    if not _third_person(before) and all(w in _FRAGMENT or reading.marks[i] & CALENDAR for i, w in enumerate(words[begin:lead], begin)):
        return "professional" if cue or _has_day(u, first, last) else "other"
    return "other"


def _third_person(before: str) -> bool:
    return _THIRD.search(before) is not None


def _has_day(u: Utterance, first: int, last: int) -> bool:
    return any(0 <= d.first - last <= 2 or 0 <= first - d.last <= 2 for d in u.days)


_CLAUSE: Final = frozenset(". ! ? ; … \n but so because though although otherwise while whereas — : (".split(" "))


def _clause_begin(u: Utterance, first: int) -> int:
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    for index in range(first - 1, begin - 1, -1):
        if words[index] in _CLAUSE:
            return index + 1
        if words[index] in (",", "and") and index + 1 < first and words[index + 1] in ("i'm", "i", "i'll", "you", "you're", "we", "we're", "my", "it's", "im", "see", "catch", "this", "then"):
            return index + 1
    return begin


def _days(u: Utterance, first: int, last: int) -> Days | None:
    """Return the dates said of a place: the nearest of its clause, after it by preference."""
    begin, end = u.reading.sentence(first)
    own = [d for d in u.days if begin <= d.first < end and d.stance is not Stance.QUOTED]
    if not own:
        return None
    others = [p for p in u.places if begin <= p.first < end]
    nearest = min(own, key=lambda d: (d.first - last) if d.first >= last else (first - d.last) + 1.5)
    if others and nearest.first < others[-1].first:
        return None
    return nearest
