"""A spec as the section of a prompt that a generator or a judge reads: the same source as the gate's.

Facts, then policy as instructions, then today's mission, each on lines of its own, under the digest of
the spec. Every value stands in quotes, with what a reader could not see escaped, so that no fact can pass for an
instruction. The text depends on the spec alone.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from decimal import Decimal

    from specs.document import Location, Mission, Policy, Rate, Spec, Voice

DEFAULT_MAX_CHARS: Final = 24_000
"""About 6,000 tokens: room for a hundred phrases, thirty services and ten places several times over."""

_SHORTEST: Final = 8
"""To how many entries a list may be cut where the whole would be too long."""


def render_spec(spec: Spec, *, max_chars: int = DEFAULT_MAX_CHARS) -> str:
    """Return the prompt section of a spec, at most `max_chars` code points long.

    Where the whole is longer, lists are cut to the same number of entries and say how many more there are: the gate
    still knows all of them. Raises `ValueError` when even the shortest form is longer than that.
    """
    keep = max((len(entries) for entries in _lists(spec)), default=_SHORTEST)
    while True:
        text = "\n".join(_lines(spec, keep)) + "\n"
        if len(text) <= max_chars:
            return text
        if keep <= _SHORTEST:
            raise ValueError(f"the spec takes {len(text)} characters at least; max_chars is {max_chars}")
        keep = max(keep // 2, _SHORTEST)


def quoted(value: str) -> str:
    """Return text in double quotes, with quotes, backslashes and what is not printable escaped."""
    inner = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else c.encode("ascii", "backslashreplace").decode() for c in inner)


def amount(value: Decimal) -> str:
    """Return an amount as it stands in the document: `180`, `180.5`."""
    return f"{value.normalize():f}"


def _lists(spec: Spec) -> Iterator[tuple[object, ...]]:
    yield spec.services or ()
    yield spec.never_offer or ()
    yield spec.locations or ()
    yield spec.rates or ()
    for location in spec.locations or ():
        yield location.aliases or ()
    if spec.voice is not None:
        yield spec.voice.banned or ()
    if spec.channels is not None:
        given = spec.channels
        yield from (tuple(given.handles or ()), given.links or (), given.phones or (), given.emails or ())


def _lines(spec: Spec, keep: int) -> Iterator[str]:
    yield f"# Spec of {quoted(spec.persona)}, digest {spec.digest}"
    yield ""
    yield "## Facts"
    yield from (line if line.startswith("  ") else f"- {line}" for line in _facts(spec, keep))
    policy = [f"- {line}" for line in _policy(spec, keep)]
    if policy:
        yield from ("", "## Policy", *policy)
    if spec.mission is not None:
        yield from ("", "## Mission", *(f"- {line}" for line in _mission(spec.mission)))


def _facts(spec: Spec, keep: int) -> Iterator[str]:
    if spec.trade is not None:
        yield f"Trade: {quoted(spec.trade)}."
    yield f"Time zone: {spec.timezone}. All dates and times here are local."
    yield f"Currency of all amounts: {spec.currency}."
    yield from _prices(spec, keep)
    if spec.min_minutes is not None:
        yield f"Shortest appointment: {spec.min_minutes} minutes. Offer or accept nothing shorter."
    if spec.modes is not None:
        yield _modes(spec)
    yield from _places(spec, keep)
    yield from _channels(spec, keep)
    if spec.payment is not None and spec.payment.timing is not None:
        yield _TIMING[spec.payment.timing]
    if spec.services is not None:
        yield f"Services: {_list(map(quoted, spec.services), keep)}."


_TIMING: Final = {
    "before": "Payment is due before the appointment starts. Never offer or accept payment after it.",
    "after": "Payment is due after the appointment.",
    "any": "Payment may be made before or after the appointment.",
}

_MODES: Final = {
    "incall": "incall (the client comes to the professional)",
    "outcall": "outcall (the professional travels to the client)",
}


def _prices(spec: Spec, keep: int) -> Iterator[str]:
    if spec.rates is not None:
        rates = _list((_rate(rate, spec.currency) for rate in spec.rates), keep, "none: no price is right")
        yield f"Rates: {rates}. State no other price, and no discount."
    if spec.deposit is not None:
        if spec.deposit.amount is not None:
            yield f"Deposit: {amount(spec.deposit.amount)} {spec.currency}."
        elif spec.deposit.percent is not None:
            yield f"Deposit: {amount(spec.deposit.percent)} percent of the price."
        else:
            yield "Deposit: none is asked for."


def _rate(rate: Rate, currency: str) -> str:
    mode = f" {rate.mode}" if rate.mode is not None else ""
    return f"{rate.minutes} minutes{mode} {amount(rate.amount)} {currency}"


def _modes(spec: Spec) -> str:
    return f"Modes offered: {_list((_MODES[mode] for mode in spec.modes or ()), len(_MODES))}."


def _places(spec: Spec, keep: int) -> Iterator[str]:
    if spec.locations is None:
        return
    if not spec.locations:
        yield "Places: none. Name no place where the professional can be seen."
        return
    yield "Places where the professional can be seen, and no others:"
    yield from (f"  - {_place(location, keep)}" for location in spec.locations[:keep])
    if len(spec.locations) > keep:
        yield f"  - and {len(spec.locations) - keep} more"


def _place(location: Location, keep: int) -> str:
    names = [name for name in (location.city, location.region, location.country) if name]
    said = ", ".join(map(quoted, names))
    if location.aliases:
        said += f"{' also called ' if said else ''}{_list(map(quoted, location.aliases), keep)}"
    if location.from_ is not None:
        said += f", from {location.from_}"
    if location.until is not None:
        said += f", until {location.until} included"
    if location.modes is not None:
        said += f", {_list(location.modes, len(_MODES))}"
    return said


def _channels(spec: Spec, keep: int) -> Iterator[str]:
    channels = spec.channels
    if channels is None:
        return
    if channels.allowed is not None:
        yield f"Channels: {_list(map(quoted, channels.allowed), len(channels.allowed))}."
    if channels.text_only:
        yield "Text only: propose or accept no calls, voice notes or other channels."
    if channels.handles is not None:
        handles = [f"{quoted(name)} {quoted(handle)}" for name, handle in sorted(channels.handles.items())]
        yield f"Handles to give out: {_list(handles, keep)}."
    given = (
        ("Links", channels.links),
        ("Phone numbers", channels.phones),
        ("E-mail addresses", channels.emails),
    )
    for name, values in given:
        if values is not None:
            yield f"{name} to give out: {_list(map(quoted, values), keep)}."


def _policy(spec: Spec, keep: int) -> Iterator[str]:
    yield from _in_writing(spec.policy)
    if spec.never_offer is not None:
        yield f"Never offer, agree to or describe as available: {_list(map(quoted, spec.never_offer), keep)}."
    if spec.locations is not None or spec.modes is not None:
        yield "Give no street address, unit number or entry code before the time is agreed."
    yield from _voice(spec.voice, keep)
    if spec.policy is not None and spec.policy.rules:
        effects = [f"{name} {effect}" for name, effect in sorted(spec.policy.rules.items())]
        yield f"Rules of the check that are not set to hold: {_list(effects, len(effects))}."


def _in_writing(policy: Policy | None) -> Iterator[str]:
    if policy is None:
        return
    if policy.service_in_writing is not None:
        yield _SERVICE[policy.service_in_writing]
    if policy.price_in_writing is not None:
        yield _PRICE[policy.price_in_writing]


_SERVICE: Final = {
    "never": "Name no service in writing.",
    "never_with_price": "Do not name a service and a price in one message.",
    "allow": "Services may be named in writing.",
}

_PRICE: Final = {
    "never": "State no price, deposit or discount in writing.",
    "allow": "Prices may be stated in writing.",
}


def _voice(voice: Voice | None, keep: int) -> Iterator[str]:
    yield "Leave no placeholders in, and do not speak of being an AI, an assistant or a model."
    if voice is None:
        return
    if voice.max_chars is not None:
        yield f"Longest message: {voice.max_chars} characters."
    if voice.max_emoji is not None:
        yield f"Most emoji in a message: {voice.max_emoji}."
    if voice.banned is not None:
        yield f"Words not to use: {_list(map(quoted, voice.banned), keep)}."
    if voice.allow_links is not None:
        yield "Links may be sent." if voice.allow_links else "Send no links."


def _mission(mission: Mission) -> Iterator[str]:
    said: tuple[tuple[str, object, Callable[[], str]], ...] = (
        ("Date", mission.date, lambda: str(mission.date)),
        ("Market", mission.market, lambda: quoted(mission.market or "")),
        ("Goal", mission.goal, lambda: quoted(mission.goal or "")),
    )
    yield from (f"{name}: {text()}." for name, value, text in said if value is not None)
    if mission.slots:
        slots = [f"{slot.start:%Y-%m-%d %H:%M} to {slot.end:%Y-%m-%d %H:%M}" for slot in mission.slots]
        yield f"Appointments may start in: {_list(slots, len(slots))}; the end is not included."


def _list(entries: Iterable[str], keep: int, empty: str = "none") -> str:
    shown = list(entries)
    more = len(shown) - keep
    kept = shown[:keep] if more > 0 else shown
    return ", ".join([*kept, f"and {more} more"] if more > 0 else kept) or empty
