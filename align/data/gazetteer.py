"""Names of places: cities, regions, countries and well-known districts.

A name is not yet a place: Nancy, Reading, Mobile, Nice, March and Bath are cities. Each
`Place` therefore says whether the name that was looked up is an English word or a
person's name too, and the caller asks for spatial cues accordingly.

Names are looked up by `place_key`: tokens of ASCII letters and digits, lower-case, joined
by one space. `first_tokens`, `last_tokens` and `max_tokens` say where a longest-match search may
start and end, and how far it may reach.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Final, Literal

from align.data.bundled import once, read_text

Kind = Literal["city", "region", "country", "district"]

_KINDS: Final[Mapping[str, Kind]] = {"c": "city", "r": "region", "n": "country", "d": "district"}
_WORD: Final = 1
_GIVEN_NAME: Final = 2
_SURNAME: Final = 4
_LARGE: Final = 80_000

_SHORTEST_FULL_NAME: Final = 3
_DIVISIONS: Final[frozenset[Kind]] = frozenset(("region", "country"))
_POSTAL: Final[Mapping[str, str]] = {
    f"{country}.{code}": name
    for country, codes in (
        (
            "CA",
            (
                "AB Alberta;BC British Columbia;MB Manitoba;NB New Brunswick;NL Newfoundland and Labrador"
                ";NS Nova Scotia;NT Northwest Territories;NU Nunavut;ON Ontario;PE Prince Edward Island"
                ";QC Quebec;SK Saskatchewan;YT Yukon"
            ),
        ),
        (
            "AU",
            (
                "ACT Australian Capital Territory;NSW New South Wales;NT Northern Territory;QLD Queensland"
                ";SA South Australia;TAS Tasmania;VIC Victoria;WA Western Australia"
            ),
        ),
    )
    for code, _, name in (row.partition(" ") for row in codes.split(";"))
}
"""The codes that people and posts use where GeoNames has numbers."""

_UNDECOMPOSED: Final = str.maketrans(
    dict(zip("øłđðħŧıə", "olddhtie", strict=True)) | {"æ": "ae", "œ": "oe", "þ": "th"},
)
_APOSTROPHES: Final = re.compile(r"['‘’‛ʻʼʾʿʹ′`´]")
_INITIAL_STOP: Final = re.compile(r"(?<![^\W_])([^\W_])\.")
_SEPARATORS: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Place:
    """One place that a name can mean.

    `name` is its canonical name, as GeoNames spells it (`Vienna`, but `Köln`), `country`
    an ISO 3166 code, `admin1` GeoNames' code of the first-level division and
    `admin1_name` its name, where known. `population` is 0 where unknown, as it is for
    regions. `within` is the city of a district.

    The three flags are about the name that was looked up: it is also an English word, a
    given name of some frequency, or one of the commonest surnames. `is_word` and the
    others are false for names of several words.
    """

    name: str
    country: str
    admin1: str
    admin1_name: str
    population: int
    kind: Kind
    within: str
    is_word: bool
    is_given_name: bool
    is_surname: bool

    @property
    def common_word(self) -> bool:
        """Whether the name that was looked up means something else just as well."""
        return self.is_word or self.is_given_name or self.is_surname


class Gazetteer:
    """The bundled places by name; nothing in it can be changed."""

    __slots__ = (
        "_admin1_names",
        "_by_code",
        "_records",
        "first_tokens",
        "last_tokens",
        "longer_tokens",
        "max_tokens",
    )

    first_tokens: frozenset[str]
    """Every token that a name begins with."""
    longer_tokens: Mapping[str, AbstractSet[str]]
    """Those of them that a name of several tokens begins with, each with what comes second in them."""
    last_tokens: frozenset[str]
    """Every token that a name ends with."""
    max_tokens: int
    """How many tokens the longest name has."""

    def __init__(self, keys: list[str], records: list[str], admin1_names: Mapping[str, str]) -> None:
        """Take keys and their records in parallel, and the names of divisions."""
        self._records: dict[str, str] = dict(zip(keys, records, strict=True))
        self._admin1_names = dict(admin1_names)
        self._by_code: Mapping[str, tuple[str, ...]] | None = None
        longer = [key for key in keys if " " in key]
        seconds: dict[str, set[str]] = {}
        for key in longer:
            first, second, *_ = key.split(" ", 2)
            seconds.setdefault(first, set()).add(second)
        self.longer_tokens = seconds
        self.first_tokens = frozenset([*seconds, *keys]).difference(longer)
        self.last_tokens = frozenset([key.rpartition(" ")[2] for key in keys])
        self.max_tokens = max((key.count(" ") for key in keys), default=-1) + 1

    def __contains__(self, key: object) -> bool:
        """Say whether a folded name is known: cheaper than looking it up."""
        return key in self._records

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self._records)

    def lookup(self, key: str) -> tuple[Place, ...]:
        """Return the places that a folded name can mean, likeliest first; maybe none.

        Countries and their parts come first, then cities and districts by population.
        """
        record = self._records.get(key)
        if record is None:
            return ()
        flags = int(record[0])
        return tuple(self._place(key, entry, flags) for entry in record[1:].split(";"))

    def names_of(self, code: str, within: str | None) -> tuple[str, ...]:
        """Return the folded full names behind a code or a name.

        `within` is the ISO 3166 code of the country whose first-level division `code` is
        (GeoNames' code, the post's, or a name), or None where `code` is a country's own.
        Names of one or two letters are left out.
        """
        divisions = self._divisions()
        if within is None:
            return divisions.get(f"n|{code}|", ())
        name = _POSTAL.get(f"{within}.{code}", code)
        direct = divisions.get(f"r|{within}|{code}", ()) if name == code else ()
        if direct:
            return direct
        key = place_key(name)
        codes = [p.admin1 for p in self.lookup(key) if p.country == within and p.kind in _DIVISIONS]
        for admin1 in codes:
            spelt = divisions.get(f"r|{within}|{admin1}", ())
            if key in spelt:
                return spelt
        # A county is no first-level division: it has its own name only.
        return (key,) if codes else ()

    def is_near_large_city(self, word: str) -> bool:
        """Say whether a word is one slip away from the name of a city of some size.

        A slip is a letter too many, one missing, two swapped, or one vowel for another, and
        not in the first letter: a consonant makes another town (Yishun is not Yichun). The forms that a slip away are looked up, so the cost depends on the
        word's length and not on the number of cities.
        """
        return any(form in self._records and _is_large(self._records[form]) for form in slips(word))

    def _divisions(self) -> Mapping[str, tuple[str, ...]]:
        """Return the names of countries and first-level divisions by their codes."""
        if self._by_code is None:
            found: dict[str, list[str]] = {}
            for key, record in self._records.items():
                # Countries and divisions come first in a record.
                if record[1] not in "nr" or len(key) < _SHORTEST_FULL_NAME:
                    continue
                for entry in record[1:].split(";"):
                    kind, country, admin1, _, name, _ = entry.split("|")
                    if kind == "n" and not admin1:
                        found.setdefault(f"n|{country}|", []).append(key)
                    elif kind in "nr" and self._admin1_names.get(f"{country}.{admin1}") == (
                        name or key.title()
                    ):
                        found.setdefault(f"r|{country}|{admin1}", []).append(key)
            self._by_code = {code: tuple(keys) for code, keys in found.items()}
        return self._by_code

    def _place(self, key: str, entry: str, flags: int) -> Place:
        kind, country, admin1, population, name, within = entry.split("|")
        return Place(
            name=name or key.title(),
            country=country,
            admin1=admin1,
            admin1_name=self._admin1_names.get(f"{country}.{admin1}", ""),
            population=int(population or "0"),
            kind=_KINDS[kind],
            within=within,
            is_word=bool(flags & _WORD),
            is_given_name=bool(flags & _GIVEN_NAME),
            is_surname=bool(flags & _SURNAME),
        )


def place_key(name: str) -> str:
    """Return the key of a place's name, by these steps.

    1. Letters that have no decomposition become plain ones (`ø` o, `ł` l, `æ` ae, `ß` ss).
    2. NFKD, marks dropped, casefolded: `Zürich` is `zurich`.
    3. Apostrophes and the stop after a single letter vanish: `King's` is `kings`, `D.C.`
       is `dc`; `&` becomes `and`.
    4. Everything that is not an ASCII letter or digit becomes one space, none at the ends:
       `Stoke-on-Trent` is `stoke on trent`, `St. Louis` is `st louis`.

    A possessive stays (`London's` is `londons`): whoever reads text takes it off first.
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    plain = name.casefold().translate(_UNDECOMPOSED)
    plain = _APOSTROPHES.sub("", plain)
    plain = "".join([c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)])
    plain = _INITIAL_STOP.sub(r"\1", plain.casefold()).replace("&", " and ")
    return _SEPARATORS.sub(" ", plain).strip()


def _is_large(record: str) -> bool:
    """Say whether one of a record's cities has at least 80,000 people."""
    for entry in record[1:].split(";"):
        kind, _, _, population, _ = entry.split("|", 4)
        if kind == "c" and int(population or "0") >= _LARGE:
            return True
    return False


_VOWELS: Final = frozenset("aeiouy")


def slips(word: str) -> Iterator[str]:
    """Return the forms that differ from a word by one slip behind its first letter."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            if len(tail) > 1:
                yield head + tail[1] + tail[0] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            if tail and letter in _VOWELS and tail[0] in _VOWELS:
                yield head + letter + tail[1:]


@once
def load_gazetteer() -> Gazetteer:
    """Return the bundled gazetteer."""
    admin1, keys, records = read_text("gazetteer.txt.z").split("\f")
    names = dict(line.split("\t") for line in admin1.split("\n"))
    return Gazetteer(keys.split("\n"), records.split("\n"), names)
