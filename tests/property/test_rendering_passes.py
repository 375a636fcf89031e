"""One source, two consumers: what the rendering tells the generator, the gate accepts when it is said plainly."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align import validate_draft
from specs import Location, Spec, load_spec
from specs.render import amount, quoted, render_spec

if TYPE_CHECKING:
    from collections.abc import Iterator

FIXTURES = Path(__file__).parents[2] / "fixtures"
SPECS = [load_spec(path) for path in sorted(FIXTURES.rglob("personas/*.json"))]


def _noon(spec: Spec, day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), spec.zone)


def _day(spec: Spec) -> dt.date:
    return (spec.mission and spec.mission.date) or dt.date(2026, 11, 21)


def _open_day(spec: Spec, location: Location) -> dt.date:
    return location.from_ or location.until or _day(spec)


def _is_offered(spec: Spec, mode: str | None, day: dt.date) -> bool:
    """Whether a mode is offered at a place that is open on the day."""
    open_then = [location for location in spec.locations or () if location.is_open_on(day)]
    offers = [spec.modes if location.modes is None else location.modes for location in open_then]
    return mode is None or any(mode in (offered or ()) for offered in offers or [spec.modes])


def sentences(spec: Spec) -> Iterator[tuple[str, str, dt.datetime]]:
    """Yield each value as it stands in the rendering, a plain sentence that says it, and when it is said."""
    now = _noon(spec, _day(spec))
    for part in (_prices, _contacts):
        yield from ((value, sentence, now) for value, sentence in part(spec))
    yield from _places(spec)
    for service in spec.services or ():
        yield quoted(service), f"Yes, I do {service}.", now
    for slot in (spec.mission.slots if spec.mission else None) or ():
        yield f"{slot.start:%H:%M}", f"I can start at {slot.start:%H:%M} today.", now


def _prices(spec: Spec) -> Iterator[tuple[str, str]]:
    for rate in spec.rates or ():
        if rate.minutes < (spec.min_minutes or 0) or not _is_offered(spec, rate.mode, _day(spec)):
            continue  # lint says that such a rate can never be booked; another day it may be offered
        mode = {"incall": " here at mine", "outcall": " at your place", None: ""}[rate.mode]
        price = f"{amount(rate.amount)} {spec.currency}"
        yield price, f"{rate.minutes} minutes{mode} is {price}."
    if spec.deposit is not None and spec.deposit.amount is not None:
        price = f"{amount(spec.deposit.amount)} {spec.currency}"
        yield price, f"The deposit is {price}."
    if spec.min_minutes is not None:
        yield f"{spec.min_minutes} minutes", f"The shortest appointment is {spec.min_minutes} minutes."


def _contacts(spec: Spec) -> Iterator[tuple[str, str]]:
    channels = spec.channels
    if channels is None:
        return
    for handle in (channels.handles or {}).values():
        yield quoted(handle), f"My handle is {handle}."
    for contact in (*(channels.phones or ()), *(channels.emails or ()), *(channels.links or ())):
        yield quoted(contact), f"You can reach me at {contact}"


def _places(spec: Spec) -> Iterator[tuple[str, str, dt.datetime]]:
    for location in spec.locations or ():
        then = _noon(spec, _open_day(spec, location))
        for name in filter(None, [location.city, *(location.aliases or ())]):
            yield quoted(name), f"I'm in {name} today.", then


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: f"{spec.persona}-{spec.digest[:4]}")
def test_what_is_rendered_contradicts_no_fact_when_it_is_said(spec: Spec) -> None:
    text = render_spec(spec)
    wrong = []
    for value, sentence, now in sentences(spec):
        assert value in text
        found = validate_draft(sentence, spec, now=now)
        wrong += [(sentence, violation.rule) for violation in found.violations if violation.family == "facts"]
        assert found.errors == ()
    assert wrong == []
