"""Words that stand for others they sound like are told by their neighbours; elsewhere they stay."""

from __future__ import annotations

import pytest

from align.reading import Reading, Vocabulary

VOCABULARY = Vocabulary()


def _line(body: str) -> str:
    return Reading(body, VOCABULARY).line


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("I come to you're flat", "i come to your flat"),
        ("at you're new place", "at your new place"),
        ("round you're house", "round your house"),
        ("the back of you're flat", "the back of your flat"),
        ("you're place at six", "your place at six"),
        ("come 2 me", "come to me"),
        ("quarter 2 nine", "quarter to nine"),
        ("80 4 the hour", "80 for the hour"),
        ("a slot 4 you", "a slot for you"),
        ("open 4 ninety minutes", "open for ninety minutes"),
        ("prices r online", "prices are online"),
        ("ill send it", "i'll send it"),
        ("id love that", "i'd love that"),
        ("pay after were done", "pay after we're done"),
        ("of curse", "of course"),
        ("a vice note", "a voice note"),
        ("30 minuets", "30 minutes"),
        ("2 horus and 50 ponds", "2 hours and 50 pounds"),
        ("a free trail", "a free trial"),
        ("happy to come 2 you come rain or shine", "happy to come to you come rain or shine"),
        ("cal me", "call me"),
        ("c u at 7", "see you at 7"),
        ("i dun do it", "i don't do it"),
        ("i can b there", "i can be there"),
        ("i can prob do it", "i can probably do it"),
        ("lunch w me n the kids", "lunch with me and the kids"),
        ("i'll do it 4 free", "i'll do it for free"),
    ],
)
def test_is_put_right(typed: str, meant: str) -> None:
    assert _line(typed) == meant


@pytest.mark.parametrize(
    "body",
    [
        "you're home by six",
        "no prob",
        "i have 4 free",
        "3 or 4 free",
        "buy 2 get 1",
        "get it dun",
        "plan b works",
        "vitamin c you need",
        "to the place you're staying at",
        "if you want to you're welcome",
        "see you at 2 the usual way",
        "at 4 the gate opens",
        "2 people and 4 dogs",
        "stop by 4 your lesson",
        "she was ill just now",
        "it'd have to be 4 this afternoon",
        "would 2 do you",
        "make it 4 your usual",
        "i can do 2 this afternoon",
        "i could squeeze in 2 this afternoon",
        "we could start 2 this evening",
        "unit 2 the yard",
        "number 2 the mews",
        "apartment 4 my name is on the bell",
        "tonight 4 your massage",
        "could do 4 twenty today",
        "we were done",
        "the curse of it",
        "a vice of mine",
        "two minuets by bach",
        "a trail in the woods",
        "there's a free trail by the river",
        "a free trail run",
        "doors open 2 you come in",
        "cal is my brother",
        "r 950 a session",
        "12 n lamar street",
    ],
)
def test_stays(body: str) -> None:
    assert _line(body) == body


def test_classes_follow_the_word() -> None:
    digit = Reading("come 2 me", VOCABULARY)
    word = Reading("come to me", VOCABULARY)
    assert (digit.marks, digit.seen) == (word.marks, word.seen)
    assert digit.text(1, 2) == "2"
