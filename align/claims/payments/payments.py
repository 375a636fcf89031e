"""Payment timing: before the appointment, or after it ("settle up later", "pay when we finish").

A claim of payment after is a phrase of paying with a time that comes after the
appointment in the same clause, in either order, or a phrase that puts payment off by
itself ("no need to pay till we're done", "you can owe me"). A deposit is always before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from align.claims.claim import PaymentClaim, Speaker, Stance
from align.claims.payments.payment_times import BEFORE, EVENT, LATER, ON_A_DAY, TIMES
from align.claims.payments.payment_words import Paying, may_hand_over, paying_at
from align.claims.stance import stance_of
from align.reading.cues import CURRENCY, PAYMENT

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_Timed = tuple[int, int, Literal["before", "after"]]
"""Words `[first, last)` and the timing that they state."""

_WINDOW: Final = 12
"""Words between paying and its time."""

_LIGHT: Final = re.compile(
    r"(?: (?:is|'s|are|works|fine|can|could|be|due|made|taken|it|at|on|for|me|us|only|just|,|ok|okay|good|happens|comes|through"
    r"|then|to|will|over|along|with|you|or|and|cash|card|up|out|home|by|bank|transfer|not|even|any|in|we|do|we'll|all|required"
    r"|needed|necessary|collected|off|ya|ye|from|usually|always|normally|simply|grand|easy|handed|sent|side|of|things|bit|part"
    r"|the|night|day|table|counter|paid|settled|sorted|(?:my|your) (?:way|account)))*"
)
"""What may stand between a sum and its time."""
_DEPOSIT: Final = re.compile(
    r"\b(?:deposits?|retainer|booking fee|to (?:hold|book|secure|confirm|reserve|lock)|meter|parking|toll|tip|tips|taxi|fare"
    r"|entry|venue|attention)\b"
)
_STOP: Final = re.compile(
    r" (?:call|text|message|ring|email|book|check|remind|chat|meet|see|bring|send you|confirm|and i'll|then i'll|so i)\b"
)
_CONTRAST: Final = re.compile(
    r"\b(?:not|never|rather than|instead of|no|isn't|don't|can't|won't|than|nor)"
    r"(?: (?:at|the|to|just|be|pay|paid|settle|on|leave it))* \Z"
)
_OTHERS_PAY: Final = re.compile(
    r"\b(?:some|other|most|many|few|lots of|plenty of|a lot of)(?: \w+)? \w+ \Z"
    r"|\b(?:they|others|people|everyone else|clients used to) \Z"
)
_TURNED_DOWN: Final = re.compile(
    r"\b(?:do mind|would mind|i'd mind|i mind|not|never|rather you didn't|prefer (?:not|you didn't)|instead of|rather than)"
    r"(?: (?:if|that|you|it|to|being|have|having|we|clients?|people|when))* \Z"
)
_NOW_PAY: Final = re.compile(
    r"\b(?:you|we|ye|u|can|just|then|i'll|i|is|to|do|ya|could|please|,|and|my|he|she) ?\Z"
)
_EXCUSED: Final = re.compile(
    r"(?:no need|don't need|dont need|needn't|no rush|no hurry|no pressure|not (?:fussed|bothered|worried|fussy)|nothing|never mind"
    r"|(?:don't|dont|do not) (?:be )?(?:have|worry|worrying|mind|minding|stress|stressing|fret|fretting|bother|fuss)"
    r"|you (?:won't|don't) (?:pay|owe)|you don't|no|i don't (?:need|want|take|ask for|expect)|won't (?:take|need|ask for))"
    r"(?: \w+){0,5} \Z"
)
_NOT_YET: Final = re.compile(
    r"(?:pay(?:ing|ment)?|money|cash|balance|bill|settling|settle|due|transfer|send anything|invoice)"
    r"(?: (?:me|up|anything|a penny|a thing|bit|side|part|the|just|any|with|for|needed|required|due|necessary|it|that|is|of"
    r"|a (?:cent|penny|dime)|right|about|on))*"
    r" (?:now|today|yet|up ?- ?front|upfront|in advance|before(?:hand)?|first|right now|straight away|on the day|at the start"
    r"|(?:until|till|til) (?:after|we|you|i|the|he|she|it|they)(?: ?'\w+)?"
    r"(?! (?:\w+ ){0,2}?(?:arriv|book|confirm|start|begin|agree|get here|get there|come in)\w*)|before (?:we|i|you))(?: \w+){0,3}"
)
_UNHURRIED: Final = re.compile(
    r"\bno (?:rush|hurry|pressure|stress|panic|big rush)(?: (?:at all|whatsoever))? (?:on|with|for|about|to|re)"
    r" (?:the |that |your |any |settling |sorting |making |sending )*\Z"
)
"""What needs no hurry may come after: "no rush with the money"."""
_UNHURRIED_THINGS: Final = frozenset(
    "pay paying payment payments money cash balance remainder transfer bill invoice settle".split()
)
_OWE: Final = re.compile(
    r"owe (?:me|us|you)\b(?! (?:\$|£|€|\d|an? (?:coffee|drink|pint|beer|favou?r|apology|big)|one|nothing|anything|big))"
)
_DELAYED: Final = _UNHURRIED_THINGS | {"paying", "settling", "due", "send", "owe"}
"""Words at which payment can be put off as such."""
_MAY: Final = re.compile(r"\b(?:can|could|may|just|you'll|always|rather you) \Z")


def read_payments(u: Utterance) -> None:
    """Add a `PaymentClaim` for every statement of when payment happens."""
    reading = u.reading
    if not reading.seen & (PAYMENT | CURRENCY):
        return
    done = 0
    put_off: list[PaymentClaim] = []
    words, marks = reading.words, reading.marks
    for index in reading.where(PAYMENT | CURRENCY):
        if index < done or not (marks[index] & PAYMENT or (index and may_hand_over(words[index - 1]))):
            continue
        found = _put_off(reading, index)
        if found is not None:
            stance = Stance.REFUSED if _is_rejected(reading, found[0]) else Stance.ASSERTED
            put_off.append(PaymentClaim(first=found[0], last=found[1], stance=stance, timing="after"))
            done = found[1]
            continue
        paying = paying_at(reading, index)
        timed = None if paying is None else _pay_then_when(u, paying) or _when_then_pay(reading, paying)
        if timed is None:
            continue
        first, last, timing = timed
        stance = Stance.REFUSED if _is_rejected(reading, first) else stance_of(reading, first, last)
        u.payments.append(PaymentClaim(first=first, last=last, stance=stance, timing=timing))
        done = last
    if not any(c.timing == "after" and c.stance is Stance.ASSERTED for c in u.payments):
        # "don't mind the money now, sort me out next week" says one thing, the clearer the better
        u.payments.extend(put_off)


def _window(reading: Reading, index: int) -> tuple[int, int]:
    """Return the words `[first, last)` that may time the payment at `index`."""
    first, last = reading.sentence(index)
    return max(first, index - _WINDOW), min(last, index + _WINDOW)


def _put_off(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read payment that is put off as such: "no need to pay until we're done"."""
    word = reading.words[index]
    if word not in _DELAYED:
        return None
    line, at = reading.line, reading.line_at
    first, _ = _window(reading, index)
    before = line[at[first] : at[index]]
    owe = _OWE.match(line, at[index]) if word == "owe" else None
    if owe is not None and _MAY.search(before):
        return reading.words_of(at[index], owe.end())
    unhurried = _UNHURRIED.search(before) if "no " in before and word in _UNHURRIED_THINGS else None
    if unhurried is not None:
        return reading.word_at(at[first] + unhurried.start()), index + 1
    match = _NOT_YET.match(line, at[index])
    lead = None if match is None else _EXCUSED.search(before)
    if match is None or lead is None or _DEPOSIT.search(line, at[index], match.end()):
        return None
    if (
        lead.group().startswith(("you don't ", "you won't "))
        and "until" not in match.group()
        and "till" not in match.group()
    ):
        return (
            None
            if not re.search(r"\b(?:have|need) to \Z", before)
            else _span(reading, at[first] + lead.start(), match)
        )
    return _span(reading, at[first] + lead.start(), match)


def _span(reading: Reading, start: int, match: re.Match[str]) -> tuple[int, int]:
    return reading.words_of(start, match.end())


def _pay_then_when(u: Utterance, paying: Paying) -> _Timed | None:
    """Read paying and then its time: "pay me after the set"."""
    reading = u.reading
    words = reading.words
    line, at = reading.line, reading.line_at
    first, stop = paying.first, paying.stop
    cue = reading.word_at(stop - 1) + 1
    begin, last = _window(reading, cue - 1)
    end = at[last] - 1 if last < len(reading) else len(line)
    for cue in range(cue, last):  # noqa: B020 - from the word behind the phrase
        if words[cue] not in TIMES:
            continue
        before = BEFORE.match(line, at[cue], end)
        if before is not None:
            return first, reading.words_of(at[cue], before.end())[1], "before"
        later = LATER.match(line, at[cue], end)
        if later is None and not paying.noun:
            later = EVENT.match(line, at[cue], end)
        if later is None and u.speaker is Speaker.CLIENT:
            later = ON_A_DAY.match(line, at[cue], end)
        if later is None:
            continue
        between = line[stop : at[cue]]
        if _DEPOSIT.search(line, at[max(begin, first - 3)], at[cue]) or _STOP.search(between):
            return None
        if paying.noun and _LIGHT.fullmatch(between.rstrip()) is None:
            return None
        if _CONTRAST.search(line[max(0, stop - 20) : at[cue]]) and not _is_put_off(words[cue]):
            continue
        return first, reading.words_of(at[cue], later.end())[1], "after"
    return None


def _is_put_off(word: str) -> bool:
    """Tell whether a time puts off what is negated: "don't pay until we're done"."""
    return word in ("until", "till", "til")


def _when_then_pay(reading: Reading, paying: Paying) -> _Timed | None:
    """Read a time and then paying: "after the session you can pay by card"."""
    if paying.noun:
        return None
    line, at = reading.line, reading.line_at
    first, stop = paying.first, paying.stop
    begin, _ = _window(reading, first)
    for cue in range(begin, first):
        if reading.words[cue] not in TIMES or reading.words[cue] in ("whenever", "later", "can", "as"):
            continue
        later = LATER.match(line, at[cue])
        if later is None or later.end() >= at[first] or later.group() == "after":
            continue
        between = line[later.end() : at[first]]
        if re.fullmatch(r"(?: ,| -| —|[^,.!?]){0,60}", between) is None:
            continue
        if _CONTRAST.search(line[at[begin] : at[cue]]) or _DEPOSIT.search(line, at[cue], stop + 20):
            continue
        if _NOW_PAY.search(between.rstrip() + " "):
            return cue, reading.words_of(at[first], stop)[1], "after"
    return None


def _is_rejected(reading: Reading, first: int) -> bool:
    """True where a lead-in turns it down that negation alone does not show: "I do mind if"."""
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(first)[0], first - _WINDOW)
    before = line[at[begin] : at[first]]
    return _OTHERS_PAY.search(before) is not None or _TURNED_DOWN.search(before) is not None
