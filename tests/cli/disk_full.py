"""Commands and the service on a disk that is really full: `.ci/disk-full` mounts one and runs this with its `tmp_path` there."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from align.audit.store import DecisionStore
from align.http.spool import Spool
from align.runner.file_outbox import FileOutbox
from align.runner.ports import Delivery, DispatchError, Outgoing
from tests.contract.service import serving
from tests.gold import FIXTURES
from tests.store.disk_full import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = (sys.executable, "-c", "from align.cli import main; main()")
SMALL_BYTES = 16_000_000
FACTS = FIXTURES / "demo/personas/marlow.json"
DRAFTS = FIXTURES / "demo/marlow.jsonl"
FULL = "No space left on device"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a small disk, which is empty again at the end."""
    assert shutil.disk_usage(tmp_path).total < SMALL_BYTES, "run this with: .ci/disk-full"
    yield tmp_path
    shutil.rmtree(tmp_path)


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder on another disk."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        yield Path(folder)


def align(
    *arguments: str, at: Path, stdout: Path | None = None, stderr: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder; what it writes goes to files, or comes back."""
    with ExitStack() as files:
        out, err = (
            subprocess.PIPE if path is None else files.enter_context(path.open("w"))
            for path in (stdout, stderr)
        )
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ALIGN_")}
        environment |= {"ALIGN_AUTHOR": "ana", "ALIGN_FACTS_FOLDER": str(at / "facts"), **variables}
        return subprocess.run(
            [*COMMAND, *arguments], cwd=at, env=environment, stdout=out, stderr=err, text=True, check=False
        )


@pytest.fixture
def home(elsewhere: Path) -> Path:
    """A folder on another disk with a store and candidates in it."""
    assert align("db", "upgrade", at=elsewhere).returncode == 0
    assert align("facts", "import", str(FACTS), "--note", "first", "--apply", at=elsewhere).returncode == 0
    rows = [{"id": f"c{number}", "persona": "marlow", "body": "An hour is £45."} for number in range(5)]
    (elsewhere / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return elsewhere


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_a_service_goes_on_checking_and_clears_nothing(disk: Path, elsewhere: Path) -> None:
    draft, candidate = (
        {"persona": "leo", "body": "An hour is 70."},
        {"persona": "leo", "body": "An hour is 80."},
    )
    with serving(disk) as service:
        headers = {"Authorization": f"Bearer {service.token}"}
        # What is done meanwhile takes its time, and a connection that nobody uses is closed.
        unkept = httpx.Limits(max_keepalive_connections=0)
        with httpx.Client(base_url=service.url, headers=headers, timeout=60, limits=unkept) as client:
            before = client.post("/v1/validate", json=draft).json()
            with filled(disk):
                for _ in range(40):  # so many that the log has no room any more for what it says of them
                    assert client.post("/v1/validate", json=draft).json() == before
                refused = client.post("/v1/align", json={"id": "c1", **candidate})
                assert refused.status_code == 503
                assert refused.json()["type"] == "urn:align:problem:store-unavailable"
                assert "receipt" not in refused.json()
                assert client.get("/v1/holds").json() == {"decisions": [], "next": None}
                assert client.get("/v1/specs/leo").status_code == 200
                assert client.get("/readyz").status_code == 200
                made = align(
                    *("key", "create", "--name", "k", "--all-personas", "--scope", "read"),
                    at=elsewhere,
                    ALIGN_DATABASE_URL=f"sqlite:///{disk / 'align.db'}",
                )
                assert (made.returncode, made.stdout) == (2, "")
                assert "the disk is full" in made.stderr
            assert client.post("/v1/align", json={"id": "c2", **candidate}).json()["status"] == "cleared"
    found = DecisionStore.open(f"sqlite:///{disk / 'align.db'}").find()
    assert [decision.document["candidate"]["id"] for decision in found] == ["c2"]
    # Of the log a line may be lost or broken off; those that come later stand alone, each on a line of its own.
    told = [line for line in (disk / "log.jsonl").read_text().splitlines() if line.startswith("{")]
    assert [line for line in told if line.count('{"time"') != 1] == []
    whole = [json.loads(line) for line in told if line.endswith("}")]
    assert [line["route"] for line in whole if line["event"] == "request"][-1] == "/v1/align"


def test_a_run_says_what_could_not_be_sent(home: Path, disk: Path) -> None:
    run = (
        "run",
        "--input",
        "in.jsonl",
        "--mode",
        "GO",
        "--judge",
        "off",
        "--outbox",
        str(disk / "out.jsonl"),
    )
    with filled(disk):
        said = align(*run, at=home)
        assert said.returncode == 1
        assert said.stdout.count(f"could not be sent: the outbox cannot be written: {FULL}") == 5
        assert (disk / "out.jsonl").read_bytes() == b""
    assert align(*run, at=home).returncode == 0
    assert {row["candidate_id"] for row in rows(disk / "out.jsonl")} == {f"c{number}" for number in range(5)}


def test_a_worker_sends_later_what_there_was_no_room_for(home: Path, disk: Path) -> None:
    assert align("queue", "add", "--input", "in.jsonl", at=home).returncode == 0
    work = ("work", "--until-empty", "--mode", "GO", "--judge", "off", "--outbox", str(disk / "out.jsonl"))
    with filled(disk):
        # Its own reports have no room either.
        assert align(*work, at=home, stdout=disk / "said.txt", stderr=disk / "told.txt").returncode in (0, 2)
        assert (disk / "out.jsonl").read_bytes() == b""
    for _ in range(100):  # what was put off is due in a while: a worker until then finds nothing to do
        assert align(*work, at=home).returncode == 0
        if len(rows(disk / "out.jsonl")) == 5:
            break
    assert sorted(row["candidate_id"] for row in rows(disk / "out.jsonl")) == [
        f"c{number}" for number in range(5)
    ]


def test_an_outbox_holds_whole_messages_alone(disk: Path) -> None:
    """Lines of many lengths, so that some of them fit in part."""
    outbox, sent = FileOutbox(disk / "out.jsonl"), 0

    def message(number: int) -> Outgoing:
        return Outgoing(f"c{number}", "leo", "d1", "x" * (37 * number % 300))

    def send() -> None:
        nonlocal sent
        while True:
            outbox.append(message(sent + 1))
            sent += 1

    outbox.append(message(0))
    with filled(disk), pytest.raises(DispatchError, match=FULL):
        send()
    with filled(disk):
        for _ in range(3):
            with pytest.raises(DispatchError, match=FULL):
                outbox.append(message(sent + 1))
            assert len(rows(disk / "out.jsonl")) == sent + 1
    assert outbox.append(message(sent + 1)) == Delivery()
    assert [row["candidate_id"] for row in rows(disk / "out.jsonl")] == [f"c{n}" for n in range(sent + 2)]


def test_a_replay_leaves_no_half_state_and_no_half_page(disk: Path, elsewhere: Path) -> None:
    other = json.loads(FACTS.read_text())
    other["rates"][0]["amount"] += 5
    (elsewhere / "b.json").write_text(json.dumps(other))
    lines = [{**row, "persona": "marlow"} for row in rows(DRAFTS)]
    (elsewhere / "drafts.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    state, page = disk / "state.json", disk / "page.html"
    replay = (
        *("replay", "--drafts", "drafts.jsonl", "--spec", str(FACTS), "--against", "b.json", "--jobs", "1"),
        *("--html", str(page)),
    )
    kept = ("--state", str(state))
    with filled(disk):
        for options, file in ((kept, state), ((), page)):
            said = align(*replay, *options, at=elsewhere)
            assert said.returncode == 2
            assert f"{file}: cannot be written: {FULL}" in said.stderr
        assert [path.name for path in disk.iterdir()] == ["filler"]
    assert align(*replay, *kept, at=elsewhere).returncode == 1
    before = state.read_bytes()
    with filled(disk):
        align(*replay, *kept, at=elsewhere)
        assert state.read_bytes() == before
    assert page.read_text().endswith("</html>\n")


def test_output_that_has_no_room_is_an_error_and_not_a_verdict(disk: Path, elsewhere: Path) -> None:
    validate = ("validate", "--facts", str(FACTS), "--input", str(DRAFTS))
    with filled(disk):
        for arguments in (validate, ("facts", "schema")):
            said = align(*arguments, at=elsewhere, stdout=disk / "out.txt")
            assert (said.returncode, said.stderr) == (
                2,
                f"align: standard output cannot be written: {FULL}\n",
            )
        assert align(*validate, at=elsewhere, stderr=disk / "err.txt").returncode == 1


def test_answers_that_wait_are_those_that_had_room(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(disk))
    spool, taken = Spool(in_memory=1000), b""

    def write() -> None:
        nonlocal taken
        while True:
            spool.write(b"%07d\n" % len(taken))
            taken += b"%07d\n" % len(taken)

    with filled(disk):
        with pytest.raises(OSError, match=FULL):
            write()
        spool.end(b"last")

        async def read() -> bytes:
            got = b""
            while data := await spool.read():
                got += data
            return got

        assert asyncio.run(read()) == taken + b"last"
    spool.close()
