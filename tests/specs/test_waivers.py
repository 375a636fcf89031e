"""Waivers in a document: what is legal, what is doubtful, and what they do to digests and prompts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from specs import Spec, SpecError, lint_spec, render_spec
from specs.edits import apply_changes, diff_documents, revert, values_of

BASE: dict[str, Any] = {"persona": "ines", "timezone": "America/Chicago", "currency": "USD"}
DAY = dt.date(2026, 11, 21)
RULES = ("channel_not_allowed", "never_offer", "pay_after")


def waiver(**changes: Any) -> dict[str, Any]:
    base = {
        "id": "ana-1",
        "rule": "never_offer",
        "said": "hot stones",
        "until": "2026-12-20",
        "author": "ana",
        "reason": "the name of a song",
    }
    return {key: value for key, value in {**base, **changes}.items() if value is not None}


def document(*waivers: dict[str, Any], **policy: Any) -> dict[str, Any]:
    return BASE | {"policy": {**policy, "waivers": list(waivers)}}


def lint(*waivers: dict[str, Any], today: dt.date | None = DAY, **policy: Any) -> list[str]:
    spec = Spec.from_dict(document(*waivers, **policy))
    return [str(f) for f in lint_spec(spec, rule_ids=RULES, today=today) if "waivers" in f.path]


REFUSED: list[tuple[str, dict[str, Any], str, str]] = [
    ("no words", {"said": None}, "said", "is required"),
    ("words that nobody sees", {"said": "\u200b"}, "said", "empty to a reader"),
    ("no end", {"until": None}, "until", "is required"),
    ("no author", {"author": None}, "author", "is required"),
    ("no rule", {"rule": None}, "rule", "is required"),
    ("an empty reason", {"reason": " \n"}, "reason", "is empty"),
    ("an end with an offset", {"until": "2026-12-20T10:00:00Z"}, "until", "is not a date"),
    ("an end before its beginning", {"from": "2026-12-21"}, "until", "lies before its first day"),
    ("more than 90 days", {"from": "2026-09-20"}, "until", "at most 2026-12-19, 90 days after"),
    ("a name with a space", {"id": "ana 1"}, "id", "is not a legal name"),
    ("a rule by its title", {"rule": "Never offer"}, "rule", "is not a legal name"),
    ("a misspelt field", {"untill": "x"}, "untill", "did you mean 'until'?"),
    ("no day", {"claimed": "x", "from": "2026-13-01"}, "from", "is no day of the calendar"),
]


@pytest.mark.parametrize(("changes", "field", "told"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_a_bad_waiver_is_refused_with_its_place(changes: dict[str, Any], field: str, told: str) -> None:
    with pytest.raises(SpecError) as caught:
        Spec.from_dict(document(waiver(id="a"), waiver(**changes)))
    assert [problem.path for problem in caught.value.problems] == [f"policy.waivers[1].{field}"]
    assert told in caught.value.problems[0].message


def test_two_waivers_have_two_names() -> None:
    with pytest.raises(
        SpecError, match=r"policy\.waivers\[1\]\.id: 'ANA-1' is the name of policy\.waivers\[0\]"
    ):
        Spec.from_dict(document(waiver(), waiver(id="ANA-1")))


def test_ninety_days_are_legal() -> None:
    spec = Spec.from_dict(document(waiver(**{"from": "2026-09-21"})))
    assert spec.to_dict()["policy"]["waivers"] == [waiver(**{"from": "2026-09-21"})]


def test_a_waiver_holds_on_its_days_and_no_others() -> None:
    policy = Spec.from_dict(document(waiver(**{"from": "2026-11-21"}))).policy
    assert policy is not None
    (found,) = policy.waivers or ()
    days = (DAY - dt.timedelta(1), DAY, dt.date(2026, 12, 20), dt.date(2026, 12, 21))
    assert [found.is_active(day) for day in days] == [False, True, True, False]


def test_their_order_and_an_empty_list_change_no_digest() -> None:
    first, second = waiver(id="a"), waiver(id="b")
    assert Spec.from_dict(document(first, second)).digest == Spec.from_dict(document(second, first)).digest
    bare = BASE | {"policy": {"repair": True}}
    assert Spec.from_dict(document(repair=True)).digest == Spec.from_dict(bare).digest


def test_old_digests_stay_as_they_were() -> None:
    """The digest of a document without waivers, as the release before them had it."""
    spec = Spec.from_dict(BASE | {"policy": {"price_in_writing": "never"}})
    assert spec.digest == "f73359066d97f58807ec387dab86d1180e4cd53b99f38e886834d5c573da6149"


def test_only_the_digest_of_the_policy_knows_a_waiver() -> None:
    bare, waived = Spec.from_dict(BASE).part_digests, Spec.from_dict(document(waiver())).part_digests
    assert (bare.facts, bare.mission) == (waived.facts, waived.mission)
    assert bare.policy != waived.policy


def test_the_prompt_says_nothing_of_waived_words() -> None:
    spec = Spec.from_dict(document(waiver(claimed="hot stones"), service_in_writing="never"))
    bare = Spec.from_dict(BASE | {"policy": {"service_in_writing": "never"}})
    assert render_spec(spec).splitlines()[1:] == render_spec(bare).splitlines()[1:]


DOUBTFUL: list[tuple[str, list[dict[str, Any]], dict[str, Any], str]] = [
    (
        "over",
        [waiver(until="2026-11-20")],
        {},
        "warning: policy.waivers[0].until: 'ana-1' ended on 2026-11-20",
    ),
    ("far", [waiver(until="2027-02-20")], {}, "error: policy.waivers[0].until: 'ana-1' would hold for more"),
    (
        "an unknown rule",
        [waiver(rule="never_ofer")],
        {},
        "error: policy.waivers[0].rule: there is no rule 'never_ofer' (did you mean 'never_offer'?)",
    ),
    (
        "a rule that is off",
        [waiver()],
        {"rules": {"never_offer": "off"}},
        "warning: policy.waivers[0].rule: covers nothing: 'never_offer' is set to off",
    ),
    (
        "twice",
        [waiver(id="a"), waiver(id="b", said="Hot  stones")],
        {},
        "note: policy.waivers[1]: 'b' covers",
    ),
]


@pytest.mark.parametrize(
    ("waivers", "policy", "told"), [d[1:] for d in DOUBTFUL], ids=[d[0] for d in DOUBTFUL]
)
def test_a_doubtful_waiver_is_found(waivers: list[dict[str, Any]], policy: dict[str, Any], told: str) -> None:
    (found,) = lint(*waivers, **policy)
    assert found.startswith(told)


SOUND: list[tuple[str, list[dict[str, Any]], dict[str, Any]]] = [
    ("its last day", [waiver(until="2026-11-21")], {}),
    ("ninety days ahead", [waiver(until="2027-02-19")], {}),
    ("ninety days from its own first", [waiver(**{"from": "2027-01-01"}, until="2027-04-01")], {}),
    ("another rule off", [waiver()], {"rules": {"pay_after": "off", "never_offer": "hold"}}),
    ("read as two things", [waiver(id="a", claimed="x"), waiver(id="b", claimed="y")], {}),
    ("of two rules", [waiver(id="a"), waiver(id="b", rule="pay_after")], {}),
]


@pytest.mark.parametrize(("waivers", "policy"), [s[1:] for s in SOUND], ids=[s[0] for s in SOUND])
def test_a_sound_waiver_draws_nothing(waivers: list[dict[str, Any]], policy: dict[str, Any]) -> None:
    assert lint(*waivers, **policy) == []


def test_without_a_day_nothing_is_over_or_far() -> None:
    assert lint(waiver(until="2020-01-01"), waiver(id="b", until="2190-01-01", said="x"), today=None) == []


def test_an_edit_names_a_waiver_by_its_id() -> None:
    before = document(waiver(id="a"), waiver(id="b", said="x"))
    after, changes = apply_changes(
        before, {"policy.waivers[b].until": "2026-12-01", "policy.waivers[a]": None}
    )
    assert [w["id"] for w in after["policy"]["waivers"]] == ["b"]
    assert {c.path for c in diff_documents(before, after)} == {
        "policy.waivers[b].until",
        "policy.waivers[a]",
    }
    back, _changes = apply_changes(after, revert(changes))
    assert Spec.from_dict(back) == Spec.from_dict(before)
    assert ("policy.waivers[a].said", "hot stones") in list(values_of(before))
