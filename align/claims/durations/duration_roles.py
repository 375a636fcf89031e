"""Decide what a length of time is the length of.

Only positive evidence makes a length an appointment's: a session noun that it measures, a
verb that offers or books it, a verdict on it ("half an hour works"). Lengths of walks,
waits, breaks and pieces of music stay `OTHER`. A client who names a length asks for one,
so there the burden is the other way round.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf, Speaker
from align.reading.cues import AGREEMENT, BREAK, CALENDAR, OFFER_WORD, SENTENCE_END, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_LONGEST: Final = 24 * 60
_SHORTEST: Final = 5
_BOOKABLE: Final = 10
"""Shorter than this, "a minute" is a manner of speaking."""

SESSION_NOUNS: Final = frozenset(
    "session sessions appointment appointments slot slots set sets visit visits booking bookings"
    " lesson lessons class classes taster tasters trial trials intro consultation consult express"
    " massage massages facial facials treatment treatments groom grooms trim trims bath baths"
    " tidy touch touchup touch-up touchups cut cuts haircut haircuts shoot shoots photoshoot"
    " gig gigs performance serenade reading readings coaching tutorial workout training"
    " appt appts sesh meeting meet meetup date hangout option package spot spots job one ones"
    " catch supper sitting service services taping stretch mini minis demo workshop walk-in opening".split()
)
"""Nouns for what is booked; the spec's own services count as well."""

_OTHER_AFTER: Final = frozenset(
    "away out late early ago later earlier before after beforehand afterwards prior until till from"
    " behind ahead old notice walk walks drive ride flight train trip commute journey bus tram"
    " wait delay break breaks buffer window grace warning heads apart warning warm-up warmup setup"
    " intermission drying soak prep cooldown rest call calls chat phone video zoom facetime film"
    " movie episode song songs piece track playlist recording read door-to-door round"
    " extension overtime extra more longer shorter each deep nap cooking simmer by"
    " warm cool warmup detour hop stroll cycle jog run".split()
)
_OTHER_BEFORE: Final = frozenset(
    "in within every per each last past next another extra additional after before by than takes"
    " take took taking wait waiting spend spending spent leave leaving allow add adding extend running"
    " first arrive arriving lasted need needs needed runs ran under over previous final only-takes"
    " practise practice practising practicing rest resting soak bake simmer cook steep chill marinate"
    " since until till save saves saved lose losing lost past hold holding least give me".split()
)
_NEVER_ASKED: Final = frozenset(
    "in within every per each past after before by than takes wait ran since until".split()
)
_FILLER: Final = frozenset(
    "a an the this that just only quick full whole short nice proper good about around roughly"
    " maybe like of my your some extra-short fast speedy little lil cheeky even ~ approx approximately"
    " tiny bonus super really solid usually typically generally".split()
)
_MINIMUM: Final = frozenset("minimum minimum's minimums shortest least".split())
_BOOKING: Final = frozenset(
    "suggest recommend propose plan go shorten shortening cut trim reduce limit do doing does did book booked booking squeeze squeezing fit fitting offer offering about let's lets"
    " say make making host have having got get spare block blocked reserve reserved pencil"
    " pencilled penciled manage keep begin start starting schedule scheduled try see seeing meet"
    " meeting confirm confirmed down want fancy grab arrange sort with".split()
)
_COMING: Final = frozenset(
    "come pop swing stop drop meet see host play playing session book booked booking visit"
    " join call round over teach groom work shoot have".split()
)
_COMES: Final = (_COMING | _BOOKING) - {"about", "with", "make", "say"}
_TASKS: Final = frozenset(
    "wait soak rest bake practice practise hold leave park cook keep sit let simmer chill steep"
    " marinate stand reheat roast boil ice stretch elevate breathe walk walked drive driving".split()
)
_PASSED_OVER: Final = frozenset("you ya u him her them us it in for up to at".split())
_SKIPPED: Final = _PASSED_OVER | _FILLER
_SQUEEZING: Final = frozenset("squeeze fit slot sneak get pop fitting squeezing book slip tuck".split())
_VERDICT: Final = re.compile(
    r"(?:(?:at|on|tonight|today|tomorrow|for|with|then|there|this|of) (?:\S+ ){0,3}?)?"
    r"(?:(?:would|will|could|can|should|might) )?"
    r"(?:(?:do|sort|cover|fix) (?:it|that|the trick|you|him|her|us|them)\b|works?\b|suits?\b|sounds (?:good|great|fine|perfect|lovely)"
    r"|(?:is|'s|be|are) (?:\w+ ){0,2}?(?:fine|good|ok|okay|perfect|great|doable|possible|no (?:problem|bother|trouble|worries)"
    r"|plenty|enough|heaps|loads|ample|lovely|grand|all (?:he|she|you|they|we|it|i) (?:needs?|takes?)|yours|free|open|available|totally|cool|alright)\b"
    r"|it is\b|no (?:problem|bother|worries|trouble)|ok\b|okay\b|free\b|open\b|available\b)"
)


_VERDICT_STARTS: Final = frozenset(
    "at on to fo wi th of wo co ca sh mi do so fi su is 's be ar it no ok fr op av".split()
)
"""How a verdict can begin, which spares most lengths the pattern."""


def role_of(u: Utterance, first: int, last: int, minutes: float) -> DurationOf:
    """Return what the length on the words `[first, last)` is the length of."""
    if minutes >= _LONGEST or minutes < _SHORTEST:
        return DurationOf.OTHER
    words = u.reading.words
    if _says_minimum(u, first, last):
        return DurationOf.MINIMUM
    noun = _noun_after(u, first, last)
    if minutes < _BOOKABLE and noun != "session" and u.speaker is not Speaker.CLIENT:
        return DurationOf.OTHER
    if noun != "session" and _repeats(words, last):
        return DurationOf.OTHER
    before, at = _before(words, first)
    if u.speaker is Speaker.CLIENT:
        away = noun == "other" or (
            before in _NEVER_ASKED and noun != "session" and not _squeezed_in(words, before, at)
        )
        return DurationOf.OTHER if away else DurationOf.APPOINTMENT
    if noun == "other" or (
        before in _OTHER_BEFORE
        and noun != "session"
        and not _squeezed_in(words, before, at)
        and not (before in ("in", "within") and _is_done_in(words, at))
        and not (before in _LASTING and _is_subject(u, at))
        and not (before in ("need", "needs") and _is_spent_here(words, last))
    ):
        return DurationOf.OTHER
    if (
        _is_minded(words, before, at)
        or _is_wished(u, first, last)
        or (before in _ENDS and words[last : last + 1] == ["of"])
    ):
        return DurationOf.OTHER
    if noun == "session" or _offered(u, first, last, before, at):
        return DurationOf.APPOINTMENT
    return DurationOf.OTHER


def _squeezed_in(words: list[str], before: str, at: int) -> bool:
    """True for "squeeze in 20 min", where "in" belongs to the verb."""
    return before == "in" and at > 0 and words[at - 1] in _SQUEEZING


def _repeats(words: list[str], last: int) -> bool:
    """True for "10 minutes of heat, twice a day": a habit, not an appointment."""
    if _HABITS.isdisjoint(words[last : last + 7]):
        return False
    for at in range(last, min(len(words), last + 7) - 1):
        word = words[at]
        if word not in _HABITUAL:
            continue
        if word in (".", "!", "?", "and", "but"):
            return False
        if word in ("daily", "nightly") or words[at + 1] in ("day", "night", "morning", "evening"):
            return True
    return False


_HABITUAL: Final = frozenset(". ! ? and but a per every each daily nightly".split())
_HABITS: Final = frozenset("daily nightly day night morning evening".split())
"""One of these stands in every habit."""


def _says_minimum(u: Utterance, first: int, last: int) -> bool:
    """True when the clause calls the length the minimum."""
    words, marks = u.reading.words, u.reading.marks
    end = len(words)
    begin, stop = max(0, first - _CLAUSE), min(end, last + _CLAUSE)
    if not _MINIMUM.isdisjoint(words[begin:stop]):
        for at in range(first - 1, begin - 1, -1):
            if marks[at] & BREAK:
                break
            if words[at] in _MINIMUM:
                return True
        for at in range(last, stop):
            if marks[at] & BREAK:
                break
            if words[at] in _MINIMUM:
                return True
    return last + 1 < end and words[last] in ("or", "and") and (words[last], words[last + 1]) in _OR_MORE


_CLAUSE: Final = 6
_OR_MORE: Final = frozenset((("or", "more"), ("and", "up"), ("or", "longer"), ("and", "over")))


def _noun_after(u: Utterance, first: int, last: int) -> str:
    """Classify the noun that a length measures: "session", "other", or "" for none."""
    words, marks = u.reading.words, u.reading.marks
    end = min(len(words), last + 4)
    at = last
    while at < end and words[at] in ("'", "'s", "-", "long"):
        at += 1
    if at + 1 < end and words[at] == "in" and marks[at + 1] & SENTENCE_END:
        return "other"  # "everybody nods off 20 minutes in"
    if at < end and (words[at] in _OTHER_AFTER or (words[at] == "on" and not _on_a_day(u, at))):
        return "" if _is_excused(u, first, at) else "other"
    of_what = at < end and words[at] == "of"
    if of_what:
        at += 1
        if words[at : at + 2] == ["your", "time"]:
            return "session"
        end = min(len(words), last + 5)
        if _is_part(u, last):
            return "other"
    while at < end:
        word = words[at]
        if word in SESSION_NOUNS or marks[at] & (SERVICE_WORD | OFFER_WORD):
            return "session"
        if marks[at] & BREAK or word in _CLOSED:
            return "other" if of_what else ""
        if word in _OTHER_AFTER:
            return "other"
        at += 1
    return "other" if of_what else ""


def _on_a_day(u: Utterance, at: int) -> bool:
    """True for "30 min on Saturday", not for "30 min on the bike"."""
    ahead = range(at + 1, min(len(u.reading), at + 4))
    return any(u.reading.marks[i] & CALENDAR for i in ahead)


def _is_excused(u: Utterance, first: int, at: int) -> bool:
    """True where "on" or "before" belongs to the sentence: "for an hour before my next", "on my way home"."""
    words = u.reading.words
    if words[at] in ("before", "after"):
        return words[first - 1] == "for"
    return words[at] == "on" and (words[at + 1 : at + 3] == ["my", "way"] or _is_whole(u, first, at))


def _is_whole(u: Utterance, first: int, at: int) -> bool:
    """True for "half an hour on the leg alone", "give you 20 minutes on the leg": nothing else is done."""
    words = u.reading.words
    _, stop = u.reading.sentence(at)
    if not _ALONE.isdisjoint(words[at + 1 : min(stop, at + 6)]):
        return True
    given = words[max(0, first - 2) : first] in (["give", "you"], ["give", "ya"], ["squeeze", "in"])
    return given and not _is_part(u, at)


_ALONE: Final = frozenset("alone only just".split())


def _is_part(u: Utterance, last: int) -> bool:
    """True for "15 minutes of cupping at the end of the hour": a part of something longer."""
    _, stop = u.reading.sentence(last)
    words = u.reading.words
    return any(words[i] in _WHOLES for i in range(last + 1, min(stop, last + 18)))


_WHOLES: Final = frozenset("hour session end start beginning then before after finish".split())
_CLOSED: Final = frozenset(
    "is 's are was were would will can could should at on in for with to of and or the a an i you"
    " we he she it they that this works work suits sounds tonight today tomorrow if when".split()
)


def _before(words: list[str], first: int) -> tuple[str, int]:
    """Return the word before a length, fillers skipped, and its place (-1: none)."""
    at = first - 1
    while at >= 0 and words[at] in _FILLER:
        at -= 1
    if (
        at > 0
        and at == first - 1
        and words[at - 1] in ("a", "an", "the")
        and words[at].isalpha()
        and words[at] not in _OTHER_BEFORE
    ):
        # an adjective that nobody has listed: "a gentle half hour"
        at -= 2
        while at >= 0 and words[at] in _FILLER:
            at -= 1
    return (words[at], at) if at >= 0 else ("", -1)


def _offered(u: Utterance, first: int, last: int, before: str, at: int) -> bool:
    """True when the words around a length offer, book or welcome it."""
    reading = u.reading
    words, marks = reading.words, reading.marks
    if (
        last < len(words)
        and words[last][:2] in _VERDICT_STARTS
        and _VERDICT.match(reading.line, reading.line_at[last])
    ):
        return words[last + 2 : last + 5] != ["for", "me", "to"]
    if before == "for":
        return _comes_for(u, first, at)
    if before in _COPULAS | _LASTING | _COLONS and _is_subject(u, at):
        return True
    if before in ("need", "needs") and _is_spent_here(words, last):
        return True
    if _answers_service(u, first):
        return True
    if before in ("in", "within") and not _squeezed_in(words, before, at):
        return _is_done_in(words, at)
    if before in ("how", "what") and "about" in words[max(0, at) : first]:
        return True
    if _booked(words, at) or (first and _is_appended(u, first, last)):
        return True
    begin, end = reading.sentence(first)
    return end - begin <= 10 and any(
        marks[i] & AGREEMENT and not marks[i] & SENTENCE_END for i in range(begin, first)
    )


def _is_minded(words: list[str], before: str, at: int) -> bool:
    """True for "I do mind doing 40 minutes": the bare "mind" objects, a "don't mind" does not."""
    if before not in ("doing", "giving", "taking", "booking") or at < _TWO or words[at - 1] != "mind":
        return False
    return words[at - 2] in ("do", "i'd", "really", "would", "i") and "you" not in words[max(0, at - 4) : at]


_TWO: Final = 2


def _is_wished(u: Utterance, first: int, last: int) -> bool:
    """True for "I'd love to say 45 min but …": what cannot be."""
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    near = words[max(begin, first - _CLAUSE) : first]
    return "love" in near and "to" in near and "but" in words[last : min(end, last + _CLAUSE)]


_COPULAS: Final = frozenset("is 's are".split())
_LASTING: Final = frozenset("takes take lasts last runs".split())


def _is_subject(u: Utterance, at: int) -> bool:
    """True for "a bath and brush is an hour": the subject is a service or a session, not "my usual" one."""
    words, marks = u.reading.words, u.reading.marks
    if not _USUAL.isdisjoint(words[max(0, at - 4) : at]):
        return False
    for place in range(at - 1, max(-1, at - 6), -1):
        if marks[place] & BREAK:
            return False
        if words[place] in _DESCRIBED or marks[place] & SERVICE_WORD:
            # "a lash lift with me is …", not "the lift in my building is …"
            return place == at - 1 or words[place + 1] in ("with", "for", "here")
    return False


_USUAL: Final = frozenset("normal usual standard regular typical average".split())
_DESCRIBED: Final = SESSION_NOUNS - {
    "job",
    "one",
    "ones",
    "date",
    "set",
    "sets",
    "catch",
    "supper",
    "reading",
    "package",
}


_COLONS: Final = frozenset(": - —".split())
_ENDS: Final = frozenset("first last final opening closing".split())


def _is_spent_here(words: list[str], last: int) -> bool:
    """True for "needs half an hour in the chair": a length of being worked on."""
    return words[last : last + 2] in (["in", "the"], ["in", "my"], ["on", "the"], ["on", "my"]) and words[
        last + 2 : last + 3
    ] in (["chair"], ["table"], ["couch"], ["mat"])


def _answers_service(u: Utterance, first: int) -> bool:
    """True for "Beard trim only? Twenty minutes": the answer to a question that names a service."""
    begin, _ = u.reading.sentence(first)
    if begin != first or not begin or u.reading.words[begin - 1] != "?":
        return False
    before, _ = u.reading.sentence(begin - 1)
    return begin - before <= _CLAUSE and any(u.reading.marks[i] & SERVICE_WORD for i in range(before, begin))


def _is_done_in(words: list[str], at: int) -> bool:
    """True for "we'd have you done in 40 minutes", "you'd be in and out in half an hour"."""
    if words[at - 1] not in ("done", "sorted", "out", "finished", "finish") or at < _TWO:
        return False
    near = words[max(0, at - 8) : at - 1]
    if "knock" in near:
        return True
    if not _SUBJECTS.isdisjoint(near):
        return words[at - 1] != "out" or words[at - 3 : at - 1] == ["in", "and"]
    return False


_SUBJECTS: Final = frozenset("we'd we'll you'd you'll you we i'd".split())


def _comes_for(u: Utterance, first: int, at: int) -> bool:
    """True for "come by for half an hour", not for "soak for half an hour"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    if words[at - 1] in ("ask", "asking", "asks", "hoping", "looking"):
        return False
    for place in range(at - 1, max(begin, at - 8) - 1, -1):
        if words[place] in _TASKS:
            return False
        if place and words[place - 1] in _DETERMINERS and words[place] not in SESSION_NOUNS:
            continue  # "talk about the plan for 15 minutes"
        if words[place] in _COMES or words[place] in _SQUEEZING:
            return True
        if words[place : place + 2] == ["look", "at"] and not _ABLE.isdisjoint(
            words[max(0, place - 2) : place]
        ):
            return True
        if words[place] == "need" and words[place + 1] in _PASSED_OVER:
            return True
    return False


_DETERMINERS: Final = frozenset("the a an your my".split())
_ABLE: Final = frozenset("can could i'll i'd".split())


def _is_appended(u: Utterance, first: int, last: int) -> bool:
    """True for the end of "I could do just the outer corners, 30 mins tops"."""
    words, marks = u.reading.words, u.reading.marks
    capped = words[last : last + 1] in (["tops"], ["max"], ["maximum"])
    after = last + capped
    ends = BREAK if capped else SENTENCE_END
    if words[first - 1] != "," or (after < len(words) and not marks[after] & ends):
        return False
    begin, end = u.reading.sentence(first)
    clause = words[max(begin, first - 10) : min(end, last + 8) if capped else first]
    return not _ABLE.isdisjoint(clause) and not {"do", "offer", "see", "fit"}.isdisjoint(clause)


def _booked(words: list[str], at: int) -> bool:
    """True when the verb before a length books it: "do", "squeeze you in for", "give you"."""
    place = at
    while place >= 0 and words[place] in _SKIPPED:
        place -= 1
    if place < 0:
        return False
    if words[place] in _BOOKING:
        return not (words[place] == "keep" and place == at)
    if words[place] == "be":
        return words[max(0, place - 2) : place] == ["have", "to"]
    return words[place : place + 2] in (["give", "you"], ["give", "ya"], ["give", "u"])
