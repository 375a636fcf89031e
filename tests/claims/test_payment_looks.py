"""The cheap look before the patterns of handing money over lets through whatever they take."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import chain

import pytest

from align.claims.claim import Moment, Speaker
from align.claims.payments import handing, payment_words
from align.claims.payments.handing import APPS, HANDING, may_hand_over
from align.claims.payments.payments import read_payments
from align.claims.read import nothing
from align.claims.utterance import Utterance
from align.reading import Reading
from align.reading.cues import PAYMENT
from align.reading.lexicon import LEXICON
from tests.claims.following import ANYTHING, following

NOW = Moment(datetime(2026, 11, 21, 12, tzinfo=UTC))


def said(body: str, speaker: Speaker = Speaker.PROFESSIONAL) -> Utterance:
    known = nothing()
    return Utterance(Reading(body, known.vocabulary), speaker, NOW, known)


OF_HANDING = ("_OF_MONEY", "_OF_IT", "_OF_ALL", "_GOT", "_MAKES")
OF_PAYING = ("_PAY", "_TAKE_OFF")
BETWEEN = (
    "",
    " me",
    " off you",
    " over to me",
    " in the",
    " the",
    " the full",
    " my other outstanding",
    " a bit of",
    " care of",
)


VERBS = (
    "put",
    "take",
    "collect",
    "clear",
    "clearing",
    "getting",
    "giving",
    "make",
    "covering",
    "see",
    "handle",
)


def ways() -> list[tuple[str, str]]:
    """Return what stands behind which words by the patterns, where these open with such a verb."""
    patterns = chain(
        (getattr(handing, n) for n in OF_HANDING), (getattr(payment_words, n) for n in OF_PAYING)
    )
    return [
        (verb + between, word)
        for pattern in patterns
        for verb in VERBS
        for between in BETWEEN
        for word in following(pattern, verb + between) - {ANYTHING}
    ]


def test_what_a_pattern_takes_is_let_through() -> None:
    looked_at = ways()
    for before, word in looked_at:
        u = said("")
        u.reading.words[:] = f"{before} {word} money".split()  # "r" and "s" as they stand, uncorrected
        assert may_hand_over(u, 0), (before, word)
    assert len(looked_at) > 1000


def test_the_verbs_are_of_handing_over() -> None:
    assert not set(VERBS) - HANDING
    assert APPS <= HANDING


def test_whatever_pays_by_itself_is_an_app() -> None:
    pays = payment_words._PAY  # noqa: SLF001 - the pattern that the look stands before
    by_itself = {word for word in HANDING if LEXICON.get(word, 0) & PAYMENT and pays.fullmatch(word)}
    assert by_itself == APPS


@pytest.mark.parametrize(
    "body", ["take the time that you need", "bring a bottle of water", "put some music on", "send"]
)
def test_small_talk_is_not_let_through(body: str) -> None:
    assert not may_hand_over(said(body), 0)


@pytest.mark.parametrize(
    ("body", "index"),
    [
        ("take 50 after", 0),
        ("fees you can give at the end", 3),
        ("the rest i take after", 3),
        ("send £50 after", 0),
        ("catch me after", 0),
        ("bring r5.example after", 0),
    ],
)
def test_money_is_let_through(body: str, index: int) -> None:
    assert may_hand_over(said(body), index)


@pytest.mark.parametrize(
    "body",
    [
        "The rest you can give at the end.",
        "You can clear the remaining after the session.",
        "Just lash the money over after the session.",
        "I'll take the rest off you after the session.",
        "Half now and half after the session.",
        "Me pagas después del entreno.",
        "About the payment, don't even think about it until we're done.",
        "Eft after the session is fine.",
    ],
)
def test_later_payment_is_still_read(body: str) -> None:
    u = said(body)
    read_payments(u)
    assert [p.timing for p in u.payments] == ["after"]
