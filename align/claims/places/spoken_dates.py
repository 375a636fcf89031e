"""A place's date completed by the one last said of it: "I land in Leeds on the 10th and I'm there till the 13th"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Stance
from align.records import changed

if TYPE_CHECKING:
    from datetime import date

    from align.claims.claim import Days, PlaceClaim
    from align.claims.utterance import Utterance

UNTIL: Final = frozenset("until till til".split())
_NOT_BEFORE: Final = UNTIL | {"before"}
_LONG: Final = timedelta(days=400)
_A_WEEK: Final = timedelta(days=7)
_ONE_DAY: Final = timedelta(days=1)


class SpokenOf(NamedTuple):
    """What a text has said so far of its locations: the days there, and the day before which nobody is there."""

    days: dict[tuple[int, ...], Days]
    not_before: dict[tuple[int, ...], date]


def dated_before(u: Utterance, claim: PlaceClaim, spoken: SpokenOf) -> PlaceClaim:
    """Complete the date of a place by the one last said of it: "Denver is the 11th to …"."""
    if not claim.listed or claim.about != "professional":
        return claim
    if claim.stance is Stance.REFUSED:
        begin = _denied_until(u, claim.days) if claim.days is not None else None
        if begin is not None:
            spoken.not_before[claim.listed] = begin
        return claim
    before = spoken.days.get(claim.listed)
    if claim.days is None:
        return changed(claim, days=before) if before is not None else claim
    days = claim.days
    if claim.listed in spoken.not_before:
        days = _begun(u, days, spoken.not_before[claim.listed])
    if before is not None and days.begin < before.begin <= days.until:
        # "I land in Leeds on the 10th and I'm there till the 13th"
        days = changed(days, begin=before.begin)
    if days.until - days.begin < _LONG:
        spoken.days[claim.listed] = days
    return claim if days is claim.days else changed(claim, days=days)


def _denied_until(u: Utterance, days: Days) -> date | None:
    """Return the day of "I'm not in Leeds till Friday", "… before Friday": from then on they may be there."""
    if days.until <= u.moment.today or _NOT_BEFORE.isdisjoint(
        u.reading.words[max(0, days.first - 2) : days.last]
    ):
        return None
    if "before" in u.reading.words[max(0, days.first - 2) : days.last]:
        return days.until + _ONE_DAY
    return days.begin if days.begin > u.moment.today else days.until


def _begun(u: Utterance, days: Days, begin: date) -> Days:
    """Return the days of "but then I'm there through Saturday", from the day that was said before."""
    if days.begin != u.moment.today:
        return days
    until = days.until
    if until < begin:
        until += _A_WEEK  # "not till Monday", said on a Wednesday: the Saturday after
    return changed(days, begin=begin, until=until) if begin <= until else days
