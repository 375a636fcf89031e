"""Tell the amounts that are told as heard: what another pays, what a quote from elsewhere says."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.claims.money.others_doing import is_done_by_others
from align.reading.cues import BREAK, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NEAR: Final = 10
_SUBJECT: Final = 7
_LENGTH: Final = 4
_DONE: Final = frozenset(
    (
        "pays paid charges charged asks asked gets got spends spent wants wanted takes took quoted quotes "
        "gave gives"
    ).split()
)
_TOLD: Final = frozenset("quoted quotes gave charged asked".split())
_SAYING: Final = frozenset("says said shows showed has had".split())
_OF_US: Final = frozenset("i we you everyone everybody anyone people clients folks me us".split())
"""Who pays our price, or asks it."""
_QUOTES: Final = frozenset("quote quotes price prices offer estimate rate bill invoice menu".split())
PASSED_ON: Final = frozenset(
    "forwarded sent showed shared got had received mentioned found pasted attached screenshotted".split()
)
_SHOWN: Final = frozenset("forwarded showed shared found pasted screenshotted".split())
"""What nobody does with a quote to the one who gave it."""
_OURS: Final = frozenset("me us my our here".split())


def is_told_of_others(u: Utterance, first: int, last: int) -> bool:
    """True for "150 is what my sister pays", "you'd pay 300 for this at a hotel"."""
    words = u.reading.words
    behind = last
    for length in starting_in(u.durations, last, last + _LENGTH):
        behind = length.last
    behind += words[behind : behind + 1] == ['"']
    return (
        _is_what_others_pay(u, behind)
        or _is_named_as_of_others(u, behind)
        or _is_of_elsewhere(u, first, behind)
    )


def _is_named_as_of_others(u: Utterance, last: int) -> bool:
    """True for the 40 of ""40 for the hour" was the other girl's offer", "came from next door"."""
    words = u.reading.words
    if last >= len(words) or words[last] not in _BEING:
        return False
    _, end = u.reading.sentence(last - 1)
    if not _MATCHING.isdisjoint(words[last : min(end, last + _REACHED)]):
        return False
    said = words[last + 1 : min(end, last + 1 + _SUBJECT)]
    if said[:1] == ["from"]:
        return not _ELSEWHERE.isdisjoint(said[1:4])
    named = next((i for i, word in enumerate(said) if word in _QUOTES), 0)
    owners = said[:named]
    if not owners or not _OURS_TOO.isdisjoint(owners):
        return False
    theirs = owners[-1] in _THEIR or owners[0] in _THEIR
    return theirs or (owners[-1].endswith("'s") and not _ELSEWHERE.isdisjoint(owners))


def _is_of_elsewhere(u: Utterance, first: int, last: int) -> bool:
    """True for "you'd pay 300 for this at a hotel", "people tell me to charge 250, but" and "was for another client"."""
    reading = u.reading
    line, at = reading.line, reading.line_at
    begin, end = reading.sentence(first)
    before = line[at[max(begin, first - _NEAR)] : at[first]]
    stop = at[min(end, last + _REACHED)] if min(end, last + _REACHED) < len(at) else len(line)
    behind = line[at[last] : stop] if last < len(at) else ""
    if _FOR_ANOTHER.match(behind):
        return True
    if _YOU_WOULD_PAY.search(before) and _AT_A_PLACE.match(behind):
        return True
    return _ADVISED.search(before) is not None and " but " in behind


_FOR_ANOTHER: Final = re.compile(
    r"(?:was|were) (?:(?:meant|intended|quoted) )?(?:for|to)"
    r" (?:another|someone else|somebody else|a different"
    r"|the other)\b(?! (?:day|date|time|length|hour|session|service|treatment)\b)"
)
"""What says of a sum that it was never the client's: "that 150 was meant for another client"."""
_YOU_WOULD_PAY: Final = re.compile(
    r"\byou(?:'d| would) (?:easily |usually |normally )?(?:pay|be paying) (?:about |like |around |up to )?\Z"
)
_AT_A_PLACE: Final = re.compile(
    r"(?:(?:for (?:this|that|it|the same|less)) )?(?:at|in) (?:a|an|any|most|other)"
    r" (?!(?:session|visit|time|rate|go)\b)"
)
"""Where others sell what we do: "at a hotel", "in most salons"."""
_ADVISED: Final = re.compile(
    r"\b(?:(?:people|they|friends|everyone|mum|mam|mom|dad)"
    r" (?:\w+ )?(?:tell|telling|told|want|wanted|says|say|said)|he (?:tells|told|wants)"
    r"|she (?:tells|told|wants)) (?:me|us) to (?:charge|ask(?: for)?|take) \Z"
)


def is_left_to_others(u: Utterance, first: int, last: int) -> bool:
    """True for "he can have it for 40 then", where the client has said that another does it for 40."""
    words, inbound = u.reading.words, u.inbound
    if inbound is None or not inbound.numbers:
        return False
    begin, _ = u.reading.sentence(first)
    clause = words[max(begin, first - _SUBJECT) : first]
    left = any(pair in _LEFT for pair in pairwise(clause)) and not _HAVING.isdisjoint(clause)
    if not left or not _OF_US.isdisjoint(clause):
        return False
    heard = inbound.reading.words
    return any(
        heard[n.first : n.last] == words[first:last] and is_done_by_others(inbound, n.first, n.last)
        for n in inbound.numbers[:_NEAR]
    )


_BEING: Final = frozenset("is was 's were came comes".split())
_REACHED: Final = 24
_MATCHING: Final = frozenset("match beat too also same honour honor".split())
"""By what another's price is made ours."""
_ELSEWHERE: Final = frozenset("other another else's elsewhere somebody someone somewhere next".split())
_THEIR: Final = frozenset("her his their hers theirs else's".split())
_OURS_TOO: Final = frozenset("my our me us i we".split())
_LEFT: Final = frozenset(
    (who, can)
    for who, cans in (("he she they", "can could may"), ("him her them", "have keep do"))
    for who in who.split()
    for can in cans.split()
)
_HAVING: Final = frozenset("have keep do".split())
TAKERS: Final = frozenset(who for who, _ in _LEFT)
TOLD_OF_OTHERS: Final = (
    _QUOTES | _ELSEWHERE | frozenset("what else different pay paying charge ask take".split())
)


def _is_what_others_pay(u: Utterance, last: int) -> bool:
    """True where "is what" and somebody's paying or asking stand behind an amount."""
    words, marks = u.reading.words, u.reading.marks
    if "what" not in words[last : last + _NEAR]:
        return False
    _, end = u.reading.sentence(last - 1)
    for at in range(last, min(end - 1, last + _NEAR)):
        if marks[at] & BREAK and words[at] != '"':
            return False
        if words[at] == "what" and words[at - 1] in ("is", "was", "be", "'s", "that's", "it's"):
            said = words[at + 1 : min(end, at + 1 + _SUBJECT)]
            if said[1:2] == ["old"] and not _SAYING.isdisjoint(said):
                return _OF_US.isdisjoint(said)
            verb = next((i for i, word in enumerate(said) if word in _DONE), 0)
            told = said[verb] in _TOLD and said[verb + 1 : verb + 2] == ["you"]
            return verb > 0 and _OF_US.isdisjoint(said[: verb + 2 - told])
    return False


def is_in_quote_of_others(u: Utterance, first: int, _: int) -> bool:
    """True where a quote that the client passed on, and that is not from us, stands before an amount."""
    words, marks = u.reading.words, u.reading.marks
    if PASSED_ON.isdisjoint(words[max(0, first - _NEAR) : first]):
        return False
    begin, _ = u.reading.sentence(first)
    begin = max(begin, first - _NEAR)
    for at in range(first - 1, begin, -1):
        if words[at] in PASSED_ON and words[at - 1] in ("you", "you've", "u", "they", "she", "he"):
            if _QUOTES.isdisjoint(words[max(begin, at - _SUBJECT) : at]):
                return False
            behind = words[at + 1 : first]
            if "from" in behind:
                return _OURS.isdisjoint(behind[behind.index("from") + 1 :][:2])
            return words[at] in _SHOWN and not any(mark & SELF for mark in marks[at:first])
        if marks[at] & SELF:
            return False
    return False
