"""Words of a phrase's stem that are another word, or the phrase in another sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.offered_phrases import Phrase

BARRIER: Final = frozenset(". ! ? ; … \n , : — but so because".split(" "))
VEHICLES: Final = frozenset("flight train plane ferry bus ship boat".split())
_VERBS: Final = frozenset(
    "is are was were can could will would should has have does do works costs comes starts too also "
    "please yes"
    " if when while afterwards".split()
)
BARRIER_OR_VERB: Final = BARRIER | _VERBS
_ADJECTIVAL: Final = ("al", "ally", "ic", "ical", "ous", "ful", "able", "ly", "ness", "less")
OBJECTS: Final = frozenset("a an the his their its this that my".split())
_VERB_LEADS: Final = frozenset(
    "can could will would i'll i'd to do we'll you'll happily gladly also i we be get".split()
)
_PIERCED: Final = frozenset(
    (
        "cold wind winds eyes gaze scream screams noise cry cries sound voice heat frost silence look stare "
        "whistle shriek"
    ).split()
)
"""What an adjective in "-ing" is said of: "piercing cold in Rotterdam today"."""
_TIMES: Final = frozenset(
    "week weeks month year time morning afternoon evening night weekend summer winter spring autumn "
    "same next day coming"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
"""What is no object of a verb: "I've stepped up the cupping this month"."""
_BEHIND_NOUN: Final = BARRIER_OR_VERB | frozenset(
    (
        "and or then first at on for in from this today tonight tomorrow monday tuesday wednesday thursday "
        "friday saturday sunday"
    ).split()
)
"""What stands behind a noun and no adjective: "so cupping at 3 is free"."""
_INSTEAD_A_NOUN: Final = frozenset("those these its with such very so really as".split())


def is_inflection(words: list[str], at: int, last: int, phrase: Phrase) -> bool:
    """Guard phrases of one word against other words of their stem, and other senses.

    "medical" is not "medication", nor is a verb's "boarding the ferry" or an adjective's
    "those piercing eyes" the service.
    """
    written = phrase.written
    if not written:
        return True  # words run together leave no doubt
    word = "".join(words[at:last]).replace("-", "")
    if word.endswith(_ADJECTIVAL) and not written.endswith(_ADJECTIVAL):
        return False
    if written.endswith("ing") and (word == written[:-3] or not word.endswith(("ing", "in", "ings"))):
        led = (at > 0 and lead_before(words, at) in _VERB_LEADS) or is_asked(
            words, at
        )  # "I can board him", not "a board"
        return (led and VEHICLES.isdisjoint(words[last : last + 2])) or _is_plural(words, at, last)
    if written.endswith("ings") and words[last : last + 1] and words[last] in _PIERCED:
        return False
    if written.endswith("ing") and last < len(words):
        is_object = words[last] in OBJECTS and _TIMES.isdisjoint(words[last + 1 : last + 2])
        if is_object or words[last] in _PIERCED:
            return False
        return at == 0 or words[at - 1] not in _INSTEAD_A_NOUN or words[last] in _BEHIND_NOUN
    return True


def is_asked(words: list[str], at: int) -> bool:
    """True for the verb at `at` of "could you board him?"."""
    return words[at - 1 : at] in _YOU and words[at - 2 : at - 1] in _ASKING


_YOU: Final = tuple([w] for w in "you u ya ye".split())
_ASKING: Final = tuple([w] for w in "can could would will".split())


def lead_before(words: list[str], at: int) -> str:
    """Return the word before `at`, or the one before an adverb there: "I could definitely board him"."""
    before = words[at - 1]
    is_adverb = at > 1 and (before in _ADVERBS or before.endswith("ly"))
    return words[at - 2] if is_adverb and before not in _VERB_LEADS else before


_ADVERBS: Final = frozenset("just even still then probably always maybe".split())


def _is_plural(words: list[str], at: int, last: int) -> bool:
    """True for what a service makes, named as such: "braids take longer", "I do braids"."""
    if not words[last - 1].endswith("s"):
        return False
    opens = at == 0 or words[at - 1] in BARRIER or words[at - 1] == "and"
    return (opens and words[last : last + 1] in PLURAL_VERBS) or words[at - 1 : at] in _DOING


PLURAL_VERBS: Final = tuple([w] for w in "are take cost start last will can come run need".split())
_DOING: Final = tuple([w] for w in "do doing offer offering".split())
