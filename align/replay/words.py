"""Text from outside, made safe to look at: what would hide or reorder it is spelled out."""

from __future__ import annotations

from align.spelled import CLUSTER, spelled


def shown(text: str) -> str:
    """Return a text with hidden characters spelled out, as in `<U+202E>`; line breaks and tabs stay.

    The result has no lone surrogates. It is not escaped for HTML.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        found if found in {"\n", "\r\n", "\t"} else spelled(found) for found in CLUSTER.findall(text)
    )
