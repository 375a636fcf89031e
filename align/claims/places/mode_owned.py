"""What is somebody's own and is free, enough, or sat at: "my couch is free at four", "your sofa will do"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.places.mode_subjects import who_goes
from align.claims.places.mode_things import (
    ACCESS,
    BUILT_IN,
    FURNITURE,
    INDOORS,
    KIT,
    Thing,
    Told,
    is_bidden,
    owner_at,
    told_to,
    verb_before,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


_FREE: Final = re.compile(
    r"(?: (?:there|here|at home|upstairs))? (?:'s|is|are|will be|'ll be|stays)(?:"
    r" (?:also|now|all|still|actually|totally))?"
    r" (?:free|available|open|yours|empty)\b(?! (?:to a|if you|for (?:collection|pick|free)|of|good)\b)"
)
_READY: Final = re.compile(
    r" (?:'s|is|are|will be|'ll be)(?: (?:all|now|already))? (?:(?:set|made|laid)"
    r" (?:up|out)(?= (?:by|in|at|near|next|here"
    r"|upstairs|under)\b)(?! in your\b)|ready (?:here|for you)|warm(?:ed)? (?:up"
    r" )?(?:here|for you)|waiting (?:here|for you))"
)
_ALL: Final = re.compile(
    r"(?: ,? ?(?:and|&|plus) (?:[\w'-]+ ){1,4}?|(?: , (?!(?:so|but|because|then|just"
    r"|and)\b)(?:[\w'-]+ ){1,4}?){1,3},?)? ?(?:(?:that)?(?: 's| is)?|is|are|'s)?"
    r" ?(?:really |honestly |literally )?all (?:that )?(?:we|you|i|we'll|you'll|i'll)(?: will| would| really)? need\b"
)
_SESSION: Final = (
    r"(?:(?:the|a|your|our|this|that|any|my|both|two) )*(?:session|sessions|reading|lesson|lessons|massage|treatment"
    r"|appointment|shoot|fitting|facial|cut|haircut|trim|makeup|portrait|class|table"
    r"|mat|mats|kit|gear|easel|keyboard|set"
    r"|work|job|us|me|it)\b"
)
_DOES: Final = re.compile(
    rf"(?: (?:will|would|'ll|could|can|should|'d) (?:do|work|be (?:fine|perfect|ideal|enough|grand|plenty|great))"
    rf"(?= fine| nicely| perfectly| well| grand| just| for {_SESSION}| [.,!?;]|$)"
    rf"| (?:works|does)(?= fine| nicely| well| grand| for {_SESSION}| [.,!;]|$)"
    rf"| (?:is|are|'s) (?:totally |absolutely |more than )?(?:fine|perfect|ideal|grand|plenty|great|enough|big enough"
    rf"|long enough)(?: space| room)? for {_SESSION}"
    rf"| has (?:enough|plenty of|loads of|lots of|the) (?:[\w-]+ ){{1,2}}?for {_SESSION})"
)
_FITS: Final = re.compile(
    r" (?:(?:folds|packs|breaks|rolls)(?: (?:down|up|flat|small|away)){1,2}(?= (?:so|and|to|for|into)\b| ?[.,!]|$)"
    r"|(?:folds|fits|goes|slides|packs|rolls)(?: \w+)?(?: and fits)? (?:in|into|through"
    r"|under|on|up) (?:(?:any|most|your|every|almost any)\b"
    r"|(?:one|a|an|two|my|the) (?:\w+ )?(?:suitcase|case|bag|bags|backpack|rucksack"
    r"|boot|trunk|van|car|basket|trolley)\b))"
)
_FREE_THEN: Final = re.compile(
    r" (?:'s|is|will be) (?:also |still |now )?(?:free|open|available) (?:(?:on "
    r"|this |next )?\w+day|tomorrow|tonight|today|at \w+|from \w+)"
)
_OPEN_FOR: Final = re.compile(
    r" (?:'s|is|will be|'ll be) (?:left )?(?:open|unlocked|on the latch|ajar) for you\b"
)
_SET_FOR: Final = re.compile(
    r" (?:set|made|laid) (?:up|out)(?: (?:by|in|near|at|beside) the [\w-]+)? for you\b"
)
_YOURS_NOW: Final = re.compile(
    r"(?: (?:by|in|near|at|beside) the \w+)? (?:'s|is|are|will be) (?:all )?yours(?="
    r" (?:at|from|for the|on|until|till|any|whenever)\b| ?[.,!]|$)"
)


_DOORS: Final = frozenset("gate door garage driveway".split())
FREE: Final = INDOORS | KIT | BUILT_IN | _DOORS
"""What may be said to be free, or to be all that is needed."""
_WORKED_AT: Final = frozenset("chair couch bed bench basin sink".split())


def said_of(u: Utterance, thing: Thing) -> Told | None:
    """Read "my couch is free at four", "your sofa will do", "my kitchen table is all we need"."""
    if thing.owner == "none":
        opened = _OPEN_FOR.match(thing.behind) if thing.word in _DOORS else None
        laid = opened or (_SET_FOR.match(thing.behind) if thing.word in FURNITURE else None)
        if laid is not None:
            return told_to(thing, "incall", laid)
        if thing.word in _WORKED_AT and _FREE_THEN.match(thing.behind):
            return Told("incall", thing.index, min(thing.end, thing.index + 3))
        if thing.word in FURNITURE and _YOURS_NOW.match(thing.behind):
            return Told("incall", thing.index, min(thing.end, thing.index + 3))
        folds = _FITS.match(thing.behind) if thing.word in KIT else None
        every = _ALL.match(thing.behind) if thing.word in BUILT_IN else None
        match = folds or every
        return told_to(thing, "outcall", match) if match is not None else None
    first = owner_at(u, thing)
    if thing.owner == "theirs":
        match = _ALL.match(thing.behind) or (_DOES.match(thing.behind) if thing.word in INDOORS else None)
        return told_to(thing, "outcall", match, first) if match is not None else None
    folds = _FITS.match(thing.behind) if thing.word in KIT else None
    if folds is not None:
        return told_to(thing, "outcall", folds, first)
    match = (
        _ALL.match(thing.behind)
        or _FREE.match(thing.behind)
        or _READY.match(thing.behind)
        or _YOURS_NOW.match(thing.behind)
    )
    if match is None or (" all " not in match.group() and not _concerns_listener(u, thing)):
        return None
    return told_to(thing, "incall", match, first)


def _concerns_listener(u: Utterance, thing: Thing) -> bool:
    """Tell whether the sentence sets a time, or speaks to the client."""
    words = u.reading.words[thing.begin : thing.end]
    return (
        not LISTENERS.isdisjoint(words)
        or bool(claims_between(u.starts, thing.begin, thing.end))
        or bool(claims_between(u.days, thing.begin, thing.end))
    )


LISTENERS: Final = frozenset(
    "you you'll you'd you're you've your yours yourself u ur bring arrive come".split()
)


BODILY: Final = frozenset(
    "sit lie leave park put hang wait stretch stand relax settle meet drop start take lock chain".split()
)
AT_WORK: Final = frozenset(
    "sit unpack set setup unload lay stretch cook style film shoot work do stand park".split()
)
_AT: Final = frozenset("at in on outside by against over".split())
USED: Final = INDOORS | ACCESS


def used(u: Utterance, thing: Thing) -> Told | None:
    """Read "you can leave your coat in my hallway", "I'll unpack in your hallway"."""
    if thing.owner == "none":
        return None
    first = owner_at(u, thing)
    if first <= thing.begin or u.reading.words[first - 1] not in _AT:
        return None
    verbs = BODILY if thing.owner == "ours" else AT_WORK
    at = verb_before(u, first, verbs, reach=7 if thing.owner == "ours" else 5)
    if at < 0:
        return None
    if thing.owner == "ours":
        return Told("incall", at, thing.index + 1) if is_bidden(u, at) else None
    return Told("outcall", at, thing.index + 1) if who_goes(u, at) == "speaker" else None


_HAVING: Final = re.compile(
    r"\b(?:i've|i have|i've got|we have|we've|there's|there are|there is|you'll have"
    r"|you've|plenty of|got|have|keep|lots of)"
    r"(?: [\w'-]+){0,5}? $"
)
_IS_HERE: Final = re.compile(
    r"(?: and [\w'-]+)?(?: (?:is|are|'s))?(?: (?:you|we) (?:need|want)(?: 's| is)?)?(?:"
    r" (?:all|already|waiting|set up|ready|free|out the (?:back|front)))* (?P<here>here)\b(?!"
    r" (?:by|on|at|soon|today|yet|this|next|in)\b)"
)


def is_here(u: Utterance, thing: Thing) -> Told | None:
    """Read "there's a shower here for afterwards", "everything's here, no need to bring a mat"."""
    match = _IS_HERE.match(thing.behind)
    if match is None or not _concerns_listener(u, thing) or u.reading.words[thing.end - 1] == "?":
        return None
    line, at = u.reading.line, u.reading.line_at
    stated = re.search(r" (?:is|are|'s) ", match.group()) is not None
    if not stated and _HAVING.search(line, at[thing.begin], at[thing.index]) is None:
        return None
    return told_to(thing, "incall", match)
