"""Every way in which a field can be wrong, with the path and the advice that its author gets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from specs import Spec, SpecError

BASE: dict[str, Any] = {"persona": "ines", "timezone": "America/Chicago", "currency": "USD"}

REFUSED: list[tuple[str, dict[str, Any], str, str]] = [
    # Unknown keys, with the nearest known name.
    (
        "misspelt policy",
        {"policy": {"service_in_writting": "never"}},
        "policy.service_in_writting",
        "did you mean 'service_in_writing'?",
    ),
    ("misspelt top level", {"min_minuts": 60}, "min_minuts", "did you mean 'min_minutes'?"),
    ("case", {"channels": {"textOnly": True}}, "channels.textOnly", "did you mean 'text_only'?"),
    (
        "in a list",
        {"rates": [{"minutes": 60, "amount": 1, "mod": "incall"}]},
        "rates[0].mod",
        "did you mean 'mode'?",
    ),
    (
        "alias of a field",
        {"locations": [{"city": "A", "from_": "2026-01-01"}]},
        "locations[0].from_",
        "'from'?",
    ),
    (
        "key of another part",
        {"policy": {"max_chars": 9}},
        "policy.max_chars",
        "did you mean 'voice.max_chars'?",
    ),
    ("unlike anything", {"zzqx": 1}, "zzqx", "unknown key"),
    ("a key like pydantic's mark", {"voice": {"[key]": 1}}, 'voice["[key]"]', "unknown key"),
    (
        "key that is no text",
        {"channels": {"handles": {1: "@x"}}},
        "channels.handles[1]",
        "expected text in quotes",
    ),
    ("odd key", {"no. of rates": 1}, '["no. of rates"]', "unknown key"),
    # Identity.
    ("persona with a space", {"persona": "ines b"}, "persona", "not a legal name"),
    ("persona empty", {"persona": ""}, "persona", "not a legal name"),
    ("persona with a line break", {"persona": "ines\n"}, "persona", "not a legal name"),
    ("persona a number", {"persona": 7}, "persona", "expected text in quotes, got 7"),
    ("future schema", {"schema_version": 2}, "schema_version", "cannot read schema version 2"),
    ("schema true", {"schema_version": True}, "schema_version", "cannot read schema version true"),
    ("schema text", {"schema_version": "1"}, "schema_version", 'cannot read schema version "1"'),
    ("zone unknown", {"timezone": "America/Chigago"}, "timezone", "did you mean 'America/Chicago'?"),
    ("zone in small letters", {"timezone": "america/chicago"}, "timezone", "did you mean 'America/Chicago'?"),
    ("zone a city", {"timezone": "Chicago"}, "timezone", "did you mean 'America/Chicago'?"),
    ("zone a path", {"timezone": "../etc/passwd"}, "timezone", "no IANA time zone"),
    ("zone factory", {"timezone": "Factory"}, "timezone", "no IANA time zone"),
    ("currency withdrawn", {"currency": "HRK"}, "currency", "successor is EUR"),
    ("currency lev", {"currency": "BGN"}, "currency", "successor is EUR"),
    ("currency small", {"currency": "usd"}, "currency", "did you mean 'USD'?"),
    ("currency sign", {"currency": "$"}, "currency", "no active ISO 4217 currency"),
    ("currency for tests", {"currency": "XTS"}, "currency", "no active ISO 4217 currency"),
    ("currency of funds", {"currency": "USN"}, "currency", "no active ISO 4217 currency"),
    # Numbers.
    (
        "minutes in quotes",
        {"rates": [{"minutes": "60", "amount": 1}]},
        "rates[0].minutes",
        "whole number of minutes",
    ),
    ("minutes a fraction", {"min_minutes": 60.5}, "min_minutes", "60.5 is not a whole number"),
    ("minutes with a point", {"min_minutes": 60.0}, "min_minutes", "60.0 is not a whole number"),
    ("minutes true", {"min_minutes": True}, "min_minutes", "true is not a whole number"),
    ("minutes zero", {"min_minutes": 0}, "min_minutes", "from 1 to 10080"),
    ("minutes negative", {"min_minutes": -60}, "min_minutes", "from 1 to 10080"),
    ("minutes over a week", {"min_minutes": 10081}, "min_minutes", "from 1 to 10080"),
    ("max_chars zero", {"voice": {"max_chars": 0}}, "voice.max_chars", "from 1 to 100000"),
    ("max_chars huge", {"voice": {"max_chars": 100001}}, "voice.max_chars", "from 1 to 100000"),
    ("max_emoji negative", {"voice": {"max_emoji": -1}}, "voice.max_emoji", "from 0 to 1000"),
    ("max_emoji huge", {"voice": {"max_emoji": 1001}}, "voice.max_emoji", "from 0 to 1000"),
    (
        "amount zero",
        {"rates": [{"minutes": 60, "amount": 0}]},
        "rates[0].amount",
        "0 is not an amount of money above 0",
    ),
    ("amount negative", {"rates": [{"minutes": 60, "amount": -5}]}, "rates[0].amount", "above 0"),
    ("amount in quotes", {"rates": [{"minutes": 60, "amount": "180"}]}, "rates[0].amount", "without quotes"),
    (
        "amount true",
        {"rates": [{"minutes": 60, "amount": True}]},
        "rates[0].amount",
        "expected a number, got true",
    ),
    (
        "amount a list",
        {"rates": [{"minutes": 60, "amount": [180]}]},
        "rates[0].amount",
        "expected a number, got a list",
    ),
    ("amount NaN", {"deposit": {"amount": float("nan")}}, "deposit.amount", "not a finite number"),
    ("amount infinite", {"deposit": {"amount": float("inf")}}, "deposit.amount", "not a finite number"),
    ("amount too large", {"deposit": {"amount": 10**9 + 1}}, "deposit.amount", "up to 1000000000"),
    (
        "amount beyond print",
        {"deposit": {"amount": 10**5000}},
        "deposit.amount",
        "a very large number is not",
    ),
    (
        "amount too fine",
        {"deposit": {"amount": Decimal("1.00001")}},
        "deposit.amount",
        "more than 4 decimal places",
    ),
    (
        "amount below a cent",
        {"deposit": {"amount": 1.005}},
        "deposit.amount",
        "1.005 cannot be paid in USD: at most 2",
    ),
    (
        "yen with decimals",
        {"currency": "JPY", "deposit": {"amount": 1.5}},
        "deposit.amount",
        "a whole number",
    ),
    (
        "rate below a cent",
        {"rates": [{"minutes": 60, "amount": 1.001}]},
        "rates[0].amount",
        "cannot be paid in USD",
    ),
    ("percent zero", {"deposit": {"percent": 0}}, "deposit.percent", "above 0 and up to 100"),
    ("percent over 100", {"deposit": {"percent": 100.5}}, "deposit.percent", "above 0 and up to 100"),
    ("both deposits", {"deposit": {"amount": 5, "percent": 5}}, "deposit", "given twice"),
    ("threshold over 10", {"policy": {"judge": {"drift": 10.5}}}, "policy.judge.drift", "from 0 up to 10"),
    ("threshold negative", {"policy": {"judge": {"drift": -1}}}, "policy.judge.drift", "from 0 up to 10"),
    ("threshold text", {"policy": {"judge": {"drift": "7"}}}, "policy.judge.drift", "without quotes"),
    # Choices and switches.
    ("mode", {"modes": ["incal"]}, "modes[0]", "did you mean 'incall'?"),
    ("mode twice", {"modes": ["incall", "incall"]}, "modes[1]", "listed twice"),
    (
        "mode of a rate",
        {"rates": [{"minutes": 60, "amount": 1, "mode": "home"}]},
        "rates[0].mode",
        "'incall' or 'outcall'",
    ),
    ("timing", {"payment": {"timing": "upfront"}}, "payment.timing", "expected 'before' or 'after' or 'any'"),
    ("price", {"policy": {"price_in_writing": "nevr"}}, "policy.price_in_writing", "did you mean 'never'?"),
    ("service", {"policy": {"service_in_writing": False}}, "policy.service_in_writing", "got false"),
    ("effect", {"policy": {"rules": {"voice": "Hold"}}}, "policy.rules.voice", "did you mean 'hold'?"),
    (
        "rule's name",
        {"policy": {"rules": {"Pay After": "off"}}},
        'policy.rules["Pay After"]',
        "not a legal name",
    ),
    (
        "switch by number",
        {"channels": {"text_only": 1}},
        "channels.text_only",
        "expected true or false, got 1",
    ),
    ("switch by word", {"voice": {"allow_links": "no"}}, "voice.allow_links", "expected true or false"),
    ("repair by word", {"policy": {"repair": "yes"}}, "policy.repair", "expected true or false"),
    # Shapes.
    ("list wanted", {"services": "massage"}, "services", 'expected a list in [], got "massage"'),
    ("object wanted", {"voice": []}, "voice", "expected an object in {}, got a list"),
    ("mapping wanted", {"channels": {"handles": ["@x"]}}, "channels.handles", "expected an object in {}"),
    ("rate wanted", {"rates": [180]}, "rates[0]", "expected an object in {}, got 180"),
    ("null", {"trade": None}, "trade", "leave the key out"),
    (
        "null inside",
        {"rates": [{"minutes": 60, "amount": 1, "mode": None}]},
        "rates[0].mode",
        "leave the key out",
    ),
    ("rate without amount", {"rates": [{"minutes": 60}]}, "rates[0].amount", "is required"),
    ("rate without minutes", {"rates": [{"amount": 60}]}, "rates[0].minutes", "is required"),
    # Phrases.
    ("phrase empty", {"services": ["ok", ""]}, "services[1]", "is empty"),
    ("phrase blank", {"never_offer": [" \u00a0"]}, "never_offer[0]", "is empty"),
    ("phrase invisible", {"voice": {"banned": ["\u200b\u2060"]}}, "voice.banned[0]", "empty to a reader"),
    (
        "alias invisible",
        {"locations": [{"city": "A", "aliases": ["\u00ad"]}]},
        "locations[0].aliases[0]",
        "empty to",
    ),
    ("phrase of fillers", {"services": ["\u3164"]}, "services[0]", "empty to a reader"),
    ("phrase too long", {"services": ["x" * 201]}, "services[0]", "201 characters long"),
    ("phrase with NUL", {"services": ["a\x00b"]}, "services[0]", "U+0000, at character 2"),
    ("phrase with a line break", {"services": ["a\nb"]}, "services[0]", "U+000A, at character 2"),
    (
        "half a pair",
        {"services": ["ab\ud83d"]},
        "services[0]",
        "half of a surrogate pair, U+D83D, at character 3",
    ),
    ("phrase a number", {"services": [5]}, "services[0]", "expected text in quotes, got 5"),
    ("trade too long", {"trade": "x" * 2001}, "trade", "2001 characters long"),
    ("goal with NUL", {"mission": {"goal": "\x00"}}, "mission.goal", "control character"),
    ("market empty", {"mission": {"market": " "}}, "mission.market", "is empty"),
    ("place without a name", {"locations": [{"modes": []}]}, "locations[0]", "names no place"),
    # Contacts.
    (
        "e-mail without @",
        {"channels": {"emails": ["ines.example.com"]}},
        "channels.emails[0]",
        "not an e-mail address",
    ),
    (
        "e-mail without a dot",
        {"channels": {"emails": ["ines@example"]}},
        "channels.emails[0]",
        "not an e-mail address",
    ),
    (
        "two e-mails in one",
        {"channels": {"emails": ["a@b.co, c@d.co"]}},
        "channels.emails[0]",
        "not an e-mail address",
    ),
    (
        "link of another kind",
        {"channels": {"links": ["javascript:alert(1)"]}},
        "channels.links[0]",
        "not a link",
    ),
    (
        "link with a space",
        {"channels": {"links": ["https://a.example/b c"]}},
        "channels.links[0]",
        "not a link",
    ),
    ("link without a dot", {"channels": {"links": ["https://localhost"]}}, "channels.links[0]", "not a link"),
    ("phone too short", {"channels": {"phones": ["1234"]}}, "channels.phones[0]", "5 to 15 digits"),
    ("phone too long", {"channels": {"phones": ["1" * 16]}}, "channels.phones[0]", "5 to 15 digits"),
    ("phone in words", {"channels": {"phones": ["call me"]}}, "channels.phones[0]", "not a phone number"),
    (
        "handle with a space",
        {"channels": {"handles": {"instagram": "ines bodywork"}}},
        "channels.handles.instagram",
        "@name",
    ),
    (
        "payee with a space",
        {"channels": {"handles": {"upi": "name@ok bank"}}},
        "channels.handles.upi",
        "@name",
    ),
    ("payee without a bank", {"channels": {"handles": {"upi": "name@"}}}, "channels.handles.upi", "@name"),
    ("handle of signs", {"channels": {"handles": {"x": "@"}}}, "channels.handles.x", "@name"),
    ("platform empty", {"channels": {"handles": {"": "@x"}}}, 'channels.handles[""]', "is empty"),
    # Days and times.
    ("no such day", {"mission": {"date": "2026-11-31"}}, "mission.date", "no day of the calendar"),
    ("day the other way", {"mission": {"date": "21/11/2026"}}, "mission.date", 'a date as "2026-11-21"'),
    ("day with a time", {"mission": {"date": "2026-11-21T00:00"}}, "mission.date", "a date as"),
    ("day of the week form", {"mission": {"date": "2026-W47-6"}}, "mission.date", "a date as"),
    ("day a number", {"mission": {"date": 20261121}}, "mission.date", "a date as"),
    ("year mistyped", {"mission": {"date": "0206-11-21"}}, "mission.date", "a year from 2000 to 2199"),
    (
        "window backwards",
        {"locations": [{"city": "A", "from": "2026-11-20", "until": "2026-11-19"}]},
        "locations[0].until",
        "ends on 2026-11-19, before it begins on 2026-11-20",
    ),
    (
        "offset",
        {"mission": {"slots": [["2026-11-21T18:00-06:00", "2026-11-21T20:00"]]}},
        "mission.slots[0][0]",
        "without one",
    ),
    (
        "zulu",
        {"mission": {"slots": [["2026-11-21T18:00", "2026-11-21T20:00Z"]]}},
        "mission.slots[0][1]",
        "offset",
    ),
    (
        "space for T",
        {"mission": {"slots": [["2026-11-21 18:00", "2026-11-21T20:00"]]}},
        "mission.slots[0][0]",
        "local time",
    ),
    (
        "hour 25",
        {"mission": {"slots": [["2026-11-21T25:00", "2026-11-21T20:00"]]}},
        "mission.slots[0][0]",
        "no time of",
    ),
    (
        "with seconds",
        {"mission": {"slots": [["2026-11-21T18:00:30", "2026-11-21T20:00"]]}},
        "mission.slots[0][0]",
        "local",
    ),
    ("one end", {"mission": {"slots": [["2026-11-21T18:00"]]}}, "mission.slots[0]", "got a list of 1"),
    (
        "backwards",
        {"mission": {"slots": [["2026-11-21T20:00", "2026-11-21T18:00"]]}},
        "mission.slots[0]",
        "starts at",
    ),
    (
        "no length",
        {"mission": {"slots": [["2026-11-21T20:00", "2026-11-21T20:00"]]}},
        "mission.slots[0]",
        "starts at",
    ),
    (
        "two days",
        {"mission": {"slots": [["2026-11-21T20:00", "2026-11-22T20:01"]]}},
        "mission.slots[0]",
        "24 hours",
    ),
    (
        "another day",
        {"mission": {"date": "2026-11-22", "slots": [["2026-11-21T18:00", "2026-11-21T20:00"]]}},
        "mission.slots[0]",
        "begins on 2026-11-21, but the mission's date is 2026-11-22",
    ),
    (
        "same slot twice",
        {
            "mission": {
                "slots": [
                    ["2026-11-21T21:00", "2026-11-21T22:00"],
                    ["2026-11-21T18:00", "2026-11-21T20:00"],
                    ["2026-11-21T21:00", "2026-11-21T22:00"],
                ]
            }
        },
        "mission.slots[2]",
        "is the same slot as mission.slots[0]",
    ),
    # Across fields; paths are those of the file, not of the sorted card.
    (
        "contradicting rates",
        {
            "rates": [
                {"minutes": 90, "amount": 200},
                {"minutes": 60, "amount": 150},
                {"minutes": 60, "amount": 150, "mode": "incall"},
                {"minutes": 60, "amount": 180},
            ]
        },
        "rates[3].amount",
        "60 minutes costs 180 here but 150 in rates[1].amount",
    ),
    (
        "contradicting rates of a mode",
        {
            "rates": [
                {"minutes": 60, "amount": 1, "mode": "incall"},
                {"minutes": 60, "amount": 2, "mode": "incall"},
            ]
        },
        "rates[1].amount",
        "60 minutes incall costs 2 here but 1 in rates[0].amount",
    ),
    (
        "repeated rate",
        {"rates": [{"minutes": 60, "amount": 150}, {"minutes": 60, "amount": 150.0}]},
        "rates[1].amount",
        "is the same rate as rates[0]",
    ),
]


@pytest.mark.parametrize(("change", "path", "words"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_it_is_refused_at_its_path_with_advice(change: dict[str, Any], path: str, words: str) -> None:
    with pytest.raises(SpecError) as caught:
        Spec.from_dict(BASE | change)
    assert [problem.path for problem in caught.value.problems] == [path]
    assert words in caught.value.problems[0].message
    assert str(caught.value) == f"{path}: {caught.value.problems[0].message}"


ACCEPTED: list[tuple[str, dict[str, Any]]] = [
    ("nothing more", {}),
    (
        "every top-level list empty",
        {key: [] for key in ("rates", "modes", "locations", "services", "never_offer")},
    ),
    (
        "every part empty",
        {key: {} for key in ("deposit", "channels", "payment", "policy", "voice", "mission")},
    ),
    ("bounds of minutes", {"min_minutes": 1, "rates": [{"minutes": 10080, "amount": 1}]}),
    ("bounds of voice", {"voice": {"max_chars": 100_000, "max_emoji": 0}}),
    ("bounds of judge", {"policy": {"judge": {"drift": 0, "voice": 10}}}),
    ("bounds of deposit", {"deposit": {"percent": 100}}),
    ("cents", {"deposit": {"amount": 0.01}}),
    ("three decimals of a dinar", {"currency": "KWD", "deposit": {"amount": 1.005}}),
    ("yen", {"currency": "JPY", "deposit": {"amount": 15000}}),
    (
        "a mode's rate beside the general one",
        {"rates": [{"minutes": 60, "amount": 1}, {"minutes": 60, "amount": 2, "mode": "incall"}]},
    ),
    ("one day's window", {"locations": [{"city": "A", "from": "2026-11-20", "until": "2026-11-20"}]}),
    ("a region alone", {"locations": [{"region": "TX"}]}),
    (
        "phones in every dress",
        {"channels": {"phones": ["+44 7700 900318", "416-555-0176", "(512) 555.0100 ext 3", "12345"]}},
    ),
    (
        "links in every dress",
        {"channels": {"links": ["a.example", "https://a.example:8080/b?c#d", "HTTP://A.Example/"]}},
    ),
    (
        "handles in every dress",
        {
            "channels": {
                "handles": {
                    "ig": "@a.b_c",
                    "venmo": "ines-b",
                    "payid": "+61 400 000 000",
                    "paypal": "a@b.co",
                    "upi": "ines.b-2@okbank",
                }
            }
        },
    ),
    ("seconds of zero", {"mission": {"slots": [["2026-11-21T18:00:00", "2026-11-21T20:00:00"]]}}),
    (
        "past midnight",
        {"mission": {"date": "2026-11-21", "slots": [["2026-11-21T22:00", "2026-11-22T01:00"]]}},
    ),
    (
        "slots that touch",
        {
            "mission": {
                "slots": [["2026-11-21T18:00", "2026-11-21T19:00"], ["2026-11-21T19:00", "2026-11-21T20:00"]]
            }
        },
    ),
    ("lines in free text", {"trade": "massage\nand more", "mission": {"goal": "fill\ttonight"}}),
    ("an emoji as a banned phrase", {"voice": {"banned": ["\U0001f609", "!!!"]}}),
    ("a rule of another package", {"policy": {"rules": {"acme.no-puns": "warn"}}}),
]


@pytest.mark.parametrize("change", [c[1] for c in ACCEPTED], ids=[c[0] for c in ACCEPTED])
def test_it_is_accepted_and_read_back_the_same(change: dict[str, Any]) -> None:
    spec = Spec.from_dict(BASE | change)
    assert Spec.from_json(spec.to_json()) == spec


@pytest.mark.parametrize("key", ["persona", "timezone", "currency"])
def test_only_three_fields_are_required(key: str) -> None:
    with pytest.raises(SpecError) as caught:
        Spec.from_dict({k: v for k, v in BASE.items() if k != key})
    assert [(p.path, p.message, p.value) for p in caught.value.problems] == [(key, "is required", None)]


def test_every_problem_is_reported_at_once() -> None:
    with pytest.raises(SpecError) as caught:
        Spec.from_dict(
            {"persona": "a b", "timezone": "X", "currency": "HRK", "rates": [{"minutes": 0, "amont": 5}]}
        )
    assert {problem.path for problem in caught.value.problems} == {
        "persona",
        "timezone",
        "currency",
        "rates[0].minutes",
        "rates[0].amount",
        "rates[0].amont",
    }


def test_both_ends_of_a_bad_slot_are_reported() -> None:
    with pytest.raises(SpecError) as caught:
        Spec.from_dict(BASE | {"mission": {"slots": [["x", "y"]]}})
    assert [problem.path for problem in caught.value.problems] == [
        "mission.slots[0][0]",
        "mission.slots[0][1]",
    ]


def test_a_problem_carries_the_value_and_what_is_legal() -> None:
    with pytest.raises(SpecError) as caught:
        Spec.from_dict(BASE | {"voice": {"max_emoji": 5000}, "payment": {"time": "any"}})
    emoji, unknown = sorted(caught.value.problems, key=lambda problem: problem.path, reverse=True)
    assert (emoji.value, emoji.legal) == (5000, "a whole number of emoji from 0 to 1000")
    assert (unknown.value, unknown.legal) == ("any", "one of timing")


@pytest.mark.parametrize("value", [5, "facts", None, [("persona", "ines")]])
def test_what_is_no_object_is_refused(value: Any) -> None:
    with pytest.raises(SpecError, match="expected an object"):
        Spec.from_dict(value)


def test_the_fold_of_the_gate_decides_what_is_empty() -> None:
    document = BASE | {"services": ["ok", "***"]}
    assert Spec.from_dict(document).services == ("ok", "***")
    with pytest.raises(SpecError) as caught:
        Spec.from_dict(document, fold=lambda text: text.replace("*", " "))
    assert [problem.path for problem in caught.value.problems] == ["services[1]"]


def test_very_deep_data_is_refused_and_not_a_crash() -> None:
    deep: Any = 1
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(SpecError, match=r"^services\[0\]: expected text"):
        Spec.from_dict(BASE | {"services": [deep]})
