"""Time zones: the names of the IANA database, as the tzdata package lists them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from specs.document.nearest import did_you_mean

_NOT_PLACES: Final = frozenset({"Factory"})


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Return every zone name of the IANA database.

    The list comes from the tzdata package and not from the machine, so a document that is
    accepted on one machine is accepted on every other.
    """
    from importlib.resources import files  # noqa: PLC0415 - only a check of a document needs it

    names = files("tzdata").joinpath("zones").read_text("utf-8").split()
    return frozenset(names) - _NOT_PLACES


def refusal_of(name: str) -> str | None:
    """Return why `name` is no time zone, or None when it is one."""
    if name in zone_names():
        return None
    cities = {zone.rpartition("/")[2]: zone for zone in sorted(zone_names(), reverse=True) if "/" in zone}
    city = cities.get(name.strip().replace(" ", "_").title())
    hint = f"; did you mean '{city}'?" if city else did_you_mean(name, sorted(zone_names()))
    return f"'{name}' is no IANA time zone{hint}"
