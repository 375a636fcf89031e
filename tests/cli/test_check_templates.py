from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from align import Validation

if TYPE_CHECKING:
    from typer.testing import Result

    from tests.cli.conftest import Align

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "fixtures/demo/personas"
NOW = "2026-05-12T10:00:00+01:00"
CLEAN = "Hi {name}, an hour is £45."
WRONG = "Hi {name}, an hour is £40."

Check = Callable[..., "Result"]


@pytest.fixture
def check(align: Align, facts: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Writes files into `templates` and checks them: `check({"a.txt": body}, "--output", "json")`."""
    monkeypatch.chdir(tmp_path)

    def run(files: dict[str, str], *arguments: str, against: str = facts) -> Result:
        for name, text in files.items():
            path = tmp_path / "templates" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")
        return align("check-templates", "templates", "--facts", against, "--now", NOW, *arguments)

    return run


def _documents(result: Result) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(result.stdout)
    return made


def test_exit_code_0_when_all_are_clean(check: Check) -> None:
    done = check({"a.txt": CLEAN, "b/c.md": CLEAN})
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "templates/a.txt  clean\ntemplates/b/c.md  clean\n2 checks: 2 clean, 0 held\n"


def test_a_template_of_nothing_is_no_template(check: Check) -> None:
    done = check({"a.txt": "", "b.md": "\u200b \n", "c.json": '[{"body": " "}]', "d.txt": CLEAN})
    told = "there is nothing in it to see; the gate takes it for no template"
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        f"align: templates/{place}: {told}" for place in ("a.txt:1:1", "b.md:1:1", "c.json:1:12")
    ]
    assert done.stdout.endswith("1 check: 1 clean, 0 held; 3 could not be read\n")


def test_suffixes_in_capitals_are_read_as_well(check: Check) -> None:
    done = check({"A.TXT": WRONG, "B.JSONL": json.dumps({"body": WRONG, "id": "b"})}, "--quiet")
    assert done.exit_code == 1
    assert done.stdout.endswith("2 checks: 0 clean, 2 held\n")
    assert "templates/B.JSONL:1 b  held" in done.stdout


def test_exit_code_1_when_something_is_held_and_its_words_are_underlined(check: Check) -> None:
    done = check({"a.txt": CLEAN, "b.txt": WRONG}, "--quiet")
    assert done.exit_code == 1
    assert done.stdout.startswith(
        "templates/b.txt  held: 1 violation\n"
        "  | Hi so-and-so, an hour is £40.\n"
        "  |                          ^^^ 1\n"
        "  1 price_contradiction: "
    )
    assert done.stdout.endswith("\n2 checks: 1 clean, 1 held\n")


def test_exit_code_2_when_a_template_cannot_be_used_and_the_others_are_checked(check: Check) -> None:
    rows = [
        {"id": "x", "body": WRONG},
        {"body": 3},
        [],
        {},
        {"body": "Hi {Name}"},
        {"body": "", "persona": 1},
    ]
    text = "\n".join(json.dumps(row) for row in rows)
    done = check({"a.jsonl": text + "\n\n{\n", "b.txt": "x\nHi }"}, "--output", "json")
    assert done.exit_code == 2
    assert [(one["file"], one["id"], one["ok"]) for one in _documents(done)] == [
        ("templates/a.jsonl", "x", False)
    ]
    assert [line.removeprefix("align: templates/") for line in done.stderr.splitlines()] == [
        "a.jsonl:2:1: body: expected text, got a number",
        "a.jsonl:3:1: expected an object with a body, got a list",
        "a.jsonl:4:1: body: missing; expected the text of the template",
        "a.jsonl:5:14: '{' begins no place; write {name} in small letters, digits and _, or {{ for a brace",
        "a.jsonl:6:1: persona: expected text, got a number",
        "a.jsonl:8:2: not JSON: Expecting property name enclosed in double quotes",
        "b.txt:2:4: '}' ends no place; write {name} in small letters, digits and _, or }} for a brace",
    ]


def test_what_is_no_utf_8_and_what_is_nested_too_deeply_is_named(check: Check, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/a.txt").write_bytes(b"ab\xff")
    (tmp_path / "templates/b.json").write_bytes(b"[" * 100_000)
    done = check({})
    assert done.exit_code == 2
    first, second = done.stderr.splitlines()
    assert first == "align: templates/a.txt: not UTF-8 (byte 3 of the file)"
    assert second.startswith("align: templates/b.json:1:1: not JSON that can be read")


def test_a_folder_without_templates_is_no_pass(check: Check, tmp_path: Path) -> None:
    done = check({".hidden.txt": WRONG, ".git/a.txt": WRONG, "page.html": WRONG})
    assert done.exit_code == 2
    assert done.stderr == "align: templates: holds no template (.txt, .md, .json, .jsonl)\n"
    assert not (tmp_path / "templates/a.txt").exists()


def test_paths_that_cannot_be_used(align: Align, facts: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x")
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "none").mkdir()
    page, template, none = (str(tmp_path / name) for name in ("a.html", "a.txt", "none"))
    for arguments, said in (
        ((page, "--facts", facts), "is no template"),
        ((f"{page}x", "--facts", facts), "No such file"),
        ((template, "--facts", f"{facts}x"), "cannot be read"),
        ((template, "--facts", none), "holds no fact document"),
        ((template, "--facts", facts, "--now", "soon"), "--now: 'soon' is no moment"),
    ):
        done = align("check-templates", *arguments)
        assert done.exit_code == 2
        assert said in done.stderr
        assert done.stdout == ""


def test_files_are_taken_by_name_too_and_each_once(check: Check) -> None:
    done = check({"a.txt": CLEAN}, "templates/a.txt", "--output", "json")
    assert [one["file"] for one in _documents(done)] == ["templates/a.txt"]


def test_facts_within_the_folder_are_no_templates(check: Check, facts: str) -> None:
    done = check(
        {"a.txt": CLEAN, "facts/marlow.json": Path(facts).read_text("utf-8")}, against="templates/facts"
    )
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_template_is_its_persona_s_by_field_or_folder_else_everybody_s(check: Check) -> None:
    rows = json.dumps([{"key": "k", "body": WRONG, "persona": "marlow"}, {"body": "Hallo!"}])
    done = check(
        {"a.json": rows, "sofie/x/b.txt": "Hallo!", "marlow/c.txt": WRONG},
        *("--output", "json"),
        against=str(FOLDER),
    )
    assert [(one["file"][10:], one["id"], one["persona"], one["ok"]) for one in _documents(done)] == [
        ("a.json", "k", "marlow", False),
        ("a.json", None, "marlow", True),
        ("a.json", None, "sofie", True),
        ("marlow/c.txt", None, "marlow", False),
        ("sofie/x/b.txt", None, "sofie", True),
    ]
    text = check({}, against=str(FOLDER)).stdout
    assert "templates/a.json:1 k (marlow)  held" in text


def test_a_persona_without_facts_is_named(check: Check) -> None:
    done = check({"a.json": json.dumps({"body": "Hi", "persona": "marlo"})}, against=str(FOLDER))
    assert done.exit_code == 2
    assert "templates/a.json:1:11: persona: no facts of 'marlo' (there are: marlow, sofie)" in done.stderr


def test_two_documents_of_one_persona_are_refused(check: Check, facts: str, tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"facts/{name}.json").write_text(Path(facts).read_text("utf-8"), "utf-8")
    done = check({"a.txt": CLEAN}, against="facts")
    assert "'marlow' has facts in another file of the folder too" in done.stderr


def test_literal_takes_braces_for_text(check: Check) -> None:
    body = "{% if x %}An hour is £40.{% endif %}"
    assert check({"a.txt": body}).exit_code == 2
    done = check({"a.txt": body}, "--literal", "--output", "json")
    assert done.exit_code == 1
    assert body.index("£") in {found["start"] for found in _documents(done)[0]["violations"]}


def test_a_row_s_own_moment_and_context_count(check: Check) -> None:
    agreed = {"body": "Yep, that works!", "context": {"inbound": "so 40 for the hour?"}, "now": NOW}
    naive = {"body": "Hi", "now": "2026-05-12T10:00:00"}
    unknown = {"body": "Hi", "context": {"inbund": "x"}}
    done = check({"a.jsonl": "\n".join(map(json.dumps, (agreed, naive, unknown)))}, "--output", "json")
    assert [one["ok"] for one in _documents(done)] == [False]
    assert "a.jsonl:2:1: now: " in done.stderr
    assert "a.jsonl:3:1: context.inbund: unknown key" in done.stderr


def test_a_body_that_appears_twice_is_refused(check: Check) -> None:
    done = check({"a.json": '{"body": "one", "body": "two"}'})
    assert "templates/a.json:1:1: body: appears twice" in done.stderr


def test_json_is_the_wire_form_with_places(check: Check) -> None:
    text = '\ufeff[\r\n {"id": 7, "note": "body", "body" : "\\ud83d\\ude00 an\\u0020hour is \\u00a340."}]'
    (one,) = _documents(check({"a.json": text}, "--output", "json"))
    assert (one.pop("file"), one.pop("line"), one.pop("id"), one.pop("persona")) == (
        *("templates/a.json", 2, 7),
        "marlow",
    )
    at = one["violations"][0].pop("at")
    assert Validation.from_dict(one).violations[0].text == "£40"
    line = text.split("\n")[1]
    assert (at["line"], at["end_line"]) == (2, 2)
    assert line[at["column"] - 1 : at["end_column"] - 1] == "\\u00a340"
