"""Names of places: cities, regions, countries and well-known districts.

A name is not yet a place: Nancy, Reading, Mobile, Nice, March and Bath are cities. Each
`Place` therefore says whether the name that was looked up is an English word or a
person's name too, and the caller asks for spatial cues accordingly.

Names are looked up by `place_key`: tokens of ASCII letters and digits, lower-case, joined
by one space. `first_tokens` and `max_tokens` say where a longest-match search may start
and how far it may reach.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from align.data.bundled import once, read_text

Kind = Literal["city", "region", "country", "district"]

_KINDS: Final[Mapping[str, Kind]] = {"c": "city", "r": "region", "n": "country", "d": "district"}
_WORD: Final = 1
_GIVEN_NAME: Final = 2
_SURNAME: Final = 4
_LARGE: Final = 150_000

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

    __slots__ = ("_admin1_names", "_large", "_records", "first_tokens", "max_tokens")

    first_tokens: frozenset[str]
    """Every token that a name begins with."""
    max_tokens: int
    """How many tokens the longest name has."""

    def __init__(self, keys: list[str], records: list[str], admin1_names: Mapping[str, str]) -> None:
        """Take keys and their records in parallel, and the names of divisions."""
        self._records: dict[str, str] = dict(zip(keys, records, strict=True))
        self._admin1_names = dict(admin1_names)
        self._large: tuple[str, ...] | None = None
        self.first_tokens = frozenset([key.partition(" ")[0] for key in keys])
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
        """Return the folded full names behind a code.

        `within` is the ISO 3166 code of the country whose first-level division `code` is,
        or None where `code` is a country's own. Names of one or two letters are left out.
        """
        wanted = f"n|{code}|" if within is None else f"r|{within}|{code}|"
        found = [key for key, record in self._records.items() if wanted in record and len(key) > 2]
        if not found and within is not None:
            named = [p for p in self.lookup(place_key(code)) if p.kind == "region" and p.country == within]
            found = [place_key(p.name) for p in named]
        return tuple(key for key in found if self._is_whole(key, code, within))

    def _is_whole(self, key: str, code: str, within: str | None) -> bool:
        kind = "country" if within is None else "region"
        return any(
            p.kind == kind and (p.country if within is None else p.country) == (within or code)
            for p in self.lookup(key)
        )

    def large_cities(self) -> tuple[str, ...]:
        """Return the names of one word of cities of at least 150,000 people."""
        if self._large is None:
            self._large = tuple(
                key
                for key, record in self._records.items()
                if " " not in key and len(key) > 4 and _is_large(record)
            )
        return self._large

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
    """Say whether one of a record's cities has at least 150,000 people."""
    for entry in record[1:].split(";"):
        kind, _, _, population, _ = entry.split("|", 4)
        if kind == "c" and int(population or "0") >= _LARGE:
            return True
    return False


@once
def load_gazetteer() -> Gazetteer:
    """Return the bundled gazetteer."""
    admin1, keys, records = read_text("gazetteer.txt.z").split("\f")
    names = dict(line.split("\t") for line in admin1.split("\n"))
    return Gazetteer(keys.split("\n"), records.split("\n"), names)
