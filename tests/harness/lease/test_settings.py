from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING

import pytest

from align.harness.lease.command import CommandProvider
from align.harness.lease.local_process import LocalProcess
from align.harness.lease.opening import open_lease
from align.harness.lease.policy import LeasePolicy
from align.harness.lease.settings import LeaseSettings, read_lease_settings
from align.harness.settings import HarnessSettings, SettingsError
from specs.store import open_engine
from tests.harness.loops import run

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = {
    "GPU_LEASE_PROVIDER": "command",
    "GPU_LEASE_PROVISION": '["cloud", "create", "{machine}"]',
    "GPU_LEASE_STATUS": '["cloud", "show", "{machine}"]',
    "GPU_LEASE_RELEASE": '["cloud", "delete", "--name={machine}"]',
}
SERVER = {"GPU_LEASE_PROVIDER": "local-process", "GPU_LEASE_SERVER": '["serve", "model.gguf"]'}


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*LeaseSettings.model_fields, *HarnessSettings.model_fields):
        monkeypatch.delenv(name.upper(), raising=False)


def _set(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> LeaseSettings:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return read_lease_settings()


def test_without_variables_nothing_is_leased(tmp_path: Path) -> None:
    settings = read_lease_settings()
    assert settings.provider is None
    assert settings.policy == LeasePolicy()
    engine = open_engine(f"sqlite:///{tmp_path / 'x.db'}")
    assert open_lease(settings, HarnessSettings(), engine, lambda: 0) is None
    engine.dispose()


def test_commands_are_lists_of_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = _set(monkeypatch, COMMANDS | {"GPU_LEASE_STATUS_SECONDS": "7"})
    assert settings.provider == CommandProvider(
        ("cloud", "create", "{machine}"),
        ("cloud", "show", "{machine}"),
        ("cloud", "delete", "--name={machine}"),
        600.0,
        7.0,
        300.0,
    )


def test_a_local_server_is_a_list_of_arguments(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = _set(monkeypatch, SERVER)
    assert isinstance(settings.provider, LocalProcess)
    engine = open_engine(f"sqlite:///{tmp_path / 'x.db'}")
    with pytest.raises(SettingsError, match=r"^GPU_INFERENCE_URL: is needed"):
        open_lease(settings, HarnessSettings(), engine, lambda: 0)
    engine.dispose()


def test_a_keeper_is_opened_as_configured(
    monkeypatch: pytest.MonkeyPatch, migrated_file: Path, tmp_path: Path
) -> None:
    file = tmp_path / "lease.db"
    file.write_bytes(migrated_file.read_bytes())
    monkeypatch.setenv("GPU_INFERENCE_URL", "http://127.0.0.1:9")
    settings = _set(monkeypatch, COMMANDS | {"GPU_LEASE_PROVISION": '["./not-there", "{machine}"]'})
    depths = itertools.count()

    async def main() -> None:
        engine = open_engine(f"sqlite:///{file}")
        keeper = open_lease(settings, HarnessSettings(), engine, lambda: next(depths))
        assert keeper is not None
        assert [await keeper.tick(), await keeper.tick()] == ["wait", "provision"]
        await keeper.settle()
        assert keeper.problem == "the provision command cannot be run: No such file or directory"
        await keeper.aclose()
        engine.dispose()

    run(main)


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"GPU_LEASE_PROVIDER": "cloud"}, "GPU_LEASE_PROVIDER: Input should be 'command' or 'local-process'"),
        ({"GPU_LEASE_NAME": "My GPU"}, "GPU_LEASE_NAME: String should match"),
        (COMMANDS | {"GPU_LEASE_STATUS": ""}, "GPU_LEASE_STATUS: is needed with GPU_LEASE_PROVIDER=command"),
        (COMMANDS | {"GPU_LEASE_RELEASE": "cloud delete"}, "GPU_LEASE_RELEASE: is no list of arguments"),
        (COMMANDS | {"GPU_LEASE_RELEASE": "[]"}, "GPU_LEASE_RELEASE: is no list of arguments"),
        (COMMANDS | {"GPU_LEASE_RELEASE": '["a", 1]'}, "GPU_LEASE_RELEASE: is no list of arguments"),
        (COMMANDS | {"GPU_LEASE_RELEASE": '["a", ""]'}, "GPU_LEASE_RELEASE: is no list of arguments"),
        (COMMANDS | {"GPU_LEASE_RELEASE": json.dumps(["a", "b\0"])}, "GPU_LEASE_RELEASE: has a NUL"),
        (COMMANDS | {"GPU_LEASE_RELEASE": '["delete-all"]'}, "GPU_LEASE_RELEASE: has no {machine} among"),
        ({"GPU_LEASE_PROVIDER": "local-process"}, "GPU_LEASE_SERVER: is needed"),
        ({"GPU_LEASE_IDLE_SECONDS": "0"}, "GPU_LEASE_IDLE_SECONDS: Input should be greater than 0"),
        ({"GPU_LEASE_TICK_SECONDS": "30"}, "GPU_LEASE_HOLDER_SECONDS: must be at least three times"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], says: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        _set(monkeypatch, variables)
    assert str(caught.value).startswith(says)
