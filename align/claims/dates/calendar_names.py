"""The names of days and months, and counts in words, as tables."""

from __future__ import annotations

from typing import Final


def _numbered(rows: str, start: int) -> dict[str, int]:
    """Number the rows of a table of synonyms; a row holds the spellings of one name."""
    return {name: number for number, row in enumerate(rows.split("/"), start=start) for name in row.split()}


WEEKDAYS: Final = _numbered(
    "monday mon mondays/tuesday tue tues tuesdays"
    "/wednesday weds wed wednesdays wensday wendsday wednsday"
    "/thursday thu thur thurs thursdays/friday fri fridays/saturday sat saturdays"
    "/sunday sun sundays",
    0,
)
"""Names of weekdays; Monday is 0."""

MONTHS: Final = _numbered(
    "january jan/february feb febuary/march mar/april apr/may/june jun/july jul/august aug"
    "/september sept sep/october oct/november nov/december dec",
    1,
)
"""Names of months; January is 1."""

TODAY: Final = frozenset("today tday tdy tonight tonite tonght".split())
TOMORROW: Final = frozenset(
    "tomorrow tmrw tmr tmw tmoro tomo tomoz tomos tomorow tommorow tommorrow tomorro tomorrows morrow".split()
)
TODAY_ELSEWHERE: Final = frozenset("aaj heute mamaya mamayang ngayon vandaag vandag".split())
"""Today, in the tongues that writers of English slip into: Hindi, German, Tagalog, Dutch, Afrikaans."""
TOMORROW_ELSEWHERE: Final = frozenset("bukas demain domani".split())
"""Tomorrow in Tagalog, French, Italian."""
MORNING_OR_TOMORROW: Final = frozenset("manana morgen".split())
"""Tomorrow, unless it is the morning: "por la mañana", "guten Morgen"."""
SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))
"""What makes a number an ordinal; a word of its own, since readings split at digits."""

COUNTS: Final = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"a": 1, "an": 1, "couple": 2, "few": 3}
"""Small counts in words."""

ORDINALS: Final = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        " twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
"""Ordinals in words; "twenty-first" and its like are put together from parts."""
