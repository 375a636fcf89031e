"""Paths and changes of documents, without a database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specs import load_spec
from specs.edits import PathError, apply_changes, diff_documents, revert, show_change, values_of
from specs.edits.changes import value_at
from tests.store.documents import document

FIXTURES = Path(__file__).parents[2] / "fixtures"
DOCUMENTS = [load_spec(path).to_dict() for path in sorted(FIXTURES.rglob("personas/*.json"))]
PAIRS = st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(DOCUMENTS))


@pytest.mark.parametrize(
    ("path", "value", "canonical"),
    [
        ("min_minutes", 90, "min_minutes"),
        ("rates[60,outcall].amount", 100, "rates[60,outcall].amount"),
        ("rates[outcall].amount", 100, "rates[60,outcall].amount"),
        ("rates[60, -].amount", 100, "rates[60,-].amount"),
        ("rates[#0].amount", 100, "rates[60,-].amount"),
        ("locations[toronto].until", "2026-12-24", "locations[Toronto,-].until"),
        (
            "locations[Toronto].aliases[The Beaches]",
            "The Beaches",
            "locations[Toronto,-].aliases[The Beaches]",
        ),
        ("services[bath]", "bath", "services[bath]"),
        ('services["wash, dry"]', "wash, dry", 'services["wash, dry"]'),
        ("rates[120,-]", {"minutes": 120, "amount": 150}, "rates[120,-]"),
        ("channels.handles.instagram", "@leo", "channels.handles.instagram"),
        ('channels.handles["my app"]', "@leo", 'channels.handles["my app"]'),
        ("voice.banned[hun]", "hun", "voice.banned[hun]"),
        ("deposit.amount", 20, "deposit.amount"),
    ],
)
def test_a_path_sets_one_field(path: str, value: Any, canonical: str) -> None:
    before = document()
    after, changes = apply_changes(before, {path: value})
    assert [change.path for change in changes] == [canonical]
    assert value_at(after, canonical) == value
    assert before == document()
    back, _ = apply_changes(after, revert(changes))
    assert {k: v for k, v in back.items() if v not in ({}, {"handles": {}}, {"banned": []})} == before


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (
            "rates[60].amount",
            1,
            "rates[60].amount: names more than one entry; one of rates[60,-], rates[60,outcall]",
        ),
        ("rates[90].amount", 1, "rates has no such entry; one of rates[60,-], rates[60,outcall]"),
        ("rates[#7].amount", 1, "rates has 2 entries"),
        ("rates.amount", 1, "rates is a list; choose an entry in brackets"),
        ("min_minutes.hours", 1, "min_minutes is a plain value"),
        (
            "services[bath]",
            None,
            "services has no such entry; one of services[full groom], services[nail trim]",
        ),
        ("services[bath]", "brush", "the path does not name the entry that it would add"),
        ("min_minute", None, "the document has no 'min_minute'; did you mean 'min_minutes'?"),
        ("rates[60,outcall", 1, "the bracket at character 6 does not end in ']'"),
        ("rates[]", 1, "the bracket at character 6 does not end in ']'"),
        (r'services["\q"]', 1, "is not quoted as JSON"),
        ('services["\n"]', 1, "is not quoted as JSON"),
        ("rates[60]amount", 1, "expected '.' or '[' at character 10"),
        (".rates", 1, "expected the name of a field at character 1"),
        ("", 1, "expected the name of a field at character 1"),
        ("[60]", 1, "expected the name of a field at character 1"),
        ("a..b", 1, "expected the name of a field at character 3"),
    ],
)
def test_a_bad_path_is_refused_with_its_place_and_the_candidates(path: str, value: Any, told: str) -> None:
    before = document()
    with pytest.raises(PathError) as refused:
        apply_changes(before, {path: value})
    assert told in str(refused.value)
    assert before == document()


def test_an_ambiguous_path_lists_only_what_it_may_mean() -> None:
    with pytest.raises(PathError) as refused:
        apply_changes(document(), {"rates[60].amount": 1})
    assert refused.value.candidates == ("rates[60,-]", "rates[60,outcall]")


def test_many_candidates_are_cut() -> None:
    wide = document(services=[f"service {n}" for n in range(40)])
    with pytest.raises(PathError) as refused:
        apply_changes(wide, {"services[none]": None})
    assert str(refused.value).endswith("and 28 more")


def test_entries_that_say_the_same_go_by_index() -> None:
    twice = document(locations=[{"city": "York"}, {"city": "York", "until": "2026-01-02"}])
    assert [path for path, _value in values_of(twice) if path.startswith("locations")] == [
        "locations[#0].city",
        "locations[#1].city",
        "locations[#1].until",
    ]
    with pytest.raises(PathError, match="names more than one entry"):
        apply_changes(twice, {"locations[York].until": "2026-01-03"})


@pytest.mark.parametrize(
    "path", ["rates[" + " " * 20_000, "rates[" + "a " * 10_000, 'rates["' + "\\" * 20_000]
)
def test_a_long_path_that_does_not_end_is_refused(path: str) -> None:
    with pytest.raises(PathError, match="does not end in"):
        apply_changes(document(), {path: 1})


@given(PAIRS)
def test_a_diff_turns_one_document_into_the_other(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    before, after = pair
    changes = diff_documents(before, after)
    edited, made = apply_changes(before, {change.path: change.after for change in changes})
    assert edited == after
    assert tuple(made) == changes
    assert bool(changes) == (before != after)


@given(PAIRS)
def test_changes_taken_back_restore_the_document(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    before, after = pair
    back = diff_documents(after, before)
    assert apply_changes(after, {change.path: change.after for change in back})[0] == before


@given(st.sampled_from(DOCUMENTS))
def test_every_path_of_a_document_names_its_value(sample: dict[str, Any]) -> None:
    for path, value in values_of(sample):
        assert value is not None
        assert value_at(sample, path) == value
        assert apply_changes(sample, {path: value})[0] == sample


@given(st.text(max_size=40), st.one_of(st.none(), st.integers(), st.text(max_size=5)))
def test_any_text_is_a_path_or_is_refused(path: str, value: Any) -> None:
    try:
        apply_changes(document(), {path: value})
    except PathError as refused:
        assert str(refused).startswith(path)  # noqa: PT017 - most texts are refused, some are paths


def test_an_order_of_entries_is_a_change_of_the_list() -> None:
    (change,) = diff_documents(document(services=["a", "b"]), document(services=["b", "a"]))
    assert (change.path, change.after) == ("services", ["b", "a"])


def test_a_change_reads_as_one_line() -> None:
    (change,) = diff_documents(document(min_minutes=None), document(min_minutes=45))
    assert show_change(change) == "min_minutes: (none) -> 45"
    assert json.loads(show_change(change).rpartition(" ")[2]) == 45
