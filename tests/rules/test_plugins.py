"""Rules of other packages: found by entry point, switched on by name, visible when missing."""

from __future__ import annotations

import importlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from align import Validation, validate_draft
from align.rules import plugins
from specs import Spec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 21, 16, tzinfo=UTC)
MODULE = '''"""No shouting.

## What it flags

Three exclamation marks.

## Why it matters

It reads as shouting.

## What it leaves alone

One.
"""
from align.rules.evidence import violation
from align.rules.rule import Example, Rule

def check(draft, spec):
    at = draft.body.find("!!!")
    if at >= 0:
        yield violation(draft, (0, len(draft.reading)), rule="no_shouting", family="policy",
            claimed="!!!", expected="one mark", fact="policy.rules", message="Shouts.",
            instruction="Do not shout.")

def crash(draft, spec):
    raise RuntimeError("broken")
    yield

RULE = Rule(id="no_shouting", family="policy", summary="shouts", needs=(),
    flags=(Example("Hi!!!"),), accepts=(Example("Hi!", why="one"),), check=check)
BROKEN = Rule(id="broken", family="policy", summary="crashes", needs=(),
    flags=(), accepts=(), check=crash)
OTHER = "not a rule"
'''
ENTRY_POINTS = """[align.rules]
no_shouting = acme_rules:RULE
broken = acme_rules:BROKEN
misnamed = acme_rules:RULE
other = acme_rules:OTHER
absent = acme_missing:RULE
"""


@pytest.fixture(autouse=True)
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put a package with entry points where Python looks for packages."""
    (tmp_path / "acme_rules.py").write_text(MODULE)
    info = tmp_path / "acme_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    plugins.offered_rules.cache_clear()
    yield
    plugins.offered_rules.cache_clear()


def check(body: str, rules: dict[str, Any]) -> Validation:
    spec = Spec.from_dict({"persona": "p", "currency": "USD", "timezone": "UTC", "policy": {"rules": rules}})
    return validate_draft(body, spec, now=NOW)


def test_a_plugin_runs_only_where_it_is_named() -> None:
    assert check("Hi!!!", {}).ok
    assert [v.rule for v in check("Hi!!!", {"no_shouting": "hold"}).violations] == ["no_shouting"]


def test_a_plugin_can_warn_or_be_off() -> None:
    warned = check("Hi!!!", {"no_shouting": "warn"})
    assert warned.ok
    assert [v.rule for v in warned.warnings] == ["no_shouting"]
    assert check("Hi!!!", {"no_shouting": "off"}).warnings == ()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nobody_offers_this", "no installed package offers this rule"),
        ("misnamed", "is not a rule named misnamed"),
        ("other", "is not a rule named other"),
        ("absent", "does not load: ModuleNotFoundError"),
        ("broken", "RuntimeError: broken"),
    ],
)
def test_a_rule_that_cannot_run_is_an_error_and_never_ok(name: str, says: str) -> None:
    found = check("Hello.", {name: "hold"})
    assert not found.ok
    assert [e.rule for e in found.errors] == [name]
    assert says in found.errors[0].error


def test_an_unknown_rule_that_is_off_needs_no_package() -> None:
    assert check("Hello.", {"nobody_offers_this": "off"}).ok
