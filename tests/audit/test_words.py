"""Words are told apart from the rest of a record, and find their places again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.audit.documents import candidate_json, document_of
from align.audit.words import escaped, indexed, join_words, split_words
from align.gate.candidate import candidate_of
from tests.audit.decisions import ASKED, TEXT, candidate, downgraded, held, passed

TEXTS = st.text(st.characters(codec=None), max_size=20)


@pytest.mark.parametrize("make", [passed, downgraded, held], ids=lambda make: make.__name__)
def test_no_word_of_a_message_stays_and_every_one_comes_back(make: object) -> None:
    document = document_of(make(candidate=candidate(goal="goal: zanzibar")))  # type: ignore[operator] # a case
    bare, words = split_words(document)
    text = json.dumps(bare)
    assert [word for word in ("zanzibar", "xanadu", "150", TEXT, ASKED) if word in text] == []
    assert join_words(bare, json.loads(json.dumps(words))) == document


@given(TEXTS)
def test_any_body_comes_back(body: str) -> None:
    document = document_of(held(body=body))
    bare, words = split_words(document)
    kept = json.loads(json.dumps(bare)), json.loads(json.dumps(words))
    assert join_words(*kept) == json.loads(json.dumps(document))


@given(TEXTS)
def test_an_escaped_name_is_plain_and_reads_back(name: str) -> None:
    assert escaped(name).isascii()
    assert "\x00" not in escaped(name)
    assert json.loads(f'"{escaped(name)}"') == name


@given(st.text(st.characters(codec=None), max_size=100), st.text(st.characters(codec=None), max_size=100))
def test_a_name_of_a_column_fits_and_tells_apart(one: str, other: str) -> None:
    assert len(indexed(one, 64)) <= 64
    assert (indexed(one, 64) == indexed(other, 64)) == (one == other)


def test_an_ordinary_name_is_stored_as_it_is() -> None:
    assert indexed("leo-1", 64) == "leo-1"


VALUED = candidate(archetype="vip", state="late", workflow="opener", values={"name": "zanzibar"})


def test_a_candidate_reads_back_and_its_values_are_words() -> None:
    assert candidate_of(json.loads(json.dumps(candidate_json(VALUED)))) == VALUED
    bare, words = split_words(document_of(passed(candidate=VALUED, body="plain")))
    assert "zanzibar" not in json.dumps(bare)
    assert words["candidate/values"] == {"name": "zanzibar"}


def test_a_candidate_of_an_earlier_release_reads_back_with_the_digest_it_had() -> None:
    plain = candidate()
    stored = candidate_json(plain)
    assert stored.keys().isdisjoint(("archetype", "state", "workflow", "values"))
    assert candidate_of(stored) == plain
