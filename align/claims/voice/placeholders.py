"""Template placeholders that were left in: `{name}`, `[TIME]`, `<city>`, `{{x}}`, `____`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLOTS: Final = (
    r"name|names|client|clients|customer|guest|first|last|full|your|their|date|day|time|times|slot|city"
    r"|town|place|location|address|venue|area"
    r"|price|rate|amount|total|deposit|fee|link|url|website|site|number|phone|email|e-mail|handle"
    r"|service|services|session|duration|length|minutes"
    r"|hours?|month|year|week|weekday|signature|sign-off|company|business|persona|pronoun|pet|dog|cat"
    r"|child|studio|insert|add|here|tbd|tbc|xx+"
    r"|placeholder|title|greeting|emoji|currency|mode|channel|street|event|occasion|goal|market"
    r"|recipient|sender|user|username|topic|details?|reason|blank|fill"
)
_LABEL: Final = r"[^\W\d_][\w '’./|:,-]{0,48}"
_FORMS: Final = (
    ("{", re.compile(r"\$?\{\{?[^{}\n]{0,60}\}\}?")),
    ("%", re.compile(r"%[A-Za-z][A-Za-z_]{1,30}%")),
    ("[", re.compile(rf"\[\[?\s?({_LABEL})\s?\]\]?(?!\()")),
    ("<", re.compile(rf"<<?\s?/?({_LABEL})\s?>>?")),
    (
        "$",
        re.compile(
            r"\$(?:(?:first|last|client|customer|full)_?)?(?:name|date|time|city|location|price|amount|client"
            r"|customer)(?!\w)"
        ),
    ),
    (
        "insert ",
        re.compile(
            r"(?<!\w)insert (?:(?:client|customer|first) )?(?:name|date|time|city|price|link|address"
            r"|amount)(?: here)?(?!\w)"
        ),
    ),
    ("x:xx", re.compile(r"(?<!\w)x{1,2}:xx(?!\w)")),
    ("___", re.compile(r"(?<!\w)_{3,}(?!\w)")),
)
"""How placeholders are marked: a sign that any of them holds, and the form of one; a form
with a group needs a slot's label in it."""
_SLOT_WORD: Final = re.compile(rf"(?:{_SLOTS})\Z")
_ASIDES: Final = frozenset(
    "lol omg fyi nb ps sic ok ha haha lmao edit edited laughs smiles sighs winks hugs blushes grins "
    "cries nods joke joking"
    " sarcasm inaudible attached image picture pic pics photo photos see below above video redacted x "
    "xx xxx more and so"
    " is are was it".split()
)
"""Words of an aside in brackets: "[laughs]", "[see photo]"."""


def may_hold_placeholders(cased: str) -> bool:
    """Tell, at once, whether a text holds a sign of any placeholder."""
    return (
        "[" in cased
        or "{" in cased
        or "<" in cased
        or "%" in cased
        or "___" in cased
        or "x:xx" in cased
        or "$" in cased
        or "insert " in cased
    )


def find_placeholders(cased: str) -> Iterator[tuple[int, int]]:
    """Yield placeholders of the folded text with its capitals, as half-open characters."""
    for sign, pattern in _FORMS:
        if sign in cased:
            for match in pattern.finditer(cased):
                if match.lastindex is None or _is_slot(match[1]):
                    yield match.span()


def _is_slot(label: str) -> bool:
    """Tell a slot's label from an aside in brackets: "[laughs]" is prose."""
    label = label.strip().lower()
    words = re.split(r"[\s_/|'’.:,-]+", label)
    if "_" in label:
        return True
    known = [bool(_SLOT_WORD.match(w)) for w in words]
    if any(w in _ASIDES for w in words) and not all(known):
        return False
    return len(words) <= 4 or (sum(known) >= 2 and len(words) <= 6)
