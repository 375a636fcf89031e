"""`python -m benchmarks.mutation`: break the rules piece by piece and see what the tests notice.

Each mutant is one change to one file of `align/rules`: a comparison turned round, `and`
made `or`, a `not` taken away, a `continue` left out, a constant changed. It is tried in a
copy of the tree, against the tests of the rules and the properties of labelled drafts. A mutant that no
test notices has survived. Seeded; run by hand, its score is kept in docs/mutation.md.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
TESTS: Final = ("tests/rules", "tests/property/test_labels.py")
_TURNED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE,
    ast.LtE: ast.Gt, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the file, its line, what was done, and the file's new text."""

    path: Path
    line: int
    what: str
    text: str


class _Change(ast.NodeTransformer):
    """Change the `wanted`-th place that can be changed; count the places on the way."""

    def __init__(self, wanted: int) -> None:
        self.wanted = wanted
        self.seen = -1
        self.what = ""
        self.line = 0

    def _is_it(self, node: ast.expr | ast.stmt, what: str) -> bool:
        self.seen += 1
        if self.seen != self.wanted:
            return False
        self.what, self.line = what, node.lineno
        return True

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        turned = _TURNED.get(type(node.ops[0]))
        if turned is not None and self._is_it(node, "comparison turned round"):
            node.ops[0] = turned()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        if self._is_it(node, "and/or exchanged"):
            node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) and self._is_it(node, "not taken away"):
            return node.operand
        return node

    def visit_Continue(self, node: ast.Continue) -> ast.AST:
        return ast.Pass() if self._is_it(node, "continue left out") else node


def mutants(path: Path) -> list[Mutant]:
    """Return every mutant of a rule's file, up to its examples."""
    source = path.read_text("utf-8")
    found: list[Mutant] = []
    while True:
        change = _Change(len(found))
        tree = ast.fix_missing_locations(change.visit(ast.parse(source)))
        if not change.what:
            return found
        found.append(Mutant(path, change.line, change.what, ast.unparse(tree)))


def survives(mutant: Mutant, copies: list[Path]) -> bool:
    """Try a mutant in a free copy of the tree; True when every test still passes."""
    copy = copies.pop()
    target = copy / mutant.path.relative_to(ROOT)
    kept = target.read_text("utf-8")
    try:
        target.write_text(mutant.text, "utf-8")
        run = subprocess.run(  # noqa: S603 - our own tests
            [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *TESTS],
            cwd=copy,
            env={"PYTHONPATH": str(copy), "PATH": "/usr/bin:/bin", "HOME": str(copy)},
            capture_output=True,
            check=False,
        )
        return run.returncode == 0
    finally:
        target.write_text(kept, "utf-8")
        copies.append(copy)


def main() -> None:
    """Run a seeded sample of all mutants and print the score and the survivors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=100, help="how many mutants (default 100)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    paths = sorted((ROOT / "align" / "rules").glob("*/*.py"))
    every = [m for path in paths if path.stem != "__init__" for m in mutants(path)]
    chosen = random.Random(given.seed).sample(every, min(given.sample, len(every)))
    with tempfile.TemporaryDirectory() as scratch:
        copies = []
        for job in range(given.jobs):
            copy = Path(scratch) / str(job)
            for part in ("align", "specs", "tests", "fixtures"):
                shutil.copytree(ROOT / part, copy / part)
            shutil.copy(ROOT / "pyproject.toml", copy)
            copies.append(copy)
        with ThreadPoolExecutor(given.jobs) as pool:
            alive = list(pool.map(lambda m: survives(m, copies), chosen))
    left = [m for m, still in zip(chosen, alive, strict=True) if still]
    print(f"{len(chosen)} of {len(every)} mutants, {len(chosen) - len(left)} noticed, {len(left)} survived")
    for mutant in left:
        print(f"  {mutant.path.relative_to(ROOT)}:{mutant.line}: {mutant.what}")


if __name__ == "__main__":
    main()
