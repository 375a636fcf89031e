"""Entries of the list that are said with a verb, or by the one word that tells them apart."""

from datetime import UTC, datetime

import pytest

from align import validate_draft
from specs import Spec

NOW = datetime(2026, 11, 21, 16, tzinfo=UTC)
BASIC = {"persona": "test", "currency": "USD", "timezone": "America/Chicago"}
TUTOR = Spec.from_dict(
    {
        **BASIC,
        "trade": "cello teacher",
        "never_offer": ["harp lessons", "group class", "online lessons", "two for one"],
    }
)
GROOMER = Spec.from_dict(
    {
        **BASIC,
        "trade": "dog grooming",
        "services": ["puppy cut"],
        "never_offer": ["cat grooming", "boarding", "coat bleaching", "newborn session", "ear plucking"],
    }
)
OFFERED = [
    (TUTOR, None, "I teach harp as well."),
    (TUTOR, None, "I teach cello and harp."),
    (TUTOR, None, "I could teach your daughter harp before supper."),
    (TUTOR, None, "She'd learn harp with me, an hour a week."),
    (TUTOR, None, "I teach harp basics on Mondays."),
    (TUTOR, None, "Happy to teach groups, up to six."),
    (TUTOR, None, "I teach online on Fridays."),
    (TUTOR, None, "Harp lessons run the same as cello."),
    (TUTOR, None, "We do two for one on Mondays."),
    (TUTOR, None, "2 for 1 on Mondays!"),
    (TUTOR, None, "I could do online lessons between terms."),
    (TUTOR, None, "Harp lessons for the last hour are no bother."),
    (TUTOR, "do you teach harp too?", "I do!"),
    (TUTOR, "do you teach harp too?", "I do! Harp lessons cost what cello does."),
    (TUTOR, "can my brother learn the harp with you?", "He can, yes!"),
    (TUTOR, "would you teach her harp till she's bigger?", "I would, we'd start small."),
    (TUTOR, "do you do groups?", "I do, up to three."),
    (TUTOR, "any treat at the end?", "Go on then, harp lessons for the last of the term."),
    (GROOMER, None, "I do cats as well."),
    (GROOMER, None, "If you want I could do cats on Tuesday."),
    (GROOMER, None, "I do cats most weeks."),
    (GROOMER, "do you do cats?", "I do!"),
    (GROOMER, "do you do newborns?", "We do, yes."),
    (GROOMER, "could you board him overnight?", "Of course!"),
    (GROOMER, "could you bleach his coat?", "Sure, no problem."),
    (GROOMER, "can you bleach the old coat?", "I can bleach it, it's an hour on top."),
]
FREE = [
    (TUTOR, "how do I learn a long piece?", "I do groups of four bars, then stitch them together."),
    (TUTOR, None, "My brother teaches harp in Duluth."),
    (TUTOR, None, "Schools teach groups of thirty, I teach one at a time."),
    (TUTOR, None, "I'd teach you the harp part on the cello."),
    (TUTOR, None, "I learn harp from a book, badly."),
    (TUTOR, None, "I don't teach harp, I only listen."),
    (TUTOR, None, "You can teach harp to a child only once they can sit still."),
    (TUTOR, None, "Everyone should hear it once, it runs the same risk as a choir."),
    (TUTOR, "do you teach harp too?", "I don't, cello only."),
    (TUTOR, "my husband teaches harp", "Lovely! Then he'll hear the cousins."),
    (TUTOR, "I'm learning harp from videos", "I love that! Bring what you've got."),
    (TUTOR, "anything to do online between lessons?", "Yes, the rhythm game."),
    (TUTOR, "do you do harp too?", "Harp and I parted ways at school."),
    (GROOMER, "do you do cats?", "Dogs only, sorry."),
    (GROOMER, "do you do big dogs?", "I do!"),
    (GROOMER, "do you like cats?", "I do, from across the street."),
    (GROOMER, "do you do cats?", "I could do them if I had the gloves, but I don't, so no."),
    (GROOMER, "he chases cats", "I do love cats, so he stays on the lead."),
    (GROOMER, "can you bleach the old coat?", "I can't bleach it, sorry."),
    (GROOMER, None, "What do cats do when he barks?"),
    (GROOMER, None, "The vet says she can do cats on Tuesdays."),
]


def offers(spec: Spec, inbound: str | None, body: str) -> set[str]:
    context = None if inbound is None else {"inbound": inbound}
    found = validate_draft(body, spec, now=NOW, context=context)
    assert found.errors == ()
    return {v.claimed for v in found.violations if v.rule == "never_offer"}


@pytest.mark.parametrize(("spec", "inbound", "body"), OFFERED)
def test_offered(spec: Spec, inbound: str | None, body: str) -> None:
    assert offers(spec, inbound, body)


@pytest.mark.parametrize(("spec", "inbound", "body"), FREE)
def test_free(spec: Spec, inbound: str | None, body: str) -> None:
    assert offers(spec, inbound, body) == set()
