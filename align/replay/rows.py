"""Rows of stored drafts, as they come out of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from align.operators.drafts import parse_line, read_draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.operators.drafts import StoredDraft


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file, counted from 1: a line of JSONL as its bytes, or the fields by name.

    `problem` says why a row could not even be taken out of its file; row 0 stands for the file as a whole.
    """

    file: str
    number: int
    data: bytes | Mapping[str, Any] | None
    problem: str | None = None

    def draft(self, persona: str | None) -> StoredDraft:
        """Return the draft that the row holds; `persona` is whose it is where the row does not say.

        Raises `TypeError` or `ValueError` that begins with the field at fault.
        """
        if self.problem is not None:
            raise ValueError(self.problem)
        data = parse_line(self.data) if isinstance(self.data, bytes) else self.data
        return read_draft(f"{self.file}:{self.number}", data, persona=persona)
