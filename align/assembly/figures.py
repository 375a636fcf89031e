"""What Prometheus reads off the parts when it asks; needs the extra `serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.telemetry import sources

if TYPE_CHECKING:
    from align.assembly.assembly import Assembly
    from align.telemetry.sources import Source


def figures_of(parts: Assembly) -> tuple[Source, ...]:
    """Return the sources: model servers, queue, late judgements, leased machines, and the lease where there is one."""
    engine = parts.desk.engine
    found = (
        sources.model_servers(parts.harness),
        sources.queue(parts.queue.counts),
        sources.late_judgements(engine),
        sources.leased_machines(engine),
    )
    return found if parts.keeper is None else (*found, sources.lease(parts.keeper.read))
