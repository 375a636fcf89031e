"""A real browser on real pages: Debian's Chromium, and the service on a socket of this machine.

Nothing may run that a page did not bring itself: dialogs, errors of scripts, and what the policy stopped fail the test.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright

from examples.review_screenshots import ARGUMENTS, CHROMIUM, DESK
from examples.review_world import World, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page, ViewportSize

    Opener = Callable[..., AbstractContextManager[Page]]

PATIENCE_MILLISECONDS = 60_000
"""For what takes a moment, so that a busy machine fails no test."""

_WATCH = """
window.stopped = [];
document.addEventListener("securitypolicyviolation", (event) => window.stopped.push(event.violatedDirective));
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Two personas, and nothing that waits."""
    made = World(tmp_path)
    made.migrations.upgrade()
    made.add_persona("marlow")
    made.add_persona("sofie")
    made.add_template("marlow", "opener", "Hi! I'm Marlow, a mobile dog groomer round Leeds.")
    yield made
    made.close()


@pytest.fixture
def address(world: World) -> Iterator[str]:
    """Where the pages of the world are."""
    with served(world) as found:
        yield found


@pytest.fixture
def signed_in(browser: Browser, world: World, address: str) -> Opener:
    """Open a browser of somebody's own, signed in with a key; at the end nothing may have gone wrong in it."""

    @contextmanager
    def opened(
        name: str = "ana", screen: ViewportSize | None = None, *, scripts: bool = True, touch: bool = False
    ) -> Iterator[Page]:
        context = browser.new_context(
            viewport=screen or {"width": DESK["width"], "height": DESK["height"]},
            java_script_enabled=scripts,
            has_touch=touch,
            is_mobile=touch,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        key = world.key(name)
        page = context.new_page()
        wrong = watched(page)
        page.goto(f"{address}/review/")
        page.get_by_label("Key", exact=True).fill(key)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/review/")
        yield page
        if scripts:
            wrong += page.evaluate("window.stopped")
        assert wrong == []
        context.close()

    return opened


def watched(page: Page) -> list[str]:
    """Return a list that fills with whatever goes wrong on a page."""
    wrong: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on(
        "console",
        lambda said: wrong.append(f"{said.type}: {said.text}") if "Content Security" in said.text else None,
    )
    page.on(
        "request",
        lambda asked: wrong.append(f"went to {asked.url}") if "//127.0.0.1:" not in asked.url else None,
    )
    page.add_init_script(_WATCH)
    return wrong
