"""Where a judge's quote stands in the body: exactly, or nearly."""

from __future__ import annotations

from typing import Final

from rapidfuzz import fuzz

LEAST_LIKENESS: Final = 85.0
"""Of 100: how much of a quote must be in the body, in order, for it to count as one."""

SHORTEST_NEAR: Final = 8
"""Code points from which a quote may be found nearly; a shorter one is found exactly or not at all."""

MAX_QUOTE: Final = 1000


def find_quote(quote: str, body: str) -> tuple[int, int] | None:
    """Return the span `[start, end)` of the body that a quote means, or None when it is not there.

    Looked for as it stands, then without regard to case and the spaces around it, then by the best alignment
    (rapidfuzz), which a quote that the model changed by a letter or two survives.
    """
    wanted = quote.strip()[:MAX_QUOTE]
    if not wanted:
        return None
    at = body.find(wanted)
    if at < 0:
        # Where case changes the length of a text, the offsets would not be those of the body.
        lowered = body.lower()
        at = lowered.find(wanted.lower()) if len(lowered) == len(body) else -1
    if at >= 0:
        return at, at + len(wanted)
    if len(wanted) < SHORTEST_NEAR or len(wanted) > 2 * len(body):
        return None
    near = fuzz.partial_ratio_alignment(wanted, body, score_cutoff=LEAST_LIKENESS)
    if near is None or near.dest_end <= near.dest_start:
        return None
    return near.dest_start, near.dest_end
