"""The page of facts: what holds, how it came to that, what an edit would do, and what was held."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from specs.store import Edit
from tests.pages.visitor import Visitor, application

if TYPE_CHECKING:
    from examples.review_world import World


def test_the_facts_that_hold_are_shown(ana: Visitor) -> None:
    page = ana.get("/review/facts/marlow")
    assert page.title == "marlow"
    assert "Version 1, in force from 12 May 2026" in page.text
    for said in ("mobile dog groomer", "rates[60,-].amount", "45", "@marlow.grooms"):
        assert said in page.text


def test_the_history_says_who_why_and_what_changed(world: World, ana: Visitor) -> None:
    world.store.revise("marlow", Edit({"rates[60].amount": 50}, "ben <b>", "new \u202e rates"))
    world.clock.move(hours=1)
    page = ana.get("/review/facts/marlow")
    assert "Version 2 now new U+202E ratesben <b>, from" in page.text
    assert "/review/facts/marlow?a=1&b=2#history" in page.links()
    chosen = [place for place, option in enumerate(page.tags("option")) if "selected" in option]
    assert chosen == [
        1
    ]  # of 2, 1 and 2, 1, whose first one is chosen anyway: the last version is compared with the one before
    diff = ana.get("/review/facts/marlow?a=1&b=2")
    assert "From version 1 to 2 FieldBeforeAfter rates[60,-].amount 45 50" in diff.text
    assert "They do not differ." in ana.get("/review/facts/marlow?a=2&b=2").text
    for odd in ("?a=1&b=9", "?a=x&b=<b>", "?a=1"):
        assert ana.get(f"/review/facts/marlow{odd}").status == 200


def test_a_planned_version_is_told_apart(world: World, ana: Visitor) -> None:
    import datetime as dt

    world.store.revise("marlow", Edit({"rates[60].amount": 50}, "ben", "summer", dt.date(2026, 6, 1)))
    assert "Version 2 planned summer" in ana.get("/review/facts/marlow").text


def test_an_edit_is_planned_and_nothing_is_stored(world: World, ana: Visitor) -> None:
    world.hold("An hour is £40.", name="c1")
    world.hold("An hour is £45.", name="c2")
    edits = quote("rates[60].amount=40\n\n")
    page = ana.get(f"/review/facts/marlow?plan=1&edits={edits}")
    assert page.status == 200
    assert "rates[60,-].amount 45 40" in page.text
    assert "1 pass now and would be held (price_contradiction 1)" in page.text
    assert "1 are held now and would pass (price_contradiction 1)" in page.text
    assert world.store.current("marlow").version.version == 1
    assert "Nothing would change." in ana.get("/review/facts/marlow?plan=1&edits=").text


@pytest.mark.parametrize(
    "edits",
    ["x", "rates[1].amount=2", "nosuch=1", "rates[60].amount=\ud800".encode("utf-8", "replace").decode()],
)
def test_an_edit_that_would_be_refused_says_why(ana: Visitor, edits: str) -> None:
    page = ana.get(f"/review/facts/marlow?plan=1&edits={quote(edits)}")
    assert page.status == 422
    assert 'class="note bad"' in page.answer.text
    assert f"{edits}</textarea>" in page.answer.text


def test_pending_edits_of_another_persona_are_not_told(world: World) -> None:
    from specs.store.revisions import write_edit

    write_edit(world.migrations, "sofie", Edit({"rates[90].amount": 999}, "ben", "secret plans"))
    tom = Visitor(application(world.parts()))
    tom.sign_in(world.key("tom", "marlow"))
    for edits in ("", quote("rates[60].amount=41")):
        said = tom.get(f"/review/facts/marlow?plan=1&edits={edits}").answer.text
        assert "999" not in said
        assert "sofie" not in said


def test_holds_are_drawn_by_rule_and_day(world: World, ana: Visitor) -> None:
    assert "Nothing was held." in ana.get("/review/facts/marlow").text
    world.hold("An hour is £40. Give me a ring.", name="c1")
    world.clock.move(hours=16)
    ana.sign_in(world.key("ana again"))
    world.hold("An hour is £41.", name="c2")
    world.hold("Sure, same day edits are no problem.", name="c3", persona="sofie")
    page = ana.get("/review/facts/marlow")
    assert "Held in the last 30 days: 3" in page.text
    assert "2026-05-12: 1 channel_not_allowed" in page.text
    assert "2026-05-13: 1 price_contradiction" in page.text
    assert "never_offer" not in page.text.split("What holds now")[0]


def test_there_is_a_list_of_personas_and_a_way_past_it(world: World, ana: Visitor) -> None:
    page = ana.get("/review/facts")
    assert {"/review/facts/marlow", "/review/facts/sofie"} <= set(page.links())
    tom = Visitor(application(world.parts()))
    tom.sign_in(world.key("tom", "sofie"))
    assert tom.get("/review/facts").answer.headers["location"] == "/review/facts/sofie"


@pytest.mark.parametrize("name", ["nobody", "%00", "a%2Fb", "%F0%9F%98%80", "x" * 500, "%FF"])
def test_facts_that_are_not_there_are_not_found(ana: Visitor, name: str) -> None:
    assert ana.get(f"/review/facts/{name}").status == 404
