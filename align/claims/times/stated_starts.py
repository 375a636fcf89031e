"""Starts that a clause states outright: "it'd have to be 6", "you at 2", "the last one is 8", "move you to 6"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.appointment_words import HEDGES, MOVES, OBJECTS, OTHER, START
from align.claims.times.motion_governors import is_seated
from align.reading.cues import BREAK, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 8


def is_told_before(u: Utterance, first: int, last: int) -> bool:
    """True for a time that was ("yours was at 8:30"), and for the client's own: "the 16:12 is fine" for a train."""
    words = u.reading.words
    if not first or words[first - 1] not in _LED:
        return False
    lead = words[max(0, first - 2) : first]
    if lead[-1:] == ["at"] and lead[0] in _FREE and words[first - 4 : first - 2] in _WAS_ONCE:
        return "still" not in words[last : last + _REACH]  # "I was free at 3 but it went"
    if lead == ["down", "for"] and words[first - 4 : first - 2] in _WERE_DOWN:
        return not _CHANGING.isdisjoint(
            words[last : last + _REACH]
        )  # "you were down for 5 but I've moved you"
    if lead[:1] in _WAS and lead[-1] in _AT:
        return (
            words[first - 3 : first - 2] not in (["if"], ["it"])
            or "if" not in words[max(0, first - 5) : first]
        )
    if u.inbound is None or lead[-1:] != ["the"] or _RIDES.isdisjoint(u.inbound.reading.words[-_HEARD:]):
        return False
    return words[first] in u.inbound.reading.words[-_HEARD:] and words[last : last + 1] not in _SLOTS


_WERE_DOWN: Final = [["you", "were"], ["had", "you"]]
_CHANGING: Final = frozenset("but mistake moved instead changed".split())
_FREE: Final = frozenset("free open available".split())
_WAS_ONCE: Final = [["i", "was"], ["we", "were"], ["it", "was"], ["that", "was"]]
_WAS: Final = [["was"], ["were"]]
_AT: Final = frozenset("at for from was were".split())
_LED: Final = _AT | {"the"}
_RIDES: Final = frozenset("train tram bus flight ferry metro coach plane subway streetcar luas tube".split())
_SLOTS: Final = [["slot"], ["start"], ["appointment"], ["lesson"], ["session"]]
_HEARD: Final = 100


def is_begun_by(u: Utterance, at: int, begin: int) -> bool:
    """True for "I'd have you on the couch by 4:30": by then it begins."""
    words = u.reading.words
    near = range(at - 2, max(begin, at - _REACH) - 1, -1)
    have = next((i for i in near if words[i] in ("have", "get")), at)
    if is_seated(words[have + 1 : at]):
        return True
    said = words[max(begin, at - _REACH) : at]
    if said[-2:] in _TO_YOU and _is_reaching(said[:-2]):
        return not _OFFERING.isdisjoint(said)
    if said[-2:] in _BE_HERE:
        return said[-4:-2] in _CAN_YOU or said[:-2] in _BIDDING or _is_promised(u, at, begin)
    if said[-2:] == ["make", "it"]:
        return _is_promised(u, at, begin)
    if said[-3:-1] == ["make", "it"] and said[-1] in _WAYS:
        return said[-1] != "up" and not _OFFERING.isdisjoint(said)
    inside = said[-1:] != [] and said[-1] not in _NOWHERE
    inside = inside and (
        said[-3:-1] in _INSIDE_YOURS or (said[-4:-2] in _INSIDE_YOURS and said[-1] in _HOMES)
    )
    if said[-2:] not in _WITH_YOU and said[-2:] not in _AT_YOURS and not inside:
        return False
    coming = not _OFFERING.isdisjoint(said) or any(
        said[i : i + 2] in _I_WILL_BE or said[i : i + 3] in _WE_WILL_BE for i in range(len(said))
    )
    return coming and not {"done", "finished", "out"} & set(said)


def _is_promised(u: Utterance, at: int, begin: int) -> bool:
    """True for "Anna, I can be there (by)", which opens its clause; "I wish I could be there" promises nothing."""
    words = u.reading.words
    subject = at - _ADVERBIAL
    if subject < begin or words[subject] not in _ABLE:
        return False
    if words[subject] in ("can", "could") and subject > begin and words[subject - 1] in ("i", "we"):
        subject -= 1
    if subject == begin or words[subject - 1] in _OPENERS:
        return True
    return bool(u.reading.marks[subject - 1] & BREAK) and words[subject - 1] not in _CONDITIONS


_ADVERBIAL: Final = 3
"""How many words "can be there", "could make it" are."""
_ABLE: Final = frozenset("can could i'd we'd".split())
_CONDITIONS: Final = frozenset("if unless whether because cos though although until".split())
_OPENERS: Final = frozenset("then ok okay yes yep yeah sure hi hey today tonight".split())


def _is_reaching(said: list[str]) -> bool:
    """True for the "get" of "get over (to you)", the "make it" of "make it (to you)"; not for "get back", "make it up"."""
    if said[-2:] == ["it", "up"]:
        return False
    while said and said[-1] in _WAYS:
        said = said[:-1]
    return said[-1:] in _REACHING or said[-2:] == ["make", "it"]


_WAYS: Final = frozenset("over round around across down up out through along straight".split())
_TO_YOU: Final = [["to", "you"], ["to", "yours"], ["to", "ya"]]
_REACHING: Final = (["get"], ["come"])
_BE_HERE: Final = [["be", "here"], ["get", "here"], ["come", "over"], ["be", "there"]]
_BIDDING: Final = [[], ["so"], ["just"], ["please"], ["then"]]
_I_WILL_BE: Final = [["i'll", "be"], ["we'll", "be"]]
_WE_WILL_BE: Final = [["i", "will", "be"], ["we", "will", "be"]]
_CAN_YOU: Final = [["can", "you"], ["could", "you"], ["you", "can"], ["you", "could"]]
_WITH_YOU: Final = [["with", "you"], ["with", "ya"], ["with", "u"], ["at", "yours"], ["over", "there"]]
_AT_YOURS: Final = [
    ["your", "door"],
    ["your", "place"],
    ["your", "house"],
    ["your", "gate"],
    ["your", "spot"],
]
_INSIDE_YOURS: Final = [["in", "your"], ["at", "your"], ["on", "your"]]
_HOMES: Final = frozenset("place house home flat apartment door gate office hotel".split())
_NOWHERE: Final = frozenset("inbox hands diary calendar area messages dms debt phone".split())
_OFFERING: Final = frozenset("can could i'd we'd".split())


def is_begun_at(u: Utterance, first: int, begin: int) -> bool:
    """True for "I would start the ceremony part at 11": what the professional begins is the appointment."""
    words = u.reading.words
    for at in range(first - 1, max(begin, first - _REACH), -1):
        if words[at] in _BEGINNING:
            mine = words[at - 1] in _I_WOULD or (words[at - 1] in _WOULD and words[at - 2] in ("i", "we"))
            return mine and _is_of_appointment(u, at + 1, first)
        if words[at] in _CLAUSES:
            return False
    return False


def _is_of_appointment(u: Utterance, begin: int, end: int) -> bool:
    """True for "your trial", "with you", "the ceremony part"; not for "the oven", "the car"."""
    words = u.reading.words
    if words[begin] in ("your", "our", "with"):
        return True
    return words[begin] == "the" and any(
        words[i] in START or words[i] in _PARTS or u.reading.marks[i] & SERVICE_WORD
        for i in range(begin + 1, end)
    )


_PARTS: Final = frozenset(
    "ceremony part set show gig class workshop party tour day evening night tasting".split()
)
_BEGINNING: Final = frozenset(("start", "begin", "open"))
_I_WOULD: Final = frozenset("i'd we'd".split())
_CLAUSES: Final = frozenset(", when before after if once and but".split())


def led_to(near: list[str]) -> int:
    """Judge "move you to 6" and "yes to 6" as starts, and "open to 6" as an end."""
    agreed = not _AGREED.isdisjoint(near) or near[-1:] == ["say"]
    return 1 if agreed and not _is_moved_by_others(near) else -1


def _is_moved_by_others(near: list[str]) -> bool:
    """True for "(the class) got pushed to 4", "they moved it to 3"; not for "your slot's been moved to 3"."""
    return not _is_of_yours(near) and any(
        word in MOVES and near[i - 1 : i] in _BY_OTHERS and OBJECTS.isdisjoint(near[i + 1 : i + 2])
        for i, word in enumerate(near)
    )


def _is_of_yours(near: list[str]) -> bool:
    """True where what is moved is the listener's time: "your appointment's been", "you've been"."""
    return any(
        word in _YOU or (word.removesuffix("'s") in _BOOKED and near[max(0, i - 1)] in ("your", "ur"))
        for i, word in enumerate(near)
    )


_YOU: Final = frozenset("you've you're you'll".split())
_BOOKED: Final = frozenset(
    "appointment appt session lesson slot booking sitting visit consult consultation treatment".split()
)
_BY_OTHERS: Final = [["got"], ["was"], ["were"], ["been"], ["they"], ["they've"], ["he"], ["she"]]


_YES: Final = frozenset("yes yep yeah ok okay agreed".split())
_AGREED: Final = MOVES | _YES | {"changes", "drop", "dropped", "take", "slip", "stretch"}


def is_placed(words: list[str], at: int, begin: int) -> bool:
    """True for "you at 2 and mum at 3", "that's her at 4 then": who comes when, with no verb."""
    if at < begin or words[at] not in _COMERS:
        return False
    at -= words[at - 1 : at] == ["your"]
    return at <= begin or words[at - 1] in _PLACING


_COMERS: Final = frozenset(
    (
        "bride bridesmaid bridesmaids groom moms mums twins you u her him them mum mom dad sister brother "
        "son daughter husband wife partner friend"
    ).split()
)
_PLACING: Final = frozenset("and then so with , : — that's is be".split())


def is_put_forward(u: Utterance, first: int, last: int, begin: int) -> bool:
    """True for "it'd have to be today at 6", "that would need to be 6": what the appointment could be."""
    words = u.reading.words
    at = first - 1
    while at > begin and (words[at] in HEDGES or words[at] in ("this", "evening") or u.taken[at]):
        at -= 1
    if words[at] != "be" or words[last : last + 1] in _BY_THEN:
        return False
    at -= 1
    while at > begin and words[at] in _HAVING_TO:
        at -= 1
    return words[at] in _IT_WOULD or (words[at] in _WOULD and words[at - 1] in _PROPOSED)


_BY_THEN: Final = [["before"], ["by"], ["when"], ["until"]]
_HAVING_TO: Final = frozenset("to have need got going probably more likely only really then".split())
_PROPOSED: Final = frozenset(
    "it that this suggestion proposal offer preference pick choice ideal best".split()
)
_IT_WOULD: Final = frozenset("it'd that'd it'll that'll".split())
_WOULD: Final = frozenset("would will 'd 'll might may could".split())


def is_named(before: list[str]) -> bool:
    """True for "the last one I do tonight is 8", "the earliest I'd be up for is 9"."""
    bounds = [i for i, word in enumerate(before) if word in _BOUNDS]
    if bounds and _OTHER_OR_ANYBODY.isdisjoint(before[bounds[-1] :]):
        return True
    if before[-3:-2] in (["my"], ["the"], ["our"]) and before[-2] in _RANKED:
        return True  # "my last is 8"
    if _is_all_there_is(before):
        return True
    said = before[len(before) - before[::-1].index(",") :] if "," in before else before
    said = said[said[:1] == ["the"] :]
    if said[:1] in (["first"], ["next"]) and said[1:2] in _MINE and not _HAVING.isdisjoint(said):
        return _NOBODY_LEFT.isdisjoint(said)  # "first I have is 9"
    return any(
        word in _RANKED
        and before[i + 1 : i + 2] in (["one"], ["thing"], ["slot"], ["appointment"], ["spot"], ["start"])
        for i, word in enumerate(before)
    )


def is_what_is_left(u: Utterance, first: int, begin: int) -> bool:
    """True for "what I do have is today at 9", "what's left for today: 6 or 7"."""
    words = u.reading.words
    at = first - 1
    while at > begin and (u.taken[at] or (words[at] in HEDGES and words[at] != ":")):
        at -= 1
    if at <= begin or words[at] not in _COLON:
        return False
    clause = next((i + 1 for i in range(at - 1, begin - 1, -1) if words[i] in (",", ".", ";")), begin)
    return words[clause] in _WHATEVER and _is_all_there_is(words[max(clause, at - _FAR) : at])


_COLON: Final = frozenset(": is 's are".split())
_WHATEVER: Final = frozenset("what what's all".split())
_FAR: Final = 14


def _is_all_there_is(before: list[str]) -> bool:
    """True for "what I have is 3", "all that's left today is 4": what is said to be free."""
    starts = [i for i, word in enumerate(before) if word in ("what", "what's", "all")]
    if not starts:
        return False
    said = before[starts[-1] + 1 :]
    return bool(said) and not _HAVING.isdisjoint(said) and _NOBODY_LEFT.isdisjoint(said)


_MINE: Final = [["i"], ["we"], ["i've"], ["we've"], ["i'll"], ["i'd"]]
_HAVING: Final = frozenset("have i've we've got left offer free can".split())
_ANYBODY: Final = frozenset(
    "they he she open close anyone anybody people clients usually normally always ever".split()
)
_OTHER_OR_ANYBODY: Final = OTHER | _ANYBODY
_NOBODY_LEFT: Final = _OTHER_OR_ANYBODY - {"left"}
_BOUNDS: Final = frozenset("earliest latest soonest best".split())
_RANKED: Final = frozenset("last first next only earliest latest".split())
