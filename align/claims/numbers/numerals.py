"""Read one number, in digits or in words, from a list of words.

Pure functions over folded lower-case words; nothing here knows of prices or times. Spoken
prices drop the word "hundred" ("two eighty", "one oh five"), which is read as well and
marked `SPOKEN`, since the same words can be a clock time or two numbers.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar, Final, NamedTuple

from align.claims.numbers.digits import GROUPED, digits_value
from align.claims.numbers.numeral_words import SCALES, SLANG, TENS, UNITS
from align.records import Word, closed


@closed
class NumberForm(Word):
    """How a number is written."""

    DIGITS: ClassVar[NumberForm]
    WORDS: ClassVar[NumberForm]
    SPOKEN: ClassVar[NumberForm]
    """Words without "hundred": "one fifty" (150, also 1:50)."""
    SLANG: ClassVar[NumberForm]
    """A word that names an amount: "tenner", "a ton", "two bills"."""


class Numeral(NamedTuple):
    """A number on the words up to `last` (exclusive); its value and how it is written."""

    last: int
    value: Decimal
    form: NumberForm


_ANDS: Final = frozenset(("and", "&"))
_JOINTS: Final = _ANDS | {"-", "n"}
_AMBIGUOUS_SLANG: Final = frozenset("score pony ton tons bill bills monkey".split())
_FRACTIONS: Final = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}
_HALVES: Final = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_THREE: Final = re.compile(r"\d00\Z")
_THREE_DECIMALS: Final = re.compile(r"\d{1,3}\.\d{3}\Z")
_MILLION: Final = 1_000_000


def lone_value(word: str, after: str) -> tuple[Decimal, NumberForm] | None:
    """Read the commonest numbers at once: digits or one small word, which `after` does not carry on."""
    if word[0].isdigit():
        apart = len(word) == 1 and after.isdigit() and len(after) == 1
        value = None if apart or after in _AFTER_DIGITS else digits_value(word)
        return None if value is None else (value, NumberForm.DIGITS)
    value = _LONE.get(word)
    if value is None or after in _AFTER_WORDS or after[0].isdigit():
        return None
    return value, NumberForm.WORDS


def read_numeral(words: list[str], at: int, end: int) -> Numeral | None:
    """Read the longest number that begins at word `at` and stays before `end`."""
    found = _longest(words, at, end)
    if found is not None and words[found.last - 1] == "grand":
        return found._replace(form=NumberForm.SLANG)
    return found


def _longest(words: list[str], at: int, end: int) -> Numeral | None:
    word = words[at]
    if word[0].isdigit():
        return _read_digits(words, at, end)
    if word in SLANG:
        return _slang(words, at)
    if word == "buck":
        return _buck(words, at, end)
    found = _read_cardinal(words, at, end)
    if found is None:
        return _read_fraction(words, at, end)
    last, value, _form = found
    if last < end and words[last] in SLANG and words[last] not in ("score", "pony", "monkey"):
        return Numeral(last + 1, value * SLANG[words[last]], NumberForm.SLANG)
    return found


def _buck(words: list[str], at: int, end: int) -> Numeral | None:
    """Read "a buck eighty" and "a buck ten", which are slang for 180 and 110."""
    told = at + 1 < end and (words[at + 1] in TENS or 10 <= UNITS.get(words[at + 1], 0) <= 19)
    tail = _small(words, at + 1, end) if told else None
    return None if tail is None else Numeral(tail[0], Decimal(100 + tail[1]), NumberForm.SLANG)


def _slang(words: list[str], at: int) -> Numeral | None:
    """Read slang for an amount; the ambiguous words need an article before them."""
    word = words[at]
    if word in _AMBIGUOUS_SLANG and (at == 0 or words[at - 1] not in ("a", "half")):
        return None
    return Numeral(at + 1, Decimal(SLANG[word]), NumberForm.SLANG)


def _read_digits(words: list[str], at: int, end: int) -> Numeral | None:
    """Read digits with what belongs to them: "1½", "2 hundred", "1.5k", "1'049", "3o"."""
    value = digits_value(words[at])
    if value is None:
        return None
    last = at + 1
    after = words[last] if last < end else ""
    if len(words[at]) == 1 and len(after) == 1 and after.isdigit():
        spaced = _spaced_group(words, at, end)
        if spaced is not None:
            return spaced
    if after not in _AFTER_DIGITS:
        return Numeral(last, value, NumberForm.DIGITS)
    if after in SLANG:
        return Numeral(last + 1, value * SLANG[after], NumberForm.SLANG)
    if after in TENS:
        tail = _small(words, last, end) if 1 <= value < 10 and value == value.to_integral_value() else None
        if tail is not None:
            return Numeral(tail[0], value * 100 + tail[1], NumberForm.SPOKEN)
        return Numeral(last, value, NumberForm.DIGITS)
    value, last = _extended(words, at, end, value)
    return Numeral(last, value, NumberForm.DIGITS)


def _spaced_group(words: list[str], at: int, end: int) -> Numeral | None:
    """Read "2 1 , 000", which is 21,000 with its digits apart."""
    comma = at + 2
    if comma + 1 >= end or words[comma] not in (",", ".") or not _THREE.match(words[comma + 1]):
        return None
    return Numeral(comma + 2, Decimal("".join(words[at:comma]) + words[comma + 1]), NumberForm.DIGITS)


def _extended(words: list[str], at: int, end: int, value: Decimal) -> tuple[Decimal, int]:
    """Multiply or add to digits what the next word says."""
    last = at + 1
    after = words[last]
    following = words[last + 1] if last + 1 < end else ""
    if after in _FRACTIONS:
        return value + _FRACTIONS[after], last + 1
    if after == "'":
        joined = digits_value(words[at] + following) if _is_group(following) else None
        return (value, last) if joined is None else (joined, last + 2)
    if after in ("o", "oo"):
        # a letter for a nought: "3o"; spelled-out "3 o" means the same to a reader
        grouped = words[at] + "0" * len(after)
        if GROUPED.match(grouped):
            return Decimal(grouped.replace(",", "").replace(".", "")), last + 1
        nought = words[at].isdigit() and following != "clock"
        return (value * 10 ** len(after), last + 1) if nought else (value, last)
    if SCALES[after] >= _MILLION and _THREE_DECIMALS.match(words[at]):
        value = Decimal(words[at])  # "2.174 billion" is no 2,174 of them
    value, last = value * SCALES[after], last + 1
    return _rest(words, last, end, value, 100) if value < 1000 and last < end else (value, last)


_COUNTED_SLANG: Final = frozenset("bills benjamins tenners fivers benjis".split())
_AFTER_DIGITS: Final = _FRACTIONS.keys() | SCALES.keys() | TENS.keys() | _COUNTED_SLANG | {"'", "o", "oo"}


_LONE: Final = {word: Decimal(value) for word, value in (UNITS | TENS).items()}
_AFTER_WORDS: Final = (
    UNITS.keys() | TENS.keys() | SCALES.keys() | SLANG.keys() | {"-", "and", "&", "oh", "o", "quarters"}
)
"""What can carry on a number in words."""


def _is_group(word: str) -> bool:
    return len(word) >= 3 and word[:3].isdigit()


def _read_cardinal(words: list[str], at: int, end: int) -> Numeral | None:
    """Read a cardinal in words: "a hundred and eighty", "two eighty", "twelve hundred"."""
    total = Decimal(0)
    form = NumberForm.WORDS
    position = at
    while position < end:
        part = _below_thousand(words, position, end)
        if part is None:
            break
        last, value, part_form = part
        if part_form is NumberForm.SPOKEN:
            form = part_form
        scale = SCALES.get(words[last]) if last < end else None
        if scale is None or scale < 1000:
            total += value
            position = last
            break
        total += value * scale
        position = last + 1
        skip = position + 1 if position < end and words[position] in _ANDS else position
        following = _below_thousand(words, skip, end)
        if following is None or following[1] >= scale or scale > 1_000_000:
            break
        position = skip
    if position == at:
        return None
    return Numeral(position, total, form)


def _below_thousand(words: list[str], at: int, end: int) -> tuple[int, Decimal, NumberForm] | None:
    """Read a number below a thousand, or in hundreds: "two and a half", "two eighty"."""
    if at >= end:
        return None
    if words[at] in _BARE_SCALES:
        return _bare_scale(words, at, end)
    small = _small(words, at, end)
    if small is None:
        return None
    last, value = small
    hyphen = int(last + 1 < end and words[last] == "-")
    after = words[last + hyphen] if last + hyphen < end else ""
    if after in _HUNDREDS:
        total, position = _rest(words, last + hyphen + 1, end, Decimal(value * 100), 100)
        return position, total, NumberForm.WORDS
    if 1 <= value <= 19:
        spoken = _spoken_hundreds(words, last, end, value)
        if spoken is not None:
            return spoken[0], Decimal(value * 100 + spoken[1]), NumberForm.SPOKEN
    if after == "quarters" and last + 1 < end and words[last + 1] in SCALES:
        return last + 1, Decimal(value) / 4, NumberForm.WORDS
    if after == "and" and words[last + 1 : last + 2] == ["a"]:
        return _and_a_half(words, last, end, value)
    return last, Decimal(value), NumberForm.WORDS


_HUNDREDS: Final = frozenset("hundred hundreds hundo hundy".split())
_BARE_SCALES: Final = frozenset("hundred hundo hundy grand thousand million".split())


def _spoken_hundreds(words: list[str], last: int, end: int, value: int) -> tuple[int, int] | None:
    """Read what follows the hundreds of "two eighty", "one oh five", "one-fifty", "one 50"."""
    if last >= end:
        return None
    after = words[last]
    if after == "-" and last + 1 < end:
        if value < 10 and _is_teen(words, last + 1, end):
            return _small(words, last + 1, end)
        tens = TENS.get(words[last + 1], 0)
        joined = value < 10 or tens - value > _NO_RANGE
        return _small(words, last + 1, end) if tens and joined else None
    if after in ("oh", "o"):
        unit = UNITS.get(words[last + 1], 0) if last + 1 < end else 0
        return (last + 2, unit) if 1 <= unit <= 9 else None
    if after in TENS or (value < 10 and 10 <= UNITS.get(after, 0) <= 19):
        return _small(words, last, end)
    if value < 10 and after.isdigit() and len(after) == 2 and after[0] != "0":
        return last + 1, int(after)
    return None


def _is_teen(words: list[str], at: int, end: int) -> bool:
    """True for the ten of "the two-ten is due", not of "five-ten minutes" or "two-ten people"."""
    teen = 10 <= UNITS.get(words[at], 0) <= 19
    return teen and (at + 1 >= end or words[at + 1] in _AFTER_SPOKEN)


_AFTER_SPOKEN: Final = frozenset(". , ! ? ) and is 's for an the at all flat".split())
_NO_RANGE: Final = 25
"""Two numbers that are further apart are no range: "eighteen-fifty", but "fifteen-twenty"."""


def _and_a_half(words: list[str], last: int, end: int, value: int) -> tuple[int, Decimal, NumberForm]:
    """Read "two and a half (hundred)"; `last` is the place of "and"."""
    fraction = _HALVES.get(words[last + 2]) if last + 2 < end else None
    if fraction is None:
        return last, Decimal(value), NumberForm.WORDS
    position = last + 3
    if position < end and words[position] in _HUNDREDS:
        return position + 1, (value + fraction) * 100, NumberForm.WORDS
    return position, value + fraction, NumberForm.WORDS


def _bare_scale(words: list[str], at: int, end: int) -> tuple[int, Decimal, NumberForm] | None:
    """Read "(a) hundred and eighty", "half a grand", "a couple hundred"."""
    before = words[at - 1] if at else ""
    two_before = words[at - 2] if at > 1 else ""
    if words[at] == "grand" and before not in ("a", "half"):
        return None
    value = Decimal(SCALES[words[at]])
    if before == "a" and two_before in _HALVES and words[max(0, at - 4) : at - 2] != ["and", "a"]:
        return at + 1, value * _HALVES[two_before], NumberForm.WORDS
    if before in _HALVES:
        return at + 1, value * _HALVES[before], NumberForm.WORDS
    if "couple" in (before, two_before if before == "of" else ""):
        return at + 1, value * 2, NumberForm.WORDS
    if value == 100:
        total, position = _rest(words, at + 1, end, value, 100)
        return position, total, NumberForm.WORDS
    return at + 1, value, NumberForm.WORDS


def _rest(words: list[str], at: int, end: int, value: Decimal, below: int) -> tuple[Decimal, int]:
    """Add what follows "hundred": "and eighty", "eighty", "-eighty"."""
    skip = at + 1 if at < end and words[at] in _JOINTS else at
    tail = _small(words, skip, end)
    if tail is None or tail[1] >= below or tail[1] == 0:
        return value, at
    lone = skip > at and words[at] != "-" and tail[1] < 10 and tail[0] < end
    if lone and (words[tail[0]] in _COUNTED_ALONE or _has_a_price(words, tail[0])):
        return value, at  # "a hundred and one more thing", "a hundred and two hours is 190"
    return value + tail[1], tail[0]


_COUNTED_ALONE: Final = frozenset(
    "more other of day days hour hours hr hrs h week weeks month months session sessions lesson lessons"
    " extra thing things time times half".split()
)
"""What follows a lone unit behind "hundred and" that counts for itself."""


def _has_a_price(words: list[str], at: int) -> bool:
    """True for the two of "one is a hundred and two is one ninety", not for "a hundred and five is my rate"."""
    if words[at] not in ("is", "'s", "are") or at + 1 >= len(words):
        return False
    said = words[at + 1]
    return said in _LONE or said in _BARE_SCALES or said in ("a", "$", "€", "£") or said[0].isdigit()


def _small(words: list[str], at: int, end: int) -> tuple[int, int] | None:
    """Read 0 to 99."""
    if at >= end:
        return None
    tens = TENS.get(words[at])
    if tens is None:
        unit = UNITS.get(words[at])
        return None if unit is None else (at + 1, unit)
    after = at + 1
    if after < end and words[after] == "-" and after + 1 < end:
        unit = UNITS.get(words[after + 1], 0)
        if 1 <= unit <= 9:
            return after + 2, tens + unit
    if after < end:
        unit = UNITS.get(words[after], 0)
        if 1 <= unit <= 9 and not (after + 1 < end and _starts_own(words[after + 1], tens)):
            return after + 1, tens + unit
    return after, tens


def _starts_own(behind: str, tens: int) -> bool:
    """True where the "one" of "sixty one eighty" begins a number of its own, by what is behind it.

    "Sixty one hundred" is a length and its price too; "forty three hundred" is one number.
    """
    return behind in TENS or (behind in _HUNDREDS and tens in _LENGTHS)


_LENGTHS: Final = frozenset((30, 60, 90))
"""Tens that are spoken of as so many minutes."""


def _read_fraction(words: list[str], at: int, end: int) -> Numeral | None:
    """Read "½", "half a grand", "half million", "three quarters billion"."""
    word = words[at]
    if word in _FRACTIONS:
        return Numeral(at + 1, _FRACTIONS[word], NumberForm.WORDS)
    if word == "couple" and at + 1 < end:
        position = at + 2 if words[at + 1] == "of" and at + 2 < end else at + 1
        scale = SCALES.get(words[position])
        return None if scale is None else Numeral(position + 1, Decimal(2 * scale), NumberForm.WORDS)
    share = _HALVES.get(word)
    if share is None:
        return None
    position = at + 1
    if position < end and words[position] in ("a", "of"):
        position += 1
    if position < end and words[position] == "a":
        position += 1
    if position >= end:
        return None
    scale = SCALES.get(words[position])
    if scale is None or words[position] == "k":
        return None
    return Numeral(position + 1, share * scale, NumberForm.WORDS)
