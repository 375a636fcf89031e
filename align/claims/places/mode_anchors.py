"""What is read at its anchor words whatever else they begin: hosting, visits, doors, the modes' names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from align.claims.claim import Mode, Speaker
from align.claims.places import mode_answers as answers
from align.claims.places import mode_arrivals as arrivals
from align.claims.places import mode_fetching as fetching
from align.claims.places import mode_hints as hints
from align.claims.places import mode_words as said
from align.claims.places.mode_stays_put import STAYING
from align.claims.places.mode_subjects import mode_of, who_goes
from align.claims.places.mode_ways import am_with, be_with, doorway, hosts, lent, ready_to_go, wherever
from align.claims.places.mode_ways_asked import WAYS_ASKED
from align.claims.places.mode_ways_in import WAYS_IN

if TYPE_CHECKING:
    import re

    from align.claims.utterance import Utterance


def _named(u: Utterance, match: re.Match[str], index: int) -> Mode:
    del u, index
    return "incall" if match["named"].startswith("incall") else "outcall"


def _own_room(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    del match, index
    return "incall" if u.speaker is Speaker.PROFESSIONAL else None


def _met(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    theirs = match["theirs"] is not None
    subject = who_goes(u, index)
    return None if subject == ("listener" if theirs else "speaker") else mode_of(u, theirs=theirs)


Meaning = Callable[["Utterance", "re.Match[str]", int], "Mode | None"]
ANCHORED: Final[tuple[tuple[re.Pattern[str], Meaning, str], ...]] = (
    (said.NAMED, _named, "incall incalls outcall outcalls"),
    (said.SUITS, answers.suits, "my your ur yr yours mine the"),
    (said.HOST, hosts, "host hosting have having welcome receive receiving only let buzz"),
    (said.BE_WITH, be_with, "be stand arrive"),
    (said.AM_WITH, am_with, "i'm we're"),
    (said.MEET_FOR, _met, "meet"),
    (said.WHEREVER, wherever, "wherever where"),
    (said.DOORWAY, doorway, "come walk pop head"),
    (said.HAVE_ROOM, _own_room, "i we i've we've"),
    (
        said.DONE_UP,
        _own_room,
        "front spare back living garage shed attic basement loft conservatory cellar barn",
    ),
    (said.ROOM_FOR_CLIENTS, _own_room, "spare back front garden downstairs upstairs set use"),
    (said.WORK_FROM, _own_room, "i i'm we we're i'll"),
    (said.ROOM_IS, _own_room, "my"),
    (said.STUDIO_IS, _own_room, "studio studio's salon salon's clinic clinic's"),
    (said.ROOM_FREE, _own_room, "my our"),
    (said.USE, lent, "use using borrow share"),
    (said.WELCOME, _own_room, "welcome"),
    (said.OPEN_DOOR, _own_room, "door door's walk walk-ins"),
    (said.STUDIO_VISIT, answers.studio_visit, "studio salon shop clinic"),
    (said.STUDIO_ONLY, _own_room, "studio salon shop clinic"),
    (answers.SIDE_ALONE, answers.side_alone, "my your ur yours mine"),
    (answers.HERE, answers.here, "see"),
    (answers.TRAVELS, answers.travels, "travel travelling traveling mobile"),
    *arrivals.ARRIVALS,
    (fetching.FETCH, fetching.fetches, "pick collect fetch grab scoop"),
    (fetching.SERVICE, fetching.serves_door, "pick pickup"),
    (fetching.LET_IN, fetching.lets_in, "buzz"),
    (answers.ASKED_ROOM, answers.asked_room, "have got run keep"),
    (answers.MOBILE, answers.mobile, "i'm i we're"),
    (hints.LET_YOURSELF_IN, hints.receives, "let"),
    (hints.PARK_AT, hints.receives, "park"),
    (hints.MADE_A_ROOM, hints.own_room, "turned converted made"),
    (
        hints.RENTED,
        hints.met_in,
        "gym studio room hall space chair salon clinic kitchen barn shed workshop garage loft place",
    ),
    (hints.ADDRESS_FOR_ME, hints.goes_to_address, "address postcode eircode door flat house room unit"),
    (answers.BE_ROUND, answers.be_round, "be"),
    (answers.COME_HOME, answers.come_home, "come"),
    (
        said.TRIP,
        answers.trip,
        (
            "let come go make do take home house hotel mobile travel travelling traveling i we see treat "
            "massage "
            "meet visit visiting teach"
            " train shoot drive driving"
        ),
    ),
    *WAYS_IN,
    *WAYS_ASKED,
    *STAYING,
    (said.WILLING_TO_TRAVEL, ready_to_go, "travel travelling traveling visit"),
)
"""A pattern, what it means, the words that it is matched at."""
OTHERWISE: Final = {
    word: tuple((pattern, means) for pattern, means, words in ANCHORED if word in words.split())
    for word in " ".join(words for _, _, words in ANCHORED).split()
}
