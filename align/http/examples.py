"""What the OpenAPI document shows as answers; tests hold each to the form that it is an example of."""

from __future__ import annotations

import json
from typing import Any, Final

_DIGEST: Final = "304c3d405d8e0b8115d6e941210a42b9e3a3d585b8bc03680d311b9894ff35b7"
_FACTS: Final = "59f99a5db2b17cee5dd98325cd8053c9137d17ca02998b6ae0b1877145ff286f"
_POLICY: Final = "d15717947845b47813828343f53185e0d1c27a0dabcda370b27bf17d09a7dea5"
_MISSION: Final = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
_BODY: Final = "49d205642ea1116a4e5fb458f7945929cdd2d957befdb0badd3a85e0896508ec"
_INBOUND: Final = "d9ec03aeea0051f9c6ae25af2c1ad01295237f0b821a125de2454d31c415fdc0"
_DECISION_ID: Final = "3fbde695599d4d21bcc026d15e86d447"
_CANDIDATE_ID: Final = "conversation-81-message-4"
_NOW: Final = "2026-05-12T09:00:00+00:00"
_UNUSED: Final = {
    "prompt_tokens": 0,
    "completion_tokens": 0,
    "wall_seconds": 0.0,
    "gpu_seconds": 0.0,
    "calls": 0,
}
_INSTRUCTION: Final = "State 45 GBP for 60 min, or no price at all."
_HELD_FOR: Final = {
    "rule": "price_contradiction",
    "start": 15,
    "end": 18,
    "text": "£40",
    "claimed": "40 £ for 60 min",
    "expected": "45 GBP for 60 min",
    "fact": "rates[0].amount",
    "message": "Says 40 £ for 60 min; the rate card says 45 GBP for 60 min.",
}
_VALIDATION: Final = {
    "ok": False,
    "violations": [{**_HELD_FOR, "family": "facts", "instruction": _INSTRUCTION}],
    "warnings": [],
    "errors": [],
    "spec_digest": _DIGEST,
}
_DECISION: Final[dict[str, Any]] = {
    "id": _DECISION_ID,
    "candidate": {
        "id": _CANDIDATE_ID,
        "persona": "marlow",
        "body": "Hi! An hour is £40.",
        "body_digest": _BODY,
        "template_key": None,
        "goal": None,
        "inbound": "hi, how much?",
        "inbound_digest": _INBOUND,
        "time_locked": False,
    },
    "spec": {
        "version": 1,
        "mission_version": None,
        "digest": _DIGEST,
        "facts_digest": _FACTS,
        "policy_digest": _POLICY,
        "mission_digest": _MISSION,
        "stale_since": None,
    },
    "engine": "template",
    "workflow": None,
    "mode": "GO",
    "now": _NOW,
    "outcome": {
        "name": "held",
        "reasons": [
            {
                "tag": "spec_conflict",
                "suggestion": _INSTRUCTION,
                "violations": [_HELD_FOR],
                "attempts": 1,
                "spec_digest": _DIGEST,
                "engine": "template",
            },
            {
                "tag": "template_unavailable",
                "suggestion": "Store a template for this kind of message.",
                "template_key": None,
                "missing": [],
            },
        ],
    },
    "attempts": [
        {
            "kind": "draft",
            "body": "Hi! An hour is £40.",
            "body_digest": _BODY,
            "validation": _VALIDATION,
            "judgement": None,
            "judge_violations": [],
            "usage": _UNUSED,
        }
    ],
    "missing": [],
    "seconds": 0.002,
    "usage": _UNUSED,
}

ANSWERS: Final[dict[str, dict[str, Any]]] = {
    "Validated": {"id": _CANDIDATE_ID, **_VALIDATION, "stale_since": None},
    "Aligned": {
        "id": _CANDIDATE_ID,
        "status": "held",
        "cause": "spec_conflict, template_unavailable",
        "body": None,
        "receipt": None,
        "decision": _DECISION,
    },
    "ReceiptChecked": {"is_covered": False, "refusal": "stale"},
    "Spec": {
        "persona": "marlow",
        "version": 1,
        "mission_version": None,
        "digest": _DIGEST,
        "facts_digest": _FACTS,
        "policy_digest": _POLICY,
        "mission_digest": _MISSION,
        "effective_from": "2026-05-01T08:00:00+00:00",
        "stale_since": None,
        "spec": {
            "persona": "marlow",
            "trade": "mobile dog groomer",
            "timezone": "Europe/London",
            "currency": "GBP",
            "rates": [{"minutes": 60, "amount": 45}, {"minutes": 90, "amount": 60}],
            "payment": {"timing": "before"},
        },
    },
    "Rules": {
        "rules": [
            {
                "id": "duration_below_minimum",
                "family": "facts",
                "summary": "An appointment shorter than the shortest one that is offered.",
                "needs": ["min_minutes"],
            }
        ]
    },
    "RulePage": {
        "id": "duration_below_minimum",
        "family": "facts",
        "summary": "An appointment shorter than the shortest one that is offered.",
        "needs": ["min_minutes"],
        "documentation": "What it flags\n-------------\n...",
        "flags": [
            {
                "body": "A «quick half hour» works!",
                "why": "",
                "inbound": None,
                "time_locked": False,
                "now": None,
            }
        ],
        "accepts": [
            {
                "body": "Sorry, no half hours.",
                "why": "refusal",
                "inbound": None,
                "time_locked": False,
                "now": None,
            }
        ],
    },
    "DecisionPage": {
        "decisions": [
            {
                "id": _DECISION_ID,
                "persona": "marlow",
                "candidate_id": _CANDIDATE_ID,
                "now": _NOW,
                "recorded_at": "2026-05-12T09:00:00.004000+00:00",
                "outcome": "held",
                "tags": ["spec_conflict", "template_unavailable"],
                "is_unjudged": False,
                "is_raised": False,
                "engine": "template",
                "mode": "GO",
                "has_words": True,
            }
        ],
        "next": _DECISION_ID,
    },
    "StoredDecisionForm": {
        **_DECISION,
        "recorded_at": "2026-05-12T09:00:00.004000+00:00",
        "has_words": True,
        "late_judgement": None,
    },
    "Health": {"status": "ok", "cause": None},
}
"""An example for each form of an answer in JSON, by its name in `align.http.answers`."""

RECEIPT: Final = json.dumps(
    {
        "body_hash": "df2a17c6dc9c0ae76d4426427238a9e60c86893c54582eb6d45703ee43ed313d",
        "decision": "c5a52324de574d50ad7e8e117b1b8313",
        "engine": "template",
        "parts": {
            "facts": "59f99a5db2b17cee5dd98325cd8053c9137d17ca02998b6ae0b1877145ff286f",
            "policy": "d15717947845b47813828343f53185e0d1c27a0dabcda370b27bf17d09a7dea5",
        },
        "persona": "marlow",
        "seal": "4dbd8005025837ba7431f368cd9942d89e349d21678fb6fbd779d1fc30456a51",
        "valid_until": None,
    },
    separators=(",", ":"),
)
"""A receipt; it is no longer good for anything."""

PROBLEM: Final[dict[str, Any]] = {
    "type": "urn:align:problem:invalid",
    "title": "Unprocessable Entity",
    "status": 422,
    "detail": "spec.rates[0].amount: 'cheap' is not an amount",
    "errors": [{"field": "spec.rates[0].amount", "message": "'cheap' is not an amount"}],
}
