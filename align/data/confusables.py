"""The ASCII text that a reader sees in a character from elsewhere.

`confusables.tsv` comes from Unicode's TR39 data and a few rules (see its build script).
It covers what normalising leaves: a character whose compatibility form, less its marks,
is already ASCII (`ℂ`, `①`, `é`, full-width forms) is not in it.

TR39 calls two characters confusable without saying which one a reader meant. Here a
capital gives a capital (`І` is `I`, not `l`), a decimal digit gives a digit (`०` is `0`),
small capitals give small letters (`ᴄ` is `c`), and a small letter of another script that
looks like a small capital goes with it (Cyrillic `н` is `h`).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from align.data.bundled import once, read_lines

_FIRST_REGIONAL: Final = 0x1F1E6


@once
def load_confusables() -> Mapping[str, str]:
    """Return a table from one non-ASCII character to the ASCII text it looks like.

    Most values are one character; ligatures (`œ` is `oe`) and emoji words (`🆗`) give more.
    """
    return MappingProxyType({char: plain for _, plain, chars in _rows() for char in chars})


@once
def load_look_alike_scripts() -> Mapping[str, str]:
    """Return the script of each letter of the table that is neither Latin nor a symbol.

    Scripts are Unicode's names in lower case: `cyrillic`, `greek`, `armenian`, `cherokee`.
    """
    return MappingProxyType(
        {char: script for script, _, chars in _rows() if script not in ("latin", "common") for char in chars},
    )


@once
def load_regional() -> Mapping[str, str]:
    """Return a table from regional indicators, which make flags, to capitals: 🇨 to C.

    Apart from the main table, because two of them are usually a flag and not letters.
    """
    return MappingProxyType({chr(_FIRST_REGIONAL + i): chr(ord("A") + i) for i in range(26)})


def _rows() -> list[tuple[str, str, str]]:
    rows: list[tuple[str, str, str]] = []
    for line in read_lines("confusables.tsv"):
        script, plain, chars = line.split("\t")
        rows.append((script, plain, chars))
    return rows
