"""The canonical form and its digests."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specs import Location, Spec, parse_spec
from specs.document import PARTS, canonical_json
from specs.document.canonical import plain

if TYPE_CHECKING:
    import random

BASE: dict[str, Any] = {"persona": "ines", "timezone": "America/Chicago", "currency": "USD"}

PHRASES = st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), max_size=4)
CENTS = st.integers(1, 10**9).map(lambda cents: Decimal(cents) / 100)
MODES = st.lists(st.sampled_from(["incall", "outcall"]), unique=True)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def slots_of(minutes: list[tuple[int, int]]) -> list[list[str]]:
    def write(at: int) -> str:
        return f"2026-11-21T{at // 60:02}:{at % 60:02}"

    return [[write(start), write(start + length)] for start, length in minutes]


DOCUMENTS = some(
    schema_version=st.just(1),
    trade=st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=30),
    rates=st.lists(
        st.fixed_dictionaries(
            {"minutes": st.integers(1, 10080), "amount": CENTS},
            optional={"mode": st.sampled_from(["incall", "outcall"])},
        ),
        unique_by=lambda rate: (rate["minutes"], rate.get("mode")),
        max_size=5,
    ),
    deposit=st.one_of(
        st.just({}),
        st.fixed_dictionaries({"amount": CENTS}),
        st.fixed_dictionaries({"percent": st.integers(1, 100)}),
    ),
    min_minutes=st.integers(1, 10080),
    locations=st.lists(
        st.fixed_dictionaries(
            {"city": st.sampled_from(["Austin", "Łódź", "東京"])},
            optional={"aliases": PHRASES, "modes": MODES},
        ),
        max_size=3,
    ),
    channels=some(
        text_only=st.booleans(),
        allowed=PHRASES,
        handles=st.dictionaries(st.sampled_from("abcd"), st.just("@x")),
    ),
    payment=some(timing=st.sampled_from(["before", "after", "any"])),
    services=PHRASES,
    policy=some(
        rules=st.dictionaries(
            st.sampled_from(["voice", "pay_after"]), st.sampled_from(["hold", "warn", "off"])
        ),
        judge=st.dictionaries(
            st.sampled_from(["drift", "voice"]), st.integers(0, 1000).map(lambda n: n / 100)
        ),
        repair=st.booleans(),
        waivers=st.lists(
            st.fixed_dictionaries(
                {
                    "id": st.sampled_from(["ana-1", "ana-2", "ben-1"]),
                    "rule": st.just("voice"),
                    "said": st.sampled_from(["hun", "no worries"]),
                    "until": st.just("2026-12-20"),
                    "author": st.just("ana"),
                    "reason": st.just("a name"),
                },
                optional={"claimed": st.just("“hun”"), "from": st.just("2026-11-21")},
            ),
            unique_by=lambda waiver: waiver["id"],
            max_size=3,
        ),
    ),
    never_offer=PHRASES,
    voice=some(max_chars=st.integers(1, 100000), banned=PHRASES, allow_links=st.booleans()),
    mission=some(
        goal=st.text(st.characters(categories=["L"]), max_size=9),
        slots=st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 400)), unique=True, max_size=3).map(
            slots_of
        ),
    ),
).map(lambda document: BASE | document)


def as_json(document: object, *, shuffle: random.Random | None = None) -> str:
    def write(value: Any) -> Any:
        if isinstance(value, Decimal):
            return float(value)
        if isinstance(value, dict):
            items = list(value.items())
            if shuffle is not None:
                shuffle.shuffle(items)
            return {key: write(item) for key, item in items}
        if isinstance(value, list):
            return [write(item) for item in value]
        return value

    return json.dumps(write(document), indent=2 if shuffle else None, ensure_ascii=shuffle is None)


@given(document=DOCUMENTS)
def test_a_spec_comes_back_from_its_own_json(document: dict[str, Any]) -> None:
    spec = Spec.from_dict(document)
    for text in (spec.to_json(), spec.to_json(indent=2)):
        again = parse_spec(text)
        assert again == spec
        assert again.digest == spec.digest
        assert [getattr(again, name) for name in Spec.model_fields] == [
            getattr(spec, name) for name in Spec.model_fields
        ]
        assert again.to_json() == spec.to_json()


@given(document=DOCUMENTS, seed=st.randoms(use_true_random=False))
def test_the_digest_does_not_know_order_of_keys_rates_slots_or_modes(
    document: dict[str, Any], seed: random.Random
) -> None:
    spec = parse_spec(as_json(document))
    other = json.loads(as_json(document, shuffle=seed))
    for path in (("rates",), ("mission", "slots"), ("modes",)):
        holder: Any = other
        for step in path[:-1]:
            holder = holder.get(step, {})
        if path[-1] in holder:
            seed.shuffle(holder[path[-1]])
    shuffled = parse_spec(as_json(other, shuffle=seed))
    assert shuffled.digest == spec.digest
    assert repr(shuffled) == repr(spec)


@given(one=DOCUMENTS, other=DOCUMENTS)
def test_digests_are_equal_exactly_when_the_documents_are(one: dict[str, Any], other: dict[str, Any]) -> None:
    first, second = Spec.from_dict(one), Spec.from_dict(other)
    assert (first.digest == second.digest) is (first.to_dict() == second.to_dict())
    assert (first.digest == second.digest) is (first.part_digests == second.part_digests)


@given(document=DOCUMENTS)
def test_the_canonical_form_is_sorted_ascii_without_spaces_or_nulls(document: dict[str, Any]) -> None:
    text = Spec.from_dict(document).to_json()
    assert text.isascii()
    assert text == canonical_json(json.loads(text))
    assert "null" not in {json.dumps(value) for value in _scalars(json.loads(text))}


def _scalars(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [scalar for item in value.values() for scalar in _scalars(item)]
    if isinstance(value, list):
        return [scalar for item in value for scalar in _scalars(item)]
    return [value]


@pytest.mark.parametrize("amount", ["180", "180.0", "180.00", "1.8e2", "18000e-2"])
def test_one_amount_has_one_digest(amount: str) -> None:
    base = json.dumps(BASE)[:-1]
    spec = parse_spec(f'{base}, "deposit": {{"amount": {amount}}}}}')
    assert spec.digest == parse_spec(f'{base}, "deposit": {{"amount": 180}}}}').digest
    assert '"amount":180}' in spec.to_json()


@given(amount=CENTS)
def test_an_amount_is_written_as_it_was_read(amount: Decimal) -> None:
    text = Spec.from_dict(BASE | {"deposit": {"amount": amount}}).to_json()
    assert Decimal(json.loads(text, parse_float=Decimal, parse_int=Decimal)["deposit"]["amount"]) == amount
    assert "e" not in text[text.index("deposit") + 7 : text.index("persona")]


@pytest.mark.parametrize(
    ("explicit", "unset"),
    [({"schema_version": 1}, {}), ({"policy": {"repair": False}}, {"policy": {}})],
    ids=["schema_version", "repair"],
)
def test_a_default_written_out_changes_no_digest(explicit: dict[str, Any], unset: dict[str, Any]) -> None:
    assert Spec.from_dict(BASE | explicit).digest == Spec.from_dict(BASE | unset).digest


def test_a_switch_that_is_on_is_written() -> None:
    assert Spec.from_dict(BASE | {"policy": {"repair": True}}).to_dict()["policy"] == {"repair": True}
    assert Spec.from_dict(BASE | {"voice": {"allow_links": False}}).to_dict()["voice"] == {
        "allow_links": False
    }


def test_old_digests_stay() -> None:
    """These digests are in stored decisions; a change here breaks their link to the spec."""
    assert (
        Spec.from_dict(BASE).to_json() == '{"currency":"USD","persona":"ines","timezone":"America/Chicago"}'
    )
    assert Spec.from_dict(BASE).digest == "8b955deed6e1cb5302771e6301270811134d22eecf48630f0fa0487f9abfa2e3"
    assert (
        Spec.from_dict(BASE).part_digests.mission
        == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    )


def test_every_field_is_in_exactly_one_part() -> None:
    named = [field for fields in PARTS.values() for field in fields]
    assert sorted(named) == sorted(Spec.model_fields)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"persona": "leo"}, "facts"),
        ({"currency": "CAD"}, "facts"),
        ({"trade": "dog groomer"}, "facts"),
        ({"rates": []}, "facts"),
        ({"min_minutes": 30}, "facts"),
        ({"locations": [{"city": "Austin"}]}, "facts"),
        ({"channels": {"text_only": True}}, "facts"),
        ({"payment": {"timing": "before"}}, "facts"),
        ({"services": ["a"]}, "facts"),
        ({"policy": {}}, "policy"),
        ({"never_offer": []}, "policy"),
        ({"voice": {"max_chars": 9}}, "policy"),
        ({"mission": {"goal": "fill tonight"}}, "mission"),
    ],
)
def test_a_change_shows_in_its_own_part_alone(change: dict[str, Any], part: str) -> None:
    before, after = Spec.from_dict(BASE), Spec.from_dict(BASE | change)
    changed = {
        name for name in PARTS if getattr(before.part_digests, name) != getattr(after.part_digests, name)
    }
    assert changed == {part}
    assert before.digest != after.digest


def test_what_no_document_contains_has_no_plain_form() -> None:
    with pytest.raises(TypeError, match="object is no value"):
        plain(object())
    assert plain(Location(city="Austin")) == {"city": "Austin"}
