"""A contact given as the professional's that the facts do not list.

## What it flags

A handle, a link, an e-mail address, a phone number or a payment id that the draft gives
out as the professional's and that `channels` does not list. One that equals a listed
contact only once look-alike letters or hidden characters are undone is not that contact.

## Why it matters

A client who writes, calls or pays there reaches a stranger.

## What it leaves alone

A listed contact in any case, with or without its scheme, `www` or closing slash, and a
phone number in any format, national or international. The client's own contacts, echoed,
and those of somebody else: "your florist's page is @bloom". A kind of contact that the
facts do not speak of.
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

_ID: Final = "handle_not_in_facts"
_KINDS: Final = {
    "phone": ("phone number", "phones"),
    "email": ("e-mail address", "emails"),
    "url": ("link", "links"),
    "handle": ("handle", "handles"),
    "payment_id": ("payment id", "handles"),
}


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report every contact of the professional's that the facts do not list."""
    seen: set[str] = set()
    for claim in draft.utterance.contacts:
        if claim.owner != "professional" or claim.stance is not Stance.ASSERTED or claim.value in seen:
            continue
        if not spec.contacts.checks(claim):
            continue
        if spec.contacts.is_listed(claim, draft.reading.text(claim.first, claim.last)):
            continue
        seen.add(claim.value)
        kind, key = _KINDS[claim.kind]
        why = " (look-alike or hidden characters)" if claim.disguised else ""
        yield violation(
            draft,
            (claim.first, claim.last),
            rule=_ID,
            family="facts",
            claimed=f"{kind} {claim.value}{why}",
            expected=f"a {kind} of channels.{key}",
            fact=f"channels.{key}",
            message=f"Gives the {kind} {claim.value}{why}, which the facts do not list.",
            instruction=f"Do not give {claim.value}; give only a {kind} that channels.{key} lists, or none.",
        )


_PAYEE: Final = {"channels": {"handles": {"upi": "ines@okbank"}}}

RULE: Final = Rule(
    id=_ID,
    family="facts",
    summary="gives a contact as the professional's that the facts do not list",
    needs=("channels",),
    flags=(
        Example("Clips are on insta, «@ines.massage»."),
        Example("My other line is «five one two 555 0187»."),
        Example("Book at «ines bodywork dot com slash book»."),
        Example("Write to «ines@bodywork.example» with the details."),
        Example("I'm «@іnes.bodywork» on Instagram."),
        Example("Venmo is «@ines-pays»."),
        Example("Pay the deposit to «ines@okbnk».", spec=_PAYEE),
        Example("It's «inesbw»", inbound="what's your ig?"),
    ),
    accepts=(
        Example("I'm @Ines.Bodywork on Instagram.", why="listed; case does not matter"),
        Example("Got your number, 512-555-0187, I'll text when I'm outside.", why="the client's"),
        Example(
            "Had a look at @tessa.weds, gorgeous barn!",
            inbound="i'm @tessa.weds if you want to see the barn",
            why="the client's own, echoed",
        ),
        Example("Your florist's page is @bloomandstem, right?", why="somebody else's"),
        Example("Don't text @ines.massage, that isn't me.", why="refused"),
        Example("Pay the deposit to Ines@okbank.", why="a listed payment id", spec=_PAYEE),
        Example("Shap", inbound="do you do wig installs?", why="an answer; nobody asked for a handle"),
    ),
    check=check,
    claims="contacts",
)
