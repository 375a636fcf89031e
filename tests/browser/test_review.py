"""The review page in a real browser: by keyboard, on a phone, by two people at once, and with hostile bodies."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from sqlalchemy import text

from align.gate.candidate import MAX_MESSAGE_CHARS
from examples.review_screenshots import PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize
    from sqlalchemy import Row

    from examples.review_world import World
    from tests.browser.conftest import Opener

WRONG = "Hi Priya! An hour is £40, just give me a ring."
RIGHT = "Hi Priya! An hour is £45, and I come to you."


def sent(world: World) -> list[str]:
    if not world.outbox.exists():
        return []
    return [json.loads(line)["body"] for line in world.outbox.read_text("utf-8").splitlines()]


def heading(page: Page, words: str) -> None:
    """Wait for the page with a heading, and for its scripts, without which it knows no keys."""
    expect(page.get_by_role("heading", level=1, name=words)).to_be_visible()
    page.wait_for_load_state()


def test_from_the_queue_to_a_decision_with_the_keyboard_alone(world: World, signed_in: Opener) -> None:
    world.hold(RIGHT, name="c1", mode="DRAFT")
    world.hold(RIGHT + " See you!", name="c2", mode="DRAFT")
    with signed_in() as page:
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        expect(page.locator("[data-item]:focus")).to_contain_text("Hi Priya!")
        page.keyboard.press("Enter")
        heading(page, "Waits to be sent")
        page.keyboard.press("a")
        assert sent(world) == []
        expect(page.get_by_role("button", name="Approve and send")).to_be_focused()
        page.keyboard.press("Enter")
        heading(page, "Sent")
        page.keyboard.press("j")
        heading(page, "Waits to be sent")
        page.keyboard.press("r")
        expect(page.get_by_label("Why").last).to_be_focused()
        page.keyboard.type("jkaetr? not now")
        page.keyboard.press("Enter")
        heading(page, "Rejected")
        page.keyboard.press("u")
        heading(page, "Nothing waits")
    assert sent(world) == [RIGHT]
    (rejected,) = [a for a in _actions(world) if a.kind == "reject"]
    assert rejected.reason == "jkaetr? not now"


def _actions(world: World) -> list[Row[Any]]:

    with world.engine.connect() as connection:
        rows = connection.execute(text("SELECT kind, reason, author FROM review_action ORDER BY id")).all()
    return list(rows)


def test_the_template_and_an_edit_by_keyboard(world: World, signed_in: Opener) -> None:
    first = world.hold(WRONG, name="c1")
    second = world.hold(WRONG + " Bye!", name="c2")
    with signed_in() as page:
        root = page.url
        page.goto(f"{root}cases/{first}")
        page.keyboard.press("t")
        expect(page.get_by_label("Template", exact=True)).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Send the template")).to_be_focused()
        page.keyboard.press("Enter")
        heading(page, "Sent")
        page.goto(f"{root}cases/{second}")
        page.keyboard.press("e")
        expect(page.get_by_label("The message")).to_be_focused()
        page.keyboard.press("Control+a")
        page.keyboard.type(RIGHT)
        expect(page.locator("#live")).to_contain_text("Nothing speaks against this text.")
        page.keyboard.press("Escape")
        expect(page.get_by_label("The message")).not_to_be_focused()
        page.get_by_role("button", name="Send this text").focus()
        page.keyboard.press("Enter")
        heading(page, "Sent")
    assert sent(world) == ["Hi! I'm Marlow, a mobile dog groomer round Leeds.", RIGHT]


def test_a_text_is_checked_while_it_is_typed(world: World, signed_in: Opener) -> None:
    case = world.hold(WRONG, name="c1")
    with signed_in() as page:
        page.goto(f"{page.url}cases/{case}")
        page.keyboard.press("e")
        field, live = page.get_by_label("The message"), page.locator("#live")
        field.fill("An hour is £41. Bye <script>")
        expect(live).to_contain_text("£41")
        expect(live.locator("mark").first).to_have_text("£41")
        expect(live).to_contain_text("45 GBP for 60 min")
        field.fill("An hour is £45.")
        expect(live).to_have_text("Nothing speaks against this text.")
        assert live.get_attribute("aria-live") == "polite"
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.clock.install(time=0)
        page.clock.pause_at(60_000)
        field.press_sequentially(" See you there, and bring the dog along.")
        assert asked == []
        with page.expect_response("**/check"):
            page.clock.run_for(300)
        assert len(asked) == 1
        page.clock.resume()
        expect(live).to_have_text("Nothing speaks against this text.")
        field.fill(WRONG)
        page.get_by_role("button", name="Send this text").click()
        expect(page.get_by_role("alert")).to_contain_text("Not sent")
        expect(page.get_by_label("The message")).to_have_value(WRONG)
    assert sent(world) == []


def test_keys_are_told_on_the_page(signed_in: Opener) -> None:
    with signed_in() as page:
        page.keyboard.press("?")
        told = page.get_by_role("dialog", name="Keys")
        expect(told).to_be_visible()
        page.keyboard.press("u")
        expect(told).to_be_visible()
        page.keyboard.press("Escape")
        expect(told).to_be_hidden()
        page.get_by_role("button", name="Keys").click()
        expect(told).to_be_visible()
        told.get_by_role("button", name="Close").click()
        expect(told).to_be_hidden()


def test_what_is_selected_can_be_seen(world: World, signed_in: Opener) -> None:
    case = world.hold(WRONG, name="c1")
    with signed_in() as page:
        page.goto(f"{page.url}cases/{case}")
        for _ in range(25):
            page.keyboard.press("Tab")
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            inside = page.evaluate("document.activeElement !== document.body")
            assert not inside or outline == "solid"
        unnamed = page.evaluate(
            "[...document.querySelectorAll('input:not([type=hidden]), textarea, select')]"
            ".filter((field) => !field.labels.length).length"
        )
        assert unnamed == 0


SCREENS: list[ViewportSize] = [
    {"width": PHONE["width"], "height": PHONE["height"]},
    {"width": 320, "height": 640},
]


@pytest.mark.parametrize("screen", SCREENS, ids=["phone", "small phone"])
def test_nothing_has_to_be_scrolled_sideways_on_a_phone(
    world: World, signed_in: Opener, screen: ViewportSize
) -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 40
    case = world.hold(f"{WRONG} {long} https://example.test/{long}", name="c" * 120, inbound=long)
    for number in range(3):
        world.hold(f"An hour is £40, Sam {number}.", name=f"c{number}")
    groups = world.desk().groups().groups
    with signed_in(screen=screen, touch=True) as page:
        root = page.url
        paths = [
            "",
            f"cases/{case}",
            f"cases/{case}?all=1",
            "facts",
            "facts/marlow?plan=1&edits=rates[60].amount=41",
        ]
        paths += [f"groups/{groups[0].id}?resolve={tab}" for tab in ("draft", "fact", "rule")]
        for path in paths:
            page.goto(f"{root}{path}")
            page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
            wide = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert (path, wide) == (path, 0)
        page.goto(f"{root}cases/{case}")
        page.get_by_role("navigation", name="Actions").get_by_role("link", name="Reject").tap()
        expect(page.get_by_role("button", name="Reject, send nothing")).to_be_in_viewport()
        page.get_by_role("button", name="Reject, send nothing").tap()
        heading(page, "Rejected")


def test_of_two_people_on_one_hold_one_decides_and_the_other_is_told(world: World, signed_in: Opener) -> None:
    case = world.hold(WRONG, name="c1")
    following = world.hold(WRONG + " Bye!", name="c2")
    with signed_in("ana") as ana, signed_in("ben") as ben:
        for page in (ana, ben):
            page.goto(f"{page.url}cases/{case}")
            page.keyboard.press("e")
            page.get_by_label("The message").fill(RIGHT)
        ana.get_by_role("button", name="Send this text").click()
        heading(ana, "Sent")
        ben.get_by_role("button", name="Send this text").click()
        heading(ben, "Somebody else decided this")
        expect(ben.get_by_role("status")).to_contain_text(
            "ana sent an edited text on 12 May 2026, 09:00 UTC. What you just chose was not done."
        )
        ben.get_by_role("link", name="Next message").click()
        ben.wait_for_url(f"**/cases/{following}")
    assert sent(world) == [RIGHT]


def test_a_button_that_is_pressed_twice_sends_once(world: World, signed_in: Opener) -> None:
    case = world.hold(RIGHT, name="c1", mode="DRAFT")
    with signed_in() as page:
        page.goto(f"{page.url}cases/{case}")
        page.get_by_role("button", name="Approve and send").dblclick()
        heading(page, "Sent")
    assert sent(world) == [RIGHT]


HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(2)> An hour is £40.",
    "</textarea></title><script>alert(1)</script><svg onload=alert(2)> An hour is £40.",
    "\"' onfocus=alert(1) autofocus x=' An hour is £40. javascript:alert(1)",
    "<div data-hx-post=/review/logout data-hx-trigger=load hx-on:load=alert(1)></div> An hour is £40.",
    "An hour is £40 \u202egnir a em evig\u202c \u2067abc\u2069 \u0645\u0631\u062d\u0628\u0627 \x00\x1b[31m\ud800 \ufeff\u200b.",
    "An hour is £40. " + "<b onclick=alert(1)>la</b> " * 4_000,
]


@pytest.mark.parametrize("body", HOSTILE, ids=["tags", "ends", "attributes", "htmx", "bidi", "100 kB"])
def test_nothing_in_a_body_runs_or_reorders_the_page(world: World, signed_in: Opener, body: str) -> None:
    case = world.hold(body, name="c1", inbound=body.replace("An hour is £40", "?"))
    groups = world.desk().groups().groups
    with signed_in() as page:
        root = page.url
        for path in ("", f"groups/{groups[0].id}", f"cases/{case}?all=1", f"cases/{case}"):
            page.goto(f"{root}{path}")
            page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
            page.wait_for_timeout(100)
        expect(page.locator(".draft mark", has_text="£40").first).to_be_visible()
        # What a reader sees of a hidden character is its name, and nothing around it turns.
        drawn = page.locator(".draft .body").first.inner_text()
        assert not set(drawn) & set("\x00\x1b\u202e\u2067\u2069\ufeff\u200b")
        if "\u202e" in body:
            assert "U+202E" in drawn
            assert "gnir a em evig" in drawn
        page.keyboard.press("e")
        field = page.get_by_label("The message")
        field.press("End")
        field.press_sequentially("!")
        if len(body) > MAX_MESSAGE_CHARS:
            expect(page.locator("#live")).to_contain_text("a message has at most")
        else:
            expect(page.locator("#live")).to_contain_text("in this text")
            page.locator("#live mark").first.click()
        heading(page, "Held")


def test_everything_but_the_live_check_works_without_scripts(world: World, signed_in: Opener) -> None:
    case = world.hold(WRONG, name="c1")
    other = world.hold(RIGHT, name="c2", mode="DRAFT")
    with signed_in(scripts=False) as page:
        root = page.url
        page.goto(f"{root}cases/{case}")
        page.locator("summary", has_text="Edit").click()
        page.get_by_label("The message").fill(RIGHT)
        page.get_by_role("button", name="Check").click()
        expect(page.locator("#live")).to_have_text("Nothing speaks against this text.")
        page.get_by_role("button", name="Send this text").click()
        heading(page, "Sent")
        page.goto(f"{root}cases/{other}")
        page.get_by_role("button", name="Approve and send").click()
        heading(page, "Sent")
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/review/login")
    assert len(sent(world)) == 2


def test_one_decision_clears_a_group(world: World, signed_in: Opener) -> None:
    for number in range(4):
        world.hold(f"An hour is £40, Sam {number}.", name=f"c{number}")
    with signed_in() as page:
        page.get_by_role("link", name="Resolve all 4").click()
        page.get_by_role("link", name="The facts").click()
        page.get_by_role("button", name="Show what it would do").click()
        expect(page.locator(".counts")).to_contain_text("4 are held now and would pass")
        page.get_by_role("link", name="The drafts").click()
        page.get_by_label("Why").fill("stale rate")
        page.get_by_role("button", name="Reject all 4").click()
        heading(page, "4 messages rejected")
        page.get_by_role("link", name="To the queue").click()
        heading(page, "Nothing waits")


def test_a_session_that_is_over_leads_back_to_where_one_was(world: World, signed_in: Opener) -> None:
    case = world.hold(WRONG, name="c1")
    with signed_in() as page:
        root = page.url
        page.goto(f"{root}cases/{case}")
        world.clock.move(hours=13)
        page.keyboard.press("e")
        page.get_by_label("The message").press_sequentially("x")
        page.wait_for_url(re.compile("login.next="))
        world.clock.move(hours=-13)
        page.goto(f"{root}cases/{case}")
        heading(page, "Held")
