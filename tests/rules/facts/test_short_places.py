"""Short drafts about places and modes, as people text them: what is flagged, and what is left alone.

A line is one draft; `«»` mark a place that the locations do not give, `‹›` a mode that is
not offered, and `<<` comes before the client's message. Each table is read as one persona
of fixtures/ would send it, on one morning.
"""

from datetime import datetime
from functools import lru_cache
from pathlib import Path

import pytest

from align import validate_draft
from align.compiled import CompiledSpec
from align.validate import compile_spec
from specs import load_spec

PERSONAS = Path(__file__).parents[3] / "fixtures" / "cases"
RULES = {"location_not_in_facts": "«", "mode_not_offered": "‹"}

TABLES = {
    ("zi", "sorcha", "2026-10-22T09:25"): r"""
«The Drogheda table» is up and running today, so drop her in whenever you're passing.
The Bray table is up today, drop in
I'm based «in Limerick, Ireland»
I'm in Dublin, Ireland
I'm working out of «Sligo this week»
I'm working out of «Cork today»
My studio is «in Cork»
I'm running out of cork, so bring your own
She's working out of Sligo these days
I was working out of Sligo back then
A lad I know works out of Sligo
My studio is in bits today
My old studio was in Cork
I'm working out of hours all week
«The Kells table» is up today, drop in
Meet me «at the Athlone centre» on Thursday
Athlone centre is a nightmare for parking today
I'm «in King's Lynn» on Friday
I'm «in Martha's Vineyard» the week after
Hope Land's End was worth the drive
«The Drogheda salon» is open today, walk in
Drogheda traffic is desperate today, go round by Slane
The Drogheda dog is a dote
The Drogheda weather is up and down today
If ever I start coming to Sligo I will surely tell you first
If ever we do a week in Sligo you'll be the first to hear
Should I ever come to Sligo I'll tell you
I'm in «Sligo» on Friday if ever that suits
«My Drogheda table» is ready whenever you are today
The Drogheda girls were asking after you
"40 for the hour and a half" might be what your man in Naas charges, and fair play to him
Your fella in Navan might be cheaper
The woman in Navan who does poodles is very good
A friend of mine in Kells does hand stripping
Ask my old boss in Trim, she does cats
That's what herself in Athlone charges
What the lads in Cavan charge is their own business
I don't do cats, a girl I know in Navan does
The crowd in Swords charge more
I've a friend in Ashbourne who does them
""",
    ("zi", "weiling", "2026-11-11T11:40"): r"""
I'm «teachign in Penang» the whole of this weeknd, your cousin can come and look for me there.
I'm «teachng in Ipoh» this weekend lah
im «stayign in Melaka» on sat
I'm «workng in Penang» tmr
Ya, Wednesday whole day I'm «there» << Teacher are you in JB again this week, maybe on Wed?
Ya, I'm «there» Wednesday, whole day << Teacher are you in JB this week, maybe on Wed?
Friday I'm there also << Teacher are you in JB this Fri?
Wednesday can, I'm «there» till evening << U in JB this Wed?
Yes, there from Friday morning. << are you in JB this week?
Yes «there» all Thursday << U in JB this Thursday?
I'm «there» Sunday too << will you be in JB on Saturday?
Not there this week, only Friday << U in JB this Wed?
Saturday I'm there, Sunday back here << U in JB this weekend?
I'm «there» next Tuesday, come << are you ever in Penang?
Next Tuesday I'm «there» << are you ever in Penang?
‹I come to your house› in Yishun and you pay me before we start
I come to Tampines on Monday
I'm in Punggol tomorrow, can pass you the book
I'm free in Jurong East on Sunday
Bedok also can, I take MRT
""",
    ("zj", "rae", "2027-01-11T10:00"): r"""
With a hip that's been locked up since October I'd want at least ninety minutes. At my place in Montrose that's 230.
Your back has been off since August. I'm in Houston now and could see you.
I've been doing this since March. In Houston this week, come by.
You were due in December. I'm in Houston, so let's book it.
You came in last May. Montrose is where I am again.
Your knee can wait until February. I'm in Houston all week though.
We said October. At my place in Montrose that's fine.
""",
    ("zj", "callum", "2026-12-08T17:45"): r"""
Yep for «Geelong», I could drive down on the Friday << would you come to geelong?
Yep for «Geelong» << would you come to geelong?
Yeah to Geelong, «I could» do Friday << would you come to geelong?
Yes on «Geelong», I'd drive down << would you come to geelong?
Happy to do «Geelong» << would you come to geelong?
«Geelong» yes, Friday << would you come to geelong?
No for Geelong sorry << would you come to geelong?
«Ballarat» is a yes from me, I could do the Friday << would you come to Ballarat?
It's a yes to «Ballarat» << would you come to Ballarat?
It's a no to Ballarat I'm afraid << would you come to Ballarat?
""",
    ("zk", "kunle", "2026-11-24T13:44"): r"""
Yes, that's not a problem at all. I'm «there» most Fridays. << Can you be coming to Abeokuta? We stay near Kuto.
Yes, no problem. I'm «there» most Fridays << Can you come to Abeokuta?
No problem at all. I pass «there» every Friday. << Can you be coming to Abeokuta?
Not at the moment. I'm there only for weddings << Can you be coming to Abeokuta?
I'm «there» every Monday << Do you teach in Ilorin?
I'm not there these days << Do you teach in Ilorin?
""",
    ("zl", "keira", "2027-06-03T18:30"): r"""
For the photos we could use my friend's loft in «Kingston», I'm there the last week of June.
We could use my cousin's barn in «Guelph», I'm there on the 20th.
My aunt has a cottage in «Huntsville», I'll be there the last week of June if you want lake photos
We could shoot at a friend's place in «Hamilton» on the 20th
My friend has a loft in Kingston, ask her about it
My brother's in Ottawa, he's there till Sunday
«Kingston», I'm there the last week of June
There's a loft in Kingston I love, I'm «there» on the 28th
Last October I shot a wedding in Banff. Minus four, and everybody grinning.
Last June I did an elopement in Tofino and it poured
Two winters ago I photographed a dog sled race in Whitehorse
Last week I drove to Sudbury for a shoot, lovely people
In May I shot two weddings in Halifax, both in fog
Last year I had a booth in Calgary
In October I'm shooting a wedding in «Banff»
Last fall a couple flew me to Banff
I shot a wedding in Banff last October
I did a run of minis in Ottawa in April, never again
Next October I shoot a wedding in «Banff»
June 12 works, I'm in Niagara-on-the-Lake that whole weekend. << We're eloping at a winery in NOTL June 12, any chance?
June 12 works, I'm in Niagara-on-the-Lake all that weekend.
June 19 works, I'm «in Niagara-on-the-Lake that weekend»
The 12th is fine, I'm in NOTL that weekend
The 12th? I'm in NOTL that whole weekend
The 19th? I'm «in NOTL that whole weekend»
I'm in NOTL that entire weekend << Any chance of June 12?
I'm «in NOTL» that entire weekend << Any chance of June 19?
I'm in NOTL that weekend << Any chance of June 12?
I'm in NOTL all that week << we arrive June 11, could you see us?
""",
    ("zl", "nuria", "2027-05-28T08:55"): r"""
‹Drop by the house› here in Sitges, the terrace is all ours.
The terrace is free tomorrow, and the garden is in bloom
The beach is quiet in May
Meet on the terrace at seven, it's cool then
The orange trees are all out today
the mobile is off until noon, sorry
See you by the split tree tomorrow
Your bath is ready today
Nice is lovely in June
The reading on Sunday is cancelled
‹Drop by my place› here in Sitges, the terrace is all ours.
""",
    ("zl", "nuria", "2027-05-25T09:05"): r"""
There's room for eight on ‹the roof of my studio there›, so just walk over << are you in Sitges on Friday?
Sitges from Thursday. I've ‹a studio there›, so just walk over in whatever you slept in
I'm in Sitges from Thursday, ‹come up to my roof there› with a mat
In Sitges ‹I have a terrace, so come to mine›
I'm in Sitges from Thursday to Monday, ‹walk over whenever›
In Sitges I come to you, so no need to walk over anywhere
I'm in Sitges on Friday and ‹my terrace fits six›, bring mats
You could walk over to the beach after
Sitges has room for eight on the sand
""",
    ("zm", "mareike", "2026-12-06T19:50"): r"""
Laser removal I don't do, a friend of mine in Ghent does.
A colleague of mine in Leipzig does laser
I don't do piercings, somebody I know in Bremen does
a mate of mine in Gent has a chair free
My old teacher in Prague does it well
One of my clients in Paris had that too
""",
    ("zk", "kunle", "2026-12-11T13:00"): r"""
I'll be in Bodija on Thursday the 17th, let him bring his textbook to the centre.
Let her bring her past questions to the centre
Let him come to the centre at four
I can come to your house on Thursday
I'll bring the books to the house
I'll bring the textbooks to the centre myself
Make he bring the book come the centre
Let me bring the past questions to your house
Let them bring the form to the office
""",
    ("ze", "joel", "2026-12-03T19:00"): r"""
""",
    ("ze", "joel", "2026-12-04T12:50"): r"""
Happy to see the two of you in Hawke's Bay. My days there run until «Friday the 18th»
My days in Napier run until «Friday the 18th»
My days in Napier are the 14th to the 16th
""",
    ("ze", "amalia", "2026-12-04T12:05"): r"""
we can move to Monday the 7th. I'll still be «in Modena» then, so getting to you is no trouble.
""",
    ("zf", "grace", "2026-12-03T13:40"): r"""
Karibu Malindi! I'm doing two brides «there» next Thursday << my cousin marries in Malindi on the 10th
""",
    ("zc", "noor", "2027-03-29T09:00"): r"""
""",
    ("zd", "siobhan", "2027-04-26T10:00"): r"""
""",
    ("zo", "rawiri", "2026-12-02T10:00"): r"""
I'm round «Napier from Monday the 14th right through to Tuesday the 22nd»
I'm round Napier from Monday the 14th right through to Saturday the 19th
«In Napier 14th through to the 21st»
In Napier 14th through to the 19th
It's «Wednesday to Friday next week I'm in Napier»
I'm round «Gisborne on Friday»
I work round «Gisborne on Fridays»
I'm round Wellington on Friday
My mate's round Gisborne on Friday
My round of Gisborne pubs is legendary
""",
    ("zp", "shona", "2026-11-26T11:45"): r"""
It's Friday to Sunday next week I'm there. << when are you in Edinburgh?
Friday and Saturday next week I'm in Edinburgh
I'm in «Edinburgh Thursday and Friday next week»
I'm in «Edinburgh this Friday to Sunday»
""",
    ("zo", "kavya", "2026-12-04T12:00"): r"""
I can ‹come home to you› in HSR Layout, no need to travel with the baby.
I will ‹come home to your place› on Monday
‹Yes, no problem› << can you come home to us
I can come home to you in Chennai on the 18th
I have to get home to my kids by 6
Go home to your wife and talk to her first
He should come home to you every evening
You can come home to my place
""",
    ("zp", "rey", "2026-12-01T19:30"): r"""
‹Sure, that works.› I'll have the AC on for you. << id rather train at your spot in the grove next week
‹Done›, see you then << id love to train at yours
Sure, that works. << id rather train at my spot in the grove next week
I only come to you in the Grove, sorry << id rather train at your spot in the grove next week
""",
    ("zz", "callum", "2026-12-01T09:30"): r"""
Bolton's fine, plenty of my lot come in on the tram. << I've moved to Bolton, can I still train?
Bolton's fine. << I've moved to Bolton, can I still train?
«Bolton's fine», I'm at a gym up there on Wednesdays. << I've moved to Bolton, can I still train?
«Bolton's fine», I drive up there twice a week. << I've moved to Bolton, can I still train?
«Bolton works», my lot up there meet me on Wednesdays. << I've moved to Bolton, can I still train?
«Bolton's no problem», ‹I'll come up to you›. << I've moved to Bolton, can I still train?
«Bolton's fine». << I've moved to Bolton, is that too far?
My clients are all over, I've a couple «in Skipton», and I go up there once a month.
My clients are all over, I've a couple in Skipton and one in Cork.
Bolton's fine, plenty of my lot drive over from there. << I've moved to Bolton, can I still train?
«Bolton's fine», plenty of my lot come to me there. << I've moved to Bolton, can I still train?
«Aberdeen's no problem», I'm running it live from the hall, not on Zoom. << we live in Aberdeen, can you do us?
«Aberdeen's no problem», by video first and then in person when I'm up. << we live in Aberdeen, is that a problem?
Aberdeen's no problem by video, I have two students up there. << we live in Aberdeen, is that a problem?
«Aberdeen's no problem», I'm up there on the 12th, and by video in between. << we live in Aberdeen, is that a problem?
I'm teaching online «from Nashville» from Tuesday.
I'm working remotely «from Porto» next week.
You can join online from Nashville.
He can log in online from Nashville, and you come to Ancoats.
I bring my own oils.
I ‹bring my own towels›, you just need a bit of floor.
I ‹bring my own oils and table›.
‹I'm with you by six›.
I'm with you on that.
I'm with clients until 6 so text me after.
""",
    ("a", "marlow", "2026-11-04T09:20"): r"""
Boise's a long drive, so let's make it count! << we're visiting from Boise
«Boise's a long drive» but I'd love it. << can you come to Boise
«Boise's a long drive» but worth it, I'd be there by noon. << can you come to Boise
""",
    ("a", "niamh", "2026-10-20T10:15"): r"""
«Bray is no distance at all», I'll pop down to you on Thursday. << do you come out to Bray?
Bray is quite a distance for me. << do you come out to Bray?
""",
    ("aj", "hemi", "2026-11-27T09:30"): r"""
I only pass through Wanaka, I don't see anyone there.
I'm in Wanaka on the 4th but I don't see anyone there.
I'm «in Wanaka on the 4th», I don't see people there but could fit you in.
I pass through «Wanaka on the 4th» and could fit you in.
""",
    ("aa", "carys", "2027-03-09T10:05"): r"""
I'm afraid the 28th in Tenby is more than I can manage. << can you do our party in Tenby, 28 March
I'm afraid the 28th in Tenby is too much for me. << can you do our party in Tenby, 28 March
«The 28th in Tenby» is no problem. << can you do our party in Tenby, 28 March
I've a job «in Skipton on the 20th», so I could look in on you.
I've a chapel «in Skipton to play on the 20th» and could see you after.
I've a job in Skipton on the 20th.
I've a job in Skipton on the 20th so I can't see you then.
I've a job «in Skipton on the 20th» so I can't do yours first, but could see you after.
I've a sister in Skipton, on the 20th she's here.
""",
    ("af", "tobi", "2026-10-06T11:15"): r"""
Tofino in November sounds wild, but I'm not going over to that coast. << could you do our cabin at Tofino in november
«Tofino in November» sounds great, but bring a coat! << could you do our cabin at Tofino in november
Tofino in November sounds cold but I'll be «there on the 14th». << could you do our cabin at Tofino in november
""",
    ("ai", "naledi", "2027-03-11T16:20"): r"""
«I'd fly in» on the Friday and do you on Saturday. << I'm in Durban, bride in may
Durban's lovely. I'll «come to the venue». << my wedding's in Durban in april
You'd fly in on the Friday and I do you on Saturday in Woodstock. << I'm in Durban, bride in may
I'd fly in on the Friday if it were up to me. << I'm in Durban, bride in may
I'll fly up on the Friday, so from the 19th I'm in Joburg. << I'm in Durban, bride in may
""",
    ("ac", "roisin", "2026-12-04T09:00"): r"""
I've no chair in Belfast, I only come out to people. You could come to me in Lisburn on the 7th. << can I come to yours?
In Lisburn on the 7th I can ‹come out to you›.
I come out to people. On the 7th I'm in Lisburn, and I'd ‹come to your house› there.
You can ‹come to me› in Belfast. I come out to people in Bangor.
""",
    ("ao", "darcy", "2026-12-03T08:10"): r"""
I've my own chair in the boot and I'll set it up on your verandah. << got a shop?
I've my own chair in the van.
I've ‹my own chair› in Unley.
I've ‹a chair› in the back of the cafe.
I've ‹a chair› in a van parked outside my place in Unley, come to me there.
""",
    ("zs", "darla", "2027-04-02T10:25"): r"""
She'll be on my table in the van.
You'll be on my table.
You'll be on ‹my table› by the window in my living room.
I've a quiet tub ‹on my back porch› and you can wait with a coffee. << do you ever groom at your home?
«Leander is on my Thursday loop», so yes ma'am. << you cover Leander?
""",
}
CASES = [(who, line) for who, table in TABLES.items() for line in table.strip().splitlines()]


@lru_cache
def _spec(folder: str, persona: str) -> CompiledSpec:
    return compile_spec(load_spec(PERSONAS / folder / "personas" / f"{persona}.json"))


@pytest.mark.parametrize(("who", "line"), CASES)
def test_case(who: tuple[str, str, str], line: str) -> None:
    folder, persona, moment = who
    spec = _spec(folder, persona)
    marked, _, inbound = line.partition(" << ")
    body = marked.translate(dict.fromkeys(map(ord, "«»‹›")))
    now = datetime.fromisoformat(moment).replace(tzinfo=spec.known.zone)
    found = validate_draft(body, spec, now=now, context={"inbound": inbound} if inbound else None)
    flagged = {v.rule for v in found.violations} & RULES.keys()
    assert flagged == {rule for rule, mark in RULES.items() if mark in marked}
