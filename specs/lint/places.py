"""Lint of locations: windows, names and modes."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from specs.lint.findings import Check, Finding, Question, at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specs.document.facts import Location


def _two_places_at_once(question: Question) -> Iterator[Finding]:
    for (first, one), (second, other) in combinations(enumerate(question.locations), 2):
        if not _overlap(one, other):
            continue
        same = bool(one.city and other.city) and question.fold(one.city or "") == question.fold(
            other.city or ""
        )
        if same:
            message = f"{other.label} is listed twice for the same days, also as {at('locations', first)}"
            yield Finding("warning", at("locations", second), message, "keep one of the two")
        elif _has_window(one) and _has_window(other):
            days = _shared_days(one, other)
            message = f"{other.label} and {one.label} ({at('locations', first)}) are both open {days}"
            yield Finding(
                "warning", at("locations", second), message, "end one window before the other begins"
            )


def _shared_names(question: Question) -> Iterator[Finding]:
    for index, location in enumerate(question.locations):
        for place, alias in enumerate(location.aliases or ()):
            owner = next(
                (
                    n
                    for n, other in enumerate(question.locations)
                    if n != index and _owns(question, other, alias)
                ),
                None,
            )
            if owner is None or (owner > index and not _is_city(question, question.locations[owner], alias)):
                continue
            message = f"'{alias}' also names {question.locations[owner].label} ({at('locations', owner)})"
            yield Finding(
                "warning",
                at("locations", index, "aliases", place),
                message,
                "let each name stand for one place",
            )


def _owns(question: Question, location: Location, name: str) -> bool:
    folded = question.fold(name)
    return _is_city(question, location, name) or folded in {question.fold(a) for a in location.aliases or ()}


def _is_city(question: Question, location: Location, name: str) -> bool:
    return location.city is not None and question.fold(location.city) == question.fold(name)


def _repeated_names(question: Question) -> Iterator[Finding]:
    for index, location in enumerate(question.locations):
        names = (location.city or "", *(location.aliases or ()))
        for later, first in question.same_phrases(names):
            known = "the city" if first == 0 else f"aliases[{first - 1}]"
            path = at("locations", index, "aliases", later - 1)
            yield Finding(
                "warning", path, f"'{names[later]}' says the same as {known}", "drop one of the two"
            )


def _closed_places(question: Question) -> Iterator[Finding]:
    for index, location in enumerate(question.locations):
        if location.modes == ():
            message = f"{location.label} offers no mode, so nobody can be seen there"
            yield Finding(
                "warning", at("locations", index, "modes"), message, "list a mode, or leave modes out"
            )


def _unoffered_modes(question: Question) -> Iterator[Finding]:
    locations = question.locations
    if not locations or any(location.modes is None for location in locations):
        return
    for mode in question.spec.modes or ():
        if not any(mode in (location.modes or ()) for location in locations):
            message = f"{mode} is offered, but at no location"
            yield Finding("warning", at("modes"), message, f"add {mode} to a location or drop it here")


def _modes_beyond(question: Question) -> Iterator[Finding]:
    """Find modes of a place or a rate that the document's own list lacks; a place's are what counts there."""
    spec = question.spec
    if spec.modes is None:
        return
    for index, location in enumerate(question.locations):
        for mode in location.modes or ():
            if mode not in spec.modes:
                message = f"offers {mode}, which modes does not list"
                advice = f"add {mode} to modes, or drop it here"
                yield Finding("warning", at("locations", index, "modes"), message, advice)
    offered = {*spec.modes, *(mode for location in question.locations for mode in location.modes or ())}
    for index, rate in enumerate(spec.rates or ()):
        if rate.mode is not None and rate.mode not in offered:
            message = f"neither modes nor a location offers {rate.mode}: this rate can never be booked"
            yield Finding(
                "error", at("rates", index, "mode"), message, f"add {rate.mode} to modes or drop the rate"
            )


def _past_windows(question: Question) -> Iterator[Finding]:
    day = question.day or question.today
    for index, location in enumerate(question.locations):
        if day is not None and location.until is not None and location.until < day:
            message = f"{location.label} ended on {location.until}, before {day}"
            yield Finding(
                "note", at("locations", index, "until"), message, "drop it when nothing refers to it"
            )


def _nowhere(question: Question) -> Iterator[Finding]:
    if question.spec.locations == ():
        message = "an empty list allows no place at all"
        yield Finding("note", at("locations"), message, "leave locations out if places should not be checked")


def _has_window(location: Location) -> bool:
    return location.from_ is not None or location.until is not None


def _overlap(one: Location, other: Location) -> bool:
    ends_before = one.until is not None and other.from_ is not None and one.until < other.from_
    begins_after = other.until is not None and one.from_ is not None and other.until < one.from_
    return not (ends_before or begins_after)


def _shared_days(one: Location, other: Location) -> str:
    begin = max((day for day in (one.from_, other.from_) if day is not None), default=None)
    end = min((day for day in (one.until, other.until) if day is not None), default=None)
    if begin == end:
        return f"on {begin}"
    return " ".join(f"{word} {day}" for word, day in (("from", begin), ("until", end)) if day is not None)


CHECKS: Final[tuple[Check, ...]] = (
    _two_places_at_once,
    _shared_names,
    _repeated_names,
    _closed_places,
    _unoffered_modes,
    _modes_beyond,
    _past_windows,
    _nowhere,
)
