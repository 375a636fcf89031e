"""The queue: grouped by cause, the most frequent first, of the personas that one may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.gate.candidate import Candidate
from align.pages.queue_page import MOST_GROUPS
from tests.pages.visitor import Visitor, application

if TYPE_CHECKING:
    from examples.review_world import World


def test_an_empty_queue_says_so(ana: Visitor) -> None:
    page = ana.get("/review/")
    assert page.title == "Nothing waits"
    assert "New ones appear here" in page.text


def test_messages_are_grouped_by_rule_said_and_expected(world: World, ana: Visitor) -> None:
    world.hold("Just give me a ring.", name="c0")
    world.clock.move(minutes=5)
    for number in range(4):
        world.hold(f"An hour is £40, Sam {number}.", name=f"c{number + 1}")
    world.clock.move(minutes=90)
    page = ana.get("/review/")
    assert page.title == "5 messages wait for you"
    assert page.text.index("price_contradiction") < page.text.index("channel_not_allowed")
    assert "says 40 £ for 60 min → facts 45 GBP for 60 min" in page.text
    assert "Resolve all 4" in page.text
    assert "and 1 more" in page.text
    assert "1 h 30 min" in page.text
    assert "1 h 35 min" in page.text


def test_a_list_of_groups_that_is_long_is_cut(world: World, ana: Visitor) -> None:
    for number in range(MOST_GROUPS + 2):
        world.hold(f"An hour is £{46 + number}.", name=f"c{number}")
    page = ana.get("/review/")
    assert page.answer.text.count("group-head") == MOST_GROUPS
    assert "Show 2 smaller groups" in page.text
    assert ana.get("/review/?all=1").answer.text.count("group-head") == MOST_GROUPS + 2


def test_one_persona_can_be_looked_at(world: World, ana: Visitor) -> None:
    world.hold("An hour is £40.", name="c1")
    world.hold("Sure, same day edits are no problem.", name="c2", persona="sofie")
    both = ana.get("/review/")
    assert both.title == "2 messages wait for you"
    assert {"/review/?persona=marlow", "/review/?persona=sofie"} <= set(both.links())
    page = ana.get("/review/?persona=sofie")
    assert page.title == "1 message waits for you"
    assert "same day edits" in page.text
    assert "£40" not in page.text


def test_a_key_of_one_persona_sees_one(world: World) -> None:
    world.hold("An hour is £40.", name="c1")
    world.hold("Sure, same day edits are no problem.", name="c2", persona="sofie")
    tom = Visitor(application(world.parts()))
    tom.sign_in(world.key("tom", "sofie"))
    page = tom.get("/review/?persona=marlow")
    assert page.title == "1 message waits for you"
    assert "marlow" not in page.text


def test_a_draft_that_was_never_written_is_told_from_one_that_is_not_kept(world: World, ana: Visitor) -> None:
    world.decide(Candidate("c1", "marlow", goal="say hello"))
    assert "no draft was written" in ana.get("/review/").text
    assert "words not kept" not in ana.get("/review/").text
