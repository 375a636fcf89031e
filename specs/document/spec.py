"""The fact document: facts, policy and mission of one persona at one version."""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, model_validator

from specs.document.canonical import PartDigests, canonical_json, digest_of, digests_of_parts, plain
from specs.document.checks import objections_to
from specs.document.choices import CurrencyCode, IsList, Modes, Phrases, ZoneName
from specs.document.currency import Currency, currencies
from specs.document.explain import nulls, problems_of
from specs.document.facts import Channels, Deposit, Location, Payment, Rate
from specs.document.mission import Mission
from specs.document.numbers import SCHEMA_VERSION, Minutes, SchemaVersion
from specs.document.part import Part
from specs.document.policy import Policy, Voice
from specs.document.problems import SpecError
from specs.document.refusal import refusals
from specs.document.source import decode, read_json
from specs.document.text import Fold, PersonaKey, Prose


class Spec(Part):
    """One immutable fact document. Two specs are equal exactly when their digests are.

    Make one with `load_spec`, `parse_spec` or `Spec.from_dict`, which raise `SpecError`. The
    constructor takes the same fields and raises pydantic's `ValidationError`.
    """

    schema_version: Annotated[
        SchemaVersion, Field(description="Version of this schema. Default 1, the only one so far.")
    ] = SCHEMA_VERSION
    persona: Annotated[
        PersonaKey, Field(description="Key of the persona whose facts these are; also the tenant key.")
    ]
    trade: Annotated[Prose | None, Field(description="What the professional does, in free text.")] = None
    timezone: Annotated[
        ZoneName, Field(description="IANA name of the time zone in which all dates and times here are local.")
    ]
    currency: Annotated[CurrencyCode, Field(description="ISO 4217 code of the currency of all amounts here.")]
    rates: Annotated[
        Annotated[tuple[Rate, ...], IsList] | None,
        Field(
            description="The rate card: one amount for each length and mode, in any order; []: no price is "
            "right."
        ),
    ] = None
    deposit: Annotated[
        Deposit | None, Field(description="The deposit: an amount or a percentage; {}: there is none.")
    ] = None
    min_minutes: Annotated[
        Minutes | None, Field(description="Shortest appointment, in whole minutes, included (1 to 10080).")
    ] = None
    modes: Annotated[
        Modes | None,
        Field(description="Modes offered at all: incall, outcall; []: none. Absent: not checked."),
    ] = None
    locations: Annotated[
        Annotated[tuple[Location, ...], IsList] | None,
        Field(description="Where and when the professional can be seen; []: nowhere."),
    ] = None
    channels: Annotated[Channels | None, Field(description="How the professional is reached.")] = None
    payment: Annotated[Payment | None, Field(description="The terms of payment: when it is due.")] = None
    services: Annotated[
        Phrases | None, Field(description="What is on offer, one phrase a service; []: nothing.")
    ] = None
    policy: Annotated[Policy | None, Field(description="What may be put in writing.")] = None
    never_offer: Annotated[
        Phrases | None,
        Field(description="What may never be offered, one phrase each; []: nothing is ruled out."),
    ] = None
    voice: Annotated[
        Voice | None, Field(description="How a message sounds: its length, emoji, words and links.")
    ] = None
    mission: Annotated[Mission | None, Field(description="Today's dial: date, market, goal and slots.")] = (
        None
    )

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        if found := objections_to(self):
            raise refusals(found)
        if self.rates is not None:
            # The order in the file says nothing, so it is not kept: equal cards have equal digests.
            self.__dict__["rates"] = tuple(
                sorted(self.rates, key=lambda rate: (rate.mode or "", rate.minutes))
            )
        return self

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, fold: Fold | None = None) -> Self:
        """Return the spec that plain JSON values describe.

        `fold` brings phrases to the form in which the gate compares them; a phrase that it leaves
        nothing of is refused. Raises `SpecError` with every problem found.
        """
        return cls.model_validate(data, context={"fold": fold})

    @classmethod
    def from_json(cls, text: str, *, fold: Fold | None = None) -> Self:
        """Return the spec that a JSON text describes; as `from_dict`, for text."""
        return cls.from_dict(read_json(text), fold=fold)

    @classmethod
    def model_validate(cls, obj: object, **options: Any) -> Self:  # noqa: ANN401 - pydantic's own
        """Validate as pydantic does, with its options, but raise `SpecError`."""
        empty = nulls(obj)
        try:
            spec = super().model_validate(obj, **options)
        except ValidationError as error:
            known = {problem.path for problem in empty}
            found = [problem for problem in problems_of(error, cls) if problem.path not in known]
            raise SpecError([*empty, *found]) from None
        if empty:
            raise SpecError(empty)
        return spec

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:  # noqa: ANN401 - pydantic's own
        """Validate JSON as `from_json` does, with pydantic's options; raises `SpecError`."""
        text = json_data if isinstance(json_data, str) else decode(bytes(json_data))
        return cls.model_validate(read_json(text), **options)

    def to_dict(self) -> dict[str, Any]:
        """Return the document as plain JSON values, without unset fields; `from_dict` reads them back."""
        document: dict[str, Any] = plain(self)
        return document

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the document as ASCII JSON, canonical unless `indent` asks for lines people can read."""
        if indent is None:
            return canonical_json(self.to_dict())
        return json.dumps(self.to_dict(), indent=indent, sort_keys=True, ensure_ascii=True, allow_nan=False)

    def replace(self, *, fold: Fold | None = None, **changes: object) -> Self:
        """Return a new spec with some top-level fields changed; None removes a field.

        The result is checked like any document: raises `SpecError`.
        """
        changed = {**self.to_dict(), **changes}
        return self.from_dict({key: value for key, value in changed.items() if value is not None}, fold=fold)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return itself, or `replace` with the update: an unchecked copy would carry a false digest."""
        del deep
        return self.replace(**update) if update else self

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON, 64 hexadecimal digits."""
        return digest_of(self.to_dict())

    @cached_property
    def part_digests(self) -> PartDigests:
        """The digests of facts, policy and mission."""
        return digests_of_parts(self.to_dict())

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of all dates and times in the document."""
        return ZoneInfo(self.timezone)

    @property
    def money(self) -> Currency:
        """The currency of all amounts, with its decimal places and name."""
        return currencies()[self.currency]

    def __eq__(self, other: object) -> bool:
        """Compare by content."""
        return isinstance(other, Spec) and self.digest == other.digest

    def __hash__(self) -> int:
        """Hash by content."""
        return hash(self.digest)
