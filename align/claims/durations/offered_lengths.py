"""Whether the words around a length of time offer, book or welcome an appointment of that length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.durations.described_lengths import (
    AS_A_RULE,
    DESCRIBED,
    LASTING,
    ROUTES,
    is_described,
    is_subject,
)
from align.claims.durations.done_within import is_done_in
from align.claims.durations.length_words import BOOKING, BRIEFLY_HAD, FILLER, PASSED_OVER, SQUEEZING
from align.claims.durations.lengths_for import comes_for, is_visit_judged
from align.reading.cues import AGREEMENT, BREAK, COMMA, OFFER_WORD, SENTENCE_END, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_CLAUSE: Final = 6


def outweighs(u: Utterance, first: int, last: int, before: str, at: int) -> bool:
    """True where a word of other lengths ("in", "takes", "needs", "give") serves an appointment after all."""
    if before not in _OUTWEIGHED:
        return False
    words = u.reading.words
    if before in ("in", "within", "inside"):
        return squeezed_in(words, before, at) or is_done_in(u, at)
    if before == "take" and "you" in words[max(0, at - 3) : at] and not _MAY.isdisjoint(words[at - 2 : at]):
        return words[last : last + 1] not in _TO_DO
    if before in LASTING:
        return is_subject(u, at - (at > 0 and words[at - 1] in AS_A_RULE))
    if before in ("me", "us") and words[at - 1] in ("take", "takes"):
        return _is_invited_for(u, last, at)
    if before in ("need", "needs"):
        spent = _is_spent_here(words, last) or _is_all_that_is_needed(u, first, last)
        return spent or _is_needed_for_it(u, last, at)
    return before == "give" and _is_given(words, first)


def _is_invited_for(u: Utterance, last: int, at: int) -> bool:
    """True for "a warm-up only takes me twenty minutes, so swing by": the visit is no longer than the job."""
    words = u.reading.words
    begin, end = u.reading.sentence(at)
    if not ROUTES.isdisjoint(words[begin:at]) or words[last : last + 1] not in (
        [","],
        ["so"],
        ["at"],
        ["tops"],
    ):
        return False
    behind = words[last : min(end, last + _INVITED)]
    return not _INVITING.isdisjoint(behind) and _FURTHER.isdisjoint(behind)


_TO_DO: Final = (
    ["to"],
    ["off"],
    ["out"],
    ["from"],
    ["away"],
    ["of"],
    ["by"],
    ["each"],
    ["after"],
    ["before"],
)
_MAY: Final = frozenset("can could may always".split())
_INVITED: Final = 8
_INVITING: Final = frozenset(
    "walk call book swing pop come drop bring stop hop nip i can could i'd we'd let's".split()
)
_FURTHER: Final = frozenset("then book full there drive set".split())
_SKIPPED: Final = PASSED_OVER | FILLER


_VERDICT: Final = re.compile(
    r"(?:(?:at|on|tonight|today|tomorrow|for|with|then|there|this|of) (?:\S+ ){0,3}?)?"
    r"(?:(?:would|wid|will|could|can|should|might|ought to) )?"
    r"(?:(?:do|does|sort|sorts|cover|covers|fix) (?:it|that|the trick|you|him|her|us|them)\b|works?\b"
    r"|suits?\b|sounds (?:good|great|fine|perfect|lovely)"
    r"|(?:is|'s|be|are) (?:\w+ ){0,2}?(?:fine|good|ok|okay|perfect|great|doable|possible"
    r"|no (?:problem|bother|trouble|worries)"
    r"|plenty|enough|heaps|loads|ample|sufficient|lovely|grand|ideal|spot on|bang on|about right"
    r"|just right|all (?:he|she|you|they|we|it|i)(?:'d|'ll)? (?:needs?|takes?)"
    r"|(?:right|just|bang) up \w+ (?:alley|street)|the ticket|yours|free|open|available|totally|cool"
    r"|alright)\b"
    r"|(?:is|'s) (?:the|my|our|a|an) (?:(?:usual|standard|normal|typical|regular|average|first) )+"
    r"(?:visit|session|appointment|booking|slot|sitting|lesson|class)\b"
    r"|it is\b|no (?:problem|bother|worries|trouble)|ok\b|okay\b|free\b|open\b|available\b|possible\b"
    r"|doable\b"
    r"|(?:is|'s) (?:all|what|as much as) (?:i|we)(?:'ve| have)(?: got)?(?: left)?(?! (?:on|of|in|for|to)\b))"
)


_VERDICT_STARTS: Final = frozenset(
    "at on to fo wi th of ou wo co ca sh mi do so fi su is 's be ar it no ok fr op av po".split()
)
"""How a verdict can begin, which spares most lengths the pattern."""


def squeezed_in(words: list[str], before: str, at: int) -> bool:
    """True for "squeeze in 20 min", where "in" belongs to the verb."""
    return before == "in" and at > 0 and words[at - 1] in SQUEEZING


def is_offered(u: Utterance, first: int, last: int, before: str, at: int) -> bool:
    """True when the words around a length offer, book or welcome it."""
    reading = u.reading
    words = reading.words
    behind = words[last] if last < len(words) else ""
    if (
        behind[:2] in _VERDICT_STARTS
        and _VERDICT.match(reading.line, reading.line_at[last])
        and (before != "for" or is_visit_judged(u, at))
    ):
        return True
    if behind in _WE and words[last : last + 2] in _I_CAN and words[last + 2 : last + 3] in _MANAGE:
        return True
    if before == "for":
        return comes_for(u, first, at)
    if _is_governed(words, first, before, at) or (last - first == 1 and words[first - 1] in BRIEFLY_HAD):
        return True
    if outweighs(u, first, last, before, at) or is_described(u, before, at):
        return True
    if words[last - 1] in _ATTRIBUTED and _is_attributive(u, first, last):
        return True
    if behind == "then" and before in ("so", "ok", "okay", "right"):
        return True
    begin, end = reading.sentence(first)
    if begin == first:
        return first > 0 and _answers_service(u, first, last)
    if words[first - 1] == "," and _is_appended(u, first, last):
        return True
    return end - begin <= _BRIEFLY and _is_agreed_to(u, first, begin)


def _is_governed(words: list[str], first: int, before: str, at: int) -> bool:
    """True where what stands before a length books, gives or asks for it."""
    if before == "how's" or (before in ("how", "what") and "about" in words[max(0, at) : first]):
        return True
    return _booked(words, at) or _is_given(words, first) or _is_kept_to(words, before, at)


def _is_agreed_to(u: Utterance, first: int, begin: int) -> bool:
    """True for "yes, a good ten minutes": a word of assent before the length in its sentence."""
    words, marks = u.reading.words, u.reading.marks
    own = first - 1 if words[first - 2 : first - 1] == ["a"] else first  # the "good" of "a good ten minutes"
    return any(mark & AGREEMENT and not mark & SENTENCE_END for mark in marks[begin:own])


_BRIEFLY: Final = 10
_WE: Final = frozenset(("i", "we"))
_ATTRIBUTED: Final = frozenset("minute min hour".split())


_OUTWEIGHED: Final = LASTING | frozenset("in within inside me us need needs give".split())


def _is_spent_here(words: list[str], last: int) -> bool:
    """True for "needs half an hour in the chair": a length of being worked on."""
    return words[last : last + 2] in (["in", "the"], ["in", "my"], ["on", "the"], ["on", "my"]) and words[
        last + 2 : last + 3
    ] in (["chair"], ["table"], ["couch"], ["mat"])


def _is_all_that_is_needed(u: Utterance, first: int, last: int) -> bool:
    """True for "you really only need 30 minutes, so …", not for what one needs to get here."""
    words, marks = u.reading.words, u.reading.marks
    near = words[max(0, first - 5) : first]
    ends = last >= len(words) or bool(marks[last] & BREAK)
    ends = ends or (words[last] == "for" and words[last + 1 : last + 2] in (["that"], ["this"], ["your"]))
    return ends and "you" in near and not {"only", "just"}.isdisjoint(near)


def _is_needed_for_it(u: Utterance, last: int, at: int) -> bool:
    """True for "for the small one we need 45 minutes", "I'd need an hour for that": the work itself."""
    words = u.reading.words
    begin, end = u.reading.sentence(at)
    if not {"i", "we", "i'd", "we'd", "i'll", "we'll"} & set(words[max(begin, at - 3) : at]):
        return False
    line, places = u.reading.line, u.reading.line_at
    if _BEFOREHAND.search(line, places[begin], places[end + 2] if end + 2 < len(places) else len(line)):
        return False
    if words[last : last + 1] == ["for"]:
        named = u.inbound is not None and u.inbound.reading.seen & (SERVICE_WORD | OFFER_WORD)
        return bool(named) and words[last + 1 : last + 2] in (
            ["that"],
            ["this"],
            ["it"],
            ["those"],
            ["them"],
            ["one"],
        )
    if not ROUTES.isdisjoint(words[begin:at]):
        return False
    return words[begin] == "for" and words[begin + 1] in (
        "the",
        "that",
        "this",
        "a",
        "your",
        "such",
        "something",
    )


_BEFOREHAND: Final = re.compile(
    r"\b(?:set(?: -)? ?up|setting up|prep|beforehand|first(?= [.,!;]|\Z)|then (?:the|we|i|it|your))\b"
)
"""What is done before the appointment: "we'll need 20 minutes for that, then the hour begins"."""


def _is_given(words: list[str], first: int) -> bool:
    """True for "I'll give the neck 20 minutes"; "give me 20 minutes" waits."""
    near = words[max(0, first - _CLAUSE) : first]
    if "give" not in near:
        return False
    at = near.index("give")
    return at > 0 and near[at - 1] in _GIVING and near[at + 1 : at + 2] not in (["me"], ["it"])


_GIVING: Final = frozenset("i'll can could i'd we'll".split())


def _is_attributive(u: Utterance, first: int, last: int) -> bool:
    """True for "I'd suggest a twenty-minute patch test": a thing of that length that one would do."""
    words, marks = u.reading.words, u.reading.marks
    if last >= len(words) or marks[last] & BREAK:
        return False
    if words[last - 1] == "hour" and "half" not in words[first:last]:
        return False
    if words[first - 1] not in ("a", "an") and words[first] not in ("a", "an"):
        return False
    begin = next(
        (i for i in range(first - 1, max(0, first - _CLAUSE), -1) if marks[i] & BREAK), first - _CLAUSE
    )
    near = words[max(0, begin) : first]
    return any(near[i : i + 2] in _I_DO or near[i] == "i'd" for i in range(len(near)))


_MANAGE: Final = [["squeeze"], ["do"], ["give"], ["manage"], ["spare"], ["offer"], ["fit"], ["make"]]
_I_CAN: Final = [[who, can] for who in ("i", "we") for can in ("can", "could")]
_I_DO: Final = [["i", verb] for verb in ("can", "could", "do", "offer", "suggest", "recommend")]


def _is_kept_to(words: list[str], before: str, at: int) -> bool:
    """True for "we keep each class 45 minutes"."""
    return before in DESCRIBED and not {"keep", "make", "book"}.isdisjoint(words[max(0, at - 3) : at])


def _answers_service(u: Utterance, first: int, last: int) -> bool:
    """True at the head of a sentence for "Beard trim only? Twenty minutes", "I could do just the back. Twenty minutes"."""
    after = u.reading.marks[last] if last < len(u.reading) else SENTENCE_END
    if not after & (SENTENCE_END | COMMA):
        return False
    before, _ = u.reading.sentence(first - 1)
    if u.reading.words[first - 1] != "?":
        said = u.reading.words[before:first]
        return any(said[i : i + 2] in _I_CAN for i in range(len(said))) and not {"do", "offer"}.isdisjoint(
            said
        )
    return first - before <= _CLAUSE and any(mark & SERVICE_WORD for mark in u.reading.marks[before:first])


_ABLE: Final = frozenset("can could i'll i'd".split())


def _is_appended(u: Utterance, first: int, last: int) -> bool:
    """True for the end of "I could do just the outer corners, 30 mins tops"."""
    words, marks = u.reading.words, u.reading.marks
    capped = words[last : last + 1] in (["tops"], ["max"], ["maximum"])
    capped = capped or words[last : last + 2] == ["in", "total"]
    after = last + capped + (words[last : last + 1] == ["in"])
    ends = BREAK if capped else SENTENCE_END
    if after < len(words) and not marks[after] & ends:
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
    if words[place] in BOOKING:
        if words[place] == "want":  # the canapés "only want ten minutes in the oven"
            return not _WANTING.isdisjoint(words[max(0, place - 4) : place + 1])
        return not (words[place] == "keep" and place == at)
    if words[place] == "with":
        leads = words[place - 1] in _BEGINNING or words[place - 2 : place] == ["happy", "enough"]
        return leads and not _DOERS.isdisjoint(words[max(0, place - 5) : place - 1])
    if words[place] == "be":
        return words[max(0, place - 2) : place] == ["have", "to"]
    return words[place : place + 2] in (["give", "you"], ["give", "ya"], ["give", "u"])


_WANTING: Final = frozenset("you u ya ye i we i'd he she they".split())
_BEGINNING: Final = frozenset("start begin go happy fine ok okay good cool do".split())
_DOERS: Final = frozenset("i'd we'd i'll we'll i'm we're could can let's lets".split())
