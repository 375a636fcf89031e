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
from align.rules.plugins import fingerprint, select_rules

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from align.claims.draft import Draft
    from specs import Spec

_CACHE_SIZE: Final = 256
_cache: OrderedDict[tuple[str, str], CompiledSpec] = OrderedDict()
_lock = threading.Lock()


def compile_spec(spec: Spec) -> CompiledSpec:
    """Compile a spec ahead of its first check; compiled specs are cached by digest."""
    key = (spec.digest, fingerprint())
    with _lock:
        found = _cache.get(key)
        if found is not None:
            _cache.move_to_end(key)
            return found
    policy = spec.policy
    made = compile_document(spec, select_rules((policy.rules if policy else None) or {}))
    with _lock:
        _cache[key] = made
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
    errors: list[RuleError] = list(compiled.rules.missing)
    for rule, severity in compiled.rules.active:
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


def _ordered(found: list[Violation]) -> tuple[Violation, ...]:
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda v: (v.start, v.end, v.rule, v.claimed)))
