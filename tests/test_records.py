from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, replace
from typing import ClassVar

import pytest

from align.records import Word, changed, closed, quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A base."""

    sides: int
    name: str = "shape"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Shape):
    """A record with a base."""

    width: float
    tags: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Point:
    """A record whose fields go by place."""

    x: int
    y: int = 0


@closed
class Mood(Word):
    """A closed set."""

    CALM: ClassVar[Mood]
    VERY_GLAD: ClassVar[Mood]


def test_a_quick_record_is_what_it_is_made_of() -> None:
    box = Box(sides=4, width=2.5)
    assert (box.sides, box.name, box.width, box.tags) == (4, "shape", 2.5, ())
    assert repr(box) == "Box(sides=4, name='shape', width=2.5, tags=())"
    assert isinstance(box, Shape)
    assert type(box) is Box
    assert Point(1, y=2) == Point(1, 2) != Point(1)


def test_quick_records_are_equal_and_hash_by_content() -> None:
    one, other = Box(sides=4, width=1.0), Box(sides=4, width=1.0)
    assert one == other
    assert hash(one) == hash(other)
    assert one != Box(sides=4, width=2.0)
    assert one != Shape(sides=4)


@pytest.mark.parametrize("record", [Shape(sides=3), Box(sides=4, width=1.0), Point(1)])
def test_a_quick_record_stays_frozen(record: object) -> None:
    name = next(iter(record.__dataclass_fields__))  # type: ignore[attr-defined] # every record has them
    with pytest.raises(FrozenInstanceError):
        setattr(record, name, 9)
    with pytest.raises(FrozenInstanceError):
        delattr(record, name)
    assert not hasattr(record, "__dict__")


def test_a_quick_record_is_changed_into_another() -> None:
    box = Box(sides=4, width=1.0, tags=("a",))
    wider = changed(box, width=3.0)
    assert wider == replace(box, width=3.0)
    assert type(wider) is Box
    assert box.width == 1.0
    with pytest.raises(FrozenInstanceError):
        wider.width = 2.0  # type: ignore[misc] # as it should be
    with pytest.raises(AttributeError):
        changed(box, height=1.0)


def test_a_quick_record_is_replaced_copied_and_pickled() -> None:
    box = Box(sides=4, width=1.0, tags=("a",))
    assert replace(box, width=3.0) == Box(sides=4, width=3.0, tags=("a",))
    assert copy.deepcopy(box) == box
    assert pickle.loads(pickle.dumps(box)) == box  # noqa: S301 - our own bytes


def test_a_quick_record_wants_its_fields() -> None:
    with pytest.raises(TypeError):
        Box(sides=4)  # type: ignore[call-arg] # that is the point
    with pytest.raises(TypeError):
        Box(4, "box")  # type: ignore[call-arg] # that is the point


def test_a_word_of_a_closed_set_is_one_and_itself() -> None:
    assert str(Mood.VERY_GLAD) == "very_glad"
    assert Mood.CALM == "calm"
    assert copy.deepcopy(Mood.CALM) is Mood.CALM
    assert pickle.loads(pickle.dumps(Mood.VERY_GLAD)) is Mood.VERY_GLAD  # noqa: S301 - our own bytes
