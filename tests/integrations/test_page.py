"""The examples of docs/integrations.md do what the page says."""

from __future__ import annotations

import asyncio
import json
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer.testing import CliRunner

from align.cli.app import app
from align.integrations.presend import PresendHook
from specs import load_spec
from tests.integrations.served import served

if TYPE_CHECKING:
    import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/integrations.md").read_text("utf-8")


def _blocks(heading: str, language: str) -> list[str]:
    """Return the code under a heading of the page."""
    (section,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    return re.findall(rf"^```{language}\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)


def _run(code: str, names: dict[str, Any]) -> dict[str, Any]:
    exec(compile(code, "docs/integrations.md", "exec", dont_inherit=True), names)  # noqa: S102 - our own page
    return names


def test_the_decorator(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    first, second = _blocks("A decorator", "python")
    names = _run(first, {})
    said = re.findall(r"print\(.*\)  # (.*)", first)
    assert len(said) == 2
    assert capsys.readouterr().out.splitlines() == said
    written = asyncio.run(_run(second, names)["write"]())
    assert written == "I'll look at the diary and get back to you."


def test_the_suite(suite: pytest.Pytester) -> None:
    (code,) = _blocks("In pytest", "python")
    (told,) = _blocks("In pytest", "text")
    suite.makepyfile(code.replace("fixtures/", f"{ROOT}/fixtures/"))
    done = suite.runpytest_subprocess("-p", "no:cacheprovider")
    done.assert_outcomes(passed=1, failed=1)
    failure = [line.removeprefix("E").strip() for line in done.outlines if line.startswith("E ")]
    assert failure == [line.strip() for line in told.splitlines()]


def test_the_check_of_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown, sarif = _blocks("Templates in files, for CI", "console")
    command, _, output = shown.partition("\n")
    done = CliRunner().invoke(app, shlex.split(command)[2:])
    assert (done.exit_code, done.stdout) == (1, output)
    arguments = shlex.split(sarif)[2:]
    assert arguments[-2:] == [">", "align.sarif"]
    log = json.loads(CliRunner().invoke(app, arguments[:-2]).stdout)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["price_contradiction"]


def test_the_hook() -> None:
    (served_by,) = _blocks("Before a message is sent", "console")
    assert (ROOT / shlex.split(served_by)[3]).is_file()
    key = shlex.split(served_by)[1].partition("=")[2].encode()
    (code,) = _blocks("Before a message is sent", "python")
    may_go = _run(code, {})["may_go"]
    marlow = load_spec(ROOT / "fixtures/demo/personas/marlow.json")
    with served(PresendHook({"marlow": marlow}.__getitem__, [key])) as url:
        assert may_go(url, key, "marlow", "An hour is £45.") is True
        assert may_go(url, key, "marlow", "An hour is £40.") is False
        assert may_go(url, b"another key than it", "marlow", "An hour is £45.") is False
    assert may_go(url, key, "marlow", "An hour is £45.") is False
