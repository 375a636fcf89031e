"""Find by which counts a draft multiplies or shares a price: "eight of them make 720".

Two lessons, or an hour for each of two people, cost twice the rate; a head's share of a
group's rate is the rate over the heads.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.durations.length_words import SESSION_NOUNS
from align.reading.cues import BREAK, CALENDAR, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.claim import Money
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance

_COUNTED: Final = frozenset(
    (
        "lesson session visit class hour of lessons sessions visits appointments hours classes people times "
        "weeks x kids dogs guests faces heads week month"
    ).split()
)
_WHOLES: Final = frozenset(
    "lot whole programme program package course block bundle altogether total all both everything".split()
)
_BUNDLES: Final = frozenset("block blocks pack package bundle set course run".split())
_PAIRS: Final = frozenset("pair both couple twice double".split())
_PER: Final = frozenset(("a", "per"))
_MOST: Final = 60
_FEW: Final = 24


def counts_beside(u: Utterance, claim: Money) -> set[int]:
    """Return the counts that the sentence of an amount multiplies a price by."""
    words = u.reading.words
    begin, end = u.reading.sentence(claim.first)
    if begin and not _WHOLES.isdisjoint(words[max(begin, claim.first - _RESULT_REACH) : claim.first]):
        begin, _ = u.reading.sentence(begin - 1)  # "ten appointments. The whole course comes to"
    elif begin and claim.minutes is None and words[begin] in _TAKING_UP:
        begin, _ = u.reading.sentence(begin - 1)  # "four full days. That's 2,720"
    own = range(*claim.duration) if claim.duration else range(0)
    found = {
        int(n.value)
        for n in starting_in(u.numbers, begin, end)
        if (not u.taken[n.first] or _counts(words, n)) and n.first not in own and _is_count(n)
    }
    said = words[begin:end]
    if "month" in said or "monthly" in said:
        found |= _times_a_month(said)
    if not _PAIRS.isdisjoint(said) or _is_for_each(words, claim):
        found.add(2)
    return found


def _times_a_month(words: list[str]) -> set[int]:
    """Return how often "every other week" or "weekly" is in a month."""
    pairs = set(pairwise(words))
    if not pairs.isdisjoint((("other", "week"), ("second", "week"), ("two", "weeks"))):
        return {2}
    if not _FORTNIGHTS.isdisjoint(words):
        return {2}
    return {4, 5} if "weekly" in words or ("every", "week") in pairs or ("a", "week") in pairs else set()


_FORTNIGHTS: Final = frozenset("fortnight fortnightly biweekly bi-weekly".split())


def joins_sessions(u: Utterance, claim: Money) -> bool:
    """True for "a long session and then an hour is £195": two appointments in one breath."""
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(claim.first)
    begin = max(begin, claim.first - 2 * _RESULT_REACH)
    inside = {at for d in starting_in(u.durations, begin, claim.first) for at in range(d.first, d.last)}
    named = [
        at
        for at in range(begin, claim.first)
        if at in inside or words[at] in SESSION_NOUNS or marks[at] & SERVICE_WORD
    ]
    joints = (at for at in range(begin, claim.first) if words[at] in _JOINTS and at not in inside)
    return any(named and named[0] < at < named[-1] for at in joints)


_JOINTS: Final = frozenset("and plus then + &".split())


def are_separate(u: Utterance, claim: Money) -> bool:
    """True for the hours of "eight hours a month is 560": several appointments, not one long one."""
    begin, end = u.reading.sentence(claim.first)
    return not _SEPARATE.isdisjoint(u.reading.words[begin:end])


def asks_for_several(message: Utterance | None) -> bool:
    """True for a client's "lessons for both kids": hours are several appointments in the answer."""
    return message is not None and not _SEVERAL.isdisjoint(message.reading.words)


_SEPARATE: Final = frozenset("month monthly week weekly separate separately term holidays each".split())
_SEVERAL: Final = frozenset("lessons sessions visits classes appointments times month".split())


def _is_for_each(words: list[str], claim: Money) -> bool:
    """True for "an hour each, 180", which is of two at least."""
    return claim.duration is not None and words[claim.duration[1] : claim.duration[1] + 1] == ["each"]


def numbers_beside(u: Utterance, claim: Money) -> set[int]:
    """Return all counts in the sentence of an amount, for a card whose one entry prices any length."""
    begin, end = u.reading.sentence(claim.first)
    near = starting_in(u.numbers, begin, end)
    return {int(n.value) for n in near if _is_count(n) and not claim.first <= n.first < claim.last}


def is_result(u: Utterance, claim: Money) -> bool:
    """True for an amount that the draft works out: "so 230", "which leaves 55 or 80", "adds 25"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(claim.first)
    near = words[max(begin, claim.first - _RESULT_REACH) : claim.first]
    return not _RESULTS.isdisjoint(near[-_RESULT_NEAR:]) or not _LEAVING.isdisjoint(near)


def is_total(u: Utterance, claim: Money) -> bool:
    """True for an amount that is called the whole: "360 in all", "both come to 430"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(claim.first)
    before = words[max(begin, claim.first - _RESULT_REACH) : claim.first]
    around = before + words[claim.last : claim.last + 3]
    if claim.minutes is None and (before[-2:] in _COMING_TO or before[-3:] in _COMING_OUT):
        return True
    return not (_TOTALS if claim.minutes is None else _WHOLE).isdisjoint(around)


_WHOLE: Final = frozenset("all total altogether together both overall whole lot".split())
_COMING_TO: Final = [[word, "to"] for word in ("comes", "come", "coming")]
"""Tied to the amount: "both come to 430", but not "when I come to you it's 195"."""
_COMING_OUT: Final = [[word, "out", way] for word in ("comes", "come") for way in ("at", "to")]
_TOTALS: Final = _WHOLE | frozenset("so = plus making makes each".split())
"""What also sums up, unless the amount is that of a length."""
_RESULTS: Final = frozenset(
    "so leaves leaving = adds add makes making difference means which other remaining rest balance".split()
)
_LEAVING: Final = frozenset("leaves leaving".split())
_TAKING_UP: Final = frozenset("that's thats that so it's".split())
_RESULT_NEAR: Final = 4
_RESULT_REACH: Final = 8


def compares(u: Utterance, claim: Money) -> bool:
    """True where the sentence of an amount sets one price beside another: "35 more", "saves you 20"."""
    begin, end = u.reading.sentence(claim.first)
    begin, end = max(begin, claim.first - _RESULT_REACH), min(end, claim.last + _RESULT_NEAR)
    if _is_of_day(u, claim):
        return False
    return not _COMPARING.isdisjoint(u.reading.words[begin:end])


def _is_of_day(u: Utterance, claim: Money) -> bool:
    """True for "Saturdays are 15 extra", "15 more on Sundays": no day costs the difference of two ways or lengths."""
    words, marks = u.reading.words, u.reading.marks
    at = claim.first
    if at > 1 and words[at - 1] in _BEING and marks[at - 2] & CALENDAR:
        return True
    at = claim.last + 1
    return (
        words[at : at + 1] == ["on"]
        and at + 1 < len(marks)
        and words[at + 1][-1] == "s"
        and bool(marks[at + 1] & CALENDAR)
    )


_BEING: Final = frozenset("is are 's cost costs".split())


def is_full_rate(u: Utterance, claim: Money) -> bool:
    """True for "cheaper at 30 an hour", which is a rate and no difference; "30 an hour more" is one."""
    return claim.per and _COMPARING.isdisjoint(u.reading.words[claim.last : claim.last + _RATE_REACH])


_RATE_REACH: Final = 5


def asks_how_much_more(message: Utterance | None) -> bool:
    """True for a client's "what's the difference", "how much more is it at mine"."""
    if message is None:
        return False
    words = message.reading.words
    if not _DIFFERENCE.isdisjoint(words):
        return True
    return any(words[at] == "much" and words[at + 1] in _COMPARING for at in range(len(words) - 1))


_DIFFERENCE: Final = frozenset("difference diff".split())
_COMPARING: Final = frozenset(
    "more extra less difference cheaper dearer pricier top saves save saving adds add gap apart jump".split()
)


def heads_of_share(u: Utterance, claim: Money) -> set[int]:
    """Return the counts of people that "40 a head" can be a share by; empty for no share."""
    if _is_half(u, claim):
        return {2}
    if not is_share(u, claim):
        return set()
    heard = u.inbound.numbers[:_FEW] if u.inbound is not None else []
    counts = {int(n.value) for n in (*u.numbers[:_FEW], *heard) if _is_count(n)}
    return counts | {2} if is_split(u, claim.first) else counts


def _is_for_more(u: Utterance, first: int) -> bool:
    """True before word `first` for "any extra person is 50 each": who comes on top shares nothing out."""
    begin, _ = u.reading.sentence(first)
    for at in range(first - 1, max(begin, first - _RESULT_REACH) - 1, -1):
        if u.reading.words[at] in _FURTHER:
            return True
        if u.reading.marks[at] & BREAK:
            return False
    return False


_FURTHER: Final = frozenset("extra additional further another".split())


def is_split(u: Utterance, first: int) -> bool:
    """True before word `first` for "you can share the hour", "if she's splitting it with you": two at least."""
    begin, _ = u.reading.sentence(first)
    line, at = u.reading.line, u.reading.line_at
    return _SPLIT.search(line, at[max(begin, first - 2 * _RESULT_REACH)], at[first]) is not None


_SPLIT: Final = re.compile(
    r"\b(?:split(?:s|ting)?|halv(?:e|es|ed|ing)|shared|shar(?:e|es|ing) (?:it|this|that|with|(?:the|an?|one) (?:hour|session"
    r"|lesson|cost|price|deposit|slot|time|ninety|visit|booking|class|treatment|fee|bill)\b)|between (?:the|you|both|two|us)"
    r"|both of (?:you|ye)|you (?:both|two)|the two of (?:you|ye)|two of you|you and (?:your|a|the|him|her))\b"
)


def is_share(u: Utterance, claim: Money) -> bool:
    """True for "65 each", "40 a head", "$65 from you"."""
    words, last = u.reading.words, claim.last
    after = words[last] if last < len(words) else ""
    if after in ("each", "apiece", "pp"):
        return not _is_for_more(u, claim.first)
    if after != "from" and after not in _PER:
        return False
    following = words[last + 1] if last + 1 < len(words) else ""
    if after == "from":
        return following in ("you", "each")
    return following.isalpha() and following not in UNIT_MINUTES


def _is_half(u: Utterance, claim: Money) -> bool:
    """True for "half of 195 is 97.50" and "half each, 32.50"."""
    words = u.reading.words
    if "half" not in words[max(0, claim.first - _RESULT_REACH) : claim.first]:
        return False
    begin, _ = u.reading.sentence(claim.first)
    near = range(max(begin, claim.first - _RESULT_REACH), claim.first)
    return any(words[at] == "half" and words[at + 1] in ("of", "each") for at in near)


def _is_count(number: Number) -> bool:
    return 1 < number.value <= _MOST and number.value == number.value.to_integral_value()


def _counts(words: list[str], number: Number) -> bool:
    """True for "eight of them", "10 lessons", "a block of five"."""
    after = number.last
    if after < len(words) and words[after] == "-":
        after += 1
    if after < len(words) and words[after] in _COUNTED:
        return True
    first = number.first
    return first > 1 and words[first - 1] == "of" and words[first - 2] in _BUNDLES
