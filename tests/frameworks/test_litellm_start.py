"""The proxy starts with the configuration that the documentation shows, and with a wrong one not at all."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.frameworks.conftest import MARLOW, write_config
from tests.frameworks.proxied import MASTER_KEY, ROOT, command, environment, proxy, said
from tests.frameworks.upstream import streamed, whole

if TYPE_CHECKING:
    from pathlib import Path

    from tests.harness.server import VllmLike

EXAMPLE = ROOT / "examples/litellm/config.yaml"
CLEAN = "An hour is £45."
WRONG = "An hour is £40."


def test_the_example_checks_every_answer(upstream: VllmLike, tmp_path: Path) -> None:
    page = (ROOT / "docs/integrations.md").read_text("utf-8")
    assert EXAMPLE.read_text("utf-8").partition("guardrails:")[2] in page
    with proxy(EXAMPLE, tmp_path / "log", MODEL_URL=f"{upstream.url}/v1") as served:
        asked = {"model": "drafts", "messages": [{"role": "user", "content": "hello"}]}
        upstream.always = whole(CLEAN)
        assert said(served.post("/v1/chat/completions", asked, key=MASTER_KEY)) == [CLEAN]
        for answer in (whole(WRONG), streamed(WRONG)):
            upstream.always = answer
            stream = answer.body is not None and answer.body.startswith(b"data")
            # A caller cannot leave the guardrail out.
            more = {"stream": stream, "guardrails": []}
            held = served.post("/v1/chat/completions", asked | more, key=MASTER_KEY)
            assert held.status_code == 400
            assert held.json()["error"]["message"] == "the draft is held: price_contradiction at 11-14"


def test_a_proxy_whose_guardrail_is_configured_wrongly_does_not_start(
    upstream: VllmLike, tmp_path: Path, port: int
) -> None:
    config = write_config(tmp_path / "config.yaml", upstream, {"align": MARLOW | {"on_held": "repalce"}})
    done = subprocess.run(
        command(port), env=environment(config), cwd=ROOT, capture_output=True, check=False, timeout=300
    )
    assert done.returncode != 0
    assert b"on_held: expected block or replace or annotate" in done.stdout + done.stderr
