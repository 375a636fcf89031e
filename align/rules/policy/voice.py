"""How a message sounds: its length, emoji, banned words, links, placeholders, talk of being an AI.

## What it flags

A message longer than `max_chars` (Unicode code points; the whole message is the span),
more than `max_emoji` emoji (a joined sequence, a flag or a keycap is one), a `banned` word
or phrase in any disguise, a link when `allow_links` is false. Always: a template
placeholder left in (`{name}`, `[TIME]`, `<city>`), and talk of being an AI, an assistant
or a model.

## Why it matters

It is the professional's voice that clients write to; one slip of this kind shows that a
machine wrote.

## What it leaves alone

E-mail addresses and @handles, which are no links; words that only contain a banned one;
"my assistant Bea", "a model casting"; saying that one is no bot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.voice.emoji import find_emoji
from align.claims.voice.identity import find_identity
from align.claims.voice.placeholders import find_placeholders, may_hold_placeholders
from align.findings import Violation
from align.reading.cues import BANNED_WORD, IDENTITY
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.draft import Draft
    from align.compiled import CompiledSpec

_ID: Final = "voice"


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report everything in which the message does not sound as the spec says."""
    voice, seen = spec.voice, draft.reading.seen
    if voice.max_chars is not None and len(draft.body) > voice.max_chars:
        yield _length(draft, voice.max_chars)
    if not draft.body.isascii():
        yield from _emoji(draft, spec)
    if voice.signs or seen & BANNED_WORD:
        yield from _banned(draft, spec)
    if not voice.links and draft.utterance.contacts:
        yield from _links(draft)
    if may_hold_placeholders(draft.reading.folded.cased):
        yield from _placeholders(draft)
    if not seen & IDENTITY:
        return
    for first, last in find_identity(draft.reading):
        yield _found(
            draft,
            draft.reading.span(first, last),
            claimed="talk of being an AI, an assistant or a model",
            expected="the professional's own voice",
            fact="voice",
            message="Speaks as a machine or an assistant.",
            instruction="Write as the professional; do not mention an AI, an assistant or a model.",
        )


def _length(draft: Draft, bound: int) -> Violation:
    size = len(draft.body)
    return _found(
        draft,
        (0, size),
        claimed=f"{size} characters",
        expected=f"at most {bound}",
        fact="voice.max_chars",
        message=f"The message has {size} characters; at most {bound} are allowed.",
        instruction=f"Shorten the message to at most {bound} characters.",
    )


def _emoji(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    bound = spec.voice.max_emoji
    if bound is None:
        return
    spans = list(find_emoji(draft.body))
    if len(spans) > bound:
        yield _found(
            draft,
            (spans[0][0], spans[-1][1]),
            claimed=f"{len(spans)} emoji",
            expected=f"at most {bound}",
            fact="voice.max_emoji",
            message=f"The message has {len(spans)} emoji; at most {bound} are allowed.",
            instruction=f"Use at most {bound} emoji.",
        )


def _banned(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    for start, end, entry in spec.voice.find_banned(draft.reading):
        yield _found(
            draft,
            (start, end),
            claimed=f"“{entry.phrase}”",
            expected="none of the banned words",
            fact=entry.path,
            message=f"Uses the banned phrase “{entry.phrase}”.",
            instruction=f"Do not use “{entry.phrase}”.",
        )


def _links(draft: Draft) -> Iterator[Violation]:
    for contact in draft.utterance.contacts:
        if contact.kind == "url" and not contact.accepted:
            yield _found(
                draft,
                draft.reading.span(contact.first, contact.last),
                claimed=f"link {contact.value}",
                expected="no links",
                fact="voice.allow_links",
                message=f"Contains the link {contact.value}; links are not allowed.",
                instruction="Leave out the link.",
            )


def _placeholders(draft: Draft) -> Iterator[Violation]:
    folded = draft.reading.folded
    for start, end in find_placeholders(folded.cased):
        span = folded.span(start, end)
        slot = draft.body[span[0] : span[1]]
        yield _found(
            draft,
            span,
            claimed=f"placeholder {slot}",
            expected="no placeholders",
            fact="voice",
            message=f"The template placeholder {slot} was left in.",
            instruction=f"Replace {slot} with the real value or leave it out.",
        )


def _found(  # noqa: PLR0913 - the parts of a violation
    draft: Draft,
    span: tuple[int, int],
    *,
    claimed: str,
    expected: str,
    fact: str,
    message: str,
    instruction: str,
) -> Violation:
    start, end = span
    return Violation(
        rule=_ID,
        family="policy",
        start=start,
        end=end,
        text=draft.body[start:end],
        claimed=claimed,
        expected=expected,
        fact=fact,
        message=message,
        instruction=instruction,
    )


RULE: Final = Rule(
    id=_ID,
    family="policy",
    summary="too long, too many emoji, a banned word, a link, a placeholder, or talk of being an AI",
    needs=(),
    flags=(
        Example("Hi «{name}», I still have 7:15 open."),
        Example("See you at «xx:xx» on Friday."),
        Example("«Kindly» let me know."),
        Example("All the details: «ines-bodywork.example/book»"),
        Example("See you then «😊💆🏽‍♀️»"),
        Example("«I'm an AI assistant» for Ines."),
        Example("«" + "a" * 321 + "»"),
    ),
    accepts=(
        Example("That's an endearing name for a dog.", why="only contains a banned word"),
        Example("My assistant Bea will carry the table up.", why="a person"),
        Example("See you then 👩‍👧‍👦", why="a joined sequence is one emoji"),
        Example("I'm @ines.bodywork on insta.", why="a handle is no link"),
        Example("I'm not a bot, promise.", why="denied"),
        Example("The booking page sends reminders by itself, I answer the rest.", why="software at work"),
    ),
    check=check,
)
