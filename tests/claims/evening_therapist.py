"""A therapist with an evening's slots who answers in writing only, and what the check holds of it."""

from datetime import UTC, datetime

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 6, 16, 10, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "GBP",
            "timezone": "Europe/London",
            "min_minutes": 60,
            "modes": ["incall", "outcall"],
            "rates": [{"minutes": 60, "amount": 85}, {"minutes": 90, "amount": 120}],
            "deposit": {"percent": 20},
            "payment": {"timing": "before"},
            "channels": {"text_only": True, "allowed": ["sms", "whatsapp"]},
            "mission": {"date": "2026-06-16", "slots": [["2026-06-16T18:00", "2026-06-16T20:30"]]},
        }
    )
)


def rules_held(body: str, inbound: str | None = None) -> set[str]:
    """Return the rules that hold a draft which answers the client's message."""
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound} if inbound else None)
    return {violation.rule for violation in found.violations}
