"""`align rules` and `align explain`: the rules, in their own words.

The pages under docs/rules/ are made from the same text (docs/rule_pages.py).
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from align.cli.drafts import InputError
from align.cli.output import Output
from align.cli.visible import visible
from align.rules import RULES

if TYPE_CHECKING:
    from align.rules.rule import Example, Rule

_LONGEST = 240
_CUT = 30
"""Characters of a longer example that are shown at either end."""
_REASON = {"facts": "spec_conflict", "policy": "policy_conflict"}


def list_rules() -> int:
    """Print one line for each rule."""
    width = max(len(rule.id) for rule in RULES)
    Output().show(
        [
            ((rule.id.ljust(width), "bold"), (f"  {rule.family.ljust(6)}", "dim"), (f"  {rule.summary}", ""))
            for rule in RULES
        ]
    )
    return 0


def explain(name: str) -> int:
    """Print a rule's page. Raises `InputError` for a name that no rule has."""
    known = {rule.id: rule for rule in RULES}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else "`align rules` lists them"
        msg = f"no rule is called {name!r}; {hint}"
        raise InputError(msg)
    Output().show(
        [((line, "bold" if line.startswith("#") else ""),) for line in page(known[name]).splitlines()]
    )
    return 0


def page(rule: Rule) -> str:
    """Return a rule's page in Markdown: what it means, when it runs, its examples."""
    needs = f" It runs where the facts have {_and(rule.needs)}." if rule.needs else ""
    introduction, _, sections = rule.doc.partition("\n\n")
    parts = [
        f"# {rule.id}",
        introduction,
        f"Family `{rule.family}`: the hold reason is `{_REASON[rule.family]}`.{needs}",
        sections,
        "## Flagged",
        _listed(rule.flags),
        "## Accepted",
        _listed(rule.accepts),
    ]
    return "\n\n".join(parts) + "\n"


def _and(names: tuple[str, ...]) -> str:
    *rest, last = (f"`{name}`" for name in names)
    return f"{', '.join(rest)} and {last}" if rest else last


def _listed(examples: tuple[Example, ...]) -> str:
    return "\n".join(_entry(example) for example in examples)


def _entry(example: Example) -> str:
    notes = [f"answering {_code(example.inbound)}"] if example.inbound is not None else []
    notes += [f"at {example.now}"] if example.now is not None else []
    notes += ["the time is agreed"] if example.time_locked else []
    notes += [f"with {_code(f'{key}: {value}')}" for key, value in example.spec.items()]
    notes += [example.why] if example.why else []
    return f"- {_code(example.body)}" + (f" — {'; '.join(notes)}" if notes else "")


def _code(text: str) -> str:
    shown = visible(text)
    if len(shown) > _LONGEST:
        shown = f"{shown[:_CUT]}…{shown[-_CUT:]}"
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"
