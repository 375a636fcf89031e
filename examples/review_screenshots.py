"""Pictures of the review page for the README: `make screenshots`."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import sync_playwright

from examples.review_world import filled, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from examples.review_world import World

CHROMIUM: Final = "/usr/bin/chromium"
ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
DESK: Final = {"width": 1120, "height": 760}
TALL: Final = {"width": 1120, "height": 1000}
PHONE: Final = {"width": 390, "height": 844}


@dataclass(frozen=True)
class Picture:
    """What a picture shows: a page of the world, on which screen."""

    name: str
    path: str
    screen: dict[str, int]
    press: str | None = None
    """A button to press first."""


def pictures(world: World) -> list[Picture]:
    """Return the pictures to take."""
    groups = world.desk().groups().groups
    rate = next(group for group in groups if group.cause.rule == "price_contradiction")
    several = next(group for group in groups if group.cause.rule == "pay_after")
    return [
        Picture("review-queue", "/review/", DESK),
        Picture("review-case", f"/review/cases/{several.case_ids[0]}", DESK),
        Picture("review-cause", f"/review/groups/{rate.id}?resolve=fact", DESK, "Show what it would do"),
        Picture("review-facts", "/review/facts/marlow?plan=1&edits=rates%5B90%5D.amount%3D60", TALL),
        Picture("review-phone", f"/review/cases/{several.case_ids[0]}", PHONE),
    ]


def take(folder: Path) -> None:
    """Take all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        world = filled(Path(temporary))
        with served(world) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
            for picture in pictures(world):
                _take(browser, address, picture, folder)
            browser.close()
        world.close()


def _take(browser: Browser, address: str, picture: Picture, folder: Path) -> None:
    screen: Any = picture.screen
    context = browser.new_context(viewport=screen, color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    sign_in(page, address)
    page.goto(f"{address}{picture.path}")
    if picture.press is not None:
        page.get_by_role("button", name=picture.press).click()
        page.wait_for_load_state()
    page.screenshot(path=folder / f"{picture.name}.png")
    context.close()


def sign_in(page: Page, address: str) -> None:
    """Sign in on a service without keys."""
    page.goto(f"{address}/review/login")
    page.get_by_label("Your name").fill("Ines")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/review/")


if __name__ == "__main__":
    take(Path(sys.argv[1]))
