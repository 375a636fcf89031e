"""A body in pieces: nothing is lost, nothing is hidden, and every mark stands where it should."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from align.pages.body import BodyView, Mark, Piece, Segment, body_view, pieces

HOSTILE = st.text(st.characters(), max_size=60) | st.text(
    st.sampled_from("a \n\t\x00\x1b\u202e\u2066\u200b\u200d\ud800\U0001f469é<>&\"'"), max_size=60
)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    body = draw(HOSTILE)
    places = st.integers(-2, len(body) + 3)
    spans = draw(st.lists(st.tuples(places.map(lambda n: max(n, 0)), places), max_size=8))
    return body, [Mark(start, end, number) for number, (start, end) in enumerate(spans, 1)]


def _text(segments: tuple[Segment, ...]) -> str:
    said = ""
    for piece in (piece for segment in segments for piece in segment.pieces):
        said += chr(int(piece.text.removeprefix("U+"), 16)) if piece.is_hidden else piece.text
    return said


@given(marked(), st.none() | st.integers(0, 70))
def test_what_is_shown_and_what_is_cut_are_the_body(given_: tuple[str, list[Mark]], most: int | None) -> None:
    body, marks = given_
    view = body_view(body, marks, most)
    shown = _text(view.segments)
    assert shown == body[: len(body) - view.cut]
    assert len(shown) == (len(body) if most is None else min(most, len(body)))


@given(marked())
def test_each_mark_covers_its_words_and_ends_once(given_: tuple[str, list[Mark]]) -> None:
    body, marks = given_
    view = body_view(body, marks, None)
    assert view.marks_cut == 0
    for mark in marks:
        under = [segment for segment in view.segments if mark.number in segment.marks]
        assert _text(tuple(under)) == body[mark.start : max(mark.end, mark.start)]
        assert [segment for segment in under if mark.number in segment.ends] == under[-1:]
        assert under


@given(HOSTILE)
def test_no_piece_that_is_shown_as_it_is_reorders_or_hides(text: str) -> None:
    for piece in pieces(text):
        if not piece.is_hidden:
            piece.text.encode()
            assert not set(piece.text) & set("\x00\x1b\u202e\u2066\u200b")


def test_hidden_characters_are_named() -> None:
    assert pieces("a\u202eb\x00") == (
        Piece("a"),
        Piece("U+202E", is_hidden=True),
        Piece("b"),
        Piece("U+0000", is_hidden=True),
    )
    assert pieces("two\nlines\tand \U0001f469\u200d\U0001f680") == (
        Piece("two\nlines\tand \U0001f469\u200d\U0001f680"),
    )


def test_marks_that_overlap_are_told_apart() -> None:
    view = body_view("abcdef", [Mark(0, 4, 1), Mark(2, 6, 2)])
    assert view == BodyView(
        (
            Segment((Piece("ab"),), (1,)),
            Segment((Piece("cd"),), (1, 2), (1,)),
            Segment((Piece("ef"),), (2,), (2,)),
        )
    )


def test_a_mark_without_words_marks_the_place() -> None:
    view = body_view("ab", [Mark(1, 1, 1)])
    assert view.segments == (
        Segment((Piece("a"),)),
        Segment((), (1,), (1,)),
        Segment((Piece("b"),)),
    )
    assert body_view("", [Mark(0, 0, 1)]).segments == (Segment((), (1,), (1,)),)


def test_a_long_body_is_cut_and_says_what_is_left_out() -> None:
    view = body_view("x" * 100_000, [Mark(10, 20, 1), Mark(3_990, 4_100, 2), Mark(50_000, 50_010, 3)])
    assert (view.cut, view.marks_cut) == (96_000, 1)
    assert view.segments[-1].marks == (2,)
    assert view.segments[-1].ends == (2,)
