"""Promise 8 through the gate: a stricter spec never turns a held candidate into one that may go.

The engine writes the same bodies, whatever it is told, and there is no judge. One thing is left out on purpose: the
gate stops asking for redrafts when two bodies in a row fail alike, and under a stricter spec they may not. Then it looks
at a body that it never saw under the milder one; what goes is clean under both all the same.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from align import validate_draft
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.harness.failures import Absent
from specs import Spec
from tests.gate.parts import NOW, Engine, Log, Specs
from tests.store.documents import document

if TYPE_CHECKING:
    from align.gate.decision import Decision

PHRASES = ("sedation", "teeth cleaning", "ear candling", "nail art", "doggy spa", "hand stripping")
PLACES: list[dict[str, Any]] = [
    {"city": "Toronto", "region": "ON", "country": "CA", "aliases": ["Leslieville"]},
    {"city": "Montreal", "region": "QC", "country": "CA"},
    {"city": "Ottawa", "region": "ON", "country": "CA", "from": "2026-11-20", "until": "2026-11-23"},
]
SENTENCES = st.sampled_from(
    [
        "Hi!",
        "An hour at mine is 80.",
        "An hour at mine is 70.",
        "I'm in Toronto this week.",
        "Come see me in Leslieville, I'm there today.",
        "I'm in Montreal this week, come by.",
        "I'll be in Ottawa tomorrow.",
        "I'm in Paris this week, come by.",
        *(f"Sure, {phrase} is no problem, I can do that for you." for phrase in PHRASES),
        *(f"Sorry, I don't do {phrase}." for phrase in PHRASES),
        "",
    ]
)
BODIES = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)


@st.composite
def stricter(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw a document, and the same one with a phrase more that is never offered, or with a place less."""
    places = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique_by=lambda p: p["city"]))
    phrases = draw(st.lists(st.sampled_from(PHRASES), max_size=3, unique=True))
    rest: dict[str, Any] = {"policy": {"repair": draw(st.booleans())}}
    mild = document(locations=places, never_offer=phrases, **rest)
    if len(places) > 1 and draw(st.booleans()):
        gone = draw(st.sampled_from(places))
        return mild, document(locations=[p for p in places if p != gone], never_offer=phrases, **rest)
    phrase = draw(st.sampled_from([phrase for phrase in PHRASES if phrase not in phrases]))
    return mild, document(locations=places, never_offer=[*phrases, phrase], **rest)


def go(spec: Spec, candidate: Candidate, template: str, answers: list[Any], *, can_redraft: bool) -> Decision:
    engine = Engine(answers, can_redraft=can_redraft)
    specs = Specs(spec, {"opener": template})
    gate = AlignmentGate(GateParts(specs, engine, Log()), clock=lambda: NOW)
    return asyncio.run(gate.align(candidate))


@settings(max_examples=300, deadline=None)
@given(
    documents=stricter(),
    body=st.one_of(st.none(), BODIES),
    template=BODIES,
    answers=st.lists(st.one_of(BODIES, st.just(Absent("timeout"))), max_size=4),
    key=st.sampled_from([None, "opener"]),
    can_redraft=st.booleans(),
)
def test_a_stricter_spec_lets_nothing_go_that_a_milder_one_held(  # noqa: PLR0913 - one parameter a part
    documents: tuple[dict[str, Any], dict[str, Any]],
    body: str | None,
    template: str,
    answers: list[Any],
    key: str | None,
    *,
    can_redraft: bool,
) -> None:
    mild, strict = map(Spec.from_dict, documents)
    candidate = Candidate("c1", "leo", body, key)
    before = go(mild, candidate, template, answers, can_redraft=can_redraft)
    after = go(strict, candidate, template, answers, can_redraft=can_redraft)
    event(f"{before.outcome_name} -> {after.outcome_name}")
    if after.body is not None:
        assert validate_draft(after.body, mild, now=NOW).ok
    looked_at = {attempt.body for attempt in before.attempts}
    if before.body is None and {attempt.body for attempt in after.attempts} <= looked_at:
        assert after.body is None
    if not can_redraft and before.body is None:
        assert after.body is None
