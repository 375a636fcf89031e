"""Modes told with no side named: who may come at an hour, who comes by, the room that a town has.

A line is one draft; `‹›` mark a mode that is not offered, and `<<` comes before the client's
message. Each table is read as one persona of fixtures/ would send it, on one morning.
"""

import pytest

from tests.rules.facts.marked_tables import Who, flagged, is_marked, rows

TABLES = {
    # A makeup artist who only travels: a client who is told to come would be received.
    ("gold/personas/amara", "2026-10-17T09:00"): r"""
You could ‹come› at 5
You can ‹come› on Monday at 10, I have the hour
You can ‹come› on Monday or Tuesday
‹Come› at half past six and I'll have the mirror ready
‹Come› tomorrow at 9
Sure, ‹come› Thursday at 4
Please ‹come› at 10
But ‹come› Friday and we'll try the gold lid
‹Come› on Wednesday first
‹Come› for one hour and see how it feels
‹Come by› this Saturday for a quick twenty minutes
‹Come past› tomorrow at 4
‹Come to› 14 Brook Street on Friday
You'd ‹come to the garden room›
I'm at 14 Brook Street, ‹come on up›
It's 14 Brook Street. ‹Come straight up›
I'm at 14 Brook Street, ‹come round the back›
‹Come straight up the stairs›
It's 210 for the one-hour ‹studio visit›
I can make it lighter another way: ‹come to my studio›
Thursday at 10 at the Soho ‹studio›
I'll see you at the ‹room› in Soho on Friday
‹Come to› the Soho office, any time between ten and two
‹Come› between 6 and 8 tonight
Let's be practical: ‹come› on Saturday morning and we'll do half an hour
There's a room in Soho that I like
I'm in the office until 5, text me then
Come between you and me, it's dear
An hour, either ‹at mine› or in your own garden, and you'd see the pictures after
‹Bring the veil when you're at my place› on Thursday
When you come at 5, bring the photos
If you come on Monday, the queue is short
Whether you come for an hour or two, the price is the same
The guests come at 6
Your mum could come at 6 and I'd do her at your place
Ask the planner to come at 9 and open the suite
Your dress should come on Monday
My new brushes come on Friday
Come Monday I'll be out of town
Come Friday you'll be a different bride
Come Saturday we're in the papers
I'm back in town come Saturday
Come on Sunday and hear my sister sing at the church
Come to the wedding fair on Sunday, I'm doing demos
Don't come at 5, I'll come to you
You can't come at 5
I'll come at 5
I'll come round the side at 6
Let the primer come to room temperature for ten minutes
It'll come to 180 for the two of you
Come to think of it, Friday is better
Come to Instagram for more looks
Come round the back of it and it looks the same
The colour may come up lighter at 14 Brook Street
The studio session with the photographer is at 2, I'd do you before that
I don't do studio visits, the hour is 210 at yours
At the Hackney studio they take 90 for an hour
The photographer has you at the Soho studio at 2
I loved the pictures you took at my studio
I'd come to the garden room
""",
    # A groomer who works in the shop only: a groomer who comes would travel.
    ("gold/personas/leo", "2026-11-04T10:00"): r"""
I'll ‹come by› at 5
I can ‹come by› tomorrow
I'd ‹come by› with the clippers and do him in your kitchen
I could ‹stop by› for twenty-five minutes
I'll ‹come by› and trim him
I'll ‹come past› at 5 with the clippers
I could ‹come› at 3:45 or at 6
I could ‹come› on Monday at 3 for an hour
When I ‹come› on Friday we'll do his nails
Happy to ‹come› for an hour
I'm in Leslieville till Friday and could ‹come› on Thursday at 1
I can ‹come out to› Scarborough for him
Happy to ‹drive out to› Oakville on Sunday
No bother, I'll ‹come over to› Oakville for 11 tomorrow << you about tomorrow? i'm in Oakville
I can ‹come up to› Oakville Sunday << would you come up to Oakville?
I'll come over to Oakville when my sister moves << do you like Leslieville?
I can ‹drive to› Oakville << we're in Oakville, would you come?
I'm here until the 28th and would happily ‹come out to her› house
I'm on the ‹way over› to you
Tomorrow at 3 ‹at your house› then
Yes tomorrow, nine o'clock ‹at your home›
All set for Friday ‹at yours›, three-ish
I'll meet you ‹in your hotel lobby› at 7
Saturday at 10 ‹in your courtyard›, with the table
Sure look, the 90 minutes ‹at your house› is 200
I'll come by train
I'll stop by the bank first
I'll come by with a quote
Good groomers are hard to come by in Toronto
I come for my coffee at 9, the shop opens at 10
I'll come to Oakville in May << when are you in Oakville?
I drive out to Oakville for my own vet
You could drive out to Oakville instead
I'm coming over to Leslieville in March, shop and all
I can't come out to Oakville
He could come on Monday at 3
My sister would happily come to yours
Your neighbour said she is on the way over to you
The parcel is on the way over to you
I'll text you at 3 when you're at your house
Are you still at your mum's at 3?
Is the party at your house at 3?
You're up at 6 at your house, so 8 in the shop is late enough
Your place looks lovely, I hope the 90 minutes went well
I love the pictures of him at your house
""",
}


@pytest.mark.parametrize(("who", "line"), rows(TABLES))
def test_case(who: Who, line: str) -> None:
    marked = [line.partition("‹")[2].partition("›")[0]] if is_marked(line) else []
    assert flagged(who, line, "mode_not_offered")[:1] == marked
