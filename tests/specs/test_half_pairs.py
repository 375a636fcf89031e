"""Half a surrogate pair is legal in JSON, and in no name: it is refused with its place, and crashes nothing."""

from __future__ import annotations

import pytest

from specs import Spec, SpecError

BASE = {"persona": "leo", "timezone": "America/Toronto", "currency": "CAD"}


@pytest.mark.parametrize("field", BASE)
def test_half_a_pair_is_refused_with_its_place(field: str) -> None:
    with pytest.raises(SpecError) as refused:
        Spec.from_dict({**BASE, field: "\ud800"})
    (problem,) = refused.value.problems
    assert problem.path == field
    str(refused.value).encode("utf-8")
