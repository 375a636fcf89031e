"""Waived words: a warning for as long as the waiver lasts; everything else is held as before."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from align import Validation, validate_draft
from align.checking import check_rules
from align.claims.draft import read_draft
from align.compiled import CompiledSpec, compile_document
from align.context import DraftContext
from align.rules import RULES
from align.rules.plugins import RuleSet
from specs import Spec

NOON = datetime(2026, 11, 21, 17, tzinfo=UTC)
DOCUMENT: dict[str, Any] = {
    "persona": "ines",
    "timezone": "America/Chicago",
    "currency": "USD",
    "rates": [{"minutes": 60, "amount": 180}, {"minutes": 90, "amount": 250}],
    "modes": ["incall"],
    "channels": {"text_only": True, "allowed": ["sms"], "handles": {"instagram": "@ines.bodywork"}},
    "services": ["deep tissue"],
    "never_offer": ["hot stones", "couples session"],
    "voice": {"banned": ["dear"]},
}


def waiver(rule: str, said: str, **changes: Any) -> dict[str, Any]:
    base = {
        "id": "ana-1",
        "rule": rule,
        "said": said,
        "until": "2026-12-20",
        "author": "ana",
        "reason": "why",
    }
    return base | changes


def spec(*waivers: dict[str, Any], **policy: Any) -> Spec:
    return Spec.from_dict(DOCUMENT | {"policy": {**policy, "waivers": list(waivers)}})


def check(body: str, of: Spec, now: datetime = NOON, inbound: str | None = None) -> Validation:
    return validate_draft(body, of, now=now, context={"inbound": inbound})


def held(found: Validation) -> list[tuple[str, str]]:
    return [(v.rule, v.text) for v in found.violations]


def warned(found: Validation) -> list[tuple[str, str]]:
    return [(v.rule, v.text) for v in found.warnings]


STONES = waiver("never_offer", "hot stones")


def test_a_waived_violation_is_a_warning_that_says_who_waived_it_and_until_when() -> None:
    body = "I can bring hot stones too."
    before, after = check(body, spec()), check(body, spec(STONES))
    (was,), (now,) = before.violations, after.warnings
    assert (before.ok, after.ok, after.violations) == (False, True, ())
    assert now.message == f"{was.message} Waived by ana until 2026-12-20 (ana-1)."
    assert (now.start, now.end, now.text, now.claimed) == (was.start, was.end, was.text, was.claimed)


COVERED = [
    ("other case", "I can bring HOT Stones too."),
    ("more space", "I can bring hot   stones too."),
    ("a hard space", "I can bring hot\u00a0stones too."),
    ("twice", "I can bring hot stones. Yes, hot stones!"),
]


@pytest.mark.parametrize("body", [c[1] for c in COVERED], ids=[c[0] for c in COVERED])
def test_how_the_words_are_set_does_not_count(body: str) -> None:
    assert held(check(body, spec())) != []
    assert held(check(body, spec(STONES))) == []


NOT_COVERED = [
    ("an inflection", "I can bring hot stone.", "hot stone"),
    ("a typo", "I can bring hot stonse too.", "hot stonse"),
    ("look-alikes", "I can bring h\u043et stones too.", "h\u043et stones"),
    ("a hidden character", "I can bring hot sto\u200bnes too.", "hot sto\u200bnes"),
    ("full width", "I can bring ｈｏｔ stones too.", "ｈｏｔ stones"),
    ("longer words", "I can bring hot basalt stones too.", "hot basalt stones"),
    ("another order", "I do a session for couples.", "session for couples"),
]


@pytest.mark.parametrize(("body", "text"), [c[1:] for c in NOT_COVERED], ids=[c[0] for c in NOT_COVERED])
def test_other_words_are_held(body: str, text: str) -> None:
    plain = check(body, spec())
    assert ("never_offer", text) in held(plain)
    assert check(body, spec(STONES)).violations == plain.violations


def test_waived_words_hide_none_that_the_rule_would_have_named_second() -> None:
    """The rule names a phrase once; where its first words are waived, the others come to light."""
    body = "I can bring hot stones. Really, hot st0nes. And hot stones."
    assert held(check(body, spec())) == [("never_offer", "hot stones")]
    found = check(body, spec(STONES))
    assert held(found) == [("never_offer", "hot st0nes")]
    assert warned(found) == [("never_offer", "hot stones")]


def test_other_words_behind_the_same_waived_words_twice_are_held() -> None:
    found = check("I can bring hot stones. Really, hot stones. I mean hot st0nes.", spec(STONES))
    assert held(found) == [("never_offer", "hot st0nes")]


def test_a_disguised_handle_behind_a_waived_one_is_held() -> None:
    of = spec(waiver("handle_not_in_facts", "@ines.new"))
    found = check("Find me: @ines.new or @in\u0435s.new", of)
    assert held(found) == [("handle_not_in_facts", "@in\u0435s.new")]
    assert warned(found) == [("handle_not_in_facts", "@ines.new")]


def test_a_mode_said_in_other_words_is_held() -> None:
    found = check(
        "I can come to you. I'll come to your hotel.", spec(waiver("mode_not_offered", "come to you"))
    )
    assert held(found) == [("mode_not_offered", "come to your hotel")]


def test_no_other_rule_is_covered() -> None:
    body = "Dear me, hot stones, and give me a call."
    found = check(body, spec(STONES, waiver("voice", "give me a call", id="ana-2")))
    assert ("never_offer", "hot stones") in warned(found)
    assert {rule for rule, _text in held(found)} == {"voice", "channel_not_allowed"}


def test_a_waiver_that_says_what_is_claimed_covers_nothing_else() -> None:
    hour = waiver("price_contradiction", "$150", claimed="150 $ for 60 min")
    assert check("The 60 minutes are $150.", spec(hour)).ok
    assert held(check("The 90 minutes are $150.", spec(hour))) == [("price_contradiction", "$150")]
    any_length = waiver("price_contradiction", "$150")
    assert check("The 90 minutes are $150.", spec(any_length)).ok


def test_words_of_agreement_are_covered_only_for_what_is_claimed() -> None:
    """A "yep, works" means another thing in every conversation."""
    yes = "Yep, that works"
    inbound = "could you do 150 for the hour?"
    (was,) = check(f"{yes}!", spec(), inbound=inbound).violations
    bare = waiver("price_contradiction", was.text)
    said = waiver("price_contradiction", was.text, claimed=was.claimed)
    assert not check(f"{yes}!", spec(bare), inbound=inbound).ok
    assert check(f"{yes}!", spec(said), inbound=inbound).ok
    assert not check(f"{yes}!", spec(said), inbound="could you do 50 for the hour?").ok


def test_it_lasts_from_its_first_local_midnight_to_the_one_after_its_last_day() -> None:
    of = spec(STONES | {"from": "2026-11-20", "until": "2026-11-21"})
    moments = [
        datetime(2026, 11, 20, 5, 59, 59, 999999, tzinfo=UTC),  # 23:59 in Chicago
        datetime(2026, 11, 20, 6, tzinfo=UTC),
        datetime(2026, 11, 22, 5, 59, 59, 999999, tzinfo=UTC),
        datetime(2026, 11, 22, 6, tzinfo=UTC),
    ]
    assert [check("I can bring hot stones.", of, now).ok for now in moments] == [False, True, True, False]


def test_of_two_that_cover_it_the_first_to_end_is_named() -> None:
    later = STONES | {"id": "ana-2", "until": "2026-11-30"}
    (warning,) = check("I can bring hot stones.", spec(STONES, later)).warnings
    assert warning.message.endswith("until 2026-11-30 (ana-2).")


def test_a_rule_that_only_warns_is_left_as_it_is() -> None:
    body = "I can bring hot stones."
    plain, waived = (check(body, spec(*w, rules={"never_offer": "warn"})) for w in ([], [STONES]))
    assert waived.warnings == plain.warnings


def test_a_rule_that_crashes_on_the_second_look_is_an_error() -> None:
    calls: list[int] = []
    real = next(rule for rule in RULES if rule.id == "never_offer")

    def crash_later(draft: Any, compiled: CompiledSpec) -> Any:
        calls.append(1)
        if len(calls) > 1:
            raise RuntimeError("again")
        return real.check(draft, compiled)

    compiled = compile_document(spec(STONES), RuleSet(((replace(real, check=crash_later), "hold"),), ()))
    draft = read_draft("I can bring hot stones.", now=NOON, context=DraftContext(), known=compiled.known)
    found = check_rules(draft, compiled)
    assert [error.rule for error in found.errors] == ["never_offer"]
    assert not found.ok


@pytest.mark.parametrize("said", ["hot stones ", "hot st0nes "])
def test_many_waived_words_cost_what_they_would_cost_unwaived(said: str) -> None:
    """Count Python calls: four times the body may cost at most about four times the work."""
    of = spec(STONES, waiver("never_offer", "hot st0nes", id="ana-2"), waiver("voice", "dear", id="ana-3"))

    def work(repeat: int) -> int:
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        body = f"I bring {said}. Dear, " * repeat
        check(body, of)
        sys.setprofile(count)
        try:
            check(body, of)
        finally:
            sys.setprofile(None)
        return calls

    assert work(800) <= 5 * work(200)
