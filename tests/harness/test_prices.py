from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - Hypothesis reads the annotation
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.harness.prices import PriceTable, read_cost_settings, read_prices
from align.harness.settings import SettingsError
from align.harness.usage import Usage

TABLE = """
currency = "EUR"
gpu_hour = 3.6
prompt_million = 0.10
completion_million = 0.4

[models."llama-3.1-8b"]
completion_million = 0.6
"""


def _written(folder: Path, text: str | bytes) -> Path:
    path = folder / "prices.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_call_costs_its_tokens_and_its_time(tmp_path: Path) -> None:
    prices = read_prices(_written(tmp_path, TABLE))
    assert prices.nano("base", Usage(prompt_tokens=1)) == 100
    assert prices.nano("base", Usage(completion_tokens=1_000_000)) == 400_000_000
    assert prices.nano("llama-3.1-8b", Usage(1, 1_000_000)) == 600_000_100
    assert prices.nano("base", Usage(wall_seconds=99.0, gpu_seconds=1.5)) == 1_500_000
    assert prices.machine_nano(3600.0) == 3_600_000_000


def test_what_is_not_named_costs_nothing(tmp_path: Path) -> None:
    prices = read_prices(_written(tmp_path, 'currency = "USD"\ngpu_hour = 2'))
    assert prices.nano("base", Usage(5, 5, 5.0, 0.0, 1)) == 0


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.decimals(0, 1000, places=4))
def test_money_is_exact_for_whole_billionths(first: int, second: int, price: Decimal) -> None:
    prices = PriceTable(currency="EUR", prompt_million=price)
    # 10,000 tokens at a price of four places are whole billionths, so that parts add up to the whole.
    parts = [prices.nano("m", Usage(prompt_tokens=10_000 * count)) for count in (first, second)]
    assert sum(parts) == prices.nano("m", Usage(prompt_tokens=10_000 * (first + second)))
    assert parts[0] == price * first * 10_000 * 1000


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('currency = "EUR"', "the table: names no price"),
        ("gpu_hour = 2", "currency: Field required"),
        ('currency = "euro"\ngpu_hour = 2', "currency: String should match"),
        ('currency = "EUR"\ngpu_hour = -2', "gpu_hour: Input should be greater"),
        ('currency = "EUR"\ngpu_hour = nan', "gpu_hour: Input should be a finite number"),
        ('currency = "EUR"\ngpu_hours = 2', "gpu_hours: Extra inputs are not permitted"),
        ('currency = "EUR"\n[models.base]\nprompt = 2', "models.base.prompt: Extra inputs"),
        ('currency = "EUR"\ncurrency = "USD"\n', "is no TOML: Cannot overwrite a value (at line 2"),
        (b"\xff", "is no UTF-8 text"),
        ("x = " + "[" * 5000, "is no TOML"),
        ("#" * 300_000, "is longer than"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_table_that_cannot_be_used_is_told_with_its_place(
    tmp_path: Path, text: str | bytes, says: str
) -> None:
    path = _written(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        read_prices(path)
    assert str(caught.value).startswith(f"{path}: {says}")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml: No such file"):
        read_prices(tmp_path / "none.toml")


def test_the_variables_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GPU_PRICES", raising=False)
    assert read_cost_settings().gpu_prices is None
    monkeypatch.setenv("GPU_PRICES", "prices.toml")
    assert read_cost_settings().gpu_prices == Path("prices.toml")
    monkeypatch.setenv("GPU_COST_SECONDS", "0")
    with pytest.raises(SettingsError, match=r"^GPU_COST_SECONDS: "):
        read_cost_settings()
