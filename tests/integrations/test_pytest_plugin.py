"""The plugin in runs of pytest of their own, as other people's suites load it: by its entry point."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "fixtures/demo/personas/marlow.json"
HEADER = f"""
import datetime as dt
import pytest
from specs import load_spec

FACTS = {str(FACTS)!r}
SPEC = load_spec(FACTS)
NOW = dt.datetime(2026, 5, 12, 9, tzinfo=dt.UTC)
"""


def _run(suite: pytest.Pytester, tests: str) -> pytest.RunResult:
    suite.makepyfile(HEADER + tests)
    return suite.runpytest_subprocess("-p", "no:cacheprovider")


def test_a_clean_draft_passes_by_fixture_and_by_function(suite: pytest.Pytester) -> None:
    done = _run(
        suite,
        """
from align.integrations.pytest_plugin import assert_aligned as function

def test_fixture(assert_aligned):
    assert_aligned("An hour is £45.", SPEC, now=NOW)

def test_function():
    function("An hour is £45.", SPEC, now=NOW, context={"inbound": "how much?"})

def test_path(assert_aligned):
    assert_aligned("An hour is £45.", FACTS, now=NOW)
""",
    )
    done.assert_outcomes(passed=3)


def test_a_held_draft_fails_with_its_words_underlined(suite: pytest.Pytester) -> None:
    done = _run(
        suite,
        """
def test_draft(assert_aligned):
    assert_aligned("Sure! An hour is £40.", SPEC, now=NOW)
""",
    )
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(
        [
            '>*assert_aligned("Sure! An hour is £40.", SPEC, now=NOW)',
            "E*AssertionError: draft  held: 1 violation",
            "E *| Sure! An hour is £40.",
            "E *|                  ^^^ 1",
            "E *1 price_contradiction: *",
            "E *facts: 45 GBP for 60 min *",
        ]
    )
    # The failure ends where the test called: no frames of the plugin.
    done.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_context_counts_and_bad_arguments_are_errors_of_their_own(suite: pytest.Pytester) -> None:
    done = _run(
        suite,
        """
def test_agreed(assert_aligned):
    with pytest.raises(AssertionError, match="price_contradiction"):
        assert_aligned("Yep, that works!", SPEC, now=NOW, context={"inbound": "so 40 for the hour?"})

def test_naive(assert_aligned):
    with pytest.raises(ValueError, match="now"):
        assert_aligned("Hi", SPEC, now=NOW.replace(tzinfo=None))

@pytest.fixture(scope="session")
def checked(assert_aligned):
    assert_aligned("Hi", SPEC, now=NOW)

def test_in_a_fixture_of_a_session(checked):
    pass
""",
    )
    done.assert_outcomes(passed=3)


def test_the_fixture_is_listed_with_what_it_does(suite: pytest.Pytester) -> None:
    suite.makepyfile("")
    done = suite.runpytest_subprocess("--fixtures", "-p", "no:cacheprovider")
    done.stdout.fnmatch_lines(["assert_aligned*", "*Fail a test unless a draft agrees with a spec*"])


def test_starting_pytest_imports_neither_rules_nor_what_they_stand_on(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    # This plugin alone: others of this environment import more.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    suite.makepyfile(
        """
import json, sys

def test_nothing():
    print("MODULES", json.dumps(sorted(sys.modules)))
"""
    )
    done = suite.runpytest_subprocess("-s", "-p", "no:cacheprovider", "-p", "align")
    done.assert_outcomes(passed=1)
    (line,) = (line for line in done.outlines if "MODULES" in line)
    modules = set(json.loads(line.partition("MODULES ")[2]))
    assert {name for name in modules if name.partition(".")[0] in {"align", "specs"}} == {
        "align",
        "align.context",
        "align.findings",
        "align.integrations",
        "align.integrations.pytest_plugin",
        "align.records",
        "align.validate",
    }
    assert not modules & {"asyncio", "httpx", "pydantic", "regex", "rich", "sqlalchemy", "typer"}
