"""The kinds of claim, and what each of them says.

A claim lies on the words `[first, last)` of the draft's reading. A claim of the client's
inbound message that the draft accepts ("yep, that works") lies on the agreeing phrase and
is marked `accepted`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Literal

from align.records import Word, closed, quick

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal


@closed
class Stance(Word):
    """What the speaker does with a claim. Only `ASSERTED` can contradict a spec."""

    ASSERTED: ClassVar[Stance]
    """Stated, offered, proposed or agreed; also conditionally ("if you like, call me")
    and as a question that proposes ("how about 9?", "want me to come over?")."""
    REFUSED: ClassVar[Stance]
    """Denied or declined: "I don't do calls", "6 is gone", "calls aren't my thing"."""
    CORRECTED: ClassVar[Stance]
    """Put right in the same breath: the 150 of "not 150, it's 180"."""
    QUOTED: ClassVar[Stance]
    """Somebody else's words, not taken up: "you said 150"."""
    ASKED: ClassVar[Stance]
    """A question that only wants information: "are you in Dallas?"."""
    HYPOTHETICAL: ClassVar[Stance]
    """Contrary to fact or not the draft's to decide: "if you were in Dallas"."""


class Speaker(StrEnum):
    """Whose words a reading holds; it decides what "I" and "you" mean."""

    PROFESSIONAL = "professional"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Moment:
    """The moment of a check, in the persona's time zone."""

    now: datetime

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.date()


Mode = Literal["incall", "outcall"]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What all claims share: word range in the draft's reading, stance, origin."""

    first: int
    last: int
    stance: Stance = Stance.ASSERTED
    accepted: bool = False


@closed
class MoneyForm(Word):
    """How an amount is meant."""

    EXACT: ClassVar[MoneyForm]
    RANGE: ClassVar[MoneyForm]
    FROM: ClassVar[MoneyForm]
    UP_TO: ClassVar[MoneyForm]
    AMOUNT_OFF: ClassVar[MoneyForm]
    """A discount of an amount: "knock 20 off"; the amount is in `low`."""
    PERCENT_OFF: ClassVar[MoneyForm]
    """A discount of a share: "10% off", "half price"; the percentage is in `low`."""
    PERCENT: ClassVar[MoneyForm]
    """A share of the price, as deposits are stated: "25% to hold it"."""
    FREE: ClassVar[MoneyForm]
    """Nothing to pay: "on the house", "waive the deposit"; `low` is 0."""


@closed
class PriceOf(Word):
    """What an amount is the price of."""

    SESSION: ClassVar[PriceOf]
    """The professional's own appointment."""
    DEPOSIT: ClassVar[PriceOf]
    REMAINDER: ClassVar[PriceOf]
    """What is left after the deposit."""
    TRAVEL: ClassVar[PriceOf]
    """A fee or surcharge for coming to the client."""
    OTHER: ClassVar[PriceOf]
    """Somebody else's price, a tip, a fine, parking: never checked."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Claim):
    """An amount of money.

    `low` and `high` are equal for an exact amount; an open end is None. `currency` is an
    ISO 4217 code where the text fixes one, `symbol` the mark as written ("$", "quid"),
    both None for a bare number. `minutes` is the duration that the amount is the price of
    (None: not said), `per` is True for a price per unit of `minutes` ("40 an hour"),
    `mode` the mode that its clause names. `duration` is the word range of that duration.
    What is only implied from afar, by another sentence or a loose neighbour, says so in
    `length_implied` and `mode_implied`: it makes no amount of the card wrong.
    """

    low: Decimal | None
    high: Decimal | None
    form: MoneyForm = MoneyForm.EXACT
    currency: str | None = None
    symbol: str | None = None
    of: PriceOf = PriceOf.SESSION
    minutes: int | None = None
    per: bool = False
    mode: Mode | None = None
    duration: tuple[int, int] | None = None
    length_implied: bool = False
    mode_implied: bool = False


@closed
class DurationOf(Word):
    """What a length of time is the length of."""

    APPOINTMENT: ClassVar[DurationOf]
    """An appointment with the professional that is offered, accepted or described."""
    MINIMUM: ClassVar[DurationOf]
    """The stated minimum itself ("60 min is the shortest I go")."""
    OTHER: ClassVar[DurationOf]
    """Travel, waiting, pieces of music, ages, anything else."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Claim):
    """A length of time in minutes; `low` and `high` are equal unless it is a range."""

    low: float
    high: float
    of: DurationOf = DurationOf.OTHER


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Days(Claim):
    """A calendar date or a run of dates, inclusive, in the persona's time zone.

    `vague` says that the run is only meant in part ("this week", "next month"): being
    there on one of its days is enough.
    """

    begin: date
    until: date
    vague: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Start(Claim):
    """A clock time of day.

    `minutes` holds the possible readings in minutes after midnight ("6" is 6:00 and
    18:00; "18:00" is one). `day` is the date that it is said of, None where none is said.
    `proposed` says that it is the start of an appointment that the draft proposes or
    confirms; other times (opening hours, the client's events) are read but never checked.
    `until` is the end of a window ("between 3 and 5"), in the same terms.
    """

    minutes: tuple[int, ...]
    day: Days | None = None
    proposed: bool = False
    until: tuple[int, ...] | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Claim):
    """A phone number, e-mail address, link, @handle or payment id.

    `value` is normalised for comparison (digits of a phone with a leading plus, link
    without scheme and trailing slash, lower case). `owner` says whose it is. `disguised`
    says that it reads this way only once look-alikes, hidden characters or spelled-out
    parts are undone.
    """

    kind: Literal["phone", "email", "url", "handle", "payment_id"]
    value: str
    owner: Literal["professional", "client", "other"] = "professional"
    disguised: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceClaim(Claim):
    """A place where the professional is, will be, or can be seen.

    `name` is the name as read, folded; `listed` holds the indices of the spec's locations
    that it names (empty: none); `days` the dates that are said or implied; `about` whose
    presence it states. Only `about == "professional"` is checked.
    """

    name: str
    listed: tuple[int, ...] = ()
    days: Days | None = None
    about: Literal["professional", "client", "other"] = "professional"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class AddressClaim(Claim):
    """A street address, a unit or door number, or an entry code, and whose it is."""

    kind: Literal["street", "unit", "code"]
    owner: Literal["professional", "client", "other"] = "professional"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ModeClaim(Claim):
    """The professional travels to the client (`outcall`) or hosts them (`incall`).

    `place` are the indices of the spec's locations that the clause names, if any, and
    `days` the dates it is said of.
    """

    mode: Mode
    offered: bool = True
    place: tuple[int, ...] = ()
    days: Days | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelClaim(Claim):
    """A way to talk that is proposed.

    `channel` is its canonical name: "phone call", "video call", "voice note", "email" …
    """

    channel: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentClaim(Claim):
    """When payment is said to happen: before, or after (also "whenever", "later")."""

    timing: Literal["before", "after"]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class OfferClaim(Claim):
    """A phrase of the spec that the draft speaks of: a service or a never-offer entry.

    `index` is its place in the spec's list.
    """

    list: Literal["services", "never_offer"]
    index: int
    phrase: str
