"""The engine of an id: the template engine, or a model on the server with the stored workflows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.engines.ids import EngineId
from align.engines.library import WorkflowLibrary
from align.engines.server_engine import ServerEngine
from align.engines.template import TemplateEngine
from align.engines.workflows import WorkflowChoiceError, choose

if TYPE_CHECKING:
    from align.engines.engine import DraftRequest, Engine
    from align.engines.workflows import Workflow
    from align.harness.harness import Harness
    from align.operators.settings import Desk


def engine_of(name: str, desk: Desk, harness: Harness) -> Engine:
    """Return the engine; raises `EngineIdError`, and `StoreError` when the workflows cannot be read."""
    engine_id = EngineId.parse(name)
    if not engine_id.is_template:
        mine = [flow for flow in WorkflowLibrary(desk.engine).current() if flow.engine == str(engine_id)]
        return ServerEngine(harness, engine_id, workflow_of=lambda request: _workflow(mine, request))

    def body_of(request: DraftRequest) -> str | None:
        held = desk.store.templates(request.persona, request.now)
        return next((template.body for template in held if template.key == request.template_key), None)

    return TemplateEngine(body_of)


def _workflow(workflows: list[Workflow], request: DraftRequest) -> Workflow | None:
    try:
        return choose(workflows, template_key=request.template_key)
    except WorkflowChoiceError:
        return None  # none is meant for it: one plain draft
