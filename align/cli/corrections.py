"""`align workflow correct` and `corrections`: what operators made of drafts, kept to learn from."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Literal

from align.audit.settings import MASK_VARIABLE, masks_bodies
from align.audit.store import DecisionStore
from align.cli.drafts import InputError
from align.cli.operator import author_of
from align.cli.output import Output
from align.cli.visible import visible
from align.engines.ids import TEMPLATE
from align.engines.library import Correction, WorkflowLibrary
from specs.store.engine import DEFAULT_URL, open_engine

if TYPE_CHECKING:
    from align.audit.records import StoredDecision


def correct_decision(url: str | None, name: str, after: str, author: str | None, note: str) -> int:
    """Store what an operator made of the body that an engine wrote for a decision."""
    if masks_bodies(os.environ):
        raise InputError(f"{MASK_VARIABLE}: a correction quotes a message, and no words are kept")
    engine = open_engine(url or DEFAULT_URL)
    found = DecisionStore(engine).get(name)
    document = found.document
    correction = Correction(
        found.id, found.persona, document["engine"], document["workflow"], _written(found), after
    )
    if WorkflowLibrary(engine).correct(correction, author_of(author), note):
        told = f"kept a correction of {correction.engine}, {correction.workflow or 'no workflow'}"
    else:
        told = "this correction is kept already"
    Output().show([((visible(told), ""),)])
    return 0


def list_corrections(
    url: str | None,
    which: tuple[str | None, str | None, str | None],
    last: int | None,
    form: Literal["text", "jsonl"],
) -> int:
    """Print corrections of an engine, a workflow and a persona (None: any), the oldest first."""
    engine, workflow, persona = which
    found = WorkflowLibrary(open_engine(url or DEFAULT_URL)).all_corrections(
        engine=engine, workflow=workflow, persona=persona, last=last
    )
    output = Output()
    for one in found:
        if form == "jsonl":
            output.show([((json.dumps(_row(one)), ""),)])
            continue
        about = f"{one.persona} {one.engine} {one.workflow or 'no workflow'}"
        output.show(
            [
                ((visible(one.decision_id[:12]), "bold"), (f"  {visible(about)}", "dim")),
                ((f"  - {visible(one.before)}", "red"),),
                ((f"  + {visible(one.after)}", "green"),),
            ]
        )
    if not found and form == "text":
        output.show([(("no corrections", ""),)])
    return 0


def _row(one: Correction) -> dict[str, Any]:
    return {
        "decision_id": one.decision_id,
        "persona": one.persona,
        "engine": one.engine,
        "workflow": one.workflow,
        "before": one.before,
        "after": one.after,
    }


def _written(found: StoredDecision) -> str:
    """Return the draft of a decision: the body that passed, else the last one that was no template."""
    if not found.has_words:
        raise InputError(f"the words of decision '{found.id}' are not kept: there is nothing to correct")
    if found.outcome == "passed" and found.document["engine"] != TEMPLATE and found.body is not None:
        return found.body
    drafts = [one["body"] for one in found.document["attempts"] if one["kind"] in ("draft", "redraft")]
    if not drafts:
        raise InputError(f"decision '{found.id}' has no draft; a template is mended by: align template set")
    return str(drafts[-1])
