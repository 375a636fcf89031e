"""The parts of a fact document that say what is true: prices, places, contacts and payment."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Self, TypeAlias

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from specs.document.choices import IsList, IsObject, ModeChoice, Modes, Phrases, Switch, TimingChoice
from specs.document.contacts import Email, Handle, Link, Phone
from specs.document.frozen import FrozenDict
from specs.document.numbers import Minutes, Money, Percent
from specs.document.part import Part
from specs.document.refusal import Objection, refusal, refusals
from specs.document.text import Phrase
from specs.document.times import Day

Handles: TypeAlias = Annotated[Mapping[Phrase, Handle], IsObject, AfterValidator(FrozenDict)]


class Rate(Part):
    """The price of an appointment of one length; without a mode, for every mode without a rate of its own."""

    minutes: Annotated[
        Minutes, Field(description="Length of the appointment, in whole minutes (1 to 10080).")
    ]
    amount: Annotated[
        Money,
        Field(description="Price in major units of the document's currency, e.g. 180 or 180.50; above 0."),
    ]
    mode: Annotated[
        ModeChoice | None,
        Field(
            description="Where this price holds: incall (the client comes) or outcall (the professional "
            "travels). Absent: every mode without a rate of its own at this length."
        ),
    ] = None


class Deposit(Part):
    """What is paid ahead: an amount or a percentage of the price; `{}` says that there is no deposit."""

    model_config = ConfigDict(json_schema_extra={"maxProperties": 1})

    amount: Annotated[
        Money | None, Field(description="Deposit in major units of the document's currency; above 0.")
    ] = None
    percent: Annotated[
        Percent | None, Field(description="Deposit in percent of the price; above 0 and up to 100.")
    ] = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.amount is not None and self.percent is not None:
            message = "is given twice, as an amount and as a percentage"
            raise refusal(message, {"amount": self.amount, "percent": self.percent}, "amount or percent")
        return self


class Location(Part):
    """A place where the professional can be seen, and when; without dates, always."""

    city: Annotated[Phrase | None, Field(description="Name of the city.")] = None
    region: Annotated[Phrase | None, Field(description="State, county or region: its name or its code.")] = (
        None
    )
    country: Annotated[Phrase | None, Field(description="Country: its name or its ISO 3166 code.")] = None
    aliases: Annotated[
        Phrases | None, Field(description="Other names of the place: districts, nicknames, airport codes.")
    ] = None
    from_: Annotated[
        Day | None, Field(alias="from", description="First local date there, included. Absent: from always.")
    ] = None
    until: Annotated[Day | None, Field(description="Last local date there, included. Absent: for good.")] = (
        None
    )
    modes: Annotated[
        Modes | None, Field(description="Modes offered there. Absent: the modes of the document; []: none.")
    ] = None

    @model_validator(mode="after")
    def _names_a_place(self) -> Self:
        if not (self.city or self.region or self.country or self.aliases):
            raise refusal("names no place", None, "a city, region, country or alias")
        return self

    @model_validator(mode="after")
    def _window_in_order(self) -> Self:
        if self.from_ is not None and self.until is not None and self.from_ > self.until:
            message = f"ends on {self.until}, before it begins on {self.from_}"
            raise refusals([Objection(("until",), message, self.until, "a date not before 'from'")])
        return self

    @property
    def label(self) -> str:
        """The name by which people call the place: its city, or else its alias, region or country."""
        return self.city or next(iter(self.aliases or ()), None) or self.region or self.country or ""

    def is_open_on(self, day: dt.date) -> bool:
        """Tell whether the local date `day` lies in the window; both ends count."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)


class Channels(Part):
    """How the professional is reached, and what may be given out as theirs."""

    text_only: Annotated[
        Switch | None,
        Field(
            description="True: no calls, voice notes, or other apps than those allowed. Absent: not checked."
        ),
    ] = None
    allowed: Annotated[
        Phrases | None,
        Field(
            description="Channels that may be proposed under text_only, e.g. sms, whatsapp, email; []: none."
        ),
    ] = None
    handles: Annotated[
        Handles | None,
        Field(description="The professional's names by platform or payment service; {}: none may be given."),
    ] = None
    links: Annotated[
        Annotated[tuple[Link, ...], IsList] | None,
        Field(description="The professional's web addresses; []: none may be given."),
    ] = None
    phones: Annotated[
        Annotated[tuple[Phone, ...], IsList] | None,
        Field(
            description="The professional's phone numbers of 5 to 15 digits, in any format; []: none may be "
            "given."
        ),
    ] = None
    emails: Annotated[
        Annotated[tuple[Email, ...], IsList] | None,
        Field(description="The professional's e-mail addresses; []: none may be given."),
    ] = None


class Payment(Part):
    """The terms of payment."""

    timing: Annotated[
        TimingChoice | None,
        Field(
            description="When payment is due: before or after the appointment, or any. Absent: not checked."
        ),
    ] = None
