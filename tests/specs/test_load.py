"""Files and text: what is no JSON, what JSON allows and we do not, and where a problem stands."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specs import Problem, Spec, SpecError, load_spec, parse_spec
from specs.document.problems import format_path
from specs.document.source import places_of

if TYPE_CHECKING:
    from pathlib import Path

BASE = '{"persona": "ines", "timezone": "America/Chicago", "currency": "USD"'

BROKEN: list[tuple[str, str | bytes, str]] = [
    ("empty", "", "f.json:1:1: the document is empty"),
    ("blank", " \n", "f.json:1:1: the document is empty"),
    ("cut off", '{"persona": "ines",\n "rates": [', "f.json:2:12: not JSON: "),
    ("trailing comma", '{\n "persona": "ines",\n}', "f.json:"),
    ("comment", "{\n // hello\n}", "f.json:2:2: not JSON: "),
    ("two documents", "{}\n{}", "f.json:2:1: not JSON: extra data"),
    ("a list", "[]", "f.json:1:1: the document is a list, not an object"),
    ("a number", "7", "f.json:1:1: the document is 7, not an object"),
    (
        "key twice",
        '{"persona": "a",\n "persona": "a"}',
        "f.json:2:2: persona: appears twice; it is already on line 1",
    ),
    (
        "inner key twice",
        '{"rates": [{},\n {"amount": 1, "amount": 2}]}',
        "f.json:2:16: rates[1].amount: appears twice",
    ),
    ("escaped key twice", '{"a": 1, "\\u0061": 2}', "f.json:1:10: a: appears twice"),
    ("NaN", '{"deposit":\n {"amount": NaN}}', "f.json:2:13: deposit.amount: NaN is not a finite number"),
    ("minus infinity", '{"a": [1, -Infinity]}', "f.json:1:11: a[1]: -Infinity is not a finite number"),
    (
        "exponent beyond reading",
        '{"a": 1e99999999999999999999}',
        "f.json:1:7: a: is a number too large to read",
    ),
    ("digits beyond reading", '{"a": ' + "9" * 5000 + "}", "f.json:1:7: a: is a number too large to read"),
    ("too deep", '{"a":' * 100_000, "f.json: nested too deeply"),
    ("not UTF-8", b'{"persona":\n "in\xe8s"}', "f.json:2:5: not UTF-8: byte 0xe8 at offset 16"),
    ("UTF-16", '{"a": 1}'.encode("utf-16"), "f.json:1:1: not UTF-8: byte 0xff at offset 0"),
]


@pytest.mark.parametrize(("text", "line"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_broken_text_is_refused_with_its_place(text: str | bytes, line: str) -> None:
    with pytest.raises(SpecError) as caught:
        parse_spec(text, source="f.json")
    assert str(caught.value).startswith(line)
    assert len(caught.value.problems) == 1


def test_a_problem_has_file_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(
        BASE + ',\n "policy": {\n  "service_in_writting": "never"},\n "rates": [{"minutes": 60}]}', "utf-8"
    )
    with pytest.raises(SpecError) as caught:
        load_spec(file)
    assert str(caught.value).splitlines() == [
        f"{file}:3:3: policy.service_in_writting: unknown key; did you mean 'service_in_writing'?",
        f"{file}:4:12: rates[0].amount: is required",
    ]
    assert [(p.line, p.column) for p in caught.value.problems] == [(3, 3), (4, 12)]
    assert caught.value.source == str(file)


def test_without_a_source_the_line_is_still_given() -> None:
    with pytest.raises(SpecError, match=r"^line 1:71: trad: unknown key; did you mean 'trade'\?$"):
        parse_spec(BASE + ', "trad": "x"}')


def test_a_file_that_cannot_be_read_is_an_error_with_its_name(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(SpecError) as caught:
            load_spec(path)
        assert str(caught.value).startswith(f"{path}: cannot be read: ")


def test_an_impossible_file_name_is_an_error() -> None:
    with pytest.raises(SpecError, match="cannot be read"):
        load_spec("a\x00b")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    plain = parse_spec(BASE + "}")
    assert parse_spec("\ufeff" + BASE + "}") == plain
    assert parse_spec(b"\xef\xbb\xbf" + BASE.encode() + b"}") == plain
    with pytest.raises(SpecError, match=r"^line 1:71: "):
        parse_spec("\ufeff" + BASE + ', "trad": "x"}')


def test_pydantics_own_doors_raise_the_same_error() -> None:
    with pytest.raises(SpecError, match=r"^trad: unknown key"):
        Spec.model_validate({**json.loads(BASE + "}"), "trad": 1})
    with pytest.raises(SpecError, match=r"^trad: unknown key"):
        Spec.model_validate_json(BASE + ', "trad": 1}')
    assert Spec.model_validate_json((BASE + "}").encode()) == parse_spec(BASE + "}")


def test_an_error_survives_pickling() -> None:
    with pytest.raises(SpecError) as caught:
        parse_spec(BASE + ', "trad": "x"}', source="f.json")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert (again.problems, again.source, str(again)) == (
        caught.value.problems,
        "f.json",
        str(caught.value),
    )


STYLES = st.fixed_dictionaries({"indent": st.sampled_from([None, 0, 2]), "ensure_ascii": st.booleans()})
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(data=st.dictionaries(st.text(), JSON, max_size=5), style=STYLES)
def test_every_field_of_any_json_is_found_where_it_stands(
    data: dict[str, object], style: dict[str, Any]
) -> None:
    text = json.dumps(data, **style)
    places = places_of(text)
    lines = text.split("\n")

    def look(value: object, location: tuple[str | int, ...]) -> None:
        if location:
            line, column = places.find(format_path(location))
            rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
            stands = (
                json.dumps(location[-1], ensure_ascii=style["ensure_ascii"])
                if isinstance(location[-1], str)
                else None
            )
            if stands is not None:
                assert rest.startswith(stands)
            else:
                assert json.JSONDecoder().raw_decode(rest)[0] == value
        if isinstance(value, dict):
            for key, item in value.items():
                look(item, (*location, key))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                look(item, (*location, index))

    look(data, ())


@given(data=st.dictionaries(st.text(), JSON, max_size=5))
def test_any_json_at_all_is_a_spec_or_a_clear_refusal(data: dict[str, object]) -> None:
    spec: Spec | None = None
    problems: tuple[Problem, ...] = ()
    try:
        spec = parse_spec(json.dumps(data), source="f.json")
    except SpecError as error:
        problems = error.problems
    assert (spec is None) is bool(problems)
    assert all(problem.message and problem.line is not None for problem in problems)
