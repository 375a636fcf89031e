"""Lint: for each finding a document that has it, and near misses that have not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from specs import Finding, Spec, lint_spec

BASE: dict[str, Any] = {"persona": "ines", "timezone": "America/Chicago", "currency": "USD"}
DAY = "2026-11-21"


def lint(document: dict[str, Any], **options: Any) -> list[Finding]:
    return lint_spec(Spec.from_dict(BASE | document), **options)


def rate(minutes: int, amount: int, mode: str | None = None) -> dict[str, Any]:
    return {"minutes": minutes, "amount": amount} | ({"mode": mode} if mode else {})


def place(city: str, *aliases: str, on: tuple[str, str] | None = None, **fields: Any) -> dict[str, Any]:
    window = {"from": on[0], "until": on[1]} if on else {}
    return {"city": city} | ({"aliases": list(aliases)} if aliases else {}) | window | fields


def slot(start: str, end: str) -> list[str]:
    return [f"{DAY}T{start}", end if "T" in end else f"{DAY}T{end}"]


NOV = ("2026-11-19", "2026-11-24")
OCT = ("2026-10-01", "2026-10-31")

FOUND: list[tuple[str, dict[str, Any], str, str, str]] = [
    (
        "short rate",
        {"min_minutes": 60, "rates": [rate(30, 9), rate(60, 10)]},
        "warning",
        "rates[0].minutes",
        "never be booked",
    ),
    (
        "only short rates",
        {"min_minutes": 60, "rates": [rate(30, 9)]},
        "error",
        "rates[0].minutes",
        "never be booked",
    ),
    (
        "unpriced minimum",
        {"min_minutes": 60, "rates": [rate(90, 9), rate(120, 10)]},
        "warning",
        "min_minutes",
        "no rate",
    ),
    ("no rates", {"rates": []}, "note", "rates", "no price at all"),
    (
        "longer for less",
        {"rates": [rate(60, 100), rate(90, 80)]},
        "warning",
        "rates[1].amount",
        "less than 60 minutes",
    ),
    (
        "large deposit",
        {"rates": [rate(60, 40)], "deposit": {"amount": 50}},
        "warning",
        "deposit.amount",
        "more than",
    ),
    (
        "rate offered nowhere",
        {"rates": [rate(60, 9, "outcall")], "locations": [place("A", modes=["incall"])]},
        "warning",
        "rates[0].mode",
        "no location offers outcall",
    ),
    (
        "mode without a rate",
        {"modes": ["incall", "outcall"], "rates": [rate(60, 9, "incall")]},
        "warning",
        "modes",
        "outcall is offered but no rate",
    ),
    (
        "two cities at once",
        {"locations": [place("A", on=NOV), place("B", on=("2026-11-24", "2026-11-30"))]},
        "warning",
        "locations[1]",
        "both open on 2026-11-24",
    ),
    (
        "two cities for days",
        {"locations": [place("A", on=NOV), place("B", on=NOV)]},
        "warning",
        "locations[1]",
        "from 2026-11-19 until 2026-11-24",
    ),
    (
        "city twice",
        {"locations": [place("Austin"), place("austin")]},
        "warning",
        "locations[1]",
        "listed twice",
    ),
    (
        "alias of two",
        {"locations": [place("A", "Soho"), place("B", "SOHO")]},
        "warning",
        "locations[1].aliases[0]",
        "also names A",
    ),
    (
        "alias is another city",
        {"locations": [place("A", "Bee"), place("Bee")]},
        "warning",
        "locations[0].aliases[0]",
        "also names Bee",
    ),
    (
        "alias twice",
        {"locations": [place("A", "Soho", "soho")]},
        "warning",
        "locations[0].aliases[1]",
        "the same as aliases[0]",
    ),
    (
        "alias is its city",
        {"locations": [place("Austin", "AUSTIN")]},
        "warning",
        "locations[0].aliases[0]",
        "the same as the city",
    ),
    (
        "closed place",
        {"locations": [place("A", modes=[])]},
        "warning",
        "locations[0].modes",
        "offers no mode",
    ),
    (
        "mode offered nowhere",
        {"modes": ["incall", "outcall"], "locations": [place("A", modes=["incall"])]},
        "warning",
        "modes",
        "at no location",
    ),
    (
        "past window",
        {"locations": [place("A", on=OCT), place("B")], "mission": {"date": DAY}},
        "note",
        "locations[0].until",
        "ended on 2026-10-31",
    ),
    ("nowhere", {"locations": []}, "note", "locations", "no place at all"),
    (
        "service twice",
        {"services": ["Deep  Tissue", "deep tissue"]},
        "warning",
        "services[1]",
        "the same as services[0]",
    ),
    (
        "never_offer twice",
        {"never_offer": ["abc", "ａｂｃ"]},
        "warning",
        "never_offer[1]",
        "the same as never_offer[0]",
    ),
    (
        "banned twice",
        {"voice": {"banned": ["dear", "Dear"]}},
        "warning",
        "voice.banned[1]",
        "the same as voice.banned[0]",
    ),
    (
        "allowed twice",
        {"channels": {"allowed": ["sms", "SMS"]}},
        "warning",
        "channels.allowed[1]",
        "the same as",
    ),
    (
        "service ruled out",
        {"services": ["Hot Stones"], "never_offer": ["hot stones"]},
        "error",
        "services[0]",
        "in never_offer",
    ),
    (
        "service contains it",
        {"services": ["hot-stones massage"], "never_offer": ["hot stones"]},
        "warning",
        "services[0]",
        "contains 'hot stones'",
    ),
    (
        "banned service",
        {"services": ["dear care"], "voice": {"banned": ["dear"]}},
        "warning",
        "services[0]",
        "contains 'dear'",
    ),
    (
        "banned alias",
        {"locations": [place("A", "Dear Park")], "voice": {"banned": ["dear"]}},
        "warning",
        "locations[0].aliases[0]",
        "never be written",
    ),
    (
        "banned city",
        {"locations": [place("Hope")], "voice": {"banned": ["hope"]}},
        "warning",
        "locations[0].city",
        "never be written",
    ),
    (
        "banned handle",
        {"channels": {"handles": {"ig": "@dear.ines"}}, "voice": {"banned": ["dear"]}},
        "warning",
        "channels.handles.ig",
        "contains",
    ),
    (
        "banned link",
        {"channels": {"links": ["https://dear.example"]}, "voice": {"banned": ["dear"]}},
        "warning",
        "channels.links[0]",
        "contains",
    ),
    (
        "banned e-mail",
        {"channels": {"emails": ["dear@a.example"]}, "voice": {"banned": ["dear"]}},
        "warning",
        "channels.emails[0]",
        "contains",
    ),
    (
        "goal ruled out",
        {"mission": {"goal": "sell hot stones"}, "never_offer": ["hot stones"]},
        "warning",
        "mission.goal",
        "never_offer",
    ),
    (
        "goal banned",
        {"mission": {"goal": "dear all"}, "voice": {"banned": ["dear"]}},
        "warning",
        "mission.goal",
        "voice.banned",
    ),
    ("hidden character", {"services": ["mass\u200bage"]}, "warning", "services[0]", "U+200B"),
    ("outer space", {"never_offer": ["cupping "]}, "warning", "never_offer[0]", "spaces at its end"),
    ("tiny phrase", {"never_offer": ["dj"]}, "note", "never_offer[0]", "so short"),
    (
        "phone twice",
        {"channels": {"phones": ["416-555-0176", "(416) 555 0176"]}},
        "warning",
        "channels.phones[1]",
        "same as channels.phones[0]",
    ),
    (
        "e-mail twice",
        {"channels": {"emails": ["a@b.co", "A@B.co"]}},
        "warning",
        "channels.emails[1]",
        "same as",
    ),
    (
        "link twice",
        {"channels": {"links": ["a.example", "A.example"]}},
        "warning",
        "channels.links[1]",
        "same as",
    ),
    (
        "platform twice",
        {"channels": {"handles": {"IG": "@a", "ig": "@b"}}},
        "warning",
        "channels.handles.ig",
        "same as channels.handles.IG",
    ),
    (
        "texting forgotten",
        {"channels": {"text_only": True, "allowed": ["whatsapp"]}},
        "warning",
        "channels.allowed",
        "do not include sms",
    ),
    (
        "unknown channel",
        {"channels": {"allowed": ["watsapp"]}},
        "warning",
        "channels.allowed[0]",
        "no channel",
    ),
    (
        "no address",
        {"channels": {"allowed": ["email"], "emails": []}},
        "note",
        "channels.allowed[0]",
        "emails is empty",
    ),
    (
        "link the only contact",
        {"channels": {"links": ["a.example"]}, "voice": {"allow_links": False}},
        "warning",
        "voice.allow_links",
        "only contact",
    ),
    (
        "links but none",
        {"channels": {"links": []}, "voice": {"allow_links": True}},
        "note",
        "voice.allow_links",
        "none is listed",
    ),
    ("rule off", {"policy": {"rules": {"voice": "off"}}}, "note", "policy.rules.voice", "is off"),
    (
        "threshold of zero",
        {"policy": {"judge": {"drift": 0}}},
        "warning",
        "policy.judge.drift",
        "every draft",
    ),
    (
        "needless policy",
        {"policy": {"price_in_writing": "never", "service_in_writing": "never_with_price"}},
        "note",
        "policy.service_in_writing",
        "adds nothing",
    ),
    (
        "place with a mode beyond the list",
        {"modes": ["incall"], "locations": [place("A", modes=["incall", "outcall"])]},
        "warning",
        "locations[0].modes",
        "offers outcall, which modes does not list",
    ),
    (
        "rate of a mode not offered",
        {"modes": ["incall"], "rates": [rate(60, 1, "outcall")]},
        "error",
        "rates[0].mode",
        "never be booked",
    ),
    ("tight voice", {"voice": {"max_chars": 39}}, "warning", "voice.max_chars", "hardly"),
    (
        "market unknown",
        {"locations": [place("Austin")], "mission": {"market": "Dallas"}},
        "error",
        "mission.market",
        "none of the locations",
    ),
    (
        "market closed",
        {"locations": [place("A", on=OCT), place("B")], "mission": {"market": "A", "date": DAY}},
        "error",
        "mission.market",
        f"not open on {DAY}",
    ),
    (
        "day closed",
        {"locations": [place("A", on=OCT)], "mission": {"date": DAY}},
        "warning",
        "mission.date",
        "no location is open",
    ),
    (
        "slots on a closed day",
        {"locations": [place("A", on=OCT)], "mission": {"date": DAY, "slots": [slot("18:00", "20:00")]}},
        "error",
        "mission.slots",
        "no location is open that day",
    ),
    (
        "overlapping slots",
        {"mission": {"date": DAY, "slots": [slot("18:00", "20:00"), slot("19:59", "21:00")]}},
        "warning",
        "mission.slots[1]",
        "overlaps mission.slots[0]",
    ),
    (
        "short slot",
        {"min_minutes": 60, "mission": {"date": DAY, "slots": [slot("18:00", "18:59")]}},
        "warning",
        "mission.slots[0]",
        "59 minutes",
    ),
    (
        "late slot",
        {"mission": {"date": DAY, "slots": [slot("23:00", "2026-11-22T00:01")]}},
        "note",
        "mission.slots[0]",
        "past midnight",
    ),
    (
        "slots without a date",
        {"mission": {"slots": [slot("18:00", "20:00")]}},
        "warning",
        "mission.slots",
        "no date",
    ),
    (
        "hour that comes twice",
        {"mission": {"date": "2026-11-01", "slots": [["2026-11-01T01:30", "2026-11-01T04:00"]]}},
        "warning",
        "mission.slots[0][0]",
        "comes twice",
    ),
    (
        "hour that is skipped",
        {"mission": {"date": "2026-03-08", "slots": [["2026-03-08T01:00", "2026-03-08T02:30"]]}},
        "warning",
        "mission.slots[0][1]",
        "does not exist",
    ),
]


@pytest.mark.parametrize(
    ("document", "severity", "path", "words"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND]
)
def test_it_is_found(document: dict[str, Any], severity: str, path: str, words: str) -> None:
    found = [finding for finding in lint(document) if finding.path == path]
    assert [finding.severity for finding in found] == [severity]
    assert words in found[0].message


CLEAN: list[tuple[str, dict[str, Any]]] = [
    ("nothing", {}),
    ("rate at the minimum", {"min_minutes": 60, "rates": [rate(60, 10), rate(90, 12)]}),
    ("one rate prices every length", {"min_minutes": 60, "rates": [rate(90, 10)]}),
    ("dearer in another mode", {"rates": [rate(90, 100, "incall"), rate(60, 90, "outcall")]}),
    ("deposit as high as the cheapest", {"rates": [rate(60, 50)], "deposit": {"amount": 50}}),
    ("no deposit", {"rates": [rate(60, 50)], "deposit": {}}),
    (
        "rate for a place that says nothing of modes",
        {"rates": [rate(60, 9, "outcall")], "locations": [place("A")]},
    ),
    ("rate for every mode", {"modes": ["incall", "outcall"], "rates": [rate(60, 9), rate(60, 9, "incall")]}),
    (
        "trips one after another",
        {"locations": [place("A", on=NOV), place("B", on=("2026-11-25", "2026-11-30"))]},
    ),
    ("home and a trip", {"locations": [place("A"), place("B", on=NOV)]}),
    ("same city twice in turn", {"locations": [place("A", on=OCT), place("A", on=NOV)]}),
    ("two homes", {"locations": [place("A"), place("B")]}),
    ("last day of a window", {"locations": [place("A", on=NOV)], "mission": {"date": "2026-11-24"}}),
    ("part of a word", {"services": ["dearest care"], "voice": {"banned": ["dear"]}}),
    ("word of a phrase ruled out", {"services": ["stones"], "never_offer": ["hot stones"]}),
    ("three letters", {"never_offer": ["spa"]}),
    ("emoji ruled out", {"voice": {"banned": ["\U0001f609"]}}),
    ("calls allowed", {"channels": {"text_only": False, "allowed": ["whatsapp"]}}),
    ("allowed not given", {"channels": {"text_only": True}}),
    ("channel of a handle", {"channels": {"allowed": ["sms", "fetlife"], "handles": {"fetlife": "@a"}}}),
    (
        "another contact beside the link",
        {"channels": {"links": ["a.example"], "phones": ["416-555-0176"]}, "voice": {"allow_links": False}},
    ),
    ("links where nothing is said of them", {"channels": {}, "voice": {"allow_links": True}}),
    ("rule that warns", {"policy": {"rules": {"voice": "warn", "pay_after": "hold"}}}),
    ("market by alias", {"locations": [place("Austin", "ATX")], "mission": {"market": "atx"}}),
    ("market by region", {"locations": [place("Austin", region="Texas")], "mission": {"market": "Texas"}}),
    ("market where places are unknown", {"mission": {"market": "Dallas"}}),
    (
        "market open in its second window",
        {
            "locations": [place("A", on=("2026-12-01", "2026-12-02")), place("A", on=NOV)],
            "mission": {"market": "A", "date": DAY},
        },
    ),
    (
        "slots that touch",
        {"mission": {"date": DAY, "slots": [slot("18:00", "20:00"), slot("20:00", "21:00")]}},
    ),
    ("slot of the minimum", {"min_minutes": 60, "mission": {"date": DAY, "slots": [slot("18:00", "19:00")]}}),
    ("slot until midnight", {"mission": {"date": DAY, "slots": [slot("22:00", "2026-11-22T00:00")]}}),
    ("no slots", {"mission": {"slots": []}}),
    ("message of one sentence", {"voice": {"max_chars": 40}}),
]


@pytest.mark.parametrize("document", [c[1] for c in CLEAN], ids=[c[0] for c in CLEAN])
def test_it_is_left_alone(document: dict[str, Any]) -> None:
    assert lint(document) == []


def test_names_are_checked_where_they_are_known() -> None:
    document = {"policy": {"rules": {"pay_afer": "hold"}, "judge": {"drif": 7}}}
    assert lint(document) == []
    assert lint(document, rule_ids=["pay_after", "voice"], judge_dimensions=["drift"]) == [
        Finding("error", "policy.judge.drif", "the judge has no dimension 'drif'", "did you mean 'drift'?"),
        Finding("error", "policy.rules.pay_afer", "there is no rule 'pay_afer'", "did you mean 'pay_after'?"),
    ]
    assert lint({"policy": {"rules": {"voice": "hold"}}}, rule_ids=["voice"], judge_dimensions=[]) == []


def test_the_present_is_looked_at_only_when_given() -> None:
    document = {"mission": {"date": DAY}}
    assert lint(document) == []
    assert lint(document, today=dt.date(2026, 11, 21)) == []
    assert [f.path for f in lint(document, today=dt.date(2026, 11, 22))] == ["mission.date"]
    window = {"locations": [place("A", on=NOV)]}
    assert [f.path for f in lint(window, today=dt.date(2026, 11, 25))] == ["locations[0].until"]
    assert lint(window, today=dt.date(2026, 11, 24)) == []


def test_the_fold_of_the_gate_decides_what_is_the_same() -> None:
    document = {"services": ["c@re", "care"]}
    assert lint(document) == []
    assert [f.path for f in lint(document, fold=lambda text: text.replace("@", "a"))] == ["services[1]"]


def test_the_nearest_market_is_suggested() -> None:
    (finding,) = lint({"locations": [place("Austin"), place("Houston")], "mission": {"market": "Austen"}})
    assert finding.suggestion == "did you mean 'Austin'?"
    assert str(finding) == "error: mission.market: 'Austen' is none of the locations (did you mean 'Austin'?)"


def test_errors_come_first() -> None:
    found = lint({"rates": [], "services": ["dj", "dj"], "never_offer": ["dj"]})
    assert [finding.severity for finding in found] == sorted(
        (f.severity for f in found), key=["error", "warning", "note"].index
    )
    assert {finding.severity for finding in found} == {"error", "warning", "note"}
