"""A coach who writes of no price and no service, and what the check holds of what she would send."""

from datetime import UTC, datetime

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 2, 13, 15, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "USD",
            "timezone": "America/New_York",
            "modes": ["incall", "outcall"],
            "rates": [
                {"minutes": 60, "amount": 250},
                {"minutes": 90, "amount": 350},
                {"minutes": 60, "amount": 310, "mode": "outcall"},
                {"minutes": 90, "amount": 410, "mode": "outcall"},
            ],
            "deposit": {"amount": 80},
            "services": [
                "date coaching",
                "salsa lessons",
                "bachata lessons",
                "dance partner",
                "wardrobe consult",
                "conversation practice",
            ],
            "policy": {"service_in_writing": "never", "price_in_writing": "never"},
            "never_offer": ["massage", "lap dance"],
        }
    )
)


def rules_held(body: str, inbound: str | None = None) -> set[str]:
    """Return the rules that hold a draft which answers the client's message."""
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound} if inbound else None)
    return {violation.rule for violation in found.violations}
