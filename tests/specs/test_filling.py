"""The places of a template: filled as they are meant, or refused with where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specs.filling import NAME, SAMPLE, PlaceError, ValuesMissingError, filled, places_in, sampled

NAMES = st.from_regex(NAME, fullmatch=True)
VALUES = st.text(st.characters(codec=None), min_size=1).filter(str.strip)


def doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


@given(st.lists(st.tuples(st.text(st.characters(codec=None)), NAMES)), st.data())
def test_every_place_gets_its_value_and_all_other_text_stays(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    """`{name}` is a place, `{{` and `}}` are braces, and a value is put in as it is."""
    values = {name: data.draw(VALUES) for _text, name in parts}
    body = "".join(f"{doubled(text)}{{{name}}}" for text, name in parts)
    assert filled(body, values) == "".join(text + values[name] for text, name in parts)
    assert places_in(body) == tuple(values)
    assert sampled(body) == "".join(text + SAMPLE for text, _name in parts)


@given(st.text(st.sampled_from("ab{}. \n")), st.dictionaries(st.sampled_from(["a", "b", "ab"]), VALUES))
def test_a_text_is_filled_whole_or_not_at_all(body: str, values: dict[str, str]) -> None:
    try:
        names = places_in(body)
    except PlaceError:
        return
    missing = tuple(name for name in names if name not in values)
    if missing:
        with pytest.raises(ValuesMissingError) as lacks:
            filled(body, values)
        assert lacks.value.names == missing
        return
    # What is left of braces was doubled, or came in a value.
    plain = filled(body, dict.fromkeys(values, "x"))
    assert plain.count("{") + plain.count("}") == body.count("{{") + body.count("}}")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Hi {name", "line 1, column 4: '{' begins no place"),
        ("Hi name}", "line 1, column 8: '}' ends no place"),
        ("Hi\n{Name}", "line 2, column 1: "),
        ("{}", "line 1, column 1: "),
        ("{name!r}", "line 1, column 1: "),
        ("{name.__class__}", "line 1, column 1: "),
        ("{name[0]}", "line 1, column 1: "),
        ("{name:>9}", "line 1, column 1: "),
        ("{ name }", "line 1, column 1: "),
        ("{{name}", "line 1, column 7: '}' ends no place"),
    ],
)
def test_what_is_no_place_is_refused_with_where(body: str, told: str) -> None:
    for read in (places_in, lambda text: filled(text, {"name": "Jo"})):
        with pytest.raises(PlaceError) as refused:
            read(body)
        assert told in str(refused.value)
    assert sampled(body) == body


def test_missing_and_blank_values_are_named_together() -> None:
    with pytest.raises(ValuesMissingError, match="no value for day, name") as missing:
        filled("{day}: hi {name}, {day} at {hour}", {"name": "  ", "hour": "3pm"})
    assert missing.value.names == ("day", "name")


def test_a_value_s_own_braces_are_text() -> None:
    assert filled("{a} {b}", {"a": "{b}", "b": "x"}) == "{b} x"
