"""A phrase of paying with its time, in whichever order they stand: "pay me after the set", "after the set you can pay"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from align.claims.claim import Speaker
from align.claims.payments.other_payees import is_others
from align.claims.payments.pay_days import paid_on_later_day
from align.claims.payments.paydays import paid_then
from align.claims.payments.payment_times import BEFORE, BEFORE_IT_STARTS, EVENT, LATER, LOOSE, ON_A_DAY, TIMES
from align.claims.payments.payment_words import (
    Paying,
    is_kept_for,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

Timed = tuple[int, int, Literal["before", "after"]]
"""Words `[first, last)` and the timing that they state."""
_WINDOW: Final = 12
"""Words between paying and its time."""
_LIGHT: Final = re.compile(
    r"(?: (?:terms|sits?|holds?|stays?|:|(?:\d+|seven|ten|fourteen|thirty|a few) (?:days?|weeks?)|is|'s|are|works|fine"
    r"|easiest|simplest|easier|simpler|best|better|can|could|be|due|made|taken|it|at|on|for|me|us|only"
    r"|just|,|ok|okay|good|happens|comes|come|through"
    r"|then|to|will|'ll|over|along|with|you|or|and|cash|hand|card|up|out|home|by|bank|transfer|not|even"
    r"|any|in|we|do|we'll|all|required"
    r"|needed|necessary|collected|off|ya|ye|from|usually|always|normally|simply|tonight|today|grand|easy"
    r"|handed|sent|side|of|things|bit|part"
    r"|the|night|day|itself|table|counter|paid|settled|sorted|goes|go|land|lands|balance|amount|half"
    r"|money|payment|eft|text|email|to you|from me|ready|handy|aside|-|—|(?:my|your) (?:way|account)"
    r"|in (?:your|the) (?:purse|wallet|pocket|bag)))*"
)
"""What may stand between a sum and its time."""
_PASSIVE: Final = re.compile(
    r" (?:(?:can|could|may|will|'ll|to|is|are|gets|get)(?: (?:just|always|also|then|be|being|get))*) "
    r"(?:given|handed|sent|brought|left|dropped|passed|made|transferred|wired|paid|settled|cleared"
    r"|sorted|done|taken|collected|squared|charged|dealt|go|\w{3,}ed)"
    r"(?: (?!i\b|we\b|you\b|and\b|before\b)[\w'-]+){0,5} \Z"
)
"""A sum that something is done with: "the balance can be given in an envelope"."""
_NEXT_CLAUSE: Final = re.compile(
    r"(?: (?!i\b|pay\b)\w+)?(?: ,)? (?:i|i'll|i'd|i'm|we|we'll|he|he'll|she|she'll|they|they'll|it|it'll"
    r"|you|you'll)\b"
)
"""A time that opens a clause of its own: "bring cash, and after the lesson I'll send the tab"."""
_FAR_OFF: Final = re.compile(
    r"(?:some other|another|at (?:a|some) later|at your|in (?:a couple|a few|two|three|\d)"
    r"|that (?:evening|night)|when (?:you've|you have|you get|u get|you find|you next))\b"
)
_DOES_ELSE: Final = re.compile(
    r"(?:\b(?:and|then|so|or)|,) (?!(?:half|rest|the|you|ye|u|me|us|not|no|any|cash|card|transfer|i'm"
    r"|it's|that's)\b)\w+ "
)
"""Between paying and a far-off time: what else is done then, "pay now and pick your time another day"."""
_DEPOSIT: Final = re.compile(
    r"\b(?:deposits?|retainer|booking fee|to (?:hold|book|secure|confirm|reserve|lock)|tip|tips|attention)\b"
)
_NO_LATER: Final = re.compile(r"^ , $|\b(?:anything|any|no|not) $")
_STOP: Final = re.compile(
    r" (?:call|text|message|ring|email|book|check|remind|chat|meet|see|bring|send you|confirm|and i'll"
    r"|then i'll|so i|go(?:es|ing)? (?:up|down))\b"
    r"|, (?:you|we|i|they)(?:'ll|'re|'ve|'d| can| will| may| might)?"
    r" (?:want|need|get|see|hear|find|love|enjoy|feel|drink|eat|rest)\b"
)
_CONTRAST: Final = re.compile(
    r"\b(?:not|never|rather than|instead of|no|isn't|don't|can't|won't|than|nor)"
    r"(?: (?:at|the|to|just|be|pay|paid|settle|on|leave it))* \Z"
)
_PAYING_AGAIN: Final = frozenset("pay settle square transfer".split())
"""A verb of paying between a phrase of paying and a time has the time to itself."""
_NOW_PAY: Final = re.compile(
    r"(?:\b(?:you|we|ye|u|can|just|then|i'll|i|is|to|do|ya|could|please|and|my|he"
    r"|she)(?: (?:also|even|definitely|probably|certainly|easily|gladly|always|totally|simply))?"
    r"|[,—-]) ?\Z"
)
_NOTHING: Final = re.compile(r"\b(?:nothing|no|not|never|nobody|don't|won't|needn't)\b")
"""After that there is nothing left to pay."""
_FOR_IT: Final = re.compile(r"(?: (?:do|work|suit|be|is|fine|ok|okay|alright|good|for|the|with|,|'s)){1,6}")
_FINE_FOR_IT: Final = re.compile(
    r"(?: (?:is|'s|are|would be|'ll be|works|suits|will"
    r" do)(?: (?:totally|perfectly|absolutely|just|all|quite))?)(?: (?:fine|ok|okay|alright|good|grand"
    r"|perfect|great|easiest|best|no (?:problem|bother)))?(?: (?:by|with|for) me)?"
    r" (?:for|to do)(?: (?:the|your))?"
)
"""Between a time and money in the draft: approval, "after the lesson is fine for the fee"."""
_FOR_MONEY: Final = (["for", "the"], ["for", "your"], ["do", "the"])
_LOOSELY: Final = ("whenever", "later", "can", "as")
_ORDERED: Final = re.compile(
    r"\bfirst (?:(?:we|i|you) (?!(?:agree|pick|plan|talk|chat|book|confirm|choose|meet|decide|fix|find"
    r"|set|speak|discuss|sign|need|have|must)\b)\w+"
    r"|comes? (?:the|your) (?!deposit|booking|money)\w+)[^.!?;]{0,40} (?:then|after that)"
    r" (?:you |ye |u )?(?:can |could )?\Z"
    r"|\b(?:collect|test|try|taste|wear|inspect|enjoy|finish|see (?:it|how|the)|have (?:your|the)"
    r"|get your|we (?:do|finish|play|train|shoot|cut|work)|let me (?:finish|do))\b"
    r"[^.!?;]{0,40}\bfirst\b[^.!?;]{0,40}\b(?:then|after that) (?:you |ye |u )?(?:can |could )?\Z"
)
"""What comes first is the appointment: "test it first, then you pay me"."""
_BEFORE_YET: Final = re.compile(
    r"(?: ,)?(?: (?!not\b|no\b|don't\b|never\b|or\b)[\w']+){0,4}(?: ,)?"
    r"(?: (?:as long as|so long as|provided|if|but|just|only)(?: (?!not\b|no\b|never\b)[\w']+){0,4})?"
    r" (?:(?:before|ahead of|prior to|in advance)\b(?! or after| you (?:go|leave)| (?:i|we) (?:leave|finish|pack|wrap|part|say)\b(?! (?:for|to|home|the house)\b))"
    r"|(?:i|we)(?:'ll| can)? (?:only )?(?:start|begin) (?:when|once|after|as soon as)"
    r" (?:it|that|the (?:money|payment|transfer))\b"
    r"|(?:in|within) the next (?:\w+ ){0,2}(?:minutes?|mins?|hours?|hrs?)\b"
    r"|(?:to|so i can|so we can|i'll|and i) (?:hold|lock|block|keep|secure|reserve|confirm|book)\b)"
)
"""What a loose time still comes before: "any time next week before the wedding"."""


_BEFORE_THEN: Final = re.compile(rf"(?: [\w'-]+){{0,2}} ,(?: (?:but|just|and))? {BEFORE_IT_STARTS}")
"""What an event that is named still comes before: "once the new card is there, before she comes"."""


def timed(u: Utterance, paying: Paying) -> Timed | None:
    """Return a phrase of paying with its time, in whichever order they stand."""
    reading = u.reading
    line, at = reading.line, reading.line_at
    begin = reading.sentence(paying.first)[0]
    if is_others(u, paying):
        return None
    timed = _pay_then_when(u, paying) or _when_then_pay(u, paying)
    if timed is not None:
        return timed
    if _DEPOSIT.search(line, at[max(begin, paying.first - _WINDOW)], paying.stop + 20):
        return None
    ordered = _ORDERED.search(line, at[begin], at[paying.first]) if not paying.noun else None
    if ordered is not None and u.speaker is Speaker.PROFESSIONAL:
        return paying.first, reading.word_at(paying.stop - 1) + 1, "after"
    last = reading.word_at(paying.stop - 1) + 1
    on_day = paid_on_later_day(u, paying.first, last) or paid_then(u, paying.first, last)
    return None if on_day is None else (*on_day, "after")


def _window(reading: Reading, index: int) -> tuple[int, int]:
    """Return the words `[first, last)` that may time the payment at `index`."""
    first, last = reading.sentence(index)
    return max(first, index - _WINDOW), min(last, index + _WINDOW)


def _pay_then_when(u: Utterance, paying: Paying) -> Timed | None:
    """Read paying and then its time: "pay me after the set"."""
    reading = u.reading
    words = reading.words
    line, at = reading.line, reading.line_at
    first = paying.first
    behind = reading.word_at(paying.stop - 1) + 1
    _, last = _window(reading, behind - 1)
    end = at[last] - 1 if last < len(reading) else len(line)
    for cue in range(behind, last):
        if words[cue] in _PAYING_AGAIN:
            return None
        if words[cue] not in TIMES:
            continue
        before = BEFORE.match(line, at[cue], end)
        if before is not None:
            return first, reading.words_of(at[cue], before.end())[1], "before"
        later = _later_at(u, paying, at[cue], end)
        if later is None:
            continue
        if not _is_its_time(reading, paying, at[cue], later.end()):
            return None
        if _CONTRAST.search(line[max(0, paying.stop - 20) : at[cue]]) and not _is_put_off(words[cue]):
            continue
        in_time = (
            _BEFORE_YET.match(line, later.end(), end)
            if words[cue] in LOOSE
            else later.re is EVENT and _BEFORE_THEN.match(line, later.end(), end)
        )
        return first, reading.words_of(at[cue], later.end())[1], "before" if in_time else "after"
    return None


def _later_at(u: Utterance, paying: Paying, position: int, end: int) -> re.Match[str] | None:
    """Return the later time at a position of the line; an event or a day needs more than a sum."""
    line = u.reading.line
    later = LATER.match(line, position, end)
    if later is None and (
        not paying.noun or paying.passive or paying.second or _PASSIVE.match(line[paying.stop : position])
    ):
        later = EVENT.match(line, position, end)
    if later is None and u.speaker is Speaker.CLIENT:
        later = ON_A_DAY.match(line, position, end)
    return later


def _is_its_time(reading: Reading, paying: Paying, position: int, end: int) -> bool:
    """Tell whether the later time from `position` to `end` belongs to the phrase of paying before it."""
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(paying.first)[0], paying.first - 3)
    between = line[paying.stop : position]
    if _DEPOSIT.search(line, at[begin], position) or _STOP.search(between):
        return False
    if _NO_LATER.search(between) and line.startswith("later", position):
        return False  # "got your payment, later!", "by 5, anything later is too late"
    if between.strip() == "-" or (between.endswith(" for ") and not is_kept_for(reading, paying, position)):
        return False  # "the pay-later thing", "pay for the next lesson"
    if between.endswith((", ", "and ", "— ", ", then ", "and then ")) and _NEXT_CLAUSE.match(line, end):
        return False
    if _FAR_OFF.match(line, position) and _DOES_ELSE.search(between):
        return False
    return (
        not paying.noun
        or _LIGHT.fullmatch(between.rstrip()) is not None
        or _PASSIVE.match(between) is not None
    )


def _is_put_off(word: str) -> bool:
    """Tell whether a time puts off what is negated: "don't pay until we're done"."""
    return word in ("until", "till", "til")


def _when_then_pay(u: Utterance, paying: Paying) -> Timed | None:
    """Read a time and then paying: "after the session you can pay by card"."""
    reading = u.reading
    client = u.speaker is Speaker.CLIENT
    line, at = reading.line, reading.line_at
    first, stop = paying.first, paying.stop
    if (
        paying.noun
        and not client
        and reading.words[max(0, first - 2) : first] not in _FOR_MONEY
        and reading.words[first - 1 : first] != ["for"]
    ):
        return None
    begin, _ = _window(reading, first)
    for cue in range(begin, first):
        if reading.words[cue] not in TIMES or (
            reading.words[cue] in _LOOSELY and not paying.noun and not _opens_with_later(reading, cue)
        ):
            continue
        later = LATER.match(line, at[cue]) or (ON_A_DAY.match(line, at[cue]) if client else None)
        if later is None or later.end() >= at[first] or later.group() == "after":
            continue
        between = line[later.end() : at[first]]
        if re.fullmatch(r"(?: ,| -| —|[^,.!?]){0,60}", between) is None:
            continue
        if _CONTRAST.search(line[at[begin] : at[cue]]) or _DEPOSIT.search(line, at[cue], stop + 20):
            continue
        if _NOTHING.search(between):
            continue
        # "next week you can" is a time with its clause
        lead = between.rstrip() or line[at[cue] : at[first]].rstrip()
        if (
            (_FOR_IT if client else _FINE_FOR_IT).fullmatch(lead)
            if paying.noun
            else _NOW_PAY.search(lead + " ")
        ):
            return cue, reading.words_of(at[first], stop)[1], "after"
    return None


def _opens_with_later(reading: Reading, cue: int) -> bool:
    """True for "later you can pay", where "later" is not "see you later"."""
    return reading.words[cue] == "later" and reading.sentence(cue)[0] == cue
