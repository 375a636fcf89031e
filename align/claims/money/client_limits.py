"""Tell the sums that a client has to spend: "your 200 budget", "if 200 is the limit", "a budget of 150"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.money import price_nouns as nouns

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_BUDGETS: Final = frozenset("budget limit ceiling max maximum cap".split())
"""What "your 200 budget" is: the client's to spend."""
_MOST: Final = frozenset(("max", "maximum"))


def is_clients_limit(u: Utterance, first: int, last: int) -> bool:
    """True for an amount that the client can spend at most; what a client says of one is a bid."""
    if u.speaker is Speaker.CLIENT or not (_is_limit(u, first, last) or _is_budget(u, first)):
        return False
    return not _is_taken(u, last)


def _is_taken(u: Utterance, last: int) -> bool:
    """True for "if 150 is all you can do, I can do the hour for that": a haggle that is accepted."""
    reading = u.reading
    if last >= len(reading):
        return False
    _, end = reading.sentence(last)
    start, stop = reading.line_at[last], reading.line_at[end - 1]
    return _TAKEN.search(reading.line, start, min(stop, start + _BEHIND)) is not None


_BEHIND: Final = 80
"""Characters behind a sum that are looked at, which bounds the work."""


_TAKEN: Final = re.compile(
    r"\b(?:i'll|i will|we'll|we will|i can|we can|i'd|happy to|let's) (?:\w+ )?"
    r"(?:take (?:it|that)\b|do (?:it|that|the \w+)(?: \w+)? for (?:it|that)\b)"
)


def _is_limit(u: Utterance, first: int, last: int) -> bool:
    """True for "your 200 budget", the client's, and "if 200 is the limit"; "150 max" by itself is what we ask."""
    words = u.reading.words
    following = words[last] if last < len(words) else ""
    if following in _IS:
        return _is_all_they_have(u, first, last)
    if following not in _BUDGETS:
        return False
    return following not in _MOST or (first > 0 and words[first - 1] in nouns.DETERMINERS)


_IS: Final = frozenset("is 's was".split())


def _is_all_they_have(u: Utterance, first: int, last: int) -> bool:
    """True for "if 200 is the limit", "200 is your max", "since 150 is all you've got": the client's to spend."""
    words = u.reading.words
    said = words[last + 1 : last + 7]
    said = said[said[:1] in _REALLY :]
    supposed = words[first - 1] in _SUPPOSING
    if said[:1] == ["your"]:
        return not _TO_SPEND.isdisjoint(said[1:3]) and _PRICES.isdisjoint(said[2:4])
    if said[:1] in _TOPS:
        return supposed
    if said[:1] in _ALL:
        whose = _OURSELVES.isdisjoint(said[1:4]) if supposed else not _YOURS.isdisjoint(said[1:4])
        allowed = supposed and _YOURS.isdisjoint(said) and not _ALLOWING.isdisjoint(said[1:6])
        return whose and (allowed or _can_spend(said[1:6]))
    ours = not _OURSELVES.isdisjoint(said[2:4])
    return said[:1] == ["the"] and not _TO_SPEND.isdisjoint(said[1:3]) and supposed and not ours


def _can_spend(said: list[str]) -> bool:
    """True for "all you have", "what you can pay"; what "you pay", or "have to pay", is a price."""
    owed = any(words in _OWED for words in zip(said, said[1:], said[2:], strict=False))
    return not _HAVING.isdisjoint(said) and not owed


_REALLY: Final = (["really"], ["about"], ["still"], ["honestly"])
_TOPS: Final = (["tops"], ["max"], ["maximum"], ["it"])
_OURSELVES: Final = frozenset("i i've i'd i'll we we've we'd we'll".split())
_ALL: Final = (["all"], ["what"], ["as"])
_YOURS: Final = frozenset("you you've you'd you'll you're they they've they'd".split())
_HAVING: Final = frozenset(
    "you've they've have got has stretch afford manage can can't could want wants wanted budgeted".split()
)
_ALLOWING: Final = frozenset("give gives pay pays allow allows offer offers".split())
"""What others can do with a budget: "if 150 is all the school will give"."""
_OWED: Final = frozenset(
    (having, "to", paying) for having in ("have", "got", "has") for paying in ("pay", "give", "send", "put")
)
_PRICES: Final = frozenset("price rate fee cost bill total charge deposit".split())
_TO_SPEND: Final = _BUDGETS | {"most", "top", "absolute"}
_SUPPOSING: Final = frozenset("if since when where".split())


def _is_budget(u: Utterance, first: int) -> bool:
    """True for "a budget of £150", "your budget's about 150": the client's to spend."""
    words = u.reading.words
    at = first - 1
    while at > 0 and (words[at] in _BETWEEN):
        at -= 1
    named = words[at].removesuffix("'s") if at >= 0 else ""
    return named in _BUDGETS_OF


_BUDGETS_OF: Final = frozenset("budget limit ceiling cap".split())
_BETWEEN: Final = nouns.ROUGHLY | frozenset(
    "of is was 's : nearer closer more to almost nearly upwards over under only just still now even "
    "already usually"
    " normally a an the for at easily least".split()
)
"""What stands between a budget and its sum."""
