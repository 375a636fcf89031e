"""A folded text as its chunks, what stands between its spaces, each as it is to be read.

Every step here changes what a chunk says and never how many there are, so that words keep their places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.abbreviations import SHORTENED, drop_short_dots
from align.reading.compounds import FIRST, join_compounds
from align.reading.dashes import bind_dashes
from align.reading.fillers import FILLERS, drop_fillers
from align.reading.kisses import drop_kisses
from align.reading.list_marks import unmark_items

if TYPE_CHECKING:
    from align.reading.vocabulary import Vocabulary

_TOLD_BY_NEIGHBOURS: Final = SHORTENED | FILLERS | {FIRST}
"""Looked for at once, since most drafts have none."""
_MARKED: Final = tuple("-*•·—#>")


def chunks_of(text: str, vocabulary: Vocabulary) -> tuple[list[str], list[int]]:
    """Return the chunks of a folded lower-case text as they are read, and their lengths as they are written."""
    chunks = text.split(" ")
    drop_kisses(chunks)
    lengths = list(map(len, chunks))
    if "\n" in text or text.startswith(_MARKED):
        unmark_items(text, chunks)
    found = _TOLD_BY_NEIGHBOURS.intersection(chunks)
    if found:
        if not found.isdisjoint(SHORTENED):
            drop_short_dots(chunks)
        if FIRST in found:
            join_compounds(chunks)
        if not found.isdisjoint(FILLERS):
            drop_fillers(chunks, vocabulary)
    if ("-" in text and "-" in chunks) or ("—" in text and "—" in chunks):
        bind_dashes(chunks, vocabulary)
    return chunks, lengths
