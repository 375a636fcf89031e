"""Other contacts: each handle, link, phone number and address that a draft gives gone, or in the place of it another."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.gold import Case
    from tests.rewrites.changes.change import Change, Document


def contacts_gone(facts: Document, case: Case) -> Iterator[Change]:
    """Each contact that the draft gives, gone."""
    for contact in _given(facts, case.body):
        changed = copy.deepcopy(facts)
        channels = changed["channels"]
        channels["handles"] = {k: v for k, v in channels.get("handles", {}).items() if v != contact}
        for kind in _CONTACTS:
            channels[kind] = [c for c in channels.get(kind, []) if c != contact]
        yield contact, changed


def contacts_exchanged(facts: Document, case: Case) -> Iterator[Change]:
    """Each contact that the draft gives, with one letter or digit more in the facts."""
    for contact in _given(facts, case.body):
        changed = copy.deepcopy(facts)
        channels = changed["channels"]
        other = _neighbour(contact)
        handles = channels.get("handles", {})
        channels["handles"] = {k: other if v == contact else v for k, v in handles.items()}
        for kind in _CONTACTS:
            channels[kind] = [other if c == contact else c for c in channels.get(kind, [])]
        yield contact, changed


def _neighbour(contact: str) -> str:
    """Return a contact of the same kind that differs in its last letter or digit, or in one before its domain."""
    at = contact.rfind("@")
    end = at if at > 0 else len(contact.rstrip("/"))
    last = contact[end - 1]
    if last.isdigit():
        return f"{contact[: end - 1]}{(int(last) + 3) % 10}{contact[end:]}"
    return (
        f"{contact[:end]}{'n' if last != 'n' else 'k'}{contact[end:]}"
        if "://" not in contact
        else f"{contact.rstrip('/')}/in"
    )


def _given(facts: Document, body: str) -> list[str]:
    """Return the listed contacts that a draft gives."""
    channels = facts.get("channels", {})
    listed = [
        *channels.get("handles", {}).values(),
        *(c for kind in _CONTACTS for c in channels.get(kind, [])),
    ]
    return [contact for contact in listed if _stands_in(body, contact)]


def _stands_in(body: str, contact: str) -> bool:
    bare = re.escape(_SCHEME.sub("", contact))
    return bool(re.search(rf"(?<![\w.@-]){bare}(?![\w/]|\.\w)", body, re.IGNORECASE))


_SCHEME: Final = re.compile(r"^https?://(?:www\.)?|/$")
_CONTACTS: Final = ("links", "phones", "emails")
