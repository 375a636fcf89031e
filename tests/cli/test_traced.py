from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from align.cli.traced import Position, Traced, of_literal, position, whole
from specs.filling import PlaceError, sampled

BODIES = st.text(st.characters() | st.sampled_from('\\"{}\n\r\t/😀é\ud83d\ude00ab'), max_size=40)


@given(BODIES, st.booleans(), st.text("x \n", max_size=5))
def test_each_code_point_of_a_json_body_is_written_where_it_says(
    body: str, ascii_only: bool, before: str
) -> None:
    literal = json.dumps(body, ensure_ascii=ascii_only)
    source = f"{before}{literal}]"
    traced = of_literal(source, len(before), len(before) + len(literal))
    assert traced.text == json.loads(literal)
    assert all(
        json.loads(f'"{source[start:end]}"') == char
        for char, (start, end) in zip(traced.text, traced.origins, strict=True)
    )
    # Together they are the whole literal, without its quotes.
    assert "".join(source[start:end] for start, end in traced.origins) == literal[1:-1]


@given(BODIES)
def test_a_sampled_text_is_what_the_gate_checks_and_each_part_has_its_place(body: str) -> None:
    traced = whole(body)
    try:
        filled = traced.sampled()
    except PlaceError as error:
        refused = error
        filled = None
    if filled is None:
        assert body[refused.at] in "{}"
        assert str(refused).endswith(refused.reason)
        return
    assert filled.text == sampled(body)
    assert len(filled.origins) == len(filled.text)
    for at, (start, end) in enumerate(filled.origins):
        written = body[start:end]
        assert written == filled.text[at] or written in {"{{", "}}"} or written.startswith("{")


def test_a_mark_inside_a_place_is_shown_on_the_whole_place() -> None:
    body = "Hi {name}, {{x}}!"
    filled = whole(body).sampled()
    start = filled.text.index("and")
    assert body[slice(*filled.region(start, start + 3))] == "{name}"
    assert body[slice(*filled.region(0, len(filled.text)))] == body
    brace = filled.text.index("{x}")
    assert body[slice(*filled.region(brace, brace + 3))] == "{{x}}"


def test_an_empty_mark_stands_before_its_code_point_or_at_the_end() -> None:
    assert whole("ab").region(1, 1) == (1, 1)
    assert whole("ab").region(2, 2) == (2, 2)
    assert Traced("", (), 7).region(0, 0) == (7, 7)


@given(st.text(st.sampled_from("a\n\r😀é\u2028"), max_size=30), st.data())
def test_columns_are_utf_16_code_units_of_lines_that_end_at_line_feeds(
    source: str, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(source)))
    lines = source[:offset].split("\n")
    units = len(lines[-1].encode("utf-16-le")) // 2
    assert position(source, offset) == Position(len(lines), units + 1)
