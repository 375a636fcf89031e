"""A call, a voice note, another app or e-mail proposed on a text-only line.

## What it flags

With `channels.text_only`, proposing, accepting or inviting a phone call, a video call, a
voice note, or another app or e-mail that `channels.allowed` does not name: "call me", "hop
on FaceTime", "shoot me an email", "add me on telegram", or "yes" to a client who asks.

## Why it matters

The professional is not there: calls go unanswered and the record of what was agreed ends.

## What it leaves alone

Refusing one ("I don't do calls"), text messages, allowed channels, and the words in
another sense: "good call", "call it a night", "zoom lens", "signal is bad here". Giving a
listed social handle invites nobody to another channel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.rules.evidence import violation
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "channel_not_allowed"


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report every proposal of a channel that a text-only spec does not allow."""
    policy = spec.channels
    if not policy.text_only:
        return
    for claim in draft.utterance.channels:
        if claim.stance is not Stance.ASSERTED or policy.allows(claim.channel):
            continue
        yield violation(
            draft,
            (claim.first, claim.last),
            rule=_ID,
            family="policy",
            claimed=claim.channel,
            expected=f"text only; allowed: {policy.listed}",
            fact="channels.allowed",
            message=f"Proposes {claim.channel}; only text is offered (allowed: {policy.listed}).",
            instruction=f"Do not propose {claim.channel}; keep the conversation in text.",
        )


RULE: Final = Rule(
    id=_ID,
    family="policy",
    summary="proposes or accepts a call, a voice note or an app that is not allowed",
    needs=("channels",),
    flags=(
        Example("«Give me a ring» when you get a minute."),
        Example("«c a l l me» when you land."),
        Example("Let's «hop on a quick zoom» and go through it."),
        Example("«Shoot me an email» with the details."),
        Example("«Message me on Telegram», it's quicker."),
        Example("«Sure, happy to».", inbound="can i call you about it?"),
    ),
    accepts=(
        Example("I don't do calls, but text me the list.", why="refused"),
        Example("Good call on the early slot. Let's call it settled.", why="another sense"),
        Example("Signal is bad out here, so I may be slow.", why="a plain word"),
        Example("I'll text you when I'm outside.", why="text is allowed"),
        Example("Pics are on Instagram, @ines.bodywork.", why="a handle invites nobody to write there"),
        Example("No voice notes please, I can't listen while I work.", why="refused"),
    ),
    check=check,
    claims="channels",
)
