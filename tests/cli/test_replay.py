"""`align replay`: specs from files, folders and the store; exit codes; a process that is killed and begun again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from specs import Spec
from tests.replay import parts
from tests.replay.parts import DEARER, MARLOW, SOFIE, draft, write_jsonl, write_spec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.conftest import Align

PATIENCE_SECONDS = 240


@pytest.fixture
def sides(tmp_path: Path) -> list[str]:
    """The options of both specs: an hour gets dearer."""
    a, b = write_spec(tmp_path / "a.json", MARLOW), write_spec(tmp_path / "b.json", DEARER)
    return ["--spec", a, "--against", b]


def _drafts(tmp_path: Path, *bodies: str) -> list[str]:
    path = write_jsonl(
        tmp_path / "drafts.jsonl", [draft(body, id=f"d{n}") for n, body in enumerate(bodies, 1)]
    )
    return ["replay", "--drafts", str(path), "--jobs", "1"]


@pytest.mark.parametrize(
    ("bodies", "code"),
    [
        ((parts.CLEAN, parts.HELD), 0),
        ((parts.CLEAN, parts.HELD_AFTER), 1),
        ((parts.RELEASED,), 1),
        ((parts.CHANGED,), 1),
    ],
)
def test_the_exit_code_says_whether_something_changes(
    align: Align, tmp_path: Path, sides: list[str], bodies: tuple[str, ...], code: int
) -> None:
    assert align(*_drafts(tmp_path, *bodies), *sides).exit_code == code


def test_a_bad_row_is_named_and_the_exit_code_is_2(align: Align, tmp_path: Path, sides: list[str]) -> None:
    command = _drafts(tmp_path, parts.HELD_AFTER)
    path = tmp_path / "drafts.jsonl"
    path.write_text(path.read_text() + '{"body": "hi", "now": "soon"}\n')
    result = align(*command, *sides)
    assert result.exit_code == 2
    assert result.stderr == f"align: {path}:2: now: 'soon' is no moment\n"
    assert "1 row could not be used" in result.stdout
    assert "1 newly held" in result.stdout


@pytest.mark.usefixtures("sides")
def test_the_report_for_people(align: Align, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _drafts(tmp_path, parts.HELD_AFTER, parts.RELEASED, parts.CLEAN)
    result = align("replay", "--drafts", "drafts.jsonl", "--spec", "a.json", "--against", "b.json", "-j", "1")
    assert result.stdout.splitlines() == [
        "newly held: marlow, 'd1' (price_contradiction)  drafts.jsonl:1",
        "  | An hour is £45.",
        "  |            ^^^ price_contradiction: Says 45 £ for 60 min; the rate card says 50 GBP for 60 min.",
        "released: marlow, 'd2' (price_contradiction)  drafts.jsonl:2",
        "  | An hour is £50.",
        "  |            ^^^ price_contradiction: Says 50 £ for 60 min; the rate card says 45 GBP for 60 min.",
        "newly held        1  marlow  price_contradiction",
        "released          1  marlow  price_contradiction",
        "marlow: 1 newly held, 1 released, 1 clean as before",
        "3 drafts, a.json to b.json: 1 newly held, 1 released, 0 changed, 0 held as before, 1 clean as before",
    ]


def test_a_changed_draft_is_shown_with_what_stays_what_is_new_and_what_is_no_more(
    align: Align, tmp_path: Path, sides: list[str]
) -> None:
    document = DEARER.to_dict()
    document["never_offer"] = [*document["never_offer"], "bath"]
    document["channels"]["text_only"] = False
    write_spec(tmp_path / "b.json", Spec.from_dict(document))
    body = "An hour with a bath is £99, and ninety minutes are £7. Ring me!"
    lines = align(*_drafts(tmp_path, body), *sides).stdout.splitlines()
    assert lines[1:-5] == [
        "  | An hour with a bath is £99, and ninety minutes are £7. Ring me!",
        "  |                ^^^^ never_offer: Offers 'bath', which is on the never-offer list.",
        "  |                        ^^^ price_contradiction: Says 99 £ for 60 min; the rate card says 50 GBP for 60 min.",
        f"  | {' ' * 51}~~ price_contradiction: Says 7 £ for 90 min; the rate card says 60 GBP for 90 min.",
        "  no more price_contradiction: Says 99 £ for 60 min; the rate card says 45 GBP for 60 min.",
        "  no more channel_not_allowed: Proposes phone call; only text is offered (allowed: sms).",
    ]


def test_the_report_as_json_and_as_a_page(align: Align, tmp_path: Path, sides: list[str]) -> None:
    page = tmp_path / "report.html"
    result = align(
        *_drafts(tmp_path, parts.HELD_AFTER, parts.CLEAN), *sides, "-o", "json", "--html", str(page)
    )
    found = json.loads(result.stdout)
    assert (found["drafts"], found["newly_held"], found["clean_as_before"]) == (2, 1, 1)
    assert found["spec"]["digests"] == {"marlow": MARLOW.digest}
    assert found["rules"] == [
        {"verdict": "newly held", "persona": "marlow", "rule": "price_contradiction", "drafts": 1}
    ]
    assert [example["name"] for example in found["examples"]] == ["d1"]
    assert "<mark>£45</mark>" in page.read_text("utf-8")


def test_a_page_that_cannot_be_written_is_named_before_anything_is_replayed(
    align: Align, tmp_path: Path, sides: list[str]
) -> None:
    nowhere = str(tmp_path / "none/report.html")
    result = align(*_drafts(tmp_path, parts.CLEAN), *sides, "--html", nowhere)
    told = f"align: --html: {nowhere}: cannot be written: No such file or directory\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)
    result = align(*_drafts(tmp_path, parts.CLEAN), *sides, "--html", str(tmp_path))
    told = f"align: --html: {tmp_path}: is a folder; name a file\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)
    assert not list(tmp_path.glob("*.tmp"))


def test_a_spec_that_is_nowhere_is_told_as_a_path_and_as_a_persona(align: Align, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/none.db"
    command = [*_drafts(tmp_path, parts.CLEAN), "--spec", "persnas", "--against", "b", "--database", database]
    result = align(*command)
    assert result.exit_code == 2
    assert result.stderr.startswith("align: --spec: 'persnas' is no file or folder here, and as a persona: ")


def test_folders_of_fact_documents_go_by_persona(align: Align, tmp_path: Path) -> None:
    for name, marlow in (("old", MARLOW), ("new", DEARER)):
        (tmp_path / name).mkdir()
        write_spec(tmp_path / name / "one.json", marlow)
    write_spec(tmp_path / "old/two.json", SOFIE)
    path = write_jsonl(
        tmp_path / "drafts.jsonl",
        [draft(parts.HELD_AFTER), draft("hi", persona="sofie"), draft("hi", persona="z")],
    )
    command = ["replay", "--drafts", str(path), "--jobs", "1", "--spec", str(tmp_path / "old")]
    result = align(*command, "--against", str(tmp_path / "new"))
    assert result.exit_code == 1
    assert result.stderr == "align: 'sofie' has one spec only; its drafts are left out\n"
    assert "left out: 2 drafts of personas without two specs: sofie, z\n" in result.stdout
    write_spec(tmp_path / "new/three.json", MARLOW)
    result = align(*command, "--against", str(tmp_path / "new"))
    assert result.exit_code == 2
    assert (
        "three.json: persona: 'marlow' is that of" in result.stderr + result.stdout
        or "as well" in result.stderr
    )


@pytest.fixture
def stored(tmp_path: Path, prepare: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in which an hour of marlow's got dearer by a second version."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALIGN_AUTHOR", "ana")
    monkeypatch.delenv("ALIGN_DATABASE_URL", raising=False)
    document = {key: value for key, value in MARLOW.to_dict().items() if key != "mission"}
    (tmp_path / "marlow.json").write_text(json.dumps(document))
    prepare(
        ("db", "upgrade"),
        ("facts", "import", "marlow.json", "--apply"),
        ("facts", "set", "marlow", "rates[60].amount=50", "--note", "dearer", "--apply"),
    )
    return tmp_path


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("marlow@1", "marlow@2", 1),
        ("marlow@1", "marlow", 1),
        ("marlow@2", "marlow@2999-01-01T00:00Z", 2),
        ("marlow@2", "marlow@2100-01-01T00:00Z", 0),
        ("marlow.json", "marlow", 1),
    ],
)
def test_specs_of_the_store_are_named_by_version_or_moment(
    stored: Path, align: Align, a: str, b: str, code: int
) -> None:
    result = align(*_drafts(stored, parts.HELD_AFTER), "--spec", a, "--against", b)
    assert result.exit_code == code, result.output


def test_all_personas_of_the_store_are_replayed_at_once(stored: Path, align: Align, sides: list[str]) -> None:
    document = {key: value for key, value in SOFIE.to_dict().items() if key != "mission"}
    (stored / "sofie.json").write_text(json.dumps(document))
    assert align("facts", "import", "sofie.json", "--effective", "2100-01-01", "--apply").exit_code == 0
    rows = [draft(parts.HELD_AFTER), draft("Hi!", persona="sofie"), draft("Hi!", persona="ada")]
    command = ["replay", "--drafts", str(write_jsonl(stored / "d.jsonl", rows)), "-j", "1", "-o", "json"]
    later = "@2100-02-01T00:00Z"
    found = json.loads(align(*command, "--spec", later, "--against", later).stdout)
    assert [line["persona"] for line in found["personas"]] == ["marlow", "sofie"]
    assert found["other_personas"] == {"drafts": 1, "first": {"ada": 1}}
    found = json.loads(align(*command, "--spec", sides[1], "--against", "@").stdout)
    assert (found["drafts"], found["newly_held"]) == (1, 1)
    for said, told in (
        ("@2", "--against: a version is one persona's; write PERSONA@2, or a moment after the @"),
        ("@1990-01-01T00:00Z", "--against: the store has facts of nobody at that moment"),
        ("@noon", "--against: 'noon' is neither a version nor a moment"),
    ):
        result = align(*command, "--spec", later, "--against", said)
        assert result.exit_code == 2
        assert told in result.stderr


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("marlow@9", "--spec: 'marlow' has no version 9; it has 1 to 2"),
        ("marlow@noon", "--spec: 'noon' is neither a version nor a moment"),
        ("marlow@2026-12-01", "--spec: '2026-12-01' is neither a version nor a moment"),
        ("marlwo", "no facts of 'marlwo'"),
        ("none/marlow.json", "none/marlow.json: cannot be read"),
    ],
)
def test_a_spec_that_is_not_there_is_told(stored: Path, align: Align, said: str, told: str) -> None:
    result = align(*_drafts(stored, parts.CLEAN), "--spec", said, "--against", "marlow")
    assert result.exit_code == 2
    assert told in result.stderr


def test_specs_of_different_personas_cannot_be_compared(
    align: Align, tmp_path: Path, sides: list[str]
) -> None:
    sides[3] = write_spec(tmp_path / "sofie.json", SOFIE)
    result = align(*_drafts(tmp_path, parts.CLEAN), *sides)
    assert result.exit_code == 2
    assert "--spec and --against have no persona in common" in result.stderr


def test_a_file_without_drafts_says_so(align: Align, tmp_path: Path, sides: list[str]) -> None:
    result = align(*_drafts(tmp_path), *sides)
    assert (result.exit_code, result.stderr) == (0, "align: no draft was checked\n")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ("--engine", "ray"),
            "--engine ray: this takes Ray; install the extra: draft-alignment-gate[ray], here and on its workers",
        ),
        (("--ray-address", "auto"), "--ray-address goes with --engine ray"),
    ],
)
def test_ray_that_is_missing_or_not_asked_for_is_told(  # noqa: PLR0913, PLR0917 - fixtures
    align: Align,
    tmp_path: Path,
    sides: list[str],
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.setattr("align.replay.cluster.find_spec", lambda _name: None)
    result = align(*_drafts(tmp_path, parts.CLEAN), *sides, *options)
    assert (result.exit_code, result.stderr) == (2, f"align: {told}\n")


HALTING = """
import os, sys
from align.cli import main
from align.replay import following
from align.replay.state import StateFile
write, halted = StateFile.write, int(sys.argv.pop(1))
following.SAVED_EACH = 1
def halting(state, progress):
    write(state, progress)
    StateFile.write = write
    os.write(halted, b".")
    sys.stdin.read()
StateFile.write = halting
main()
"""
"""A replay that stores its progress often and, when it has done so once, halts until its input ends: so it is on its way."""


@contextmanager
def _halted(arguments: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Give a replay that halts on its way. It is killed with the context, whatever the test did."""
    ours, theirs = os.pipe()
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", HALTING, str(theirs), *arguments]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, pass_fds=[theirs]) as process:
        os.close(theirs)
        try:
            assert os.read(ours, 1) == b"."
            yield process
        finally:
            os.close(ours)
            process.kill()


def _workers(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the processes that check for a replay; beside them there is only one that counts resources."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_a_process_that_is_killed_and_begun_again_reports_the_same(
    command: list[str], tmp_path: Path, sides: list[str]
) -> None:
    bodies = [(parts.CLEAN, parts.HELD_AFTER, parts.RELEASED)[number % 3] for number in range(3_000)]
    arguments = [*_drafts(tmp_path, *bodies), *sides, "--output", "json", "--jobs", "2"]
    state = tmp_path / "state"
    resumable = [*arguments, "--state", str(state)]
    with _halted(resumable) as process:
        first = _row(state)
        os.kill(_workers(process)[0], signal.SIGKILL)
        _, told = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 2
    assert told.startswith(b"align: a process was ended from outside")
    with _halted(resumable) as process:
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert 0 < first < _row(state) < len(bodies)
    again = subprocess.run([*command, *resumable], capture_output=True, check=False)
    whole = subprocess.run([*command, *arguments], capture_output=True, check=False)
    assert (again.returncode, again.stdout) == (whole.returncode, whole.stdout)
    assert json.loads(whole.stdout)["drafts"] == len(bodies)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_replay_that_is_ended_says_how_it_goes_on(
    tmp_path: Path, sides: list[str], number: signal.Signals
) -> None:
    state = tmp_path / "state"
    arguments = [*_drafts(tmp_path, *[parts.CLEAN] * 3_000), *sides, "--state", str(state)]
    with _halted(arguments) as process:
        process.send_signal(number)
        shown, told = process.communicate(timeout=PATIENCE_SECONDS)
    assert (process.returncode, shown) == (128 + number, b"")
    assert told.decode() == f"align: stopped; the same command goes on from what is kept in {state}\n"


def _row(state: Path) -> int:
    return int(json.loads(state.read_text())["until"]["row"]) if state.exists() else 0
