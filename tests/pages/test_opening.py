"""The pages as `align serve` opens them, and the messages that are sent again."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from align.pages.opening import keep_sending
from align.pages.security import POLICY
from align.review.desk import By
from align.runner.file_outbox import FileOutbox
from align.runner.ports import DispatchError
from specs.store import Edit, SpecStore, TemplateEdit, open_engine
from specs.store.errors import StoreUnavailableError
from tests.http.test_process import COMMAND, Process, started
from tests.pages.visitor import Page
from tests.store.documents import document

if TYPE_CHECKING:
    from pathlib import Path

    from align.runner.ports import Delivery, Outgoing
    from examples.review_world import World

__all__ = ["started"]


def test_align_serve_has_the_pages(started: list[Process], tmp_path: Path) -> None:
    process = Process([*COMMAND, "serve", "--port", "0"], tmp_path)
    started.append(process)
    store = SpecStore(open_engine(f"sqlite:///{tmp_path / 'align.db'}"))
    store.add_persona(document(), Edit({}, "ana", "first"))
    store.set_template("leo", TemplateEdit("opener", "Hi! An hour is 70.", "ana", "wrong"))
    with process.client() as client:
        held = {"id": "c1", "persona": "leo", "body": "Hi! An hour is 70.", "template_key": "opener"}
        assert client.post("/v1/align", json=held).json()["status"] == "held"
        door = Page(client.get("/review/login"))
        client.post("/review/login", data={"csrf": door.token(), "name": "Ana"})
        queue = Page(client.get("/review", follow_redirects=True))
        assert queue.title == "1 message waits for you"
        assert queue.answer.headers["content-security-policy"] == POLICY
        case = next(link for link in queue.links() if "/cases/" in link).split("?")[0]
        done = client.post(
            f"{case}/edit", data={"csrf": queue.token(), "body": "An hour is 80.", "do": "send"}
        )
        assert Page(done).title == "Sent"
        figures = client.get("/metrics").text
        assert case.rpartition("/")[2] not in figures
        assert 'method="POST",route="/review/cases/case/edit",status="200"' in figures
        assert 'method="GET",route="/review/",status="200"' in figures
        assert client.get("/openapi.json").text.count("/review") == 0
        elsewhere = client.get("/review/", headers={"Host": "rebound.example"})
        assert elsewhere.status_code == 403
    (line,) = (tmp_path / "outbox.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["body"] == "An hour is 80."
    assert process.end() == 0


class Flaky:
    """A dispatcher that is away the first time."""

    def __init__(self, outbox: FileOutbox) -> None:
        self.outbox = outbox
        self.asked = 0

    async def dispatch(self, outgoing: Outgoing) -> Delivery:
        """Send, but not the first time."""
        self.asked += 1
        if self.asked == 1:
            raise DispatchError("away")
        return await self.outbox.dispatch(outgoing)


def test_what_could_not_be_sent_is_sent_later(world: World) -> None:
    case = world.hold("Hi! An hour is £45.", name="c1", mode="DRAFT")
    desk = world.desk(Flaky(FileOutbox(world.outbox, clock=world.clock)))
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        world.clock.move(seconds=180)
        if len(waits) == 3:
            raise asyncio.CancelledError

    async def run() -> None:

        ended = await desk.approve(case, By("ana"))
        assert ended.status == "waiting"
        await keep_sending(desk, seconds=7.0, sleep=sleep)

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(run())
    assert waits == [7.0, 7.0, 7.0]
    assert len(world.outbox.read_text("utf-8").splitlines()) == 1


@pytest.mark.parametrize("error", [StoreUnavailableError("away", "bring it back"), RuntimeError("zanzibar")])
def test_whatever_fails_is_tried_again(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    asked: list[int] = []

    class Away:
        async def resume(self) -> None:
            asked.append(1)
            raise error

    async def sleep(seconds: float) -> None:
        del seconds
        if len(asked) == 2:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(keep_sending(Away(), sleep=sleep))  # type: ignore[arg-type] # all that is asked of a desk
    assert len(asked) == 2
    assert ("RuntimeError" in caplog.text) == isinstance(error, RuntimeError)
    assert "zanzibar" not in caplog.text
