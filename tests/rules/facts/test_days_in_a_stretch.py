"""Weekdays of a stretch of days that is spoken of, and what shows where in a place: what is flagged.

A line is one draft; `«»` mark a place that the locations do not give, and `<<` comes before the
client's message. Each table is read as one persona of fixtures/ would send it, on one morning.
"""

import pytest

from tests.rules.facts.marked_tables import Who, flagged, is_marked, rows

TABLES = {
    # A week before: Dublin always; Galway Friday the 13th to Sunday the 15th of November.
    ("gold/personas/noor", "2026-11-03T09:00"): r"""
I'm in Galway from 13 to 15 November. I'll come to you in Galway on the Saturday
I'm over your way next week, so I can come to you in Galway on the Saturday instead
I can see you in Galway on the Saturday << are you about next week?
I'm over your way next week, so I can come to you «in Galway on the Tuesday» instead
Next week's full. I can see you «in Galway this Saturday»
I can see you «in Galway on the Saturday»
I'm in Galway from 13 to 15 November, most of the Saturday is open. See you in Galway on Saturday!
I'm in Galway 13-15 November. I can do Saturday in Galway or Friday in Dublin
I'm in Galway from 13 to 15 November, and «in Galway this Saturday» as well
I'm in Galway from 13 to 15 November. Come «to Galway next Monday» instead
«See you in Galway on Saturday»
I can do «Galway on Saturday» or Dublin on Sunday
I'm in Galway from 13 to 15 November, but «in Cork on Saturday»
I'm in Dublin from the 9th to the 12th of November. See you «in Galway on Wednesday»
Galway on Saturday works for me << we're in Galway 13-15 November, are you about?
I've the Salthill room all weekend << we're in Galway 13-15 November, are you about?
«Galway this weekend» works for me << we're in Galway 13-15 November, are you about?
«Galway on Saturday» works for me << we're in Galway at the weekend, are you about?
I'm in Dublin on Thursday if that's sooner << we're in Galway 13-15 November, are you about?
I'm back from a week off «in Cork» from Tuesday
I'm «in Galway tomorrow week» too << we're in Galway 13-15 November, are you about?
What luck, I'm in Galway those same three days! All weekend, in fact
I'm in Galway on the same dates
I'm in Galway those days, all weekend << we're over for a wedding, 13 to 15 November
I'm in Galway the same days << we're over for a wedding, 13 to 15 November
I'm «in Galway those days» << we're over for a wedding, 21 to 23 November
I'm «in Galway the same days» << we're over for a wedding, 21 to 23 November
In Dublin until the 12th, then in Galway for the weekend
In Dublin until Thursday week, then Galway Friday to Sunday
In Dublin until the 12th, then «in Galway on Thursday»
In Dublin until the 5th, then «in Galway for the weekend»
In Dublin till Thursday, then «Galway on Friday»
In Dublin until Friday, then «in Galway until Sunday»
You could come on Thursday the 12th, I'm off to Galway the next morning
See you in Dublin on the 12th, and the following day I'm in Galway
See you in Dublin on the 11th, and the following day I'm «in Galway»
Push the side door and say hi to Florence at the counter. I'm there Friday to Sunday
I won't be over there this month << are you in Cork at all?
I'll be «over there» this month << are you in Cork at all?
I leave Dublin on Thursday week, and then I'm in Galway for the weekend
I could do Monday at ten or the 12th at two, and after that I'm in Galway for the weekend
I could do the 12th at ten. After that I'm in Galway until Sunday
I could do tomorrow at ten, and after that I'm «in Galway for the weekend»
It's only Galway and Dublin for me << would you ever do Cork? it's for January
I only work in Galway and Dublin, sorry << would you ever do Cork? it's for January
I lost a tooth to a long fork at a birthday in Sligo, and the dentist was a thief
I once lost mine at a wedding in Cork and we all kept eating
I struck out at an audition in Cork
I lost my voice, so I'm «in Cork on Friday» to rest it and can see you there
«My room in Cork» is open on Friday
«Mine in Cork» is open on Friday
I'm in Galway from the 13th to the 15th, just out by Oranmore
I'm in Dublin on Thursday, over near Naas on the south side
I'm in Galway on Saturday the 14th and Sunday, over near Oranmore in Salthill
I'm in Dublin on Thursday and «in Naas» on Friday
I'm in Dublin on Thursday, and «near Naas» on Friday
I'm «near Naas» on Friday
I'm in Dublin on Thursday, not far off Naas
I could get the early train and teach you «in Cork» on Saturday
I could hop on a bus and see you both «in Cork» on Saturday
I could take the train and see what Cork is like on Saturday
You could take the train and sit it in Cork on Saturday
Isla can have four tomorrow for her hour
Isla could take the late one on Friday, so I'd see Conor first
Devon might do better on Friday
«Cork» could work on Friday, I'd be there by ten
""",
}


@pytest.mark.parametrize(("who", "line"), rows(TABLES))
def test_case(who: Who, line: str) -> None:
    assert bool(flagged(who, line, "location_not_in_facts")) is is_marked(line)


MODES = {
    # Dublin in both modes; Galway, Friday the 13th to Sunday the 15th of November, at hers only.
    ("gold/personas/noor", "2026-11-10T09:00"): r"""
In Dublin you can come to me or I'll come to you, Galway is at my place only
In Galway you can come to me or ‹I'll come to you›, Dublin is whichever you like
I'm in Galway from Friday. Otherwise I can come to you
I'm in Galway from Friday. I can ‹come to you› there
""",
}


@pytest.mark.parametrize(("who", "line"), rows(MODES))
def test_modes_beside_places(who: Who, line: str) -> None:
    assert bool(flagged(who, line, "mode_not_offered")) is is_marked(line)
