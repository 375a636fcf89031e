"""Who does the going: the speaker, the listener, or somebody else.

The verb's clause is read from the verb to the left, until a subject decides. A verb that
shares its subject with the one before ("I'll book you in and come to yours") passes over
that one's objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from align.claims.claim import Speaker
from align.claims.places.presence_words import BEFORE_SUBJECT, PARTS, SUBJECT_ONLY, Part
from align.reading.cues import PERSON

if TYPE_CHECKING:
    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

Subject = Literal["speaker", "listener", "other", "none"]

SUBJECT_REACH: Final = 12
"""Words before a verb in which its subject is looked for."""
_COMMA_REACH: Final = 3
_LISTENER: Final = frozenset("you u ya ye you'll you'd you're you've y'all yous youre".split())
_SPEAKER: Final = frozenset("i i'll i'd i'm im ill id i've we we'll we'd we're we've".split())
_SPEAKER_OBJECT: Final = frozenset(("me", "us"))
THIRD_PERSONS: Final = frozenset("he he'd he'll he's she she'd she'll she's they they'd they'll".split())
SPEAKERS: Final = _SPEAKER | _SPEAKER_OBJECT
"""Without one of these before its verb, the speaker does not go."""
_OTHERS: Final = frozenset(
    "he'll she'll they'll who which what thing someone somebody anyone anybody guests friends".split()
)
_PERSONS: Final = frozenset("he she they".split())
"""Those whom the client speaks for: "she can come to mine" is their coming."""
_TOLD: Final = frozenset("him her them he she".split())
_LETTING: Final = frozenset("let make have tell ask get".split())
_BEING: Final = frozenset("is was would will might".split())
_EVERYBODY: Final = frozenset("everyone everybody clients people folks students families".split())
_IT: Final = frozenset("it it's it'll it'd that's that'd that'll there's".split())
_STOPS: Final = frozenset(
    "but because so if when whenever while though although unless until as since — : (".split()
)
_CUTS: Final = frozenset("so but : — (".split())
"""What cuts the verb right behind it off from the subject before: "I'll make it easy: come to mine"."""
_SUBORDINATING: Final = frozenset("till until when whenever once after before unless".split())
_BEFORE_OBJECT: Final = frozenset("for with of to on in at by about do".split())
_TELLING: Final = frozenset(("just", "please", "kindly", "simply"))
_JOINTS: Final = frozenset(", and or then &".split())
_AUXILIARIES: Final = frozenset(
    (
        "can could will would might may should shall 'll 'd always also just then only often usually "
        "happily gladly certainly definitely"
    ).split()
)
_GLAD: Final = (["happy"], ["glad"], ["delighted"])
_DROPPED: Final = frozenset("can could will would".split())
_DETERMINERS: Final = frozenset("the a an my your our his her their this that".split())
_SENT: Final = frozenset(
    (
        "invoice receipt parcel package bill photos pictures prints files file link results form forms code "
        "email report letter order"
    ).split()
)
_YOU_AND: Final = (["you", "and"], ["you", "or"], ["you", "&"])
_THIRD_PERSON: Final = frozenset("comes travels visits goes".split())
_OWN_THINGS: Final = frozenset(
    "studio salon clinic spa shop table kit lesson lessons massage treatment treatments session kitchen gym".split()
)
"""What "comes to you" where the professional does."""


def mode_of(u: Utterance, *, theirs: bool) -> Mode:
    """The mode when someone goes to the listener's side (`theirs`) or the speaker's."""
    return "outcall" if theirs == (u.speaker is Speaker.PROFESSIONAL) else "incall"


def who_goes(u: Utterance, index: int) -> Subject:
    """Return who does the verb at `index`; none where the clause does not say."""
    words = u.reading.words
    begin = max(u.reading.sentence(index)[0], index - SUBJECT_REACH)
    if words[index] in _THIRD_PERSON:
        return _third_person(words, begin, index)
    if words[index - 1 : index] == ["that"] or _is_of_somebody(words, index):
        return "other"  # "the name that came to you", "a plumber's coming to mine"
    if is_family_doing(u, index):
        return "listener"
    if _is_thing_doing(words, begin, index) or _is_about_to(words, begin, index):
        return "other"
    joined = False
    for at in range(index - 1, begin - 1, -1):
        word = words[at]
        if word in _JOINTS:
            if word == "," and (not 1 < index - at <= _COMMA_REACH or words[at + 1] in _TELLING):
                break  # "I'm at the back, come round" is an imperative
            joined = True
        elif word in _STOPS and (at < index - 1 or word in _CUTS):
            break
        else:
            found = _subject_at(words, at, index, joined=joined)
            if found is not None:
                return found
    return "speaker" if _is_dropped(words, begin, index) else "none"


def _is_of_somebody(words: list[str], index: int) -> bool:
    """True for "a plumber's coming", "a colleague of mine could come"."""
    at = index - 1
    while at > 0 and words[at] in _AUXILIARIES:
        at -= 1
    if at < index - 1 and words[at - 1 : at + 1] == ["of", "mine"]:
        return True
    word = words[at] if at == index - 1 else ""
    return (
        word.endswith("'s")
        and len(word) > 2
        and word not in PARTS
        and at > 0
        and words[at - 1] in _DETERMINERS
    )


def _is_dropped(words: list[str], begin: int, index: int) -> bool:
    """True for "Will come over then", "… so could swing by yours": the speaker goes without saying."""
    at = index
    while at > begin and words[at - 1] in _AUXILIARIES:
        at -= 1
    if words[index - 1 : index] == ["to"] and words[index - 2 : index - 1] in _GLAD:
        return True  # "Happy to come round"
    led = at == begin or words[at - 1] in _STOPS or words[at - 1] in _JOINTS
    return led and at < index and words[at] in _DROPPED


def _subject_at(words: list[str], at: int, index: int, *, joined: bool) -> Subject | None:
    """Return whom a word makes the subject of the verb at `index`, if it is one."""
    word = words[at]
    if joined and at and words[at - 1] in _SUBORDINATING and (word in _SPEAKER or word in _LISTENER):
        return "none"  # "wait till I text, then wander over" is an imperative
    if word in _SPEAKER:
        return "speaker"
    if word in _SPEAKER_OBJECT:
        # "want me to come", "let me come"; not "see me and come"
        return None if joined or index - at > _COMMA_REACH else "speaker"
    if word in _LISTENER:
        if joined and words[at + 1 : at + 3] in _FINDS_ME:
            return "speaker"  # "you'll find me in Leeds and can come to your hotel"
        is_object = word not in SUBJECT_ONLY and at > 0 and words[at - 1] not in BEFORE_SUBJECT
        if joined and is_object:
            return None
        return "listener"
    if word in _EVERYBODY:
        return "other" if words[max(0, at - 1)] in _STOPS else "listener"
    if word in _IT:
        if joined and at and words[at - 1] in _BEFORE_OBJECT:
            return None  # "the room is set up for it, just come through"
        is_empty = "to" in words[at + 1 : index] and ("'" in word or words[at + 1] in _BEING)
        return None if is_empty else "other"  # "it's no trouble to come": nobody is named
    return _person_at(words, at) if word in _ELSE else None


def _person_at(words: list[str], at: int) -> Subject | None:
    """Read "she can come", "let him bring his book": those that the client speaks for."""
    word = words[at]
    if word in _TOLD and at and words[at - 1] in _LETTING:
        return "listener"
    if word in _PERSONS:
        return "listener" if words[at + 1] in _AUXILIARIES else "other"
    return "other" if word in _OTHERS else None


_FINDS_ME: Final = (["find", "me"], ["find", "us"], ["have", "me"])
_ELSE: Final = _TOLD | _PERSONS | _OTHERS


def _third_person(words: list[str], begin: int, index: int) -> Subject:
    before = words[max(begin, index - 3) : index]
    if any(w in _OWN_THINGS for w in before):
        return "speaker"
    return "listener" if any(w in _EVERYBODY for w in before) else "other"


def is_family_doing(u: Utterance, index: int) -> bool:
    """True for "your brother can bring her": whoever comes for the client comes as they do."""
    words = u.reading.words
    begin, at = u.reading.sentence(index)[0], index
    while at > begin and words[at - 1] in _AUXILIARIES:
        at -= 1
    named = at < index and at - 2 >= begin and words[at - 2] in _YOURS
    return named and bool(u.reading.marks[at - 1] & PERSON)


_YOURS: Final = frozenset("your ur".split())


def _is_thing_doing(words: list[str], begin: int, index: int) -> bool:
    """True for "the sheet will come to you": a noun with its article before the auxiliary."""
    at = index
    while at > begin and words[at - 1] in _AUXILIARIES:
        at -= 1
    if at == index and index - 3 >= begin and words[index - 3] in _AUXILIARIES:
        return words[index - 1] in _SENT  # "will the invoice come to me?"
    if at == index or at - 2 < begin or not words[at - 1][0].isalpha():
        return False
    if words[at - 1] in _OWN_THINGS or words[at - 1] in PARTS:
        return False
    noun = next((i for i in (at - 2, at - 3) if i >= begin and words[i] in _DETERMINERS), -1)
    return noun >= 0 and words[max(begin, noun - 2) : noun] not in _YOU_AND


def _is_about_to(words: list[str], begin: int, index: int) -> bool:
    """True for "my cat wants to come in", "new stock is due to come in": neither of the two comes."""
    at = index - 2
    if at <= begin or words[index - 1] != "to" or (words[at] not in _WISHES and words[at] not in _DUE):
        return False
    due = words[at] in _DUE
    at -= 1
    while at > begin and words[at] in _STILL:
        at -= 1
    noun = words[at]
    if not noun[0].isalpha() or PARTS.get(noun) not in (None, Part.THIRD) or noun in _OWN_THINGS:
        return False
    owned = at > begin and (words[at - 1] in _MY or (at - 1 > begin and words[at - 2] in _MY))
    return owned or (due and words[at - 1 : at] not in (["your"], ["his"], ["her"], ["their"]))


_WISHES: Final = frozenset(
    "wants wanted want needs needed has had likes tries trying asking asked hoping".split()
)
_DUE: Final = frozenset("due about".split())
_STILL: Final = frozenset("is was 's are were just only really still always also".split())
_MY: Final = frozenset(("my", "our"))
