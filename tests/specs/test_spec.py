"""The document as a value: absent and empty, order, immutability, equality, copies."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from specs import Location, Mission, Rate, Slot, Spec, SpecError
from specs.document import Part

BASE: dict[str, Any] = {"persona": "ines", "timezone": "America/Chicago", "currency": "USD"}
OPTIONAL = sorted(set(Spec.model_fields) - {*BASE, "schema_version"})


def at(*moment: int) -> dt.datetime:
    return dt.datetime(*moment)  # type: ignore[arg-type]  # noqa: DTZ001 - local times have no zone


def make(**fields: Any) -> Spec:
    return Spec.from_dict(BASE | fields)


@pytest.mark.parametrize("field", OPTIONAL)
def test_an_absent_field_is_none(field: str) -> None:
    assert getattr(make(), field) is None


def test_absent_and_empty_differ_in_value_and_digest() -> None:
    empty: dict[str, Any] = {"rates": [], "services": [], "channels": {}, "voice": {}, "deposit": {}}
    for field, value in empty.items():
        present = make(**{field: value})
        assert getattr(present, field) is not None
        assert present.digest != make().digest
        assert present.to_dict()[field] == value


def test_empty_inside_a_part_stays_empty() -> None:
    channels = make(channels={"handles": {}, "links": []}).channels
    assert channels is not None
    assert (channels.handles, channels.links, channels.phones) == ({}, (), None)


def test_rates_are_sorted_by_mode_and_minutes() -> None:
    spec = make(
        rates=[
            {"minutes": 60, "amount": 5, "mode": "outcall"},
            {"minutes": 90, "amount": 3},
            {"minutes": 60, "amount": 4, "mode": "incall"},
            {"minutes": 60, "amount": 2},
        ]
    )
    assert spec.rates is not None
    assert [(r.mode, r.minutes) for r in spec.rates] == [
        (None, 60),
        (None, 90),
        ("incall", 60),
        ("outcall", 60),
    ]


def test_modes_and_slots_are_sorted() -> None:
    late, early = ["2026-11-21T20:00", "2026-11-21T21:00"], ["2026-11-21T08:00", "2026-11-21T09:00"]
    spec = make(modes=["outcall", "incall"], mission={"slots": [late, early]})
    assert spec.modes == ("incall", "outcall")
    assert spec.mission is not None
    assert spec.mission.slots == (
        Slot(at(2026, 11, 21, 8), at(2026, 11, 21, 9)),
        Slot(at(2026, 11, 21, 20), at(2026, 11, 21, 21)),
    )


def test_values_have_python_types() -> None:
    spec = make(
        rates=[{"minutes": 60, "amount": 180.5}],
        deposit={"percent": 25},
        locations=[{"city": "Austin", "from": "2026-11-19", "until": "2026-11-24"}],
        policy={"judge": {"drift": 7}},
        mission={"date": "2026-11-21"},
    )
    assert spec.rates == (Rate(minutes=60, amount=Decimal("180.5")),)
    assert spec.deposit is not None
    assert spec.deposit.percent == Decimal(25)
    assert spec.locations is not None
    assert (spec.locations[0].from_, spec.locations[0].until) == (
        dt.date(2026, 11, 19),
        dt.date(2026, 11, 24),
    )
    assert spec.policy is not None
    assert spec.policy.judge == {"drift": 7.0}
    assert spec.mission == Mission(date=dt.date(2026, 11, 21))
    assert spec.zone.key == "America/Chicago"
    assert spec.money == ("USD", 2, "US Dollar")


def test_an_amount_has_no_binary_noise() -> None:
    assert make(deposit={"amount": 0.1}).deposit == make(deposit={"amount": Decimal("0.10")}).deposit
    assert (
        str(Spec.from_json(make(deposit={"amount": 99999.99}).to_json()).deposit)
        == "amount=Decimal('99999.99') percent=None"
    )


def test_python_values_are_as_good_as_json_ones() -> None:
    built = Spec(
        **BASE,
        rates=(Rate(minutes=60, amount=Decimal(180)),),
        locations=(Location.model_validate({"city": "Austin", "from": dt.date(2026, 11, 19)}),),
        mission=Mission(slots=(Slot(at(2026, 11, 21, 18), at(2026, 11, 21, 20)),)),
    )
    assert built == make(
        rates=[{"minutes": 60, "amount": 180}],
        locations=[{"city": "Austin", "from": "2026-11-19"}],
        mission={"slots": [["2026-11-21T18:00", "2026-11-21T20:00"]]},
    )


@pytest.mark.parametrize(
    "moment",
    [at(2026, 11, 21, 18).replace(tzinfo=dt.UTC), at(2026, 11, 21, 18, 0, 1)],
    ids=["aware", "seconds"],
)
def test_a_moment_is_naive_and_to_the_minute(moment: dt.datetime) -> None:
    with pytest.raises(SpecError, match=r"^mission\.slots\[0\]\[0\]: "):
        make(mission={"slots": [[moment, "2026-11-21T20:00"]]})


def test_nothing_can_be_changed() -> None:
    spec = make(channels={"handles": {"ig": "@a"}}, policy={"rules": {"voice": "off"}}, services=["a"])
    assert spec.channels is not None
    assert spec.policy is not None
    handles: Any = spec.channels.handles
    for change in (
        lambda: handles.update(ig="@b"),
        lambda: handles.__setitem__("ig", "@b"),
        lambda: handles.__delitem__("ig"),
        lambda: handles.pop("ig"),
        lambda: handles.setdefault("x", "@b"),
        handles.clear,
        handles.popitem,
        lambda: handles.__ior__({"ig": "@b"}),
    ):
        with pytest.raises(TypeError, match="cannot be changed"):
            change()
    for part, field in ((spec, "persona"), (spec.channels, "text_only")):
        with pytest.raises(ValidationError):
            setattr(part, field, "other")
    assert isinstance(spec.services, tuple)
    assert spec == make(
        channels={"handles": {"ig": "@a"}}, policy={"rules": {"voice": "off"}}, services=["a"]
    )


def test_specs_and_parts_are_equal_and_hash_by_content() -> None:
    one, same, other = make(services=["a"]), make(services=["a"]), make(services=["b"])
    assert one == same != other
    assert len({one, same, other}) == 2
    assert one != one.to_dict()
    handles = {"channels": {"handles": {"x": "@1", "y": "@2"}}}
    swapped = {"channels": {"handles": {"y": "@2", "x": "@1"}}}
    assert hash(make(**handles).channels) == hash(make(**swapped).channels)
    assert list(make(**swapped).channels.handles) == ["x", "y"]  # type: ignore[union-attr, arg-type]


def test_copies_and_pickles_are_equal() -> None:
    spec = make(channels={"handles": {"ig": "@a"}}, rates=[{"minutes": 60, "amount": 1.5}])
    before = spec.digest
    pickled = pickle.loads(pickle.dumps(spec))  # noqa: S301 - our own bytes
    for again in (copy.copy(spec), copy.deepcopy(spec), pickled, spec.model_copy()):
        assert again == spec
        assert again.digest == before
        handles: Any = again.channels and again.channels.handles
        assert handles == {"ig": "@a"}
        with pytest.raises(TypeError):
            handles["ig"] = "@b"


def test_replace_makes_a_checked_spec_with_its_own_digest() -> None:
    spec = make(min_minutes=60, services=["a"])
    before = spec.digest
    changed = spec.replace(min_minutes=90)
    assert (changed.min_minutes, changed.services) == (90, ("a",))
    assert changed.digest == make(min_minutes=90, services=["a"]).digest != before
    assert spec.model_copy(update={"min_minutes": 90}) == changed
    assert spec.replace(services=None) == make(min_minutes=60)
    assert spec.replace(rates=(Rate(minutes=60, amount=Decimal(5)),)).rates == (
        Rate(minutes=60, amount=Decimal(5)),
    )
    with pytest.raises(SpecError, match=r"^min_minutes: "):
        spec.replace(min_minutes=0)
    with pytest.raises(SpecError, match=r"^minimum: unknown key"):
        spec.replace(minimum=5)


@pytest.mark.parametrize(
    ("day", "state"),
    [("2026-11-18", "closed"), ("2026-11-19", "open"), ("2026-11-24", "open"), ("2026-11-25", "closed")],
)
def test_both_ends_of_a_window_count(day: str, state: str) -> None:
    place = Location.model_validate({"city": "Austin", "from": "2026-11-19", "until": "2026-11-24"})
    assert place.is_open_on(dt.date.fromisoformat(day)) is (state == "open")


def test_a_place_without_dates_is_always_open() -> None:
    assert Location(city="Austin").is_open_on(dt.date(2000, 1, 1))


def test_a_place_is_called_by_its_most_telling_name() -> None:
    assert Location(city="Austin", region="TX").label == "Austin"
    assert Location(region="TX", aliases=("ATX",)).label == "ATX"
    assert Location(region="TX", country="US").label == "TX"
    assert Location(country="US").label == "US"


def test_slots_of_a_day_begin_on_it() -> None:
    mission = make(mission={"slots": [["2026-11-21T22:00", "2026-11-22T01:00"]]}).mission
    assert mission is not None
    assert mission.slots_on(dt.date(2026, 11, 21)) == mission.slots
    assert mission.slots_on(dt.date(2026, 11, 22)) == ()


def test_every_part_is_closed_frozen_and_strict() -> None:
    parts = Part.__subclasses__()
    assert len(parts) >= 9
    for part in parts:
        assert (part.model_config["extra"], part.model_config["frozen"], part.model_config["strict"]) == (
            "forbid",
            True,
            True,
        )
