"""Words of the reports: text from outside with what would hide or reorder it spelled out, and numbers of things."""

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


def counted(number: int, thing: str) -> str:
    """Return how many of a thing there are: `1 row`, `2,000 rows`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
