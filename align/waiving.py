"""What a rule found, parted into what holds and what a waiver covers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align.waivers import as_waived, as_written

if TYPE_CHECKING:
    from align.claims.claim import Claim
    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Violation
    from align.rules.rule import Rule
    from specs.document import Waiver

    Spans = frozenset[tuple[int, int]]
    Covered = tuple[Violation, Waiver]


def part(
    rule: Rule, found: list[Violation], draft: Draft, compiled: CompiledSpec
) -> tuple[list[Violation], list[Violation]]:
    """Return which violations of a rule hold, and which are warnings under a waiver; raises what the rule raises.

    A rule may report once what the draft says twice, and only where it stands first. So where words are waived, the rule
    looks at the draft again without the claims that lie on such words, and what it then finds of the same thing counts.
    """
    claims: list[Claim] = [] if rule.claims is None else getattr(draft.utterance, rule.claims)
    agreed = frozenset(draft.reading.span(c.first, c.last) for c in claims if c.accepted)
    held, covered = _parted(found, agreed, draft, compiled)
    if covered and rule.claims is not None:
        bare = replace(draft.utterance)  # a copy: the draft is every rule's
        setattr(bare, rule.claims, _not_on(covered, claims, draft))
        seen, things = set(found), {_thing(violation) for violation, _waiver in covered}
        checked = rule.check(replace(draft, utterance=bare), compiled)
        again = [v for v in checked if v not in seen and _thing(v) in things]
        more, also_covered = _parted(again, agreed, draft, compiled)
        held, covered = held + more, covered + also_covered
    return held, [as_waived(*one) for one in covered]


def _thing(violation: Violation) -> str:
    """Return what was claimed, without the remark in brackets that may follow it."""
    return violation.claimed.partition(" (")[0]


def _parted(
    found: list[Violation], agreed: Spans, draft: Draft, compiled: CompiledSpec
) -> tuple[list[Violation], list[Covered]]:
    held: list[Violation] = []
    covered: list[Covered] = []
    for violation in found:
        is_agreed = (violation.start, violation.end) in agreed
        waiver = compiled.waivers.covering(violation, draft.moment.today, agreed=is_agreed)
        if waiver is None:
            held.append(violation)
        else:
            covered.append((violation, waiver))
    return held, covered


def _not_on(covered: list[Covered], claims: list[Claim], draft: Draft) -> list[Claim]:
    """Return the claims that lie on no words that are waived, here or where the same words stand again."""
    spans = {(violation.start, violation.end) for violation, _waiver in covered}
    words = {as_written(violation.text) for violation, _waiver in covered}
    left: list[Claim] = []
    for claim in claims:
        start, end = draft.reading.span(claim.first, claim.last)
        on_words = not claim.accepted and as_written(draft.body[start:end]) in words
        if (start, end) not in spans and not on_words:
            left.append(claim)
    return left
