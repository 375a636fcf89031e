"""Payment timing: before the appointment, or after it ("settle up later", "pay when we finish").

A claim of payment after is a word of paying with a time that comes after the
appointment in the same clause, in either order, or a phrase that puts payment off by
itself ("no need to pay till we're done", "you can owe me"). A deposit is always before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import PaymentClaim, Stance
from align.claims.stance import stance_of
from align.reading.cues import PAYMENT, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_PAY: Final = re.compile(
    r"(?:pay(?:ing|s)?(?: up)?|settle(?:s|d)?(?: up)?|settling(?: up)?|squar(?:e|ing)(?: (?:up|me|us|it|that|things|everything|the (?:balance|rest|money))(?: up)?| away)"
    r"|sort(?:ing)? (?:me|us|it|that|the (?:money|rest|balance|cash|payment|bill|remainder|transfer)|payment|money|cash)(?: out)?"
    r"|sort(?:ing)? out (?:the )?(?:money|payment|cash|balance|rest|bill)"
    r"|fix up (?:with )?(?:me|us)|cough up|fork (?:it )?out|owe (?:me|us|you)"
    r"|(?:bank )?transfers?(?: (?:it|me|us|the (?:money|rest|balance)))?|venmo(?: me)?|zelle(?: me)?|paypal(?: me)?|revolut(?: me)?|cash ?app(?: me)?"
    r"|invoice(?: (?:you|me))?|bill (?:you|me)|payments?|balance|remainder|cash|card|money|tap (?:the |your )?card|reimburse(?: me)?)\b"
)
_HAND_OVER: Final = re.compile(
    r"\b(?:lash|send|throw|fling|drop|hand|bring|slip|give|chuck|bung|leave|get|ping|wire|shoot|fire|whack|stick|transfer|have|take|collect|grab|pass|bob)(?:ing)?"
    r" (?:(?:me|us|you|it|over|off|up|across|my way|to me|to you|on) )*(?:(?:the|a|my|your|that|some) )?(?:(?:few|rest of the|rest|bit of|full) )*\Z"
)
_TAKE_OFF: Final = re.compile(r"(?:take|get|collect|grab|have) (?:it|that|the (?:money|cash|rest|balance)|payment) (?:off|from) (?:you|ye|ya|u)\b")
_FEW_BOB: Final = re.compile(r"(?:few bob|few quid|readies|dosh|wedge)\b")

_PERSON: Final = r"(?:we|i|you|ye|u|ya|he|she|it|they|everyone|everybody|that|this|the \w+(?: \w+)?|your \w+|her \w+|his \w+|my \w+|\w+)"
_NOT_AFTER: Final = (
    r"(?!(?:\w+ ){0,4}?(?:arriv\w*|book(?:ed|ing)?|confirm\w*|lock\w*|reserv\w*|start\w*|begin\w*|began|gets? here|get here|get there|got here|gets? in|come in|comes? over"
    r"|(?:come|came|coming|walk|turn) (?:in|up|over|round)|show up|sit down|before|deposit|open the|set the date|pick a (?:time|date|slot)|settle on|meet|see you|decide|decided|send the|gets? the link|get the (?:link|form|invoice)))\b"
)
_WHEN: Final = (
    r"(?:when|once|as soon as|soon as|after|until|till|til|as|while|by the time)"
)
_DONE: Final = (
    r"(?:done|finish\w*|finsh\w*|over|through|ends?|ended|complete\w*|wrap\w*|leav\w*|left|go|going|heading|head|happy|home|seen|see|saw|heard|dri(?:ed|es)|dry|pack\w*|collect\w*|pick\w*|paid|payday"
    r"|get paid|got paid|heal\w*|deliver\w*|tried|look\w*|satisf\w*|ready|can|able|have it|has it|had|out|away|back|suits?|like|get (?:a )?(?:chance|minute|sec|moment)|sorted|up|over with|last|clean|gorgeous|handed|hand)"
)
_LATER: Final = re.compile(
    r"(?:(?:right |straight |just |shortly |any ?time |a bit |only )?(?:after(?:wards?)?|afters)\b(?! (?:you|u|we|i|he|she|they|ye) (?:pay|paid|settle|transfer|send|book|confirm|arriv)\w*| (?:payment|deposit|booking|that deposit|the deposit|your deposit|the payment|7|\d)\b)"
    r"|(?:a bit |a little |much )?later(?: on)?\b(?! than (?:\d|the (?:day|night) before))"
    r"|(?:whenever|when ?ever)\b" + r"(?! you (?:book|arrive|confirm|reserve))"
    r"|(?:right |straight )?(?:at|by|towards?|on) the (?:very )?end\b(?: of (?:the |our |your |my |each |every )?\w+(?: \w+)?)?"
    r"|at the finish|on (?:the|your|my|their|her|his) way out|on (?:completion|pick ?up|collection|leaving|pay ?day|your payday)|upon completion|at (?:pick ?up|collection)|end of (?:the |each )?(?:session|lesson|month|week|day|night|set|appointment|visit|class|job|shoot|groom|evening|party|gig|event|hour)"
    r"|(?:some ?time |early |even |or |any day |anytime )?next (?:week|month|time|payday|friday|monday|tuesday|wednesday|thursday|saturday|sunday|visit)\b"
    r"|(?:the )?(?:day|morning|week) after\b|the following (?:day|week|month|morning)|in arrears|within (?:\d+|seven|ten|fourteen|thirty|a few) days|net \d+|in your own time|in (?:a|the) (?:few days|week or two)|down the (?:line|road)"
    r"|(?:can|could|will|'ll) wait\b"
    r"|(?:when|once|as soon as|soon as|as) " + _NOT_AFTER + _PERSON + r"(?:'s|'re|'ve|'m| is| are| has| have| was| am)?(?: \w+){0,4}? " + _DONE + r"\b(?: \w+ing)?"
    r"|(?:when|once|as soon as|soon as) " + _NOT_AFTER + r"(?:done|finished|happy|home|over|complete|healed|dried|packed|sorted|delivered|we're|i'm|you're|ur|im|hes|shes|he's|she's|it's|its|they're)\b(?: \w+){0,2}"
    r"|(?:when|if) (?:it suits|you (?:can|like|have it|get (?:a )?chance|'re able|are able)|you're able|you've got it|you get paid|convenient)"
    r"|after (?:the|our|your|my|each|every|his|her|we|i|you|she|he|they|it|that|this|\w+) " + r"(?!(?:pay|paid|book|arriv|confirm)\w*)\w+)"
)
_BEFORE: Final = re.compile(
    r"(?:up ?- ?front|upfront|up front|in advance|before(?:hand)?|ahead of (?:time|the|your|our)|prior to|at the start|on arrival|when (?:i|you|we) (?:arrive|get (?:here|there)|book|start|begin|come in|walk in)|on the door|first|to (?:book|hold|secure|confirm|reserve|lock))\b"
)
_NO_RUSH: Final = re.compile(
    r"(?:(?:no need|don't need|dont need|needn't|no rush|no hurry|no pressure|don't (?:have|worry|mind|stress|fret|bother|fuss)|dont (?:have|worry|mind|stress|fret|bother|fuss)|not (?:fussed|bothered|worried|fussy)|nothing|never mind|you (?:won't|don't) (?:pay|owe)|no|i don't (?:need|want|take|ask for|expect)|won't (?:take|need|ask for))"
    r"(?: \w+){0,5}?) "
)
_PUT_OFF: Final = re.compile(
    r"(?:pay(?:ing|ment)?|money|cash|balance|bill|settling|settle|due|transfer|send anything|invoice|a (?:cent|penny|dime))(?: (?:me|up|anything|a penny|a thing|bit|side|part|the|just|any|with|for|needed|required|due|necessary|it|that|is|of|a (?:cent|penny|dime)|right|about|on))*"
    r" (?:(?:now|today|yet|up ?front|upfront|up front|in advance|before(?:hand)?|first|right now|straight away|on the day|at the start|until (?:after|we|you|i|the|he|she|it)|till (?:after|we|you|i|the|he|she|it)|til (?:after|we|you|i|the)|before (?:we|i|you))(?: \w+){0,3})"
)
_OWE: Final = re.compile(r"owe (?:me|us|you)\b(?! (?:\$|£|€|\d|an? (?:coffee|drink|pint|beer|favou?r|apology|big)|one|nothing|anything|big))")
_DEPOSIT: Final = re.compile(r"\b(?:deposits?|retainer|booking fee|to (?:hold|book|secure|confirm|reserve|lock)|meter|parking|toll|tip|tips|taxi|fare|entry|venue|attention)\b")
_WINDOW: Final = 12
"""Words between paying and its time."""
_CONTRAST: Final = re.compile(r"\b(?:not|never|rather than|instead of|no|isn't|don't|can't|won't|than|nor)(?: (?:at|the|to|just|be|pay|paid|settle|on|leave it))* \Z")
_STOP: Final = re.compile(r" (?:call|text|message|ring|email|book|check|remind|chat|meet|see|bring|send you|confirm|and i'll|then i'll|so i)\b")


def read_payments(u: Utterance) -> None:
    """Add a `PaymentClaim` for every statement of when payment happens."""
    reading = u.reading
    if not reading.seen & PAYMENT:
        return
    done = 0
    for index in reading.where(PAYMENT):
        if index < done:
            continue
        found = _put_off(reading, index) or _pay_then_when(reading, index) or _when_then_pay(reading, index)
        if found is None:
            continue
        first, last, timing, certain = found
        stance = Stance.ASSERTED if certain and not _is_rejected(reading, first) else stance_of(reading, first, last)
        u.payments.append(PaymentClaim(first=first, last=last, stance=stance, timing=timing))
        done = last


_Found = tuple[int, int, str, bool]
"""Words `[first, last)`, the timing, and whether the phrase's own negation is part of it."""


def _clause(reading: Reading, index: int) -> tuple[int, int]:
    """Return where the words begin and end that may time the payment at `index`."""
    first, last = reading.sentence(index)
    return max(first, index - _WINDOW), min(last, index + _WINDOW)


def _put_off(reading: Reading, index: int) -> _Found | None:
    """Read payment that is put off as such: "no need to pay until we're done"."""
    line, at = reading.line, reading.line_at
    first, _ = _clause(reading, index)
    owe = _OWE.match(line, at[index])
    if owe is not None:
        return (*reading.words_of(at[index], owe.end()), "after", False)
    match = _PUT_OFF.match(line, at[index])
    if match is None:
        return None
    before = line[at[first] : at[index]]
    lead = _NO_RUSH.search(before)
    if lead is None or _DEPOSIT.search(line, at[index], match.end()):
        return None
    if re.search(r"\b(?:you|we|i) (?:don't|do not|won't) (?:pay|settle)", before) and "before" in match.group():
        return None
    end = min(len(line), match.end())
    return (*reading.words_of(at[first] + lead.start(), end), "after", True)


def _pay_then_when(reading: Reading, index: int) -> _Found | None:
    """Read paying and then its time: "pay me after the set"."""
    line, at = reading.line, reading.line_at
    span = _paying(reading, index)
    if span is None:
        return None
    first, stop = span
    _, last = _clause(reading, index)
    end = at[last] - 1 if last < len(reading) else len(line)
    for cue in range(reading.word_at(min(stop, len(line) - 1)) if stop < len(line) else last, last):
        if at[cue] < stop:
            continue
        before = _BEFORE.match(line, at[cue], end)
        if before is not None:
            return (first, reading.words_of(at[cue], before.end())[1], "before", False)
        later = _LATER.match(line, at[cue], end)
        if later is None:
            continue
        between = line[stop : at[cue]] + ""
        if _DEPOSIT.search(line, at[first], at[cue]) or _STOP.search(between):
            return None
        if _CONTRAST.search(line[max(0, stop - 20) : at[cue]]):
            continue
        return (first, reading.words_of(at[cue], later.end())[1], "after", False)
    return None


def _paying(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the first word of the phrase of paying at `index` and where it ends in the line."""
    line, at = reading.line, reading.line_at
    match = _PAY.match(line, at[index])
    if match is None:
        match = _FEW_BOB.match(line, at[index]) or _TAKE_OFF.match(line, at[index])
        if match is None:
            return None
    word = reading.words[index]
    first, _ = _clause(reading, index)
    if word in ("money", "cash", "balance", "remainder", "few", "card", "payment"):
        lead = _HAND_OVER.search(line[at[first] : at[index]])
        if lead is not None:
            return reading.word_at(at[first] + lead.start()), match.end()
    if word == "card" and reading.words[index - 2 : index - 1] == ["tap"]:
        return index - 2, match.end()
    if word == "card":
        return None
    return index, match.end()


def _when_then_pay(reading: Reading, index: int) -> _Found | None:
    """Read a time and then paying: "after the session you can pay by card"."""
    line, at = reading.line, reading.line_at
    span = _paying(reading, index)
    if span is None or reading.words[index] in ("cash", "card", "balance", "remainder", "payment", "money"):
        return None
    first, stop = span
    begin, _ = _clause(reading, index)
    for cue in range(begin, first):
        if reading.marks[cue] & SENTENCE_END:
            continue
        later = _LATER.match(line, at[cue], at[first] - 1)
        if later is None or reading.words[cue] in ("whenever", "later", "can", "as"):
            continue
        between = line[later.end() : at[first]]
        if not re.fullmatch(r"(?: ,| -| —|[^,.!?]){0,60}", between) or _CONTRAST.search(line[at[begin] : at[cue]]):
            continue
        if not re.search(r"\b(?:you|we|ye|u|can|just|then|i'll|i|is|to|do|ya|could|please|,|and|my|he|she) ?\Z", between.rstrip() + " ") or _DEPOSIT.search(line, at[first], stop + 20):
            continue
        return (cue, reading.words_of(at[first], stop)[1], "after", False)
    return None


def _is_rejected(reading: Reading, first: int) -> bool:
    """True where the putting-off itself is denied: "it's not that there's no need to pay"."""
    return reading.words[first - 1 : first] in (["not"], ["never"])
