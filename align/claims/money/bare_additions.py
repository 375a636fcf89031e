"""Judge a bare number that is owed, saved or comes on top: "an extra 20", "plus 20", "add 40 for travel"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import bare_price_words as words_of

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber


def is_added(number: BareNumber) -> bool | None:
    """Judge what is owed or comes on top: "an extra 20", "is another 75"; None where nothing of it is said."""
    lead, before, at = number.lead, number.before_lead, number.lead_at
    if lead in words_of.ADDED:
        return number.is_payable
    if lead in words_of.PLUS_OR_LESS and (before in words_of.COPULAS or number.follows_sum(at)):
        return number.is_payable
    if lead == "other" and before == "the":
        sent = not words_of.SENDING.isdisjoint(number.words[max(0, at - words_of.RECENT) : at])
        return number.is_plausible and (sent or number.follows_sum(at))
    if lead in words_of.SAVING or (lead in _SAVERS and before in words_of.SAVING):
        return number.is_payable and not number.is_length
    if "owe" in (lead, before):
        return number.is_plausible
    if number.before == "another":
        adds = (lead in words_of.MORE or lead in words_of.IT_IS) and not number.is_heated
        return adds and number.is_payable and not number.is_length
    adding = lead in words_of.ADDING or (lead == "on" and before in _ADDING_ON)
    if adding and (not number.after or number.after in _PURPOSES):
        journey = number.mode_cues(number.sentence[0], at)
        return number.is_payable and (bool(journey) or number.value not in number.known.session_minutes)
    return None


_PURPOSES: Final = frozenset("for on . if to when".split())
"""What follows in "add 20 for transport", unlike in "add 20 and stir"."""
_ADDING_ON: Final = frozenset("tack stick slap add".split())
_SAVERS: Final = words_of.PERSONS | {"yourself", "yourselves"}
"""Who saves: "you each save 20", "that saves you 15"."""
