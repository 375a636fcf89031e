"""What the tests of the replay share: specs of two personas before and after an edit, and rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from align.replay import Row
from specs import Spec, load_spec

ROOT = Path(__file__).parents[2]
NOW = "2026-05-12T10:00:00+01:00"

MARLOW = load_spec(ROOT / "fixtures/demo/personas/marlow.json")
SOFIE = load_spec(ROOT / "fixtures/demo/personas/sofie.json")


def dearer(spec: Spec, minutes: int, amount: int) -> Spec:
    """Return the spec with another price for a duration."""
    document = spec.to_dict()
    for rate in document["rates"]:
        if rate["minutes"] == minutes:
            rate["amount"] = amount
    return Spec.from_dict(document)


DEARER = dearer(MARLOW, 60, 50)
BEFORE = {"marlow": MARLOW}
AFTER = {"marlow": DEARER}

CLEAN = "Thank you so much!"
HELD_AFTER = "An hour is £45."
RELEASED = "An hour is £50."
CHANGED = "An hour is £99."
HELD = "Ninety minutes is £7."


def draft(body: str, **more: Any) -> dict[str, Any]:
    """Return the fields of a draft of marlow's."""
    return {"body": body, "now": NOW, "persona": "marlow"} | more


def row(number: int, data: object, file: str = "drafts.jsonl") -> Row:
    """Return a row as a line of JSONL."""
    return Row(file, number, data if isinstance(data, bytes) else json.dumps(data).encode())


def write_jsonl(path: Path, drafts: list[dict[str, Any]]) -> Path:
    """Write drafts as JSONL; return the path."""
    path.write_text("".join(json.dumps(one) + "\n" for one in drafts), "utf-8")
    return path


def write_spec(path: Path, spec: Spec) -> str:
    """Write a fact document; return the path as text."""
    path.write_text(spec.to_json(), "utf-8")
    return str(path)
