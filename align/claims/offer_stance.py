"""The stance towards a phrase of the spec: offered, turned down, or in somebody else's hands.

This refines `stance_of` where phrases have ways of their own: what another person does,
what the client has had, an event that is over, and a next sentence that takes it back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.anothers_own import is_anothers_own
from align.claims.appointed import is_appointed, is_set
from align.claims.bystanders import is_bystanders
from align.claims.claim import Speaker, Stance
from align.claims.client_stance import client_stance
from align.claims.given_up import is_given_up
from align.claims.half_refused import leaves_on_offer
from align.claims.inserted_phrases import subject_over_aside
from align.claims.lived import is_lived, is_ruled_out
from align.claims.other_hands import is_in_other_hands, is_received
from align.claims.own_work import is_own_work
from align.claims.recounted import is_recounted
from align.claims.small_talk import is_small_talk
from align.claims.stance import stance_of
from align.claims.stances.passed_on import is_passed_on
from align.claims.stances.past import is_long_past
from align.claims.taken_back import is_taken_back
from align.claims.taken_up import is_commended, is_taken_up
from align.reading.cues import BREAK, NEGATION

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_TAUGHT: Final = re.compile(
    r"\b(?:teach|teaching|show|showing|tell|help|helping|coach|learn|learning|train"
    r"|training)(?: (?:you|u|ye|ya|him|her|them|people))(?: how)?(?: to)?(?: \w+)? $"
    r"|\b(?:how|learn(?:ing)?) to (?:\w+ )?$"
)
_THAT_IS_TAUGHT: Final = re.compile(
    r"(?:\w+ ){0,3}?, (?:that|which|now that) (?:i|we)(?:'ll| can| could| will| do| would)?(?: \w+)?"
    r" (?:teach|show|help)\b"
)
"""Around what the client does, "walk your dog": the professional teaches how."""
_REACH: Final = 28
"""Words before a phrase that are looked at."""


def offer_stance(u: Utterance, first: int, last: int, name: str) -> Stance:
    """Return the stance, with a phrase in somebody else's hands read as quoted.

    `name` is the list that it is on: a service that is spoken of is on offer anyway, what is
    never offered may only be talked about.
    """
    reading = u.reading
    found = stance_of(reading, first, last)
    if u.speaker is Speaker.CLIENT:
        return client_stance(reading, first, last, found)
    before = _clause_before(reading, first)
    if found is Stance.ASKED and _OWN.search(before):
        found = Stance.ASSERTED
    left, stop = _left_of(reading, first), _end(reading, last)
    granted = found in _TURNED_DOWN and _is_granted(left, reading.line, stop)
    if granted or found is Stance.ASSERTED:
        is_talk = name == "never_offer"
        if is_talk and is_ruled_out(left, reading.line, stop):
            return Stance.REFUSED
        found = _in_whose_hands(u, first, last, (left, before, stop), is_talk=is_talk and not granted)
    if found is Stance.ASSERTED:
        if not is_anothers_own(u, first, last, before, is_service=name == "services"):
            return found
        return Stance.ASSERTED if is_taken_up(reading, last) else Stance.QUOTED
    if found is Stance.QUOTED and is_commended(reading, first, last):
        return Stance.ASSERTED
    refused_by_others = found is Stance.REFUSED and not _BY_US.search(left)
    if (found in _MENTIONED or refused_by_others) and is_taken_up(reading, last):
        return Stance.ASSERTED
    return found


def _is_granted(left: str, line: str, stop: int) -> bool:
    """True where the refusal around a phrase leaves it on offer, or is another clause's.

    "I can't do X till Friday", "the one thing I don't do is Sundays, X is Friday".
    """
    if _OTHERS_REFUSE.search(left):
        return False
    if left.endswith("your ") and _ARRANGED.match(line, stop):
        return True
    return leaves_on_offer(left, line, stop) or (left.endswith(", ") and is_set(line, stop))


_ARRANGED: Final = re.compile(
    r"(?:is|are|'s) (?:now |all )?(?:booked|confirmed|sorted"
    r"|in the (?:diary|book|calendar))\b(?! (?:out|up|solid|already|somewhere|elsewhere"
    r"|with (?!me\b|us\b))\b)"
)
"""Behind "your X": it is an appointment with us; "X is booked" by itself may be full."""


_MENTIONED: Final = (Stance.ASKED, Stance.QUOTED)
_TURNED_DOWN: Final = (Stance.REFUSED, Stance.CORRECTED)
_OTHERS_REFUSE: Final = re.compile(
    r"\b(?:she|he|they|who|nobody|people|(?:your|the|his|her|their|my|most|some|other)"
    r" [\w'-]+(?: [\w'-]+)?)(?<! i)(?<! we) (?:(?!(?:i|we)\b)\w+ )?(?:doesn't|don't|do not|won't|can't"
    r"|cannot|never|no longer)\b(?! (?:\w+ )?(?:need|want|have to have)\b)"
)
"""Before a phrase: somebody else refuses it."""
_BY_US: Final = re.compile(r"\b(?:i|i'm|i'd|i've|i'll|we|we're|we've|my|our|me|us|no|not)\b")
"""Who refuses: "the spa doesn't do X, but I do" is refused by others."""
_OWN: Final = re.compile(
    r"\b(?:i|we) (?:(?:also|now|even) )?(?:do|offer|run|teach|give|have) (?:[\w'-]+ )?$"
    r"|\b(?:my|our)(?: new| own)? $|\b(?:do|will|would)"
    r" (?:you|u|ye|we)(?: (?:also|both|all|still|guys))? need(?: (?:an?|some|the|any))? $"
    r"|\b(?:what|which) (?:songs?|music|tracks?|colou?rs?|lengths?|shades?|pieces?|size"
    r"|styles?)(?: (?:do you want|would you like|are you thinking|did you want))? for (?:the |your )?$"
    r"|\bwho(?:'s (?:up|in|game) for| wants| fancies| would like)(?: [\w-]+)? $"
    r"|\b(?:what|which) (?:time|day|date|evening|morning|afternoon|slot|hour)"
    r" (?:(?:for|shall|should|do|would|suits?|works?|we|i|you|like|want|to) )+(?:do |have |start "
    r"|book )?(?:the |your |an? )?$"
)
"""Before a phrase in a question that takes it for granted: "did you know I do X?", "which day for X?"."""


def _in_whose_hands(
    u: Utterance, first: int, last: int, around: tuple[str, str, int], *, is_talk: bool
) -> Stance:
    """Return the stance towards a phrase that is asserted as far as its own sentence goes.

    `around` are its sentence and its clause up to it, and where it ends in the line; `is_talk`
    says that it may only be talked about.
    """
    reading = u.reading
    left, before, stop = around
    appointed = is_appointed(before, reading.line, stop)
    if not appointed and (
        is_in_other_hands(reading.line, before, stop) or is_bystanders(reading, before, first, stop)
    ):
        return Stance.QUOTED
    if "your" in reading.words[first:last] and (
        _TAUGHT.search(before) or _THAT_IS_TAUGHT.match(reading.line, stop)
    ):
        return Stance.QUOTED
    if is_passed_on(reading.line, stop) or (not appointed and is_given_up(left, before, reading.line, stop)):
        return Stance.REFUSED
    if _LIKEWISE.search(before) and _refuses_before(reading, first):
        return Stance.REFUSED
    if is_taken_back(reading, first, last):
        return Stance.REFUSED
    if appointed or not is_talk:
        return Stance.ASSERTED
    if is_lived(before, reading.line, stop) or is_recounted(before, reading.line, stop):
        return Stance.QUOTED
    spoken = _spoken_of(u, first, last, left)
    if spoken is not None or is_received(reading.line, before, stop):
        return spoken or Stance.ASSERTED
    talk = is_small_talk(reading, first, last, answers=u.inbound is not None)
    return Stance.QUOTED if talk and not is_own_work(reading, first, last) else Stance.ASSERTED


_LIKEWISE: Final = re.compile(
    r"\b(?:(?:the )?same(?: \w+){0,2}|ditto|likewise|similarly)"
    r" (?:about|for|with|to|of|on|re)(?: (?:the|a|an|any|all|my|our))* $"
)
"""Before a phrase: what holds for the one before it, "and I'd say the same about botox"."""
_NEAR: Final = 30


def _refuses_before(reading: Reading, first: int) -> bool:
    """True where what is said before a phrase turns something down."""
    marks, line, at = reading.marks, reading.line, reading.line_at
    near = range(max(0, first - _NEAR), first)
    return any(marks[i] & NEGATION and _NO_REFUSAL.match(line, at[i]) is None for i in near)


_NO_REFUSAL: Final = re.compile(
    r"no (?:need|extra|charge|fee|queue|wait\w*|problem|worries|bother|rush|minimum|deposit|stress)\b"
    r"|(?:don't|never|won't|doesn't|needn't) (?:\w+ )?(?:worry|mind|charge|need|cost|have to|rush"
    r"|take long|stress|hesitate|forget|ask|bring|pay)\b"
)
"""A negation that makes things easy: "no need to pay extra, same for cupping"."""


def _left_of(reading: Reading, first: int) -> str:
    """Return the line from where a phrase's sentence begins, or not so far, up to the phrase."""
    begin, _ = reading.sentence(first)
    return reading.line[reading.line_at[max(begin, first - _REACH)] : reading.line_at[first]]


def _clause_before(reading: Reading, first: int) -> str:
    """Return the line from where a phrase's clause begins up to the phrase."""
    begin, _ = reading.sentence(first)
    clause = max(begin, first - _REACH)
    for i in range(first - 1, clause - 1, -1):
        if reading.marks[i] & BREAK and reading.words[i] in (",", "but", "so", "—", "because"):
            clause = i + 1
            break
    return (
        subject_over_aside(reading, clause) + reading.line[reading.line_at[clause] : reading.line_at[first]]
    )


def _spoken_of(u: Utterance, first: int, last: int, left: str) -> Stance | None:
    """Return the stance of what the client asked not to be done, or what was done once, else None."""
    reading = u.reading
    _, end = reading.sentence(first)
    right = reading.line[_end(reading, last) : _end(reading, min(max(end, last), last + _REACH))]
    if _lists_refusals(u, left + right):
        return Stance.REFUSED
    return Stance.HYPOTHETICAL if is_long_past(left, right) else None


_ASKED_WHAT_NOT: Final = re.compile(
    r"\b(?:anything|what|which|something|things?|stuff)(?: ?'s)?(?: [\w']+){0,4}"
    r" (?:(?:don't|dont|won't|wont|can't|never|wouldn't|not)"
    r" (?:\w+ )?(?:do|offer|take|touch|cover|work|provide|like)"
    r"|off (?:the menu|limits|the table|the list))\b|\bno ?-? ?gos?\b"
    r"|\b(?:what|which|where)\b[^.?!]{0,30} (?:hate|dislike|avoid|refuse|can't stand|draw the line"
    r"|say no)\b"
)
_LAST_ASKED: Final = 200
"""Characters at the end of the inbound, where its question stands."""
_MINE: Final = re.compile(r"\b(?:i|i'll|i'd|i'm|i've|we|we'll|we'd|let me|yes|available|includ\w+)\b")


def _lists_refusals(u: Utterance, sentence: str) -> bool:
    """True for a fragment that answers what the professional does not do: "anything you don't do?"."""
    if u.inbound is None or _MINE.search(sentence):
        return False
    return _ASKED_WHAT_NOT.search(u.inbound.reading.line[-_LAST_ASKED:]) is not None


def _end(reading: Reading, word: int) -> int:
    """Return where a word begins in the line, or where the line ends."""
    return reading.line_at[word] if word < len(reading) else len(reading.line)
