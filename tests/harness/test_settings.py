from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from align.harness.failures import Absent
from align.harness.harness import Route, open_harness
from align.harness.registry import TaskRegistry
from align.harness.settings import HarnessSettings, SettingsError, read_settings

VARIABLES = [name.upper() for name in HarnessSettings.model_fields]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def _set(monkeypatch: pytest.MonkeyPatch, **variables: str) -> HarnessSettings:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return read_settings()


def test_without_variables_everything_is_absent() -> None:
    harness = open_harness(read_settings(), TaskRegistry())
    assert set(harness.routes.values()) == {Absent("not_configured", "GPU_INFERENCE_URL")}
    assert harness.servers == ()


def test_an_empty_variable_is_an_absent_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _set(monkeypatch, GPU_INFERENCE_URL="", GPU_TIMEOUT_SECONDS="") == HarnessSettings()


@pytest.mark.parametrize(
    "written", ["http://gpu:8000", "http://gpu:8000/", "http://gpu:8000/v1", "http://gpu:8000/v1/"]
)
def test_an_address_may_be_written_with_or_without_its_version(
    monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    assert _set(monkeypatch, GPU_INFERENCE_URL=written).gpu_inference_url == "http://gpu:8000"


def test_a_model_that_is_not_named_is_absent_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = _set(monkeypatch, GPU_INFERENCE_URL="http://gpu:8000", GPU_LLM_MODEL="base")
    routes = open_harness(settings, TaskRegistry()).routes
    assert isinstance(routes["llm"], Route)
    assert routes["classifier"] == Absent("not_configured", "GPU_CLASSIFIER_MODEL")


def test_one_address_is_one_server_and_two_are_two(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = _set(
        monkeypatch, GPU_INFERENCE_URL="http://gpu:8000", GPU_LLM_MODEL="base", GPU_CLASSIFIER_MODEL="adapter"
    )
    assert len(open_harness(settings, TaskRegistry()).servers) == 1
    settings = _set(monkeypatch, CLASSIFIER_INFERENCE_URL="http://small:8000")
    assert len(open_harness(settings, TaskRegistry()).servers) == 2


def test_a_classifier_works_without_a_generator(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = _set(monkeypatch, CLASSIFIER_INFERENCE_URL="http://small:8000", GPU_CLASSIFIER_MODEL="adapter")
    routes = open_harness(settings, TaskRegistry()).routes
    assert isinstance(routes["classifier"], Route)
    assert routes["llm"] == Absent("not_configured", "GPU_INFERENCE_URL")


def test_the_generators_key_does_not_go_to_the_classifiers_own_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = _set(monkeypatch, GPU_INFERENCE_URL="http://gpu:8000", GPU_INFERENCE_KEY="secret")
    assert settings.classifier_key == settings.gpu_inference_key
    settings = _set(monkeypatch, CLASSIFIER_INFERENCE_URL="http://small:8000")
    assert settings.classifier_key is None


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("GPU_INFERENCE_URL", "gpu:8000", "is no address of a server"),
        ("GPU_INFERENCE_URL", "ftp://gpu", "is no address of a server"),
        ("GPU_INFERENCE_URL", "http://gpu:port", "is no address of a server"),
        ("GPU_INFERENCE_URL", "http://me:s3cret@gpu:8000", "has more than an address"),
        ("CLASSIFIER_INFERENCE_URL", "http://gpu:8000?key=s3cret", "has more than an address"),
        ("GPU_INFERENCE_KEY", "s3cret\nX-Other: 1", "has a space, a line break"),
        ("GPU_TIMEOUT_SECONDS", "-5", "greater than 0"),
        ("GPU_TIMEOUT_SECONDS", "nan", "finite number"),
        ("GPU_MAX_CONCURRENCY", "many", "valid integer"),
        ("GPU_SEND_PRIORITY", "perhaps", "valid boolean"),
    ],
)
def test_a_variable_that_cannot_be_used_is_named_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
) -> None:
    with pytest.raises(SettingsError, match=f"^{name}: .*{says}") as caught:
        _set(monkeypatch, **{name: value})
    assert value not in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_an_unusable_key_is_not_shown_without_read_settings_either() -> None:
    with pytest.raises(ValidationError) as caught:
        HarnessSettings.model_validate({"gpu_inference_key": "s3cret key"})
    assert "s3cret" not in str(caught.value)


def test_every_unusable_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as caught:
        _set(monkeypatch, GPU_MAX_ATTEMPTS="0", GPU_BREAKER_FAILURES="x")
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [
        "GPU_MAX_ATTEMPTS",
        "GPU_BREAKER_FAILURES",
    ]


def test_a_key_is_not_shown_by_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "s3cret" not in repr(_set(monkeypatch, GPU_INFERENCE_KEY="s3cret"))


def test_the_page_names_every_variable_and_its_default() -> None:
    page = (Path(__file__).parents[2] / "docs/harness.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]*) \|", page, re.MULTILINE))
    assert set(rows) == set(VARIABLES)
    numbers = {
        name.upper(): field.default
        for name, field in HarnessSettings.model_fields.items()
        if isinstance(field.default, int | float) and not isinstance(field.default, bool)
    }
    assert {name: float(rows[name]) for name in numbers} == numbers
