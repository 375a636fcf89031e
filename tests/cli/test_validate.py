from __future__ import annotations

import json
import pickle
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align import Validation
from align.cli import validate as command_module
from align.cli.validate import Check, report
from align.findings import RuleError, Violation
from specs import load_spec

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Align

NOW = "2026-05-12T10:00:00+01:00"
CLEAN = "Thank you for writing, I look forward to it."
WRONG = "An hour is \u00a340."


def test_exit_code_0_when_all_are_clean(align: Align, facts: str, jsonl: Callable[..., str]) -> None:
    result = align("validate", "--facts", facts, "--input", "-", stdin=jsonl(CLEAN, CLEAN))
    assert result.exit_code == 0
    assert result.stdout == "d1  clean\nd2  clean\n2 drafts: 2 clean, 0 held\n"


def test_exit_code_1_when_something_is_held(align: Align, facts: str, jsonl: Callable[..., str]) -> None:
    result = align("validate", "--facts", facts, stdin=jsonl(CLEAN, WRONG))
    assert result.exit_code == 1
    assert "d2  held: 1 violation\n  | An hour is \u00a340.\n  |            ^^^ 1\n" in result.stdout
    assert result.stdout.endswith("2 drafts: 1 clean, 1 held\n")


def test_exit_code_2_when_a_line_is_bad_and_the_others_are_processed(
    align: Align, facts: str, jsonl: Callable[..., str]
) -> None:
    lines = jsonl(CLEAN) + "{\n\n" + jsonl({"id": "x", "body": "hi"}, WRONG)
    result = align("validate", "--facts", facts, "--output", "jsonl", stdin=lines)
    assert result.exit_code == 2
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["d1", "d2"]
    first, second = result.stderr.splitlines()
    assert first.startswith("align: standard input, line 2: not JSON: ")
    assert second.startswith("align: standard input, line 4: now: missing; ")


def test_no_drafts_are_clean(align: Align, facts: str) -> None:
    assert align("validate", "--facts", facts, "--output", "jsonl", stdin="").stdout == ""
    assert align("validate", "--facts", facts, "--output", "json", stdin="").stdout == "[]\n"
    assert align("validate", "--facts", facts, stdin="").stdout == "0 drafts: 0 clean, 0 held\n"


def test_a_result_has_the_fields_of_the_wire_schema_in_order(
    align: Align, facts: str, jsonl: Callable[..., str]
) -> None:
    result = json.loads(align("validate", "--facts", facts, "--output", "jsonl", stdin=jsonl(WRONG)).stdout)
    assert list(result) == ["id", "ok", "violations", "warnings", "errors", "spec_digest"]
    (violation,) = result["violations"]
    assert list(violation) == [
        *("rule", "family", "start", "end", "text"),
        *("claimed", "expected", "fact", "message", "instruction"),
    ]
    assert violation["rule"] == "price_contradiction"
    assert WRONG[violation["start"] : violation["end"]] == violation["text"]
    assert result["spec_digest"] == load_spec(facts).digest
    del result["id"]
    assert Validation.from_dict(result).to_dict() == result


@pytest.mark.parametrize(
    "body", ["", "\x00", "\ud800 \u00a340", "\U0001f469\u200d\U0001f4bb", "\u202e\u2028", "\\u"]
)
def test_json_is_ascii_whatever_the_body(
    align: Align, facts: str, jsonl: Callable[..., str], body: str
) -> None:
    row = {"id": body, "body": f"{body} An hour is \u00a340, {body}", "now": NOW}
    result = align("validate", "--facts", facts, "--output", "jsonl", stdin=jsonl(row))
    assert result.stdout.isascii()
    assert json.loads(result.stdout)["id"] == body


def test_json_is_one_list(align: Align, facts: str, jsonl: Callable[..., str]) -> None:
    result = align("validate", "--facts", facts, "--output", "json", stdin=jsonl(CLEAN, WRONG, CLEAN))
    assert [entry["ok"] for entry in json.loads(result.stdout)] == [True, False, True]


def test_quiet_leaves_clean_drafts_out(align: Align, facts: str, jsonl: Callable[..., str]) -> None:
    result = align("validate", "--facts", facts, "--quiet", stdin=jsonl(CLEAN, WRONG))
    assert "d1" not in result.stdout
    assert "d2  held" in result.stdout


def test_a_draft_without_an_id_is_called_by_its_line(
    align: Align, facts: str, jsonl: Callable[..., str]
) -> None:
    line = jsonl({"body": CLEAN, "now": NOW})
    assert align("validate", "--facts", facts, stdin="\n" + line).stdout.startswith("line 2  clean\n")
    result = align("validate", "--facts", facts, "--output", "jsonl", stdin=line)
    assert json.loads(result.stdout)["id"] is None


def test_one_draft_comes_from_options(align: Align, facts: str) -> None:
    single = ("validate", "--facts", facts, "--now", NOW, "--text")
    assert align(*single, CLEAN).stdout == "draft  clean\n"
    assert align(*single, WRONG).exit_code == 1
    result = align(*single, WRONG, "--output", "json")
    assert json.loads(result.stdout)["violations"][0]["text"] in WRONG


def test_inbound_and_time_lock_of_one_draft_count(align: Align, facts: str) -> None:
    single = ("validate", "--facts", facts, "--now", NOW, "--text")
    agreed = align(*single, "Yep, that works!", "--inbound", "so 40 for the hour?")
    assert "price_contradiction" in agreed.stdout
    address = "The door is 14 Brudenell Road, flat 2."
    assert "address_before_lock" in align(*single, f"See you there. {address}").stdout
    assert "address_before_lock" not in align(*single, f"See you there. {address}", "--time-locked").stdout


def test_without_now_one_draft_is_checked_at_the_present(align: Align, facts: str) -> None:
    assert align("validate", "--facts", facts, "--text", CLEAN).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--text", "x", "--now", "2026-05-12T10:00:00"), "--now: '2026-05-12T10:00:00' has no UTC offset"),
        (("--text", "x", "--now", "soon"), "--now: 'soon' is no moment"),
        (("--text", "x", "--input", "-"), "--text and --input: give one of them"),
        (("--inbound", "x"), "--now, --inbound and --time-locked go with --text"),
        (("--input", "no/such/file.jsonl"), "no/such/file.jsonl: No such file or directory"),
        (("--input", "."), ".: Is a directory"),
        (("--jobs", "0"), "--jobs"),
        (("--output", "xml"), "--output"),
    ],
)
def test_options_that_cannot_be_used_are_exit_code_2(
    align: Align, facts: str, arguments: tuple[str, ...], said: str
) -> None:
    result = align("validate", "--facts", facts, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_bad_facts_are_named_with_their_place_and_nothing_is_read(
    align: Align, tmp_path: Path, jsonl: Callable[..., str]
) -> None:
    path = tmp_path / "facts.json"
    path.write_text('{"persona": "x", "timezone": "Europe/London",\n "currency": "GBX", "rate": []}', "utf-8")
    result = align("validate", "--facts", str(path), "--output", "jsonl", stdin=jsonl(CLEAN))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"{path}:2:" in result.stderr
    assert "currency" in result.stderr
    assert "rates" in result.stderr
    assert align("validate", "--facts", str(tmp_path / "none.json"), stdin="").exit_code == 2


VIOLATION = Violation(
    rule="never_offer",
    family="policy",
    start=3,
    end=9,
    text="evil\x1b[",
    claimed="evil\x1b[",
    expected="not \x1b[2J offered",
    fact="never_offer[0]",
    message="reads \u202eevil",
    instruction="Leave \x07it out.",
)


def test_a_report_shows_warnings_and_rule_errors_and_hides_nothing() -> None:
    validation = Validation((VIOLATION,), (VIOLATION,), (RuleError("voice", "KeyError: '\x1b'"),), "d")
    text = "".join(
        "".join(piece for piece, _ in line) + "\n"
        for line in report("\x1bid", "ok evil\x1b[ bye", validation, 60)
    )
    assert text == (
        "<U+001B>id  held: 1 violation, 1 warning, 1 rule error\n"
        "  | ok evil<U+001B>[ bye\n"
        "  |    ^^^^^^^^^^^^^ 1\n"
        "  |    ~~~~~~~~~~~~~ 2\n"
        "  1 never_offer: reads <U+202E>evil\n"
        "    facts: not <U+001B>[2J offered  (never_offer[0])\n"
        "    mend: Leave <U+0007>it out.\n"
        "  2 never_offer: reads <U+202E>evil\n"
        "    facts: not <U+001B>[2J offered  (never_offer[0])\n"
        "    mend: Leave <U+0007>it out.\n"
        "  ! voice crashed: KeyError: '<U+001B>'\n"
        "\n"
    )


def test_a_rule_error_is_exit_code_1(align: Align, facts: str, monkeypatch: pytest.MonkeyPatch) -> None:
    crashed = Validation((), (), (RuleError("voice", "KeyError"),), "d")
    monkeypatch.setattr(command_module, "validate_draft", lambda *_, **__: crashed)
    result = align("validate", "--facts", facts, "--now", NOW, "--text", CLEAN)
    assert result.exit_code == 1
    assert "held: 1 rule error" in result.stdout


def test_a_check_can_be_sent_to_another_process(facts: str) -> None:
    check = Check(load_spec(facts), "jsonl", 80)
    assert pickle.loads(pickle.dumps(check)) == check  # noqa: S301 - of our own making


def test_the_demo(align: Align, snapshot: Callable[[str, str], None]) -> None:
    for name in ("marlow", "sofie"):
        demo = Path("fixtures/demo")
        result = align(
            "validate", "--facts", str(demo / f"personas/{name}.json"), "--input", str(demo / f"{name}.jsonl")
        )
        assert result.exit_code == 1
        assert result.stderr == ""
        snapshot(f"demo-{name}.txt", result.stdout)


def test_a_pipe_gets_no_colours_even_when_the_environment_asks(command: list[str], facts: str) -> None:
    arguments = ["validate", "--facts", facts, "--now", NOW, "--text", WRONG]
    environment = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "PATH": ""}
    done = subprocess.run([*command, *arguments], capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""
