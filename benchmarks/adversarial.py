"""Bodies that a careless reader takes super-linear time over."""

from __future__ import annotations

from typing import Final

_UNITS: Final = {
    "letters": "a",
    "digits": "1",
    "spaces": " ",
    "money signs": "$",
    "amounts": "$180 ",
    "amounts and durations": "180 for 60 or ",
    "number words": "one hundred and ",
    "negations": "not no never ",
    "commas": "call me, ",
    "spaced letters": "c a l l m e ",
    "spaced numbers and letters": "1 2 , 0 0 0 b c a l l d ",
    "zero-width": "call\u200b",
    "combining marks": "a\u0336\u0301",
    "only marks": "\u0301",
    "look-alikes": "\u0441\u0430ll m\u0435 ",
    "emoji with joiners": "\U0001f469\u200d",
    "keycaps": "1\ufe0f\u20e3",
    "at signs": "@",
    "dots": "a.",
    "links": "http://",
    "mail": "a@a.",
    "brackets": "{[<",
    "dashes": "-1",
    "phone digits": "+1 (512) ",
    "phrases": "hot stones ",
    "near phrases": "hot stone s ",
    "clocks": "7:30 ",
    "cities": "in Austin on Friday ",
    "right to left": "\u05e9\u05dc\u05d5\u05dd ",
    "lines": "ok\n",
    "surrogates": "\ud800",
}


def kinds() -> tuple[str, ...]:
    """Return the names of the kinds of body."""
    return tuple(_UNITS)


def body(kind: str, length: int) -> str:
    """Return a body of exactly `length` code points made of one thing over and over."""
    unit = _UNITS[kind]
    return (unit * (length // len(unit) + 1))[:length]
