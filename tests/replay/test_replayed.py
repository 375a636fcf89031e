"""One pure function: what it counts, and that tallies of parts add up to the tally of the whole."""

from __future__ import annotations

import json
from functools import reduce
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.replay import Row, Tally, replayed
from align.replay.examples import BODY, KEPT
from align.replay.tally import OTHERS_KEPT, REFUSED_KEPT, Refusal
from tests.replay import parts
from tests.replay.parts import AFTER, BEFORE, DEARER, MARLOW, SOFIE, dearer, draft, row

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.mark.parametrize(
    ("body", "outcome", "rules"),
    [
        (parts.CLEAN, "clean as before", ()),
        (parts.HELD, "held as before", ()),
        (parts.HELD_AFTER, "newly held", ("price_contradiction",)),
        (parts.RELEASED, "released", ("price_contradiction",)),
        (parts.CHANGED, "changed", ("price_contradiction",)),
    ],
)
def test_what_becomes_of_a_draft(body: str, outcome: str, rules: tuple[str, ...]) -> None:
    tally = replayed([row(1, draft(body))], BEFORE, AFTER)
    assert tally.outcomes == {("marlow", outcome): 1}
    assert tally.months == {("2026-05", outcome): 1}
    assert tally.rules == {(outcome, "marlow", rule): 1 for rule in rules}
    assert [(e.verdict, e.rules, e.text) for e in tally.examples] == (
        [(outcome, rules, body)] if rules else []
    )


def test_a_rule_that_finds_the_same_makes_no_difference() -> None:
    body = f"{parts.HELD} {parts.CHANGED}"
    other = {"marlow": MARLOW.replace(policy=None)}
    tally = replayed([row(1, draft(body))], BEFORE, AFTER)
    assert tally.rules == {("changed", "marlow", "price_contradiction"): 1}
    assert replayed([row(1, draft(body))], other, other).changes == 0


def test_a_draft_is_checked_at_its_own_moment_and_in_its_own_context() -> None:
    answer = draft("Yep, that works!", context={"inbound": "so 45 for an hour then?"})
    assert replayed([row(1, answer)], BEFORE, AFTER).count("newly held") == 1
    assert replayed([row(1, draft("Yep, that works!"))], BEFORE, AFTER).changes == 0


def test_each_persona_has_its_own_specs() -> None:
    a = {"marlow": MARLOW, "sofie": SOFIE}
    b = {"marlow": DEARER, "sofie": SOFIE}
    rows = [row(1, draft(parts.HELD_AFTER)), row(2, draft(parts.CLEAN, persona="sofie"))]
    tally = replayed(rows, a, b)
    assert tally.outcomes == {("marlow", "newly held"): 1, ("sofie", "clean as before"): 1}


def test_a_draft_of_nobody_belongs_to_the_only_persona_there_is() -> None:
    nobodys = {"body": parts.HELD_AFTER, "now": parts.NOW}
    assert replayed([row(1, nobodys)], BEFORE, AFTER).outcomes == {("marlow", "newly held"): 1}
    several = {"marlow": MARLOW, "sofie": SOFIE}
    assert replayed([row(1, nobodys)], several, several).refusals == (
        Refusal("drafts.jsonl", 1, "persona: missing"),
    )


def test_personas_without_two_specs_are_counted_apart() -> None:
    rows = [row(1, draft("hi", persona="ada")), row(2, draft("hi", persona="sofie")), row(3, draft("hi"))]
    tally = replayed(rows, BEFORE | {"sofie": SOFIE}, AFTER)
    assert (tally.drafts, tally.other_drafts, tally.others) == (1, 2, {"ada": 1, "sofie": 1})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "not JSON: Expecting property name enclosed in double quotes (column 2)"),
        (b"\xff", "not UTF-8 (byte 1 of the line)"),
        (b"[" * 100_000, "not JSON that can be read: nested too deeply, or a number too long"),
        (b"[]", "is not a JSON object"),
        (b'{"body": "hi", "body": "ho"}', "a key stands twice in one object"),
        ({"now": parts.NOW}, "body: missing"),
        (draft("x", now=None), "now: missing"),
        (draft("x") | {"body": 3}, "body: expected text"),
        (draft("x", now="soon"), "now: 'soon' is no moment"),
        (draft("x", now="2026-05-12T10:00:00"), "now: has no UTC offset"),
        (draft("x", now="0001-01-01T00:00:00+14:00"), "now: is not in a year from 1970 to 2199"),
        (draft("x", id=[1]), "id: expected text or a whole number"),
        (draft("x", persona=7), "persona: expected text"),
        (draft("x", context={"mood": 1}), "context.mood: unknown key (known: inbound, time_locked)"),
        (draft("x", context={"inbound": 1}), "context.inbound: expected text, got int"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_row_that_cannot_be_used_is_named_and_the_others_go_on(data: object, reason: str) -> None:
    tally = replayed([row(1, data), row(2, draft(parts.CLEAN))], BEFORE, AFTER)
    assert tally.refusals == (Refusal("drafts.jsonl", 1, reason),)
    assert (tally.refused, tally.drafts) == (1, 1)


def test_a_check_that_crashes_is_named_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_arguments: object, **_more: object) -> None:
        raise ValueError(parts.HELD)

    monkeypatch.setattr("align.replay.counting.validate_draft", crash)
    tally = replayed([row(1, draft(parts.HELD))], BEFORE, AFTER)
    assert [refusal.reason for refusal in tally.refusals] == ["the check failed: ValueError"]


def test_a_whole_number_that_a_table_made_a_fraction_of_is_a_name() -> None:
    rows = [
        row(number, draft(parts.HELD_AFTER, id=name)) for number, name in enumerate((7, 8.0, "9", 1.5), 1)
    ]
    tally = replayed(rows, BEFORE, AFTER)
    assert [example.name for example in tally.examples] == ["7", "8", "9"]
    assert tally.refusals == (Refusal("drafts.jsonl", 4, "id: expected text or a whole number"),)


def test_what_both_checks_find_is_kept_of_both_or_of_neither() -> None:
    """Where not all findings are kept, none looks as if one spec alone had it."""
    body = " ".join([*(f"Ninety minutes is £{amount}." for amount in range(70, 82)), "An hour is £45."])
    (example,) = replayed([row(1, draft(body))], BEFORE, AFTER).examples
    assert set(example.after) - set(example.before) == {example.after[0]}
    assert set(example.before) < set(example.after)
    assert example.after[0].message.endswith("the rate card says 50 GBP for 60 min.")


def test_a_long_body_is_cut_around_what_was_found() -> None:
    body = "Thank you! " * 200 + parts.HELD_AFTER + " Thank you!" * 200
    (example,) = replayed([row(1, draft(body))], BEFORE, AFTER).examples
    assert len(example.text) == BODY
    assert not example.is_whole
    (finding,) = (found for found in example.after if found.rule == "price_contradiction")
    assert example.text[finding.start : finding.end] == "£45"
    assert body[example.begins :].startswith(example.text)


_PERSONAS = [f"p{number:02}" for number in range(OTHERS_KEPT + 10)]
_ROWS = st.lists(
    st.one_of(
        st.builds(
            draft,
            st.sampled_from([parts.CLEAN, parts.HELD, parts.HELD_AFTER, parts.RELEASED, parts.CHANGED]),
            now=st.sampled_from([parts.NOW, "2025-11-30T23:30:00+00:00"]),
        ),
        st.builds(draft, st.just("hi"), persona=st.sampled_from(_PERSONAS)),
        st.sampled_from([b"{", b"null"]),
    ),
    max_size=60,
)


@settings(max_examples=40, deadline=None)
@given(_ROWS, st.lists(st.integers(0, 60), max_size=4), st.randoms(use_true_random=False))
def test_any_split_of_the_rows_adds_up_to_the_same_tally(
    data: list[object], cuts: list[int], random: object
) -> None:
    rows = [row(number, one) for number, one in enumerate(data, 1)]
    whole = replayed(rows, BEFORE, AFTER)
    bounds = [0, *sorted(min(cut, len(rows)) for cut in cuts), len(rows)]
    tallies = [replayed(rows[a:b], BEFORE, AFTER) for a, b in pairwise(bounds)]
    random.shuffle(tallies)  # type: ignore[attr-defined] # Hypothesis gives a Random
    assert reduce(add, tallies) == whole
    assert _from_the_right(tallies) == whole
    assert whole + Tally() == Tally() + whole == whole
    assert Tally.from_dict(json.loads(json.dumps(whole.to_dict()))) == whole


def _from_the_right(tallies: Sequence[Tally]) -> Tally:
    *rest, last = tallies
    return reduce(lambda sum_, tally: tally + sum_, reversed(rest), last)


def test_what_is_kept_is_bounded_and_what_is_counted_is_not() -> None:
    rows = [Row("a", number, None, "bad") for number in range(3 * REFUSED_KEPT, 0, -1)]
    rows += [row(number, draft("hi", persona=f"p{number:05}")) for number in range(3000)]
    rows += [row(number, draft(parts.HELD_AFTER)) for number in range(3 * KEPT)]
    tally = replayed(rows, BEFORE, AFTER)
    assert (tally.refused, tally.other_drafts, tally.changes) == (3 * REFUSED_KEPT, 3000, 3 * KEPT)
    assert [refusal.row for refusal in tally.refusals] == list(range(1, REFUSED_KEPT + 1))
    assert list(tally.others) == [f"p{number:05}" for number in range(OTHERS_KEPT)]
    assert [example.row for example in tally.examples] == list(range(KEPT))


def test_the_same_spec_changes_nothing() -> None:
    rows = [row(number, draft(body)) for number, body in enumerate([parts.HELD, parts.CLEAN, parts.CHANGED])]
    assert replayed(rows, BEFORE, {"marlow": dearer(MARLOW, 60, 45)}).changes == 0
