"""Workflows and engine ids: what is legal, and which one fits."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from align.engines.ids import EngineId, EngineIdError
from align.engines.workflows import Workflow, WorkflowChoiceError, by_name, choose, workflow_for
from align.gate.candidate import Candidate

ENGINE = "do-gpu-llama-3.1-8b_q4km-7f3a"


def workflow(name: str, version: int = 1, **applies: list[str]) -> Workflow:
    steps = [{"kind": "think", "instruction": "Think."}, {"kind": "draft", "instruction": "Write."}]
    return Workflow.model_validate(
        {"name": name, "version": version, "engine": ENGINE, "applies_to": applies, "steps": steps}
    )


ALL = [
    workflow("any"),
    workflow("opener", template_keys=["opener"]),
    workflow("opener", 2, template_keys=["opener"]),
    workflow("vip-opener", archetypes=["vip"], template_keys=["opener"]),
    workflow("closer", states=["late"]),
]


@pytest.mark.parametrize(
    ("candidate", "expected"),
    [
        ({}, "any@1"),
        ({"template_key": "opener"}, "opener@2"),
        ({"template_key": "opener", "archetype": "vip"}, "vip-opener@1"),
        ({"state": "late", "template_key": "opener"}, "closer@1"),  # as many conditions: the first name
        ({"state": "early"}, "any@1"),
    ],
)
def test_the_best_match_is_chosen(candidate: dict[str, Any], expected: str) -> None:
    assert choose(ALL, **candidate).id == expected


@given(st.permutations(ALL))
def test_the_choice_does_not_depend_on_the_order(workflows: list[Workflow]) -> None:
    assert choose(workflows, template_key="opener", archetype="vip").id == "vip-opener@1"


def test_without_a_match_there_is_none() -> None:
    with pytest.raises(WorkflowChoiceError, match="no workflow is meant for"):
        choose(ALL[1:], state="early")
    with pytest.raises(WorkflowChoiceError, match="did you mean 'opener'"):
        by_name(ALL, "openr")
    assert by_name(ALL, "opener").version == 2


def test_a_candidate_s_own_workflow_goes_before_the_one_that_fits() -> None:
    def found(engine: str = ENGINE, **fields: Any) -> str | None:
        chosen = workflow_for(ALL, engine, Candidate("c1", "leo", **fields))
        return None if chosen is None else chosen.id

    assert found(template_key="opener", archetype="vip", state="early") == "vip-opener@1"
    assert found(template_key="opener", archetype="vip", workflow="closer") == "closer@1"
    assert found(engine="do-gpu-other_1", template_key="opener") is None
    with pytest.raises(WorkflowChoiceError, match="no workflow is called 'closr'; did you mean 'closer'"):
        found(workflow="closr")
    with pytest.raises(WorkflowChoiceError, match=f"'closer' is a workflow of {ENGINE}, not of template"):
        found(engine="template", workflow="closer")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"steps": []}, "steps"),
        ({"steps": [{"kind": "think", "instruction": "x"}]}, "its kind is 'draft'"),
        ({"engine": "gpt"}, "'gpt' is no engine id"),
        ({"name": "Big Name"}, "name"),
        ({"version": 0}, "version"),
        ({"stpes": []}, "stpes"),
    ],
)
def test_an_illegal_workflow_is_refused_with_its_place(changes: dict[str, Any], told: str) -> None:
    legal = workflow("any").model_dump(mode="json")
    with pytest.raises(ValidationError) as refused:
        Workflow.model_validate({**legal, **changes})
    assert told in str(refused.value)


@pytest.mark.parametrize("text", ["template", ENGINE, "do-gpu-m_1"])
def test_an_engine_id_reads_back(text: str) -> None:
    assert str(EngineId.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "Template", "do-gpu-", "do-gpu-m", "do-gpu-M_1", "do-gpu-m_", "do-gpu-m_1 ", "do-gpu-_1"]
)
def test_what_is_no_engine_id_is_refused(text: str) -> None:
    with pytest.raises(EngineIdError, match="is no engine id"):
        EngineId.parse(text)


def test_a_misspelt_template_engine_gets_its_name() -> None:
    with pytest.raises(EngineIdError, match="'templte' is no engine id; did you mean 'template'"):
        EngineId.parse("templte")
