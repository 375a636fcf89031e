"""Make `given_names.txt.z`: given names of the 1990 census and of a list kept by hand.

    python -m align.data.build.given_names NAMES_PACKAGE_FOLDER

The argument is the folder of PyPI's `names`, with `dist.female.first` and
`dist.male.first`. A rare census name that is a dictionary word (`season`, `numbers`) is
left out, and so is one of two letters, a few well-known ones apart.
"""

import argparse
from pathlib import Path
from typing import Final

from align.data.build.output import FOLDER, write
from align.data.words import load_dictionary_words

_SHORT: Final = frozenset("al bo ed jo ty".split())
_RARE_PERCENT: Final = 0.01


def census_names(folder: Path) -> dict[str, float]:
    """Return each census given name with the percentage of people of its sex who bear it."""
    shares: dict[str, float] = {}
    for sex in ("female", "male"):
        for line in (folder / f"dist.{sex}.first").read_text().splitlines():
            name, percent, *_ = line.lower().split()
            shares[name] = max(shares.get(name, 0.0), float(percent))
    return shares


def newer_names() -> frozenset[str]:
    """Return the names of the list kept by hand."""
    text = (Path(__file__).parent / "newer_names.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


def main() -> None:
    """Read the lists and write the names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("names", type=Path, help="the folder of the names package")
    parser.add_argument("--out", type=Path, default=FOLDER / "given_names.txt.z")
    options = parser.parse_args()
    words = load_dictionary_words()
    kept = {
        name
        for name, percent in census_names(options.names).items()
        if (len(name) > 2 or name in _SHORT) and (percent >= _RARE_PERCENT or name not in words)
    }
    write(options.out, "\n".join(sorted(kept | newer_names())))


if __name__ == "__main__":
    main()
