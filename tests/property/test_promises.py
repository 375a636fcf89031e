"""The promises of design.md that concern validation, each as a property.

The seeds are the labelled drafts under fixtures/: natural text reaches far more of the
rules than random characters do. Random text is drawn as well.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from align import Validation, validate_draft
from align.data.gazetteer import load_gazetteer, place_key
from align.rules import RULES
from specs import Location, Spec
from tests.gold import FIXTURES, Case, cases
from tests.property.strategies import disguised, strange

FOLDERS = ("gold", *(f"cases/{path.name}" for path in sorted((FIXTURES / "cases").iterdir())))
ALL = tuple(case for folder in FOLDERS for case in cases(folder))
NOW = datetime(2026, 11, 21, 16, tzinfo=UTC)
a_case = st.sampled_from(ALL)


def check(case: Case, body: str | None = None, spec: Spec | None = None) -> Validation:
    return validate_draft(
        case.body if body is None else body, spec or case.spec, now=case.now, context=case.context
    )


def rules_of(validation: Validation) -> set[str]:
    return {v.rule for v in validation.violations}


FRAGMENTS = st.sampled_from(
    [
        "call me", "150", "$180", "for the hour", "half price", "in Dallas", "tonight", "at 6",
        "you said", "not", "?", ".", ",", "https://x.example", "@handle", "07700 900318", "{name}",
        "\u200b", "\ud800", "\x00", "🎻", "9️⃣", "ｃａｌｌ", "12 Main St", "pay after", "yes", "–", "\n",
        "one fifty", "30 min", "AI", "c a l l", "1.234,50", "next Tuesday", "my studio", "to you",
    ]
)  # fmt: skip
any_body = st.one_of(st.text(), st.lists(st.one_of(FRAGMENTS, st.text(max_size=4))).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(body=any_body, inbound=st.none() | any_body, case=a_case)
def test_no_text_raises_and_every_span_slices_back(body: str, inbound: str | None, case: Case) -> None:
    found = validate_draft(body, case.spec, now=NOW, context={"inbound": inbound})
    assert found.errors == ()
    for violation in found.violations:
        assert body[violation.start : violation.end] == violation.text
        assert violation.start < violation.end


@pytest.mark.parametrize("folder", FOLDERS)
def test_spans_slice_back_in_labelled_drafts(folder: str) -> None:
    for case in cases(folder):
        found = check(case)
        assert found.errors == (), case.id
        for violation in found.violations:
            assert case.body[violation.start : violation.end] == violation.text, case.id


BROKEN_OFF = (" ,", " and", " to", " the", " ?", ", but", " -", " at", " 5", " or", " for", "'s", "")


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_draft_that_breaks_off_raises_nothing(folder: str) -> None:
    """Readers look at the words behind a word: there may be none, or none but a comma."""
    for at, case in enumerate(cases(folder)):
        words = case.body.split(" ")
        begin = at % len(words)
        piece = " ".join(words[begin : begin + 1 + at % 7]) + BROKEN_OFF[at % len(BROKEN_OFF)]
        assert check(case, piece).errors == (), piece


@pytest.mark.parametrize("body", ["my studio ,", "yours ,", "mine ,", "at my place ,"])
def test_a_side_alone_before_a_comma_raises_nothing(body: str) -> None:
    assert check(ALL[0], body).errors == ()


@settings(max_examples=400, deadline=None)
@given(data=st.data(), case=a_case)
def test_a_disguise_never_removes_a_violation(data: st.DataObject, case: Case) -> None:
    plain = rules_of(check(case)) - {"voice"}
    assume(plain)
    body = data.draw(disguised(case.body))
    assert plain <= rules_of(check(case, body)), ascii(body)


@settings(max_examples=200, deadline=None)
@given(data=st.data(), case=a_case)
def test_a_disguise_of_a_disguised_text_never_removes_a_violation(data: st.DataObject, case: Case) -> None:
    once = data.draw(strange(case.body))
    held = rules_of(check(case, once)) - {"voice"}
    assume(held)
    twice = data.draw(disguised(once))
    assert held <= rules_of(check(case, twice)), f"{once!a} -> {twice!a}"


@settings(max_examples=150, deadline=None)
@given(case=a_case, phrase=st.sampled_from(["hot stones", "a", "x y z", "call", "the hour", "you"]))
def test_adding_a_never_offer_phrase_never_turns_a_held_draft_ok(case: Case, phrase: str) -> None:
    before = check(case)
    assume(not before.ok)
    known = case.spec.never_offer or ()
    assume(phrase not in known)
    assert not check(case, spec=case.spec.replace(never_offer=(*known, phrase))).ok


def has_plain_names(case: Case, gone: Location) -> bool:
    """Say whether the names of a place that a case holds stay known without it (ADR 12)."""
    text = f"{case.body} {(case.context or {}).get('inbound') or ''}".casefold()
    named = (name for name in (gone.city, *(gone.aliases or ())) if name and name.casefold() in text)
    entries = [load_gazetteer().lookup(place_key(name)) for name in named]
    return all(found and not found[0].common_word for found in entries)


@pytest.mark.parametrize("folder", FOLDERS)
def test_removing_a_place_never_turns_a_held_draft_ok(folder: str) -> None:
    for case in cases(folder):
        places = case.spec.locations or ()
        held = rules_of(check(case)) - {"mode_not_offered"} if len(places) > 1 else set()
        for index, gone in enumerate(places):
            others = (*places[:index], *places[index + 1 :])
            in_region = gone.region is not None and any(gone.region == other.region for other in others)
            if held == {"location_not_in_facts"} and in_region:
                continue  # a town that is not listed by itself may still lie in the region of another
            if held and (held != {"location_not_in_facts"} or has_plain_names(case, gone)):
                left = case.spec.replace(locations=others)
                assert not check(case, spec=left).ok, (case.id, index)


@settings(max_examples=150, deadline=None)
@given(case=a_case)
def test_json_round_trip(case: Case) -> None:
    found = check(case)
    text = found.to_json()
    assert text.isascii()
    assert Validation.from_json(text) == found


@settings(max_examples=100, deadline=None)
@given(case=a_case, data=st.data())
def test_switching_a_rule_off_changes_no_other_rule(case: Case, data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from(RULES)).id
    policy = case.spec.to_dict().get("policy", {})
    changed = Spec.from_dict({**case.spec.to_dict(), "policy": {**policy, "rules": {rule: "off"}}})
    kept = [v for v in check(case).violations if v.rule != rule]
    assert list(check(case, spec=changed).violations) == kept


@settings(max_examples=100, deadline=None)
@given(case=a_case, data=st.data())
def test_a_rule_set_to_warn_reports_and_does_not_hold(case: Case, data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from(RULES)).id
    policy = case.spec.to_dict().get("policy", {})
    changed = Spec.from_dict({**case.spec.to_dict(), "policy": {**policy, "rules": {rule: "warn"}}})
    before, after = check(case), check(case, spec=changed)
    assert [v for v in before.violations if v.rule == rule] == list(after.warnings)
    assert rule not in rules_of(after)


@settings(max_examples=100, deadline=None)
@given(case=a_case, data=st.data())
def test_absent_facts_silence_the_rule_that_needs_them(case: Case, data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from([r for r in RULES if r.needs]))
    gone = Spec.from_dict({k: v for k, v in case.spec.to_dict().items() if k not in rule.needs})
    assert rule.id not in rules_of(check(case, spec=gone))


def test_threads_see_what_one_thread_sees() -> None:
    some = ALL[:200]
    alone = [check(case) for case in some]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(check, some * 2))
    assert together == alone * 2


_DIGEST = """
import hashlib, sys
from tests.gold import cases
from align import validate_draft
h = hashlib.sha256()
for folder in sys.argv[1:]:
    for c in cases(folder):
        h.update(validate_draft(c.body, c.spec, now=c.now, context=c.context).to_json().encode())
print(h.hexdigest())
"""


def test_same_bytes_in_every_process_and_under_every_hash_seed() -> None:
    seen = set()
    for seed in ("0", "1", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", _DIGEST, "gold", "cases/a"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        seen.add(run.stdout.strip())
    assert len(seen) == 1


KINDS = {
    "words": "call me at six and pay after the hour in Dallas ",
    "numbers": "150 for 60 or $90 - ",
    "letters": "a b c d e ",
    "commas": "no, not, no, never, ",
    "questions": "you said 150? ",
    "signs": "@@..//::",
    "digits": "5 5 5 0 1 8 7 ",
    "zero-width": "c\u200ba\u200bl\u200bl ",
}


@pytest.mark.parametrize("kind", KINDS)
def test_work_grows_in_line_with_the_body(kind: str) -> None:
    """Count Python calls: four times the body may cost at most about four times the work."""
    spec = ALL[0].spec.replace(voice=None)

    def work(repeat: int) -> int:
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        body = KINDS[kind] * repeat
        validate_draft(body, spec, now=NOW)
        sys.setprofile(count)
        try:
            validate_draft(body, spec, now=NOW)
        finally:
            sys.setprofile(None)
        return calls

    assert work(1600) <= 5 * work(400)


def test_wire_form_has_the_fields_of_the_design() -> None:
    held = next(v for v in map(check, ALL) if v.violations)
    wire = json.loads(held.to_json())
    assert list(wire) == ["ok", "violations", "warnings", "errors", "spec_digest"]
    assert set(wire["violations"][0]) == {
        "rule", "family", "start", "end", "text", "claimed", "expected", "fact", "message",
        "instruction",
    }  # fmt: skip
