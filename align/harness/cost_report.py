"""What the stored usage adds up to, and what the leased machines took."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import case, func, select

from align.harness.prices import NANO
from specs.store.engine import reading
from specs.store.moments import as_utc
from specs.store.usage_tables import LeaseEventRow, UsageRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Engine, RowMapping

    from align.harness.prices import PriceTable

COLUMNS: Final = ("task", "engine", "workflow", "model")
"""What usage can be told apart by."""

_USAGE = UsageRow.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it
_EVENTS = LeaseEventRow.__table__  # type: ignore[attr-defined] # the same

_COUNTS: Final = ("calls", "failed", "tries", "prompt_tokens", "completion_tokens")
_SECONDS: Final = ("wall_seconds", "gpu_seconds")


@dataclass(frozen=True, slots=True)
class UsageLine:
    """Usage of one kind: `by` names the kind, column by column; None where a call named none.

    `gpu_seconds` is what servers say they were busy. `nano` is money by currency, in billionths; `unpriced` calls were
    made while there were no prices.
    """

    by: tuple[str | None, ...]
    calls: int = 0
    failed: int = 0
    tries: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    wall_seconds: float = 0.0
    gpu_seconds: float = 0.0
    unpriced: int = 0
    nano: dict[str, int] = field(default_factory=dict)

    def together(self, other: UsageLine) -> UsageLine:
        """Return both together, under the name of this one."""
        added: dict[str, Any] = {
            name: getattr(self, name) + getattr(other, name) for name in (*_COUNTS, *_SECONDS, "unpriced")
        }
        currencies = sorted(self.nano.keys() | other.nano.keys())
        nano = {name: self.nano.get(name, 0) + other.nano.get(name, 0) for name in currencies}
        return UsageLine(self.by, nano=nano, **added)


@dataclass(frozen=True, slots=True)
class MachineLine:
    """The machines of one lease: how many, and for how many seconds in all they were there, from asked for to released."""

    lease: str
    machines: int
    seconds: float


@dataclass(frozen=True, slots=True)
class CostReport:
    """Usage by `columns`, sorted, and machines by lease, from a moment on (UTC; None: from the beginning).

    Usage is counted by the minute in which a call ended.
    """

    columns: tuple[str, ...]
    since: dt.datetime | None
    lines: tuple[UsageLine, ...]
    machines: tuple[MachineLine, ...]

    @property
    def total(self) -> UsageLine:
        """All of the usage together."""
        total = UsageLine(())
        for line in self.lines:
            total = total.together(line)
        return total

    def to_dict(self, prices: PriceTable | None = None) -> dict[str, Any]:
        """Return the report as plain JSON values; money is text, since it is exact. `prices` are for the machines."""
        return {
            "since": None if self.since is None else self.since.isoformat(),
            "usage": [
                {**dict(zip(self.columns, line.by, strict=True)), **_values(line)} for line in self.lines
            ],
            "total": _values(self.total),
            "machines": [
                {
                    **asdict(line),
                    "amount": {}
                    if prices is None
                    else {prices.currency: money(prices.machine_nano(line.seconds))},
                }
                for line in self.machines
            ],
        }


def money(nano: int) -> str:
    """Return billionths as a decimal number, exact."""
    return f"{Decimal(nano) / NANO:f}"


def report(
    engine: Engine, columns: Sequence[str], *, since: dt.datetime | None, now: dt.datetime
) -> CostReport:
    """Return what was stored; a machine that is still there is counted until `now`.

    Raises `specs.store.StoreError`, and `ValueError` for a column that is none of `COLUMNS`.
    """
    if unknown := [name for name in columns if name not in COLUMNS]:
        raise ValueError(f"usage is told apart by {', '.join(COLUMNS)}, not by {', '.join(unknown)}")
    moment = None if since is None else as_utc(since)
    with reading(engine) as connection:
        lines = _usage(connection, columns, moment)
        held = _machines(connection, moment, as_utc(now))
    return CostReport(tuple(columns), moment, lines, held)


def machines(engine: Engine, *, now: dt.datetime) -> tuple[MachineLine, ...]:
    """Return the machines of each lease from the beginning, one that is still there until `now`; raises `StoreError`."""
    with reading(engine) as connection:
        return _machines(connection, None, as_utc(now))


def _usage(
    connection: Connection, columns: Sequence[str], since: dt.datetime | None
) -> tuple[UsageLine, ...]:
    names = [_USAGE.c[name] for name in columns]
    sums = [func.sum(_USAGE.c[name]).label(name) for name in (*_COUNTS, *_SECONDS)]
    unpriced = func.sum(case((_USAGE.c.currency.is_(None), _USAGE.c.calls), else_=0)).label("unpriced")
    nano = func.coalesce(func.sum(_USAGE.c.amount_nano), 0).label("nano")
    query = select(*names, _USAGE.c.currency, *sums, unpriced, nano).group_by(*names, _USAGE.c.currency)
    if since is not None:
        query = query.where(_USAGE.c.minute >= since)
    found: dict[tuple[str | None, ...], UsageLine] = {}
    for row in connection.execute(query).mappings():
        line = _line(row, columns)
        found[line.by] = found.get(line.by, UsageLine(line.by)).together(line)
    return tuple(found[by] for by in sorted(found, key=lambda by: tuple(name or "" for name in by)))


def _line(row: RowMapping, columns: Sequence[str]) -> UsageLine:
    values: dict[str, Any] = {name: int(row[name]) for name in (*_COUNTS, "unpriced")}
    values |= {name: float(row[name]) for name in _SECONDS}
    nano = {} if row["currency"] is None else {row["currency"]: int(row["nano"])}
    return UsageLine(tuple(row[name] for name in columns), nano=nano, **values)


def _machines(connection: Connection, since: dt.datetime | None, now: dt.datetime) -> tuple[MachineLine, ...]:
    events = connection.execute(
        select(_EVENTS.c.lease, _EVENTS.c.machine, _EVENTS.c.phase, _EVENTS.c.at).order_by(
            _EVENTS.c.lease, _EVENTS.c.number
        )
    )
    spans: dict[tuple[str, str], list[dt.datetime]] = defaultdict(list)
    closed = set()
    for row in events:
        spans[row.lease, row.machine].append(row.at)
        if row.phase == "absent":
            closed.add((row.lease, row.machine))
    seconds: dict[str, list[float]] = defaultdict(list)
    for key, moments in spans.items():
        end = moments[-1] if key in closed else max(now, moments[-1])
        begin = moments[0] if since is None else max(since, moments[0])
        if end > begin:
            seconds[key[0]].append((end - begin).total_seconds())
    return tuple(MachineLine(name, len(held), sum(held)) for name, held in sorted(seconds.items()))


def _values(line: UsageLine) -> dict[str, Any]:
    values = asdict(line)
    del values["by"]
    nano: Iterable[tuple[str, int]] = values.pop("nano").items()
    return {**values, "amount": {currency: money(amount) for currency, amount in nano}}
