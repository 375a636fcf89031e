"""Payment timing: before the appointment, or after it ("settle up later", "pay when we finish").

A claim of payment after is a word of paying with a time that comes after the
appointment in the same clause, in either order, or a phrase that puts payment off by
itself ("no need to pay till we're done", "you can owe me"). A deposit is always before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from align.claims.claim import PaymentClaim, Speaker, Stance
from align.claims.stance import stance_of
from align.reading.cues import PAYMENT

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_PAY: Final = re.compile(
    r"(?:pay(?:ing|s)?(?: up)?(?! (?:the|your|her|his|their|a|an) (?!(?:balance|rest|remainder|full|remaining|other|whole|deposit|fee|bill|invoice|money|final|second|session|amount|difference|total|last|outstanding|second|cash|lot)\b)\w+)(?! (?:off|attention|close|special|a visit|the (?:meter|toll|driver|taxi|cab|venue|florist|parking|band|bill at)|for (?:parking|the (?:parking|taxi|cab|venue|room))|tribute)\b)"
    r"|(?:settle[sd]?|settling)(?: up(?: with (?:me|us))?| (?:the (?:balance|rest|bill|money|payment|fee|invoice|account|remainder)|it|that|payment))?(?! (?:the|my|your|a|in|down|into|on|for|by|from|him|her|them)\b)|due|squar(?:e|ing)(?: (?:up|me|us|it|that|things|everything|the (?:balance|rest|money))(?: up)?| away)"
    r"|sort(?:ing)? (?:me|us|it|that|the (?:money|rest|balance|cash|payment|bill|remainder|transfer)|payment|money|cash)(?: out)?"
    r"|sort(?:ing)? out (?:the )?(?:money|payment|cash|balance|rest|bill)"
    r"|fix (?:(?:me|us) )?up(?: with (?:me|us))?|cough up|fork (?:it )?out|owe (?:me|us|you)"
    r"|(?:bank )?transfers?(?: (?:it|me|us|the (?:money|rest|balance)))?|venmo(?: me)?|zelle(?: me)?|paypal(?: me)?|revolut(?: me)?|cash ?app(?: me)?"
    r"|invoice(?: (?:you|me))?|follows?|wait|bill(?: (?:you|me))?|payments?|balance|remainder|cash|card|money|tap (?:the |your )?card|reimburse(?: me)?)\b"
)
_HAND_OVER: Final = re.compile(
    r"\b(?:lash|send|throw|fling|drop|hand|bring|slip|give|chuck|bung|leave|get|ping|wire|shoot|fire|whack|stick|transfer|have|take|collect|grab|pass|tap|bob)(?:ing)?"
    r" (?:(?:me|us|you|it|over|off|up|across|my way|to me|to you|on) )*(?:(?:the|a|my|your|that|some) )?(?:(?:few|rest of the|rest|bit of|full) )*\Z"
)
_TAKE_OFF: Final = re.compile(r"(?:take|get|collect|grab|have) (?:it|that|the (?:money|cash|rest|balance)|payment) (?:off|from) (?:you|ye|ya|u)\b")
_FEW_BOB: Final = re.compile(r"(?:bob|readies|dosh|wedge)\b")

_IS_DUE: Final = re.compile(
    r"(?:\b|(?<=[$£€] ))(?:\d[\d.,]*|remaining \w+|rest|balance|payment|remainder|money|amount|total|it|that|fee|half|everything|all|nothing|payments)(?: (?:amount|half|fee|of it|of the \w+|balance))?"
    r" (?:(?:is|'s|are|be|falls|becomes|comes|will be)(?: (?:only|just|then|not))? )\Z|\b(?:it's|that's)(?: (?:only|just|all))? \Z"
)
_CAN_FOLLOW: Final = re.compile(
    r"(?:\b|(?<=[$£€] ))(?:\d[\d.,]*|remaining \w+|rest|balance|payment|remainder|money|amount|total|half|invoice|bill)(?: (?:amount|half|of it|of the \w+|balance))?"
    r" (?:(?:can|could|may|will|'ll)(?: (?:just|then|always|easily))? )?\Z"
)
_NOUNS: Final = frozenset("cash card balance remainder payment payments money transfer transfers dosh readies wedge bob due follow follows wait".split())
"""Nouns of paying, which need their time right behind them: "cash at the end is fine"."""
_LIGHT: Final = re.compile(
    r"(?: (?:is|'s|are|works|fine|can|could|be|due|made|taken|it|at|on|for|me|us|only|just|,|ok|okay|good|happens|comes|through|then|to|will|over|along|with|you|or|and|cash|card|up|out|home|by|bank|transfer|not|even|any|in|we|do|we'll|all|required|needed|necessary|collected|off|ya|ye|from|usually|always|normally|simply|grand|easy|handed|sent|(?:my|your) (?:way|account)))*"
)
_PERSON: Final = r"(?:we|i|you|ye|u|ya|he|she|it|they|everyone|everybody|that|this|the \w+(?: \w+)?|your \w+|her \w+|his \w+|my \w+|\w+)"
_NOT_AFTER: Final = (
    r"(?!(?:\w+ ){0,4}?(?:agree\w*|fix(?:ed)?\b|pick(?:ed)? (?:a|the|your|one)|choos\w*|chose\w*|sent|receiv\w*|approv\w*|sign\w*|accept\w*|schedul\w*|is set|are set|held|arriv\w*|book(?:ed|ing)?|confirm\w*|lock\w*|reserv\w*|start\w*|begin\w*|began|gets? here|get here|get there|got here|gets? in|come in|comes? over"
    r"|(?:come|came|coming|walk|turn) (?:in|up|over|round)|show up|sit down|before|deposit|open the|set the date|pick a (?:time|date|slot)|settle on|meet|see you|decide|decided|send the|gets? the link|get the (?:link|form|invoice)))\b"
)
_WHEN: Final = (
    r"(?:when|once|as soon as|soon as|after|until|till|til|as|while|by the time)"
)
_DONE: Final = (
    r"(?:done|finish\w*|finsh\w*|over|through|ends?|ended|complete\w*|wrap\w*|leav\w*|left|go|going|heading|head|happy|home|seen|see|saw|heard|dri(?:ed|es)|dry|pack\w*|collect\w*|pick\w*|paid|payday"
    r"|get paid|got paid|heal\w*|deliver\w*|tried|look\w*|satisf\w*|ready|can|able|have it|has it|had|out|away|back|suits?|like|get (?:a )?(?:chance|minute|sec|moment)|sorted|up|over with|last|clean|gorgeous|handed|hand|\w{3,}ed)"
)
_LATER: Final = re.compile(
    r"(?:(?:right |straight |just |shortly |any ?time |only )?after (?:the|our|your|my|each|every|his|her|we|i|you|she|he|they|it|that|this|ye|u|all)(?: ?'s|'re|'ve)? (?!(?:pay|paid|book|arriv|confirm|settle|transfer|send|deposit|do|did)\w*)\w+(?: (?:done|finish\w*|over|ends?|leave))?\b"
    r"|(?:right |straight |just |shortly |any ?time |a bit |only )?(?:after(?:wards?)?|afters)\b(?! (?:you|u|we|i|he|she|they|ye) (?:pay|paid|settle|transfer|send|book|confirm|arriv)\w*| (?:payment|deposit|booking|that deposit|the deposit|your deposit|the payment|7|\d)\b)"
    r"|(?:a bit |a little |much )?later(?: on)?\b(?! than (?:\d|the (?:day|night) before))"
    r"|(?:whenever|when ?ever)\b" + r"(?! you (?:book|arrive|confirm|reserve))"
    r"|(?:right |straight )?(?:at|by|towards?|on|for) the (?:very )?end\b(?: of (?:the |our |your |my |each |every )?\w+(?: \w+)?)?"
    r"|at the finish|on (?:the|your|my|their|her|his) way out|on (?:completion|pick ?up|collection|leaving|pay ?day|your payday)|upon completion|at (?:pick ?up|collection)|end of (?:the |each )?(?:session|lesson|month|week|day|night|set|appointment|visit|class|job|shoot|groom|evening|party|gig|event|hour)"
    r"|(?:some ?time |early |even |or |any day |anytime )?next (?:week|month|time|payday|friday|monday|tuesday|wednesday|thursday|saturday|sunday|visit)\b"
    r"|(?:the )?(?:day|morning|week) after\b|the following (?:day|week|month|morning)|in arrears|within (?:\d+|seven|ten|fourteen|thirty|a few) days|net \d+|in your own time|in (?:a|the) (?:few days|week or two)|down the (?:line|road)"
    r"|(?:can|could|will|'ll) wait\b|before or after\b"
    r"|(?:until|till|til) " + _NOT_AFTER + r"(?:after(?:wards)?|the (?:very )?end|later|next \w+|(?:we|you|i|it|he|she|they|the \w+|your \w+)(?: ?'s|'re|'ve|'m| is| are| have| has)? \w+)"
    r"|(?:when|once|as soon as|soon as|as) " + _NOT_AFTER + _PERSON + r"(?: ?'s|'re|'ve|'m| is| are| has| have| was| am)?(?: \w+){0,4}? " + _DONE + r"\b(?: \w+ing)?"
    r"|(?:when|once|as soon as|soon as) " + _NOT_AFTER + r"(?:done|finished|happy|home|over|complete|healed|dried|packed|sorted|delivered|we're|i'm|you're|ur|im|hes|shes|he's|she's|it's|its|they're)\b(?: \w+){0,2}"
    r"|(?:when|if) (?:it suits|you (?:can|like|have it|get (?:a )?chance|'re able|are able)|you're able|you've got it|you get paid|convenient))"
)
_TIMES: Final = frozenset(
    "right straight just shortly any anytime only after afters afterward afterwards a bit little much later whenever when"
    " whenever at by towards toward on upon end some sometime early even or next the day morning week following in within"
    " net down can could will 'll wait once as soon if up upfront before beforehand ahead prior first to this monday"
    " tuesday wednesday thursday friday saturday sunday for until till til".split()
)
"""Words that a time of paying can open with; the patterns below are tried at no others."""

_ON_A_DAY: Final = re.compile(r"(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|on the \d{1,2} (?:st|nd|rd|th)\b")
"""In the client's words: who books for today and pays on Friday pays after."""
_BEFORE: Final = re.compile(
    r"(?!before (?:or|and) after)(?:up ?- ?front|upfront|up front|in advance|before(?:hand)?|ahead of (?:time|the|your|our)|prior to|at the start|on arrival|when (?:i|you|we) (?:arrive|get (?:here|there)|book|start|begin|come in|walk in)|on the door|first|to (?:book|hold|secure|confirm|reserve|lock))\b"
)
_NO_RUSH: Final = re.compile(
    r"(?:(?:no need|don't need|dont need|needn't|no rush|no hurry|no pressure|don't (?:have|worry|mind|stress|fret|bother|fuss)|dont (?:have|worry|mind|stress|fret|bother|fuss)|not (?:fussed|bothered|worried|fussy)|nothing|never mind|you (?:won't|don't) (?:pay|owe)|no|i don't (?:need|want|take|ask for|expect)|won't (?:take|need|ask for))"
    r"(?: \w+){0,5}?) \Z"
)
_PUT_OFF: Final = re.compile(
    r"(?:pay(?:ing|ment)?|money|cash|balance|bill|settling|settle|due|transfer|send anything|invoice|a (?:cent|penny|dime))(?: (?:me|up|anything|a penny|a thing|bit|side|part|the|just|any|with|for|needed|required|due|necessary|it|that|is|of|a (?:cent|penny|dime)|right|about|on))*"
    r" (?:(?:now|today|yet|up ?front|upfront|up front|in advance|before(?:hand)?|first|right now|straight away|on the day|at the start|until (?:after|we|you|i|the|he|she|it)|till (?:after|we|you|i|the|he|she|it)|til (?:after|we|you|i|the)|before (?:we|i|you))(?: \w+){0,3})"
)
_OWE: Final = re.compile(r"owe (?:me|us|you)\b(?! (?:\$|£|€|\d|an? (?:coffee|drink|pint|beer|favou?r|apology|big)|one|nothing|anything|big))")
_MAY: Final = re.compile(r"\b(?:can|could|may|just|you'll|always|rather you) \Z")
_UNHURRIED: Final = re.compile(
    r"\bno (?:rush|hurry|pressure|stress|panic|big rush)(?: (?:at all|whatsoever))? (?:on|with|for|about|to|re) (?:the |that |your |any |settling |sorting |making |sending )*\Z"
)
"""What needs no hurry may come after: "no rush with the money"."""
_DEPOSIT: Final = re.compile(r"\b(?:deposits?|retainer|booking fee|to (?:hold|book|secure|confirm|reserve|lock)|meter|parking|toll|tip|tips|taxi|fare|entry|venue|attention)\b")
_UNHURRIED_THINGS: Final = frozenset("pay paying payment payments money cash balance remainder transfer bill invoice settle".split())
_WINDOW: Final = 12
"""Words between paying and its time."""
_CONTRAST: Final = re.compile(r"\b(?:not|never|rather than|instead of|no|isn't|don't|can't|won't|than|nor)(?: (?:at|the|to|just|be|pay|paid|settle|on|leave it))* \Z")
_OTHERS_PAY: Final = re.compile(r"\b(?:some|other|most|many|few|lots of|plenty of|a lot of)(?: \w+)? \w+ \Z|\b(?:they|others|people|everyone else|clients used to) \Z")
_TURNED_DOWN: Final = re.compile(r"\b(?:do mind|would mind|i'd mind|i mind|not|never|rather you didn't|prefer (?:not|you didn't)|instead of|rather than)(?: (?:if|that|you|it|to|being|have|having|we|clients?|people|when))* \Z")
_STOP: Final = re.compile(r" (?:call|text|message|ring|email|book|check|remind|chat|meet|see|bring|send you|confirm|and i'll|then i'll|so i)\b")


def read_payments(u: Utterance) -> None:
    """Add a `PaymentClaim` for every statement of when payment happens."""
    reading = u.reading
    if not reading.seen & PAYMENT:
        return
    done = 0
    put_off: list[PaymentClaim] = []
    for index in reading.where(PAYMENT):
        if index < done:
            continue
        found = _put_off(reading, index)
        if found is not None:
            stance = Stance.REFUSED if _is_rejected(reading, found[0]) else Stance.ASSERTED
            put_off.append(PaymentClaim(first=found[0], last=found[1], stance=stance, timing="after"))
            done = found[1]
            continue
        timed = _pay_then_when(u, index) or _when_then_pay(reading, index)
        if timed is None:
            continue
        first, last, timing = timed
        stance = Stance.REFUSED if _is_rejected(reading, first) else stance_of(reading, first, last)
        u.payments.append(PaymentClaim(first=first, last=last, stance=stance, timing=timing))
        done = last
    if not any(c.timing == "after" and c.stance is Stance.ASSERTED for c in u.payments):
        # "don't mind the money now, sort me out next week" says one thing, the clearer the better
        u.payments.extend(put_off)


_Timed = tuple[int, int, Literal["before", "after"]]
"""Words `[first, last)` and the timing that they state."""


def _clause(reading: Reading, index: int) -> tuple[int, int]:
    """Return where the words begin and end that may time the payment at `index`."""
    first, last = reading.sentence(index)
    return max(first, index - _WINDOW), min(last, index + _WINDOW)


def _put_off(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read payment that is put off as such: "no need to pay until we're done"."""
    line, at = reading.line, reading.line_at
    first, _ = _clause(reading, index)
    owe = _OWE.match(line, at[index])
    if owe is not None and _MAY.search(line[at[first] : at[index]]):
        return reading.words_of(at[index], owe.end())
    before = line[at[first] : at[index]]
    unhurried = _UNHURRIED.search(before)
    if unhurried is not None and reading.words[index] in _UNHURRIED_THINGS:
        return reading.word_at(at[first] + unhurried.start()), index + 1
    match = _PUT_OFF.match(line, at[index])
    if match is None:
        return None
    lead = _NO_RUSH.search(before)
    if lead is None or _DEPOSIT.search(line, at[index], match.end()):
        return None
    if re.search(r"\b(?:you|we|i) (?:don't|do not|won't) (?:pay|settle)", before) and "before" in match.group():
        return None
    end = min(len(line), match.end())
    return reading.words_of(at[first] + lead.start(), end)


def _pay_then_when(u: Utterance, index: int) -> _Timed | None:
    """Read paying and then its time: "pay me after the set"."""
    reading = u.reading
    words = reading.words
    line, at = reading.line, reading.line_at
    span = _paying(reading, index)
    if span is None:
        return None
    first, stop = span
    _, last = _clause(reading, index)
    end = at[last] - 1 if last < len(reading) else len(line)
    for cue in range(reading.word_at(min(stop, len(line) - 1)) if stop < len(line) else last, last):
        if at[cue] < stop or words[cue] not in _TIMES:
            continue
        before = _BEFORE.match(line, at[cue], end)
        if before is not None:
            return (first, reading.words_of(at[cue], before.end())[1], "before")
        later = _LATER.match(line, at[cue], end)
        if later is None and u.speaker is Speaker.CLIENT:
            later = _ON_A_DAY.match(line, at[cue], end)
        if later is None:
            continue
        between = line[stop : at[cue]]
        if _DEPOSIT.search(line, at[max(_clause(reading, index)[0], first - 3)], at[cue]) or _STOP.search(between):
            return None
        if reading.words[index] in _NOUNS and _LIGHT.fullmatch(between.rstrip()) is None:
            return None
        if _CONTRAST.search(line[max(0, stop - 20) : at[cue]]):
            continue
        return (first, reading.words_of(at[cue], later.end())[1], "after")
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
    if word == "invoice" and match.end() == at[index] + len(word) and reading.words[index - 1 : index] not in (
        ["i"], ["i'll"], ["we"], ["to"], ["an"], ["the"], ["my"], ["your"], ["can"], ["will"], ["usually"],
    ):  # fmt: skip
        return None
    if word == "bill" and match.end() == at[index] + len(word) and reading.words[index - 1 : index] not in (["i"], ["we"], ["to"], ["usually"]):
        return None
    if word in ("due", "follow", "follows", "wait"):
        due = (_IS_DUE if word == "due" else _CAN_FOLLOW).search(line[at[first] : at[index]])
        return None if due is None else (reading.word_at(at[first] + due.start()), match.end())
    if word in ("money", "cash", "balance", "remainder", "bob", "card", "payment", "dosh", "readies", "wedge"):
        lead = _HAND_OVER.search(line[at[first] : at[index]])
        if lead is not None and (word != "card" or lead.group().startswith("tap")):
            return reading.word_at(at[first] + lead.start()), match.end()
    if word == "card" and reading.words[index - 2 : index - 1] == ["tap"]:
        return index - 2, match.end()
    if word == "card":
        return None
    return index, match.end()


def _when_then_pay(reading: Reading, index: int) -> _Timed | None:
    """Read a time and then paying: "after the session you can pay by card"."""
    line, at = reading.line, reading.line_at
    span = _paying(reading, index)
    if span is None or reading.words[index] in ("cash", "card", "balance", "remainder", "payment", "money"):
        return None
    first, stop = span
    begin, _ = _clause(reading, index)
    for cue in range(begin, first):
        if reading.words[cue] not in _TIMES:
            continue
        later = _LATER.match(line, at[cue])
        if later is None or later.end() >= at[first] or reading.words[cue] in ("whenever", "later", "can", "as"):
            continue
        if later.group() == "after":
            continue
        between = line[later.end() : at[first]]
        if not re.fullmatch(r"(?: ,| -| —|[^,.!?]){0,60}", between) or _CONTRAST.search(line[at[begin] : at[cue]]):
            continue
        if not re.search(r"\b(?:you|we|ye|u|can|just|then|i'll|i|is|to|do|ya|could|please|,|and|my|he|she) ?\Z", between.rstrip() + " ") or _DEPOSIT.search(line, at[first], stop + 20):
            continue
        return (cue, reading.words_of(at[first], stop)[1], "after")
    return None


def _is_rejected(reading: Reading, first: int) -> bool:
    """True where a lead-in turns it down that negation alone does not show: "I do mind if"."""
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(first)[0], first - _WINDOW)
    if _OTHERS_PAY.search(line[at[begin] : at[first]]):
        return True
    return _TURNED_DOWN.search(line[at[begin] : at[first]]) is not None
