"""The check: a body against a spec.

`validate_draft` is observably pure. The compiled form of a spec is kept in a small cache,
which never shows in a result. Rules, patterns and word lists load when the first spec is
compiled, not when `align` is imported.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from align.context import DraftContext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from align.compiled import CompiledSpec
    from align.findings import Validation
    from specs import Spec

_CACHE_SIZE: Final = 256
_latest: tuple[Spec, CompiledSpec] | None = None
"""The spec that was asked for last: drafts come in runs, and its key need not be made again."""
_cache: OrderedDict[tuple[str, str], CompiledSpec] = OrderedDict()
_lock = threading.Lock()


def compile_spec(spec: Spec) -> CompiledSpec:
    """Compile a spec ahead of its first check; compiled specs are cached by digest.

    Raises `TypeError` for anything else.
    """
    global _latest  # noqa: PLW0603 - one pair, replaced as a whole
    latest = _latest
    if latest is not None and latest[0] is spec:
        return latest[1]
    from align.checking import build, rule_set  # noqa: PLC0415 - loads every rule
    from specs.document import Spec as Document  # noqa: PLC0415 - with the first spec only

    if not isinstance(spec, Document):
        raise TypeError(f"spec: expected a Spec (load_spec reads one), got {type(spec).__name__}")

    key = (spec.digest, rule_set(spec))
    with _lock:
        found = _cache.get(key)
        if found is not None:
            _cache.move_to_end(key)
            _latest = (spec, found)
            return found
    made = build(spec)
    with _lock:
        _cache[key] = made
        while len(_cache) > _CACHE_SIZE:
            _cache.popitem(last=False)
    _latest = (spec, made)
    return made


def validate_draft(
    body: str,
    spec: Spec | CompiledSpec,
    *,
    now: datetime,
    context: DraftContext | Mapping[str, Any] | None = None,
) -> Validation:
    """Check a draft body against a spec and say everything that contradicts it.

    `body` is any `str`; spans of the result are its code points. `spec` may be compiled
    already (`compile_spec`). `now` is the moment of the check and must be aware (it is
    read in the persona's time zone). `context` is a `DraftContext` or a mapping with
    `inbound` and `time_locked`.

    The same arguments always give the same result; nothing outside them is read.

    Raises `ValueError` for a naive `now` or an unknown context key and `TypeError` for an
    argument of the wrong type. No content of `body` raises.
    """
    if not isinstance(body, str):
        msg = f"body: expected text, got {type(body).__name__}"
        raise TypeError(msg)
    if not isinstance(now, datetime):
        raise TypeError(f"now: expected a datetime with its UTC offset, got {type(now).__name__}")
    kind, check = _loaded()
    compiled = spec if isinstance(spec, kind) else compile_spec(cast("Spec", spec))
    return check(body, compiled, now, DraftContext.of(context))


@lru_cache(maxsize=1)
def _loaded() -> tuple[type[CompiledSpec], Callable[[str, CompiledSpec, datetime, DraftContext], Validation]]:
    """Load every rule, once; an import statement for each draft takes a microsecond."""
    from align.checking import CompiledSpec, check  # noqa: PLC0415 - loads every rule

    return CompiledSpec, check
