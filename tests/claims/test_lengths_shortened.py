"""An appointment that is made shorter, and what else is cut to a length."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 10, 14, 0, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "AUD",
            "timezone": "Australia/Melbourne",
            "min_minutes": 60,
            "modes": ["incall"],
            "rates": [{"minutes": 60, "amount": 95}, {"minutes": 90, "amount": 135}],
            "services": ["SAC prep", "mock exam"],
        }
    )
)


def is_held(body: str) -> bool:
    found = validate_draft(body, SPEC, now=NOW)
    return any(v.rule == "duration_below_minimum" for v in found.violations)


@pytest.mark.parametrize(
    "body",
    [
        "We could even make it a short one this time, 45 minutes instead of the full hour, so that he isn't worn out.",
        "We could make it 45 minutes rather than the full hour.",
        "I could squeeze it into 40 minutes if he's tired.",
        "We can fit it into forty-five minutes if you need to dash.",
        "Let's make it a shorter one, 30 minutes instead of an hour.",
        "We could cut it down to 45 minutes this week.",
        "We could do a shorter one this week, forty minutes rather than the hour.",
        "I can trim it to 45 minutes so he's home for dinner.",
        "How about a little one this week, half an hour instead of the usual hour?",
        "We could keep it to 40 minutes instead of the whole hour.",
        "I could make it three quarters of an hour instead of a full one.",
        "I'd happily make it a quick one, 30 minutes, so he can rest.",
        "We can pack it into 45 minutes if we skip the warm-up.",
        "We could shrink it to forty minutes this time.",
        "We could always shorten it to 45 minutes.",
        "It can be a short one, 45 minutes, if that's all he's up for.",
        "We could get it done in 45 minutes if he focuses.",
        "If you've a bus to catch we could squeeze the lesson into 45 minutes.",
        "Let's make this a brief one, twenty-five minutes instead of the usual hour.",
        "I could keep it a shorter lesson tonight, 40 minutes rather than the full hour.",
        "We might do a half one for him today, 30 minutes instead of 60.",
        "Shall we make it a quick one, 35 minutes?",
        "I'd happily cut the lesson to 40 minutes.",
        "We'll squash it into half an hour so he can rest.",
        "What about making it a little one, half an hour instead of the whole hour?",
        "I could fit everything in 40 minutes.",
        "Let's condense it to 45 minutes, he's shattered.",
        "I can pare today's lesson down to 30 minutes.",
        "I could fold it all into forty minutes so you make your train.",
        "Let's make Thursday's a short one, thirty-five minutes, then a long one next week.",
        "We can trim your session to 40 minutes if the traffic's bad.",
        "Shall we have a shorter visit this time, forty minutes instead of the hour?",
        "I'd be happy to cut it to half an hour for you.",
        "It could be a mini one, 45 minutes instead of your usual 60.",
        "Would a shorter one suit, say 40 minutes?",
        "We might as well make it a half session, 30 minutes rather than 60.",
    ],
)
def test_an_appointment_made_shorter_is_held(body: str) -> None:
    assert is_held(body)


@pytest.mark.parametrize(
    "body",
    [
        "I can't make it 45 minutes instead of the full hour, an hour is my shortest.",
        "We couldn't squeeze it into 45 minutes, we'd only rush.",
        "We could make it 90 minutes instead of the full hour.",
        "We could make it a longer one, two hours instead of the full hour.",
        "We could squeeze it into ninety minutes if he's quick.",
        "I'd never squeeze it into 45 minutes.",
        "We could squeeze the reading into the first 15 minutes of the hour.",
        "We could make it 15 minutes later, 4.15 instead of 4.",
        "His school made it 45 minutes instead of the full hour.",
        "I could make it there in 30 minutes.",
        "He could squeeze his homework into 30 minutes before dinner.",
        "It'd be too rushed to squeeze it into 45 minutes.",
        "We could do the mock exam in 45 minutes and spend the rest of the hour going over it.",
        "I can make it in 20 minutes, traffic's light.",
        "Could he squeeze his practice into 20 minutes a night?",
        "They squeeze it into 45 minutes at school, which is why he's lost.",
        "We could make it up to him with 15 minutes of puzzles at the end of the hour.",
        "Make it a short one at the gym, 30 minutes instead of the full hour, and he'll be fresh for our lesson.",
        "Let's make this a longer one, ninety minutes instead of the usual hour.",
        "We could squeeze the theory into 20 minutes and spend the rest on past papers.",
        "I'd fit the marking into 40 minutes before he arrives.",
        "We could cut the essay down to 40 minutes of work.",
        "I won't squash it into half an hour, an hour is the least I do.",
        "They could make it a short one at school, 30 minutes instead of the full hour.",
        "We could keep it to an hour instead of two.",
        "We'd pack it all into the hour as usual.",
        "I could get to Coburg in 30 minutes.",
        "We'll boil it down to 10 minutes of algebra at the start of the hour.",
        "We could squeeze in a stretch in the last 15 minutes.",
        "Let's make it a long one, two hours instead of ninety minutes.",
        "You could squeeze your walk into 30 minutes before you come.",
        "I'd need to squeeze my lunch into 20 minutes that day.",
        "My other clients make it a short one at the gym, I don't.",
        "We could fit the whole back into the first half hour and legs after.",
        "I'm sorry, I couldn't trim it to 40 minutes.",
        "We could make it up to 45 minutes of marking after the hour.",
        "I could cut the theory to 30 minutes and give the rest to questions.",
        "We might fit it into 30 minutes of your next two-hour lesson.",
        "Let's make it a quick one, 20 questions.",
        "I could fit everything in 30 pages.",
        "We could fold it into the last 20 minutes of Thursday's lesson.",
        "We'll keep it short, an hour.",
        "I could trim it to 60 minutes.",
        "I could get it down to 15 minutes on the bike.",
        "We could squeeze that into 20 minutes at the end of his lesson.",
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str) -> None:
    assert not is_held(body)
