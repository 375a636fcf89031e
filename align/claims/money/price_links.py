"""Link an amount to the duration and the mode that it is the price of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf, PriceOf
from align.claims.clauses import starting_in
from align.claims.money import price_modes as modes
from align.claims.money.bare_price_words import TIMES_OVER
from align.claims.money.only_lengths import is_of_thing_between, only_length, states_one_price
from align.claims.money.price_gaps import (
    after_strength,
    before_strength,
    clause_end,
    is_told_of_it,
    is_too_little,
)
from align.claims.money.price_lengths import DAY, is_booked, session_lengths
from align.claims.money.price_modes import ModeCue, cues_within, mode_cues, only_mode
from align.claims.money.price_rows import Rows
from align.claims.money.price_units import NO_MODE, Link, ModeLink

if TYPE_CHECKING:
    from align.claims.claim import Duration, Mode
    from align.claims.utterance import Utterance

_USUAL: Final = 20
_WEAK: Final = 3
"""How sure a link must be at least; one to a length below the usual must be surer."""
_FAR: Final = 16
_NONE: Final = Link()
_OWN: Final = 6
_AN_APPOINTMENT: Final = 10
_SHARED_GAP: Final = 12
_BESIDE: Final = 4
_VERDICT: Final = 4
"""Words behind "260 if ninety minutes" that say it will not do: "isn't long enough"."""
_REACHES: Final = frozenset("is 's would will are i'd we'd i i'll we".split())
"""Behind the length whose price is reckoned up from another's: "two hours is twice the hour"."""


class Links(Rows):
    """The links of all amounts of one text, which share what is looked up once."""

    def __init__(self, u: Utterance) -> None:
        """Look at the amounts, the durations and the modes of `u`."""
        super().__init__(u)
        prices = {(m.low, m.high) for m in u.money if m.of is PriceOf.SESSION}
        self._is_one_of_many = len(prices) > 1
        self._implied: Link | None = None
        self._sole: int | None = None
        self._sole_known = False
        self._asked_mode: Mode | None = None
        self._asked_known = False

    # -- durations -------------------------------------------------------------------------

    def durations(self) -> list[Link]:
        """Return the duration that each amount states as its own; minutes None: none.

        An amount and a duration that are closest take each other first, and a duration is
        taken once, so that "$90 for an hour, or $135 if you'd like 90 minutes" pairs well.
        """
        spans = self._spans
        links = [self._rates.get(last, _NONE) for _, last in spans]
        if not self._lengths:
            return links
        candidates: list[tuple[int, int, Link]] = []
        for at, link in enumerate(links):
            if link is _NONE:
                candidates += self._candidates(at)
        if len(candidates) > 1:
            candidates.sort(key=_by_strength)
        used: set[tuple[int, int]] = set()
        if len(spans) > 1 and len(self._lengths) > 1:
            for at, link in self._respective():
                links[at] = link
                used.add(link.duration or (0, 0))
        for _, at, link in candidates:
            place = link.duration
            if links[at] is _NONE and place is not None and place not in used:
                links[at] = link
                if self._asserted[at]:
                    used.add(place)
        self._repeat_row(links)
        return links

    def firm(self, at: int, link: Link) -> Link:
        """Return a link made sure where a draft speaks of no other length and states no other price."""
        if link.minutes is None or link.strength >= _OWN or not self._asserted[at]:
            return link
        if not self._sole_known:
            self._sole_known = True
            self._sole = only_length(self._u)
        if link.minutes != self._sole:
            return link
        first = self._spans[at][0]
        behind = link.duration is not None and link.duration[0] > first
        if not behind and is_of_thing_between(self._u, first, link.minutes):
            return link
        return link._replace(strength=_OWN) if self._is_alone(at) else link

    def _is_alone(self, at: int) -> bool:
        """True for the one price of a draft, and for one of two that are those of the two modes."""
        money = self._u.money
        if states_one_price(money):
            return True
        prices = {m.low: i for i, m in enumerate(money) if m.of is PriceOf.SESSION and self._asserted[i]}
        if len(prices) != len(_BOTH) or money[at].low not in prices:
            return False
        told = [self.mode(i) for i in prices.values()]
        return {m.mode for m in told if not m.implied} == _BOTH

    def names_entry(self, at: int) -> bool:
        """True for "the 60 one", which says by its price which entry of the card is meant."""
        last = self._spans[at][1]
        return self._words[last : last + 1] in (["one"], ["option"], ["version"], ["tier"])

    def is_one_of_row(self, at: int) -> bool:
        """True for both amounts of "that's 70 and 110", which one length cannot explain."""
        spans = self._spans
        after = at + 1 < len(spans) and self._adjoin(spans[at][1], spans[at + 1][0])
        return after or (at > 0 and self._adjoin(spans[at - 1][1], spans[at][0]))

    def _candidates(self, at: int) -> list[tuple[int, int, Link]]:
        """Return the lengths near an amount, each with how sure the link is, for sorting."""
        first, last = self._spans[at]
        begin, end = self._bounds[at]
        found: list[tuple[int, int, Link]] = []
        for duration in starting_in(self._lengths, max(begin, first - 2 * _FAR), min(end, last + _FAR + 1)):
            low = duration.low
            strength = self._strength(duration, at)
            if strength >= (_WEAK if low >= _USUAL else _OWN):
                link = Link(round(low), duration=(duration.first, duration.last), strength=strength)
                found.append((-strength, at, link))
        return found

    def _strength(self, duration: Duration, at: int) -> int:
        """Say how closely a duration and an amount belong together; 0: not at all."""
        last = self._spans[at][1]
        words = self._words
        begin = duration.first
        if begin >= last:
            if begin - last > _FAR or self._crosses(at, last, begin):
                return 0
            strength = after_strength(words[last:begin])
            verdict = words[duration.last : duration.last + _VERDICT]
            denied = words[last] == "if" and not _TOO_SHORT_OR_LONG.isdisjoint(verdict)
            return 0 if denied else strength
        return 0 if self._is_set_against(duration, at) else self._strength_before(duration, at)

    def _is_set_against(self, duration: Duration, at: int) -> bool:
        """True for a length before an amount that belongs to another sum, or that will not do."""
        first, last = self._spans[at]
        words, begin, end = self._words, duration.first, duration.last
        if "than" in words[max(0, begin - 2) : begin]:
            return True  # "the ninety is better than the hour, it's 60"
        if begin and words[begin - 1] in TIMES_OVER:
            return True  # "two hours is double the hour, so 76"
        if duration.of is DurationOf.OTHER and self._is_below_minimum(end, first):
            return True  # "10 minutes of work, but half an hour is my minimum and that's 38"
        if not 0 <= first - end <= _FAR or self._crosses(at, end, first):
            return True
        if words[last : last + 1] in _APIECE and words[end - 1] in ("hours", "hrs"):
            return True  # "two hours in all: 180 each"
        return is_too_little(words, end, first)  # "if an hour isn't enough, it's 250"

    def _is_below_minimum(self, end: int, first: int) -> bool:
        """True where a minimum is told between a length and a sum, which is the minimum's."""
        between = starting_in(self._lengths, end, first)
        return any(d.of is DurationOf.MINIMUM for d in between)

    def _strength_before(self, duration: Duration, at: int) -> int:
        """Say how closely an amount belongs to a length before it."""
        words, end, first = self._words, duration.last, self._spans[at][0]
        if words[end] in _REACHES and not TIMES_OVER.isdisjoint(words[end:first]):
            return _OWN
        strength = before_strength(words[end:first])
        if words[first - 2 : first] in _WHICH_IS or words[first - 3 : first] in _WHICH_IS:
            between = starting_in(self._lengths, end, first)
            return strength if between else max(strength, _OWN)
        if strength < _OWN and self._is_on_card(duration) and is_told_of_it(words[end:first]):
            behind = words[self._spans[at][1] : self._spans[at][1] + _VERDICT]
            parted = (behind[:1] == ["if"] and not _ADDING.isdisjoint(behind)) or self.is_one_of_row(at)
            parted = parted or bool(starting_in(self._lengths, end, first))
            return strength if parted else _OWN
        if strength < _OWN and words[duration.first] not in _UNNAMED and not is_booked(self._u, duration):
            strength -= 3
        return strength

    def _is_on_card(self, duration: Duration) -> bool:
        return duration.low in self._u.known.session_minutes

    def are_many(self, first: int) -> bool:
        """True when the sentence names several lengths, so that a range spans them."""
        begin, end = self._u.reading.sentence(first)
        near = starting_in(self._u.durations, begin, end)
        return len({d.low for d in near if _AN_APPOINTMENT <= d.low < DAY}) > 1

    def implied_duration(self, first: int) -> Link:
        """Return the duration that the sentence before or the client's message implies."""
        u = self._u
        begin, end = u.reading.sentence(first)
        if session_lengths(u, begin, end) or not _COMPARED.isdisjoint(self._words[begin:first]):
            return _NONE
        if begin:
            before, stop = u.reading.sentence(begin - 1)
            earlier = session_lengths(u, before, stop)
            if earlier and self.are_many(before):
                return _NONE
            if earlier:
                return self._implied_link(earlier) if len(earlier) == 1 else _NONE
        if self._implied is None:
            self._implied = self._asked_duration()
        return self._implied

    def across_modes(self, at: int, links: list[Link]) -> Link:
        """Return the 60 of "the hour is 85; if I travel to you it's 110": the same length, here and there."""
        if not at or self._bounds[at - 1][1] != self._bounds[at][0] or not self._asserted[at - 1]:
            return _NONE
        before, (begin, end) = links[at - 1], self._bounds[at]
        first = self._bounds[at - 1][0]
        if before.minutes is None or before.strength < _OWN or before.per or self.are_many(first):
            return _NONE
        if session_lengths(self._u, begin, end) or not self._are_modes_apart(at - 1, at):
            return _NONE
        return Link(before.minutes, strength=_OWN)

    def _asked_duration(self) -> Link:
        u = self._u
        if u.inbound is None:
            return _NONE
        asked = session_lengths(u.inbound, 0, len(u.inbound.reading))
        own = {round(d.low) for d in u.durations if _AN_APPOINTMENT <= d.low < DAY}
        if len(asked) == 1 and (not own or own == session_lengths(u, 0, len(u.reading)) == asked):
            return self._implied_link(asked)
        return _NONE

    def _implied_link(self, lengths: set[int]) -> Link:
        """Return the link to what one length from afar implies: firm for the only price of a draft."""
        return Link(lengths.pop(), strength=1 if self._is_one_of_many else _OWN)

    def shared(self, at: int, links: list[Link]) -> Link:
        """Return the duration that "310 here or 380 at yours for 90" shares."""
        if len(links) == 1:
            return _NONE
        begin, end = self._bounds[at]
        for other in (at - 1, at + 1):
            if not 0 <= other < len(links) or not begin <= self._spans[other][0] < end:
                continue
            left, right = (other, at) if other < at else (at, other)
            between = self._words[self._spans[left][1] : self._spans[right][0]]
            set_beside = between[-2:] in _BESIDE_ANOTHER
            if len(between) > _SHARED_GAP or not (set_beside or _SHARING.intersection(between)):
                continue
            here_or_there = (set_beside or "or" in between) and self._are_modes_apart(left, right)
            if set_beside and not here_or_there:
                continue
            if other > at and _LENGTHS.intersection(between):
                continue
            if not here_or_there and self._in_list(at, other, begin, end, links):
                continue
            link = links[other]
            if link.minutes is None or link.per or not self._reaches(link, left, right):
                continue
            last = self._spans[right][1]
            if len(between) <= 2 or cues_within(
                self._cues(begin, end), self._spans[left][1], clause_end(self._words, last, end)
            ):
                apart = here_or_there or "," not in between or self._are_modes_apart(left, right)
                return Link(link.minutes, strength=_OWN if apart else _WEAK)
        return _NONE

    def _are_modes_apart(self, left: int, right: int) -> bool:
        """True for "85 at the room, or 110 if I come to you": one length here and there."""
        return {self.mode(left).mode, self.mode(right).mode} == _BOTH

    def _in_list(self, at: int, other: int, begin: int, end: int, links: list[Link]) -> bool:
        """True in a list of several lengths, where one cannot be shared."""
        for near in (at + 1, other - 1, other + 1, at - 1):
            if near in (at, other) or not 0 <= near < len(links) or not begin <= self._spans[near][0] < end:
                continue
            minutes = links[near].minutes
            if minutes is not None and minutes != links[other].minutes:
                return True
            left, right = sorted((near, at))
            if (
                minutes is None
                and right - left == 1
                and self._adjoin(self._spans[left][1], self._spans[right][0])
            ):
                return True
        return False

    def _reaches(self, link: Link, left: int, right: int) -> bool:
        """True when nothing between two amounts names another length than the shared one."""
        begin, end = self._spans[left][1], self._spans[right][0]
        return all((d.first, d.last) == link.duration for d in starting_in(self._u.durations, begin, end))

    # -- modes -----------------------------------------------------------------------------

    def mode(self, at: int) -> ModeLink:
        """Return the mode that an amount's clause names, or that is implied.

        What follows the amount in its clause counts first ("180 at mine"), then the
        nearest mention before it in the sentence ("at yours two hours is 420, three 600"),
        then the rest of the sentence, the sentence before, and the client's message.
        """
        first, last = self._spans[at]
        begin, end = self._bounds[at]
        cues = self._cues(begin, end)
        if cues:
            following = min(end, self._spans[at + 1][0]) if at + 1 < len(self._spans) else end
            rate = self._rates.get(last)
            last = rate.duration[1] if rate and rate.duration else last
            found = cues_within(cues, last, clause_end(self._words, last, following))
            if found:
                return ModeLink(only_mode(found))
            before = cues_within(cues, begin, first)
            if before:
                taken = self._is_choice(at) or self._is_taken(at, before[-1])
                nearest = self._nearest(before)
                turned = not modes.OTHERWISE.isdisjoint(self._words[max(begin, first - 2) : first])
                other = modes.other_mode(nearest) if turned else nearest
                return NO_MODE if taken else ModeLink(other)
            if following == end:
                found = cues_within(cues, last, end)
                if found:
                    return ModeLink(only_mode(found), implied=True)
        if modes.is_kept_for(self._u, last):
            return NO_MODE
        return ModeLink(self._mode_around(begin), implied=self._is_one_of_many)

    def _mode_around(self, begin: int) -> Mode | None:
        """Return the mode that the sentence before word `begin` implies, or the client's message."""
        if begin:
            cues = self._cues(self._u.reading.sentence(begin - 1)[0], begin)
            earlier = [c for c in cues if c.firm and self._words[c.first] != "here"]
            if earlier:
                return only_mode(earlier)
        return self._mode_asked()

    def _is_choice(self, at: int) -> bool:
        """True for both amounts of "170 or 205" and "70 and 95", which leave the mode open."""
        for left, right in ((at, at + 1), (at - 1, at)):
            if left >= 0 and right < len(self._spans):
                between = self._words[self._spans[left][1] : self._spans[right][0]]
                if between in (["or"], ["and"], ["/"]):
                    return True
        return False

    def _is_taken(self, at: int, cue: ModeCue) -> bool:
        """True for the mode of "320 at mine and 400 if I ride over", which is the first amount's own."""
        if not at or self._bounds[at - 1] != self._bounds[at] or not self._asserted[at - 1]:
            return False
        last = self._spans[at - 1][1]
        return (
            last <= cue.first < clause_end(self._words, last, self._spans[at][0])
            and last + _BESIDE >= cue.first
        )

    def _nearest(self, cues: list[ModeCue]) -> Mode | None:
        """Return the mode of the last cue, unless it only ends "at mine or yours"."""
        last = cues[-1]
        if len(cues) > 1 and cues[-2].mode != last.mode:
            between = self._words[cues[-2].first + 1 : last.first]
            if len(between) <= 3 and {"or", "and"}.intersection(between):
                return None
        return last.mode

    def _mode_asked(self) -> Mode | None:
        """Return the one mode that the client's message speaks of."""
        if not self._asked_known:
            self._asked_known = True
            inbound = self._u.inbound
            if inbound is not None:
                asked: set[Mode] = {c.mode for c in mode_cues(inbound)} or {m.mode for m in inbound.modes}
                own = {c.mode for c in mode_cues(self._u) if c.firm} if asked else set()
                self._asked_mode = asked.pop() if len(asked) == 1 and (not own or own == asked) else None
        return self._asked_mode


_BOTH: Final = {"incall", "outcall"}
_TOO_SHORT_OR_LONG: Final = frozenset("too isn't won't wouldn't not more less".split())
_ADDING: Final = frozenset("add extend stay upgrade stretch want need".split())
"""What a sum behind a length is paid for instead: "an hour on the table, 195 if you add the extra thirty"."""
_UNNAMED: Final = frozenset("the an one two hour".split())
_COMPARED: Final = frozenset("longer shorter longest shortest".split())
"""What says that a price is not of the length named before."""
_WHICH_IS: Final = (["which", "is"], ["which", "'s"], ["which", "comes", "to"], ["which", "would", "be"])
_APIECE: Final = (["each"], ["apiece"], ["pp"])
_LENGTHS: Final = frozenset("each every hour hours minutes mins lesson session".split())
_SHARING: Final = frozenset(("or", "and", "/", ","))
_BESIDE_ANOTHER: Final = (["instead", "of"], ["rather", "than"])


def _by_strength(candidate: tuple[int, int, Link]) -> tuple[int, int]:
    return candidate[0], candidate[1]
