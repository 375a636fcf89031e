from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from align.cli.report import Mark, excerpt, labelled, plain
from tests.work import calls_of


def mark(body: str, text: str, label: str = "1") -> Mark:
    at = body.index(text)
    return Mark(at, at + len(text), label)


def shown(body: str, *marks: Mark, width: int = 60) -> str:
    return plain(excerpt(body, marks, width))


def test_a_span_is_underlined() -> None:
    body = "An hour is 150, incall only."
    assert shown(body, mark(body, "150")) == (
        "  | An hour is 150, incall only.\n"
        "  |            ^^^ 1\n"
    )  # fmt: skip


def test_rows_break_at_spaces_and_only_a_span_s_last_row_has_the_label() -> None:
    body = "I would be very happy to come over to your place in the Annex today."
    assert shown(body, mark(body, "come over to your place in the Annex"), width=44) == (
        "  | I would be very happy to come over to\n"
        "  |                          ^^^^^^^^^^^^^\n"
        "  | your place in the Annex today.\n"
        "  | ^^^^^^^^^^^^^^^^^^^^^^^ 1\n"
    )


def test_overlapping_spans_get_lines_of_their_own() -> None:
    body = "yes, 40 for the hour at 6"
    marks = (mark(body, "40 for the hour"), mark(body, "hour", "2"), mark(body, "6", "3"))
    assert shown(body, *marks) == (
        "  | yes, 40 for the hour at 6\n"
        "  |      ^^^^^^^^^^^^^^^ 1  ^ 3\n"
        "  |                 ^^^^ 2\n"
    )  # fmt: skip


def test_the_label_of_a_mark_on_all_of_several_rows_stands_below_them() -> None:
    body = "I would be very happy to come over to your place."
    all_of_it = Mark(0, len(body), "voice: too long")
    assert plain(labelled(body, [mark(body, "come over"), all_of_it], 44)) == (
        "  | I would be very happy to come over to\n"
        "  |                          ^^^^^^^^^ 1\n"
        "  | your place.\n"
        "  (all of it) voice: too long\n"
    )
    assert plain(labelled("hi", [Mark(0, 2, "voice")], 44)) == "  | hi\n  | ^^ voice\n"
    assert plain(labelled("hi " * 3000, [Mark(0, 9000, "voice")], 44)).endswith("  ⋮\n  (all of it) voice\n")


def test_of_a_long_body_without_marks_the_beginning_is_shown() -> None:
    body = "one two three four five six. " * 40
    lines = shown(body, Mark(0, len(body), "voice")).splitlines()
    assert len(lines) == 17
    assert lines[0].startswith("  | one two three")
    assert lines[-1] == "  ⋮"
    assert shown(body, mark(body, "two")).splitlines()[2:] == ["  ⋮"]


def test_wide_characters_and_emoji_keep_underlines_in_place() -> None:
    body = "\u4f60\u597d \U0001f469\u200d\U0001f4bb \u2764\ufe0f call me"
    row, underline = shown(body, mark(body, "call")).splitlines()
    assert cell_len(row.split("call")[0]) == underline.index("^")


def test_hidden_characters_are_underlined_as_they_are_spelled_out() -> None:
    body = "ca\u200bll me \x1b[2J"
    assert shown(body, mark(body, "ca\u200bll")) == (
        "  | ca<U+200B>ll me <U+001B>[2J\n"
        "  | ^^^^^^^^^^^^ 1\n"
    )  # fmt: skip


def test_line_breaks_of_the_body_are_kept() -> None:
    body = "Hi!\r\n\nAn hour is 150.\n"
    assert shown(body, mark(body, "150")) == (
        "  | Hi!\n"
        "  |\n"
        "  | An hour is 150.\n"
        "  |            ^^^ 1\n"
    )  # fmt: skip


def test_a_span_over_the_whole_of_several_rows_is_not_underlined() -> None:
    body = "so many words " * 10
    assert "^" not in shown(body, Mark(0, len(body), "1"))


def test_a_long_body_is_cut_down_to_its_marks() -> None:
    body = "word " * 50_000 + "call me" + " word" * 50_000
    text = shown(body, mark(body, "call me"), Mark(0, len(body), "2"))
    assert len(text.splitlines()) < 30
    assert text.startswith("  ⋮\n")
    assert text.endswith("  ⋮\n")
    assert "^^^^^^^ 1" in text


def test_a_long_body_is_not_laid_out_to_show_a_word() -> None:
    def calls(words: int) -> int:
        body = "word " * words + "call me"
        return calls_of(lambda: excerpt(body, (mark(body, "call me"),)))

    # a hundred times the text is not a tenth more work
    assert calls(200_000) < 1.1 * calls(2_000)


@given(st.text(st.characters(), max_size=200), st.integers(0, 200), st.integers(1, 50), st.integers(1, 90))
def test_any_body_can_be_shown(body: str, start: int, length: int, width: int) -> None:
    marks = (Mark(start, start + length, "1"),) if start < len(body) else ()
    shown(body, *marks, width=width).encode()
