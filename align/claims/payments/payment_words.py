"""Words of paying: "settle up", "pay me", "the rest is due", "the other half after"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Speaker
from align.claims.payments.handing import handed_at, speaks_of_money
from align.claims.payments.settling import comes_to_rest
from align.reading.cues import NUMBER, NUMBER_WORD, PAYMENT

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_REACH: Final = 12
_SUMS: Final = (
    r"balance|rest|remainder|full|remaining|other|whole|deposit|fee|bill|invoice|money|final|second"
    r"|session|amount|difference|total|last|outstanding|cash|lot|thing|penny|cent"
)
_ITS_WHEN: Final = (
    r"accounts?|tabs?|dues|fees|costs?|payments?|day|night|week|month|morning|evening|afternoon|weekend"
    r"|following|next|same|very|end|minute|moment"
)
"""Besides sums, what may stand behind "square up" and "fix up"."""
_NO_THING: Final = rf"(?! (?:the|her|his|its|their|your|my|our|those|these) (?!(?:{_SUMS}|{_ITS_WHEN})\b)\w+)"
"""Who squares up the fringe, or fixes up the amp, is not paid by it."""
APP_NAMES: Final = (
    "venmo|zelle|paypal|revolut|cash ?app|eft|paynow|payid|osko|bizum|gcash|mpesa|(?:m ?- ?)?pesa|momo"
    "|upi|gpay|paytm|swish|twint|vipps"
    "|mobilepay|tikkie|pix|grabpay|paylah|snapscan|interac|e ?- ?transfer|etransfer|monzo"
)
_AGAIN: Final = (
    r"(?:just |nearly |almost |about |easily )?(?:(?:half |twice )?as much again|(?:the same|that much|that) again"
    r"|a (?:man|fortune|bomb|mover|van|crew)|movers|someone|somebody)"
)
"""What is paid to others: "you'd pay as much again to get it up three flights"."""
_PAY: Final = re.compile(
    rf"(?:pay(?:ing|s)?(?: up)?(?! (?:the|your|her|his|their|a|an) (?!(?:{_SUMS}|\d[\d.,]*)\b)\w+)"
    r"(?! (?:me|us|him|her|them) an? visit)(?<!\bit )"
    rf"(?! (?:{_AGAIN}) to (?!me\b|us\b)\w+)(?! (?:to"
    r" (?:rest|wait|be|know|book|plan|start|ask|check|have|look)|off\b(?! (?:that|it|the link))"
    r"|attention|close|special|tribute|for (?:parking|the (?:parking|taxi|cab|venue|room)))\b)"
    r"|(?:settle[sd]?|settling)(?: up(?: with (?:me|us))?"
    r"| (?:the (?:balance|rest|bill|money|payment|fee|invoice|account|remainder)|it|that|payment"
    r"|everything))?"
    r"(?! (?:the|my|your|a|in|down|into|on(?! the (?:actual |same |wedding )?(?:day|night)\b)|for|by"
    r"|from|him|her|them)\b)"
    r"|squar(?:e|ing)(?: (?:up|me|us|it|that|things|everything|the (?:balance|rest|money))(?: up)?| away)"
    rf"{_NO_THING}"
    r"|sort(?:ing)? (?:me|us|it|that|the (?:money|rest|balance|cash|payment|bill|remainder|transfer)"
    r"|payment|money|cash)(?: out)?"
    r"|sort(?:ing)? out (?:(?:the|your|our|that|my) )?(?:money|payments?|cash|balance|rest|bill|fees?"
    r"|invoice|remainder|amount|total|what you owe)"
    r"|clear(?:ing)? (?:up )?with (?:me|us)|clear(?:ing)? (?:the|your|my|our) (?:balance|fees?|dues"
    r"|bill|payment|amount|rest|remaining|money"
    r"|invoice|remainder|total)"
    rf"|fix (?:(?:me|us) )?up(?: with (?:me|us))?{_NO_THING}|cough up|fork (?:it )?out|owe (?:me|us|you)"
    r"|(?:bank )?transfers?(?! (?:the|your|my|all|some|those|these|his|her)"
    rf" (?!(?:{_SUMS}|of (?:it|that|this|the)|\d[\d.,]*)\b)\w+)(?: (?:it|me|us"
    rf"|the (?:money|rest|balance)))?|(?:{APP_NAMES})(?: (?:me|us|it|request|link))?"
    r"|swip(?:e|ing)(?: (?:me|the|your|my|ur)(?: bank)?(?: card)?)?|tap (?:the |your |my )?card"
    r"|reimburse(?: me)?)\b"
)
_CLIENT_PAYS: Final = re.compile(
    r"(?:sort(?:ing)?|fix(?:ing)?|squar(?:e|ing)|settl(?:e|ing)|pay(?:ing)?|transfer(?:ring)?|"
    + APP_NAMES
    + r")"
    r"(?: up)?(?: with)? (?:you|u|ya|ye)\b(?: (?:out|up|back))?"
    r"|(?:(?<=can i )|(?<=can we )|(?<=could i )|(?<=could we )|(?<=i'll )|(?<=we'll ))clear (?:it|that)\b"
    r"|(?<=\bi )(?:paid|settled)(?: up| you| it| u)?\b"
)
"""In the client's own words: "can I sort you out after?"."""
_TAKE_OFF: Final = re.compile(
    r"(?:take|get|collect|grab|have) (?:it|that|the (?:money|cash|rest|balance)|payment) (?:off|from)"
    r" (?:you|ye|ya|u)\b"
)
_SUBJECT: Final = (
    r"(?:\b|(?<=[$£€¥₹₦₱₺₵฿₫₩₪₴₽] ))(?:\d[\d.,]*|remaining \w+"
    r"|(?:last|final|other|second|remaining) (?:bit|part|third|chunk|instal?ments?|slice)"
    r"|what(?:ever)?(?:'s| is) (?:owing|owed|outstanding|left)|what you(?: still)? owe|rest|balance"
    r"|payment|payments|remainder|money|amount|total|fee|half|everything|all|invoice|bill|envelope|cash)"
    r"(?: (?:amount|half|fee|of it|of the \w+|balance))?"
)
_LEFT: Final = re.compile(
    r"what(?:ever)?(?:'s| is) left(?! of (?:the|your) (?:money|fee|balance|bill|payment|price|total))"
    r"|(?:last|final|other|second|remaining) (?:bit|part|third|chunk"
    r"|slice)(?! of (?:the|your) (?:money|fee|balance|bill|payment|price|total))"
)
"""What is left, or is the last of it, may be work, or money."""
_PAID: Final = frozenset(("paid", "payable"))
_BE: Final = (
    r"(?:(?:is|'s|are|be|falls|becomes|comes|will be|can be|could be|may be|gets"
    r"|to be)(?: (?:only|just|then|not|all|always|usually))? )"
)
_IS_DUE: Final = re.compile(
    rf"(?:{_SUBJECT}|\b(?:it|that)) {_BE}\Z|\bi(?:'m| am)(?: (?:only|usually|always|normally))? \Z"
    r"|\b(?:rather|sooner|prefer(?: it)?(?: if)?|(?:fine|grand|ok|okay|easier|happy|great|best|mind)"
    r" if) (?:you|ye|u|people|clients|everyone) \Z|\w [,—-] (?:all |usually |always )?\Z"
    r"|\b(?:it's|that's)(?: (?:only|just|all))? \Z"
)
_CAN_FOLLOW: Final = re.compile(
    rf"{_SUBJECT} (?:(?:can|could|may|will|'ll)(?: (?:just|then|always|easily))? )?\Z"
)
_SENT: Final = re.compile(r"\w+ (?:you|me)\b")
_I_BILL: Final = re.compile(
    r"(?:\b(?:i|i'll|we|we'll|to|an|the|my|your|one|can|will|usually|always)|\A|[.!?,;—]) ?\Z"
)
_BILLING: Final = re.compile(
    r"\b(?:i|i'll|we|we'll)(?: (?:just|only|usually|always|normally|generally|tend to|then))? \Z"
)
"""Who bills: "I bill once a month, after the lessons"."""

_SETTLERS: Final = re.compile(
    r"(?:\b(?:you|we|i|i'll|we'll|ye|u|ya|can|could|may|to|just|please|then|let's|or|and|be|is|by|of|on"
    r"|all|always|simply|will|'ll)(?: (?:also|even|definitely|probably|certainly|easily|gladly|totally"
    r"|absolutely|happily))?|[.,!?;:…\n—-]) \Z"
)
"""Who settles up, where "settle" alone could be what a crowd or the dust does."""

_DOING: Final = re.compile(
    r"\b(?:i|i'll|you|u|we|we'll|you'll|can|could|to|go|will|may) (?:just |then |also |even |\w+ly )?\Z"
)
"""Before "transfer" or an app's name, a verb there: "I'll transfer"."""
_HIT_APP: Final = re.compile(r"\b(?:hit|ping|zap|use)(?: up)? (?:me on )?(?:my|our) \Z")
"""What one does with an app of the professional's: "hit my Venmo"."""
_VERDICTS: Final = frozenset("due paid payable".split())
_FOLLOWERS: Final = frozenset("follow follows wait".split())
_SUM_NOUNS: Final = frozenset("cash balance remainder payment payments money dosh readies wedge bob".split())
SHARES: Final = frozenset("rest half fee fees card".split())
"""Parts of a sum; of other things as well, unless they open their clause: "half now, half after"."""
SHARES_OF: Final = frozenset("other remaining last final".split())
"""Words before an amount that make it a part of the sum: "the other 55"."""
_SHARE_OPENS: Final = re.compile(
    r"(?:(?:^|[.,;:!?(—\n-] |\b(?:and|n|then|with|or|but|so|just|is|for|now|plus|see to|care of"
    r"|deal with|handle|leave|about|regarding) )(?:the |your |my |all |other |remaining |second |final "
    r"|(?:lesson|session|class|course|tuition|monthly|weekly|term) (?=\Z))*)\Z"
)
_OF_SUMS: Final = ("the", "your", "my")
_PARTED: Final = re.compile(
    r"(?:\b(?:half|deposit|advance|some|part)\b|\d|%)(?: (?!the\b)[\w%]+){0,4}"
    r" (?:,|and|n|then|&|/|-|—)(?: and| then)? \Z"
)
"""A first part of the sum, before the rest of it: "half now, rest after"."""
_OF_WORK: Final = re.compile(
    r"(?:^|\b(?:i|we|i'll|we'll|i'd|we'd|let's|can|could|will|just|to) )(?:(?:just|only|first"
    r"|both) )*(?:do|look at|start (?:with|on)|tackle|cover|cut|paint|finish|focus on|work on|shoot|edit"
    r"|prep|plan|clean|fix|plant|colou?r|go (?:over|through)|get through|concentrate on)"
    r" (?:(?:the|your|his|her|half|just|only|those|these|that|one|two"
    r"|of) )+(?![a-z' -]{0,30}?\b(?:deposit|payment|half|balance|money|fee|bill|cash|transfer|invoice"
    r"|booking|price|cost|sum|paperwork|quid|bucks|hundred|[a-z]+ty|[a-z]+teen|ten"
    r"|twelve)\b)[a-z'-]+(?: (?!(?:for|at|is|costs)\b)[a-z'-]+){0,3}?"
    r" (?:,|and|then|—|-)(?: (?:then|we|i|i'll|we'll|i'd|can|could|leave|do|keep|save|finish|pick up"
    r"|move|push|park|the))* \Z"
)
"""Before "rest" where what it is the rest of is work: "look at the lunches and leave the rest till spring"."""
_SUM_OPENS: Final = re.compile(
    r"\b(?:the|your|my)? ?(?:other|remaining|last|final) (?:[$£€¥₹₦₱₺₵฿₫₩₪₴₽] |gh ₵ |ksh |rm |rs |r )?\Z"
)


class Paying(NamedTuple):
    """A phrase of paying: its first word, where it ends in the line, and what it is.

    `noun` says that its time must stand right behind it ("cash at the end"); `passive` that
    it has a sum as its subject ("the rest is due"); `second` that a first part of the sum
    stands before it ("half now, half later").
    """

    first: int
    stop: int
    noun: bool = False
    passive: bool = False
    second: bool = False


def paying_at(u: Utterance, index: int) -> Paying | None:
    """Return the phrase of paying that the cue word at `index` is part of."""
    reading = u.reading
    line, at = reading.line, reading.line_at
    word = reading.words[index]
    begin = max(reading.sentence(index)[0], index - _REACH)
    before = line[at[begin] : at[index]]
    end = at[index] + len(word)
    if u.speaker is Speaker.CLIENT:
        match = _CLIENT_PAYS.match(line, at[index])
        if match is not None:
            return Paying(index, match.end())
    if word in _VERDICTS or word in _FOLLOWERS:
        lead = (_IS_DUE if word in _VERDICTS else _CAN_FOLLOW).search(before)
        if lead is None:
            return None
        first = reading.word_at(at[begin] + lead.start())
        if word not in _PAID and _LEFT.match(lead.group()) and not speaks_of_money(u, first):
            return None  # "we'll do the fringe now, what's left can wait"
        return Paying(first, end, noun=True, passive=True)
    if not reading.marks[index] & PAYMENT or word in SHARES:
        return _share(reading, index, before)
    if word in _SUM_NOUNS and not line.startswith("cash app ", at[index]):
        match = _TAKE_OFF.match(line, at[index])
        return Paying(index, end, noun=True) if match is None else Paying(index, match.end())
    if word in ("invoice", "bill"):
        sent = _SENT.match(line, at[index])
        if sent is None and _I_BILL.search(before) is None:
            return None
        noun = sent is None and _BILLING.search(before) is None
        return Paying(index, end if sent is None else sent.end(), noun=noun)
    return _verb(u, index, before)


def _verb(u: Utterance, index: int, before: str) -> Paying | None:
    """Read a verb of paying, or an app's name as one."""
    line, at = u.reading.line, u.reading.line_at
    word = u.reading.words[index]
    match = _PAY.match(line, at[index]) or _TAKE_OFF.match(line, at[index])
    if match is None and word == "tap" and _speaks_of_card(u, index):
        match = _TAP_LATER.match(line, at[index])
    if match is not None and match.group() == "owe you" and u.speaker is Speaker.PROFESSIONAL:
        return None  # "I owe you an apology after last week"
    if match is None:
        handed = handed_at(u, index)
        return (
            None if handed is None else Paying(index, at[handed[1] - 1] + len(u.reading.words[handed[1] - 1]))
        )
    if word.startswith("settl") and match.group() == word and before and _SETTLERS.search(before) is None:
        return None
    if word.startswith("settl") and match.group() == word and comes_to_rest(u, index, before):
        return None
    done = word.startswith(("pay", "settl")) or _DOING.search(before) or _HIT_APP.search(before)
    noun = match.group() == word and not done
    return Paying(index, match.end(), noun=noun)


_TAP_LATER: Final = re.compile(
    r"tap(?= (?:on (?:the|your|ur|my) way (?:out|home|past)|at the (?:very )?end|after|afterwards|when|once|as (?:you|i))\b)"
)
_CARDS: Final = frozenset("card cards contactless reader terminal sumup zettle".split())
"""What is tapped with, or on, where "tap" alone could be what a foot or a plumber does."""


def _speaks_of_card(u: Utterance, index: int) -> bool:
    """True where a card is spoken of before the word at `index`, or in the client's question."""
    if not _CARDS.isdisjoint(u.reading.words[max(0, index - _REACH) : index]):
        return True
    return u.inbound is not None and not _CARDS.isdisjoint(u.inbound.reading.words)


def is_rest_of_work(reading: Reading, first: int, last: int) -> bool:
    """True for "leave the rest" behind the part of the work that is done first."""
    if "rest" not in reading.words[first:last]:
        return False
    begin = max(reading.sentence(first)[0], first - _REACH)
    return _OF_WORK.search(reading.line, reading.line_at[begin], reading.line_at[first]) is not None


def is_kept_for(reading: Reading, paying: Paying, position: int) -> bool:
    """True for "cash for after", "cash for when we finish"; "pay for when you next come" is paying now."""
    if reading.line.startswith("after", position):
        return True
    handed = paying.noun or not reading.words[paying.first].startswith("pay")
    return handed and reading.line.startswith(("when ", "once "), position)


_COUNTING: Final = NUMBER | NUMBER_WORD


def _share(reading: Reading, index: int, before: str) -> Paying | None:
    """Read a part of the sum as what is paid: "the rest after", "the other 55 once he's dry"."""
    at, word = reading.line_at, reading.words[index]
    if word in SHARES:
        if word == "rest" and _OF_WORK.search(before):
            return None
        if word == "half" and reading.marks[index + 1 : index + 2] and reading.marks[index + 1] & _COUNTING:
            return None  # "half six, and tomorrow" is an hour
        opens = _SHARE_OPENS.search(before)
        if word == "rest" and opens is not None and not opens.group().strip().endswith(_OF_SUMS):
            opens = _PARTED.search(before)  # "rest after the session" tells the client to
    elif word[0].isdigit():
        opens = _SUM_OPENS.search(before)
    else:
        return None
    if opens is None:
        return None
    return Paying(index, at[index] + len(word), noun=True, second=_PARTED.search(before) is not None)
