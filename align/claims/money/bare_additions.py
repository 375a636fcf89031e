"""Judge a bare number that is owed, saved or comes on top: "an extra 20", "plus 20", "add 40 for travel"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_prepositions import Led
from align.claims.money.card_scale import is_length, is_plausible

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number


class Added(Led):
    """What the sums of one text are added to, or taken from."""

    def is_added(self, number: Number, value: float, before: str, at: int) -> bool | None:
        """Judge what is owed or comes on top: "an extra 20", "plus 20", "is another 75", "add 40 for travel"."""
        words, known = self._words, self._u.known
        two_before = words[at - 1] if at > 0 else ""
        if before in words_of.ADDED:
            return value > words_of.LEAST
        if before in words_of.PLUS_OR_LESS and (
            two_before in words_of.COPULAS or self.money_near(number, at)
        ):
            return value > words_of.LEAST
        if before == "other" and two_before == "the":
            sent = not words_of.SENDING.isdisjoint(words[max(0, at - words_of.RECENT) : at])
            return (sent or self.money_near(number, at)) and is_plausible(known, value)
        if before in words_of.SAVING or (before in _SAVERS and two_before in words_of.SAVING):
            return value > words_of.LEAST and not is_length(known, value)
        if "owe" in (before, two_before):
            return is_plausible(known, value)
        if words[number.first - 1] == "another":
            adds = (before in words_of.MORE or before in words_of.IT_IS) and not self.is_heated(number)
            return adds and value > words_of.LEAST and not is_length(known, value)
        adding = before in words_of.ADDING or (before == "on" and two_before in _ADDING_ON)
        if adding and self._ends_with_purpose(number):
            begin, _ = self._u.reading.sentence(number.first)
            journey = bool(self.mode_cues(begin, at))
            return value > words_of.LEAST and (journey or value not in known.session_minutes)
        return None

    def _ends_with_purpose(self, number: Number) -> bool:
        """True for "add 20 for transport", "adds 40", not "add 20 and stir"."""
        words = self._words
        return number.last >= len(words) or words[number.last] in ("for", "on", ".", "if", "to", "when")


_ADDING_ON: Final = frozenset("tack stick slap add".split())
_SAVERS: Final = words_of.PERSONS | {"yourself", "yourselves"}
"""Who saves: "you each save 20", "that saves you 15"."""
