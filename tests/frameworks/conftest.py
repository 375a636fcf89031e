"""A proxy of LiteLLM's in front of a model server on the loopback, which all tests share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from align.operators.checks import gate_checks
from specs import load_spec
from specs.store import Edit, SpecStore, open_engine
from specs.store.migrate import Migrations
from tests.frameworks.proxied import Proxy, proxy
from tests.frameworks.upstream import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.harness.server import VllmLike

FACTS = Path(__file__).parents[2] / "fixtures/demo/personas"
MARLOW = {"facts": str(FACTS / "marlow.json")}
SAFE = "I'll look at the diary and get back to you."
REPLACE = {"on_held": "replace", "safe_body": SAFE}


def pytest_configure(config: pytest.Config) -> None:
    """Pass over what pydantic says of LiteLLM's own types."""
    config.addinivalue_line("filterwarnings", "ignore:Items? '.*' on TypedDict class:UserWarning")


@pytest.fixture(scope="session")
def shared_upstream() -> Iterator[VllmLike]:
    """The model server of all tests."""
    with running() as server:
        yield server


@pytest.fixture
def upstream(shared_upstream: VllmLike) -> VllmLike:
    """The model server, without what another test has put there."""
    shared_upstream.always = None
    shared_upstream.requests.clear()
    return shared_upstream


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SpecStore]:
    """A store in which Marlow has facts, at an address that the proxy knows."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.db'}")
    Migrations(engine, tmp_path_factory.mktemp("none"), gate_checks()).upgrade()
    made = SpecStore(engine, checks=gate_checks(), fresh_seconds=0.0)
    facts = load_spec(FACTS / "marlow.json").to_dict()
    made.add_persona(
        {key: value for key, value in facts.items() if key != "mission"}, Edit({}, "ana", "first")
    )
    yield made
    made.close()


@pytest.fixture(scope="session")
def shared_proxy(
    shared_upstream: VllmLike, store: SpecStore, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Proxy]:
    """The proxy, with a guardrail for each thing that is tried."""
    folder = tmp_path_factory.mktemp("proxy")
    database = str(store.engine.url)
    guardrails: dict[str, dict[str, Any]] = {
        "block": MARLOW,
        "replace": MARLOW | REPLACE,
        "replace-badly": MARLOW | {"on_held": "replace", "safe_body": "An hour is £1."},
        "annotate": MARLOW | {"on_held": "annotate"},
        "by-key": {"facts": str(FACTS), "persona_from": "key"},
        "by-request": {"facts": str(FACTS), "persona_from": "request"},
        "stored": {"database": "os.environ/SPEC_STORE", "persona": "marlow"},
        "made": {"guardrail": "tests.frameworks.keys.made"},
        "nowhere": {"database": f"sqlite:///{folder / 'empty.db'}", "persona": "marlow"},
    }
    config = write_config(folder / "config.yaml", shared_upstream, guardrails)
    with proxy(config, folder / "log", SPEC_STORE=database) as running_proxy:
        yield running_proxy


@pytest.fixture
def served(shared_proxy: Proxy, upstream: VllmLike) -> Proxy:
    """The proxy, in front of a model server that says nothing yet."""
    assert upstream.always is None
    return shared_proxy


def write_config(path: Path, upstream: VllmLike, guardrails: dict[str, dict[str, Any]]) -> Path:
    """Write a proxy's configuration; JSON is YAML."""
    model = {"model": "openai/base", "api_base": f"{upstream.url}/v1", "api_key": "none"}
    completion = model | {"model": "text-completion-openai/base"}
    ours = {"guardrail": "align.integrations.litellm.AlignGuardrail", "mode": "post_call"}
    config = {
        "model_list": [
            {"model_name": "drafts", "litellm_params": model},
            {"model_name": "completions", "litellm_params": completion},
        ],
        "router_settings": {"num_retries": 0},
        "general_settings": {"custom_auth": "tests.frameworks.keys.key_of"},
        "guardrails": [
            {"guardrail_name": name, "litellm_params": ours | own} for name, own in guardrails.items()
        ],
    }
    path.write_text(json.dumps(config), "utf-8")
    return path
