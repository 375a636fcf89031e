"""Ways to reach the professional: what can be an e-mail address, a link, a phone number or a handle.

The checks catch slips (a missing @, a pasted sentence), not unreachable addresses.
"""

from __future__ import annotations

import re
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator

from specs.document.problems import show
from specs.document.refusal import refusal
from specs.document.text import Phrase

MIN_PHONE_DIGITS: Final = 5
MAX_PHONE_DIGITS: Final = 15

_EMAIL: Final = re.compile(r"[^\s@<>,;\"]+@(?:[^\s@.,;<>/]+\.)+[^\s@.,;<>/]{2,}")
_LINK: Final = re.compile(
    r"(?:https?://)?(?:[^\s@/.:?#]+\.)+[^\s@/.:?#]{2,}(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE
)
_PHONE: Final = re.compile(r"\+?[\d\s().\-/–‑]+(?:(?:ext\.?|x|#)\s*\d{1,6})?", re.IGNORECASE)
_HANDLE: Final = re.compile(r"@?[^\s@]+")
_PAYEE: Final = re.compile(r"[\w.+%-]+@[^\W\d_]{2,}")
"""An address of a payment service, without a domain's ending: `name@bank`."""

_EMAIL_FORM: Final = "an e-mail address as name@example.com"
_LINK_FORM: Final = "a link as https://example.com/book"
_PHONE_FORM: Final = f"a phone number of {MIN_PHONE_DIGITS} to {MAX_PHONE_DIGITS} digits"
_HANDLE_FORM: Final = "a handle as @name, without spaces"


def phone_digits(phone: str) -> str:
    """Return the digits of a phone number as ASCII, without its extension."""
    number = re.split(r"ext|x|#", phone, maxsplit=1, flags=re.IGNORECASE)[0]
    return "".join(str(int(c)) for c in number if c.isdecimal())


def is_phone(text: str) -> bool:
    """Tell whether `text` can be a phone number."""
    if _PHONE.fullmatch(text.strip()) is None:
        return False
    return MIN_PHONE_DIGITS <= len(phone_digits(text)) <= MAX_PHONE_DIGITS


def is_email(text: str) -> bool:
    """Tell whether `text` can be an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def is_link(text: str) -> bool:
    """Tell whether `text` can be a web address, with or without its scheme."""
    return _LINK.fullmatch(text) is not None


def is_handle(text: str) -> bool:
    """Tell whether `text` can be a name on a platform: a handle, or a phone, e-mail or payee that serves as one."""
    plain = _HANDLE.fullmatch(text) is not None and any(c.isalnum() for c in text)
    return plain or is_phone(text) or is_email(text) or _PAYEE.fullmatch(text) is not None


def _email(value: str) -> str:
    if not is_email(value):
        raise refusal(f"{show(value)} is not {_EMAIL_FORM}", value, _EMAIL_FORM)
    return value


def _link(value: str) -> str:
    if not is_link(value):
        raise refusal(f"{show(value)} is not {_LINK_FORM}", value, _LINK_FORM)
    return value


def _phone(value: str) -> str:
    if not is_phone(value):
        raise refusal(f"{show(value)} is not {_PHONE_FORM}", value, _PHONE_FORM)
    return value


def _handle(value: str) -> str:
    if not is_handle(value):
        raise refusal(f"{show(value)} is not {_HANDLE_FORM}", value, _HANDLE_FORM)
    return value


Email: TypeAlias = Annotated[Phrase, AfterValidator(_email)]
Link: TypeAlias = Annotated[Phrase, AfterValidator(_link)]
Phone: TypeAlias = Annotated[Phrase, AfterValidator(_phone)]
Handle: TypeAlias = Annotated[Phrase, AfterValidator(_handle)]
