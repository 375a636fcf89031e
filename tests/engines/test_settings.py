"""What an operator sets about engines."""

from __future__ import annotations

import pytest

from align.engines.settings import EngineSettings, read_engine_settings
from align.harness.settings import SettingsError


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in EngineSettings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_without_variables_names_are_the_engines_own_and_no_examples_are_shown() -> None:
    found = read_engine_settings()
    assert (found.gpu_engine_models, found.align_examples) == ({}, 0)


def test_names_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GPU_ENGINE_MODELS", " do-gpu-a_1 = org/A-7B, do-gpu-b-2_q4=b,")
    monkeypatch.setenv("ALIGN_EXAMPLES", "3")
    found = read_engine_settings()
    assert found.gpu_engine_models == {"do-gpu-a_1": "org/A-7B", "do-gpu-b-2_q4": "b"}
    assert found.align_examples == 3


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("GPU_ENGINE_MODELS", "do-gpu-a_1"),
        ("GPU_ENGINE_MODELS", "a=b"),
        ("GPU_ENGINE_MODELS", "template=b"),
        ("GPU_ENGINE_MODELS", "do-gpu-a_1="),
        ("GPU_ENGINE_MODELS", "do-gpu-a_1=x,do-gpu-a_1=y"),
        ("ALIGN_EXAMPLES", "many"),
        ("ALIGN_EXAMPLES", "21"),
    ],
)
def test_what_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError, match=f"^{variable}: "):
        read_engine_settings()
