"""Times that the client asks for with no word of proposing, and often without the question mark."""

from datetime import datetime

import pytest

from align import validate_draft
from align.validate import compile_spec
from specs import Spec

SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "t",
            "timezone": "UTC",
            "currency": "USD",
            "modes": ["incall"],
            "mission": {"date": "2026-11-30", "slots": [["2026-11-30T18:00", "2026-11-30T20:00"]]},
        }
    )
)
NOW = datetime.fromisoformat("2026-11-30T10:00:00+00:00")


def starts(body: str, inbound: str) -> bool:
    result = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound})
    return "slot_not_in_mission" in {v.rule for v in result.violations}


ASKED = [
    "today 3pm at the studio",
    "ok so 1.30 this arvo at our house",
    "3 this afternoon at the studio then",
    "Any chance of 8 tonight",
    "hi hun, anything at 3 today",
    "are you around 3 today",
    "you about at 3 today",
    "got space at 3 today",
    "can I get in at 3",
    "Hi. Any chance of 8 tonight. My back is in bits",
    "I can be there by 3",
    "could get over to you by 3",
]
NOT_ASKED = [
    "train gets in at 3",
    "my shift is over at 3",
    "doctors at 3",
    "home at 5",
    "Dentist at 3 today",
    "lunch at 1",
    "finishing at 4 today",
    "kids are out of school at 3",
    "I'll be home by 3",
    "so 7 tonight at the studio",
    "Any chance of 6 tonight",
    "can you see me at 6 if I leave work at 5",
]


@pytest.mark.parametrize("question_mark", ["", "?"])
@pytest.mark.parametrize("inbound", ASKED)
@pytest.mark.parametrize("body", ["Perfect, see you then", "Yep, that works!"])
def test_a_bare_time_is_asked_for(body: str, inbound: str, question_mark: str) -> None:
    assert starts(body, inbound + question_mark)


@pytest.mark.parametrize("inbound", NOT_ASKED)
@pytest.mark.parametrize("body", ["Perfect, see you then", "Great, thanks!"])
def test_a_time_of_the_clients_own_is_not(body: str, inbound: str) -> None:
    assert not starts(body, inbound)


@pytest.mark.parametrize("body", ["I'm full at 8, but 7 works", "Perfect, 6:30 then", "No, sorry", "6 or 7?"])
def test_an_answer_of_another_time_accepts_none(body: str) -> None:
    assert not starts(body, "any chance of 8 tonight")
