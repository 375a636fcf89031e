"""Find deposits that the client need not pay: "I won't ask for a deposit", "forget the deposit"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf, Speaker
from align.claims.money.price_cuts import Cut

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_DEPOSIT: Final = r"(?:(?:a|any|the|your|that|my) )?(?:deposits?|retainer)\b"
_SPARED: Final = re.compile(
    r"\b(?:"
    r"(?:don't|do not|won't|will not|never|wouldn't|not going to|not)"
    r" (?:usually |normally |really |even |actually |have to |need to )?"
    r"(?:need|ask(?: you)? for|take|want|require|charge(?: you)?|worry about|bother (?:with|about))"
    rf"(?: (?:you|ye|u))?(?: to (?:pay|leave|send|put down))? {_DEPOSIT}"
    rf"|(?:don't|do not|won't) (?:have|need) to (?:pay|leave|send|put down) {_DEPOSIT}"
    rf"|needn't (?:pay|leave|send|bother with|worry about) {_DEPOSIT}"
    rf"|no (?:need|point|call) (?:for|in|of|to (?:pay|leave|send)) {_DEPOSIT}"
    rf"|{_DEPOSIT} (?:(?:is|are) not|isn't|aren't|' s not|'s not|won't be)"
    r" (?:\w+ )?(?:needed|necessary|required|due)\b"
    r"|(?:i'll|i can|i could|we'll|we can|just|happy to|,|\.|!)"
    rf" (?:just )?(?:forget|scrap|ditch|drop|leave out|forgo)(?: about)? {_DEPOSIT}"
    rf"|(?:i'll|i can|i could|we'll|we can|happy to) (?:let|leave) (?:you|ye|u) off (?:with )?{_DEPOSIT}"
    r"|(?:i'll|i can|i could|we'll|we can|happy to)"
    r" (?:hold|book|keep|do|save|reserve|block|pencil|put|take|squeeze|fit)"
    rf" (?:[\w']+ ){{0,5}}(?:without|with no) {_DEPOSIT}"
    r")"
)
"""How a deposit is given up by the one whom it would be paid to."""
_GIVING_UP: Final = (
    "n't", "not", "never", "no ", "without", "forget", "scrap", "ditch", "drop", "leave", "forgo", "let ",
)  # fmt: skip
"""What each way of giving one up holds: few texts that name a deposit do."""
_NOT_NOW: Final = re.compile(
    r" (?:(?:just|right|sent|paid|in) )*(?:today|tonight|now|straight ?away|immediately"
    r"|this (?:very )?(?:minute|second|instant|moment|morning|evening|afternoon|week))\b"
)
"""What puts off "the deposit", which is still to come: "I don't need the deposit today"."""
_HELD_A_WHILE: Final = re.compile(
    r"(?:hold|keep|save|reserve|block|pencil) (?:(?:it|that|this|them|the \w+"
    r"|your \w+)(?: in)? ){1,2}(?:for )?"
    r"(?:an?|one|two|three|four|five|six|\d+|half an|a couple(?: of)?|a few)? ?(?:hours?|hrs?|minutes?"
    r"|mins?|days?|bit|while|overnight)(?: or (?:so|two))? (?:without|with no) "
)
"""A hold without a deposit that lapses: "I can hold it for an hour without the deposit"."""
_OPENS: Final = re.compile(rf"(?:forget|scrap|ditch|drop)(?: about)? {_DEPOSIT}")
_NOT_SPARED: Final = re.compile(
    r"[^.!?]{0,24}\b(?:till|until|yet|before|just now|right now|unless|again|twice|got it|came"
    r"|come through|arrived|received|landed|paid|sorted|in|over|off|into|through|to me|back"
    r"|have it|here|of (?:more|over)|bigger|larger|higher|top|lightly|being|after that|from (?:me|us)"
    r"|(?:to|for a) (?:chat|call|ask|talk|enquire|look))\b"
)
"""What says behind it that it is only later, that it is paid, or where it is to be brought."""
_UNTIL: Final = frozenset(("till", "until", "til"))
"""What makes a time that is kept without a deposit a short one: "I can hold it till six without one"."""
_DEFINITE: Final = frozenset(("the", "your", "that"))
_BEFORE: Final = 12
_OTHERS: Final = frozenset(
    "they others other most some someone if when whoever he she salons places people".split()
)
_ARRIVED: Final = re.compile(
    r" [,.!—-]? ?(?:i|we|it|that|yours)(?:'ve|'s|'d)? ?(?:have |already )?(?:got|came|is in|s in|arrived"
    r"|landed|paid|sorted)\b"
)


def spared_deposits(u: Utterance) -> list[Cut]:
    """Return the deposits that the draft says are not needed, not asked for or let off."""
    line = u.reading.line
    if u.speaker is not Speaker.PROFESSIONAL or not _may_spare(line):
        return []
    found: list[Cut] = []
    for match in _SPARED.finditer(line):
        first, last = u.reading.words_of(match.start(), match.end())
        found += _cut(u, first, last, match.end())
    opened = _OPENS.match(line)
    if opened is not None:
        found += _cut(u, *u.reading.words_of(0, opened.end()), opened.end())
    return found


def _may_spare(line: str) -> bool:
    """Tell, cheaply, whether a word of giving up stands near a deposit."""
    if "deposit" not in line and "retainer" not in line:
        return False
    for named in _NAMED.finditer(line):
        near = line[max(0, named.start() - _AROUND) : named.end() + _AROUND]
        if any(word in near for word in _GIVING_UP):
            return True
    return False


_NAMED: Final = re.compile("deposit|retainer")
_AROUND: Final = 80
"""Characters; the longest way of giving one up is no longer."""


def _cut(u: Utterance, first: int, last: int, stop: int) -> list[Cut]:
    """Return the cut, unless others spare it, or what follows puts it off or says that it is there."""
    words, line = u.reading.words, u.reading.line
    begin, end = u.reading.sentence(first)
    if not _UNTIL.isdisjoint(words[first:last]):
        return []
    if not _OTHERS.isdisjoint(words[max(begin, first - _BEFORE) : first]) or words[end - 1] == "?":
        return []
    if words[last - 2] in _DEFINITE and _NOT_NOW.match(line, stop):
        return []
    if _HELD_A_WHILE.search(line, u.reading.line_at[first], stop):
        return []
    if _NOT_SPARED.match(line, stop) or _ARRIVED.match(line, stop):
        return []
    return [Cut(first, last, Decimal(0), MoneyForm.FREE, PriceOf.DEPOSIT)]
