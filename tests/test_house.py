"""The house is in order: what is written about the project is true of it."""

from __future__ import annotations

import ast
import os
import re
import runpy
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.timing import importing

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
CODE = [
    path
    for folder in ("align", "specs", "tests", "benchmarks", "docs", "examples")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

_EXCUSED = re.compile(
    r"noqa(?!: [A-Z])|noqa: [A-Z0-9, ]+$|type: *ignore(?!\[)|pragma: *no *cover"
    r"|mark\.(?:skip|xfail)\b(?!.*reason)"
)
_HOST = re.compile(r"//|file:|--(?:extra-)?index|--find-links|--trusted")


def test_the_rule_pages_are_in_step_with_the_rules() -> None:
    assert runpy.run_path(str(ROOT / "docs/rule_pages.py"))["differences"]() == []


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_exception_from_a_check_has_its_reason(path: Path) -> None:
    if path == Path(__file__):
        return
    lines = path.read_text("utf-8").splitlines()
    assert [line for line in lines if _EXCUSED.search(line)] == []


def test_dependencies_are_documented_and_locked() -> None:
    named = {re.split(r"[<>=]", entry)[0] for entry in PROJECT["project"]["dependencies"]}
    product, _ = (ROOT / "docs/dependencies.md").read_text("utf-8").split("## Of development")
    documented = {row.split("|")[1].strip() for row in product.splitlines() if row.startswith("| ")}
    assert named == documented - {"package"}
    for lock in ("run", "dev"):
        locked = (ROOT / f"requirements/{lock}.txt").read_text("utf-8")
        assert named <= set(re.findall(r"^([a-z0-9-]+)==", locked, re.MULTILINE))


@pytest.mark.parametrize("lock", ["run", "serve", "dev", "model-server", "frameworks", "ray", "fuzz"])
def test_locks_have_hashes_and_no_hosts(lock: str) -> None:
    text = (ROOT / f"requirements/{lock}.txt").read_text("utf-8")
    assert not _HOST.search(text)
    pins = re.findall(r"^\S+==.*(?:\n    .*)*", text, re.MULTILINE)
    assert pins
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []


def test_importing_align_is_lean() -> None:
    _, heavy = importing("from align import validate_draft; from specs import Spec", rounds=1)
    assert heavy == []


def test_the_readme_s_example_prints_what_it_says() -> None:
    """`UPDATE_SNAPSHOTS=1` writes what is printed into the page."""
    page = ROOT / "README.md"
    (example,) = re.findall(r"\$ \.venv/bin/(align .*)\n((?:(?!```).*\n)*)", page.read_text("utf-8"))
    command, shown = example
    arguments = [sys.executable, "-c", "from align.cli import main; main()", *shlex.split(command)[1:]]
    done = subprocess.run(arguments, capture_output=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (1, b"")
    printed = done.stdout.decode().rstrip() + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        page.write_text(
            page.read_text("utf-8").replace(f"{command}\n{shown}", f"{command}\n{printed}"), "utf-8"
        )
        shown = printed
    assert printed == shown


def test_the_readme_s_python_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_every_dependency_is_used_and_every_import_declared() -> None:
    declared = {
        re.split(r"[<>=]", entry)[0].replace("-", "_") for entry in PROJECT["project"]["dependencies"]
    }
    product = [path for path in CODE if path.relative_to(ROOT).parts[0] in {"align", "specs"}]
    imported = {name for path in product for name in _imports(ast.parse(path.read_text("utf-8")))}
    outside = imported - set(sys.stdlib_module_names) - {"align", "specs"}
    # OpenTelemetry's packages share one module.
    extras = {
        "opentelemetry" if name.startswith("opentelemetry") else name.replace("-", "_")
        for entries in PROJECT["project"]["optional-dependencies"].values()
        for entry in entries
        for name in re.findall(r"^[a-z0-9-]+", entry)
    }
    # tzdata is found by zoneinfo; pydantic_core and starlette are the other halves of pydantic and fastapi;
    # only pytest itself imports the pytest plugin.
    besides = {"pydantic_core", "starlette", "markupsafe", "pytest"}
    assert outside - besides - extras == declared - {"tzdata"}


def test_no_page_carries_a_path_of_the_machine_it_was_written_on() -> None:
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
    pages += (ROOT / "tests/snapshots").glob("*")
    assert [page.name for page in pages if str(ROOT) in page.read_text("utf-8")] == []


def test_the_typescript_client_is_in_step_with_the_service() -> None:
    made = runpy.run_path(str(ROOT / "docs/typescript_client.py"))["text"]()
    assert (ROOT / "examples/typescript/client.ts").read_text("utf-8") == made


def test_the_schema_of_hold_reasons_is_in_step() -> None:
    made = runpy.run_path(str(ROOT / "docs/hold_reasons.py"))["text"]()
    assert (ROOT / "docs/hold-reasons.schema.json").read_text("utf-8") == made
