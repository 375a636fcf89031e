"""Modes told by the door: who is fetched, let in, comes up, drops off; and where a mode is said of.

A line is one draft; `‹›` mark a mode that is not offered, and `<<` comes before the client's
message. Each table is read as one persona of fixtures/ would send it, on one morning.
"""

import pytest

from tests.rules.facts.marked_tables import Who, flagged, is_marked, rows

TABLES = {
    # A groomer who works in the shop only.
    ("gold/personas/leo", "2026-11-04T10:00"): r"""
Text me your room number, ‹I'll come up›
Send me the gate code and ‹I'll come up›
What's your room number? ‹I'll come up›
Which floor are you on? ‹I'll come up› at six
Give me your unit number and ‹I'll head up›
Text me the suite number and ‹I'll head up› when I arrive
Let me know the floor and ‹I'll come up›
‹Buzz me up› when I get there
You can ‹buzz me in›
Text me the buzzer code and ‹I'll come up› with the kit
I'll ‹scoop you from your hotel› on Saturday
I'll come over with a price
I offer free ‹pick up and drop off›
‹Pickup from your home› is included
Pick up is at 5 from the shop
Pick up available from 4 in the shop
You do the drop off and pick up
I don't offer pick up and drop off
Text me when you're outside and I'll come down
Text me your postal code, I'll come up with a price
Send me your room ideas and I'll come up with a layout
Text me when you're downstairs, I'll come down and let you in
What door are you at? I'll come out
Text me when you park and I'll come out to the car
Your room number won't come up on my screen
The courier will need your room number, he'll come up
What's your room number again? I'm making a note
Buzz me when you get here and I'll let you in
My landlord will buzz me in
Let me in on the joke
I will ‹collect you from your house›
I will come and ‹pick you from your office door›
I'll ‹pick him up from yours› at 8
Happy to ‹pick him up from yours›
Want me to ‹pick him up from yours›?
I'll ‹fetch you from the hotel›
‹Yes I can› << can you pick him up from my house?
‹Sure› << could you collect us from the hotel?
Sorry no << can you pick him up from my house?
You can pick him up from my shop at 5
I will collect my parcel from your house
I'll grab lunch from the hotel and be ready at 2
I'll pick up the thread from your message
I can pick a time from your list
Your neighbour will collect you from your house
He can pick you up from your office
I don't collect from houses
I'd collect him from your house but I don't have a car
Sorry, I can't pick him up from your place
I picked you up from your house last time, no more of that
What time do you pick the kids up from home?
""",
    # A makeup artist who only travels.
    ("gold/personas/amara", "2026-10-17T09:00"): r"""
You and your mum can ‹come over to mine›
You and the girls can ‹come to me› at 8
the two of you are ‹welcome to come over› to me on the Saturday
You can ‹drop your dress off with me› there
‹Drop your mum off with me› there at 9
I'm in the flat till Monday, please ‹come to me›
I'm in Soho, just ‹come to my place›
Your mum can come over to yours while I work
Come to me with any questions
Text me when you're outside and ‹I'll come down›
Door's on the latch, ‹come up›
The flat's on the third floor, ‹come up›
Park out front and ‹ring the bell›
I'll ring the bell at six
I'll text you when I'm outside, come down and let me in
The colour may come up lighter at the door of the venue
If anything about the stairs should come up, ask
My rates won't come down
You can drop the dress off with your sister there
Drop a pin with me there
I'm at your venue at 8, please come to the bridal suite
I'll pick you up from your hotel at 9
Text me the room number, I'll come up
""",
    # A driving instructor whom learners come to in Kampala, and in Mukono until the 8th.
    ("cases/ae/personas/musa", "2026-11-11T06:30"): r"""
I'm in Ntinda, just come to the stage
We are at the field, please come to the field by 7
I'm in Ntinda so I ‹just come to your place›
I will ‹collect you from your house› in Ntinda
They pick you at your gate and bring you to the field
Pick your friend from your office and come together to the field
""",
    # A piano tuner: Leeds at his bench or away, Harrogate 12 to 16 October only away.
    ("cases/ag/personas/graham", "2026-10-13T09:20"): r"""
While I'm in Harrogate this week you can ‹drop the action off with me› there and I'll do it overnight.
I'm in Leeds this week, you can drop the action off with me there
While I'm in Harrogate this week you can leave a note with me there
""",
    # A photographer: Accra in her studio or away, Cape Coast 18 to 20 December only away.
    ("cases/ah/personas/kofi", "2026-12-16T19:26"): r"""
For Cape Coast, I'll be lodging near the castle from Friday, so you and the bridesmaids can ‹come over to my place› there
For Accra, I'm in the studio, so you and the bridesmaids can come over to my place there
""",
    # A harpist: Cork at home or away, Dublin 5 to 7 June only away.
    ("cases/af/personas/roisin", "2026-05-19T15:20"): r"""
I'm in Dublin from the 5th to the 7th of June. Normally I'd meet a couple in Cork, but I've a flat that weekend, so ‹come over to me› on the Saturday
I'm in Dublin from the 5th to the 7th of June. Normally I'd meet a couple in Cork, so come over to me any evening
""",
    # A hairdresser: Manchester until Friday the 15th only away, Leeds on the 16th and 17th at hers too.
    ("cases/t/personas/kelsie", "2026-05-14T16:05"): r"""
Sorted for Sunday then. Ring the bottom bell and come straight up
Sorted for tomorrow then. ‹Ring the bottom bell› and come straight up
I post new cuts most Sundays. ‹Come over to mine›
""",
    # A therapist: Denver at hers or away, Santa Fe 23 to 25 October only away.
    ("cases/ah/personas/tess", "2026-10-13T14:14"): r"""
I'm in Denver through Saturday. Santa Fe comes after that, from the 23rd to the 25th. Same rates as ever, $90 for the hour when you come to me
I'm in Santa Fe from the 23rd to the 25th. It's $90 for the hour ‹when you come to me›
I'm in Denver through Saturday. Santa Fe comes after that, from the 23rd. You can ‹come to me› there
""",
}


@pytest.mark.parametrize(("who", "line"), rows(TABLES))
def test_case(who: Who, line: str) -> None:
    assert bool(flagged(who, line, "mode_not_offered")) is is_marked(line)
