"""The cheap looks before the patterns of modes let through whatever a pattern takes."""

from __future__ import annotations

import pytest

from align.claims.places import mode_words as said
from align.claims.places.mode_anchors import ANCHORED
from align.claims.places.mode_followers import (
    CARRIERS,
    FOLLOWERS,
    LOOKS,
    OWNERS,
    carries_to_side,
    follows,
    may_place,
    room_ahead,
)
from tests.claims.following import ANYTHING, following
from tests.claims.test_modes import modes

GOING = (said.GO_THEIRS, said.GO_OURS, said.GO_THERE, said.GO_OVER)
EVERYTHING = [(pattern, word) for pattern in GOING for word in sorted(said.GOING)] + [
    (pattern, word) for pattern, _, anchors in ANCHORED for word in anchors.split()
]


def test_what_a_pattern_takes_behind_a_word_is_let_through() -> None:
    looked_at = 0
    for pattern, word in EVERYTHING:
        if word in FOLLOWERS:
            spelled = {each for each in following(pattern, word) if each.isalnum() or each == ANYTHING}
            assert spelled <= FOLLOWERS[word], (word, spelled - FOLLOWERS[word], pattern.pattern[:40])
            looked_at += len(spelled)
    assert looked_at > 1000


def carries(said_of: str) -> bool:
    """Tell what the look says of a carrier, the speaker before it."""
    return carries_to_side(f"i {said_of}".split(), 1, 0)


@pytest.mark.parametrize("load", ["kit", "kit around", "a b c d e f"])
def test_what_may_stand_behind_a_load_is_let_through(load: str) -> None:
    for pattern in GOING:
        for word in sorted(CARRIERS):
            for behind in following(pattern, f"{word} {load}") - {ANYTHING}:
                onwards = following(pattern, f"{word} {load} {behind}") - {ANYTHING} or {""}
                for side in onwards if behind in ("to", "at", "into", "see") else ("",):
                    assert carries(f"{word} {load} {behind} {side}"), (word, behind, side)


def test_a_load_that_goes_to_the_listener_goes_with_the_speaker() -> None:
    assert carries_to_side("can i take the kit you".split(), 2, 0)
    assert not carries_to_side("can i ? take the kit you need to decide".split(), 3, 3)
    assert carries_to_side("i ? take the kit to mine".split(), 2, 2)
    assert carries_to_side("drop yours".split(), 0, 0)
    assert carries_to_side("bring kit mine".split(), 0, 0)


def test_what_may_follow_a_direction_is_let_through() -> None:
    looked_at = 0
    for word in ("out", "over", "round", "up", "down", "across"):
        for to in ("at", "to"):
            for side in following(said.AT, f"{word} {to}"):
                assert may_place([word, to, side], 0), (word, to, side)
                looked_at += 1
    assert looked_at > 100
    assert not may_place("out to be a delight".split(), 0)


def test_what_may_be_work_is_let_through() -> None:
    looked_at = 0
    for pattern, _, anchors in ANCHORED:
        for word in {"i", "i'm", "we", "we're"}.intersection(anchors.split()):
            for behind in following(pattern, word):
                for verb in following(pattern, f"{word} {behind}") - {ANYTHING}:
                    assert LOOKS[word]([word, behind, verb], 0), (word, behind, verb)
                    looked_at += 1
    assert looked_at > 100
    assert not LOOKS["i"]("i always warm the room".split(), 0)


def test_what_may_be_a_trip_is_let_through() -> None:
    looked_at = 0
    for pattern, _, anchors in ANCHORED:
        for word in {"take", "do", "make"}.intersection(anchors.split()):
            for trip in following(pattern, f"{word} the"):
                assert LOOKS[word]([word, "the", trip], 0), (word, trip)
                looked_at += 1
            assert following(pattern, word) == {"the"}
    assert looked_at > 10
    assert not LOOKS["take"]("take the time that you need".split(), 0)


@pytest.mark.parametrize("called", ["", " own", " own neat little", " new"])
def test_what_may_be_a_room_is_let_through(called: str) -> None:
    looked_at = 0
    for pattern, _, anchors in ANCHORED:
        for word in OWNERS.intersection(anchors.split()):
            for room in following(pattern, word + called) - {ANYTHING, "own"}:
                assert room_ahead(f"{word}{called} {room}".split(), 0), (word, room)
                looked_at += 1
    assert looked_at > 500


def test_verbs_of_going_and_placing_words_are_apart() -> None:
    assert said.PLACING.isdisjoint(said.GOING)


@pytest.mark.parametrize("words", ["the plants", "be a little", "i hope", "i'll think"])
def test_small_talk_is_not_let_through(words: str) -> None:
    word, behind = words.split()[:2]
    assert behind not in FOLLOWERS[word]


def test_only_a_way_in_is_let_through_behind_let_me() -> None:
    assert LOOKS["let"]("let me in".split(), 0)
    assert not LOOKS["let"]("let me know".split(), 0)


def test_a_load_is_looked_past() -> None:
    assert carries("bring the table over to yours")
    assert carries("bring it you.example")
    assert not carries("bring a bottle of water if you like")
    assert not carries("take time . you know")


def test_a_room_is_looked_for_past_what_it_is_called() -> None:
    assert room_ahead("my own lovely little studio's open".split(), 0)
    assert room_ahead("your mum's".split(), 0)
    assert not room_ahead("my sister keeps telling me".split(), 0)


def test_a_word_that_goes_on_behind_a_sign_is_left_to_the_patterns() -> None:
    assert modes("I can visit you.example on Friday") == ["outcall"]


def test_what_is_joined_to_a_follower_follows() -> None:
    assert follows("you.com", frozenset(("you",)))
    assert follows("y'all's", frozenset(("y'all",)))
    assert follows(",", frozenset())
    assert not follows("don't", frozenset(("do",)))
    assert not follows("young", frozenset(("you",)))


@pytest.mark.parametrize(
    "had", ["i've got a studio in town", "i've a lovely room here", "we've there a loft now ."]
)
def test_a_room_that_is_had_is_let_through(had: str) -> None:
    words = had.split()
    assert LOOKS[words[0]](words, 0)
    assert not LOOKS[words[0]]([words[0], "seen", "that", "film", "twice"], 0)


@pytest.mark.parametrize("said_of", ["i can bring", "i have time", "i do like it", "i see why you ask"])
def test_what_is_no_work_is_not_let_through(said_of: str) -> None:
    assert not LOOKS["i"](said_of.split(), 0)
