"""The fact document: its parts, its checks, its errors and its digest."""

from specs.document.canonical import PARTS, PartDigests, canonical_json, digest_of
from specs.document.choices import Effect, Mode, PriceInWriting, ServiceInWriting, Timing
from specs.document.currency import Currency, currencies
from specs.document.facts import Channels, Deposit, Location, Payment, Rate
from specs.document.mission import Mission
from specs.document.numbers import SCHEMA_VERSION
from specs.document.part import Part
from specs.document.policy import Policy, Voice
from specs.document.problems import Problem, SpecError
from specs.document.spec import Spec
from specs.document.text import Fold, plain_fold
from specs.document.times import Slot
from specs.document.waivers import LONGEST_WAIVER, Waiver

__all__ = [
    "LONGEST_WAIVER",
    "PARTS",
    "SCHEMA_VERSION",
    "Channels",
    "Currency",
    "Deposit",
    "Effect",
    "Fold",
    "Location",
    "Mission",
    "Mode",
    "Part",
    "PartDigests",
    "Payment",
    "Policy",
    "PriceInWriting",
    "Problem",
    "Rate",
    "ServiceInWriting",
    "Slot",
    "Spec",
    "SpecError",
    "Timing",
    "Voice",
    "Waiver",
    "canonical_json",
    "currencies",
    "digest_of",
    "plain_fold",
]
