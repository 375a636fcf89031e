"""Accept what the client proposed: "yep, that works" carries the inbound's claims.

A draft agrees where one of its clauses opens with assent and nothing takes that back. It
then accepts every explicit claim of the inbound's requests, except where the draft speaks
of the same thing itself: "sure, but the hour is 180" answers a haggle with its own price.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from align.claims.agreed_prices import agreed_price, open_sums
from align.claims.agreeing_words import (
    ASSENT,
    FIRM,
    IN_PART,
    IS_IT_FINE,
    NOT_ASSENT,
    OPENING,
    PUT_OFF,
    REQUEST,
    SHORT_ANSWER,
    takes_back,
)
from align.claims.asked_times import asks_for, repeated
from align.claims.assents import rhetorical_assent, worded_assent
from align.claims.channels.answers import calls_at_door, stays_in_text, taken_up_with_time, unused
from align.claims.claim import (
    Claim,
    DurationOf,
    PaymentClaim,
    Stance,
)
from align.claims.clauses import starting_in
from align.claims.client_requests import (
    as_lengths,
    asked_channels,
    asked_modes,
    asked_places,
    either_mode,
    elsewhere,
    may_ask,
)
from align.claims.declines import parts_ways, turned_down
from align.claims.echoed_answers import confirming_phrase, echoed_answer
from align.claims.foreign_assents import foreign_assent
from align.claims.open_offers import left_open
from align.claims.own_terms import is_paid_first, is_set
from align.claims.picked_times import picked
from align.claims.places.how_long import dated_by_draft, how_long_there
from align.claims.short_answers import (
    asks_address,
    leave_to_pay_later,
    only_when,
    spared_to_pay_first,
    while_asking,
)
from align.claims.too_much import is_courtesy, is_too_much, unminded_phrase
from align.reading.cues import COMMA, EMOJI, NEGATION, PAYMENT, SENTENCE_END
from align.records import changed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.claims.claim import Duration
    from align.claims.utterance import Utterance
    from align.reading import Reading

_Some = TypeVar("_Some", bound=Claim)


def accept_inbound(utterance: Utterance, inbound: Utterance) -> None:
    """Add the inbound's explicit claims to a draft that agrees to them."""
    reading = utterance.reading
    start = _start(reading)
    if inbound.offers:
        _accept_heard(utterance, inbound, start)
    pays = inbound.reading.seen & PAYMENT or "send" in inbound.reading.words
    if pays and not utterance.payments:
        _accept_later_payment(utterance, inbound, start)
    if is_too_much(reading, start, inbound.reading):
        return
    phrase = _agreement(reading, inbound, start) if _proposes(inbound) else None
    if phrase is None:
        echo = echoed_answer(reading, start, inbound.reading)
        if echo is not None and not takes_back(reading.words, reading.line):
            _accept(utterance, inbound, *echo)
        _accept_short_answer(utterance, inbound, start)
        _accept_with_time(utterance, inbound)
        if inbound.money:
            _accept_price(utterance, inbound, start)
        return
    if IN_PART.match(reading.line, reading.line_at[phrase[0]]):
        return
    short = len(reading) <= SHORT_ANSWER
    asked = [_is_request(inbound.reading, i, short=short) for i in range(len(inbound.reading))]
    _accept(utterance, inbound, phrase, asked)


def _accept_heard(u: Utterance, inbound: Utterance, start: int) -> None:
    """Accept what the client has heard of, where the draft says that it is so: "that's me"."""
    confirmed = confirming_phrase(u.reading, start)
    if confirmed is not None:
        heard = [changed(o, stance=Stance.ASKED) for o in inbound.offers if o.stance is not Stance.REFUSED]
        u.offers += _taken(left_open(u, heard), *confirmed)


def _agreement(reading: Reading, inbound: Utterance, start: int) -> tuple[int, int] | None:
    """Return the words that agree and that no refusal of the draft takes back."""
    phrase = agreeing_phrase(reading)
    if phrase is not None and is_courtesy(reading, phrase, inbound.reading):
        phrase = agreeing_phrase(reading, reading.sentence(phrase[0])[1])
    if phrase is not None and (
        turned_down(reading, start, phrase, inbound.reading) or parts_ways(reading, phrase, inbound.reading)
    ):
        phrase = None
    if phrase is None:
        unminded = unminded_phrase(reading, inbound.reading)
        return None if unminded is None or takes_back(reading.words, reading.line) else unminded
    return phrase


def _proposes(inbound: Utterance) -> bool:
    """True where the client's message holds anything that a yes could accept."""
    return bool(
        inbound.money
        or inbound.durations
        or inbound.starts
        or inbound.places
        or inbound.modes
        or inbound.channels
        or inbound.payments
        or inbound.offers
        or may_ask(inbound)
    )


def _start(reading: Reading) -> int:
    """Return where a draft's first words stand in the line, behind a greeting."""
    opening = OPENING.match(reading.line)
    return opening.end() if opening else 0


def _accept_price(u: Utterance, inbound: Utterance, start: int) -> None:
    """Accept the client's sum where the draft takes it up: "I can live with that"."""
    phrase = agreed_price(u.reading, start, inbound.reading)
    if phrase is not None and not takes_back(u.reading.words, u.reading.line):
        u.money += _taken(open_sums(u, inbound, phrase), *phrase)


def _accept_with_time(u: Utterance, inbound: Utterance) -> None:
    """Accept a way to talk that is answered with the time for it: "after 3 is best"."""
    if not inbound.channels or stays_in_text(u.reading):
        return
    words = taken_up_with_time(u, inbound)
    if words is not None:
        u.channels += _taken(inbound.channels, *words)


def _accept_short_answer(u: Utterance, inbound: Utterance, start: int) -> None:
    """Accept a way to talk, to meet or to pay, or a thing, that is taken up with no plain yes: "only on Fridays"."""
    reading, asking = u.reading, inbound.reading
    phrase = while_asking(reading) or only_when(reading, start, asking)
    if phrase is not None and not u.channels and not stays_in_text(reading):
        u.channels += _taken(inbound.channels or asked_channels(inbound), *phrase)
    modes = None if u.modes else phrase or asks_address(reading)
    if modes is not None and not takes_back(reading.words, reading.line):
        u.modes += _taken([m for m in inbound.modes if m.offered] or asked_modes(inbound), *modes)
    paid = (phrase or leave_to_pay_later(reading, start)) if inbound.payments and not u.payments else None
    if paid is not None:
        u.payments += _taken(inbound.payments, *paid)
    if phrase is not None:
        u.offers += _taken(left_open(u, inbound.offers), *phrase)
    if inbound.places:
        u.places += how_long_there(u, start, elsewhere(u, asked_places(inbound)))


def _accept_later_payment(u: Utterance, inbound: Utterance, start: int) -> None:
    """Take a no to "do I have to pay first?" for leave to pay after the appointment."""
    spared = spared_to_pay_first(u.reading, start, inbound.reading)
    if spared is not None:
        first, last = spared
        u.payments.append(PaymentClaim(first=first, last=last, stance=Stance.ASSERTED, timing="after"))


def _taken(claims: Iterable[_Some], first: int, last: int) -> list[_Some]:
    """Return the client's claims that can be agreed to, as the draft's on `[first, last)`."""
    return [
        changed(c, first=first, last=last, stance=Stance.ASSERTED, accepted=True)
        for c in claims
        if c.stance in (Stance.ASSERTED, Stance.ASKED)
    ]


def agreeing_phrase(reading: Reading, at: int = 0) -> tuple[int, int] | None:
    """Return the words of the first clause from the sentence at word `at` on that agrees, else None."""
    while at < len(reading):
        begin, end = reading.sentence(at)
        found = _agreeing(reading, begin, end)
        if found is not None:
            return None if takes_back(reading.words, reading.line) else found
        at = end
    return None


def _agreeing(reading: Reading, begin: int, end: int) -> tuple[int, int] | None:
    line, at = reading.line, reading.line_at
    stop = at[end] if end < len(at) else len(line)
    if reading.words[end - 1] == "?":
        asked = rhetorical_assent(line, at[begin], stop)
        return None if asked is None else (begin, end)
    opening = OPENING.match(line, at[begin], stop)
    starts = {at[begin], opening.end() if opening else at[begin]}
    for i in range(begin, end - 1):
        if reading.words[i] in (",", "—", "so", "then", ":", "but") or reading.marks[i] & EMOJI:
            after = OPENING.match(line, at[i + 1], stop)
            starts.add(after.end() if after else at[i + 1])
        elif reading.words[i] == "and" and _STRUCK.match(line, at[i + 1], stop):
            starts.add(at[i + 1])
    for start in sorted(starts):
        match = _assent(line, start, stop)
        if begin and reading.seen & NEGATION and line.startswith("if ", start):
            continue  # behind an answer it only softens it: "No calls, sorry. If that helps"
        if match is None or NOT_ASSENT.match(line, start):
            continue
        until = _extended(line, match.end(), stop)
        if PUT_OFF.match(line, until) and not FIRM.search(line, start, until):
            continue
        first, last = reading.words_of(match.start(), until)
        return first, _to_clause_end(reading, last, end)
    return None


_STRUCK: Final = re.compile(
    r"(?:you(?:'ve)? got (?:it|yourself a deal)|you're on|it's (?:yours|a deal)"
    r"|we(?:'ve| have)(?: got)? a deal)(?= [,.!…—]|$| then)"
)
"""What settles a bargain behind its condition: "book both and you're on"."""


def _assent(line: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the assent that the line opens with at `start`, if it is not empty."""
    match = ASSENT.match(line, start, stop)
    if match is not None and match.end() > start:
        return match
    return foreign_assent(line, start, stop) or worded_assent(line, start, stop)


def opens_with_assent(reading: Reading, begin: int) -> bool:
    """True when the words from `begin` on open with assent: "yes", "no problem", "can do"."""
    line, start = reading.line, reading.line_at[begin]
    return _assent(line, start, len(line)) is not None and NOT_ASSENT.match(line, start) is None


def assent_at(reading: Reading, begin: int, end: int) -> int:
    """Return the word behind the assent that the words `[begin, end)` open with, else `begin`."""
    if not opens_with_assent(reading, begin):
        return begin
    line, at = reading.line, reading.line_at
    stop = at[end] if end < len(at) else len(line)
    match = _assent(line, at[begin], stop)
    return begin if match is None else reading.words_of(at[begin], _extended(line, match.end(), stop))[1]


def _to_clause_end(reading: Reading, last: int, end: int) -> int:
    """Take in the few words that finish the agreeing clause."""
    for index in range(last, min(end, last + _TAIL)):
        if reading.marks[index] & (SENTENCE_END | COMMA | EMOJI) or reading.words[index] in _CUTS:
            return index
    return end if end - last <= _TAIL else last


_TAIL: Final = 7
_CUTS: Final = frozenset("x xx xxx so but because since just and if the".split())


_JOINT: Final = re.compile(r" (?:, |and |! |\. )?")


def _extended(line: str, end: int, stop: int) -> int:
    """Take in further assent right behind: "sure, sounds good"."""
    while True:
        joined = _JOINT.match(line, end, stop)
        if joined is None:
            return end
        match = _assent(line, joined.end(), stop)
        if match is None:
            return end
        end = match.end()


def _is_request(reading: Reading, index: int, *, short: bool) -> bool:
    """True when the inbound's sentence around a word asks for or proposes something."""
    begin, end = reading.sentence(index)
    alone = begin == 0 and end == len(reading)
    if short or alone or reading.words[end - 1] == "?":
        return True
    at = reading.line_at
    if IS_IT_FINE.match(reading.line, at[end]) if end < len(at) else False:
        return True
    return REQUEST.search(reading.line[at[begin] : at[end] if end < len(at) else None]) is not None


def _is_rate(inbound: Utterance, length: Duration) -> bool:
    """True for the hour of "500 an hour if we come for three": what a sum is asked by, beside the length itself."""
    by = any(m.per and m.first < length.first <= m.last + 2 and length.last >= m.last for m in inbound.money)
    return by and any(d.of is DurationOf.APPOINTMENT and d.first != length.first for d in inbound.durations)


def _accept(u: Utterance, inbound: Utterance, phrase: tuple[int, int], asked: list[bool]) -> None:
    def taken(claims: Iterable[_Some]) -> list[_Some]:
        return _taken((c for c in claims if asked[c.first]), *phrase)

    u.money += taken(open_sums(u, inbound, phrase))
    if not any(d.of is not DurationOf.OTHER or is_set(u, d) for d in u.durations):
        lengths = (d for d in as_lengths(inbound) if d.of is DurationOf.APPOINTMENT)
        u.durations += taken(d for d in lengths if not _is_rate(inbound, d))
    if not any(s.proposed or s.stance is Stance.REFUSED for s in u.starts):
        proposed = [s for s in inbound.starts if s.proposed]
        asking = repeated(u, inbound, proposed or [s for s in inbound.starts if asks_for(inbound, s)])
        u.starts += [changed(s, proposed=True) for s in taken(picked(u, phrase, asking))]
    if not any(p.about == "professional" for p in u.places):
        u.places += dated_by_draft(u, phrase, taken(elsewhere(u, asked_places(inbound))))
    if not u.modes:
        modes = either_mode(u.reading, phrase, inbound) or [m for m in inbound.modes if m.offered]
        u.modes += taken(modes or asked_modes(inbound))
    if not u.channels and not stays_in_text(u.reading) and not calls_at_door(u.reading, inbound.reading):
        u.channels += taken(unused(inbound, inbound.channels) or asked_channels(inbound))
    if not u.payments and not is_paid_first(u.reading):
        u.payments += taken(p for p in inbound.payments if not starting_in(inbound.starts, p.first, p.last))
    u.offers += taken(left_open(u, inbound.offers))
