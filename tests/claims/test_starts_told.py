"""A start that is told by what starts, and the hour of what ends or is others'."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 5, 14, 9, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "EUR",
            "timezone": "Europe/Lisbon",
            "mission": {"date": "2026-05-14", "slots": [["2026-05-14T18:30", "2026-05-14T20:30"]]},
        }
    )
)


def is_held(body: str, inbound: str | None) -> bool:
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound} if inbound else None)
    return any(v.rule == "slot_not_in_mission" for v in found.violations)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("I could start early, which would be at half five.", "Dinner tonight? we eat late"),
        ("I could do 1:30pm.", "Any chance of a lesson today? my exam is on Saturday"),
        (
            "As you both work late, let's say we sit down at 21:15, then nobody has to rush home.",
            "Dinner tonight?",
        ),
        ("Let's say you sit down at 21:15.", "Dinner tonight?"),
        ("Shall we say the first plate goes out at 21:30?", "Dinner tonight?"),
        ("Let's say the starters land at 21:15.", "Dinner tonight?"),
        ("Say everyone sits down at 21:30 and I'll bring the soup.", "Dinner tonight?"),
        ("Let's have everyone at the table for 21:15.", "Dinner tonight?"),
        ("I'd say we eat at 21:30.", "Dinner tonight?"),
        ("Let's plan on sitting down at 21:15.", "Dinner tonight?"),
        ("Shall we say we start at 21:15?", "Dinner tonight?"),
        ("Let's say dinner begins at 21:15.", "Dinner tonight?"),
        ("Let's call it 21:15.", "Dinner tonight?"),
        ("Let's say the first course is at 21:30.", "Dinner tonight?"),
        ("We'll sit you down at 21:15.", "Dinner tonight?"),
        ("How about we sit down at 21:15?", "Dinner tonight?"),
        ("Let's say I arrive at 21:15.", "Dinner tonight?"),
        ("Let's say we sit down at 21:15, and nobody has to rush.", "Dinner tonight?"),
        ("We could start at 21:15, nobody has to hurry then.", "Dinner tonight?"),
        ("We'd begin at 21:30, then nobody needs to leave work early.", "Dinner tonight?"),
        ("What if we all sit down to eat at 21:15?", "Dinner tonight?"),
        ("I suggest you eat at 21:30.", "Dinner tonight?"),
        ("Let's plan for everyone to be seated at 21:15.", "Dinner tonight?"),
        ("How about the first course lands at 21:15?", "Dinner tonight?"),
        ("Maybe say the canapés go out around 21:15?", "Dinner tonight?"),
        ("I can come at 21:15, dessert only.", "Dinner tonight?"),
        ("Your last course could start your evening: come at 21:15.", "Dinner tonight?"),
        ("We sit down at 21:15.", "Dinner tonight?"),
        ("21:15 works, nobody will be in a rush.", "Dinner tonight?"),
        ("21:15, nobody has to rush then.", "Dinner tonight?"),
        # the other side of a time of the past, a counted thing and one called by its length
        ("How about I saw you at 21:15?", None),
        ("I'll see him at 21:15 and save your place.", None),
        ("Saw your note, see you at 21:15.", None),
        ("I've got 3 open today.", None),
        ("I've got 3 free this afternoon.", None),
        ("Is 3 good, guys?", None),
        ("I've an hour, one today works.", None),
        ("I can do one today.", None),
        ("Either at 3 today or tomorrow at 6.30.", None),
        ("Today or tomorrow at 3 works.", None),
    ],
)
def test_a_start_told_by_what_starts_is_held(body: str, inbound: str | None) -> None:
    assert is_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("Let's say we sit down at 19:00.", "Dinner tonight?"),
        ("Let's say the first plate goes out at 19:30.", "Dinner tonight?"),
        ("Let's say we're done by 21:15.", "Dinner tonight?"),
        ("Let's say we finish at 22:00.", "Dinner tonight?"),
        ("We can't sit down at 21:15, the kitchen has to be clear by then.", "Dinner tonight?"),
        ("Let's say we start at 19:00 and the dessert goes out at 21:15.", "Dinner tonight?"),
        ("Let's say the babysitter arrives at 21:15, we'd be clearing by then.", "Dinner tonight?"),
        ("Let's say the last plate goes out at 21:30.", "Dinner tonight?"),
        ("Say your train gets in at 21:15, that's too late for me.", "Dinner tonight?"),
        ("If we sat down at 21:15 the neighbours would complain, so no.", "Dinner tonight?"),
        ("Let's say we sit down tomorrow at 21:15.", "Dinner tonight?"),
        ("I sit down at 21:15 to write my notes, so text me then.", "Dinner tonight?"),
        ("My own family sits down at 21:15, that's normal here.", "Dinner tonight?"),
        ("In Lisbon people sit down at 21:15, don't apologise for eating late.", "Dinner tonight?"),
        ("Let's say you put the kids to bed at 21:15 and text me after.", "Dinner tonight?"),
        ("21:15 nobody here, sorry.", "Dinner tonight?"),
        ("We'd sit you down at 19:30 and dessert comes out at 21:15.", "Dinner tonight?"),
        ("I only eat at 22:00 myself, so write me whenever.", "Dinner tonight?"),
        ("Let's say the first course lands at 19:30.", "Dinner tonight?"),
        ("The coffee lands at 21:30 and I'm gone by 22:00.", "Dinner tonight?"),
        ("In Alfama we sit down at 21:15, so 20:30 is early for us.", "Dinner tonight?"),
        ("What if we sit down at 19:15?", "Dinner tonight?"),
        ("21:15, nobody here by then.", "Dinner tonight?"),
        # what was, what is counted, what is called by its length, and an hour that is the other day's
        ("What a week! I saw him out of the corner of my eye at about 9:20 and nearly lost my place.", None),
        ("Loved this week. I saw her at 9:20 and laughed.", None),
        ("Your brain's got at least 3 good semesters left in it.", None),
        ("I have 3 good reasons to say no.", None),
        ("I've got 3 free spots on the list.", None),
        ("I can do a 30-minute one today.", None),
        ("Either at 6:30 today or tomorrow at 3.", None),
        ("I could do 7pm today or tomorrow at 5.", None),
        (
            "I could start at 18:45, which would have the first plates out around nine.",
            "Dinner tonight? we eat late",
        ),
        ("I could do 1:30pm.", "Any chance of a lesson on Saturday? my exam is today"),
        ("I could do 1:30pm.", "My exam is on Saturday"),
        ("I could do 1:30pm.", "Free today? my day off is Saturday"),
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str, inbound: str | None) -> None:
    assert not is_held(body, inbound)
