"""The promises of design.md, each under waivers drawn from what the check itself flags."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from align import Validation, Violation, validate_draft
from align.waivers import as_written
from specs import Spec
from tests.gold import FIXTURES, Case, cases
from tests.property.strategies import disguised

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDERS = ("gold", *(f"cases/{path.name}" for path in sorted((FIXTURES / "cases").iterdir())))


def rules_of(validation: Validation) -> set[str]:
    return {v.rule for v in validation.violations} - {"voice"}


def check(case: Case, spec: Spec | None = None, body: str | None = None, **later: float) -> Validation:
    body = case.body if body is None else body
    return validate_draft(body, spec or case.spec, now=case.now + timedelta(**later), context=case.context)


def key(violation: Violation) -> tuple[str, int, int, str]:
    return violation.rule, violation.start, violation.end, violation.claimed


# As they are labelled: to check every draft first would take each process of the tests ten seconds.
LABELLED = [case for folder in FOLDERS for case in cases(folder) if case.rules]
a_case = st.sampled_from(LABELLED)
several = st.sampled_from([case for case in LABELLED if len(case.rules - {"voice"}) > 1]).filter(
    lambda case: len(rules_of(check(case))) > 1
)
"""Drafts of which something is held still when one violation is waived."""


@st.composite
def waived(draw: Callable[..., Any], case: Case, most: int = 3) -> Spec:
    """Draw some of a draft's violations, and return its spec with waivers for them, that end on the day of the draft."""
    flagged = [v for v in check(case).violations if len(v.text) <= 200 and v.text.isprintable()]
    assume(flagged)
    picks = draw(st.lists(st.sampled_from(flagged), min_size=1, max_size=most, unique_by=key))
    narrow = draw(st.booleans())
    today = case.now.astimezone(case.spec.zone).date().isoformat()
    rows = [
        {
            "id": f"w-{number}", "rule": v.rule, "said": v.text, "until": today, "author": "ana", "reason": "why",
            **({"claimed": v.claimed} if narrow and len(v.claimed) <= 200 else {}),
        }
        for number, v in enumerate(picks)
    ]  # fmt: skip
    document = case.spec.to_dict()
    return Spec.from_dict({**document, "policy": {**document.get("policy", {}), "waivers": rows}})


def covers(spec: Spec, violation: Violation) -> bool:
    assert spec.policy is not None
    return any(
        w.rule == violation.rule
        and as_written(w.said) == as_written(violation.text)
        and w.claimed in (None, violation.claimed)
        for w in spec.policy.waivers or ()
    )


@settings(max_examples=120, deadline=None)
@given(case=a_case, data=st.data())
def test_a_waiver_takes_its_own_violations_out_and_nothing_else(case: Case, data: st.DataObject) -> None:
    spec = data.draw(waived(case))
    before, after = check(case), check(case, spec)
    held = {key(v) for v in after.violations}
    gone = [v for v in before.violations if key(v) not in held]
    assert all(covers(spec, v) for v in gone)
    assert {key(v) for v in gone} | {key(v) for v in before.warnings} <= {key(v) for v in after.warnings}
    assert after.errors == before.errors
    assert all(case.body[v.start : v.end] == v.text for v in (*after.violations, *after.warnings))
    assert Validation.from_json(after.to_json()) == after


@settings(max_examples=80, deadline=None)
@given(case=a_case, data=st.data())
def test_the_day_after_its_last_a_waiver_is_as_none(case: Case, data: st.DataObject) -> None:
    spec = data.draw(waived(case))
    assert check(case, spec, days=1).violations == check(case, days=1).violations


@settings(max_examples=120, deadline=None)
@given(case=several, data=st.data())
def test_a_disguise_never_removes_a_violation_under_a_waiver(case: Case, data: st.DataObject) -> None:
    spec = data.draw(waived(case, most=1))
    body = data.draw(disguised(case.body))
    assert rules_of(check(case, spec)) <= rules_of(check(case, spec, body)), ascii(body)


@settings(max_examples=80, deadline=None)
@given(
    case=several, data=st.data(), phrase=st.sampled_from(["hot stones", "x y z", "call", "the hour", "you"])
)
def test_adding_a_never_offer_phrase_never_turns_a_held_draft_ok_under_a_waiver(
    case: Case, data: st.DataObject, phrase: str
) -> None:
    spec = data.draw(waived(case, most=1))
    known = spec.never_offer or ()
    assume(phrase not in known and not check(case, spec).ok)
    assert not check(case, spec.replace(never_offer=(*known, phrase))).ok


@settings(max_examples=80, deadline=None)
@given(case=several, data=st.data())
def test_removing_a_place_never_turns_a_held_draft_ok_under_a_waiver(case: Case, data: st.DataObject) -> None:
    places = case.spec.locations or ()
    assume(len(places) > 1)
    spec = data.draw(waived(case, most=1))
    gone = data.draw(st.integers(0, len(places) - 1))
    # What is left without the rules that look at places is held by others, whatever places there are (ADR 12).
    assume(rules_of(check(case, spec)) - {"mode_not_offered", "location_not_in_facts"})
    left = [place for index, place in enumerate(spec.to_dict()["locations"]) if index != gone]
    assert not check(case, spec.replace(locations=left)).ok
