"""The amounts of one text and the lengths that stand in a row with them: "80 or 110 minutes, at 1,400 and 1,850"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.clauses import starting_in
from align.claims.money.price_lengths import DAY, is_no_appointment
from align.claims.money.price_modes import ModeCue, cues_within, price_modes_in
from align.claims.money.price_units import Link, per_unit

if TYPE_CHECKING:
    from align.claims.claim import Duration
    from align.claims.utterance import Utterance

_SHORTEST: Final = 10
_HALF_A_DAY: Final = 720
"""Minutes; nobody means twelve hours by it."""
_FAR: Final = 16
_OWN: Final = 6
_TWO_ROWS: Final = 3
"""Amounts; so few make no two rows."""
_OPENING: Final = 3
_OPENS_ROW: Final = (["for"], ["at"], ["gets"], ["covers"])
_ROW: Final = frozenset(("and", "or", ",", "/"))


class Rows:
    """The amounts, lengths and modes of one text, and what is paired in order."""

    def __init__(self, u: Utterance) -> None:
        """Look at the amounts, the durations and the modes of `u`."""
        self._u = u
        self._words = u.reading.words
        sentence = u.reading.sentence
        self._spans = [(m.first, m.last) for m in u.money]
        self._bounds = [sentence(m.first) for m in u.money]
        self._asserted = [m.stance is Stance.ASSERTED for m in u.money]
        self._rates: dict[int, Link] = {}
        for _, last in self._spans:
            per = per_unit(self._words, last)
            if per is not None:
                self._rates[last] = per
        self._lengths = [
            d
            for d in u.durations
            if d.low == d.high
            and _SHORTEST <= d.low < DAY
            and d.first not in self._rates
            and not is_no_appointment(self._words, d)
            and (d.low != _HALF_A_DAY or _HALF_A_DAY in u.known.session_minutes)
        ]
        self._modes: dict[int, list[ModeCue]] = {}

    def _repeat_row(self, links: list[Link]) -> None:
        """Give the amounts of "if I come to you it's 195, 255 and 320" the lengths of the row before them."""
        if len(self._spans) <= _TWO_ROWS:
            return
        for run in self._runs():
            size, first = len(run), run[0]
            before = links[max(0, first - size) : first]
            minutes = {link.minutes for link in before if link.strength >= _OWN}
            if (
                len(minutes) == size
                and None not in minutes
                and self._follows_row(first, size)
                and all(links[i].strength < _OWN and self._asserted[i] for i in run)
            ):
                for at, link in zip(run, before, strict=True):
                    links[at] = Link(link.minutes, strength=_OWN)

    def _follows_row(self, first: int, size: int) -> bool:
        """True where the `size` amounts before amount `first` are all of one sentence, this or the one before."""
        begin = self._bounds[first][0]
        row = self._bounds[first - size]
        near = row[0] == begin or (begin > 0 and self._u.reading.sentence(begin - 1) == row)
        apart = first == size or self._bounds[first - size - 1] != row
        same = all(self._bounds[i] == row for i in range(first - size, first))
        return (
            near
            and apart
            and same
            and cues_within(self._cues(*self._bounds[first]), begin, self._spans[first][0]) != []
        )

    def _respective(self) -> list[tuple[int, Link]]:
        """Pair "80 or 110 minutes, at 1,400 and 1,850" in order."""
        found: list[tuple[int, Link]] = []
        for run in self._runs():
            if self._spans[run[0]][1] not in self._rates:
                row = self._row_before(run) or self._row_behind(run)
                found.extend(zip(run, row, strict=False))
        return found

    def _runs(self) -> list[list[int]]:
        """Return the amounts that stand in a row: "70, 95 or 120"."""
        runs: list[list[int]] = []
        for at, (first, _) in enumerate(self._spans):
            if runs and self._adjoin(self._spans[at - 1][1], first):
                runs[-1].append(at)
            else:
                runs.append([at])
        return [run for run in runs if len(run) > 1]

    def _adjoin(self, begin: int, end: int) -> bool:
        """True when nothing but "and", "or" or a comma stands between two things."""
        return 1 <= end - begin <= 2 and _ROW.issuperset(self._words[begin:end])

    def _row_before(self, run: list[int]) -> list[Link]:
        """Return the durations of a row right before a run of amounts, one for each."""
        first = self._spans[run[0]][0]
        begin, _ = self._u.reading.sentence(first)
        near = starting_in(self._u.durations, max(begin, first - 2 * _FAR), first)
        row = [d for d in near if d.low == d.high and _SHORTEST <= d.low < DAY][-len(run) :]
        if (
            len(row) != len(run)
            or first - row[-1].last > _FAR // 2
            or self._crosses(run[0], row[0].first, first)
        ):
            return []
        return self._linked(row)

    def _row_behind(self, run: list[int]) -> list[Link]:
        """Return the durations right behind a run of amounts: "$85, $120 or $190 for 60, 90 or 150 minutes"."""
        last = self._spans[run[-1]][1]
        if self._words[last : last + 1] not in _OPENS_ROW:
            return []
        _, end = self._u.reading.sentence(last - 1)
        near = starting_in(self._u.durations, last, min(end, last + 2 * _FAR))
        row = [d for d in near if d.low == d.high and _SHORTEST <= d.low < DAY][: len(run)]
        if len(row) != len(run) or row[0].first - last > _OPENING:
            return []
        return self._linked(row)

    def _linked(self, row: list[Duration]) -> list[Link]:
        for left, right in itertools.pairwise(row):
            if right.first - left.last > 3 or not _ROW.intersection(self._words[left.last : right.first]):
                return []
        return [Link(round(d.low), duration=(d.first, d.last), strength=10) for d in row]

    def _crosses(self, at: int, begin: int, end: int) -> bool:
        """True when another amount, which is no rate per unit, stands between."""
        spans = self._spans
        if len(spans) == 1:
            return False
        for step, limit in ((1, len(spans)), (-1, -1)):
            index = at + step
            while index != limit:
                first, last = spans[index]
                if first >= end if step > 0 else last <= begin:
                    break
                if begin <= first < end and last not in self._rates:
                    return True
                index += step
        return False

    def _cues(self, begin: int, end: int) -> list[ModeCue]:
        """Return the mentions of a mode in the sentence `[begin, end)`, looked up once."""
        cues = self._modes.get(begin)
        if cues is None:
            cues = self._modes[begin] = price_modes_in(self._u, begin, end)
        return cues
