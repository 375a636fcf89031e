"""The engine of an id: the template engine, or a model on the server with the stored workflows and corrections."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from align.engines.ids import EngineId
from align.engines.library import CurrentWorkflows, WorkflowLibrary
from align.engines.server_engine import ServerEngine
from align.engines.settings import read_engine_settings
from align.engines.template import TemplateEngine
from align.engines.workflows import workflow_for

if TYPE_CHECKING:
    from align.engines.engine import DraftRequest, Engine
    from align.engines.workflows import Workflow
    from align.harness.harness import Harness
    from align.operators.settings import Desk


def engine_of(name: str, desk: Desk, harness: Harness) -> Engine:
    """Return the engine; raises `EngineIdError`, `SettingsError`, and `StoreError` when the workflows cannot be read."""
    engine_id = EngineId.parse(name)
    if not engine_id.is_template:
        library, settings = WorkflowLibrary(desk.engine), read_engine_settings()
        flows, shown = CurrentWorkflows(library), settings.align_examples

        async def workflow_of(request: DraftRequest) -> Workflow | None:
            return workflow_for(await asyncio.to_thread(flows), str(engine_id), request)

        return ServerEngine(
            harness,
            engine_id,
            model=settings.gpu_engine_models.get(str(engine_id)),
            examples=library.examples(str(engine_id), shown) if shown else None,
            workflow_of=workflow_of,
        )

    def body_of(request: DraftRequest) -> str | None:
        held = desk.store.templates(request.persona, request.now)
        return next((template.body for template in held if template.key == request.template_key), None)

    return TemplateEngine(body_of)
