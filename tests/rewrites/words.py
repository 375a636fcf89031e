"""Rewrites of words: contractions, chat spellings, other verbs and asides that change nothing."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from tests.rewrites.rewrite import Rewrite, replacing

if TYPE_CHECKING:
    from tests.gold import Case

_NEGATABLE: Final = r"(do|does|did|is|are|was|would|could|should)"
_SAYING: Final = r"\b(I'll|I will|I can|we can|we'll|you can|I could|you could)(?= [a-z])"
_DOING: Final = r"(do|offer|take|teach|work|come|travel|go|accept)"
_START: Final = r"(?:(?<=^)|(?<=[.!?] ))"
_ACTS: Final = r"(?= (?:come|pay|call|message|bring|use|send|text|reach|find|pop|drop|settle))"

FORM: Final[dict[str, Rewrite]] = {
    "I will": replacing(
        (r"\bI['’]ll\b", "I will"),
        (r"\bI['’]d\b", "I would"),
        (r"\bI['’]m\b", "I am"),
        (r"\bcan['’]t\b", "cannot"),
        (r"\bwon['’]t\b", "will not"),
        (rf"\b{_NEGATABLE}n['’]t\b", r"\1 not"),
        (r"\b(it|that|there)['’]s\b", r"\1 is"),
        (r"\b(you|we|they)['’]re\b", r"\1 are"),
    ),
    "I'll": replacing(
        (r"\bI will\b", "I'll"),
        (r"\bI am\b", "I'm"),
        (r"\bI would\b", "I'd"),
        (r"\bcannot\b", "can't"),
        (r"\bwill not\b", "won't"),
        (rf"\b{_NEGATABLE} not\b", r"\1n't"),
        (r"\b(you|we|they) are\b", r"\1're"),
    ),
    "dont": replacing(
        (r"(?<=\b[A-Za-z])['’](?=m\b|ve\b)", ""),
        (r"(?<=n)['’](?=t\b)", ""),
        (r"(?<=\bthat)['’](?=s\b)|(?<=\bit)['’](?=s\b)|(?<=\blet)['’](?=s\b)", ""),
        (r"(?<=\byou)['’](?=re\b|ll\b)", ""),
    ),
    "u, ur, pls": replacing(
        (r"\byou\b", "u"), (r"\byour\b", "ur"), (r"\bplease\b", "pls"), (r"\bbecause\b", "cos")
    ),
    "tmrw, mins": replacing(
        (r"\btomorrow\b", "tmrw"),
        (r"\btonight\b", "tonite"),
        (r"\bminutes\b", "mins"),
        (r"\bsession\b", "sesh"),
    ),
    "dun": replacing((r"\bdon['’]t\b", "dun")),
    "I'm not doing": replacing((r"\bI don['’]t (?:do|offer)\b(?= [a-z])", "I'm not doing")),
    "down payment": replacing((r"\bdeposit(?=s?\b)", "down payment")),
    "&": replacing((r"(?<=[a-z]) and (?=[a-z])", " & ")),
    "you're place": replacing((r"\byour\b(?= (?:place|house|flat|home|hotel|office))", "you're")),
    "at yours": replacing(
        (r"\b(at|to) your (?:place|house|home)\b", r"\1 yours"), (r"\b(at|to) my place\b", r"\1 mine")
    ),
    "at your place": replacing(
        (r"\b(at|to) yours\b", r"\1 your place"), (r"\b(at|to) mine\b", r"\1 my place")
    ),
}
ASIDES: Final[dict[str, Rewrite]] = {
    f"I can {aside}": replacing((_SAYING, rf"\1 {aside}"))
    for aside in ("just", "also", "definitely", "honestly")
}
VERBS: Final[dict[str, Rewrite]] = {
    "I could": replacing((r"\b(I|we|you) can\b(?!not|'t)", r"\1 could")),
    "I'm able to": replacing(
        (r"\bI can\b(?! not| do$)(?= [a-z])", "I'm able to"), (r"\bI can't\b(?= [a-z])", "I'm not able to")
    ),
    "I'm happy to": replacing(
        (r"\bI can\b(?! not| also| only| just| still| always)(?= [a-z])", "I'm happy to")
    ),
    "I'm going to": replacing(
        (r"\bI['’]ll\b(?= [a-z])(?! be\b)", "I'm going to"), (r"\bI won't\b(?= [a-z])", "I'm not going to")
    ),
    "I'm gonna": replacing((r"\bI['’]ll\b(?= [a-z])(?! be\b)", "I'm gonna")),
    "I shall": replacing((r"\bI['’]ll\b(?= [a-z])", "I shall")),
    "feel free to": replacing((rf"\byou can\b{_ACTS}", "feel free to")),
    "you're welcome to": replacing((rf"\byou can\b{_ACTS}", "you're welcome to")),
    "we": replacing((r"\bI('ll| can| can't| don't| do| charge| offer)\b", r"we\1")),
    "give me a call": replacing(
        (r"\b(?:call|ring|phone) me\b(?= ?[a-z.!?,]|$)(?! (?:old|crazy|when))", "give me a call"), cased=True
    ),
    "phone me": replacing((r"\bcall me\b(?! [A-Z]|old|crazy)", "phone me"), cased=True),
    "travel to you": replacing((r"\bcome to (you|yours)\b", r"travel to \1")),
}
REFUSALS: Final[dict[str, Rewrite]] = {
    "I no longer": replacing((rf"\bI don['’]t {_DOING}\b", r"I no longer \1")),
    "I never": replacing((rf"\bI don['’]t {_DOING}\b", r"I never \1")),
    "I've stopped doing": replacing(
        (r"\bI don['’]t do\b", "I've stopped doing"),
        (r"\bI don['’]t offer\b", "I've stopped offering"),
        (r"\bI don['’]t teach\b", "I've stopped teaching"),
    ),
    "I won't be able to": replacing(
        (rf"\bI don['’]t {_DOING}\b", r"I can't \1"), (r"\bI can['’]t\b(?= [a-z])", "I won't be able to")
    ),
    "I'm afraid": replacing((rf"{_START}I (don't|can't|won't)\b", r"I'm afraid I \1")),
    "Unfortunately": replacing((rf"{_START}Sorry,? (?=(?:I|no|we|but)\b)", "Unfortunately "), cased=True),
}
_WORD: Final = re.compile(r"(?<![\w@./'’-])[a-z]{5,12}(?![\w@/'’-]|\.\w)")


def _slip(kind: str) -> Rewrite:
    """Return the rewrite that makes one slip of a kind in one longer word; the draft's id decides which."""

    def rewrite(case: Case) -> str:
        words = list(_WORD.finditer(case.body))
        if not words:
            return case.body
        drawn = zlib.crc32(f"{case.id} {kind}".encode())
        word = words[drawn % len(words)]
        at = word.start() + 1 + drawn // len(words) % (len(word.group()) - 3)
        before, letter, after = case.body[:at], case.body[at], case.body[at + 1 :]
        if kind == "swapped":
            return before + after[0] + letter + after[1:]
        return before + after if kind == "left out" else before + letter + letter + after

    return rewrite


SLIPS: Final[dict[str, Rewrite]] = {
    f"a letter {kind}": _slip(kind) for kind in ("swapped", "left out", "doubled")
}
WORDS: Final[dict[str, Rewrite]] = FORM | ASIDES | VERBS | REFUSALS | SLIPS
"""Every rewrite of words, by what the draft says afterwards."""
