"""Templates with places are looked at with a sample word in each: their own words are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.operators.templates import failing_templates
from specs.store import Edit, SpecStore, TemplateEdit
from tests.store.documents import document

if TYPE_CHECKING:
    from tests.store.conftest import Clock


def test_a_place_is_no_fault_and_the_words_around_it_are_checked(store: SpecStore, clock: Clock) -> None:
    store.add_persona(document(), Edit({}, "ana", "first"))
    for key, body in (
        ("good", "Hi {name}! An hour is 80, see you on {day}. {{:"),
        ("bad", "Hi {name}! An hour is 70."),
    ):
        store.set_template("leo", TemplateEdit(key, body, "ana", "first"))
    (failing,) = failing_templates(store, "leo", clock.now)
    assert failing.key == "bad"
    assert [v.rule for v in failing.validation.violations] == ["price_contradiction"]
