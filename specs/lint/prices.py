"""Lint of rates, minimum and deposit."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from specs.lint.findings import Check, Finding, Question, at

if TYPE_CHECKING:
    from collections.abc import Iterator


def _unbookable_rates(question: Question) -> Iterator[Finding]:
    minimum, rates = question.spec.min_minutes, question.spec.rates or ()
    short = [index for index, rate in enumerate(rates) if minimum is not None and rate.minutes < minimum]
    for index in short:
        every = len(short) == len(rates)
        message = (
            f"{rates[index].minutes} minutes is below the minimum of {minimum}: this rate can never be booked"
        )
        yield Finding(
            "error" if every else "warning",
            at("rates", index, "minutes"),
            message,
            "lower min_minutes or drop the rate",
        )


def _unpriced_minimum(question: Question) -> Iterator[Finding]:
    minimum, rates = question.spec.min_minutes, question.spec.rates or ()
    # A card with one entry prices every length pro rata.
    if minimum is None or len(rates) < 2 or any(rate.minutes == minimum for rate in rates):
        return
    message = f"no rate for the minimum of {minimum} minutes, so no price for it is right"
    yield Finding("warning", at("min_minutes"), message, f"add a rate for {minimum} minutes")


def _no_rates(question: Question) -> Iterator[Finding]:
    if question.spec.rates == ():
        message = "an empty rate card allows no price at all"
        yield Finding("note", at("rates"), message, "leave rates out if prices should not be checked")


def _longer_for_less(question: Question) -> Iterator[Finding]:
    rates = question.spec.rates or ()
    for index, (shorter, longer) in enumerate(pairwise(rates), start=1):
        if shorter.mode == longer.mode and longer.amount < shorter.amount:
            message = (
                f"{longer.minutes} minutes cost {longer.amount:f}, "
                f"less than {shorter.minutes} minutes at {shorter.amount:f}"
            )
            yield Finding("warning", at("rates", index, "amount"), message, "check both amounts")


def _large_deposit(question: Question) -> Iterator[Finding]:
    spec = question.spec
    if spec.deposit is None or spec.deposit.amount is None or not spec.rates:
        return
    cheapest = min(rate.amount for rate in spec.rates)
    if spec.deposit.amount > cheapest:
        message = f"a deposit of {spec.deposit.amount:f} is more than the cheapest rate of {cheapest:f}"
        yield Finding("warning", at("deposit", "amount"), message, "lower the deposit or give it in percent")


def _rates_nowhere(question: Question) -> Iterator[Finding]:
    locations = question.locations
    if not locations or any(location.modes is None for location in locations):
        return
    offered = {mode for location in locations for mode in location.modes or ()}
    for index, rate in enumerate(question.spec.rates or ()):
        if rate.mode is not None and rate.mode not in offered:
            message = f"no location offers {rate.mode}: this rate can never be booked"
            yield Finding(
                "warning",
                at("rates", index, "mode"),
                message,
                f"add {rate.mode} to a location or drop the rate",
            )


def _modes_without_rate(question: Question) -> Iterator[Finding]:
    rates = question.spec.rates
    if not rates or any(rate.mode is None for rate in rates):
        return
    priced = {rate.mode for rate in rates}
    for mode in question.spec.modes or ():
        if mode not in priced:
            message = f"{mode} is offered but no rate holds for it"
            yield Finding("warning", at("modes"), message, f"add a rate for {mode}, or one without a mode")


CHECKS: Final[tuple[Check, ...]] = (
    _unbookable_rates,
    _unpriced_minimum,
    _no_rates,
    _longer_for_less,
    _large_deposit,
    _rates_nowhere,
    _modes_without_rate,
)
