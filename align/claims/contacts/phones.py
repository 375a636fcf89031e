"""Phone numbers: national and international, grouped in any way, also in number words.

A number is a run of digit groups whose grouping is that of a phone number. Groupings that
prices, dates and order numbers share with phone numbers need a word of calling nearby.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.contacts.labelled_handles import pays_to
from align.claims.contacts.phone_groups import REPEATS, groups
from align.claims.contacts.phone_shapes import Group, is_card, is_code, shape_of
from align.data.words import load_words
from align.reading.cues import CLOCK, CURRENCY, DURATION_UNIT, NUMBER, NUMBER_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.reading import Reading

_MIN_DIGITS: Final = 7
_MAX_DIGITS: Final = 15
_MAX_GROUPS: Final = 16
_MAX_RUN: Final = 64
"""Digit groups of one run that are looked at."""
_CLOSE: Final = 3
"""Words from one group of a number to the next, the gap's own included."""
_SPAN: Final = 12
"""How many words back a word of calling may stand."""

_GAPS: Final = frozenset({"", "-", "(", ")", "/", ".", ") -", ") .", "- (", "·", "•", ") ("})
_DATE: Final = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2]|[12]\d|3[01])[./-](?:\d\d|\d{4})\Z"
)

_CALLING: Final = re.compile(
    r"\b(?:numbers?|cell|cellphone|mobile|mob|phone|phones|telephone|tel|ph|text|texts|txt|call|calls"
    r"|ring|whatsapp"
    r"|wa|line|landline|contact|reach|sms|imessage|fax|zelle|payid|dial|diall?ing|messages?|msgs?"
    r"|messaging|texting|calling|ringing|direct|office|bell|buzz|signal"
    r"|viber|telegram|toll|free|hotline|reception|me on|us on|me at|us at|bizum|swish|paynow|osko|upi"
    r"|gcash|mpesa|m ?- ?pesa|momo|gpay|paytm|mobilepay|vipps|twint|eft)\b"
)
_REFERENCE: Final = re.compile(
    r"\b(?:order|ref|reference|booking|invoice|account|acct|sort code|iban|isbn|issn|card|visa"
    r"|mastercard|amex"
    r"|confirmation|tracking|serial|policy|licen[cs]e|abn|acn|vat|ssn|zip|postcode|post code|ticket"
    r"|flight|parcel"
    r"|passport|student|member(?:ship)?|(?:micro)?chip|case|model|shade|sku|style|batch|lot|part|item"
    r"|code|pin|version|id|bsb|siret|nif|registration|gst|eori|frame|angel|lotto|lottery|lucky|winning"
    r"|raffle|barcode|upc|ean|imei|iccid)"
    r"(?: (?:i need|you need|you gave(?: me)?|you sent"
    r"|on (?:it|the|your|my) ?(?:box|back|label|card|form|invoice|side|plate|tag)?|reads|says|ends"
    r"|ending|ends in|starts|numbers?|no|num|nr|id|code|is|was|'s|of|au|nz|gb|de|nl|fr|ie|ca|es|pt|ch|dk"
    r"|se|sg|za|ng|ke|:|#|\.))* ?[#:]? ?\Z"
)
_EXTENSION: Final = re.compile(r"(?:,? ?(?:ext|extn|extension|x|int)(?: \.)?|#) ?\d{1,6}\b")


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A phone number on words `[first, last)`; `value` is its digits, with `+` if it was written."""

    first: int
    last: int
    value: str
    spelled: bool


class _Part(NamedTuple):
    """Groups of a run with the marks between them; `cut` where a mark joins them to more of it."""

    groups: list[Group]
    gaps: list[str]
    cut: bool


def find_phones(reading: Reading, *, asked: bool = False) -> Iterator[PhoneNumber]:
    """Yield the phone numbers of a text, from left to right; `asked` where it answers who asks for one."""
    if not _may_hold(reading):
        return
    for run in _runs(reading):
        gaps = _gaps(reading, run)
        if is_card(run, gaps):
            continue
        coded = _is_coded(reading, run)
        at = 0
        while at < len(run):
            for stop in range(min(len(run), at + _MAX_GROUPS), at, -1):
                part = _Part(run[at:stop], gaps[at : stop - 1], cut=_is_cut(reading, run, gaps, at, stop))
                found = _phone(reading, part, coded=coded, asked=asked)
                if found is not None:
                    yield found
                    at = stop
                    break
            else:
                at += 1


def _may_hold(reading: Reading) -> bool:
    """Tell, cheaply, whether enough digits stand close together anywhere."""
    numbers = reading.where(NUMBER | NUMBER_WORD)
    last = -_MAX_GROUPS
    digits = 0
    for index, worth in zip(numbers, map(_worth, map(reading.words.__getitem__, numbers)), strict=True):
        digits = digits + worth if index - last <= _CLOSE else worth
        last = index
        if digits >= _MIN_DIGITS:
            return True
    return False


@lru_cache(maxsize=4096)
def _worth(word: str) -> int:
    """Return how many digits a number may stand for."""
    return len(word) if word[0] in "0123456789" else 3 if word in REPEATS else 2


def _runs(reading: Reading) -> Iterator[list[Group]]:
    """Yield runs of digit groups with nothing but phone punctuation between them."""
    run: list[Group] = []
    digits = 0
    for group in groups(reading):
        if run and not _joins(reading, run[-1], group):
            if digits >= _MIN_DIGITS:
                yield run
            run, digits = [], 0
        if len(run) == _MAX_RUN:
            # digits without end are no phone numbers; only where the run ends still matters
            run[-1].last = group.last
            continue
        run.append(group)
        digits += len(group.digits)
    if digits >= _MIN_DIGITS:
        yield run


def _joins(reading: Reading, left: Group, right: Group) -> bool:
    """Tell whether nothing but phone punctuation stands between two groups."""
    end, start = left.last, right.first
    if end == start:
        return True
    if start - end > 2:
        return False
    gap = " ".join(reading.words[end:start])
    if gap != "," or not (left.spelled and right.spelled):
        return gap in _GAPS
    # "seven double oh, nine hundred, five": read out in groups
    return len(left.digits) == 1 or left.digits.endswith("00") or len(set(left.digits)) == 1


def _gaps(reading: Reading, run: list[Group]) -> list[str]:
    """Return the marks between the groups of a run, nothing for a space; a word's own are a stop or a stroke."""
    words = reading.words
    return [
        " ".join(words[left.last : right.first])
        if left.last <= right.first
        else "/"
        if "/" in words[left.first]
        else "."
        for left, right in pairwise(run)
    ]


def _is_cut(reading: Reading, run: list[Group], gaps: list[str], at: int, stop: int) -> bool:
    """True where groups are joined to more of their run with a mark: the end of "001-000016155-9"."""
    begun = at > 0 and gaps[at - 1] != "" and _touch(reading, run[at - 1], run[at])
    return begun or (stop < len(run) and gaps[stop - 1] != "" and _touch(reading, run[stop - 1], run[stop]))


def _touch(reading: Reading, left: Group, right: Group) -> bool:
    """True where no space stands between the mark of two groups and either of them."""
    return left.last > right.first or (reading.touches(left.last) and reading.touches(right.first))


def _is_lettered(reading: Reading, first: int, last: int) -> bool:
    """True where one letter is joined to a number, as in codes: "a91-677-0060", "666666666s"; an x is a kiss."""
    words = reading.words
    if first and words[first - 1] in ascii_lowercase and reading.touches(first):
        return True
    return (
        last < len(words) and words[last] in ascii_lowercase and words[last] != "x" and reading.touches(last)
    )


def _phone(reading: Reading, part: _Part, *, coded: bool, asked: bool) -> PhoneNumber | None:
    """Return the phone number that a part of a run makes, or None where it makes none."""
    groups, gaps = part.groups, part.gaps
    total = sum(len(g.digits) for g in groups)
    if not _MIN_DIGITS <= total <= _MAX_DIGITS:
        return None
    words, marks = reading.words, reading.marks
    first, last = groups[0].first, groups[-1].last
    first, plus = _opening(words, first)
    shape = shape_of(groups, gaps, plus=plus)
    if shape is None or not _whole_words(reading, groups):
        return None
    if (
        last < len(words)
        and marks[last] & (CLOCK | CURRENCY | DURATION_UNIT)
        and words[last] not in ("second", "m")
    ):
        return None
    if first and marks[first - 1] & CURRENCY and words[first - 1] != "k":
        return None
    if plus:
        groups = [g for g in groups if g.digits != "0" or g is groups[0]]
    spelled = any(g.spelled for g in groups)
    stop = _with_extension(reading, last)
    shape = shape and (plus or not (part.cut or _is_lettered(reading, first, stop)))
    told = (asked and first <= _OPENING) or (
        not is_code(groups, gaps) and _is_alone(reading, groups, first, last)
    )
    if (coded and not plus) or not _is_given(reading, first, last, is_sure=plus, is_shaped=shape or told):
        return None
    if words[last : last + 1] == [")"] and "(" in words[first:last] and ")" not in words[first:last]:
        last += 1
    if first and words[first - 1] == "(" and ")" in words[first:last] and "(" not in words[first:last]:
        first -= 1
    digits = "".join(g.digits for g in groups)
    return PhoneNumber(first, _with_extension(reading, last), "+" + digits if plus else digits, spelled)


_OPENING: Final = 4
_FEWEST_ALONE: Final = 9


def _is_alone(reading: Reading, groups: list[Group], first: int, last: int) -> bool:
    """True for a number that is all of a text; a row of round numbers is one of prices."""
    words = reading.words
    if (
        len(words) - (last - first) > _OPENING
        or not _FEWEST_ALONE <= sum(len(g.digits) for g in groups) <= 11
    ):
        return False
    if any(word[0].isalnum() for word in (*words[:first], *words[last:])):
        return False
    return len(groups) == 1 or (len(groups[-1].digits) > 1 and not all(g.digits[-1] in "05" for g in groups))


def _is_given(reading: Reading, first: int, last: int, *, is_sure: bool, is_shaped: bool) -> bool:
    """Tell a number to call or to pay to from an order's; "my FPS ID is …" is to pay to."""
    if pays_to(reading, first):
        return True
    if not is_sure and _is_reference(reading, first):
        return False
    return is_shaped or _has_calling_word(reading, first, last)


_CODE_REACH: Final = 3
_LABELS: Final = frozenset("tel mob ph wa sms cell no num nr tg".split())


def _is_coded(reading: Reading, run: list[Group]) -> bool:
    """True for digits that letters make part of a longer code: "NL91 ABNA 0417 …", "VAT NL 0055 … B01"."""
    first, last = run[0].first, run[-1].last
    words = reading.words
    if any(_is_iban_head(reading, i) for i in range(max(1, first - _CODE_REACH + 1), first + 1)):
        return True
    if pays_to(reading, first):
        return False
    if len(run) > 2 and _is_reference(reading, first):
        return True
    if not first or last >= len(words) or len(words[last]) > 1 or not words[last].isalpha():
        return False
    before = words[first - 1]
    if not before.isalpha() or not 2 <= len(before) <= 4:
        return False
    return before not in _LABELS and before not in load_words()


def _is_iban_head(reading: Reading, index: int) -> bool:
    """True for two digits that are joined to two letters before them: "NL91"."""
    digits, letters = reading.words[index], reading.words[index - 1]
    return (
        len(digits) == len(letters) == 2
        and digits.isdecimal()
        and letters.isalpha()
        and reading.end(index - 1) == reading.start(index)
    )


def _whole_words(reading: Reading, groups: list[Group]) -> bool:
    """False where the groups would cut a word with dots in two, or are a date."""
    words = reading.words
    opening, closing = words[groups[0].first], words[groups[-1].last - 1]
    if opening[0].isdigit() and not groups[0].lettered and not opening.startswith(groups[0].digits):
        return False
    if closing[0].isdigit() and not groups[-1].lettered and not closing.endswith(groups[-1].digits):
        return False
    line, at = reading.line, reading.line_at
    return _DATE.match(line[at[groups[0].first] : at[groups[-1].last] - 1].replace(" ", "")) is None


def _opening(words: list[str], first: int) -> tuple[int, bool]:
    """Take in a bracket and a plus before the first group; tell whether there is a plus."""
    plus = False
    for _ in range(3):
        before = words[first - 1] if first else ""
        if before == "+" or (
            before == "plus" and not plus and first > 1 and words[first - 2] in ("is", "'s", ":", "on", "at")
        ):
            plus = True
            first -= 1
        elif before == "(" and not plus:
            first -= 1
        else:
            break
    return first, plus


def _nearby(reading: Reading, first: int) -> str:
    line, at = reading.line, reading.line_at
    start = max(reading.sentence(first)[0], first - _SPAN)
    return line[at[start] : at[first]]


def _is_reference(reading: Reading, first: int) -> bool:
    """True where the number is introduced as something else: "order 5125550187"."""
    return _REFERENCE.search(_nearby(reading, first).rstrip()) is not None


def _has_calling_word(reading: Reading, first: int, last: int) -> bool:
    line, at = reading.line, reading.line_at
    after = line[at[last] : at[min(last + 4, len(reading))]]
    return _CALLING.search(_nearby(reading, first)) is not None or _CALLING.search(after) is not None


def _with_extension(reading: Reading, last: int) -> int:
    if last >= len(reading):
        return last
    match = _EXTENSION.match(reading.line, reading.line_at[last])
    return last if match is None else reading.words_of(match.start(), match.end())[1]
