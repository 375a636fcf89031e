"""Payment that is put off as such: "no need to pay till we're done", "you can owe me"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.payments.handing import MONEY_NOUNS, speaks_of_money
from align.claims.payments.payment_times import LATER

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_WINDOW: Final = 12
_DEPOSIT: Final = re.compile(
    r"\b(?:deposits?|retainer|booking fee|to (?:hold|book|secure|confirm|reserve|lock)|tips?)\b"
)
_EXCUSES: Final = (
    r"(?:no need|don't need|dont need|needn't|no rush|no hurry|no pressure"
    r"|no (?:point|use|sense)(?: in)?|no (?:call|reason|cause)"
    r"|not (?:fussed|bothered|worried|fussy)|nothing|never mind"
    r"|(?:don't|dont|do not) (?:be )?(?:have|worry|worrying|mind|minding|stress|stressing|fret|fretting"
    r"|bother|fuss)"
    r"|(?:you|u|ya|ye) (?:ain't|aint|don't|dont) (?:gotta|got to)|you (?:won't|don't) (?:pay|owe)"
    r"|you don't|no|i don't (?:need|want|take|ask for|expect)"
    r"|won't (?:take|need|ask(?: \w+)? for|be asking(?: \w+)? for))"
)
_EXCUSED: Final = re.compile(_EXCUSES + r"(?:(?: \w+| ?'s)){0,5} \Z")
_NOT_YET: Final = re.compile(
    r"(?:pay(?:ing|ment)?|money|cash|balance|bill|settling|settle|due|transfer|send anything|invoice)"
    r"(?: (?:me|up|anything|nothing|nothin|a penny|a thing|bit|side|part|the|just|any|with|for|needed"
    r"|required|due|necessary|it|that|is|of"
    r"|a (?:cent|penny|dime)|right|about|on|changes hands|changing hands))*"
    r" (?:now|today|yet|up(?: ?-)? ?front|upfront|in advance|before(?:hand)?|first(?! or last\b)|right now"
    r"|straight away|on the day|at the start"
    r"|(?:until|till|til) (?:after|we|you|i|the|he|she|it|they)(?: ?'\w+)?+"
    r"(?! (?:\w+ ){0,2}?(?:arriv|book|confirm|start|begin|agree|get here|get there|come in)\w*"
    r"| (?:here|there|outside)\b(?! again| and (?:done|finished|happy|over|(?:we|you|it|that) ?(?:'ve|'s|'re|are|is|have))))"
    r"|before (?:we|i|you))(?! (?:except|apart from|other than|bar|besides|beyond)\b)(?: \w+){0,3}"
)
_UNTIL: Final = re.compile(r"\b(?:until|till|til)\b")
_UNHURRIED: Final = re.compile(
    r"\bno (?:rush|hurry|pressure|stress|panic|big rush)(?: (?:at all|whatsoever))?"
    r" (?:on|with|for|about|to|re)"
    r" (?:the |that |your |any |settling |sorting |making |sending )*\Z"
)
"""What needs no hurry may come after: "no rush with the money"."""
_NO_MATTER_WHEN: Final = re.compile(
    r"(?:\b(?:not|don't|dont|doesn't|never)(?: (?:really|that|too|much|one bit))*"
    r" (?:fussed|bothered|pushed|mind|matter|care|fussy|worried|picky"
    r"|precious)(?: to (?:me|us))?(?: about)?"
    r"|\b(?:easy|relaxed|chilled|flexible|laid back) (?:about|on|with|as to)) when"
    r" (?:the |your |you |u |ye |ya |it |we |want to |like to |decide to |actually |do )+\Z"
)
"""Before paying: at no time in particular, "I don't mind when you pay"."""
_SOME_TIME_BEFORE: Final = re.compile(
    r"[^.!?;]{0,120}\b(?:before|up ?-? ?front|upfront|in advance|first|ahead|prior)\b"
)
"""Behind paying: a time before, no further off than `_LOOK_AHEAD`, as a long text may ask at every word."""
_NOT_HURRIED: Final = re.compile(
    r"(?:payment|payments|money|balance)(?: wise| side(?: of things)?)?(?:,| -| is| -wise| :)*"
    r" (?:no|not a) (?:\w+ )?(?:rush|hurry|pressure|stress|panic)\b"
)
_FOLLOWS: Final = re.compile(
    r"(?:payments?|money) (?:\w+ )?(?:follows?|comes? after) (?:each|every|the|your|our)"
    r" (?:session|lesson|visit|appointment|class|job|shoot|groom|set|work|hour)\b"
)
"""Payment as what comes behind: "payment follows each session"."""
_WAITING: Final = re.compile(
    r"wait (?:on|for) (?:mine|my (?:money|fee)|the (?:money|cash|payment|balance|rest|fee)|payment)\b"
)
_I_CAN: Final = re.compile(
    r"\b(?:i can|i could|i'll|i will|i don't mind|i'm (?:happy|fine|ok|okay|glad|content)"
    r"|happy)(?: (?:to|always|easily|just|totally))* \Z"
)
"""Who is paid may be the one who waits: "I'm happy to wait on mine"."""
_UNHURRIED_THINGS: Final = frozenset(
    "pay paying payment payments money cash balance remainder transfer bill invoice settle".split()
)
_OWE: Final = re.compile(
    r"owe (?:me|us|you)\b(?! (?:\$|£|€|\d|an? (?:coffee|drink|pint|beer|favou?r|apology|big)|one|nothing"
    r"|anything|big))"
)
_DELAYED: Final = _UNHURRIED_THINGS | {"paying", "settling", "due", "send", "owe", "wait"}
"""Words at which payment can be put off as such."""
_MAY: Final = re.compile(r"\b(?:can|could|may|just|you'll|always|rather you) \Z")
_STILL_BEFORE: Final = re.compile(
    r"\b(?:when|once|until|till|til|on|by|as soon as|only)"
    r" (?:\w+ ){0,3}?(?:confirm|book|arriv|agree|pick|choose|decide|arrival|booking|the door|start"
    r"|begin)\w*"
)
"""A time before the appointment that the rest of the text then names."""
_UP_FRONT: Final = re.compile(r"\b(?:before (?:we|i|you)|up(?: ?-)? ?front|in advance|ahead of)\b")
_LOOK_AHEAD: Final = 120


def put_off(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words that put the payment at the cue `index` off as such."""
    word = reading.words[index]
    if word not in _DELAYED:
        return None
    line, at = reading.line, reading.line_at
    first = max(reading.sentence(index)[0], index - _WINDOW)
    before = line[at[first] : at[index]]
    owe = _OWE.match(line, at[index]) if word == "owe" else None
    if owe is not None and _MAY.search(before):
        return reading.words_of(at[index], owe.end())
    if word in _UNHURRIED_THINGS:
        lead = _UNHURRIED.search(before) if "no " in before else None
        if lead is not None and _is_before_yet(line, at[index] + len(word)):
            return None
        lead = lead or _at_no_time(line, before, at[index])
        if lead is not None:
            return reading.word_at(at[first] + lead.start()), index + 1
    waits = _WAITING.match(line, at[index]) if word == "wait" else None
    if waits is not None:
        own = _I_CAN.search(before)
        return None if own is None else reading.words_of(at[index], waits.end())
    calm = _NOT_HURRIED.match(line, at[index]) or _FOLLOWS.match(line, at[index])
    if calm is not None:
        return None if _is_before_yet(line, calm.end()) else reading.words_of(at[index], calm.end())
    return _not_yet(reading, index, before)


def _at_no_time(line: str, before: str, position: int) -> re.Match[str] | None:
    """Find what leaves it to the client when to pay, where no time before it follows."""
    found = _NO_MATTER_WHEN.search(before) if " when " in before else None
    return None if found is None or _SOME_TIME_BEFORE.match(line, position) else found


def _not_yet(reading: Reading, index: int, before: str) -> tuple[int, int] | None:
    """Return the words that excuse the client from paying before: "no need to pay now"."""
    line, at = reading.line, reading.line_at
    match = _NOT_YET.match(line, at[index])
    lead = None if match is None else _EXCUSED.search(before)
    if lead is not None and " mind if " in lead.group():
        return None  # "I don't mind if you pay now" excuses nobody
    if match is None or lead is None or _DEPOSIT.search(line, at[index], match.end()):
        return None
    until = _UNTIL.search(match.group())
    if until is not None and not _is_after(line, match.start() + until.start()):
        return None  # "no need to transfer anything until I send you the link"
    if (
        lead.group().startswith(("you don't ", "you won't "))
        and until is None
        and not _HAVE_TO.search(before)
    ):
        return None
    if until is None and _is_before_yet(line, match.end()):
        return None
    if until is None and _MORE.search(lead.group()) and _is_deposit_in(line, before, match.end()):
        return None
    return reading.words_of(at[index] - len(before) + lead.start(), match.end())


_MORE: Final = re.compile(r"\b(?:more|else|further|extra|again)\b")
_LATER_ON: Final = re.compile(
    r"[^.!?;]{0,60}?\b(?:after|afterwards|until|till|til|once|when|later|at the end|on the (?:day|night))\b"
)


def _is_deposit_in(line: str, before: str, position: int) -> bool:
    """True where the deposit was spoken of right before and no time follows: it is all that books, for now."""
    return _DEPOSIT.search(before) is not None and _LATER_ON.match(line, position) is None


_EXCUSED_IT: Final = re.compile(
    r"(?:(?:don't|do not|never|no need to|needn't|wouldn't)(?: (?:you|even|ever|be|go|have to|need to"
    r"|dare|just))*"
    r" (?:(?:think|thinking|worry|worrying|fret|fretting|stress|stressing|bother|bothering|fuss|fussing"
    r"|mind|touch|send|see to|deal with|look at)(?: (?:about|over|with))?"
    r" (?:it|that|them|any of (?:it|that))"
    r"|give (?:it|that) (?:a|another|any) (?:\w+ )?thought)"
    r"|(?:leave|park|forget(?: about)?) (?:it|that))(?: (?:at all|now|for now|just yet|yet|again))* \Z"
)
"""Before "until": what need not be seen to yet, "don't even think about it until you're back"."""
_ENDINGS: Final = frozenset("it that them thought all now yet again".split())
_EXCUSED_MONEY: Final = re.compile(
    _EXCUSES + r"(?: (?!or\b|and\b|but\b)\w+){0,5}? (?:payments?|money|cash|balance|bill|invoice|fee|rest"
    r"|remainder|transfer"
    r"|(?:get|take|dig|pull|bring|have|reach|whip)(?:ting|ing)?(?: out)?(?: for)? (?:your|the|that|a)"
    r" (?:card|wallet|purse|phone to pay))"
    r"(?: (?:out|up|over|across|in|off|bit|side|part|stuff|business|at all|me|to me|from you|off you))* \Z"
    r"|\b(?:don't|dont|do not|never) (?:be )?(?:get|tak|dig|pull|reach|whip)\w*(?: out| for)* (?:your|the)"
    r" (?:card|wallet|purse)(?: out)? \Z"
    r"|\bkeep (?:your|the) (?:purse|wallet|card|money|cash)(?: (?:shut|closed|away|in (?:your|the) (?:pocket|bag)))+ \Z"
    r"|\b(?:i'd|i would|i'll|we'd|we'll|we can|i always|we always)(?: (?:happily|just|simply|always|usually|rather))*"
    r" (?:leave|keep|save|sort|settle|do) (?:(?:the|your|any|all) )?(?:payment|money|balance|bill|rest of the money) \Z"
    r"|\b(?:i|we) never (?:take|ask for|want|need|touch|expect) (?:an?|the|your|any)?(?: )?"
    r"(?:card|money|payment|cash|balance|penny|rest|remainder|fee|bill) \Z"
)
"""Before "until": money that need not be seen to yet, "no need to sort the payment out until we've finished"."""
_PURSES: Final = frozenset(
    "payment payments money cash balance bill invoice fee rest remainder transfer card wallet purse out up"
    " over across in off bit side part stuff business me you pay shut closed away pocket bag penny".split()
)
"""What can stand right before that "until"."""
_BEFORE_DONE: Final = re.compile(
    r"before (?:we|i|you|he|she|it|they|(?:the|your) [\w-]+(?: ?'s| is))(?: ?'\w+| are| is| have| has)?+ (?:all |both |well |nicely )?"
    r"(?:done|over|finish\w*|through|dressed|happy|wrapped|off the|up and|back on)\b"
    r"(?! (?:with|about) (?:the|your|that) (?:date|day|time|plan|form|forms|paperwork|quote|design|slot|booking|chat)\b)"
)
"""A time that is over when the appointment is: "before you're off the table"."""
_NAMED: Final = re.compile(r"\b(?:the|your|my|our|that|this) ([\w-]+)")
UNTIL: Final = frozenset(("until", "till", "til", "before"))
_FAR: Final = 20
_OF_THE_DAY: Final = re.compile(r"\b(?:morning|day|night|evening|week) (?:of|before)\b")
"""A time that is still before: "until the morning of"."""
_FAR_OFF: Final = re.compile(r"\b(?:next|the new) (?:year|month|season|term|spring|summer|autumn|winter)\Z")


def put_off_until(u: Utterance, index: int) -> tuple[int, int] | None:
    """Return the words that excuse the client from money, or "it" that is money, until the word at `index`."""
    before = u.reading.words[index - 1]
    if before in _PURSES:
        return _money_until(u.reading, index)
    if before not in _ENDINGS:
        return None
    line, at = u.reading.line, u.reading.line_at
    first = max(u.reading.sentence(index)[0], index - _WINDOW)
    lead = _EXCUSED_IT.search(line, at[first], at[index])
    until = None if lead is None else LATER.match(line, at[index])
    if lead is None or until is None:
        return None
    if _FAR_OFF.search(until.group()) is not None:
        return None  # "then we leave it until next year": the appointment, not the money
    named = _NAMED.findall(line, at[max(0, index - _FAR)], lead.start())
    start = u.reading.word_at(lead.start())
    if named[-1] not in MONEY_NOUNS if named else not speaks_of_money(u, start):
        return None
    return start, u.reading.words_of(lead.start(), until.end())[1]


def _money_until(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words that excuse the client from what is named and paid, until after the appointment."""
    line, at = reading.line, reading.line_at
    done = _BEFORE_DONE if reading.words[index] == "before" else LATER
    until = done.match(line, at[index])
    if until is None:
        return None
    first = max(reading.sentence(index)[0], index - _WINDOW)
    lead = _EXCUSED_MONEY.search(line, at[first], at[index])
    if lead is None or _DEPOSIT.search(lead.group()) or _OF_THE_DAY.search(until.group()):
        return None
    if _is_before_yet(line, until.end()):
        return None
    return reading.words_of(lead.start(), until.end())


def _is_after(line: str, until: int) -> bool:
    """True for an "until" that waits for the end of the appointment."""
    return LATER.match(line, until) is not None or _DONE_THERE.match(line, until) is not None


_DONE_THERE: Final = re.compile(
    r"\w+(?: [\w']+){1,4} (?:here|there|outside) (?:again|and (?:(?:we|you|it)(?: ?'\w+| are| have| is)? )?(?:all )?"
    r"(?:done|finished|happy|over|trained))\b"
)
"""From "until": "till you're here and done"."""
_HAVE_TO: Final = re.compile(r"\b(?:have|need) to \Z")


def _is_before_yet(line: str, position: int) -> bool:
    """Tell whether the words behind ask for it before the appointment all the same."""
    ahead = re.split(r" [.!?;\n]", line[position : position + _LOOK_AHEAD], maxsplit=1)[0]
    return _UP_FRONT.search(ahead) is not None or _STILL_BEFORE.search(ahead) is not None
