"""Units of time in minutes, and the shares of one that words name."""

from __future__ import annotations

from typing import Final

HOUR: Final = 60.0
DAY: Final = 1440.0
MONTH: Final = 30 * DAY
YEAR: Final = 365 * DAY
UNIT_MINUTES: Final = {
    "second": 1 / 60, "seconds": 1 / 60, "sec": 1 / 60, "secs": 1 / 60,
    "minute": 1.0, "minutes": 1.0, "min": 1.0, "mins": 1.0, "minuter": 1.0, "m": 1.0,
    "hour": HOUR, "hours": HOUR, "hr": HOUR, "hrs": HOUR, "h": HOUR,
    "day": DAY, "days": DAY, "night": DAY, "nights": DAY,
    "week": 7 * DAY, "weeks": 7 * DAY, "wk": 7 * DAY, "wks": 7 * DAY, "mth": 30 * DAY, "mths": 30 * DAY,
    "yr": 365 * DAY, "yrs": 365 * DAY, "fortnight": 14 * DAY, "fortnights": 14 * DAY,
    "month": 30 * DAY, "months": 30 * DAY, "mos": 30 * DAY, "year": 365 * DAY, "years": 365 * DAY,
    "decade": 3650 * DAY, "decades": 3650 * DAY, "century": 36500 * DAY, "centuries": 36500 * DAY,
}  # fmt: skip
"""Minutes in a unit; a month is 30 days and a year 365."""
LETTERS: Final = {"w": 7 * DAY, "d": DAY, "h": HOUR, "m": 1.0, "s": 1 / 60}
"""What the letters of "1w 3d 2h 32m 10s" stand for; a "d", "w" or "s" alone is no unit."""
SHARES: Final = {"half": 0.5, "quarter": 0.25, "½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5,
                 "3/4": 0.75, "1/4": 0.25}  # fmt: skip
AND: Final = frozenset(("and", "n", "&"))
