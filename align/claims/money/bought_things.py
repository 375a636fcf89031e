"""Tell the amounts of what is bought in shops: items, bottles of them, things that the client asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.money import price_nouns as nouns
from align.claims.money.price_questions import (
    asks_of_their_thing,
    asks_what_to_buy,
    speaks_of_price,
    speaks_of_sideline,
)
from align.claims.money.price_ties import is_tied
from align.claims.money.things import is_thing
from align.reading.cues import BREAK, DURATION_UNIT, NUMBER_WORD, PRICE, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_BACK: Final = 6
_CLAUSE: Final = 9


def is_asked_of_thing(u: Utterance, first: int, last: int) -> bool:
    """True for "it was about 60" after "how much was that dryer you have?"."""
    inbound = u.inbound
    if inbound is None:
        return False
    if speaks_of_sideline(inbound):
        return _is_aside(u, first)
    begin, end = u.reading.sentence(first)
    marks = u.reading.marks
    answers = not begin or not u.reading.sentence(begin - 1)[0]  # in the first two sentences
    if not (answers and asks_of_their_thing(inbound)) and not asks_what_to_buy(inbound):
        return False
    ours = SERVICE_WORD | PRICE | DURATION_UNIT
    near = range(max(begin, first - _BACK), min(end, last + _BACK))
    return not any(marks[at] & ours for at in near)


def _is_aside(u: Utterance, first: int) -> bool:
    """True for an amount beside which nobody of us, no session and no price is named."""
    begin, end = u.reading.sentence(first)
    near = range(max(begin, first - _BACK), min(end, first + _BACK))
    return not any(u.reading.marks[at] & (SERVICE_WORD | PRICE | SELF | DURATION_UNIT) for at in near)


def has_measures(u: Utterance, first: int, last: int) -> bool:
    """True for "130 for a 60x90" and "a 30x40 is 45": a thing by its measures."""
    words = u.reading.words
    if BY.isdisjoint(words[max(0, first - _BACK) : last + _BACK]):
        return False
    ahead = last + 1 + (words[last + 1 : last + 2] in (["a"], ["an"], ["the"]))
    if words[last : last + 1] == ["for"] and _is_size(words, ahead):
        return True
    begin, _ = u.reading.sentence(first)
    near = range(max(begin, first - _BACK), first - 3)
    return words[first - 1] in _PREDICATES and any(_is_size(words, at) for at in near)


def _is_size(words: list[str], at: int) -> bool:
    """True for "60x90" and "30 x 40"."""
    size = words[at : at + 3]
    return len(size) == 3 and size[1] in BY and size[0][0].isdigit() and size[2][0].isdigit()


BY: Final = frozenset(("x", "×"))
_PREDICATES: Final = frozenset("is 's are was were costs cost runs".split())


def is_item_at(u: Utterance, first: int, _: int) -> bool:
    """True for "you'd need a table at $120": an item of what one buys."""
    words = u.reading.words
    if first < 3 or words[first - 1] != "at" or not is_thing(u, first - 2):
        return False
    begin, end = u.reading.sentence(first)
    listed = any(words[at] in ("a", "an", "some") for at in range(max(begin, first - 5), first - 2))
    return listed and not NEEDING.isdisjoint(words[max(begin, first - 3 * _BACK) : min(end, first + _BACK)])


NEEDING: Final = nouns.BUYING | {"need", "want", "get", "plus"}


def is_of_container(u: Utterance, first: int, last: int) -> bool:
    """True for "a tub of whey is R700", "34.95 for the big bottle": what a thing comes in."""
    words, marks = u.reading.words, u.reading.marks
    ahead = words[last + 1 : last + 5]
    if words[last : last + 1] == ["for"] and ahead[:1] and ahead[0] in nouns.DETERMINERS and _comes_in(ahead):
        return True
    begin = max(0, first - _CLAUSE)
    if CONTAINING.isdisjoint(words[begin:first]):
        return False
    for at in range(first - 2, begin - 1, -1):
        if marks[at] & BREAK:
            return False
        if words[at] in CONTAINING and words[at + 1] == "of":
            return is_thing(u, at + 2) and not marks[at + 2] & NUMBER_WORD
    return False


CONTAINING: Final = nouns.CONTAINERS | nouns.MEASURES


def _comes_in(words: list[str]) -> bool:
    """True for "the big bottle", not for "a pack of lessons", which can be ours."""
    return any(w in nouns.CONTAINERS and w != "pack" for w in words)


def bought_elsewhere(u: Utterance, first: int) -> PriceOf | None:
    """Read "you can find one for about €90": what is bought elsewhere."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    at = first - 1
    while at >= begin and words[at] in _ABOUT:
        at -= 1
    if at <= begin or words[at] not in ("for", "from", "at"):
        return None
    window = words[max(begin, at - 10) : at]
    got = words[begin] in ("you'd", "you'll", "you") and words[begin + 1] == "get" and is_thing(u, at - 1)
    if got or any(w in nouns.BUYING for w in window) or _was_found(u, begin, at):
        return PriceOf.OTHER
    return None


def _was_found(u: Utterance, begin: int, at: int) -> bool:
    """True for "a friend of mine found hers there" before "for 150", not for "I found you a slot"."""
    words, marks = u.reading.words, u.reading.marks
    for verb in range(at - 1, max(begin, at - _CLAUSE), -1):
        if words[verb] in _FOUND:
            finder = words[verb - 1]
            mine = finder in nouns.SPEAKER or finder in ("have", "just", "already", "i've")
            thing = words[verb + 1] in _OWN_ONE or is_thing(
                u, verb + 1 + (words[verb + 1] in nouns.DETERMINERS)
            )
            return thing and not mine
        if marks[verb] & (BREAK | SERVICE_WORD | PRICE):
            return False
    return False


_FOUND: Final = frozenset("found bought scored".split())
_OWN_ONE: Final = frozenset("hers his theirs one mine".split())


def is_worth(u: Utterance, first: int, last: int) -> bool:
    """True for "it's worth about 200 on a good day": what a thing would fetch, and no visit of ours."""
    words, marks = u.reading.words, u.reading.marks
    worth = next((at for at in range(first - 1, max(0, first - 4), -1) if words[at] == "worth"), None)
    if worth is None or is_tied(u, last):
        return False
    begin, end = u.reading.sentence(first)
    begin, end = max(begin, first - 2 * _CLAUSE), min(end, last + _CLAUSE)
    if any(mark & (SERVICE_WORD | PRICE | DURATION_UNIT) for mark in marks[begin:worth]):
        return False
    if not nouns.OWN.isdisjoint(words[begin:worth]) or not nouns.ASKING.isdisjoint(words[begin:end]):
        return False
    return nouns.IT.isdisjoint(words[begin:worth]) or not speaks_of_price(u.inbound)


_ABOUT: Final = nouns.ROUGHLY | {"the", "a", "just", "under", "as"}
