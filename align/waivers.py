"""A spec's waivers, ready to be asked which words a rule leaves alone on a day.

A waiver covers a violation of its rule whose words are, all of them, the words that it quotes. They are compared as they
are written: case, spaces and the form of quotation marks and dashes do not count, but look-alikes and hidden characters
do, for "@ines" in foreign letters is another account. What is not covered is held, as without waivers.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from align.findings import Validation, Violation
    from specs import Spec
    from specs.document import Waiver

_TYPOGRAPHY: Final = str.maketrans("‘’‛“”„‟‐‑–—", '\'\'\'""""----')


def as_written(text: str) -> str:
    """Return words in the form in which a waiver compares them."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_TYPOGRAPHY)
    return " ".join(plain.split())


@dataclass(frozen=True, slots=True)
class Waivers:
    """The waivers of a spec by rule and words, each list with the first to end in front."""

    by_words: Mapping[tuple[str, str], tuple[Waiver, ...]]
    rules: frozenset[str]

    @classmethod
    def of(cls, document: Spec) -> Waivers:
        """Index the waivers of a spec."""
        policy = document.policy
        found: dict[tuple[str, str], list[Waiver]] = {}
        for waiver in (policy.waivers or ()) if policy is not None else ():
            found.setdefault((waiver.rule, as_written(waiver.said)), []).append(waiver)
        by_words = {key: tuple(sorted(some, key=lambda w: (w.until, w.id))) for key, some in found.items()}
        return cls(by_words, frozenset(rule for rule, _words in by_words))

    def covering(self, violation: Violation, day: dt.date, *, agreed: bool) -> Waiver | None:
        """Return the first waiver to end of those that cover a violation on a local day, None where none does.

        `agreed` says that its words agree to something in the client's message: such words mean something else in
        every conversation, so only a waiver that says what is `claimed` covers them.
        """
        waivers = self.by_words.get((violation.rule, as_written(violation.text)), ())
        return next((w for w in waivers if w.is_active(day) and _means(w, violation, agreed=agreed)), None)

    def ends(self, waived: Iterable[Violation], day: dt.date) -> dt.date | None:
        """Return the last local day of the first waiver to end of those that these warnings may rest on."""
        found = [
            waiver.until
            for violation in waived
            for waiver in self.by_words.get((violation.rule, as_written(violation.text)), ())
            if waiver.is_active(day)
        ]
        return min(found, default=None)


def waived_in(validation: Validation, spec: Spec) -> tuple[Violation, ...]:
    """Return what a check under a spec found and a waiver covers: those of its warnings that are there for that."""
    policy = spec.policy
    if policy is None or not policy.waivers:
        return ()
    effects = policy.rules or {}
    rules = {waiver.rule for waiver in policy.waivers if effects.get(waiver.rule, "hold") == "hold"}
    return tuple(violation for violation in validation.warnings if violation.rule in rules)


def _means(waiver: Waiver, violation: Violation, *, agreed: bool) -> bool:
    return not agreed if waiver.claimed is None else waiver.claimed == violation.claimed


def as_waived(violation: Violation, waiver: Waiver) -> Violation:
    """Return a violation as the warning that it becomes: the message says who waived it, and until when."""
    told = f"Waived by {waiver.author} until {waiver.until} ({waiver.id})."
    return replace(violation, message=f"{violation.message} {told}")
