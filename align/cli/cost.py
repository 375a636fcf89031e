"""`align cost`: report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align.cli.drafts import InputError
from align.cli.operator import moment_of
from align.cli.output import Output
from align.cli.visible import visible
from align.harness.cost_report import COLUMNS, CostReport, report
from align.harness.prices import NANO, read_prices
from align.harness.settings import SettingsError
from specs.document.nearest import did_you_mean
from specs.store.engine import DEFAULT_URL, open_engine
from specs.store.moments import utc_now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.cli.report import Line
    from align.harness.cost_report import UsageLine
    from align.harness.prices import PriceTable

_HEADS: Final = ("calls", "failed", "prompt", "completion", "wall s", "GPU s", "cost")


def report_costs(
    url: str | None, columns: tuple[str, ...], since: str | None, prices: str | None, *, form: str
) -> int:
    """Print what the stored usage adds up to."""
    try:
        table = None if prices is None else read_prices(Path(prices))
    except SettingsError as error:
        raise InputError(str(error)) from None
    engine = open_engine(url or DEFAULT_URL)
    found = report(
        engine, _known(columns), since=None if since is None else moment_of(since, "--since"), now=utc_now()
    )
    engine.dispose()
    if form == "json":
        lines = json.dumps(found.to_dict(table), indent=2).splitlines()
        Output().show([((line, ""),) for line in lines])
    else:
        Output().show(_lines(found, table))
    return 0


def _lines(found: CostReport, prices: PriceTable | None) -> list[Line]:
    if not found.lines and not found.machines:
        return [(("nothing was used", ""),)]
    rows = [(*found.columns, *_HEADS)]
    rows += [(*(visible(name or "-") for name in line.by), *_cells(line)) for line in found.lines]
    rows.append((*("total", *[""] * len(found.columns))[: len(found.columns)], *_cells(found.total)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines: list[Line] = []
    for number, row in enumerate(rows):
        cells = [
            cell.ljust(width) if place < len(found.columns) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        style = "bold" if number in {0, len(rows) - 1} else ""
        lines.append((("  ".join(cells).rstrip(), style),))
    unpriced = found.total.unpriced
    if unpriced:
        lines.append(((f"{unpriced} calls were made without prices (GPU_PRICES)", "yellow"),))
    for machine in found.machines:
        cost = (
            "" if prices is None else f", {_money({prices.currency: prices.machine_nano(machine.seconds)})}"
        )
        held = f"{machine.machines} machines for {machine.seconds / 3600:.2f} h{cost}"
        lines.append(((f"lease '{visible(machine.lease)}': {held}", ""),))
    return lines


def _cells(line: UsageLine) -> tuple[str, ...]:
    counts = (line.calls, line.failed, line.prompt_tokens, line.completion_tokens)
    seconds = (line.wall_seconds, line.gpu_seconds)
    return (*map(str, counts), *(f"{value:.1f}" for value in seconds), _money(line.nano))


def _money(nano: Mapping[str, int]) -> str:
    return " + ".join(f"{currency} {amount / NANO:.4f}" for currency, amount in nano.items()) or "-"


def _known(columns: tuple[str, ...]) -> tuple[str, ...]:
    for column in columns:
        if column not in COLUMNS:
            raise InputError(
                f"--by: '{column}' is none of {', '.join(COLUMNS)}{did_you_mean(column, COLUMNS)}"
            )
    return columns
