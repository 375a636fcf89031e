"""Payment timing: before the appointment, or after it ("settle up later", "pay when we finish").

A claim of payment after is a phrase of paying with a time that comes after the
appointment in the same clause, in either order, or a phrase that puts payment off by
itself ("no need to pay till we're done", "you can owe me"). A deposit is always before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from align.claims.claim import PaymentClaim, Speaker, Stance
from align.claims.payments.foreign_payments import PAYING as PAYING_ABROAD
from align.claims.payments.foreign_payments import paid_after_abroad
from align.claims.payments.handing import APPS, HANDING, handed_at, may_hand_over
from align.claims.payments.other_payees import is_others
from align.claims.payments.pay_days import paid_on_later_day
from align.claims.payments.pay_times_granted import time_that_fits
from align.claims.payments.paydays import paid_then
from align.claims.payments.payment_stance import is_rejected, payment_stance
from align.claims.payments.payment_times import BEFORE, EVENT, LATER, LOOSE, ON_A_DAY, TIMES
from align.claims.payments.payment_words import (
    SHARES,
    SHARES_OF,
    Paying,
    is_kept_for,
    is_rest_of_work,
    paying_at,
)
from align.claims.payments.put_off import UNTIL, put_off, put_off_until
from align.claims.payments.turned_round import NAMES_MONEY, turned_round
from align.claims.payments.turned_round import OPENERS as SET_ASIDE
from align.claims.stance import stance_of
from align.reading.cues import CURRENCY, NUMBER, PAYMENT, PRICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.claims.utterance import Utterance
    from align.reading import Reading

_Timed = tuple[int, int, Literal["before", "after"]]
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
_IDIOM: Final = re.compile(r"\b(?:he|she|it|they|that)(?:'ll|'d| will| would)? \Z")
"""Who "pays for it later" pays with a sore head."""
_FOR_OWN: Final = re.compile(r"pay(?:ing)? for (?:your|his|her|their|our|my) own\b")
"""What the client buys elsewhere."""
_ANOTHER_PAYS: Final = re.compile(
    r"\b(?:the|my|our) (?:school|agency|studio|club|boss|salon|gym|college|university|uni|council|church"
    r"|label|shop|insurer|insurance|government|state|employer) \Z"
)
"""Who pays the professional, but is no client: "the school pays me at the end of term"."""
_I_PAY: Final = re.compile(r"\b(?:i|i'll|i'd|i have to|i get|i got|i'm)(?: (?:just|also|always|\w+ly))? \Z")
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
    r" (?:(?:before|ahead of|prior to|in advance)\b(?! or after| you (?:go|leave))"
    r"|(?:i|we)(?:'ll| can)? (?:only )?(?:start|begin) (?:when|once|after|as soon as)"
    r" (?:it|that|the (?:money|payment|transfer))\b"
    r"|(?:in|within) the next (?:\w+ ){0,2}(?:minutes?|mins?|hours?|hrs?)\b"
    r"|(?:to|so i can|so we can|i'll|and i) (?:hold|lock|block|keep|secure|reserve|confirm|book)\b)"
)
"""What a loose time still comes before: "any time next week before the wedding"."""


def read_payments(u: Utterance) -> None:
    """Add a `PaymentClaim` for every statement of when payment happens."""
    reading = u.reading
    words = reading.words
    looked_at = _LOOKED_AT & u.said
    hits = [at for at, word in enumerate(words) if word in looked_at] if looked_at else []
    abroad = paid_after_abroad(reading) if not PAYING_ABROAD.isdisjoint(looked_at) else None
    if abroad is not None:
        first, last = abroad
        u.payments.append(PaymentClaim(first=first, last=last, stance=Stance.ASSERTED, timing="after"))
        return
    opening = [at for at in hits if words[at] in _OPENERS]
    if not _may_speak_of_paying(u, opening):
        _accept_time(u)
        return
    done = 0
    delayed: list[PaymentClaim] = []
    for index in _cues(reading, opening):
        if index < done:
            continue
        found = put_off(reading, index) if reading.marks[index] & PAYMENT else None
        if found is not None:
            stance = Stance.REFUSED if is_rejected(reading, found[0]) else Stance.ASSERTED
            delayed.append(PaymentClaim(first=found[0], last=found[1], stance=stance, timing="after"))
            done = found[1]
            continue
        paying = _paying(u, index)
        timed = None if paying is None else _timed(u, paying)
        if timed is None:
            continue
        first, last, timing = timed
        stance = payment_stance(reading, first, last)
        u.payments.append(PaymentClaim(first=first, last=last, stance=stance, timing=timing))
        # behind what is turned down may stand what is offered: "don't bring cash, pay me later"
        done = last if stance is Stance.ASSERTED or paying is None else reading.word_at(paying.stop - 1) + 1
    reached = delayed[-1].last if delayed else 0
    delayed += [p for p in _put_off_until(u, hits) if p.first >= reached]
    if not _lets_pay_after(u):
        # "don't mind the money now, sort me out next week" says one thing, the clearer the better
        u.payments.extend(delayed)
    if not _lets_pay_after(u):
        u.payments.extend(_turned_round(u, hits))
    _accept_time(u)


def _lets_pay_after(u: Utterance) -> bool:
    return any(c.timing == "after" and c.stance is Stance.ASSERTED for c in u.payments)


def _put_off_until(u: Utterance, hits: list[int]) -> list[PaymentClaim]:
    """Return what excuses the client from money, or from "it" that is money, until after."""
    words = u.reading.words
    found = [later for at in hits if words[at] in UNTIL and (later := put_off_until(u, at)) is not None]
    return [
        PaymentClaim(first=first, last=last, stance=stance_of(u.reading, first, last), timing="after")
        for first, last in found
    ]


def _turned_round(u: Utterance, hits: list[int]) -> list[PaymentClaim]:
    """Return the later times that take the place of an earlier one."""
    words = u.reading.words
    found = [t for at in hits if words[at] in SET_ASIDE and (t := turned_round(u.reading, at)) is not None]
    return [PaymentClaim(first=a, last=b, stance=Stance.ASSERTED, timing="after") for a, b in found]


def _may_speak_of_paying(u: Utterance, opening: list[int]) -> bool:
    """Tell, cheaply, whether a phrase of paying can be in the text; `opening` are its words of `_OPENERS`."""
    seen = u.reading.seen
    if seen & (PAYMENT | CURRENCY):
        return True
    if not _MONEY.isdisjoint(u.said):
        return True  # "it used to be up front, these days it's after"
    if not opening:
        return False
    if u.inbound is not None and u.inbound.reading.seen & PAYMENT:
        return True
    return (
        bool(seen & (PRICE | NUMBER) or u.money)
        or not SHARES.isdisjoint(u.said)
        or not _PAYDAYS.isdisjoint(u.said)
    )


_MONEY: Final = NAMES_MONEY | {"wallet", "purse"}
_PAYDAYS: Final = frozenset(("payday", "payday's", "paydays"))
_OPENERS: Final = HANDING | SHARES | SHARES_OF
_LOOKED_AT: Final = _OPENERS | PAYING_ABROAD | UNTIL | SET_ASIDE
"""Every word without the class of paying at which something is looked for, so that a text is gone through once."""


def _cues(reading: Reading, opening: list[int]) -> Sequence[int]:
    """Return the words at which a phrase of paying may open, those of `opening` too, or that it may hold."""
    words, marks = reading.words, reading.marks
    if not opening:
        return reading.where(PAYMENT)
    cues = set(reading.where(PAYMENT))
    for index in opening:
        if words[index] in SHARES_OF:
            cues.update(at for at in (index + 1, index + 2) if at < len(words) and marks[at] & NUMBER)
        else:
            cues.add(index)
    return sorted(cues)


def _paying(u: Utterance, index: int) -> Paying | None:
    """Return the phrase of paying at a cue, unless somebody else pays or is paid."""
    reading = u.reading
    word = reading.words[index]
    if word in HANDING:
        if not (word in APPS or may_hand_over(u, index)):
            return None
        if not reading.marks[index] & PAYMENT:
            return _handed(u, index)
    paying = None if _is_no_payment(u, index) else paying_at(u, index)
    if paying is None:
        return None
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(index)[0], index - _WINDOW)
    before = line[at[begin] : at[index]]
    if word == "pays" and _ANOTHER_PAYS.search(before):
        return None
    is_theirs = word.startswith("pay") and not paying.noun and u.speaker is Speaker.PROFESSIONAL
    if is_theirs and (
        _I_PAY.search(before)
        or _FOR_OWN.match(line, at[index])
        or (_IDIOM.search(before) and line.startswith("pay for", at[index]))
    ):
        return None
    return paying


def _is_no_payment(u: Utterance, index: int) -> bool:
    """True for the bid of "would you take 400 for the day on the 17th?", and for the half of "half an hour on Friday"."""
    words, marks = u.reading.words, u.reading.marks
    if words[index] == "half":
        return words[index + 1 : index + 3] in _HALF_TIMES or words[index + 1 : index + 2] == ["hour"]
    bid = u.speaker is Speaker.CLIENT and words[index] in _BIDS and words[index - 2 : index] in _WOULD_YOU
    behind = words[index : u.reading.sentence(index)[1]]
    return bid and bool(marks[index + 1] & (CURRENCY | NUMBER)) and _LATER.isdisjoint(behind)


_LATER: Final = frozenset("after afterwards later end once when until till".split())
_HALF_TIMES: Final = (["an", "hour"], ["a", "day"], ["an", "hr"])
_BIDS: Final = frozenset("take accept do".split())
_WOULD_YOU: Final = [[modal, "you"] for modal in ("would", "could", "will", "can")]


def _handed(u: Utterance, index: int) -> Paying | None:
    found = handed_at(u, index)
    if found is None or is_rest_of_work(u.reading, *found):
        return None
    last = found[1] - 1
    return Paying(found[0], u.reading.line_at[last] + len(u.reading.words[last]))


def _timed(u: Utterance, paying: Paying) -> _Timed | None:
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


def _accept_time(u: Utterance) -> None:
    """Read the client's time of paying where the draft calls it fine: "afterwards is fine"."""
    if u.payments or u.speaker is Speaker.CLIENT:
        return
    fits = time_that_fits(u)
    if fits is not None:
        stance = stance_of(u.reading, *fits)
        u.payments.append(PaymentClaim(first=fits[0], last=fits[1], stance=stance, timing="after"))


def _window(reading: Reading, index: int) -> tuple[int, int]:
    """Return the words `[first, last)` that may time the payment at `index`."""
    first, last = reading.sentence(index)
    return max(first, index - _WINDOW), min(last, index + _WINDOW)


def _pay_then_when(u: Utterance, paying: Paying) -> _Timed | None:
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
        in_time = words[cue] in LOOSE and _BEFORE_YET.match(line, later.end(), end) is not None
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


def _when_then_pay(u: Utterance, paying: Paying) -> _Timed | None:
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
