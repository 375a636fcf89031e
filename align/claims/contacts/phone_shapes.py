"""How the digits of phone numbers are grouped, and which groupings are those of other numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

CALLING_CODES: Final = frozenset(
    "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 "
    "65 66 81"
    " 82 84 86 90 91 92 93 94 95 98 211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 "
    "232 233"
    " 234 235 236 237 238 239 240 241 242 243 244 245 246 248 249 250 251 252 253 254 255 256 257 258 "
    "260 261 262"
    " 263 264 265 266 267 268 269 290 291 297 298 299 350 351 352 353 354 355 356 357 358 359 370 371 "
    "372 373 374"
    " 375 376 377 378 380 381 382 383 385 386 387 389 420 421 423 500 501 502 503 504 505 506 507 508 "
    "509 590 591"
    " 592 593 594 595 596 597 598 599 670 672 673 674 675 676 677 678 679 680 681 682 683 685 686 687 "
    "688 689 690"
    " 691 692 850 852 853 855 856 870 880 886 888 960 961 962 963 964 965 966 967 968 970 971 972 973 "
    "974 975 976"
    " 977 979 992 993 994 995 996 998".split()
)
_LONGEST_NATIONAL: Final = 12
_LONGEST_UNMARKED: Final = 13
"""Digits of a number that opens with a country's code, but has no plus before it."""
_FEWEST_LONE: Final = 9
_EXIT: Final = 12
"""Digits of a number behind "011" at the least."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")
_CODES: Final = ((5, 4), (3, 2, 4))
"""How postal codes and social security numbers are written: "02116-1234"."""
_CARDS: Final = ((4, 4, 4, 4), (4, 4, 4, 3), (4, 6, 5))


@dataclass(slots=True)
class Group:
    """Digits that stand together, from the words `[first, last)`; `spelled` if in number words.

    `lettered` if letters stand for some of them.
    """

    first: int
    last: int
    digits: str
    spelled: bool
    lettered: bool = False


def shape_of(groups: Sequence[Group], gaps: Sequence[str], *, plus: bool) -> bool | None:
    """Judge a grouping: True is a phone number, False needs a word of calling, None is none.

    `gaps` are the marks between the groups.
    """
    digits = "".join(g.digits for g in groups)
    total = len(digits)
    if plus:
        return True if total >= 8 else None
    written = tuple(len(g.digits) for g in groups if not g.spelled)
    spelled = [g for g in groups if g.spelled]
    if spelled:
        singles = sum(
            len(g.digits) == 1 or g.digits.endswith("00") or len(set(g.digits)) == 1 for g in spelled
        )
        if not (written and min(written) >= 3 and singles >= 2) and singles < 5:
            return None
        return total >= 10 or False
    if _is_dialled_out(digits, written):
        return True
    if total > _LONGEST_NATIONAL and not digits.startswith("00"):
        return _is_unmarked(digits, written)
    if is_code(groups, gaps):
        return False
    if _is_north_american(digits, written, gaps) or _is_trunk(digits, written):
        return True
    if digits[:4] in ("1300", "1800", "0800", "1850", "1890") and written[0] == 4 and total <= 11:
        return True
    if min(written) < 2 and written != (1, 2, 4, 4):
        return _with_lone_digits(groups, written, gaps)
    return False if max(written) <= 11 else _is_unmarked(digits, written)


def is_card(groups: Sequence[Group], gaps: Sequence[str]) -> bool:
    """True for the digits of a bank card, with the same mark between all of them: "6011-0000-0000-0004"."""
    return tuple(len(g.digits) for g in groups) in _CARDS and len({*gaps}) == 1 and gaps[0] in ("", "-")


def is_code(groups: Sequence[Group], gaps: Sequence[str]) -> bool:
    """True for the grouping of a postal code or a social security number: "02116-1234"."""
    return tuple(len(g.digits) for g in groups) in _CODES and {*gaps} == {"-"}


def _is_dialled_out(digits: str, written: tuple[int, ...]) -> bool:
    """True for a number with the exit code of North America: "011-82-10-1234-5678"."""
    if not digits.startswith("011") or len(digits) < _EXIT or not _has_one_lone(written):
        return False
    return written[0] != 2 and opens_with_code(digits[3:])


def _has_one_lone(groups: tuple[int, ...]) -> bool:
    """Tell whether at most one digit, that of an area, stands alone inside a number."""
    lone = groups.count(1)
    return not lone or (lone == 1 and groups[0] > 1 and groups[-1] > 1)


def _is_unmarked(digits: str, written: tuple[int, ...]) -> bool | None:
    """Judge a long number that opens with a country's code, with no plus: "447700900123"."""
    if len(digits) > _LONGEST_UNMARKED or not opens_with_code(digits.removeprefix("0")) or digits[0] == "1":
        return None
    alone = len(written) == 1
    coded = digits[: written[0]] in CALLING_CODES and min(written) >= 2
    return False if alone or coded else None


def opens_with_code(digits: str) -> bool:
    """Tell whether digits open with a country's calling code."""
    return any(digits[:size] in CALLING_CODES for size in (1, 2, 3))


def _with_lone_digits(groups: Sequence[Group], written: tuple[int, ...], gaps: Sequence[str]) -> bool | None:
    """Judge a number with digits on their own: an area of one digit, or digit by digit, "5-1-2-5-5-5…".

    Years and strokes are of dates.
    """
    if sum(written) < _FEWEST_LONE or "/" in gaps:
        return None
    if max(written) == 1:
        return False
    lone = [i for i, size in enumerate(written) if size == 1]
    if lone not in ([0], [1]) or any(_YEAR.match(g.digits) for g in groups[2:-1]):
        return None
    return False


def _is_north_american(digits: str, groups: tuple[int, ...], gaps: Sequence[str]) -> bool:
    if len(digits) == 11 and digits[0] == "1":
        digits = digits[1:]
        groups, gaps = (groups[1:], gaps[1:]) if groups[0] == 1 else ((groups[0] - 1, *groups[1:]), gaps)
    if len(digits) != 10:
        return False
    if digits[0] in "01":
        # nobody's number, but one that is written as numbers are: "123-456-7890"
        return groups == (3, 3, 4) and "/" not in gaps and (gaps[0] == ")" or "" not in gaps)
    return groups in ((3, 3, 4), (3, 7), (6, 4)) or (groups == (10,) and digits[3] not in "01")


def _is_trunk(digits: str, groups: tuple[int, ...]) -> bool:
    """A national number with its trunk zero, or one with the international exit code."""
    if digits.startswith("00"):
        return len(digits) >= 10 and _has_one_lone(groups)
    if digits[0] != "0" or not 9 <= len(digits) <= 12:
        return False
    return min(groups[1:], default=2) >= 2 or groups == (1,) * len(groups)
