"""The check: a body against a spec.

`validate_draft` is observably pure. The compiled form of a spec is kept in a small cache,
which never shows in a result.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Final

from align.claims.draft import read_draft
from align.compiled import CompiledSpec, compile_document
from align.context import DraftContext
from align.findings import RuleError, Validation, Violation
from align.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from align.claims.draft import Draft
    from align.rules.rule import Rule
    from specs import Spec

_CACHE_SIZE: Final = 256
_cache: OrderedDict[str, CompiledSpec] = OrderedDict()
_lock = threading.Lock()


def compile_spec(spec: Spec) -> CompiledSpec:
    """Compile a spec ahead of its first check; compiled specs are cached by digest."""
    digest = spec.digest
    with _lock:
        found = _cache.get(digest)
        if found is not None:
            _cache.move_to_end(digest)
            return found
    made = compile_document(spec)
    with _lock:
        _cache[digest] = made
        while len(_cache) > _CACHE_SIZE:
            _cache.popitem(last=False)
    return made


def validate_draft(
    body: str,
    spec: Spec | CompiledSpec,
    *,
    now: datetime,
    context: DraftContext | Mapping[str, Any] | None = None,
) -> Validation:
    """Check a draft body against a spec and say everything that contradicts it.

    `body` is any `str`; spans of the result are its code points. `now` is the moment of
    the check and must be aware (it is read in the persona's time zone). `context` is a
    `DraftContext` or a mapping with `inbound` and `time_locked`.

    The same arguments always give the same result; nothing outside them is read.

    Raises `ValueError` for a naive `now` or an unknown context key and `TypeError` for an
    argument of the wrong type. No content of `body` raises.
    """
    if not isinstance(body, str):
        msg = f"body: expected text, got {type(body).__name__}"
        raise TypeError(msg)
    compiled = spec if isinstance(spec, CompiledSpec) else compile_spec(spec)
    draft = read_draft(body, now=now, context=DraftContext.of(context), known=compiled.known)
    return check_rules(draft, compiled)


def check_rules(draft: Draft, compiled: CompiledSpec) -> Validation:
    """Run every rule over a draft that has been read."""
    violations: list[Violation] = []
    warnings: list[Violation] = []
    errors: list[RuleError] = []
    for rule, severity in compiled_rules(compiled):
        try:
            found = list(rule.check(draft, compiled))
        except Exception as error:  # noqa: BLE001 - a crash is reported, never counted as clean
            errors.append(RuleError(rule.id, f"{type(error).__name__}: {error}"))
            continue
        (warnings if severity == "warn" else violations).extend(found)
    return Validation(
        violations=_ordered(violations),
        warnings=_ordered(warnings),
        errors=tuple(sorted(errors, key=lambda e: e.rule)),
        spec_digest=compiled.digest,
    )


def compiled_rules(compiled: CompiledSpec) -> list[tuple[Rule, str]]:
    """Return the rules that run for a spec, with the severity that its policy sets."""
    document = compiled.document
    policy = document.policy
    severities = (policy.rules if policy is not None else None) or {}
    chosen: list[tuple[Rule, str]] = []
    for rule in RULES:
        severity = str(severities.get(rule.id, "hold"))
        if severity == "off":
            continue
        if any(getattr(document, need) is None for need in rule.needs):
            continue
        chosen.append((rule, severity))
    return chosen


def _ordered(found: list[Violation]) -> tuple[Violation, ...]:
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda v: (v.start, v.end, v.rule, v.claimed)))
