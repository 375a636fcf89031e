"""`/healthz`, `/readyz` and `/metrics`: how the service stands, for those who run it."""

from __future__ import annotations

import asyncio
import logging
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from fastapi.responses import Response

from align.http.answers import AsciiJson, Health
from align.http.door import BEARER, reads_figures
from align.http.parts import Serving
from specs.store.errors import StoreError

router = APIRouter(tags=["standing"])

READY_SECONDS = 5.0
_FIGURES = {kind: {"schema": {"type": "string"}} for kind in ("text/plain", "application/openmetrics-text")}
LOG = logging.getLogger("align.http")


@router.get("/healthz", response_model=Health)
async def health() -> AsciiJson:
    """Tell that the process answers."""
    return AsciiJson({"status": "ok", "cause": None})


@router.get("/readyz", response_model=Health, responses={503: {"model": Health}})
async def readiness(service: Serving) -> AsciiJson:
    """Tell whether requests can be answered: the database is there and up to date. A judge is not needed."""
    if service.traffic.is_draining:
        return AsciiJson({"status": "draining", "cause": "the service is ending"}, 503)
    try:
        async with asyncio.timeout(READY_SECONDS):
            await asyncio.to_thread(service.parts.ready)
    except (StoreError, TimeoutError) as error:
        # What the database's driver says names hosts and files: it goes to the log alone.
        LOG.warning("not ready: %s", str(error) or "the database does not answer")
        return AsciiJson({"status": "unavailable", "cause": "the database cannot be used; see the log"}, 503)
    return AsciiJson({"status": "ok", "cause": None})


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": _FIGURES}},
    dependencies=[Depends(BEARER), Depends(reads_figures)],
)
async def metrics(service: Serving, accept: Annotated[str, Header()] = "") -> Response:
    """Return the figures for Prometheus."""
    text, content_type = await asyncio.to_thread(service.parts.telemetry.exposition, accept)
    return Response(text, headers={"Content-Type": content_type})
