"""The fact document that rule examples are checked against, unless they override it.

A travelling massage therapist: based in Austin for a window, two modes with their own rates,
text only, payment before.
"""

from typing import Any, Final

EXAMPLE_SPEC: Final[dict[str, Any]] = {
    "persona": "ines",
    "trade": "mobile massage therapist",
    "timezone": "America/Chicago",
    "currency": "USD",
    "rates": [
        {"minutes": 60, "amount": 180},
        {"minutes": 90, "amount": 250},
        {"minutes": 60, "amount": 230, "mode": "outcall"},
    ],
    "deposit": {"amount": 50},
    "min_minutes": 60,
    "modes": ["incall", "outcall"],
    "locations": [
        {
            "city": "Austin",
            "region": "TX",
            "country": "US",
            "aliases": ["ATX", "South Congress", "SoCo"],
            "from": "2026-11-19",
            "until": "2026-11-24",
            "modes": ["incall", "outcall"],
        }
    ],
    "channels": {
        "text_only": True,
        "allowed": ["sms"],
        "handles": {"instagram": "@ines.bodywork"},
        "links": ["https://ines-bodywork.example/book"],
        "phones": [],
        "emails": [],
    },
    "payment": {"timing": "before"},
    "services": ["deep tissue", "swedish massage", "cupping"],
    "policy": {"service_in_writing": "never_with_price", "price_in_writing": "allow"},
    "never_offer": ["hot stones", "prenatal massage", "couples session"],
    "voice": {
        "max_chars": 320,
        "max_emoji": 1,
        "banned": ["kindly", "dear"],
        "allow_links": False,
    },
    "mission": {
        "date": "2026-11-21",
        "market": "Austin",
        "goal": "fill tonight",
        "slots": [["2026-11-21T18:00", "2026-11-21T20:00"]],
    },
}
