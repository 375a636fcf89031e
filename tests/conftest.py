"""What all tests share: both databases, ports, and a Hypothesis that asserts no timings, for a machine may be busy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

from tests.databases import backend, copies, empty_url, migrated_file, postgres, url
from tests.ports import port

if TYPE_CHECKING:
    import pytest

__all__ = ["backend", "copies", "empty_url", "migrated_file", "port", "postgres", "url"]

# Whether too much is left out is guessed from the first few draws, which now and then are all of that kind; that no
# example is left is an error in any case.
_UNSURE = (HealthCheck.too_slow, HealthCheck.filter_too_much)

settings.register_profile("project", deadline=None, suppress_health_check=_UNSURE)
settings.load_profile("project")

_SETTINGS = "_hypothesis_internal_use_settings"
"""Where Hypothesis keeps the settings of a test; a profile cannot change what a test says of itself."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take `--examples-times 50`: a long run, for hours that would be idle (docs/fuzzing.md)."""
    parser.addoption(
        "--examples-times", type=int, default=1, help="so many times the examples of each property"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give each property its many examples."""
    times = config.getoption("--examples-times")
    tests = {item.function for item in items if hasattr(item, "function")} if times > 1 else set()
    for test in tests:
        said = getattr(test, _SETTINGS, None)
        if said is not None:
            setattr(test, _SETTINGS, settings(said, max_examples=said.max_examples * times))
