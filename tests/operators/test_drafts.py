"""Which drafts are replayed while somebody waits."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from align.context import DraftContext
from align.operators.drafts import StoredDraft, newest_within

NOW = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)


def draft(name: str, length: int, inbound: int | None = None) -> StoredDraft:
    context = DraftContext(None if inbound is None else "x" * inbound)
    return StoredDraft(name, "leo", "x" * length, NOW, context)


def test_the_newest_are_kept_in_their_order_and_what_is_too_long_is_passed_over() -> None:
    drafts = [draft("a", 4), draft("b", 3), draft("c", 9), draft("d", 2, inbound=4)]
    assert [kept.name for kept in newest_within(drafts, 13)] == ["a", "b", "d"]
    assert [kept.name for kept in newest_within(drafts, 9)] == ["b", "d"]


@given(st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9))), st.integers(0, 40))
def test_together_they_are_never_longer_than_allowed(sizes: list[tuple[int, int | None]], most: int) -> None:
    drafts = [draft(str(number), *size) for number, size in enumerate(sizes)]
    kept = newest_within(drafts, most)
    assert sum(len(one.body) + len(one.context.inbound or "") for one in kept) <= most
    assert kept == tuple(one for one in drafts if one in kept)
