"""Numbers in a fact document: whole counts, money, percentages and scores, read without rounding."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema

from specs.document.problems import show
from specs.document.refusal import refusal

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA_VERSION: Final = 1
"""The version of the schema that this build reads and writes."""

MAX_AMOUNT: Final = 1_000_000_000
"""The largest amount of money, in major units."""

MAX_DECIMALS: Final = 4
"""The most decimal places of any number; no currency has more."""

MAX_MINUTES: Final = 7 * 24 * 60
"""The longest appointment: one week."""

MAX_CHARS: Final = 100_000
MAX_EMOJI: Final = 1_000
MAX_SCORE: Final = 10


def exact(number: Decimal) -> int | float:
    """Return the JSON number with the same digits.

    Exact for every number this module lets in: at most 14 digits survive a float unharmed.
    """
    return int(number) if number == number.to_integral_value() else float(number)


def _whole(low: int, high: int, unit: str) -> Callable[[object], object]:
    legal = f"a whole number{unit} from {low} to {high}"

    def check(value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise refusal(f"{show(value)} is not {legal}", value, legal)
        return value

    return check


def _decimal(high: int, unit: str, *, zero: bool = False) -> Callable[[object], Decimal]:
    legal = f"{unit} {'from 0' if zero else 'above 0 and'} up to {high}"

    def read(value: object) -> Decimal:
        number = _number(value, legal)
        if not (0 <= number <= high) or (number == 0 and not zero):
            raise refusal(f"{show(value)} is not {legal}", value, legal)
        rounded = round(number, MAX_DECIMALS)
        if rounded != number:
            message = f"{show(value)} has more than {MAX_DECIMALS} decimal places"
            raise refusal(message, value, f"at most {MAX_DECIMALS} decimal places")
        return Decimal(int(rounded)) if rounded == int(rounded) else rounded.normalize()

    return read


def _number(value: object, legal: str) -> Decimal:
    if isinstance(value, str):
        raise refusal(f"expected a number, got the text {show(value)}; write it without quotes", value, legal)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise refusal(f"expected a number, got {show(value)}", value, legal)
    if isinstance(value, float):
        # The shortest decimal that reads back as this float: what the author wrote.
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and not value.is_finite():
        raise refusal(f"{show(value)} is not a finite number", value, legal)
    if isinstance(value, int) and abs(value) > MAX_AMOUNT:
        raise refusal(f"{show(value)} is not {legal}", value, legal)
    return Decimal(value)


def _score(value: object) -> float:
    return float(_read_score(value))


_read_score = _decimal(MAX_SCORE, "a number", zero=True)


def _readable_version(value: object) -> object:
    if isinstance(value, bool) or value != SCHEMA_VERSION or not isinstance(value, int):
        raise refusal(f"this build cannot read schema version {show(value)}", value, str(SCHEMA_VERSION))
    return value


SchemaVersion: TypeAlias = Annotated[
    int,
    BeforeValidator(_readable_version),
    Field(strict=True, json_schema_extra={"const": SCHEMA_VERSION}),
]

Minutes: TypeAlias = Annotated[
    int, Field(strict=True, ge=1, le=MAX_MINUTES), BeforeValidator(_whole(1, MAX_MINUTES, " of minutes"))
]
"""A length of time in whole minutes, at most one week."""

CharCount: TypeAlias = Annotated[
    int, Field(strict=True, ge=1, le=MAX_CHARS), BeforeValidator(_whole(1, MAX_CHARS, " of characters"))
]
"""A number of Unicode code points."""

EmojiCount: TypeAlias = Annotated[
    int, Field(strict=True, ge=0, le=MAX_EMOJI), BeforeValidator(_whole(0, MAX_EMOJI, " of emoji"))
]
"""A number of emoji; a joined sequence counts as one."""

Money: TypeAlias = Annotated[
    Decimal,
    BeforeValidator(_decimal(MAX_AMOUNT, "an amount of money")),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "maximum": MAX_AMOUNT}),
]
"""An amount in major units of the document's currency; positive."""

Percent: TypeAlias = Annotated[
    Decimal,
    BeforeValidator(_decimal(100, "a percentage")),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "maximum": 100}),
]
"""A share in percent, above 0 and up to 100."""

Score: TypeAlias = Annotated[
    float, BeforeValidator(_score), WithJsonSchema({"type": "number", "minimum": 0, "maximum": MAX_SCORE})
]
"""A judge's score, 0 to 10."""
