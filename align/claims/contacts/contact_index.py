"""Compare contacts: what a spec lists, in a form in which only formatting has been undone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.contacts.phone_shapes import CALLING_CODES
from align.claims.contacts.web_addresses import link_value

if TYPE_CHECKING:
    from align.claims.claim import Contact
    from specs import Spec

_TAIL: Final = 7
"""Digits of a number that local callers may dial alone."""
_LOCAL: Final = 8
_PROFILE: Final = re.compile(
    r"(?:[a-z]+\.)?(?:instagram\.com|instagr\.am|ig\.me/m|tiktok\.com|facebook\.com|fb\.com|fb\.me|m\.me"
    r"|x\.com"
    r"|twitter\.com|threads\.net|venmo\.com(?:/u)?|paypal\.me|paypal\.com/paypalme|cash\.app|revolut\.me"
    r"|t\.me"
    r"|snapchat\.com/add|linkedin\.com/in|youtube\.com)/[@$]?(?P<name>[\w.-]+)\Z"
)
_CHAT_LINK: Final = re.compile(r"(?:wa\.me|api\.whatsapp\.com/send\?phone=)/?\+?(?P<digits>\d{7,15})\Z")
_PHONE_LIKE: Final = re.compile(r"\+?[\d\s().\-/]{5,}\Z")


class Phone(NamedTuple):
    """A phone number: its digits without a trunk zero, and whether they open with a country's code."""

    digits: str
    international: bool


def parse_phone(text: str) -> Phone:
    """Return the significant digits of a number in any format."""
    plain = re.sub(r"\(0\)", "", re.split(r"ext|x|#", text.lower(), maxsplit=1)[0])
    digits = "".join(c for c in plain if c in "0123456789")
    if plain.lstrip(" (").startswith("+"):
        return Phone(_without_trunk(digits), international=True)
    if digits.startswith("00"):
        return Phone(_without_trunk(digits[2:]), international=True)
    if digits.startswith("011") and len(digits) > 11:
        return Phone(digits[3:], international=True)
    return Phone(digits.removeprefix("0"), international=False)


def _without_trunk(digits: str) -> str:
    """Drop the zero that people leave in after a country's code: +44 07700 ..."""
    for size in (1, 2, 3):
        if digits[:size] in CALLING_CODES and digits[size : size + 1] == "0":
            return digits[:size] + digits[size + 1 :]
    return digits


def same_phone(one: Phone, other: Phone) -> bool:
    """Tell whether two numbers reach the same line, whichever of them names its country or area."""
    long, short = (one, other) if len(one.digits) >= len(other.digits) else (other, one)
    if not long.digits.endswith(short.digits):
        return False
    lead = long.digits[: len(long.digits) - len(short.digits)]
    if not lead:
        return True
    if short.international:
        return False
    if lead.removesuffix("0") in CALLING_CODES and len(short.digits) >= _LOCAL:
        return True
    return len(short.digits) in (_TAIL, _LOCAL) and len(lead) <= 6


@dataclass(frozen=True, slots=True)
class ContactIndex:
    """The contacts that a spec lists, for look-ups that do not grow with their number.

    `names` maps a normalised link, e-mail address or handle to its path in the spec;
    `phones` the last digits of a number to the numbers that end with them, each with its
    path. `checked` holds the kinds of contact that the spec speaks of.
    """

    names: dict[str, str] = field(default_factory=dict)
    phones: dict[str, list[tuple[Phone, str]]] = field(default_factory=dict)
    checked: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Spec) -> ContactIndex:
        """Index the contacts of a fact document."""
        channels = document.channels
        if channels is None:
            return cls()
        made = cls(
            checked=frozenset(
                kind
                for kind, listed in (
                    ("handle", channels.handles),
                    ("url", channels.links),
                    ("phone", channels.phones),
                    ("email", channels.emails),
                )
                if listed is not None
            )
        )
        for name, handle in (channels.handles or {}).items():
            made._add(handle, f"channels.handles.{name}")
        for key, listed in (
            ("links", channels.links),
            ("phones", channels.phones),
            ("emails", channels.emails),
        ):
            for index, text in enumerate(listed or ()):
                made._add(text, f"channels.{key}[{index}]")
        return made

    def _add(self, text: str, path: str) -> None:
        if _PHONE_LIKE.match(text):
            phone = parse_phone(text)
            self.phones.setdefault(phone.digits[-_TAIL:], []).append((phone, path))
        else:
            self.names.setdefault(_key(text), path)

    def path_of(self, text: str) -> str | None:
        """Return the path of the listed contact that equals `text` but for its formatting."""
        if _PHONE_LIKE.match(text):
            return self._phone(parse_phone(text))
        key = _key(text)
        found = self.names.get(key)
        if found is not None:
            return found
        profile = _PROFILE.match(key)
        if profile is not None:
            return self.names.get(profile["name"])
        chat = _CHAT_LINK.match(key)
        return self._phone(Phone(chat["digits"], international=True)) if chat is not None else None

    def _phone(self, phone: Phone) -> str | None:
        for listed, path in self.phones.get(phone.digits[-_TAIL:], ()):
            if same_phone(listed, phone):
                return path
        return None

    def is_listed(self, contact: Contact, written: str) -> bool:
        """Tell whether a contact is listed; `written` is its text in the original body.

        A contact that equals a listed one only once it is undisguised is not.
        """
        if not contact.disguised:
            return self.path_of(contact.value) is not None
        return contact.kind != "phone" and self.path_of(written) is not None

    def checks(self, contact: Contact) -> bool:
        """Tell whether the spec says anything about contacts of this kind."""
        if contact.kind == "payment_id":
            return bool(self.checked & {"handle", "phone", "email"})
        return contact.kind in self.checked


def _key(text: str) -> str:
    """Return the form in which links, addresses and handles are compared."""
    return link_value(text.strip()).lstrip("@$")
