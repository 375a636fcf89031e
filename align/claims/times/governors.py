"""Words that govern a time in more than one way, each with what decides.

Every judge takes the utterance, the word's index and the first word of the time, and
returns 1 (an appointment's start), -1 (something else) or 0 (the word decides nothing).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from align.claims.times.beginning_governors import judge_opened, judge_start, judge_started, judge_starts
from align.claims.times.motion_governors import (
    judge_arrive,
    judge_come,
    judge_drop,
    judge_get,
    judge_go,
    judge_meeting,
    judge_pick,
    judge_see,
    judge_turn,
)
from align.claims.times.particle_governors import (
    judge_anything,
    judge_around,
    judge_back,
    judge_clear,
    judge_down,
    judge_exists,
    judge_good,
    judge_how,
    judge_in,
    judge_left,
    judge_next,
    judge_nobody,
    judge_off,
    judge_on,
    judge_over,
    judge_ready,
    judge_room,
    judge_round,
    judge_there,
    judge_time,
    judge_up,
    judge_way,
    judge_with,
)
from align.claims.times.verb_governors import (
    judge_booked,
    judge_call,
    judge_confirm,
    judge_did,
    judge_do,
    judge_have,
    judge_let,
    judge_like,
    judge_lock,
    judge_make,
    judge_mean,
    judge_open,
    judge_put,
    judge_say,
    judge_says,
    judge_set,
    judge_shift,
    judge_starting,
    judge_stays,
    judge_tell,
    judge_wait,
    judge_want,
    judge_why,
    judge_will,
    judge_work,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

Judge = Callable[["Utterance", int, int], int]


AMBIGUOUS: Final[dict[str, Judge]] = {
    **dict.fromkeys(("see", "seeing", "catch", "meet", "saw"), judge_see),
    "meeting": judge_meeting,
    **dict.fromkeys(("have", "got", "i've", "we've", "'ve", "has", "haven't", "had"), judge_have),
    **dict.fromkeys(
        ("do", "doing", "take", "keep", "keeping", "manage", "try", "accommodate", "host", "keeping"),
        judge_do,
    ),
    **dict.fromkeys(
        ("want", "need", "prefer", "wanna", "could", "can", "would", "rather", "may", "shall", "mind"),
        judge_want,
    ),
    **dict.fromkeys(("how", "how's", "what"), judge_how),
    "say": judge_say,
    "says": judge_says,
    "clear": judge_clear,
    "nobody": judge_nobody,
    "make": judge_make,
    "open": judge_open,
    "start": judge_start,
    "starts": judge_starts,
    "starting": judge_starting,
    "started": judge_started,
    "begins": judge_starts,
    "work": judge_work,
    "up": judge_up,
    "back": judge_back,
    "off": judge_off,
    "in": judge_in,
    "on": judge_on,
    "down": judge_down,
    "set": judge_set,
    "over": judge_over,
    **dict.fromkeys(("round", "across", "by"), judge_round),
    **dict.fromkeys(("good", "keen", "able"), judge_good),
    **dict.fromkeys(("opened", "freed"), judge_opened),
    "booked": judge_booked,
    "there": judge_there,
    **dict.fromkeys(("there's", "theres"), judge_exists),
    "here": judge_there,
    "with": judge_with,
    **dict.fromkeys(("arrive", "arriving"), judge_arrive),
    **dict.fromkeys(("come", "coming"), judge_come),
    **dict.fromkeys(("get", "getting"), judge_get),
    **dict.fromkeys(("pick", "collect"), judge_pick),
    "go": judge_go,
    "time": judge_time,
    "room": judge_room,
    "next": judge_next,
    "around": judge_around,
    "call": judge_call,
    "let": judge_let,
    **dict.fromkeys(("confirm", "confirming"), judge_confirm),
    **dict.fromkeys(("put", "putting", "slide", "slip", "tuck", "add", "added", "adding"), judge_put),
    **dict.fromkeys(("waiting", "wait"), judge_wait),
    "like": judge_like,
    "will": judge_will,
    **dict.fromkeys(("stays", "remains", "stands"), judge_stays),
    **dict.fromkeys(("anything", "anywhere"), judge_anything),
    "way": judge_way,
    "why": judge_why,
    "turn": judge_turn,
    "left": judge_left,
    **dict.fromkeys(("drop", "dropping"), judge_drop),
    "ready": judge_ready,
    "shift": judge_shift,
    "lock": judge_lock,
    "did": judge_did,
    "tell": judge_tell,
    **dict.fromkeys(("mean", "meant"), judge_mean),
}
"""The judges of words that govern a time in more than one way."""
