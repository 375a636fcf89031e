"""Make `confusables.tsv`: the ASCII text that a reader sees in a non-ASCII character.

    python -m align.data.build.confusables PATH/confusables.json

The argument is the file of PyPI's `confusable_homoglyphs`: Unicode's TR39 pairs. Pairs
make classes; what a class looks like is read off its ASCII member, or off a Latin small
capital in it, and the character's own category settles what TR39 leaves open (capital or
small letter, letter or digit). `look_alikes.psv` overrides by hand. Unicode names give
letters with strokes and hooks (`LATIN SMALL LETTER T WITH STROKE`), small capitals, and
negative circled and squared characters. The output has a line a script and text, and the
characters in order.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from align.data.build.output import FOLDER, write

_BIDI_MARKS: Final = {0x200E: None, 0x200F: None}
_STROKED: Final = re.compile(r"LATIN (SMALL|CAPITAL) LETTER (?:DOTLESS |SCRIPT )?([A-Z])(?: WITH .+)?\Z")
_SMALL_CAPITAL: Final = re.compile(r"LATIN LETTER SMALL CAPITAL (?:BARRED )?([A-Z])(?: WITH .+)?\Z")
_NEGATIVE: Final = re.compile(r"NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER ([A-Z])\Z")
_CROSSED: Final = re.compile(r"CROSSED NEGATIVE SQUARED LATIN CAPITAL LETTER ([A-Z])\Z")
_CIRCLED_NUMBER: Final = re.compile(
    r"(?:DINGBAT )?(?:(?:NEGATIVE |DOUBLE )CIRCLED |CIRCLED SANS-SERIF |NEGATIVE CIRCLED SANS-SERIF )"
    r"(?:DIGIT|NUMBER) [A-Z ]+\Z",
)
_TWO_WORD_SCRIPTS: Final = ("OLD", "WARANG", "CANADIAN")
_NO_SCRIPTS: Final = frozenset(
    "APL DOUBLE-STRUCK EULER HALFWIDTH INFORMATION KELVIN MATHEMATICAL MICRO MODIFIER N-ARY OHM"
    " PLANCK SCRIPT".split(),
)
_EAST_ASIAN: Final = ("CJK", "HALFWIDTH", "HANGUL", "HIRAGANA", "KANGXI", "KATAKANA", "VERTICAL KANA")
_LEFT_OUT: Final = frozenset(("Mn", "Me", "Mc", "Sc", "Cc", "Cf", "Cs"))
_AMBIGUOUS_L: Final = frozenset("lI1|")


def classes(pairs: Mapping[str, list[dict[str, str]]]) -> dict[str, frozenset[str]]:
    """Return each text's class of texts that look alike."""
    parent: dict[str, str] = {}

    def root(text: str) -> str:
        parent.setdefault(text, text)
        while parent[text] != text:
            text = parent[text]
        return text

    for source, targets in pairs.items():
        for target in targets:
            parent[root(source.translate(_BIDI_MARKS))] = root(target["c"].translate(_BIDI_MARKS))
    members: dict[str, set[str]] = defaultdict(set)
    for text in parent:
        members[root(text)].add(text)
    return {text: frozenset(members[root(text)]) for text in parent}


def seen_in(char: str, alike: frozenset[str]) -> str | None:
    """Return the ASCII text that a reader sees in a character, given its class."""
    by_name = _named(char)
    if by_name is not None:
        return by_name
    plain = _plainest(alike)
    if plain is None:
        value = unicodedata.decimal(char, None)
        return None if value is None else str(value)
    return _settled(char, plain)


def _named(char: str) -> str | None:
    """Return what a character's Unicode name says outright, if anything."""
    name = unicodedata.name(char, "")
    if match := _SMALL_CAPITAL.match(name):
        return match[1].lower()
    if match := _STROKED.match(name):
        return match[2].lower() if match[1] == "SMALL" else match[2]
    if match := _NEGATIVE.match(name) or _CROSSED.match(name):
        return match[1]
    if _CIRCLED_NUMBER.match(name):
        return str(int(unicodedata.numeric(char)))
    return None


def _plainest(alike: frozenset[str]) -> str | None:
    """Return a class's ASCII text: one character rather than two, a letter before a mark."""
    ascii_members = sorted(
        (text for text in alike if text.isascii() and text.isprintable()),
        key=lambda t: (len(t), not t.isalpha(), not t.isdigit(), t == "`", t),
    )
    if alike >= _AMBIGUOUS_L:
        return "l"
    if ascii_members:
        return ascii_members[0]
    small_capitals = sorted(match[1] for text in alike if (match := _SMALL_CAPITAL.match(_name(text))))
    if small_capitals:
        return small_capitals[0].lower()
    bare = sorted({_bare(text) for text in alike if _bare(text).isascii() and len(_bare(text)) == 1})
    return bare[0] if bare else None


def _settled(char: str, plain: str) -> str:
    """Settle what a class leaves open by the character's own category."""
    category = unicodedata.category(char)
    value = unicodedata.decimal(char, None)
    if value is not None:
        return plain if plain.isdigit() else str(value)
    if plain == "l":
        is_an_i = category == "Lu" or _name(char).endswith("LETTER I")
        by_category = {"Sm": "|", "So": "|", "Po": "|", "No": "1", "Nl": "1"}
        return "I" if is_an_i else by_category.get(category, "l")
    if plain in ("O", "0"):
        return "0" if category in ("Nl", "No") else "o" if category == "Ll" else "O"
    return plain.lower() if category == "Ll" and len(plain) == 1 else plain


def table(alike: Mapping[str, frozenset[str]], by_hand: Mapping[str, str]) -> dict[str, str]:
    """Return the whole table: every character that the rules or the hand-kept list know."""
    seen: dict[str, str] = {}
    for code in range(0x80, sys.maxunicode + 1):
        char = chr(code)
        if _is_left_to_normalising(char) or _is_left_out(char):
            continue
        text = by_hand.get(char) or seen_in(char, alike.get(char, frozenset()))
        if text and text.strip() and (len(text) == 1 or char in by_hand or _may_be_several(char)):
            seen[char] = text
    for code in range(0x80, sys.maxunicode + 1):
        char = chr(code)
        base = _bare(char)
        if char not in seen and base != char and len(base) == 1 and base in seen:
            seen[char] = seen[base]
    return seen


def _is_left_to_normalising(char: str) -> bool:
    """Say whether compatibility normalising, less marks, already makes a character ASCII."""
    bare = _bare(char)
    return bare.isascii() and bare.isprintable() and bare.strip() != ""


def _is_left_out(char: str) -> bool:
    """Leave out marks, controls, currencies, and the strokes of East Asian writing."""
    return unicodedata.category(char) in _LEFT_OUT or _name(char).startswith(_EAST_ASIAN)


def _may_be_several(char: str) -> bool:
    """Only a Latin letter may stand for several: `Ы` looks like `bl`, and is Russian."""
    return _name(char).startswith("LATIN")


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _name(text: str) -> str:
    return unicodedata.name(text, "") if len(text) == 1 else ""


def script(char: str) -> str:
    """Return a letter's script in lower case; `common` for everything else."""
    words = _name(char).split(" ")
    if not unicodedata.category(char).startswith("L") or words[0] in _NO_SCRIPTS:
        return "common"
    if words[:2] == ["ARABIC", "MATHEMATICAL"]:
        return "common"
    return " ".join(words[: 2 if words[0] in _TWO_WORD_SCRIPTS else 1]).lower()


def hand_kept() -> dict[str, str]:
    """Return the overrides of the list kept by hand."""
    lines = (Path(__file__).parent / "look_alikes.psv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("|") for line in lines if line and not line.startswith("#"))
    return {char: text for chars, text in rows for char in chars}


def lines_of(seen: Mapping[str, str]) -> Iterator[str]:
    """Return the data file's lines."""
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for char, text in seen.items():
        rows[script(char), text].append(char)
    yield "# What a reader sees in a non-ASCII character; made by align.data.build.confusables."
    yield "# script, text, characters"
    for (writing, text), chars in sorted(rows.items()):
        yield f"{writing}\t{text}\t{''.join(sorted(chars))}"


def main() -> None:
    """Read the pairs and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pairs", type=Path, help="confusables.json")
    parser.add_argument("--out", type=Path, default=FOLDER / "confusables.tsv")
    options = parser.parse_args()
    alike = classes(json.loads(options.pairs.read_text(encoding="utf-8")))
    write(options.out, "\n".join(lines_of(table(alike, hand_kept()))) + "\n")


if __name__ == "__main__":
    main()
