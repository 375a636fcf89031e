"""Word stems, so that "grooming", "groomed" and "groom" are one word.

Porter2 by the Snowball project, behind British spelling made American, short forms made whole
and digits made words; kept in a bounded memo since a draft's words repeat.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from snowballstemmer.english_stemmer import EnglishStemmer

from align.data.words import load_dictionary_words

_LONGEST: Final = 48
"""Letters; nothing longer is a word, and stemming is not linear."""
_IRREGULAR: Final = {
    "wrote": "write", "written": "write", "taught": "teach", "sang": "sing", "sung": "sing",
    "cut": "cut", "children": "child", "kids": "child", "kid": "child", "women": "woman",
    "men": "man", "teeth": "tooth", "feet": "foot", "cooked": "cook", "drew": "draw",
    "drawn": "draw", "drove": "drive", "driven": "drive", "shot": "shoot", "shots": "shoot", "made": "make",
    "taken": "take", "took": "take", "gave": "give", "given": "give", "ran": "run",
    "did": "do", "done": "do", "wed": "wed", "wedding": "wedding", "weddings": "wedding", "knives": "knife", "bridal": "bride",
    "strung": "string", "restrung": "restring",
    "pedi": "pedicur", "pedis": "pedicur", "mani": "manicur", "manis": "manicur", "maths": "math",
    "tat": "tattoo", "tats": "tattoo", "tatt": "tattoo", "tatts": "tattoo", "vid": "video", "vids": "video",
    "pic": "pictur", "pics": "pictur", "physio": "physiotherapi", "grey": "gray", "greys": "gray", "jewellery": "jewelri",
    "moustache": "mustach", "moustaches": "mustach", "pyjamas": "pajama", "pyjama": "pajama", "tyre": "tire", "tyres": "tire",
    "programme": "program", "programmes": "program", "licence": "licens", "practise": "practic", "cosy": "cozi",
    "lash": "eyelash", "lashes": "eyelash", "brow": "eyebrow", "brows": "eyebrow",
    "photography": "photograph", "photographer": "photographer", "photographers": "photographer",
    "acrylics": "acrylics", "raws": "raws",
    "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine", "10": "ten",
    "12": "twelv",
}  # fmt: skip
_BRITISH: Final = re.compile(
    r"(?P<or>(?<=[a-z][bdglmnrv])our(?=s?\Z|ed\Z|ing\Z|ings\Z|ful\Z|ist\Z))"
    r"|(?P<iz>(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)\Z))"
    r"|(?P<er>(?<=[nbt])re(?=s?\Z))"
    r"|(?P<l>(?<=[a-z]{4})ll(?=(?:ing|ed|er|ers|or|ors)\Z))"
    r"|(?P<old>(?<=m)ould)"
    r"|(?P<og>ogue(?=s?\Z))"
    r"|(?P<e>ae(?=sth|d|m))"
)

_OWN_AGES: Final = ("massage", "message", "package", "passage", "sausage", "cottage", "village", "cabbage")
"""Words whose ending is no suffix: to massage is not to mass."""
_RINGS: Final = ("string", "strings", "spring", "springs", "bring", "brings", "wring", "wrings")


def _american(word: str) -> str:
    """Return a word spelt the American way: "colouring" as "coloring", "modelling" as "modeling"."""
    found = _BRITISH.search(word)
    if found is None:
        return word
    part = str(found.lastgroup)
    if part == "l" and word[: found.end()] in load_dictionary_words():
        return word  # "installing" is to install
    return word[: found.start()] + part + word[found.end() :]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a folded lower-case word; a word without one stays itself."""
    found = _IRREGULAR.get(word)
    if found is not None:
        return found
    word = word.removesuffix("'s")
    if not 3 <= len(word) <= _LONGEST or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("yses"):
        word = word[:-2] + "is"  # analyses
    if word.endswith(_RINGS):
        return word.removesuffix("s")  # "restring" is no form of "restr"
    if word.endswith(("ment", "ments")) and len(word) > 8:
        word = word.removesuffix("s").removesuffix("ment")  # "treatment" is to treat
    if word.endswith(("age", "ages")) and len(word) > 6 and not word.startswith(_OWN_AGES):
        word = word.removesuffix("s")[:-3]  # "coverage" is what covers
    return str(EnglishStemmer().stemWord(_american(word)))
