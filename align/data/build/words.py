"""Make `words.txt.z`: the ordinary words of SCOWL's word lists.

    python -m align.data.build.words american-english british-english

The arguments are the lists that Debian's `wamerican` and `wbritish` install. Kept are
lower-case entries, less their accents: no proper nouns, no possessives, no roman numerals
and unit symbols (of entries of one or two letters only well-known words), and the
contractions of present-day English.
"""

import argparse
import re
import unicodedata
from pathlib import Path
from typing import Final

from align.data.build.output import FOLDER, write

_SHORT: Final = frozenset(
    "a i o ad ah am an as at aw ay be by do ed eh em ex fa go ha he hi ho id if in is it la lo ma me"
    " mi mm mu my no nu of oh on op or ow ox pa pi re sh so ti to uh um up us we xi ye yo".split(),
)
_WORD: Final = re.compile(r"[a-z]{3,}\Z")
_CONTRACTION: Final = re.compile(r"[a-z]+'(?:t|d|ll|re|ve|clock|all|am)\Z")
_ROMAN: Final = re.compile(r"(?=[ivx]{3,})x{0,3}(?:ix|iv|v?i{0,3})\Z")


def without_accents(word: str) -> str:
    """Return a word's letters without their marks."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def is_kept(entry: str) -> bool:
    """Say whether an entry of a list, less its accents, is an ordinary word."""
    if _CONTRACTION.match(entry) or entry in _SHORT:
        return True
    return bool(_WORD.match(entry)) and not _ROMAN.match(entry)


def main() -> None:
    """Read the lists and write the words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("lists", nargs="+", type=Path, help="word lists, one word a line")
    parser.add_argument("--out", type=Path, default=FOLDER / "words.txt.z")
    options = parser.parse_args()
    entries = {line for path in options.lists for line in path.read_text(encoding="utf-8").split("\n")}
    words = {without_accents(entry) for entry in entries if entry.islower()}
    write(options.out, "\n".join(sorted(word for word in words if is_kept(word))))


if __name__ == "__main__":
    main()
