"""The parts of a fact document that say what may be put in writing, and in what voice."""

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

from specs.document.choices import EffectChoice, IsObject, Phrases, PriceChoice, ServiceChoice, Switch
from specs.document.frozen import FrozenDict
from specs.document.numbers import CharCount, EmojiCount, Score
from specs.document.part import Part
from specs.document.text import RuleName
from specs.document.waivers import Waivers

RuleEffects: TypeAlias = Annotated[Mapping[RuleName, EffectChoice], IsObject, AfterValidator(FrozenDict)]
Thresholds: TypeAlias = Annotated[Mapping[RuleName, Score], IsObject, AfterValidator(FrozenDict)]


class Policy(Part):
    """What may be put in writing, and how strictly it is held."""

    service_in_writing: Annotated[
        ServiceChoice | None,
        Field(
            description="never: no listed service may be named; never_with_price: not in one message with a "
            "price; allow. Absent: not checked."
        ),
    ] = None
    price_in_writing: Annotated[
        PriceChoice | None,
        Field(description="never: no price of the professional's may be stated; allow. Absent: not checked."),
    ] = None
    rules: Annotated[
        RuleEffects | None,
        Field(description="A rule's id to what it does when it fires: hold (the default), warn or off."),
    ] = None
    judge: Annotated[
        Thresholds | None,
        Field(description="A dimension of the judge to the score, 0 to 10, from which a draft is held."),
    ] = None
    repair: Annotated[
        Switch, Field(description="True: a held draft may be repaired before it is redrafted. Default false.")
    ] = False
    waivers: Annotated[
        Waivers | None,
        Field(
            description="Words that a rule leaves alone for some days: a violation that a waiver covers is a "
            "warning, and does not hold. []: as absent."
        ),
    ] = None


class Voice(Part):
    """How a message sounds."""

    max_chars: Annotated[
        CharCount | None,
        Field(description="Longest message, in Unicode code points, included (1 to 100000)."),
    ] = None
    max_emoji: Annotated[
        EmojiCount | None,
        Field(description="Most emoji in a message, included (0 to 1000); a joined sequence counts as one."),
    ] = None
    banned: Annotated[
        Phrases | None,
        Field(description="Words and phrases that no message may contain; []: none."),
    ] = None
    allow_links: Annotated[
        Switch | None, Field(description="Whether a message may contain a web address. Absent: not checked.")
    ] = None
