"""Check an answer to a client's message against one strict spec, for tests of what is agreed to."""

from datetime import datetime
from typing import Any, Final

from align import compile_spec, validate_draft
from specs import Spec

NOW: Final = datetime.fromisoformat("2026-11-30T10:00:00+00:00")
FACTS: Final[dict[str, Any]] = {
    "persona": "t",
    "timezone": "UTC",
    "currency": "USD",
    "rates": [{"minutes": 60, "amount": 180}, {"minutes": 90, "amount": 250}],
    "deposit": {"amount": 50},
    "min_minutes": 60,
    "modes": ["incall"],
    "locations": [{"city": "Austin", "region": "TX", "country": "US", "modes": ["incall"]}],
    "channels": {"text_only": True, "allowed": ["sms"]},
    "payment": {"timing": "before"},
    "services": ["deep tissue", "cupping"],
    "never_offer": ["hot stones", "couples session", "prenatal massage"],
    "mission": {"date": "2026-11-30", "slots": [["2026-11-30T18:00", "2026-11-30T20:00"]]},
}
_COMPILED: Final = compile_spec(Spec.from_dict(FACTS))


def rules(body: str, inbound: str | None = None) -> set[str]:
    """Return the rules that a draft breaks as an answer to `inbound`."""
    return {v.rule for v in validate_draft(body, _COMPILED, now=NOW, context={"inbound": inbound}).violations}
