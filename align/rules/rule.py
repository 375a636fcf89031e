"""What a rule is: its name, its documentation, its examples and its check."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Family, Violation

    Check = Callable[[Draft, CompiledSpec], Iterator[Violation]]
    Claims = Literal[
        "addresses", "channels", "contacts", "durations", "modes", "money",
        "offers", "payments", "places", "starts",
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A draft that a rule flags or accepts; run as a test, printed in the rule's page.

    `«»` in `body` mark the expected span of a flagged draft. `why` says why a draft is
    accepted. `now` is an ISO 8601 moment with offset (default: the example spec's mission
    date at 10:00 local). `spec` overrides top-level keys of the example spec
    (align/rules/example_spec.py).
    """

    body: str
    why: str = ""
    inbound: str | None = None
    time_locked: bool = False
    now: str | None = None
    spec: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pure function from a draft's claims and a compiled spec to violations.

    `needs` are the top-level keys of the spec without which the rule has nothing to
    check; while any of them is absent the rule does not run. `claims` is the one kind of
    claim that it looks at, if it is one: a draft without such claims is not shown to it.
    `summary` is one line.
    """

    id: str
    family: Family
    summary: str
    needs: tuple[str, ...]
    flags: tuple[Example, ...]
    accepts: tuple[Example, ...]
    check: Check
    claims: Claims | None = None

    @property
    def doc(self) -> str:
        """The rule's documentation: the docstring of the module that holds its check."""
        return (sys.modules[self.check.__module__].__doc__ or "").strip()
