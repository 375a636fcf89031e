"""Waivers as operators make them: from a violation or from words, as an edit of the facts, and ended as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from align.reading.folding import fold_text
from align.validate import validate_draft
from align.waivers import as_written
from specs import Spec
from specs.document.nearest import did_you_mean
from specs.edits.paths import entry_paths
from specs.store.errors import EditRefusedError
from specs.store.ledger import Edit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping, Sequence

    from align.findings import Violation
    from specs.document import Waiver
    from specs.store.records import VersionRecord

_LIST: Final = "policy.waivers"
_DATED: Final = re.compile(r"(.+) on \d{4}-\d{2}-\d{2}.*")
_NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_STEM: Final = 40
_LONGEST_NOTE: Final = 1000


@dataclass(frozen=True, slots=True)
class Exemption:
    """What is to be waived, by whom, why, and until which local day (included).

    `claimed` narrows it to words that are read as this; without it, it covers whatever the words say by themselves.
    `begins` is the first local day, None for at once. Without a `name` it is named after its author.
    """

    rule: str
    said: str
    until: dt.date
    author: str
    reason: str
    claimed: str | None = None
    begins: dt.date | None = None
    name: str | None = None


def waive_violation(
    document: Mapping[str, Any],
    violation: Violation,
    *,
    author: str,
    reason: str,
    until: dt.date,
) -> Edit:
    """Return the edit of a fact document that waives a violation, as a decision has it, until a local day.

    It covers these words where they are read as they were; a day that they were said on does not count, where the words
    themselves name the place. `Edit.changes` are the changes by path, for `SpecStore.revise` or `write_edit`, which
    check them; the draft is then to be validated again. Raises what `add_waiver` does.
    """
    claimed: str | None = violation.claimed
    dated = _DATED.fullmatch(violation.claimed)
    if dated is not None and fold_text(dated[1]) in fold_text(violation.text):
        claimed = None
    return add_waiver(document, Exemption(violation.rule, violation.text, until, author, reason, claimed))


def add_waiver(document: Mapping[str, Any], exemption: Exemption) -> Edit:
    """Return the edit that adds a waiver to a fact document; nothing is stored or checked against the schema yet.

    Raises `EditRefusedError` for a name that is taken.
    """
    names = {waiver["id"].casefold() for waiver in _listed(document)}
    name = exemption.name or _name(exemption, names)
    if name.casefold() in names:
        raise EditRefusedError(f"{_path(name)}: there is a waiver of that name; end it, or give another --id")
    waiver = {
        "id": name,
        "rule": exemption.rule,
        "said": " ".join(exemption.said.split()),
        "claimed": exemption.claimed,
        "from": None if exemption.begins is None else exemption.begins.isoformat(),
        "until": exemption.until.isoformat(),
        "author": exemption.author,
        "reason": exemption.reason,
    }
    changes = {_path(name): {key: value for key, value in waiver.items() if value is not None}}
    return Edit(changes, exemption.author, f"waiver {name}: {exemption.reason}"[:_LONGEST_NOTE])


def end_waiver(document: Mapping[str, Any], name: str, *, author: str, note: str) -> Edit:
    """Return the edit that takes a waiver out; raises `EditRefusedError` for a name that no waiver has."""
    known = [waiver["id"] for waiver in _listed(document)]
    found = next((other for other in known if other.casefold() == name.casefold()), None)
    if found is None:
        listed = f"; waivers: {', '.join(known)}" if known else "; there are none"
        raise EditRefusedError(f"{_LIST}: there is no waiver '{name}'{did_you_mean(name, known)}{listed}")
    return Edit({_path(found): None}, author, f"ends waiver {found}: {note}"[:_LONGEST_NOTE])


def ended_waivers(
    versions: Sequence[VersionRecord], kept: Collection[str]
) -> list[tuple[Waiver, VersionRecord]]:
    """Return each waiver of a history that is not kept, with the version that took it out, the first one first."""
    found: dict[str, tuple[Waiver, VersionRecord]] = {}
    for version, following in pairwise(versions):
        for waiver in waivers_of(version):
            if waiver.id not in kept:
                found[waiver.id] = (waiver, following)
    return sorted(found.values(), key=lambda ended: ended[1].version)


def waivers_of(version: VersionRecord) -> tuple[Waiver, ...]:
    """Return the waivers of a version; none of one that is retired."""
    policy = None if version.is_retired else Spec.from_dict(version.document).policy
    return (policy.waivers or ()) if policy is not None else ()


def flagged_alone(spec: Spec, exemption: Exemption, now: dt.datetime) -> Violation | None:
    """Return what the rule says of the words by themselves, None when it does not flag exactly them."""
    violations = validate_draft(exemption.said, spec, now=now).violations
    words = as_written(exemption.said)
    found = (v for v in violations if v.rule == exemption.rule and as_written(v.text) == words)
    return next(found, None)


def _listed(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(document.get("policy", {}).get("waivers", ()))


def _path(name: str) -> str:
    return entry_paths(_LIST, [{"id": name}])[0]


def _name(exemption: Exemption, taken: set[str]) -> str:
    """Return the author's name with the first free number: `ana-1`."""
    stem = _NOT_IN_NAMES.sub("-", fold_text(exemption.author)).strip("-")[:_LONGEST_STEM] or "waiver"
    number = next(n for n in range(1, len(taken) + 2) if f"{stem}-{n}" not in taken)
    return f"{stem}-{number}"
