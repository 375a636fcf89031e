"""Rewrites of figures: other forms of the same sum, length, day and hour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.rewrites.rewrite import Rewrite, computing, replacing

if TYPE_CHECKING:
    import re

    from tests.gold import Case

_AMOUNT: Final = r"([$£€])(\d+(?:,\d{3})*)(?![\d.,]*\d|k|%)"
"""A sum of whole units behind its symbol."""
_ROUND: Final = r"([$£€])(\d{1,3})(?![\d.,]*\d|k|%|[^\W\d_]|[^\x00-\x7f]| \d)"
_NAMES: Final = {"$": "dollars", "£": "pounds", "€": "euros"}
_SLANG: Final = {"$": "bucks", "£": "quid", "€": "euro"}
_CODES: Final = {"$": ("USD", "AUD", "CAD", "NZD", "SGD"), "£": ("GBP",), "€": ("EUR",)}
_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen".split()
)
_TENS: Final = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_DAYS: Final = {
    "Monday": "Mon", "Tuesday": "Tues", "Wednesday": "Weds", "Thursday": "Thurs", "Friday": "Fri",
    "Saturday": "Sat", "Sunday": "Sun",
}  # fmt: skip


def spelled(number: int) -> str:
    """Return a number below a thousand in words: "a hundred and eighty"."""
    if number < len(_ONES):
        return _ONES[number]
    if number < 100:
        ones = number % 10
        return _TENS[number // 10] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    head = "a hundred" if hundreds == 1 else f"{_ONES[hundreds]} hundred"
    return f"{head} and {spelled(rest)}" if rest else head


def _named(match: re.Match[str], case: Case) -> str:
    del case
    return f"{match[2]} {_NAMES[match[1]]}"


def _in_slang(match: re.Match[str], case: Case) -> str:
    del case
    return f"{match[2]} {_SLANG[match[1]]}"


def _coded(match: re.Match[str], case: Case) -> str:
    return f"{match[2]} {case.spec.currency}" if _is_own(match[1], case) else match[0]


def _coded_before(match: re.Match[str], case: Case) -> str:
    return f"{case.spec.currency} {match[2]}" if _is_own(match[1], case) else match[0]


def _is_own(symbol: str, case: Case) -> bool:
    """True where a symbol is that of the persona's currency; another's is wrong in itself."""
    return case.spec.currency in _CODES[symbol]


def _in_words(match: re.Match[str], case: Case) -> str:
    del case
    return f"{spelled(int(match[2]))} {_NAMES[match[1]]}"


def _length_in_words(match: re.Match[str], case: Case) -> str:
    del case
    return spelled(int(match[1]))


def _length_in_digits(match: re.Match[str], case: Case) -> str:
    del case
    return str(next(n for n in range(100) if spelled(n) == match[1].lower()))


def _on_24_hours(match: re.Match[str], case: Case) -> str:
    del case
    return f"{int(match[1]) % 12 + 12}:00"


_GOES_ON: Final = r"(?= (?:at|for|from|to|until|and|or|in|on|with|is|morning|afternoon|evening|night|\d)\b)"
"""What a sentence goes on with behind a shortened word, so that its dot ends none."""
SUMS: Final[dict[str, Rewrite]] = {
    "250 dollars": computing(_AMOUNT, _named),
    "250 bucks": computing(_AMOUNT, _in_slang),
    "250 USD": computing(r"(?<!US)" + _AMOUNT, _coded),
    "USD 250": computing(r"(?<!US)" + _AMOUNT, _coded_before),
    "two hundred and fifty dollars": computing(r"(?<!US)" + _ROUND, _in_words),
    "250$": replacing((_AMOUNT, r"\2\1")),
    "$ 250": replacing((_AMOUNT, r"\1 \2")),
    "$250.00": replacing((_AMOUNT, r"\1\2.00")),
    r"\$250": replacing((r"\$(?=\d)", r"\\$")),
    "like $250": replacing((r"\b(it['’]s|that['’]s|is) (?=[$£€₦]\d)", r"\1 like ")),
    "25O": replacing((r"(?<=[$£€])(\d+)0\b(?![.,]\d)", r"\1O")),
    "1 250": replacing((r"(?<![\d.,])(\d{1,2}),(\d{3})(?![\d.,]*\d)", r"\1 \2")),
    "1250": replacing((r"(?<![\d.,])(\d{1,2}),(\d{3})(?![\d.,]*\d)", r"\1\2")),
}
LENGTHS: Final[dict[str, Rewrite]] = {
    "ninety minutes": computing(
        r"(?<![\d.,:/$£€@#\w-])(\d{1,3})(?= (?:minutes|mins|hours|weeks)\b)", _length_in_words
    ),
    "2 hours": computing(
        r"\b([Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ee]ight|[Tt]en|[Ff]ifteen|[Tt]wenty|[Tt]hirty|[Ff]orty-five"
        r"|[Ss]ixty|[Nn]inety)(?= (?:minutes|mins|hours?|hrs)\b)",
        _length_in_digits,
    ),
    "1 hour": replacing((r"(?<!\d )\b(?:an|one) hour\b(?! and)", "1 hour")),
    "60 minutes": replacing(
        (
            r"(?<!\d )\b(?:an|one|1) hour\b(?! and| later| before| after| ago| away| from| notice)",
            "60 minutes",
        )
    ),
    "30 minutes": replacing((r"(?<!and a )\b(?:a )?half an hour\b", "30 minutes")),
    "half an hour": replacing((r"\b(?:30|thirty) min(?:ute)?s\b", "half an hour")),
    "90min": replacing((r"\b(\d{2,3}) (?:minutes|mins)\b", r"\1min"), (r"\b(\d) hours\b", r"\1h")),
    "2 hrs": replacing((r"\bhours\b", "hrs"), (r"(?<=\d )hour\b", "hr")),
    "90 min.": replacing(
        (rf"(?<=\d )(?:minutes|mins)\b{_GOES_ON}", "min."), (rf"(?<=\d )hours?\b{_GOES_ON}", "hr.")
    ),
}
WHEN: Final[dict[str, Rewrite]] = {
    "Tues": replacing(*((rf"\b{day}\b", short) for day, short in _DAYS.items()), cased=True),
    "Tues.": replacing(*((rf"\b{day}\b{_GOES_ON}", f"{short}.") for day, short in _DAYS.items()), cased=True),
    "Dec. 4": replacing(
        (r"\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?:uary|ruary|ust|ember|ober)?(?= \d)", r"\1."), cased=True
    ),
    "3 p.m.": replacing((r"\b(\d{1,2}) ?pm\b", r"\1 p.m."), (r"\b(\d{1,2}) ?am\b", r"\1 a.m.")),
    "3 PM": replacing((r"\b(\d{1,2})pm\b", r"\1 PM"), (r"\b(\d{1,2})am\b", r"\1 AM")),
    "3:00pm": replacing(
        (r"(?<![:.])\b(\d{1,2}) ?pm\b", r"\1:00pm"), (r"(?<![:.])\b(\d{1,2}) ?am\b", r"\1:00am")
    ),
    "15:00": computing(r"(?<![:.\d])\b(\d{1,2}) ?pm\b", _on_24_hours),
    "3.30": replacing((r"\b(\d{1,2}):(\d\d)\b(?! ?[ap]m)", r"\1.\2")),
    "@ 3": replacing((r"\bat (\d{1,2}(?::\d\d)?(?: ?[ap]m)?)\b", r"@ \1")),
}
FORMS: Final[dict[str, Rewrite]] = SUMS | LENGTHS | WHEN
"""Every rewrite of figures, by how the figure reads afterwards."""
