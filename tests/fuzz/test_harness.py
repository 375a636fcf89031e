"""The fuzzer sees what it looks for: each oracle is given something broken, and what is found is kept and shortened."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from align import Validation, validate_draft
from align.findings import RuleError
from tests.fuzz import oracles, seeds
from tests.fuzz.ledger import Found, Ledger, shorten
from tests.fuzz.mutating import fresh, mutate
from tests.fuzz.oracles import Finding, Memory, look_at_disguise, look_at_draft, look_at_growth
from tests.fuzz.targets import BREAK, DOCUMENT, DRAFT, EDIT, LINE, WIRE, Targets, bytes_of, draft_of, kind_of

if TYPE_CHECKING:
    from pathlib import Path

WRONG = b"\x00\x00\x00" + b"An hour is 1, 1, 1, call me"


def spoilt(monkeypatch: pytest.MonkeyPatch, **changed: Any) -> None:
    """Have every check come out otherwise."""

    def check(*arguments: Any, **named: Any) -> Validation:
        return replace(validate_draft(*arguments, **named), **changed)

    monkeypatch.setattr(oracles, "validate_draft", check)


def test_every_kind_of_input_is_tried_and_nothing_is_found() -> None:
    targets, draw = Targets(), random.Random(3)  # noqa: S311 - a choice, not a secret
    data = b""
    tried = set()
    for number in range(150):
        data = fresh(draw) if number % 3 == 0 else mutate(data, 2000, number)
        tried.add(kind_of(data))
        targets.look(data)
    for kind, data in ((WIRE, b"\xfa{}"), (EDIT, b"\xfdrates[60].amount=50")):
        tried.add(kind_of(data))
        assert kind_of(data) == kind
        targets.look(data)
    assert tried == {DRAFT, LINE, DOCUMENT, WIRE, EDIT}


def test_any_text_goes_into_an_input_and_comes_out() -> None:
    for body in ("An hour", "\ud800\x00é", "\udcff", ""):
        asked = draft_of(b"\x01\x02\x01" + bytes_of(f"{body}{BREAK}in"))
        assert (asked.body, asked.inbound, asked.is_locked) == (body, "in", True)


def test_a_rule_that_crashed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt(monkeypatch, errors=(RuleError("voice", "boom"),))
    with pytest.raises(Finding, match="error voice boom"):
        look_at_draft(draft_of(WRONG))


def test_a_span_beside_its_text_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    found = oracles.check(draft_of(WRONG)).violations
    assert found
    spoilt(monkeypatch, violations=(replace(found[0], start=found[0].start + 1),))
    with pytest.raises(Finding, match="span of"):
        look_at_draft(draft_of(WRONG))


def test_a_disguise_that_hides_something_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    found = oracles.check(draft_of(WRONG))
    spoilt(monkeypatch, violations=())
    with pytest.raises(Finding, match="removes"):
        look_at_disguise(draft_of(WRONG), found)


def test_look_alikes_leave_alone_what_could_be_a_genuine_word() -> None:
    bodies = [oracles.disguise("hi lashж hi中", choice)[1] for choice in range(1, 100, 5)]
    assert {body[3:8] for body in bodies} == {"lashж"}
    assert any(body[0] != "h" and body[9] != "h" for body in bodies)


def test_an_answer_that_changes_later_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, asked = Memory(size=1), draft_of(WRONG)
    memory.look(asked, oracles.check(asked))
    spoilt(monkeypatch, violations=())
    with pytest.raises(Finding, match="another answer later"):
        memory.look(asked, oracles.check(asked))


def test_work_that_grows_faster_than_the_text_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time of a thread is what it says; a clock takes its place, so that nothing is measured."""
    spent = 0.0

    def check(body: str, *_: Any, **__: Any) -> None:
        nonlocal spent
        spent += (len(body) / 1000) ** 2

    monkeypatch.setattr(oracles, "validate_draft", check)
    monkeypatch.setattr("time.thread_time", lambda: spent)
    with pytest.raises(Finding, match="64 times as long for 8 times"):
        look_at_growth(draft_of(WRONG))


def test_a_text_that_is_far_too_dear_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    spent = 0.0

    def check(body: str, *_: Any, **__: Any) -> None:
        nonlocal spent
        spent += len(body) / (1000 if "call me" in body and "Dallas" not in body else 100_000)

    monkeypatch.setattr(oracles, "validate_draft", check)
    monkeypatch.setattr("time.thread_time", lambda: spent)
    with pytest.raises(Finding, match="100 times as long as an ordinary text"):
        look_at_growth(draft_of(b"\x00\x00\x00call me"))


def test_what_is_found_is_kept_once_with_its_shortest_input(tmp_path: Path) -> None:
    def look(data: bytes) -> None:
        if b"needle" in data:
            raise Finding("a needle", "in it")

    ledger = Ledger(tmp_path, look)
    for data in (b"\x00 hay needle hay", b"\x00 hay", b"\x00 needle hay", b"\x00 much more hay, needle"):
        ledger(data)
    (path,) = tmp_path.glob("*.json")
    found = Found.read(path)
    assert found.data == b"\x00 needle hay"
    assert shorten(found, look).data == b"\x00needle"


def test_seeds_are_of_many_kinds() -> None:
    assert len(seeds.specs()) > 10
    assert len({spec.currency for spec in seeds.specs()}) > 3
