"""The names of places: those of a spec's locations, and what the gazetteer's mean for them.

A spec's own names come first. Any other name of the gazetteer is resolved against the
locations: a district counts as its city, a region or a country as the locations in it.
What a name means is worked out once per spec and name, and kept in a bounded memo.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.places.presence_words import PARTS, Part
from align.data.gazetteer import load_gazetteer, place_key
from align.data.words import load_dictionary_words
from align.reading.cues import PLACE_WORD
from align.reading.folding import fold_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.data.gazetteer import Place
    from specs import Spec

_MEMO_SIZE: Final = 4096
_COMMON_NAME: Final = 2
_KNOWN_CITY: Final = 100_000
_FAMOUS: Final = 150_000
_TRAVELLED_TO: Final = 100_000
"""People in a town abroad that one may well travel to, though its name is an English word: Split, Tours."""
_LARGE: Final = 400_000
_PIECE: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_NO_PLACES: Final = frozenset(
    "january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday spring summer autumn fall winter"
    " christmas easter english french german italian spanish god hell love hope heaven paradise"
    " progress god date street"
    " mon tue tues wed weds thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec "
    "wknd".split()
)
"""Names of towns that are hardly ever meant as such."""
_ENGLISH: Final = frozenset("GB IE US CA AU NZ ZA".split())
"""Countries where a town may well be called by an English word."""
_CITY_STATES: Final = frozenset("SG HK MO MC GI".split())
_BROAD: Final = frozenset(
    "west midlands|east midlands|midlands|the midlands|east anglia|west country|home counties|cotswolds"
    "|black country|lake district|peak district|new forest|teesside|medway|thanet".split("|")
)
"""Areas of Britain and Ireland whose towns the gazetteer does not tell."""


class Name(NamedTuple):
    """What a name means for a spec.

    `listed` are the locations that it names; `checked` is False where it cannot be told
    whether a location lies in it (a county of unknown extent, "the Midwest"), and
    `is_known` is True for a city that whoever lives in its country thinks of first, though
    people are called so too: Dallas, Sydney.
    """

    listed: tuple[int, ...]
    is_word: bool
    is_person: bool
    needs_article: bool
    is_area: bool
    checked: bool
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class _Home:
    """Where one location lies: `towns` are the gazetteer's names of its city."""

    country: str
    admin1: str
    towns: frozenset[str]
    within: frozenset[str]
    qualifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """The names of a spec's locations, and what other names mean for them.

    `names` maps a first word to the names that begin with it, the longest first;
    `last_words` are the words that names end with and that say nothing of whose presence is stated.
    """

    names: Mapping[str, tuple[tuple[tuple[str, ...], Name], ...]]
    homes: tuple[_Home, ...]
    present: bool
    """Whether the spec speaks of locations at all."""
    last_words: frozenset[str]
    _memo: dict[str, Name | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, document: Spec) -> PlaceIndex:
        """Index the locations of a spec."""
        table: dict[tuple[str, ...], set[int]] = {}
        homes: list[_Home] = []
        for index, location in enumerate(document.locations or ()):
            own = [*filter(None, [location.city]), *(location.aliases or ())]
            home = _home(location.city, location.region, location.country)
            homes.append(home)
            full = [name for name in home.qualifiers if len(name) > 3 or " " in name]
            for name in (*own, *full):
                words = tuple(_PIECE.findall(fold_text(name)))
                if words:
                    table.setdefault(words, set()).add(index)
        by_first: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
        for words, found in table.items():
            row = _own_name(words, tuple(sorted(found)), frozenset(homes[i].country for i in found))
            # "the Quarter" is found at "the" and at its own first word.
            bare = words[1:] if words[0] == "the" and len(words) > 1 else words
            by_first.setdefault(bare[0], []).append((bare, row))
        return cls(
            names={first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in by_first.items()},
            homes=tuple(homes),
            present=document.locations is not None,
            last_words=frozenset([words[-1] for words in table if words[-1] not in PARTS]),
        )

    @classmethod
    def empty(cls) -> PlaceIndex:
        """Return the index of no spec."""
        return cls({}, (), present=False, last_words=frozenset())

    def words(self) -> dict[str, int]:
        """Return every word of every name with its class, for the vocabulary."""
        return {
            word: PLACE_WORD
            for rows in self.names.values()
            for name, _ in rows
            for word in name
            if len(word) > 2
        } | dict.fromkeys(self.names, PLACE_WORD)

    def meaning(self, key: str) -> Name | None:
        """Return what a folded name of the gazetteer means, None where it is no name."""
        try:
            return self._memo[key]
        except KeyError:
            found = self._meaning(key)
            if len(self._memo) >= _MEMO_SIZE:
                self._memo.clear()
            self._memo[key] = found
            return found

    def _begun_by(self, key: str, entries: Sequence[Place]) -> tuple[int, ...]:
        """Return the locations of "the Pearl" for "Pearl", of "Legazpi Village" for a "Legazpi" of no country of theirs."""
        countries = {home.country for home in self.homes}
        own = self.names.get(key, ())
        if not own or (
            all(words != (key,) for words, _ in own) and any(e.country in countries for e in entries)
        ):
            return ()
        return tuple(sorted({i for _, name in own for i in name.listed}))

    def _meaning(self, key: str) -> Name | None:
        entries = load_gazetteer().lookup(key)
        if not entries or key in _NO_PLACES or key in PARTS or PARTS.get(key.removesuffix("s")) is Part.ROOM:
            return None  # "I come to villas": rooms of any town
        listed = tuple(i for i, home in enumerate(self.homes) if any(_is_part(e, home) for e in entries))
        listed = listed or self._begun_by(key, entries)
        if not listed and _is_word_abroad(entries, self.homes):
            return None
        broad = any(_may_hold(e, key, home) for e in entries for home in self.homes)
        return Name(
            listed=listed,
            is_word=entries[0].is_word or _is_of_words(key, entries),
            is_person=entries[0].is_given_name
            or (entries[0].is_surname and not self._is_known_city(entries)),
            needs_article=False,
            is_area=entries[0].kind in ("region", "country"),
            checked=bool(listed) or not (broad or _is_elsewhere(entries, self.homes)),
            is_known=self._is_known_city(entries),
        )

    def _is_known_city(self, entries: Sequence[Place]) -> bool:
        """Say whether a name is first that of a city which whoever lives in its country thinks of: York, Sheffield."""
        city = entries[0]
        at_home = not self.homes or any(h.country == city.country for h in self.homes)
        return city.population >= _KNOWN_CITY and at_home

    def agrees(self, index: int, qualifier: str) -> bool:
        """Say whether a region or country named behind a city is the location's own."""
        return qualifier in self.homes[index].qualifiers


def _own_name(words: tuple[str, ...], listed: tuple[int, ...], countries: frozenset[str]) -> Name:
    bare = words[1:] if words[0] == "the" and len(words) > 1 else words
    entries = load_gazetteer().lookup(" ".join(words))
    common = load_dictionary_words()
    is_word = len(bare) == 1 and (bare[0] in common or bare[0] in _NO_PLACES)
    return Name(
        listed=listed,
        is_word=is_word,
        is_person=any(e.is_given_name for e in entries),
        needs_article=is_word and bare is not words,
        is_area=bool(entries)
        and entries[0].kind in ("region", "country")
        and not any(e.kind == "city" and e.country in countries for e in entries),
        checked=True,
    )


def _home(city: str | None, region: str | None, country: str | None) -> _Home:
    """Work out where a location lies from what the spec says and the gazetteer knows."""
    gazetteer = load_gazetteer()
    code = ""
    if country:
        # "UK" is a name, and no code of ISO 3166.
        own = country if len(country) == 2 and country.isupper() else ""
        code = next((p.country for p in gazetteer.lookup(place_key(country)) if p.kind == "country"), own)
    regions = gazetteer.names_of(region, code) if region and code else ()
    entries = _entries_of(city, code, frozenset(regions))
    if not code and entries:
        code = entries[0].country
    admin1 = entries[0].admin1 if entries else ""
    division = gazetteer.names_of(admin1, code) if admin1 else ()
    given = (region, country, code)
    names = {
        *filter(None, (place_key(g) for g in given if g)),
        *regions,
        *division,
        *(gazetteer.names_of(code, None) if code else ()),
        *_ABBREVIATED.get(code, ()),
    }
    return _Home(
        country=code,
        admin1=admin1,
        towns=frozenset(e.name for e in entries) | ({city} if city else set()),
        within=frozenset(e.within for e in entries if e.within),
        qualifiers=frozenset(names),
    )


_ABBREVIATED: Final[Mapping[str, tuple[str, ...]]] = {"GB": ("uk",), "US": ("usa", "us"), "NZ": ("nz",)}


def _entries_of(city: str | None, country: str, regions: frozenset[str]) -> list[Place]:
    """Return the gazetteer's cities of a name, those of the region where it has any."""
    if not city:
        return []
    found = [
        p
        for p in load_gazetteer().lookup(place_key(city))
        if p.kind in ("city", "district") and country in ("", p.country)
    ]
    near = [p for p in found if place_key(p.admin1_name) in regions]
    return near or found[:1]


def _is_part(entry: Place, home: _Home) -> bool:
    """Say whether a place is in a location, or a location in it."""
    if entry.country != home.country:
        return False
    if entry.country in _CITY_STATES:
        return True
    if entry.kind == "district":
        return entry.within in home.towns and entry.admin1 in ("", home.admin1)
    if entry.kind == "city":
        # A nickname means the city it names: "manc" is Manchester.
        return entry.name in home.within or (entry.name in home.towns and entry.admin1 == home.admin1)
    if entry.kind == "country":
        return entry.admin1 in ("", home.admin1)
    return entry.admin1 == home.admin1 and entry.name == entry.admin1_name


def _is_of_words(key: str, entries: Sequence[Place]) -> bool:
    """Say whether two common words make a name up, unless a part of a city is known by it."""
    known_part = not key.startswith("the ") and any(
        e.kind == "district" and not e.population for e in entries
    )
    if key.count(" ") != 1 or known_part or entries[0].population >= _LARGE:
        return False
    return all(w in load_dictionary_words() for w in key.split(" "))


def _is_word_abroad(entries: Sequence[Place], homes: Sequence[_Home]) -> bool:
    """Say whether an English word is a name only in countries that speak another language: Pen, Hire, Drama.

    Whoever travels there from abroad is rare, whoever writes "in pen" is not.
    """
    if not homes or not entries[0].is_word:
        return False
    countries = {home.country for home in homes} | _ENGLISH
    return all(
        e.kind in ("city", "district") and e.population < _TRAVELLED_TO and e.country not in countries
        for e in entries
    )


def _is_elsewhere(entries: Sequence[Place], homes: Sequence[_Home]) -> bool:
    """Say whether a name borne by small places of several countries has none in the locations' own.

    It is then most likely a part of a location that the gazetteer lacks: Melville is in
    Perth, on Long Island and in Johannesburg.
    """
    countries = {e.country for e in entries}
    if len(countries) < _COMMON_NAME or any(home.country in countries for home in homes):
        return False
    return all(e.kind in ("city", "district") and e.population < _FAMOUS for e in entries)


def _may_hold(entry: Place, key: str, home: _Home) -> bool:
    """Say whether a location may lie in an area whose extent the gazetteer does not tell."""
    if entry.kind != "region" or entry.country != home.country or entry.admin1 not in ("", home.admin1):
        return False
    return entry.country not in ("GB", "IE") or key in _BROAD
