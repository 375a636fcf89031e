"""Verbs of coming and going that the client is bidden or the professional offers: "nip in", "I can hop over".

Which verb it is does not matter, as long as it is none of staying, waiting or of what one
does alone: with a particle behind it and nobody else before it, it brings two together.
"""

from __future__ import annotations

from typing import Final

TASKS: Final = frozenset(
    "wait soak rest bake practice practise hold leave park cook keep sit let simmer chill steep"
    " marinate stand reheat roast boil ice stretch elevate breathe talk chat walk walked drive driving".split()
)
"""What is done while the other waits or is away."""
ALONE: Final = TASKS | frozenset(
    "stay lend lie hang read watch listen ask text ring pay charge need miss lose hear out away off".split()
)
"""What one does without the other, or what is no work."""


def is_bidden(words: list[str], verb: int, begin: int) -> bool:
    """True for a verb of coming that is bidden or offered: "nip (in)", "I can hop (over)", not "I ran (over)"."""
    word = words[verb]
    if word in _STAYING or not word.isalpha() or word.endswith(("ed", "ing")) or verb < begin:
        return False
    lead = verb - 1
    while lead >= begin and words[lead] in _ADVERBS:
        lead -= 1
    if lead >= begin and words[lead] == "to":
        return words[lead - 1] in _WILLING
    return lead < begin or words[lead] in _BIDDING or not words[lead].lstrip("'")[:1].isalpha()


_FREE: Final = frozenset("free available open".split())
_PATIENTS: Final = frozenset("you u ya ye him her them".split())
_AM: Final = frozenset("i'm we're am are be i'd we'd i'll".split())
_STAYING: Final = (
    ALONE
    | _PATIENTS
    | _FREE
    | _AM
    | frozenset(
        "sat stood lay is 's was were been turn mull think slow calm settle wind cool tune go log scroll "
        "curl snuggle stick warm switch"
        " put sign check dial zoom look move ran run plug cover fill bring it get dig stir breathe"
        " my your the a an his her their our i we he she they and or but so not no all only".split()
    )
)
_ADVERBS: Final = frozenset("just then also only quickly maybe please always still easily definitely".split())
_WILLING: Final = frozenset("happy welcome free able glad want like love you fine easy best better".split())
_BIDDING: Final = frozenset(
    "you u ya and so or but can could i'll we'll you'll i'd we'd let's lets might would should monday tuesday"
    " wednesday thursday friday saturday sunday tomorrow today tonight".split()
)
