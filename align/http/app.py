"""The application: every route, and the layers around them."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from typing import Final

from fastapi import APIRouter, Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from align.gate.check_threads import CHECK_THREADS, CheckThreads
from align.http import aligning, batch, deciding, looking_up, standing, validating
from align.http.answers import AsciiJson
from align.http.door import BEARER, Door
from align.http.limits import Bodies, Lanes, Patience
from align.http.openapi import describe
from align.http.parts import Service, ServiceParts
from align.http.problems import answer_http, answer_validation
from align.http.settings import ServiceSettings
from align.http.traffic import Traffic
from align.http.watch import Watch

_QUICK_THREADS: Final = 8

_DESCRIPTION = """Checks drafted messages against a versioned spec before they are sent.

Errors are `application/problem+json` (RFC 9457); `errors` names each field at fault. Offsets count code points.
"""


def create_app(
    parts: ServiceParts, settings: ServiceSettings | None = None, *, pages: Sequence[APIRouter] = ()
) -> FastAPI:
    """Return the application over its parts; `app.state.service` holds them.

    `pages` are routers for people, such as the review page under `/review`. They lie behind the same layers (a service
    without keys answers its own machine alone, bodies are bounded, requests are counted), tell their own callers, and
    are not in the OpenAPI document.
    """
    settings = settings or ServiceSettings()
    checks = CheckThreads(CHECK_THREADS)
    quick = ThreadPoolExecutor(_QUICK_THREADS, "align-quick")
    service = Service(parts, settings, Traffic(settings), checks, quick)
    app = FastAPI(
        title="Draft alignment gate",
        version=version("draft-alignment-gate"),
        description=_DESCRIPTION,
        docs_url=None,  # the usual pages load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
        default_response_class=AsciiJson,
        separate_input_output_schemas=False,
        exception_handlers={HTTPException: answer_http, RequestValidationError: answer_validation},
    )
    app.state.service = service
    describe(app)
    for room in (validating, batch, aligning, looking_up, deciding):
        app.include_router(room.router, dependencies=[Depends(BEARER)])
    app.include_router(standing.router)
    for page in pages:
        app.include_router(page, include_in_schema=False)
    # The last one is the outermost.
    for layer in (Patience, Lanes, Bodies, Door, Watch):
        app.add_middleware(layer, service=service)
    if settings.trusted_proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=settings.trusted_proxies)
    return app
