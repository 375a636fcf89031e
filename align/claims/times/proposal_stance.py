"""How a proposed time is meant: plainly, as an offer in a question or a condition, as a whole window."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from align.claims.asked_and_granted import is_asked_and_granted
from align.claims.times.appointment_words import HEDGES
from align.claims.times.else_refused import is_taken_back, refuses_else
from align.claims.times.gone_hours import is_spared
from align.claims.times.measured_times import is_measured
from align.claims.times.said_of_times import CONTRASTS, is_list
from align.reading.cues import NEGATION, QUESTION, QUOTING, SENTENCE_END, TURN

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_FAR: Final = 40


def is_confirmed(u: Utterance, first: int) -> bool:
    """True when a window is an appointment's own length: "booked you in 3 to 4.30"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    near = set(words[max(begin, first - 8) : first])
    return not near.isdisjoint(_CONFIRMING) and near.isdisjoint(("free", "open", "available", "anytime"))


_CONFIRMING: Final = frozenset(
    "booked confirmed pencilled penciled see down reserved held locked confirming".split()
)


def is_plain(u: Utterance, first: int, last: int) -> bool:
    """True when nothing in the clause of a proposed time could turn it: it is asserted."""
    words, marks = u.reading.words, u.reading.marks
    begin, end = sentence_around(u, first, last)
    if words[end - 1] == "?":
        tag = _tag(words, last, end)
        if tag == end or words[begin] in _ASKED_BY:
            return False
        end = tag
    at = first
    begin, end = max(begin, first - _FAR), min(end, last + _FAR)
    triggers = u.reading.where(_TRIGGERS)
    nearest = bisect_left(triggers, begin)
    if nearest == len(triggers) or triggers[nearest] >= end:
        return True
    while at > begin and words[at - 1] not in CONTRASTS and (words[at - 1] != "," or is_list(u, at - 1)):
        at -= 1
        if marks[at] & _TRIGGERS and not _is_harmless(words, at):
            return False
    for at in range(last, end):
        if (
            words[at] in _SUBORDINATE
            or words[at : at + 2] == ["and", "then"]
            or _turns_down_another(u, at)
            or refuses_else(words, at)
        ):
            break
        if marks[at] & _TRIGGERS and not _is_harmless(words, at) and not _is_also(u, at):
            return False
    return True


def _is_harmless(words: list[str], at: int) -> bool:
    """True for words that turn other claims, but not a time that something else proposes: "I've nobody at 3"."""
    if words[at] == "nobody":
        return words[at - 1 : at] in _HAVING or words[at - 1 : at] in _JOINING
    if words[at] == "reckon":
        return words[at - 1 : at] in _I or words[at + 1 : at + 2] in _I  # "reckon I can have you at eleven"
    return words[at] in _HARMLESS


def _turns_down_another(u: Utterance, at: int) -> bool:
    """True at the comma of "see you at 3, I can't do 4", "…, can't do later": the time that is left stands."""
    words = u.reading.words
    if words[at] not in (",", "—", "-", ";"):
        return False
    at += 1 + (words[at + 1 : at + 2] in (["i"], ["we"], ["but"]))
    if words[at : at + 1] not in _REFUSING:
        return False
    at += 1 + (words[at + 1 : at + 2] in _DOING)
    return words[at : at + 1] in _OTHERS or (at < len(words) and words[at][0].isdigit())


_I: Final = [["i"], ["we"], ["i'd"]]
_HAVING: Final = [["have"], ["got"], ["i've"], ["we've"], ["there's"], ["is"]]
_JOINING: Final = [["as"], ["cos"], ["and"], ["then"], [","]]
_REFUSING: Final = [["can't"], ["cant"], ["cannot"], ["couldn't"], ["won't"], ["don't"]]
_DOING: Final = [["do"], ["make"], ["manage"], ["offer"], ["go"]]
_OTHERS: Final = [["later"], ["earlier"], ["sooner"], ["before"], ["after"], ["any"], ["anything"], ["past"]]


def _tag(words: list[str], last: int, end: int) -> int:
    """Return where the tag begins that makes a question of a statement: "…, does that suit?"; else `end`."""
    comma = next((i for i in range(last, end) if words[i] in (",", "—")), end)
    return comma if words[comma + 1 : comma + 3] in _TAGS else end


_TAGS: Final = [
    *([verb, it] for verb in ("does", "would", "will", "is", "do") for it in ("that", "it", "you")),
    *(["any", word] for word in ("good", "use", "interest", "help")),
]
_ASKED_BY: Final = frozenset(
    (
        "is are was were do does did can could will would shall should may might have has what which when "
        "where who how why"
    ).split()
)


def _is_also(u: Utterance, at: int) -> bool:
    """True for the "too" of "5:30 works too"."""
    return u.reading.words[at] == "too" and bool(
        u.reading.marks[at + 1 : at + 2] and u.reading.marks[at + 1] & SENTENCE_END
    )


def is_conditional(u: Utterance, first: int, last: int) -> bool:
    """True for "if you were here for 5 I'd get you sorted": an offer, whatever the mood of its verb."""
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    if is_excepted(u, first, last):
        return True
    if "if" not in words[max(begin, first - _COMING_IF) : first]:
        return False
    if is_not_too(words[last : min(end, last + _COMING_IF)]):
        return True
    after = words[last : min(end, last + _COMING_IF)]
    would = next((i for i, word in enumerate(after) if word in ("i'd", "we'd", "you'd")), None)
    return would is not None and after[would + 1 : would + 2] != ["have"]


def is_excepted(u: Utterance, first: int, last: int) -> bool:
    """True for the last of "noon's gone but 12:45 isn't": of several times the one that is free."""
    words = u.reading.words
    if is_spared(u, first):
        return True
    if last >= len(words) or words[last] not in ("isn't", "aren't"):
        return False
    begin, end = u.reading.sentence(first)
    ends = last + 1 >= end or bool(u.reading.marks[last + 1] & SENTENCE_END)
    return ends and not _GONE.isdisjoint(words[begin:first])


_GONE: Final = frozenset("gone taken full booked".split())


def is_not_too(after: list[str]) -> bool:
    """True behind the time of "if 8 isn't too late, I can do that": an offer with a polite condition."""
    return "too" in after and any(
        after[i - 1 : i] in (["isn't"], ["not"], ["n't"]) for i, word in enumerate(after) if word == "too"
    )


_COMING_IF: Final = 6


def is_fronted(u: Utterance, first: int) -> bool:
    """True for "would 6 be too late?", "is 3 still ok?", "so 6 maybe?": a question that proposes."""
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    at = first - 1
    while at > begin and (words[at] in HEDGES or u.taken[at]):
        at -= 1
    if asks_if(words, begin, first, end):
        return True
    if words[begin : begin + 2] in (["what", "if"], ["why", "not"], ["will", "i"], ["will", "we"]) or words[
        at - 1 : at + 1
    ] == ["say", "to"]:
        return True
    return (at >= begin and words[at] == "so" and words[end - 1] == "?") or (
        at >= begin
        and words[at] in ("would", "could", "does", "is", "shall", "might", "will")
        and words[at - 1 : at] != ["it"]
    )


def asks_if(words: list[str], begin: int, first: int, end: int) -> bool:
    """True for "would you mind if I came at 12?", "any chance we met at 1?": a start that is asked for."""
    if _SUPPOSED.isdisjoint(words[max(0, first - _ASKING - 1) : first]):
        return False
    for at in range(first - 1, max(begin, first - _ASKING) - 1, -1):
        if words[at] not in _WE or at == begin:
            continue
        if (words[at + 1] in _MEETING or words[at + 1] in _ARRIVING) and (
            words[at - 2 : at] in _SUGGESTING or words[at - 1] in ("suppose", "supposing")
        ):
            return True
        if words[at + 1] in _MEETING or words[at + 1] in _SAYING:
            return (
                words[end - 1] == "?" and (words[at - 1] in ("if", "chance", "that") and at > begin)
            ) or words[at - 2 : at] == [
                "say",
                "that",
            ]
    return False


_ASKING: Final = 8
_SUPPOSED: Final = frozenset("if chance that suppose supposing about say".split())
"""One of these leads to every start that is asked for so."""
_SUGGESTING: Final = [
    ["how", "about"],
    ["how's", "about"],
    ["what", "about"],
    ["what", "if"],
    ["what", "say"],
]
_ARRIVING: Final = frozenset(
    (
        "land landed call called turn turned show showed appear appeared nip nipped head headed roll rolled "
        "hop hopped"
    ).split()
)
"""Verbs that come to somebody where they are suggested: "how about I land at 6?"."""
_SAYING: Final = frozenset("said say offered offer suggested proposed gave asked put".split())
_WE: Final = frozenset("i we you u ya".split())
_MEETING: Final = frozenset(
    "came come popped pop swung swing started start met meet moved move saw see dropped drop pushed "
    "push shifted shift"
    " arrived arrive made make did do got get brought bring swapped swap kicked began rescheduled "
    "bumped booked took take".split()
)
_HARMLESS: Final = frozenset("outside over booked keep early out".split())


_TRIGGERS: Final = NEGATION | QUESTION | QUOTING | TURN


_SUBORDINATE: Final = frozenset("once when whenever if because cos since as while until till unless".split())


_GOES_ON: Final = frozenset(
    (
        "works suits is would could will might on today tomorrow tonight if for and or at then please then "
        "instead to"
    ).split()
)


def sentence_around(u: Utterance, first: int, last: int) -> tuple[int, int]:
    """Return the sentence around a time; the full stop of "p.m." ends none."""
    begin, end = u.reading.sentence(first)
    if last > end:
        _, end = u.reading.sentence(last - 1)
    words = u.reading.words
    if end == last < len(words) and words[last - 2 : last] == ["m", "."] and words[last] in _GOES_ON:
        _, end = u.reading.sentence(last)
    if begin >= 2 and words[begin - 2] == "m" and words[begin - 1] == "." and words[begin] in _GOES_ON:
        begin, _ = u.reading.sentence(begin - 1)
    return begin, end


def is_unmeant(u: Utterance, first: int, last: int, sentence: tuple[int, int]) -> bool:
    """True for a time that its sentence answers with no, only wishes for, or repeats from the client."""
    words = u.reading.words
    begin, end = sentence
    if words[end - 1] == "?" and _is_answered_no(words, end):
        return True
    near = words[max(begin, first - _SHORT_PHRASE) : first]
    if not _UNMEANT.isdisjoint(near) and (
        _is_any_later(u, first) or _is_had_by_another(near[-_BESIDE:]) or _is_wished_for(near)
    ):
        return True
    if "but" in words[last : min(end, last + _FAR)] and (
        _is_wished(u, first, last) or _is_conceded(u, first, last) or is_taken_back(words, last, end)
    ):
        return True
    if last < len(words) and words[last] == "if" and _is_unreal(words[last : last + 6], near[-_BESIDE:]):
        return True
    return _is_reported(u, max(begin, first - _REACH), first) or is_measured(u, first, last, sentence)


def _is_unreal(behind: list[str], before: list[str]) -> bool:
    """True for "I'm up for 3 if you mean three people", a count, and "I could only do 3 if I cloned myself"."""
    if behind[1:3] == ["you", "mean"]:
        return not _PEOPLE.isdisjoint(behind[3:])
    return behind[1:2] == ["i"] and ["could", "only"] in (before[:2], before[1:3], before[2:4])


_PEOPLE: Final = frozenset("people persons guests heads friends of".split())


_REACH: Final = 22
_SHORT_PHRASE: Final = 8
_BESIDE: Final = 4


def _is_answered_no(words: list[str], end: int) -> bool:
    """True for "would 5 be possible? not really": a question that its writer answers."""
    answer = words[end : end + 2]
    if answer in _TOO:
        return True
    if answer in _SCOFFED or words[end : end + 3] in _SCORNED:
        at = end + 2 + (answer not in _SCOFFED)
        return at >= len(words) or not words[at][0].isalnum() or words[at] in _LAUGHS
    return answer[:1] == ["nope"] or (len(answer) > 1 and (answer[0], answer[1]) in _NO)


_TOO: Final = [["too", "early"], ["too", "late"], ["bit", "early"], ["bit", "late"]]
_SCOFFED: Final = [
    ["no", "chance"],
    ["no", "way"],
    ["no", "can"],
    ["as", "if"],
    ["you", "wish"],
    ["you're", "joking"],
]
_SCORNED: Final = [
    ["in", "my", "dreams"],
    ["in", "your", "dreams"],
    ["not", "a", "chance"],
    ["not", "a", "hope"],
]
_LAUGHS: Final = frozenset("haha lol x xx love hun mate sorry today do".split())
_NO: Final = frozenset(
    (
        ("i", "wish"),
        ("afraid", "not"),
        ("sadly", "not"),
        ("not", "really"),
        ("not", "quite"),
        ("no", ","),
        ("no", "."),
        ("no", "!"),
    )
)


def _is_any_later(u: Utterance, first: int) -> bool:
    """True for "any later and I'd be serving dessert at midnight"."""
    words = u.reading.words
    before = words[max(u.reading.sentence(first)[0], first - _SHORT_PHRASE) : first]
    if "later" not in before[:-1] or before[-1] == "later":
        return False
    at = first - 1 - before[::-1].index("later")
    return words[at - 1 : at] == ["any"] and words[at + 1 : at + 2] in (["and"], ["than"])


def _is_wished(u: Utterance, first: int, last: int) -> bool:
    """True for "I'd love to fit you in at 1 but I'm out": what cannot be."""
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    before = words[max(begin, first - _SHORT_PHRASE) : first]
    if "love" not in before or ("later" in before and before[-1] != "later"):
        return False
    return "but" in words[last : min(end, last + _BESIDE)]


def _is_conceded(u: Utterance, first: int, last: int) -> bool:
    """True for "I know 3 would be best for you but I'm only free from 6": the client's wish, not met."""
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    before, behind = words[max(begin, first - _BESIDE) : first], words[last : min(end, last + _FAR)]
    if "i" not in before:
        return False
    known = any(before[i : i + 2] in _KNOWING for i in range(len(before)))
    return known and "but" in behind and not _CLIENTS.isdisjoint(behind[: behind.index("but")])


def _is_had_by_another(before: list[str]) -> bool:
    """True for "someone else nabbed 5", "she's taken 5", "nor is 5": not to be given."""
    if "nor" in before[-2:]:
        return True
    return before[-1] in _NABBING and not _OTHERS_WHO.isdisjoint(before[:-1])


def _is_wished_for(before: list[str]) -> bool:
    """True for "if only I could do 5"."""
    return any(before[i : i + 2] == ["if", "only"] and before[i + 2] in _WE for i in range(len(before) - 2))


_NABBING: Final = frozenset(
    "nabbed took taken grabbed snapped snagged bagged booked has got wants wanted".split()
)
_UNMEANT: Final = _NABBING | {"later", "nor", "only"}
"""One of these stands right before every time that another has, or that can only be wished for."""
_OTHERS_WHO: Final = frozenset(
    "someone somebody someone's somebody's else she she's he he's they they've".split()
)
_KNOWING: Final = [["i", "know"], ["i", "realise"], ["i", "realize"], ["i", "get"], ["i", "understand"]]
_CLIENTS: Final = frozenset("you u ya your".split())
_REPORTING: Final = frozenset("asked wondered wondering".split())


def _is_reported(u: Utterance, begin: int, first: int) -> bool:
    """True for "you asked whether I could do 5": the client's question, if no yes answers it."""
    before = u.reading.words[begin:first]
    if _REPORTING.isdisjoint(before):
        return False
    for i, word in enumerate(before[:-1]):
        if word in _REPORTING and before[i + 1] in ("whether", "if"):
            granted = is_asked_and_granted(u.reading, begin + i + 1)
            return not granted and CONTRASTS.isdisjoint(before[i:]) and "," not in before[i:]
    return False
