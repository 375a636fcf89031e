"""Presume that a length below the minimum, of an appointment's size, is one where it stands like one.

`offered_lengths` looks for words that book a length; this looks at the build of its clause:
what is said of it ("twenty minutes on Saturday is no trouble"), who would do what for so
long ("I could receive you for 40 minutes"), or a bare piece beside an offer ("line up only,
15 minutes"). Journeys, waits, parts and care keep their length by the words they bring.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.durations.journey_talk import before_goal, tells_journey
from align.claims.durations.length_verdicts import COPULAS, PLANS, asks_short, is_welcomed
from align.claims.durations.length_words import SESSION_NOUNS, lead_of
from align.claims.durations.told_minimum import is_minimum_told
from align.claims.times.appointment_words import MEALS
from align.reading.cues import (
    BREAK,
    CALENDAR,
    COMMA,
    CONJUNCTION,
    CURRENCY,
    EMOJI,
    NEGATION,
    NUMERIC,
    PRICE,
    SENTENCE_END,
    SERVICE_WORD,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_LEAST: Final = 12
"""Shorter ones are waits and manners of speaking, unless somebody books them in so many words."""
_REACH: Final = 14
_NEAR: Final = 24
_SHORT_DRAFT: Final = 16
_PIECE: Final = 10

_RATED: Final = NUMERIC | CURRENCY
_OFFERING: Final = frozenset("can could might i'd we'd happy glad welcome let's lets shall".split())
_SELF: Final = frozenset("i we i've we've".split())
_WILL: Final = frozenset("i'll we'll".split())
_OURS: Final = _SELF | _WILL | _OFFERING
_TIMED: Final = frozenset(
    "be wait hold park leave arrive push extend add allow need needs run take takes save gain lose text "
    "send call ring"
    " practise practice rest soak keep think walk drive reply stay sit warn hear know hope expect "
    "charge wash warm stretch"
    " spend read send move bump delay shift chat talk cook steam soften lie relax breathe pay".split()
)
"""Verbs whose length is a wait's, a part's or a delay's."""
_PARTICLES: Final = frozenset(
    "aside by up out off in away to you ya u ye him her them for it the with round over".split()
)


def is_presumed(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True when the clause of a length below the minimum is built as one that offers an appointment."""
    if minutes >= u.known.shortest or (minutes < _LEAST and not _is_seated(u, last)):
        return False
    words = u.reading.words
    if "the" in words[first + 1 : last] or (first and u.reading.marks[first - 1] & _RATED):
        return False  # "half the hour on your shoulders", "85 an hour"
    begin, end = u.reading.sentence(first)
    begin, end = max(begin, first - _NEAR), min(end, last + _NEAR)
    if tells_journey(words, begin, before_goal(words, last, end)) or "way" in words[begin:first]:
        return False
    return _is_built_so(u, first, last, (begin, end)) and not is_minimum_told(words, first, last)


def _is_seated(u: Utterance, last: int) -> bool:
    """True for "ten mins in the chair and you're sorted": however short, it is the client's time with us."""
    if u.reading.words[last : last + 1] not in _IN:
        return False
    ending = _ENDING.match(u.reading.line, u.reading.line_at[last] - 1)
    return ending is not None and ending["seat"] is not None


_IN: Final = (["in"], ["on"], ["under"])


def _is_built_so(u: Utterance, first: int, last: int, sentence: tuple[int, int]) -> bool:
    words, (begin, end) = u.reading.words, sentence
    if words[last : last + 2] in _WITH_ME or words[last : last + 1] == ["apiece"]:
        return True
    lead = lead_of(words, first, begin)
    if _is_kept_to(words, lead, begin) or _is_in_seat(u, lead, last):
        return True
    if (lead == begin or words[lead - 1] not in _LEADING) and is_welcomed(u, last, end):
        return True
    if lead == begin or u.reading.marks[lead - 1] & BREAK:
        if _ENDING.match(u.reading.line, u.reading.line_at[last] - 1):
            return True
        return _is_piece(u, lead, last, sentence)
    return _is_done_for(u, lead, begin)


def _is_kept_to(words: list[str], lead: int, begin: int) -> bool:
    """True for "we keep the whole session to thirty minutes": a session cut to a length."""
    if words[lead - 1 : lead] not in (["to"], ["at"]) or lead - 2 < begin:
        return False
    before = words[max(begin, lead - _PIECE) : lead - 1]
    ours = not _OURS.isdisjoint(before)
    return not _KEEPING.isdisjoint(before) and (before[-1] in SESSION_NOUNS or (ours and before[-1] == "it"))


def _is_in_seat(u: Utterance, lead: int, last: int) -> bool:
    """True for "a small one is half an hour in my chair": what the client sits for."""
    return (
        u.reading.words[lead - 1 : lead] in _IS
        and _IN_SEAT.match(u.reading.line, u.reading.line_at[last] - 1) is not None
    )


_IS: Final = (["is"], ["'s"], ["it's"], ["that's"], ["be"])


_KEEPING: Final = frozenset("keep keeping hold limit trim cap cut shorten".split())
_SEAT: Final = (
    r"(?:in|on|under) (?:the|my) (?:chair|seat|table|couch|mat|hands|clippers|scissors|needles?|bench"
    r"|basin|hood|lamp|lights|camera|drill|blade|shears)"
)
_IN_SEAT: Final = re.compile(r" (?:in|on) (?:the|my) (?:chair|table|couch|mat|bench)\b")
_ENDING: Final = re.compile(
    rf" (?:(?P<seat>{_SEAT}) )?(?:(?:(?:and|n|&|then) |, )?(?:you're|ur|your|you are|we're|you'll be|u r) "
    r"(?:(?:all|right|back) )?(?:out|done|free|sorted|finished|home|set|on your way|good to go)\b"
    r"|(?:, |and )?(?:job done|job's done|done and dusted|in and out|off you go|bob's your uncle"
    r"|happy days)\b"
    r"|(?:and|n|&|then) (?:you're|you'll be|s?he ?'s|he'll be|she'll be|you'll|you) "
    r"(?:(?:all|right|like|as|good as) )?(?:an? (?:new|different|free) |new\b|golden|laughing|flying"
    r"|grand|away|good as|right as|back to|not know yourself"
    r"|feel(?:ing)? (?:like|great|better)|looking|like new|human|ready|sharp|fresh|fit for)"
    r"|look(?:ing)? (?:like|brand|great|sharp|fresh))"
)
"""What follows the length after which the client may go: "forty minutes and you're out the door"."""


def is_spent_together(u: Utterance, last: int, minutes: float) -> bool:
    """True for the length before "with me": the professional's own time with the client."""
    return _LEAST <= minutes < u.known.shortest and u.reading.words[last : last + 2] in _WITH_ME


_WITH_ME: Final = [
    ["with", "me"],
    ["with", "us"],
    *(
        [one, head]
        for one in ("a", "per")
        for head in ("head", "pop", "person", "man", "kid", "child", "piece")
    ),
]
_LEADING: Final = frozenset(
    "in for of by with after before within than to on at about if that takes took needs need per every".split()
)
"""What the length behind it belongs to, so that the verb behind the length is not said of it alone."""


def is_presumed_before(u: Utterance, first: int, at: int, minutes: float) -> bool:
    """True for "for a quick twenty minutes before my next one": the preposition `at` is the sentence's.

    "I could come twenty minutes before" says when, so that there only what is had for so
    long, or set aside, is an appointment.
    """
    words = u.reading.words
    if words[at] not in ("on", "before", "after", "from", "between") or not is_presumed(
        u, first, at, minutes
    ):
        return False
    lead = lead_of(words, first, max(0, first - _REACH))
    if words[at] == "on":
        return not any(words[i : i + 2] in _WITH_OTHERS for i in range(at + 1, at + 4))
    if words[at] == "from" and not _is_dated(u, at + 1):
        return False
    if lead and (u.reading.marks[lead - 1] & BREAK or words[lead - 1] in _THINKING):
        asked = asks_short(u)
        behind = words[at : u.reading.sentence(at)[1]]
        return (asked or _AMPLE.isdisjoint(behind)) and is_welcomed(u, at + 1, at + len(behind))
    return not lead or words[lead - 1] == "for" or words[lead - 1] in _SETTING


_THINKING: Final = frozenset("think reckon believe find guess".split())
_WITH_OTHERS: Final = [["with", "my"], ["with", "the"], ["to", "my"], ["to", "the"]]


def _is_dated(u: Utterance, at: int) -> bool:
    """True for what is a time or a day: "half an hour from 3"."""
    return bool(u.reading.marks[at : at + 1]) and bool(u.reading.marks[at] & (NUMERIC | CALENDAR))


_AMPLE: Final = frozenset("plenty loads heaps enough ample lots".split())
"""Praise of a length that care may have as well: "twenty minutes after dinner is loads at her age"."""


def _is_piece(u: Utterance, lead: int, last: int, sentence: tuple[int, int]) -> bool:
    """True for a piece with no verb of its own beside an offer, a service or in a short answer."""
    words, marks = u.reading.words, u.reading.marks
    begin, end = sentence
    stop = next((i for i in range(last, end) if _closes(u, i)), end)
    whole = range(begin + 1, end)
    if any(words[i] in ("hour", "hours") and words[i - 1] in _WHOLE for i in whole) and not _is_on_day(
        u, last
    ):
        return False  # "twenty minutes on the neck, forty on the back, that's the hour"
    if _has_consequence(words, stop, end):
        return False
    if stop - last > _PIECE or _has_verb(words, last, stop):
        return False
    dated = _is_timed(u, last) or any(marks[i] & CALENDAR or words[i] == "tonight" for i in range(last, stop))
    if _is_refused(u, begin, lead) or (words[stop : stop + 1] == ["?"] and not dated):
        return False
    if dated:
        return True
    if any(_offers(u, i) or marks[i] & CALENDAR or words[i] in _LIMITING for i in range(begin, lead)):
        return True
    if any(marks[i] & (SERVICE_WORD | PRICE) for i in range(begin, end)) or _is_told_of_visit(u, begin, lead):
        return True
    if begin and lead == begin and _speaks_of_session(u, begin):
        return True
    if stop + 1 < end and words[stop + 1] in COPULAS:
        return is_welcomed(u, stop + 1, end)
    return not begin and (lead == 0 or len(words) <= _SHORT_DRAFT)


def _is_told_of_visit(u: Utterance, begin: int, lead: int) -> bool:
    """True for "one proper session this week, an hour, …": the visit right before says what is so long."""
    words, marks = u.reading.words, u.reading.marks
    before = words[begin:lead]
    if lead - begin < _FEW or not marks[lead - 1] & COMMA or not _AROUND.isdisjoint(before):
        return False
    left = next((i + 1 for i in range(lead - 2, begin - 1, -1) if marks[i] & BREAK), begin)
    return not _VISITS.isdisjoint(words[left : lead - 1])


_FEW: Final = 3
_AROUND: Final = frozenset("after before until till your my between last".split())
_VISITS: Final = frozenset("session sessions visit appointment lesson lessons consultation treatment".split())


def _is_timed(u: Utterance, last: int) -> bool:
    """True for "half an hour at 6"."""
    words, behind = u.reading.words, u.reading.marks[last + 1 : last + 2]
    if words[last : last + 1] not in (["at"], ["@"]) or not behind or not behind[0] & NUMERIC:
        return False
    begin, _ = u.reading.sentence(last - 1)
    return MEALS.isdisjoint(words[max(begin, last - _NEAR) : last])


def _is_on_day(u: Utterance, last: int) -> bool:
    """True for "(a full hour today and) half an hour on Friday": an appointment of another day."""
    at = last + (u.reading.words[last : last + 1] == ["on"])
    return bool(u.reading.marks[at : at + 1]) and bool(u.reading.marks[at] & CALENDAR)


def _closes(u: Utterance, at: int) -> bool:
    """True where a piece ends: at a break, or where a condition begins."""
    mark = u.reading.marks[at]
    return bool(mark & (COMMA | SENTENCE_END | EMOJI | CONJUNCTION)) or u.reading.words[at] in ("if", "when")


def _has_verb(words: list[str], begin: int, stop: int) -> bool:
    """True where a piece is none, having a verb; the "that" of "on that neck", the "you" of "of you" are no subject of one."""
    return any(
        words[i] in _VERBS and not (words[i] in _OBJECTS and words[i - 1] in _LEADS_OBJECT)
        for i in range(begin, stop)
    )


_OBJECTS: Final = frozenset(("that", "you", "it"))
_LEADS_OBJECT: Final = frozenset("on for of in with".split())


def _has_consequence(words: list[str], stop: int, end: int) -> bool:
    """True for "half an hour straight and he'll switch off", "15 minutes and you're here": what so long leads to."""
    if words[stop : stop + 1] in (["if"], ["when"]):
        return False
    follower = words[stop + 1 : stop + 2]
    if follower in _BEING_THERE and not _THERE.isdisjoint(words[stop + 2 : stop + 4]):
        return True
    return follower in _CONSEQUENCES and _BIDDING.isdisjoint(words[stop:end])


_CONSEQUENCES: Final = [
    [f"{who}{verb}"] for who in ("he", "she", "they", "it", "you") for verb in ("", "'ll", "'d")
]
_BEING_THERE: Final = [["you're"], ["you'll"], ["i'm"], ["we're"], ["you"]]
_THERE: Final = frozenset("here there at in outside paying".split())
_BIDDING: Final = frozenset("come pop swing book bring see drop call fit squeeze".split())


def _is_refused(u: Utterance, begin: int, lead: int) -> bool:
    """True where the clause right before a piece refuses: "can't do it, 30 minutes", not an idle "yeah nah"."""
    marks = u.reading.marks
    for at in range(lead - 2, begin - 1, -1):
        if marks[at] & BREAK:
            return False
        if marks[at] & NEGATION:
            return u.reading.words[at] != "nah"
    return False


_WHOLE: Final = frozenset("the full whole your our".split())


def _speaks_of_session(u: Utterance, begin: int) -> bool:
    """True where the sentence before tells of a session or offers one: "a short one first. 30 minutes, …"."""
    before, _ = u.reading.sentence(begin - 1)
    before = max(before, begin - _NEAR)
    return not SESSION_NOUNS.isdisjoint(u.reading.words[before:begin]) or any(
        _offers(u, i) for i in range(before, begin)
    )


_LIMITING: Final = frozenset("only just then short quick brief small possible doable".split())


def _offers(u: Utterance, at: int) -> bool:
    """True for the "could" of "I could do": what one would do with the client, not how long one waits."""
    words = u.reading.words
    if words[at] == "let" and words[at + 1 : at + 2] in (["me"], ["us"]):
        at += 1
    elif words[at] not in _OFFERING and words[at] not in _WILL:
        return False
    return at + 1 < len(words) and words[at + 1] not in _TIMED


_VERBS: Final = frozenset(
    "is 's are was were would will should could can might i you we it he she they that usually later ago"
    " feels sounds seems looks flies costs goes gets ends starts begins closes opens finishes".split()
)


def _is_done_for(u: Utterance, lead: int, begin: int) -> bool:
    """True for "I'll set aside 30 minutes", "I could receive you for 40": an offer's verb has the length."""
    words, marks = u.reading.words, u.reading.marks
    for at in range(lead - 1, max(begin, lead - _REACH) - 1, -1):
        word = words[at]
        if word == "be" and not _WOULD.isdisjoint(words[max(0, at - 2) : at]):
            return at + 1 == lead
        if word == "call" and words[at + 1 : at + 2] == ["it"]:
            continue
        if marks[at] & SENTENCE_END or word in _TIMED or word in ("if", "when", "because", "but", "once"):
            return False
        if (word in _OFFERING or word in _WILL) and words[at + 1 : at + 3] != ["i", "ask"]:
            return _reaches(u, at + 1, lead, planned=word in _WILL)
        if word in _SELF and words[at + 1] in _SETTING:
            return _reaches(u, at + 1, lead, planned=True)
    return False


def _reaches(u: Utterance, verb: int, lead: int, *, planned: bool) -> bool:
    """True when a length is a verb's own object, or how long the client has its doer."""
    words, marks = u.reading.words, u.reading.marks
    between = words[verb:lead]
    if not between:
        return False
    direct = all(w in _PARTICLES for w in between[1:]) and between[-1] not in ("in", "by", "to", "with")
    if direct:
        return not planned or between[0] in _SETTING
    if between[-1] != "for":
        return False
    return not PLANS.isdisjoint(between) or any(marks[i] & CALENDAR for i in range(verb, lead))


_WOULD: Final = frozenset("we'd you'd it'd would".split())
_SETTING: Final = frozenset("set put block use clear free book pencil find make squeeze fit do give".split())
