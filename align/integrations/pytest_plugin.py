"""The pytest plugin: `assert_aligned(body, spec, now=...)`, as a function and as a fixture of that name.

pytest imports this at every start, also for suites that have nothing to do with drafts: what it needs is imported
when the first draft is checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from os import PathLike

    from align.compiled import CompiledSpec
    from align.context import DraftContext
    from specs import Spec

__all__ = ["AssertAligned", "assert_aligned"]


class AssertAligned(Protocol):
    """What the fixture `assert_aligned` gives, for annotations."""

    def __call__(
        self,
        body: str,
        spec: Spec | CompiledSpec | str | PathLike[str],
        *,
        now: dt.datetime,
        context: DraftContext | Mapping[str, Any] | None = None,
    ) -> None:
        """Do what `assert_aligned` says."""


def assert_aligned(
    body: str,
    spec: Spec | CompiledSpec | str | PathLike[str],
    *,
    now: dt.datetime,
    context: DraftContext | Mapping[str, Any] | None = None,
) -> None:
    """Fail unless a draft agrees with a spec, or with the fact document at a path.

    The failure shows the draft with the words at fault underlined and what the facts say, as `align validate` does.
    Warnings do not fail. Arguments and what they raise are those of `align.validate_draft` and `specs.load_spec`.
    """
    __tracebackhide__ = True
    from align.validate import validate_draft  # noqa: PLC0415 - not at every start of pytest

    against = _loaded(spec)
    validation = validate_draft(body, against, now=now, context=context)
    if validation.ok:
        return
    from align.cli.report import WIDTH, plain  # noqa: PLC0415 - only for a failure
    from align.cli.validate import report  # noqa: PLC0415 - the same

    told = plain(report("draft", body, validation, WIDTH)).rstrip()
    raise AssertionError(told)


@pytest.fixture(name="assert_aligned", scope="session")
def assert_aligned_fixture() -> AssertAligned:
    """Fail a test unless a draft agrees with a spec: `assert_aligned(body, spec, now=...)`."""
    return assert_aligned


def _loaded(spec: Spec | CompiledSpec | str | PathLike[str]) -> Spec | CompiledSpec:
    from os import PathLike  # noqa: PLC0415 - not at every start of pytest

    if not isinstance(spec, str | PathLike):
        return spec
    from align.reading.folding import fold_text  # noqa: PLC0415 - the same
    from specs import load_spec  # noqa: PLC0415 - the same

    return load_spec(spec, fold=fold_text)
