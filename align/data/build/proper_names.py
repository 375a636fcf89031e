"""Make `proper_names.txt.z`: names of people and things that no dictionary of words holds.

    python -m align.data.build.proper_names NAMES_PACKAGE_FOLDER american-english british-english

The first argument is the folder of PyPI's `names`, with `dist.all.last`; the others are the
lists that Debian's `wamerican` and `wbritish` install. Kept are the lists' capitalised
entries, less their accents and possessives, and the census's commonest surnames. Names that
are words as well are left out. Run it after `words`.
"""

import argparse
from pathlib import Path
from typing import Final

from align.data.build.output import FOLDER, write
from align.data.build.words import without_accents
from align.data.words import load_words

_SURNAMES: Final = 6000
_SHORTEST: Final = 3


def surnames(folder: Path, most: int) -> list[str]:
    """Return the commonest surnames of the census, lower-case."""
    lines = (folder / "dist.all.last").read_text().splitlines()[:most]
    return [line.split()[0].lower() for line in lines]


def capitalised(lists: list[Path]) -> set[str]:
    """Return the entries of lists that begin with a capital, lower-case and without accents."""
    entries = {line for path in lists for line in path.read_text(encoding="utf-8").split("\n")}
    return {
        without_accents(entry).lower() for entry in entries if entry[:1].isupper() and entry[1:].islower()
    }


def main() -> None:
    """Read the lists and write the names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("names", type=Path, help="the folder of the names package")
    parser.add_argument("lists", nargs="+", type=Path, help="word lists, one word a line")
    parser.add_argument("--out", type=Path, default=FOLDER / "proper_names.txt.z")
    options = parser.parse_args()
    found = capitalised(options.lists) | set(surnames(options.names, _SURNAMES))
    kept = {n for n in found if len(n) >= _SHORTEST and n.isascii() and n.isalpha()} - load_words()
    write(options.out, "\n".join(sorted(kept)))


if __name__ == "__main__":
    main()
