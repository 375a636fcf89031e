"""Waivers as edits of the store: made of a violation, checked, ended, and followed through a history."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from align import Violation, validate_draft
from align.operators.moments import turning_points
from align.operators.templates import failing_templates
from align.operators.waivers import (
    Exemption,
    add_waiver,
    end_waiver,
    ended_waivers,
    flagged_alone,
    waive_violation,
)
from specs.store import Edit, EditRefusedError, SpecStore, TemplateEdit
from tests.store.conftest import BEGIN
from tests.store.documents import document

if TYPE_CHECKING:
    from specs import Spec
    from tests.store.conftest import Clock

UNTIL = dt.date(2026, 11, 20)
BODY = "Sure, sedation is no problem, I can do that for you."


def edit(changes: dict[str, Any] | None = None, **fields: Any) -> Edit:
    return Edit(changes or {}, "ana", "a reason", **fields)


@pytest.fixture
def leo(store: SpecStore) -> SpecStore:
    store.add_persona(document(), edit())
    return store


def flagged(body: str, spec: Spec, inbound: str | None = None) -> Violation:
    found = validate_draft(body, spec, now=BEGIN, context={"inbound": inbound}).violations
    assert len(found) == 1
    return found[0]


def waived(store: SpecStore, violation: Violation, **options: Any) -> Spec:
    """Waive a violation in the store, and return the spec that holds then."""
    said = {"author": "ana", "reason": "a plant", "until": UNTIL, **options}
    store.revise("leo", waive_violation(store.current("leo").version.document, violation, **said))
    return store.current("leo").spec


def test_a_violation_becomes_a_version_under_which_the_draft_passes(leo: SpecStore) -> None:
    violation = flagged(BODY, leo.current("leo").spec)
    spec = waived(leo, violation)
    assert validate_draft(BODY, spec, now=BEGIN).ok
    version = leo.current("leo").version
    assert (version.version, version.author, version.note) == (2, "ana", "waiver ana-1: a plant")
    assert version.document["policy"]["waivers"] == [
        {
            "id": "ana-1",
            "rule": "never_offer",
            "said": "sedation",
            "claimed": "sedation",
            "until": "2026-11-20",
            "author": "ana",
            "reason": "a plant",
        }
    ]


def test_the_day_of_a_place_does_not_count_where_the_words_name_the_place(leo: SpecStore) -> None:
    spec = waived(leo, flagged("I'm in Paris this week.", leo.current("leo").spec))
    later = BEGIN + dt.timedelta(days=8)
    assert validate_draft("I'm in Paris this week.", spec, now=later).ok


def test_the_day_of_a_place_counts_where_the_words_only_agree(leo: SpecStore) -> None:
    inbound = "are you in Paris on Friday?"
    spec = waived(leo, flagged("Yep, I am!", leo.current("leo").spec, inbound))
    for asked, is_ok in (
        (inbound, True),
        ("are you in Paris on Saturday?", False),
        ("in Rome on Friday?", False),
    ):
        context = {"inbound": asked.replace("in Rome", "are you in Rome")}
        assert validate_draft("Yep, I am!", spec, now=BEGIN, context=context).ok is is_ok


def test_words_over_several_lines_are_one(leo: SpecStore) -> None:
    violation = replace(flagged(BODY, leo.current("leo").spec), text=" sedation\n ")
    assert validate_draft(BODY, waived(leo, violation), now=BEGIN).ok


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"until": BEGIN.date() + dt.timedelta(91)}, "would hold for more than 90 days"),
        ({"rule": "never_ofer"}, "there is no rule 'never_ofer' (did you mean 'never_offer'?)"),
        ({"reason": " "}, "policy.waivers[0].reason: is empty"),
        ({"said": "x" * 201}, "policy.waivers[0].said: is 201 characters long; at most 200 are allowed"),
        (
            {"begins": UNTIL + dt.timedelta(1)},
            "policy.waivers[0].until: 2026-11-20 lies before its first day",
        ),
    ],
)
def test_a_waiver_that_is_not_sound_is_not_stored(leo: SpecStore, changes: dict[str, Any], told: str) -> None:
    exemption = replace(Exemption("never_offer", "sedation", UNTIL, "ana", "a plant"), **changes)
    with pytest.raises(EditRefusedError) as caught:
        leo.revise("leo", add_waiver(leo.current("leo").version.document, exemption))
    assert told in str(caught.value)
    assert len(leo.history("leo")) == 1


def test_the_ninety_days_count_from_when_the_edit_holds(leo: SpecStore) -> None:
    exemption = Exemption("never_offer", "sedation", dt.date(2027, 3, 1), "ana", "a plant")
    change = add_waiver(document(), exemption)
    (version,) = leo.revise("leo", replace(change, effective=dt.date(2026, 12, 1)))
    assert version.document["policy"]["waivers"][0]["until"] == "2027-03-01"


def test_an_old_waiver_keeps_no_edit_from_being_made(leo: SpecStore, clock: Clock) -> None:
    waived(leo, flagged(BODY, leo.current("leo").spec))
    clock.move(days=60)
    leo.revise("leo", edit({"min_minutes": 45}))
    assert leo.current("leo").spec.min_minutes == 45


def test_waivers_are_named_after_their_author(leo: SpecStore) -> None:
    spec = leo.current("leo").spec
    waived(leo, flagged(BODY, spec), author="Ana Müller")
    waived(leo, flagged("I'm in Paris this week.", spec), author="Ana Müller")
    rows = leo.current("leo").version.document["policy"]["waivers"]
    assert [row["id"] for row in rows] == ["ana-muller-1", "ana-muller-2"]
    taken = Exemption("never_offer", "x", UNTIL, "ana", "y", name="Ana-Muller-1")
    with pytest.raises(EditRefusedError, match="there is a waiver of that name"):
        add_waiver(leo.current("leo").version.document, taken)


def test_a_waiver_ends_and_the_draft_is_held_again(leo: SpecStore) -> None:
    waived(leo, flagged(BODY, leo.current("leo").spec))
    before = leo.history("leo")
    leo.revise("leo", end_waiver(before[-1].document, "ANA-1", author="ben", note="it was no plant"))
    now = leo.current("leo")
    assert not validate_draft(BODY, now.spec, now=BEGIN).ok
    assert (now.version.author, now.version.note) == ("ben", "ends waiver ana-1: it was no plant")
    ((waiver, by),) = ended_waivers(leo.history("leo"), kept=())
    assert (waiver.id, by.version) == ("ana-1", 3)
    assert ended_waivers(leo.history("leo"), kept=("ana-1",)) == []
    with pytest.raises(EditRefusedError, match="no waiver 'ana-1'; there are none"):
        end_waiver(now.version.document, "ana-1", author="ben", note="x")


def test_the_nearest_name_is_suggested(leo: SpecStore) -> None:
    waived(leo, flagged(BODY, leo.current("leo").spec))
    with pytest.raises(EditRefusedError, match="did you mean 'ana-1'"):
        end_waiver(leo.current("leo").version.document, "ana_l", author="ben", note="x")


def test_it_is_carried_into_what_is_planned(leo: SpecStore) -> None:
    leo.revise("leo", edit({"min_minutes": 45}, effective=dt.date(2026, 11, 10)))
    waived(leo, flagged(BODY, leo.current("leo").spec))
    planned = leo.at("leo", BEGIN + dt.timedelta(days=12)).spec
    assert planned.min_minutes == 45
    assert validate_draft(BODY, planned, now=BEGIN + dt.timedelta(days=12)).ok
    assert ended_waivers(leo.history("leo"), kept=("ana-1",)) == []


def test_a_template_fails_from_the_end_of_its_waiver(leo: SpecStore) -> None:
    waived(leo, flagged(BODY, leo.current("leo").spec))
    leo.set_template("leo", TemplateEdit("opener", BODY, "ana", "first"))
    (failing,) = failing_templates(leo, "leo", BEGIN)
    assert (failing.key, failing.since) == ("opener", dt.datetime(2026, 11, 21, 5, tzinfo=dt.UTC))
    assert turning_points(leo.current("leo").spec, failing.since) == []


def test_words_by_themselves_are_flagged_or_not(leo: SpecStore) -> None:
    spec = leo.current("leo").spec
    assert flagged_alone(spec, Exemption("never_offer", "Yep, works", UNTIL, "ana", "x"), BEGIN) is None
    found = flagged_alone(spec, Exemption("never_offer", "Sedation", UNTIL, "ana", "x"), BEGIN)
    assert found is not None
    assert found.claimed == "sedation"
