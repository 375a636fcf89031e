"""Word stems, so that "grooming", "groomed" and "groom" are one word.

Porter2 by the Snowball project; kept in a bounded memo since a draft's words repeat.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from snowballstemmer.english_stemmer import EnglishStemmer

_LONGEST: Final = 48
"""Letters; nothing longer is a word, and stemming is not linear."""
_IRREGULAR: Final = {
    "wrote": "write", "written": "write", "taught": "teach", "sang": "sing", "sung": "sing",
    "cut": "cut", "children": "child", "kids": "child", "kid": "child", "women": "woman",
    "men": "man", "teeth": "tooth", "feet": "foot", "cooked": "cook", "drew": "draw",
    "drawn": "draw", "drove": "drive", "driven": "drive", "shot": "shoot", "made": "make",
    "taken": "take", "took": "take", "gave": "give", "given": "give", "ran": "run",
    "did": "do", "done": "do", "wed": "wed", "wedding": "wedding", "weddings": "wedding", "knives": "knife", "bridal": "bride",
    "strung": "string", "restrung": "restring",
}  # fmt: skip

_OWN_AGES: Final = ("massage", "message", "package", "passage", "sausage", "cottage", "village", "cabbage")
"""Words whose ending is no suffix: to massage is not to mass."""
_RINGS: Final = ("string", "strings", "spring", "springs", "bring", "brings", "wring", "wrings")


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
    return str(EnglishStemmer().stemWord(word))
