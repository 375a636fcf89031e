"""Find the words that name a mode, incall or outcall, as the professional's.

`read_modes` decides whether a mode is offered; here it only matters which one a price is
for, so any mention counts ("at yours", "my studio", "if I come to you").
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Mode, Speaker
from align.claims.clauses import starting_in
from align.claims.heard import once_a_message

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


class ModeCue(NamedTuple):
    """A mention of a mode, at word `first`; a `firm` one says where the appointment is."""

    first: int
    mode: Mode
    firm: bool = True


_PLACES: Final = frozenset(
    "place home house flat apartment hotel venue office room door airbnb condo studio shop salon garden"
    " kitchen space site location gaff crib yard pad suite workplace reception party villa cabin cottage"
    " address doorstep base spot clinic workshop loft gym".split()
)
_THE_OWN: Final = frozenset("studio shop salon clinic workshop".split())
_GUESTS: Final = frozenset("hotel venue airbnb reception villa".split())
"""Where a client stays or celebrates."""
_STAYS: Final = frozenset("hotel airbnb".split())
"""Where a professional on the road stays, and hosts, as well."""
_OTHERS: Final = frozenset("your ur their her his".split())
_OWN: Final = frozenset("my our".split())
_TRAVEL: Final = frozenset(
    "come comes came bring travel travels drive drives get out over visit trip coming travelling traveling go head".split()
)
_PLAIN: Final[dict[str, Mode]] = {
    "incall": "incall",
    "incalls": "incall",
    "outcall": "outcall",
    "outcalls": "outcall",
}
_BY_PLACE: Final = frozenset("at to round over or and".split())
_HOMES: Final = frozenset("homes houses flats apartments hotels offices venues".split())
_CUES: Final = (
    _PLACES
    | _HOMES
    | _PLAIN.keys()
    | frozenset("call calls yours mine here you u me us mobile travel come drive".split())
)
_PERSONS: Final = frozenset("you u me us".split())
"""Whom a journey leads to: they count behind "to" alone."""
_DENYING: Final = frozenset("than like no without isn't not can't cannot cant don't dont won't never".split())
"""What stands before a mode that is denied or compared with."""
_MEETING: Final = frozenset("at to in from round over the home on".split())
"""What makes an appointment's place of a mere mention: "at your flat", not "I know what your flat's like"."""
_HEADING: Final = ([":"], ["-"], ["—"], ["="], ["("])
"""What follows a mode that heads a line of prices: "mine: 180"."""
_NEAR: Final = 4


def mode_cues(u: Utterance) -> list[ModeCue]:
    """Return every mention of a mode in a text, in order."""
    return mode_cues_in(u, 0, len(u.reading))


def price_modes_in(u: Utterance, begin: int, end: int) -> list[ModeCue]:
    """Return the mentions of a mode in the sentence `[begin, end)`, "the hotel" by what it is set against."""
    cues = mode_cues_in(u, begin, end)
    words = u.reading.words
    guests = [c for c in cues if c.first and words[c.first] in _GUESTS and words[c.first - 1] == "the"]
    if not guests or u.speaker is Speaker.CLIENT:
        return cues
    open_stays = {c for c in guests if words[c.first] in _STAYS - _clients_stays(u)}
    if len(u.money) < _TWO:
        return [c for c in cues if c not in open_stays]
    around = mode_cues_in(u, begin - _BESIDE, end + _BESIDE)
    others = [c for c in around if words[c.first] not in _GUESTS]
    if only_mode(others) != "outcall" or len(guests) * len(others) > _MANY:
        return [c for c in cues if c not in open_stays]
    hosted = {c for c in guests if _is_set_against(u, c.first, others)}
    return [
        c._replace(mode="incall") if c in hosted else c for c in cues if c in hosted or c not in open_stays
    ]


@once_a_message
def _clients_stays(u: Utterance) -> frozenset[str]:
    """Return what of a hotel and an Airbnb is the client's: they named it, or the draft says "your hotel"; else it may be ours."""
    named = frozenset[str]() if u.inbound is None else _STAYS & u.inbound.said
    words = u.reading.words
    for at, owner in enumerate(words):
        if owner in _OTHERS:
            named |= _STAYS.intersection(words[at + 1 : at + _NEAR])
        elif at and owner in _MOVING and words[at - 1] in _WE:
            return _STAYS  # "170 at the Airbnb, I bring the table"
    return named


_MOVING: Final = frozenset("bring drive".split())
_WE: Final = frozenset("i i'll i'd we we'll we'd and".split())


def _is_set_against(u: Utterance, at: int, others: list[ModeCue]) -> bool:
    """True for "170 at the hotel, or 220 if she comes to you": each has its sum, so the hotel is where we host."""
    if any(abs(at - cue.first) <= _NEAR for cue in others):
        return False  # "to you at the hotel"
    words = u.reading.words
    for cue in others:
        first, last = sorted((at, cue.first))
        if starting_in(u.money, first, last) or not _IF.isdisjoint(words[cue.first - _NEAR : cue.first]):
            return True
    return False


_IF: Final = frozenset("if when or otherwise".split())
_TWO: Final = 2
_MANY: Final = 64
"""No message that is sent sets so many places against each other."""
_BESIDE: Final = 14
"""Words around a sentence in which the other way may stand: "if I come to yours it's 220"."""


def mode_cues_in(u: Utterance, begin: int, end: int) -> list[ModeCue]:
    """Return the mentions of a mode on the words `[begin, end)`, in order."""
    words = u.reading.words
    begin, end = max(0, begin), min(end, len(words))
    found: list[ModeCue] = []
    for at in compress(range(begin, end), map(_CUES.__contains__, words[begin:end])):
        word = words[at]
        if word in _PERSONS and (not at or words[at - 1] != "to"):
            continue
        said = _mode_at(words, at, word)
        if said is not None and not _is_denied(words, at):
            mode, turns = said
            if turns and u.speaker is Speaker.CLIENT:
                mode = "incall" if mode == "outcall" else "outcall"
            firm = word not in _PLACES or not _MEETING.isdisjoint(words[max(0, at - _NEAR) : at])
            found.append(ModeCue(at, mode, firm))
    return found


def _is_denied(words: list[str], at: int) -> bool:
    """True for "not at yours", not for the sum that is denied in "not 75 at yours"."""
    for back in range(at - 1, max(0, at - _NEAR) - 1, -1):
        if words[back] in _DENYING:
            return True
        if words[back][0].isdigit():
            return False
    return False


def only_mode(cues: list[ModeCue]) -> Mode | None:
    """Return the mode that all mentions agree on."""
    modes = {c.mode for c in cues}
    return modes.pop() if len(modes) == 1 else None


OTHERWISE: Final = frozenset("otherwise outside elsewhere".split())
"""Right before a sum: "in the studio 1,800, outside is 2,200"."""


def other_mode(mode: Mode | None) -> Mode | None:
    """Return the mode of what is otherwise: "if you come to me it's 60, otherwise 75"."""
    if mode is None:
        return None
    return "incall" if mode == "outcall" else "outcall"


def is_kept_for(u: Utterance, last: int) -> bool:
    """True for "the 60 is only for the chair in Lisburn", whatever mode was spoken of before."""
    words = u.reading.words
    if "for" not in words[last + 1 : last + 3]:
        return False
    only = last + (words[last : last + 1] in (["is"], ["'s"]))
    if words[only : only + 1] not in (["only"], ["just"]) or words[only + 1 : only + 2] != ["for"]:
        return False
    named = words[only + 2 : only + 3] in (["the"], ["my"])
    return named and not starting_in(u.durations, only + 2, only + 2 + _NEAR)


def cues_within(cues: list[ModeCue], begin: int, end: int) -> list[ModeCue]:
    """Return the mentions that begin on the words `[begin, end)`."""
    return [c for c in cues if begin <= c.first < end]


def _mode_at(words: list[str], at: int, word: str) -> tuple[Mode, bool] | None:
    """Return the mode that word `at` names, and whether a client means the other one."""
    plain = _PLAIN.get(word)
    if plain is not None:
        return plain, False
    before = words[at - 1] if at else ""
    if word in _PLACES or word in _HOMES:
        return _at_place(words, at, before)
    if word in ("mine", "yours"):
        return _at_whose(words, at, word, before)
    if word == "here":
        return (
            None if before in ("be", "are", "is", "'s", "from", "around", "in", "right") else ("incall", True)
        )
    if word in ("you", "u", "me", "us"):
        if before != "to" or not _TRAVEL.intersection(words[max(0, at - _NEAR) : at]):
            return None
        return ("outcall" if word in ("you", "u") else "incall"), True
    if word == "travel":
        return (
            ("outcall", False)
            if before in ("i", "do", "you", "can", "also", "i'll", "to") and not _is_fee(words, at)
            else None
        )
    if word in ("come", "drive"):
        return ("outcall", True) if _goes_out_to(words, at, before) else None
    if word == "mobile":
        return ("outcall", False) if words[at + 1 : at + 2] in (["visit"], ["visits"]) else None
    return _in_or_out_call(words, at, before)


def _goes_out_to(words: list[str], at: int, before: str) -> bool:
    """True for "if I come out to Salthill": a journey to where the client is, and not to do something."""
    if (
        before not in ("i", "we", "me")
        or words[at - 2] not in _WHERE
        or words[at + 1 : at + 2] not in _OUT
        or words[at + 2 : at + 3] != ["to"]
    ):
        return False
    aim = words[at + 3 : at + 4]
    return bool(aim) and aim[0].isalpha() and aim[0] not in _NO_TOWNS


_WHERE: Final = frozenset("if when have having should where".split())
"""Before who comes: it is one of the ways; "I come over to Durham on Sunday" tells of a place of our own."""
_OUT: Final = (["out"], ["over"], ["up"], ["down"], ["across"], ["all"])
_NO_TOWNS: Final = _PERSONS | frozenset(
    "see do meet help fit play check look get say reception greet collect let open answer work more less about bring my mine your yours the a an our him her them it cut".split()
)


def _at_whose(words: list[str], at: int, word: str, before: str) -> tuple[Mode, bool] | None:
    """Read "at mine", "round to yours", and a line headed by either: "yours: 230"."""
    heads = words[at + 1 : at + 2] in _HEADING and not before.isalnum()
    if not (heads or before in _BY_PLACE):
        return None
    return ("incall" if word == "mine" else "outcall"), True


def _is_fee(words: list[str], at: int) -> bool:
    return words[at + 1 : at + 2] in (["fee"], ["fees"], ["charge"], ["cost"], ["costs"])


def _in_or_out_call(words: list[str], at: int, before: str) -> tuple[Mode, bool] | None:
    """Read "in-call", "out call" and "house call"."""
    if before == "house":
        return "outcall", False
    side = at - 2 if before == "-" else at - 1
    if side < 0 or words[side] not in ("in", "out"):
        return None
    if side and words[side - 1] in ("fit", "come", "be", "get"):
        return None
    return ("incall" if words[side] == "in" else "outcall"), False


_SERVED: Final = (
    ["visit"],
    ["visits"],
    ["service"],
    ["services"],
    ["session"],
    ["sessions"],
    ["appointment"],
)
_AFTER_HOME: Final = (["it's"], ["it"], ["is"], ["na"], [","], [":"], ["that's"])


def _is_home_visit(words: list[str], at: int, before: str) -> bool:
    """True for "on location", "at home", "home service", "for home it's"."""
    word, following = words[at], words[at + 1 : at + 2]
    if word in ("location", "site"):
        return before == "on"
    if word == "home" and (before in ("at", "in") or (before == "for" and following in _AFTER_HOME)):
        return True
    return word in ("home", "house") and following in _SERVED


def _you_come(words: list[str], at: int) -> bool:
    """True for "how many of you come to the house?": who is spoken to travels, whoever asks."""
    verb = next((i for i in range(at - 1, max(-1, at - 7), -1) if words[i] in _TRAVEL), at)
    who = next((w for w in reversed(words[max(0, verb - _NEAR) : verb]) if w in _MOVERS), "")
    return who in ("you", "u", "ye", "your")


_MOVERS: Final = frozenset("you your u ye i we i'd i'll we'd we'll my".split())


def _at_place(words: list[str], at: int, before: str) -> tuple[Mode, bool] | None:
    """Read "your hotel", "my little studio", "the shop", "on location", "home visit"."""
    word = words[at]
    if _is_home_visit(words, at, before):
        return "outcall", False
    if word in _HOMES:
        near = words[max(0, at - _NEAR) : at]
        return ("outcall", True) if "to" in near and not _TRAVEL.isdisjoint(near) else None
    to_the = words[at - 2 : at] == ["to", "the"]
    if word in ("house", "home") and to_the and _TRAVEL.intersection(words[max(0, at - 6) : at]):
        return "outcall", not _you_come(words, at)
    for back in range(at - 1, max(-1, at - _NEAR), -1):
        owner = words[back]
        if owner in _OTHERS:
            return "outcall", True
        if owner in _OWN:
            return "incall", True
        if owner in ("at", "in", "to", "is", "a", "and", "or", ","):
            break
    if word in _GUESTS and before == "the" and words[at - 2 : at - 1] in (["at"], ["to"]):
        return "outcall", False
    if word in _THE_OWN and before in ("the", "in", "", "-", "\n", ".", ",", ":", "and", "or"):
        return "incall", False
    return None
