"""The fact document that the benchmarks check against, with as many phrases as asked for."""

from __future__ import annotations

from itertools import product
from typing import Any, Final

_NATURAL: Final = (
    "hot stones",
    "prenatal massage",
    "couples session",
    "foot reading",
    "mud wrap",
    "face cupping",
)
_FIRST: Final = ("salt", "clay", "honey", "bamboo", "herbal", "frozen", "lava", "silk", "amber", "copper")
_SECOND: Final = ("scrub", "wrap", "peel", "ritual", "facial", "soak", "polish", "mask", "steam", "balm")
_SYLLABLES: Final = (
    "ka",
    "lo",
    "mi",
    "ru",
    "te",
    "va",
    "no",
    "si",
    "pe",
    "du",
    "gra",
    "blo",
    "fli",
    "stu",
    "che",
)
_PLACES: Final = (
    ("Austin", ("ATX", "South Congress", "SoCo")),
    ("Houston", ("HTX", "Montrose")),
    ("San Antonio", ("Pearl District",)),
    ("Round Rock", ()),
    ("Dallas", ("Deep Ellum",)),
    ("El Paso", ()),
    ("Waco", ()),
    ("Galveston", ()),
    ("Lubbock", ()),
    ("Corpus Christi", ()),
)
_SERVICES: Final = (
    "deep tissue",
    "swedish massage",
    "cupping",
    "stretching",
    "lymph drainage",
    "trigger points",
)
_KINDS: Final = ("gentle", "firm", "slow", "warm", "quiet")


def document(phrases: int = 100) -> dict[str, Any]:
    """Return a fact document with so many never-offer phrases, 10 places and 30 services."""
    services = [*_SERVICES, *(f"{kind} {name}" for kind, name in product(_KINDS, _SERVICES))]
    return {
        "persona": "ines",
        "trade": "massage therapist",
        "timezone": "America/Chicago",
        "currency": "USD",
        "rates": [
            {"minutes": 60, "amount": 180},
            {"minutes": 60, "amount": 230, "mode": "outcall"},
            {"minutes": 90, "amount": 250},
        ],
        "deposit": {"amount": 50},
        "min_minutes": 60,
        "modes": ["incall", "outcall"],
        "locations": [
            {
                "city": city,
                "region": "TX",
                "country": "US",
                "aliases": list(aliases),
                "modes": ["incall", "outcall"],
            }
            for city, aliases in _PLACES
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
        "services": services[:30],
        "policy": {"service_in_writing": "never_with_price", "price_in_writing": "allow"},
        "never_offer": never_offer(phrases),
        "voice": {"max_chars": 700, "max_emoji": 2, "banned": ["kindly", "dear"], "allow_links": True},
        "mission": {
            "date": "2026-11-21",
            "market": "Austin",
            "goal": "fill tonight",
            "slots": [["2026-11-21T18:00", "2026-11-21T20:00"]],
        },
    }


def never_offer(count: int) -> list[str]:
    """Return so many different phrases: real ones first, then invented two-word ones."""
    real = [*_NATURAL, *(" ".join(pair) for pair in product(_FIRST, _SECOND))]
    words = ["".join(parts) for parts in product(_SYLLABLES, repeat=3)]
    invented = (f"{words[n % len(words)]} {words[n * 7 // 3 % len(words)]}{n}" for n in range(count))
    return [*real, *invented][:count]
