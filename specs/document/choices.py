"""Fields with a closed set of legal words, switches, and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias, get_args

from pydantic import AfterValidator, BeforeValidator, Field

from specs.document import currency, zones
from specs.document.nearest import did_you_mean
from specs.document.problems import show
from specs.document.refusal import Objection, refusal, refusals
from specs.document.text import IsText, Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

Mode: TypeAlias = Literal["incall", "outcall"]
"""Where an appointment takes place: `incall`, the client comes; `outcall`, the professional travels."""

Timing: TypeAlias = Literal["before", "after", "any"]
ServiceInWriting: TypeAlias = Literal["never", "never_with_price", "allow"]
PriceInWriting: TypeAlias = Literal["never", "allow"]
Effect: TypeAlias = Literal["hold", "warn", "off"]
"""What a rule does when it fires: hold the draft, warn, or nothing."""


def _one_of(choices: object) -> BeforeValidator:
    words: tuple[str, ...] = get_args(choices)
    legal = " or ".join(f"'{word}'" for word in words)

    def check(value: object) -> object:
        if not isinstance(value, str) or value not in words:
            hint = did_you_mean(value, words) if isinstance(value, str) else ""
            raise refusal(f"expected {legal}, got {show(value)}{hint}", value, legal)
        return value

    return BeforeValidator(check)


def _switch(value: object) -> object:
    if not isinstance(value, bool):
        raise refusal(f"expected true or false, got {show(value)}", value, "true or false")
    return value


def _listed(value: object) -> object:
    if not isinstance(value, list | tuple):
        raise refusal(f"expected a list in [], got {show(value)}", value, "a list in []")
    return tuple(value)


def _mapped(value: object) -> object:
    if not isinstance(value, dict):
        raise refusal(f"expected an object in {{}}, got {show(value)}", value, "an object in {}")
    return value


def _each_once(value: tuple[Any, ...]) -> tuple[Any, ...]:
    repeated = [
        Objection((index,), f"{show(item)} is listed twice", item)
        for index, item in enumerate(value)
        if item in value[:index]
    ]
    if repeated:
        raise refusals(repeated)
    return tuple(sorted(value))


def _refusing(reason: Callable[[str], str | None], legal: str) -> AfterValidator:
    def check(value: str) -> str:
        if (message := reason(value)) is not None:
            raise refusal(message, value, legal)
        return value

    return AfterValidator(check)


IsList: Final = BeforeValidator(_listed)
"""Lets a JSON list stand where a tuple is meant, and nothing else."""

IsObject: Final = BeforeValidator(_mapped)
"""Lets a JSON object stand where a mapping is meant, and nothing else."""

Phrases: TypeAlias = Annotated[tuple[Phrase, ...], IsList]
"""A list of names or phrases, in the order of the document."""

Switch: TypeAlias = Annotated[bool, BeforeValidator(_switch), Field(strict=True)]
ModeChoice: TypeAlias = Annotated[Mode, _one_of(Mode)]
TimingChoice: TypeAlias = Annotated[Timing, _one_of(Timing)]
ServiceChoice: TypeAlias = Annotated[ServiceInWriting, _one_of(ServiceInWriting)]
PriceChoice: TypeAlias = Annotated[PriceInWriting, _one_of(PriceInWriting)]
EffectChoice: TypeAlias = Annotated[Effect, _one_of(Effect)]

Modes: TypeAlias = Annotated[
    tuple[ModeChoice, ...], IsList, AfterValidator(_each_once), Field(json_schema_extra={"uniqueItems": True})
]
"""A set of modes, kept in alphabetical order."""

CurrencyCode: TypeAlias = Annotated[
    str,
    IsText,
    _refusing(currency.refusal_of, "an active ISO 4217 code, as USD"),
    Field(strict=True, json_schema_extra={"pattern": "^[A-Z]{3}$"}),
]
ZoneName: TypeAlias = Annotated[
    str, IsText, _refusing(zones.refusal_of, "an IANA time zone, as America/Chicago"), Field(strict=True)
]
