"""A teacher whose clients hear of much besides prices, and what the check holds of it."""

from datetime import UTC, datetime

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "GBP",
            "timezone": "UTC",
            "rates": [{"minutes": 60, "amount": 58}, {"minutes": 45, "amount": 46}],
            "deposit": {"amount": 20},
            "min_minutes": 30,
            "modes": ["incall", "outcall"],
            "channels": {
                "text_only": True,
                "allowed": ["sms"],
                "phones": [],
                "emails": [],
                "handles": {},
                "links": [],
            },
            "payment": {"timing": "before"},
            "services": ["piano lesson", "massage"],
            "mission": {"date": "2026-11-21", "slots": [["2026-11-21T18:00", "2026-11-21T20:00"]]},
        }
    )
)


def rules_held(body: str, inbound: str | None = None) -> set[str]:
    """Return the rules that hold a draft which answers the client's message."""
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound} if inbound else None)
    return {violation.rule for violation in found.violations}
