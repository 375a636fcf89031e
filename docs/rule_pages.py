"""Write docs/rules/ from the rules themselves, or check that it is in step with them.

`python docs/rule_pages.py` writes; with `--check` nothing is written and the exit code is 1
when a page is missing, stale or left over.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from align.cli.explain import page
from align.rules import RULES

FOLDER = Path(__file__).parent / "rules"
HEAD = "<!-- generated, do not edit: `make docs` writes this page from the rules in align/rules/ -->\n\n"


def pages() -> dict[str, str]:
    """Return every page of the folder by its file name."""
    made = {f"{rule.id}.md": HEAD + page(rule) for rule in RULES}
    return {"README.md": HEAD + _index(), **made}


def differences() -> list[str]:
    """Return the names of the pages that are missing, stale or left over."""
    wanted = pages()
    present = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    return sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))


def write() -> None:
    """Make the folder hold the pages and no others."""
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf-8")


def _index() -> str:
    rows = [f"| [{rule.id}]({rule.id}.md) | {rule.family} | {rule.summary} |" for rule in RULES]
    return "\n".join(["# Rules", "", "| rule | family | what it flags |", "|---|---|---|", *rows, ""])


def main() -> int:
    """Write or check; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing; say what is out of step")
    if not parser.parse_args().check:
        write()
        return 0
    stale = differences()
    for name in stale:
        sys.stderr.write(f"docs/rules/{name} is out of step with the rules; run `make docs`\n")
    return int(bool(stale))


if __name__ == "__main__":
    raise SystemExit(main())
