"""Rules of other packages, found by entry point and switched on by name.

A package offers a rule under the entry point group `align.rules`: the name is the rule's
id, the value an `align.rules.rule.Rule`. It runs only where a spec's `policy.rules` names
it with `hold` or `warn`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, cast

from align.findings import RuleError
from align.rules import RULES
from align.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.metadata import EntryPoint

GROUP: Final = "align.rules"
"""The entry point group under which packages offer rules."""

Severity = Literal["hold", "warn"]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules that run for a spec, each with its severity, and those not to be had.

    `missing` names rules that the policy asks for and that no package offers, or that do
    not load: every check reports them, so that a rule is never silently left out.
    """

    active: tuple[tuple[Rule, Severity], ...]
    missing: tuple[RuleError, ...]


def select_rules(settings: Mapping[str, str]) -> RuleSet:
    """Choose the rules for a policy's `rules` (rule id to hold, warn or off)."""
    active: list[tuple[Rule, Severity]] = []
    missing: list[RuleError] = []
    for rule in RULES:
        severity = settings.get(rule.id, "hold")
        if severity != "off":
            active.append((rule, cast("Severity", severity)))
    known = {rule.id for rule in RULES}
    for name in sorted(set(settings) - known):
        if settings[name] == "off":
            continue
        loaded = _load(name)
        if isinstance(loaded, RuleError):
            missing.append(loaded)
        else:
            active.append((loaded, cast("Severity", settings[name])))
    return RuleSet(tuple(active), tuple(missing))


def fingerprint(settings: Mapping[str, str]) -> str:
    """Return what a policy's rules depend on beside the spec: the packages that offer them.

    Installed packages are looked at only when the policy names a rule that is not built in.
    """
    known = {rule.id for rule in RULES}
    if known.issuperset(settings):
        return ""
    offered = [f"{p.name}={p.value}@{p.dist.version if p.dist else ''}" for p in offered_rules()]
    return hashlib.sha256("\n".join(offered).encode()).hexdigest()


@lru_cache(maxsize=1)
def offered_rules() -> tuple[EntryPoint, ...]:
    """Return the entry points of installed packages, looked for once in a process."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - pulls in socket and e-mail code

    return tuple(sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value)))


def _load(name: str) -> Rule | RuleError:
    for point in offered_rules():
        if point.name != name:
            continue
        try:
            found = point.load()
        except Exception as error:  # noqa: BLE001 - another package's fault, reported as such
            return RuleError(name, f"does not load: {type(error).__name__}: {error}")
        if not isinstance(found, Rule) or found.id != name:
            return RuleError(name, f"entry point {point.value} is not a rule named {name}")
        return found
    return RuleError(name, "no installed package offers this rule")
