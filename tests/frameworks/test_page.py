"""The examples of docs/integrations.md for LiteLLM and LangChain do what the page says."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import litellm

from tests.frameworks.proxied import ROOT
from tests.frameworks.upstream import whole

if TYPE_CHECKING:
    import pytest

    from tests.harness.server import VllmLike

PAGE = (ROOT / "docs/integrations.md").read_text("utf-8")


def _code(heading: str) -> str:
    (section,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    (code,) = re.findall(r"^```python\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
    return str(code)


def _run(code: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(code, "docs/integrations.md", "exec", dont_inherit=True), names)  # noqa: S102 - our own page
    return names


def test_litellm_in_a_program(upstream: VllmLike, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(litellm, "callbacks", [])
    monkeypatch.setattr(litellm, "num_retries", 0)
    monkeypatch.setenv("OPENAI_API_BASE", f"{upstream.url}/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    answer = _run(_code("LiteLLM"))["answer"]
    upstream.always = whole("An hour is £45.")
    assert asyncio.run(answer("how much?")) == "An hour is £45."
    upstream.always = whole("An hour is £40.")
    assert asyncio.run(answer("how much?")) == "(the draft is held: price_contradiction at 11-14)"


def test_a_chain_of_langchain_s(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    code = _code("LangChain")
    _run(code)
    assert capsys.readouterr().out.splitlines() == re.findall(r"print\(.*\)  # (.*)", code)
