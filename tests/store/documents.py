"""Documents that the tests of the store put into it."""

from __future__ import annotations

from typing import Any


def document(persona: str = "leo", **changed: Any) -> dict[str, Any]:
    """Return a legal document without a mission, with some top-level fields changed; None leaves one out."""
    base: dict[str, Any] = {
        "persona": persona,
        "timezone": "America/Toronto",
        "currency": "CAD",
        "rates": [{"minutes": 60, "amount": 80}, {"minutes": 60, "amount": 95, "mode": "outcall"}],
        "min_minutes": 60,
        "modes": ["incall", "outcall"],
        "locations": [{"city": "Toronto", "region": "ON", "country": "CA", "aliases": ["Leslieville"]}],
        "services": ["full groom", "nail trim"],
        "never_offer": ["sedation", "teeth cleaning"],
    }
    return {key: value for key, value in {**base, **changed}.items() if value is not None}
