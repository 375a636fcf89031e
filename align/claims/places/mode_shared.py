"""Whose place the other one uses: "you can change behind the screen in my workroom", "I'll plug in near your sofa".

What stays where it is ("my table", "your hall") is where the work is done as soon as the
other of the two does something at it: the client with the professional's, the professional
with the client's. What is only seen, liked or talked of is used by nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.places.mode_subjects import who_goes
from align.claims.places.mode_things import (
    ACCESS,
    CARRIED,
    COMFORTS,
    GROUNDS,
    INDOORS,
    PETS,
    PORTABLE_SEATS,
    ROOMS,
    SEATS,
    Thing,
    Told,
    is_bidden,
    owner_at,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

SHARED: Final = INDOORS | ACCESS | GROUNDS | {"shower"}
_MENTAL: Final = (
    r"(?:see|imagine|guess|laugh|hear|know|think|ask|remember|tell|say|find|love"
    r"|like|hate|believe|read|look|buy|keep|miss"
    r"|watch|google|call|text|ring|reply|write|send|picture|follow|notice|recommend"
    r"|borrow|collect|never|not|only|still|always|talk)"
)
_MAY: Final = (
    r"(?:(?:you|u|ye) (?:can|could|may|'ll|will)|you'll|we'll|we (?:can|could))"
    r" (?:just |easily |all |both |then )?"
)
_USES_AT: Final = re.compile(
    rf"\b(?:{_MAY}(?!{_MENTAL}\b)[\w']+)(?: [\w'-]+){{0,8}}? (?:[\w'-]+) $"
    r"|\b(?:while|when|once|as soon as|before|after) (?:you|u)(?:'re| are) (?:\w+ )?[\w'-]+ $"
)
"""What the client does there, up to whose the thing is: "you can leave your bike in"."""
_DOINGS: Final = (
    "do sit lie use change leave park work start shoot stretch wash dry get try play come begin cut fit take lock"
    " glaze set stay wait"
)
_USES_SO: Final = re.compile(
    r" (?:so|and|where|if|then) (?:you|we|i|u)(?: (?:can|could|will|may|might)|'ll)"
    rf" (?:just |easily |all |both |then )?(?:{'|'.join(_DOINGS.split())})\b"
    r"| (?:so|and) (?:you'll|we'll) (?:just |easily |all |both |then )?(?:sit|lie"
    r"|use|work|start|be (?:warm|cosy|comfy|comfortable))\b"
    r"|\b(?:if you're (?:early|late|cold|driving|parking|running|coming|outside)|if you'd (?:rather|prefer|like to)"
    r"|if you (?:arrive|drive|park|come|get)|so (?:your [\w ]{1,30} (?:is|are) no"
    r" (?:problem|bother)|give yourself|knock|ring|park|text me|take|mind|watch|wear))\b"
)
_ROOM_FOR: Final = re.compile(
    r"\b(?:room|space|spot|hook|peg|slippers|towel|towels|chair|fan|aprons?|shade)"
    r" (?:[\w'-]+ ){0,4}?for (?:you|your|everyone|both of you|(?:the|a)"
    r" (?:car|cars|van|trailer|horsebox|bike|bikes|pram|kids|dog|two|three|lot|whole))\b"
    r"|for your (?:\w+ )?(?:session|lesson|massage|treatment|fitting|reading|appointment"
    r"|facial|class|shoot|hem|cut|trim|car|van|trailer|bike|coat)\b"
)
_OVER: Final = re.compile(
    r"\b(?:was|were|had|used to|yesterday|ago|last (?:week|night|month|year|time)"
    r"|left|broke|flooded|died|sold|when (?:i|we) (?:lived|was|were)|if (?:i|we)"
    r" had|you (?:left|forgot|saw|sat|were|had))\b"
)
_ACTS: Final = (
    "set unpack plug park hang take work do start tune cut cook prep style film shoot fit teach stretch clean vacuum"
    " hoover measure pin paint be stand sit lay roll unroll move unload walk train groom wash dry treat massage hem repair fix"
    " wire weed mow trim serve begin finish squeeze bring carry use need play mop lug haul"
)
_USED_BY_US: Final = re.compile(
    r"\b(?:i'll|i can|i could|i'd|i will|i would|let me|i'm going to|we'll|we can"
    r"|we could|we'd|i need to|i'd need to|i'll need to)"
    rf" (?:just |easily |then |only |have to |need to |be able to |happily |also )?(?:{'|'.join(_ACTS.split())})\b"
)
_SENT: Final = re.compile(
    r"\b(?:send|post|ship|mail|deliver|drop|leave|courier|invoice|letter|parcel|advise|suggest|recommend|if i were)\b"
)
_DONE_THERE: Final = re.compile(
    r"\b(?:i'll|i can|i could|i'd|i will|we'll|we can|i)(?: [\w']+){0,3}? (?:do|see"
    r"|treat|seat|cut|fit|take|have|teach|style|measure|draw|paint|shoot|work on"
    r"|dry|wash)"
    r" (?:you|your|her|him|them)\b"
)
_PERFECT: Final = re.compile(
    r"(?: [\w']+){0,4}? (?:is|are|'s) (?:just |really )?(?:perfect|ideal|great|lovely"
    r"|made|right|set up) for (?:the|your|our|both|a|this)\b"
)
_BESIDE: Final = frozenset(
    "at in on near beside outside behind between through by against into under inside across to over from of".split()
)


def _is_dated(u: Utterance, thing: Thing) -> bool:
    return bool(
        claims_between(u.starts, thing.begin, thing.end) or claims_between(u.days, thing.begin, thing.end)
    )


def _comes_along(u: Utterance, thing: Thing) -> bool:
    """True for "you'll be on my table", "my chair is in the boot": what is carried tells no side by whose it is.

    Beside something that stays where it is it does: "the cat stays in the kitchen while you're on my table".
    """
    if thing.owner != "ours" or thing.word not in PORTABLE_SEATS:
        return False
    words = u.reading.words[thing.begin : thing.end]
    if not _IN_THE_VAN.isdisjoint(words):
        return True
    return thing.word in CARRIED and (_STAYS.isdisjoint(words) or not _THEIRS.isdisjoint(words))


_STAYS: Final = (ROOMS | GROUNDS | SEATS | ACCESS | COMFORTS | PETS) - {"floor"}
_THEIRS: Final = frozenset("your ur yr yours".split())
_IN_THE_VAN: Final = frozenset("van boot trunk".split())
_REACH: Final = 9
_LISTENER: Final = frozenset("you you'll you'd you're u".split())


def shared(u: Utterance, thing: Thing) -> Told | None:
    """Read a thing of one of the two that the other does something at."""
    if thing.owner == "none" or u.reading.words[thing.end - 1] == "?":
        return None
    line, at = u.reading.line, u.reading.line_at
    first, last = at[thing.begin], at[thing.end] if thing.end < len(at) else len(line)
    owner = owner_at(u, thing)
    if _OVER.search(line, first, last) is not None or _comes_along(u, thing):
        return None
    if thing.owner == "ours":
        match = _ROOM_FOR.search(line, first, last) or _USES_SO.search(thing.behind)
        if match is None and u.reading.words[owner - 1 : owner] and u.reading.words[owner - 1] in _BESIDE:
            match = _USES_AT.search(line, first, at[owner]) or _DONE_THERE.search(line, first, at[owner])
        if match is None and u.reading.words[owner - 1 : owner] == ["use"] and is_bidden(u, owner - 1):
            return Told("incall", owner - 1, thing.index + 1)
        if match is None and _is_dated(u, thing):
            match = _PERFECT.match(thing.behind)
        return Told("incall", owner, thing.index + 1) if match is not None else None
    if u.reading.words[owner - 1 : owner] and u.reading.words[owner - 1] not in _BESIDE:
        return None
    match = _USED_BY_US.search(line, first, at[owner])
    if match is None or _SENT.search(line, first, last) is not None:
        return None
    verb = u.reading.word_at(match.end() - 1)
    if owner - verb > _REACH or not _LISTENER.isdisjoint(u.reading.words[verb:owner]):
        return None  # "what I'd do is a plan you can follow on your own stairs"
    return Told("outcall", verb, thing.index + 1) if who_goes(u, verb) == "speaker" else None
