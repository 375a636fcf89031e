"""Patterns written as f-strings say what they mean: a quantifier there has its braces doubled."""

import ast
from pathlib import Path

import pytest

import align

SOURCES = sorted((Path(align.__file__).parent).rglob("*.py"))


def undoubled(source: str) -> list[int]:
    """Return the lines of f-strings that hold a number or two in single braces: "{3}", "{0, 20}"."""
    fields = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FormattedValue)]
    return [
        field.lineno
        for field in fields
        if isinstance(field.value, ast.Tuple)
        or (isinstance(field.value, ast.Constant) and isinstance(field.value.value, int))
    ]


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_no_quantifier_of_a_pattern_is_a_field(path: Path) -> None:
    assert undoubled(path.read_text("utf-8")) == []


@pytest.mark.parametrize(("source", "lines"), [('f"a{0, 2}"', [1]), ('f"a{3}"', [1]), ('f"a{{0,2}}{x}"', [])])
def test_it_is_found(source: str, lines: list[int]) -> None:
    assert undoubled(source) == lines
