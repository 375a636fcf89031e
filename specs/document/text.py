"""Text in a fact document: names, phrases and free text that something can be matched with.

Folding, which decides what two texts have in common, belongs to the gate. It is handed to a
load as a callable; without one, `plain_fold` stands in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any, Final, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from specs.document.problems import show
from specs.document.refusal import refusal

Fold: TypeAlias = Callable[[str], str]
"""Brings a text to the form in which texts are compared; total for every `str`."""

MAX_PHRASE_CHARS: Final = 200
MAX_TEXT_CHARS: Final = 2000

_FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u034f\u2800\u180b\u180c\u180d\ufe0e\ufe0f")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_CONTROL_IN_PROSE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def is_invisible(character: str) -> bool:
    """Tell whether a reader sees nothing at all in place of this character."""
    return character in _FILLERS or unicodedata.category(character) in ("Cf", "Cc", "Cs")


def plain_fold(text: str) -> str:
    """Return `text` in compatibility form, without case, invisible characters or needless spaces."""
    if text.isascii() and text.isprintable():
        return " ".join(text.casefold().split())
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    seen = "".join(" " if c in "\t\n\r" else c for c in folded if c in "\t\n\r" or not is_invisible(c))
    return " ".join(seen.split())


def fold_of(context: object) -> Fold:
    """Return the fold that a validation was given, or `plain_fold`."""
    fold: Any = context.get("fold") if isinstance(context, dict) else None
    return fold if callable(fold) else plain_fold


def _text(value: object) -> object:
    if not isinstance(value, str):
        raise refusal(f"expected text in quotes, got {show(value)}", value, "text in quotes")
    return value


def _phrase(value: str, info: ValidationInfo) -> str:
    _refuse_characters(value, _CONTROL)
    if len(value) > MAX_PHRASE_CHARS:
        message = f"is {len(value)} characters long; at most {MAX_PHRASE_CHARS} are allowed"
        raise refusal(message, value, f"at most {MAX_PHRASE_CHARS} characters")
    if not value.strip() or not fold_of(info.context)(value).strip():
        message = (
            "is empty" if not value.strip() else "is empty to a reader: it has only invisible characters"
        )
        raise refusal(message, value, "text that a reader can see")
    return value


def _prose(value: str) -> str:
    _refuse_characters(value, _CONTROL_IN_PROSE)
    if len(value) > MAX_TEXT_CHARS:
        message = f"is {len(value)} characters long; at most {MAX_TEXT_CHARS} are allowed"
        raise refusal(message, value, f"at most {MAX_TEXT_CHARS} characters")
    return value


def _refuse_characters(value: str, control: re.Pattern[str]) -> None:
    found = _SURROGATE.search(value) or control.search(value)
    if found is not None:
        code = f"U+{ord(found.group()):04X}"
        kind = "half of a surrogate pair" if _SURROGATE.match(found.group()) else "a control character"
        raise refusal(f"has {kind}, {code}, at character {found.start() + 1}", value, "printable text")


def _key(pattern: str, legal: str) -> Callable[[str], str]:
    form = re.compile(pattern)

    def check(value: str) -> str:
        if form.fullmatch(value) is None:
            raise refusal(f"{show(value)} is not a legal name; write {legal}", value, legal)
        return value

    return check


IsText: Final = BeforeValidator(_text, json_schema_input_type=str)

Phrase: TypeAlias = Annotated[
    str,
    IsText,
    AfterValidator(_phrase),
    Field(strict=True, json_schema_extra={"minLength": 1, "maxLength": 200}),
]
"""A name or phrase: 1 to 200 characters, none of them a control character, not empty after folding."""

Prose: TypeAlias = Annotated[
    str, IsText, AfterValidator(_prose), Field(strict=True, json_schema_extra={"maxLength": 2000})
]
"""Free text: at most 2000 characters, line breaks and tabs allowed."""

_PERSONA: Final = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
LEGAL_PERSONA: Final = "1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit"
PersonaKey: TypeAlias = Annotated[
    str,
    IsText,
    AfterValidator(_key(_PERSONA, LEGAL_PERSONA)),
    Field(strict=True, json_schema_extra={"pattern": f"^{_PERSONA}$"}),
]
"""The tenant key: an ASCII slug of 1 to 64 characters."""


def is_persona_key(text: str) -> bool:
    """Tell whether a persona could have this key."""
    return re.fullmatch(_PERSONA, text) is not None


_NAME: Final = r"[a-z][a-z0-9_.-]{0,63}"
RuleName: TypeAlias = Annotated[
    str,
    IsText,
    AfterValidator(_key(_NAME, "1 to 64 small letters, digits, '_', '.' or '-', beginning with a letter")),
    Field(strict=True, json_schema_extra={"pattern": f"^{_NAME}$"}),
]
"""The id of a rule or the name of a judge's dimension."""

WaiverKey: TypeAlias = PersonaKey
"""The name of a waiver: an ASCII slug of 1 to 64 characters."""
