"""Read one text of the professional's, for tests that look at its claims."""

from datetime import datetime
from functools import cache
from typing import Any

from align import compile_spec
from align.claims.claim import Claim
from align.claims.draft import Draft, read_draft
from align.compiled import CompiledSpec
from align.context import DraftContext
from align.rules.example_spec import EXAMPLE_SPEC
from specs import Spec

NOW = datetime.fromisoformat("2026-11-21T10:00:00-06:00")


@cache
def example() -> CompiledSpec:
    """Return the compiled example spec."""
    return compile_spec(Spec.from_dict(dict[str, Any](EXAMPLE_SPEC)))


def read(body: str, inbound: str | None = None) -> Draft:
    """Read a draft against the example spec."""
    return read_draft(body, now=NOW, context=DraftContext(inbound), known=example().known)


def text(draft: Draft, claim: Claim) -> str:
    """Return the original characters that a claim lies on."""
    return draft.reading.text(claim.first, claim.last)
