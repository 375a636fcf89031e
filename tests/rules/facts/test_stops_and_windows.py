"""Stops of a tour, work that has just begun, and windows told by a "not till": what is flagged.

A line is one draft; `«»` mark a place that the locations do not give, and `<<` comes before the
client's message. Each table is read as one persona of fixtures/ would send it, on one morning.
"""

import pytest

from tests.rules.facts.marked_tables import Who, flagged, is_marked, rows

TABLES = {
    # Austin until Sunday the 18th, Houston from Monday the 19th to Saturday the 24th.
    ("gold/personas/quinn", "2026-10-14T10:00"): r"""
Next stop «Dallas»
Next stop, «Dallas»!
Next up: «Dallas» on the 20th
Our next stop is «Dallas»
Next stop Houston
Next stop for you is Dallas then
Next stop Dallas for you then
Is your next stop Dallas?
Next stop isn't Dallas
Next stop, coffee
Doing «Dallas» Friday
Doing «Dallas» on Friday if you want in
Hitting «Dallas» Saturday
Playing «Dallas» Friday
Doing Austin Friday
Doing Dallas on Friday at 3, she's a sweetheart
Doing Florence on Friday
You're doing Dallas Friday, right?
Not doing Dallas Friday after all
My «Dallas» room's open Friday
My «Dallas» studio's open Friday
My «Houston» room's open Friday
My Houston room's open Tuesday
My Austin room is open Friday
«Dallas» on Friday, Austin on Saturday
Austin on Friday, «Dallas» on Saturday
«Dallas» Friday then Austin Saturday
«Dallas» on Friday, back in Austin on Saturday
«Dallas» tomorrow, back here Friday
Austin on Friday, Houston on Monday
Florence on Friday, Charlotte on Saturday, all paid up
Dallas on Friday, Austin on Saturday, you're a busy one
You're in Dallas on Friday, then Austin on Saturday?
I've just started doing a few regulars down in «San Antonio»
I've started seeing clients in «Dallas»
I've recently started covering «Dallas»
Just opened in «Dallas»
I just opened a studio in «Dallas»
I've opened a second studio in «Dallas»
I've just started reading about Dallas
I've just started a new book set in Dallas
I started out in Dallas years ago
I started learning violin in Dallas
I've started saving for a trip to Dallas
I'd just started teaching in Dallas when the roof came in
My friend's just started doing lessons in Dallas
A friend just opened a studio in Dallas
You just opened a place in Dallas, congrats!
I've just finished a run in Dallas
I do a few dogs down in «San Antonio» now
I had a few regulars in Dallas once
I've lost my regulars down in Dallas
I change planes in Dallas tomorrow
My flight connects in Dallas
I change planes in «Dallas» on Friday, so I could see you there
I'm not in Houston till Monday, but then I'm down there through Saturday
I'm not in Houston before Monday, then I'm there all week
I'm not in Houston till Monday, but then I'm «there through the 30th»
I'm not in Houston today but I'm «there tomorrow»
I'm away till Monday, then in Houston through Saturday
I'm away till Friday, then «in Dallas» through Saturday
In Austin till the 18th, then Houston through the 24th
In Austin till the 18th, then «Houston» through the 26th
My next stop's «Dallas»
«Dallas» is my next stop
Is Dallas your next stop?
Up next: «San Antonio»
«San Antonio» is up next
Up next is the slow one
Austin till Sunday, then «San Antonio» after that
After Houston it's «San Antonio»
After Austin it's Houston
After Austin it's home
I'm based out of «San Antonio»
I work out of «San Antonio» on Fridays
My friend's based out of Waco
I'm out of Austin till Monday
Working «San Antonio» this weekend
«San Antonio» every Friday
Our «San Antonio» place is free Friday
My strings come from a shop in Waco
My «San Antonio» gym's open Friday
The van's in «San Antonio» on Saturday
The van's engine is in bits in San Antonio
My Dallas chair broke
«Just opened last month» << do you have a studio in Dallas now?
«All week» << are you in Dallas this week?
«Till Sunday» << you in Dallas?
All week << are you in Austin this week?
Through Saturday << will you be in Houston next week?
«Through Saturday» << are you in Houston?
Yes, from Tuesday the 20th << are you in Houston this month?
«Yes», from Tuesday the 27th << are you in Houston this month?
I will, Tuesday to Friday next week << will you be in Houston at all?
«I will», from Monday the 26th << will you be in Houston at all?
«I will», tomorrow and Friday << will you be in Houston at all?
I will! I'm there from the 20th << will you be in Houston?
I will << will you be in Houston at all this year?
«Yes», I'll need the deposit by Tuesday the 20th << are you in Houston today?
All week << how long is your trip to Dallas?
The booking for Friday in Austin is in my diary in pen
All week << I'm in Dallas, are you free?
All week is booked out, sorry << are you in Dallas this week?
After Diwali I'm off to Houston for three days
After lunch I'm in «Houston»
Tomorrow Austin. After that I'm off to Houston until the 22nd
I'm off «to Houston until the 22nd»
Good to hear you got home safely to Dallas
The bus is booked, so on Monday I'm in Houston until Saturday
I'll text on Monday, I'm «in Houston until Saturday»
From Tuesday I can see you in Houston
From Tuesday I can see you «in Dallas»
I have Monday in town, and after that I'm only back up in Houston
I'm only back up in «Houston»
I'll be in Austin before I go to Houston. Use the app, I'm on there most evenings
Not yet, maybe next year << do you have a studio in Dallas now?
I'd love to say yes, but Dallas would mean four hours on the road
""",
    # Dublin always; Galway 13 to 15 November.
    ("gold/personas/noor", "2026-11-10T09:00"): r"""
I'm above «in Belfast» this week
I'm beyond «in Ballina» today
I'll be below «in Cork» till Friday
Above «in Belfast» this week, back Friday
I'm above in Dublin this week
You're above in Belfast this week
My brother's above in Belfast this week
The flat above in Belfast was lovely
«Kilkenny» on the 26th? We'd gladly come out and play that.
«Kilkenny» on the 26th? Happy to come out for it
Kilkenny on the 26th? I'd gladly come but I'm booked
Kilkenny on the 26th? Happy to recommend someone
Kilkenny would be handy I know, but it's not on my list, sorry
I'm «in Kilkenny» all day Friday for the market and can sit down with you after lunch
I'm in Kilkenny all day Friday for the market
I don't do anything above Cork
I'd love to say yes, honestly, but Belfast would mean two days on the road with the books
Belfast would mean leaving at five, so no
«Belfast» would mean leaving at five, but I'd do it for you
«Belfast» would mean a night away but I'm up for it on the 20th
Belfast would mean a night away for me, but my sister does it
«Athlone» is a bit of a trek, but I'd love to do it
Athlone is a bit of a trek, but have a lovely time
""",
}


@pytest.mark.parametrize(("who", "line"), rows(TABLES))
def test_case(who: Who, line: str) -> None:
    assert bool(flagged(who, line, "location_not_in_facts")) is is_marked(line)
