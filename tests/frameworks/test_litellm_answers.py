"""However an answer is cut into chunks, its bodies are read whole and replaced whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from litellm.types.utils import Delta, ModelResponseStream, StreamingChoices

from align.integrations.litellm.answers import bodies, replaced

if TYPE_CHECKING:
    from collections.abc import Sequence

Parts = list[tuple[int, str]]


def chunks(parts: Parts) -> list[ModelResponseStream]:
    """Return the chunks in which choices say parts of their bodies by turns."""
    return [
        ModelResponseStream(
            choices=[StreamingChoices(index=index, delta=Delta(content=text), logprobs={"t": text})]
        )
        for index, text in parts
    ]


def said(parts: Parts) -> dict[int, str]:
    """Return what the choices say that say anything."""
    found: dict[int, str] = {}
    for index, text in parts:
        if text:
            found[index] = found.get(index, "") + text
    return found


def text_of(answers: Sequence[object]) -> str:
    """Return all that is in chunks."""
    return "".join(str(answer) for answer in answers)


@given(st.lists(st.tuples(st.integers(0, 2), st.text(alphabet="ab £45\u200b", max_size=4))))
def test_bodies_are_read_whole(parts: Parts) -> None:
    assert bodies(chunks(parts)) == said(parts)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["ZZ", "Z", ""])), min_size=1), st.integers(0, 2)
)
def test_a_replaced_body_leaves_nothing_and_the_others_as_they_are(parts: Parts, held: int) -> None:
    before = said(parts)
    instead = {index: "safe" for index in before if index == held}
    made = replaced(chunks(parts), instead)
    assert bodies(made) == before | instead
    of_held = [choice for answer in made for choice in answer.choices if choice.index in instead]
    assert "Z" not in text_of(of_held)
