"""Labelled drafts for tests: the sets under fixtures/, read once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from specs import Spec, load_spec

FIXTURES = Path(__file__).parent.parent / "fixtures"


@dataclass(frozen=True)
class Case:
    """One labelled draft."""

    id: str
    spec: Spec
    now: datetime
    context: dict[str, Any] | None
    body: str
    rules: frozenset[str]


@cache
def cases(folder: str) -> tuple[Case, ...]:
    """Read all cases of a folder below fixtures/."""
    root = FIXTURES / folder
    specs = {p.stem: load_spec(p) for p in sorted((root / "personas").glob("*.json"))}
    found = []
    for path in sorted(root.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            found.append(
                Case(
                    id=row["id"],
                    spec=specs[row["persona"]],
                    now=datetime.fromisoformat(row["now"]),
                    context=row.get("context"),
                    body=row["body"],
                    rules=frozenset(v["rule"] for v in row["violations"]),
                )
            )
    return tuple(found)
