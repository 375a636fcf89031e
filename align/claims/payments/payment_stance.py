"""The stance towards a time of paying: agreed to, turned down, or only what others do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.contacts.owners import THIRD_PARTIES
from align.claims.payments.payment_reasons import is_argued_away
from align.claims.stance import stance_of
from align.claims.taken_back import is_taken_back

if TYPE_CHECKING:
    from align.reading import Reading

_WINDOW: Final = 12
"""Words before paying that are looked at."""
_OTHERS_PAY: Final = re.compile(
    r"\b(?:some|other|most|many|few|lots of|plenty of|a lot of)(?: \w+)? \w+ \Z"
    r"|\b(?:some|other|most|many|a lot)(?: of(?: (?:these|those|the))?)?(?: [\w-]+){1,2} (?:\w+ )?(?:let"
    r"|lets|allow|allows|have|ask)"
    r" (?:you|people|clients|them|folks)(?: to)? \Z"
    rf"|\b(?:the|your|a|an|that|some|most)(?: (?!(?:deposit|price|session)\b)[\w-]+){{0,2}}"
    rf" (?:{THIRD_PARTIES}|stores?|suppliers?|music shop|websites?|college|academy|other \w+)(?: (?:down"
    rf"|up|in"
    r"|on|near|round|across)(?: [\w-]+){1,3}?)? (?:will |would |might |\w+ly )?(?:let|lets|allow|allows"
    r"|ask|asks"
    r"|have|has|offers?)(?: (?:you|u|people|clients|them|folks|everyone|families|parents))?(?: to)? \Z"
    r"|\b(?:the other|another|your (?:old|last|previous|former|other|current)"
    r"|that other) [\w-]+ (?:\w+ )?(?:offer"
    r"|offers|offered|gave|gives|giving|offering|promised|does|did|asks|asked|wants|wanted|had)(?: (?:you"
    r"|u|for|them))?"
    r"(?: (?!(?:i|we|but|so|i'll|i'm|you)\b)[\w'%-]+){0,6} \Z"
    r"|\b(?:let|lets|allows?|allowed|had) (?:me|us)(?: all)?(?: to)? \Z"
    r"|\b(?:they|others|people|everyone else|clients used to)"
    r" (?:(?:may |might )?(?:let|lets|allow|have) (?:you|people|clients|them|folks)(?: to)? )?\Z"
    r"|\b(?:stopped|no longer|burned|burnt|stung|quit|gave up|given up|done|through"
    r"|(?:old|last|previous|former|other|first) \w+)(?: (?:by|with|from))?"
    r" (?:let|lets|letting|allow|allowed|allows|allowing|having|had"
    r"|doing)(?: (?:people|clients|anyone|everyone|them|folks|you|customers))?(?: to)? \Z"
    r"|\b(?:i|we)(?:'ve)? had (?:an?|one|some|this|too many|enough|people|clients?|\w+)(?: [\w'-]+){0,2}"
    r" (?:who|that)(?: ?'d| would| used to| always| kept| said they'd| promised to| \w+ly)* \Z"
    r"|\bif (?:i|we|you)(?:'d)?(?: (?:ever|just|always|started|start|kept|keep|went around|go around))*"
    r" (?:let|lets|letting|allow|allowed|allowing|have|had|took"
    r"|asked)(?: (?:everyone|everybody|(?:every|one|a|another|each) \w+|all (?:of )?(?:my|our|the)|all"
    r"|any|anyone|anybody|each|my|our|people|clients|customers|folks|them|students|parents|brides?"
    r"|owners|couples|else|client|customer|bride|student|parent))+(?: to)? \Z"
)
_TURNED_DOWN: Final = re.compile(
    r"\b(?:do mind|would mind|i'd mind|i mind|not|never|rather you didn't|prefer (?:not|you didn't)"
    r"|instead of|rather than)"
    r"(?: (?:if|that|you|it|to|being|have|having|we|clients?|people|when))* \Z"
)


def payment_stance(reading: Reading, first: int, last: int) -> Stance:
    """Return the stance; who pays for the client is no stranger: "your boss can do one payment"."""
    line, at = reading.line, reading.line_at
    if is_rejected(reading, first) and not (_so_can_you(reading, last) or _pay_us(reading, first, last)):
        return Stance.REFUSED
    if last < len(reading) and _OUR_WAY.match(line, at[last]):
        return Stance.ASSERTED
    if last < len(reading) and _BEFORE_INSTEAD.match(line, at[last]):
        return Stance.REFUSED
    stance = stance_of(reading, first, last)
    if stance is Stance.ASSERTED and is_taken_back(reading, first, last):
        return Stance.REFUSED
    begin = max(reading.sentence(first)[0], first - _WINDOW)
    if last < len(reading) and is_argued_away(line[at[begin] : at[first]], line, at[last]):
        return Stance.REFUSED
    if last < len(reading) and _OTHERS_WAY.match(line, at[last]):
        return Stance.QUOTED
    if stance is Stance.QUOTED and _THEIR_PAYER.search(line, at[begin], at[first]):
        return Stance.ASSERTED
    return stance


_BEFORE_INSTEAD: Final = re.compile(
    r"(?:[\w'-]+ ){0,4}\? (?!(?:yes|yep|yeah|sure|ok|okay|of course|fine|no problem|happily|gladly)\b)"
    r"(?:(?!after\b|later\b|fine\b|ok\b)[\w',-]+ ){0,12}(?:before|up ?-? ?front|in advance"
    r"|beforehand)\b(?! (?:you leave|you go))"
)
"""Behind an echoed question: its answer, "payment after? I've no till in the sea, before please"."""
_OUR_WAY: Final = re.compile(
    r"is (?:how|the way) (?:it(?:'s| is) done|it works"
    r"|things (?:are done|work))(?! (?:elsewhere|there|by|at (?!mine|ours)|in (?!my|our)))"
)
"""Behind the time of paying: "is how it's done here"."""
_THEIR_PAYER: Final = re.compile(
    r"(?:(?<!if )(?<!whether )\byour (?:[\w'-]+ )?[\w'-]+"
    r"|\b(?:amount|balance|rest|remainder|money|cash|payment|fee|half|\d) (?:of it )?(?:he|she|they|(?:one|any)"
    r" of you|someone|somebody|whoever(?: [\w'-]+){1,3}?))(?: (?:can|could|will|may|is welcome to)"
    r"|'ll|'s welcome to)(?: (?:just|always|also|then|simply|\w+ly))* \Z"
)


_OTHERS_WAY: Final = re.compile(
    r"(?:[\"'] )?(?:(?:got|has|had|left|saw) (?:me|us)"
    r" (?:\w+ )?(?:burned|burnt|stung|robbed|chasing|short|out of pocket)\b"
    r"|(?:was|were|used to be)\b(?![^.!?;]{0,60}\b(?:still|again|too|same)\b)"
    r"|is (?:how|what|why|the way|where) (?!(?:i|we|it works?|most of (?:my|mine|ours)"
    r"|my)\b(?! (?:got|ended|lost|was|were|learned|learnt|came|fell)\b))"
    r"|is (?:your|their|his|her|the (?:old|salon|school|other|usual))"
    r" (?:\w+ ){0,3}?(?:style|way|rule|policy|habit|system)\b)"
)
"""Behind the time of paying: how it was once, or what others do."""


_SO_CAN_YOU: Final = re.compile(
    r"[^.!?;]{0,24}\b(?:so (?:can|could|may) you|you (?:can|could|may) (?:too|as well)"
    r"|(?:but|though) (?:for you|you can|you could|you may|just this once|this once|i trust you)"
    r"|you're (?:welcome to|the same)|feel free|same for you|that's (?:fine|ok|okay|grand))\b"
)


def _so_can_you(reading: Reading, last: int) -> bool:
    """True where what others do is offered: "most people pay after, and so can you"."""
    return last < len(reading) and _SO_CAN_YOU.match(reading.line, reading.line_at[last]) is not None


_MOST: Final = re.compile(
    r"\b(?:most|many|plenty|lots|loads)(?: of(?: my| our)?)?(?: \w+)?(?: (?:just|usually|always|tend to))? \Z"
)


def _pay_us(reading: Reading, first: int, last: int) -> bool:
    """True for "most people pay me as they leave": how it is done here, unless the client is told otherwise."""
    if reading.words[first : first + 1] != ["pay"] or reading.words[first + 1 : first + 2] not in (
        ["me"],
        ["us"],
    ):
        return False
    if not {"but", "though", "except"}.isdisjoint(reading.words[last : reading.sentence(first)[1]]):
        return False
    return _MOST.search(reading.line, 0, reading.line_at[first]) is not None


_I_LET: Final = re.compile(
    r"\b(?:i|we)(?: (?:do|always|usually|just|also|happily|often|sometimes|can|will|already|do always))*"
    r" (?:let|allow|have)(?: (?:all|most|some|my|our|of|everyone|everybody|people|clients|folks|students"
    r"|parents|customers|them))+(?: to)? \Z"
)
"""What the professional lets others do is how it is done: "I let everyone pay after"."""
_I_DO_NOT: Final = re.compile(
    r"\b(?:if|never|not|\w+n't|used to|stopped|no longer|once|before|when|since|until|till|rarely|hardly)\b"
)


def is_rejected(reading: Reading, first: int) -> bool:
    """True where a lead-in turns it down that negation alone does not show: "I do mind if"."""
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(first)[0], first - _WINDOW)
    if begin == first:
        return False
    before = line[at[begin] : at[first]]
    if _I_LET.search(before) and _I_DO_NOT.search(before) is None:
        return False
    return _OTHERS_PAY.search(before) is not None or _TURNED_DOWN.search(before) is not None
