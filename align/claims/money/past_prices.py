"""Tell the amounts of a finished past, and what a client has handed over: nobody asks them now.

A past tense alone does not finish a price ("I dropped it to 150 for you" still asks 150): what
is over also has an adverbial that ends it ("for years", "when I started") or a client's hand
that it left ("you gave me 50").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.money.card_scale import is_listed
from align.reading.cues import BREAK, CURRENCY, NUMERIC, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NEAR: Final = 6
_PAST: Final = frozenset(
    "was were charged did took kept held stayed stuck sat earned made got paid worked swept cleaned "
    "cost asked sold rented"
    " started opened lived trained".split()
)
_STILL_ASKED: Final = frozenset(
    "need indeed dropped reduced lowered knocked agreed booked moved changed raised priced capped fixed "
    "rounded added"
    " discounted included based waived pencilled marked planned promised guaranteed".split()
)
"""What was done to a price that holds now."""
_OVER: Final = frozenset(
    "when ago last back before originally formerly years ages until till qualified school apprentice student"
    " nineties eighties noughties pandemic covid lockdown".split()
)
_OVER_PAIRS: Final = frozenset(
    (("used", "to"), ("as", "long"), ("my", "old"), ("my", "former"), ("my", "previous"))
)
_BOUGHT: Final = frozenset(
    (
        ("mine", "was"),
        ("mine", "were"),
        ("mine", "cost"),
        ("me", "back"),
        ("us", "back"),
        ("i", "got"),
        ("i", "earned"),
        ("we", "earned"),
        ("i", "made"),
        ("paid", "us"),
        ("paid", "me"),
        ("paying", "us"),
        ("paying", "me"),
        ("was", "on"),
    )
)
_OLD: Final = frozenset("old outdated ancient".split())
_TURNED: Final = (["turned", "into"], ["went", "to"])
"""What we paid for a thing of our own."""
_WE: Final = (["i"], ["i've"], ["we"], ["we've"])
_SPENT: Final = frozenset("spent paid blew wasted earned".split())
"""Of "the best 300 I ever spent"."""
HANDED: Final = frozenset(
    (
        "had gave sent paid overpaid underpaid handed transferred left brought dropped popped lent slipped "
        "tipped"
    ).split()
)
OF_THE_PAST: Final = (
    _OVER
    | _OLD
    | _SPENT
    | {word for pair in _OVER_PAIRS for word in pair} - {"to", "as", "my"}
    | frozenset("mine cost back got earned made paid paying was turned went became".split())
    | frozenset("previously formerly originally previous former original old".split())
)
"""One of these stands in every sentence that tells of a price of the past."""
_ASKED_FOR: Final = frozenset("asked wanted mentioned enquired inquired picked liked".split())
_GIVERS: Final = frozenset("you u he she they ye y'all".split())
_HOLDS: Final = frozenset("deposit dep retainer hold holds secure secures".split())


def is_of_the_past(u: Utterance, first: int, last: int) -> bool:
    """True for "when I started it was $60", "I kept it at 20 for years", "mine were 350"."""
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    at = first
    while at > begin + 1 and words[at - 1] in ("about", "around", "nearly", "roughly"):
        at -= 1
    if (
        tuple(words[max(begin, at - 2) : at]) in _BOUGHT
        or words[last : last + 2] in _TURNED
        or words[last : last + 1] == ["became"]
        or _is_called_old(u, last, end)
        or _is_noted_as_old(words, begin, at)
        or (words[last : last + 1] in _WE and not _SPENT.isdisjoint(words[last + 1 : last + 3]))
    ):
        return True
    if not _told_in_past(u, max(begin, first - _NEAR), first):
        return False
    around = words[max(begin, first - 3 * _NEAR) : min(end, first + 3 * _NEAR)]
    return not _OVER.isdisjoint(around) or any(pair in _OVER_PAIRS for pair in pairwise(around))


def _is_called_old(u: Utterance, last: int, end: int) -> bool:
    """True for "$150 is an old price", not for "$150 is for old clients" or "is the old rate and still yours"."""
    words = u.reading.words
    if words[last : last + 1] != ["is"]:
        return False
    at = last + 1 + (words[last + 1 : last + 2] in _DETERMINERS)
    if at >= end or words[at] not in _OLD or (at + 1 < end and words[at + 1] not in _OF_THE_PAST):
        return False
    stop = u.reading.sentence(end)[1] if end < len(words) else end
    told = range(at, min(stop, at + _TOLD))
    if not _KEPT.isdisjoint(words[told.start : told.stop]):
        return False
    renewed = any(n.first in told and is_listed(u.known, float(n.value)) for n in u.numbers[:_FEW])
    return renewed or _HAD.isdisjoint(words[told.start : told.stop])


def _is_noted_as_old(words: list[str], begin: int, at: int) -> bool:
    """True for "(was $95)", "old price: $95"."""
    if words[at - 2 : at - 1] == ["("]:
        return at > begin + 1 and words[at - 1] in _FORMERLY
    return words[at - 1 : at] == [":"] and words[at - 2] in _SUMS and words[max(begin, at - 3)] in _FORMER


_SUMS: Final = frozenset("price rate fee cost total amount".split())
_FORMERLY: Final = frozenset("was previously formerly originally".split())
_FORMER: Final = frozenset("old previous former original".split())
_DETERMINERS: Final = (["an"], ["the"], ["my"], ["our"])
_OF_THE_PAST: Final = frozenset("price prices rate rates figure number quote list info news . , !".split())
_KEPT: Final = frozenset("still but honour honor yours keep".split())
"""What makes an old price a new one."""
_HAD: Final = frozenset("you do go happy let's fine works ok okay sure charge give".split())
"""What makes it one where no price of the card takes its place."""
_FEW: Final = 24
_TOLD: Final = 24


def _told_in_past(u: Utterance, begin: int, first: int) -> bool:
    words = u.reading.words
    for at in range(first - 1, begin - 1, -1):
        word = words[at]
        if word in _ASKED_FOR and words[at - 1] in _GIVERS:
            continue  # "the two hours you asked about would be 500"
        past = word in _PAST and not u.reading.marks[at] & SERVICE_WORD  # not "SAT maths"
        if past or (word[-2:] == "ed" and word not in _STILL_ASKED):
            return True
        if u.reading.marks[at] & BREAK:
            return False
    return False


def was_handed_over(u: Utterance, first: int, last: int) -> bool:
    """True for "you only had 45 on you", "you gave me £50": the client's money, already theirs or ours."""
    if u.speaker is not Speaker.PROFESSIONAL:
        return False
    words = u.reading.words
    before = words[max(0, first - _NEAR) : first]
    if HANDED.isdisjoint(before) and before[-1:] != ["you'd"]:
        return False
    begin, end = u.reading.sentence(first)
    if not _HOLDS.isdisjoint(words[max(begin, first - _NEAR) : min(end, last + _NEAR)]):
        return False
    for at in range(first - 1, max(begin, first - _NEAR) - 1, -1):
        if words[at] in HANDED:
            return any(w in _GIVERS for w in words[max(begin, at - 3) : at])
        if words[at] == "you'd" and at == first - 1:
            return bool(u.reading.marks[first] & (NUMERIC | CURRENCY)) or words[first] == "a"
        if u.reading.marks[at] & BREAK:
            return False
    return False
