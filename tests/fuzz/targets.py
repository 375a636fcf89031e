"""From bytes to a question: the first byte says what is tried, the others are its text."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Final

from tests.fuzz import oracles, seeds
from tests.fuzz.oracles import Memory, Question

BREAK: Final = "\x1e"
"""Stands between the body and the inbound message."""
HEAD: Final = 3
DRAFT, LINE, DOCUMENT, WIRE, EDIT = range(5)
_NOW: Final = datetime(2026, 3, 28, 22, 30, tzinfo=UTC)
_OTHERS: Final = {240: LINE, 244: DOCUMENT, 250: WIRE, 253: EDIT}
"""Most first bytes try a draft; from these on, something else."""
_NEVER: Final = ("hot stones", "a", "call", "the hour", "you")


def kind_of(data: bytes) -> int:
    """Return which target an input is for."""
    return max((kind for first, kind in _OTHERS.items() if data[:1] >= bytes([first])), default=DRAFT)


def text_of(data: bytes) -> str:
    """Return any bytes as text; what is no UTF-8 becomes lone surrogates."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def bytes_of(text: str) -> bytes:
    """Return the bytes that `text_of` reads as this text."""
    return text.encode("utf-8", "surrogatepass")


def draft_of(data: bytes) -> Question:
    """Return the draft in an input: a spec, a moment and flags from its head, then the body and the inbound."""
    head = data[:HEAD].ljust(HEAD, b"\0")
    body, cut, inbound = text_of(data[HEAD:]).partition(BREAK)
    specs = seeds.specs()
    return Question(
        body=body,
        inbound=inbound if cut else None,
        spec=specs[head[0] % len(specs)],
        now=_NOW + timedelta(hours=head[1] * 7),
        is_locked=bool(head[2] & 1),
        choice=oracles.choice_of(data),
    )


class Targets:
    """Tries inputs; remembers some answers, to see whether they stay the same."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._document = json.loads(seeds.documents()[0])

    def look(self, data: bytes) -> None:
        """Try one input; raises `Finding`, or whatever the code under test raises."""
        kind = kind_of(data)
        if kind == LINE:
            oracles.look_at_line(data[1:])
        elif kind == DOCUMENT:
            oracles.look_at_document(data[1:])
        elif kind == WIRE:
            oracles.look_at_wire(text_of(data[1:]))
        elif kind == EDIT:
            oracles.look_at_edit(text_of(data[1:]), self._document)
        else:
            self.look_at_draft(draft_of(data))

    def look_at_draft(self, asked: Question) -> None:
        """Check one draft, and try some of the other promises with it: what is tried is drawn, so that many drafts are."""
        found = oracles.look_at_draft(asked)
        oracles.look_at_disguise(asked, found)
        lot = asked.choice // 8
        if lot % 3 == 0:
            oracles.look_at_claims(asked)
        if lot % 4 == 0:
            self._memory.look(asked, found)
        if lot % 32 == 1:
            oracles.look_at_never_offer(asked, found, _NEVER[asked.choice % len(_NEVER)])
        if lot % 128 == 2:
            oracles.look_at_growth(asked)
