"""Places that the locations do not give: what is flagged, and what is left alone.

A line is one draft; `«»` mark what is flagged, and `<<` comes before the client's message.
The personas are those of fixtures/; each table says where they are when.
"""

from datetime import datetime
from functools import lru_cache
from pathlib import Path

import pytest

from align.claims.draft import read_draft
from align.compiled import CompiledSpec
from align.context import DraftContext
from align.rules.facts.location_not_in_facts import check
from align.validate import compile_spec
from specs import load_spec

FIXTURES = Path(__file__).parents[3] / "fixtures"
FOLDERS = {"niamh": "cases/a", "kirra": "cases/a", "marlow": "cases/a", "tamsin": "cases/c"}

# Dublin always; Galway 13 to 15 November.
NOOR = r"""
A third of my students never set foot in Dublin. I've one in Cork, a couple in Ennis and a nurse in Perth who sings
My students are all over the place. I've one «in Cork» on Friday so I could see you at six
I've two slots left this week, I've one «in Cork» and one in Dublin
I've done it with people in Perth and Cairns, so Sligo's no trouble over video
I've sung for people in Perth and Cairns
I've done it with people «in Sligo» << do you do home visits in Sligo?
I've worked with people in Sligo, and I'm «there again on Friday»
Sligo's fine on Zoom, 45 minutes << I'm in Sligo, can you still help?
«Sligo»'s fine, on Zoom or at yours << I'm in Sligo, can you still help?
«Sligo»'s fine, I'd drive up and save you the Zoom call << I'm in Sligo, can you still help?
«sligo mon», dublin tues
«Sligo» is booked in for the 12th, will I add you?
«Ennis»'s on for the 20th, two of us with the chairs
«Tullamore» on a weekday is grand by me, I'd drive down early
«Athlone» is okay for me, no extra charge
«Navan» gets me on Thursdays from the 19th, will I put you down?
«Cavan» is looking like the 21st, all going well
«Sligo» could be arranged, I'd come up in the evening train
Sligo is fully out of the question till spring
Ennis is on my wish list, no dates yet
Tullamore on a Saturday is too far for me
Cavan is looking like rain for the match, bring a coat
Navan is a whole day for me with the drive, so no
Confirmed for Friday, Tama. Ring the bell twice.
See you Saturday, Tama!
On Friday I'm driving to villas and cabins, so replies are slow
On Friday I'm driving to «Sligo» and Galway, so replies are slow
Navan is a lovely spin but it's not on my route
«Ennis»? Sign me up! Send me the pin << could you do Ennis friday?
Ennis? I'd have to check that with the diary << could you do Ennis friday?
It's looking like «the 20th in Sligo» << when are you in sligo again?
It's already Friday in Tokyo, so my supplier is asleep
«Cork on Saturday», shall I keep you an hour? << cork?
Cork on Saturday, is that the wedding you meant?
Dublin until the 12th, Galway after that
Dublin until the 12th then Galway
Dublin until Thursday, «Athlone» after that
I nip over to Newry for yarn every month
I go up to Donegal every summer to swim
I'm in Sligo on Sunday for my niece's christening, so no appointments
I'm «in Sligo» on Sunday for my niece's christening, so I could see you after
I go up to «Sligo» every second week to teach, I could take one more
I catered a wedding in Kilkenny once, two hundred people
In Ennis I'd ask my friend Róisín
In Paris I always get lost
For Limerick I'm afraid there's nothing
I drive over to Trim and pick them myself << where do the apples come from?
Friday the 20th? I'm «in Galway that Friday»
«kilkenny wknd», back monday << where r u this wknd
«galway 19th», all day free
galway 14th, all day free
I'm «in Cork this weekend» if that's any closer for you
im down «in cork sat» if that suits
«Drogheda» is no hassle either, I'd be there by four
«Athlone» suits me, I pass that way on Monday
«Mullingar»'s twenty minutes from me, so I could call in at six
«Carlow», no bother, I'd leave here at nine
«Drogheda» is well within reach for me, will we say Friday?
Galway's a hike with the gear, so I'd sooner do Dublin
«Athlone»'s a bit of a trek but I'd love to do it
«Athlone» is a fair slog but we could manage it
Athlone is a fair slog but gorgeous in the snow
Friday works. Come to the Galway room any time after two
Monday works. Come to the «Galway» room any time after two
Monday is out, sorry. Come to the Dublin room on Tuesday instead
Ah, Clifden! I'm «there from the 20th to the 24th» with the chair
Ah, Clifden! My mother was there from the 20th to the 24th
Clifden on Saturday sounds like heaven!
I'm over «in Naas» now, moved the whole setup last month
You could all come up to my shed «in Naas» for it
I sent the voucher to my bank in Naas on Friday
Friday morning «in Athlone»'s grand, I'll get the early train
«reading» works! i come out there mondays << can u come to reading?
reading works wonders for sleep! << what do you do before bed?
Athlone is a good hour and a half, you'd want to leave by ten
Carlow is gorgeous in the snow, I'd love to see your photos
Tralee is closer for you than for me, so ask Jen. I've Friday in Dublin
Have a mighty time in Tralee, see you on the 20th
Till then, have a great week in London!
If «Drogheda» is easier, I can do it there on Friday
If Drogheda is easier, ask Jen
From Monday night I'm «in Cork» with the chair
I'm with my cousin «in Sligo» till Sunday, so I can do you there
I'll be at my sister's «in Wexford» all week, drop round
I got the recipe from my aunt in Sligo
My next day «in Limerick» is the 28th
I could nip over and do you at home «in Bray» after work
For «Kilkenny» I can still offer you Friday
For Kilkenny fans I've a badge, see you Friday
You're moving to «Ennis»? I'd happily follow you there
In «Belfast Thursday and Friday», back in Dublin at the weekend
I'm in Galway Friday to Sunday and back in Dublin on Monday
I'm «in Galway Wednesday to Friday» and back in Dublin on Saturday
I've a guest spot «in Sydney» from the 8th of December, want in?
Next stop: «Leeds»
Next stop: Galway!
my «Berlin dates» are 3 to 5 December
My Galway dates are the 13th to the 15th.
My «Galway dates» are the 20th to the 22nd.
I'll be working out of a studio «in Cork» that week, so mornings are best.
we're heading up «to Belfast tomorrow»
I could see you «in Limerick» instead
happy to travel «to Wexford» for a group of four or more
«Belfast this weekend», then Galway the week after
I cover Galway too
I cover «Kerry» too
Happy to come out to Salthill on Saturday, I'm there all weekend.
I'm based in Rathmines, just off the main street.
I'm in Ranelagh all week
I'm not in Cork this month
I'm not in Cork this month, but I'm «in Belfast» on the 20th
Are you in Dallas or just visiting?
if you were in Leeds I'd send you to a friend of mine
I'm from Cork originally but I've been in Dublin ten years
I grew up in Kerry, so I know that feeling
I trained in London and Stockholm before I set up here
My sister lives in Belfast so I'm up there for Christmas sometimes
Do you have a Boston terrier? I love them
That Kansas song gets stuck in my head too
We could meet at the Paris brunch place around the corner
Yorkshire pudding is my weakness
It's on London Road, second door on the left
Meet me on Houston Street at 5
See you at the Manchester Arms on Friday
Austin is lovely, thanks for sending him my way
Paris said you'd be in touch!
Jordan can bring the dog in on Friday
Hi Charlotte, Friday works for me
Hi Florence, see you in Dublin on Friday
Chelsea was asking after you
Sydney, you're booked for Thursday
I love reading in bed, nice way to switch off
It's nice in here, I promise
I do speak a bit of German, from my time in Berlin
I'm in meetings until March
in march I'm wide open
You in Cork these days?
How's life in Belfast? Hope the move went well
Hope your trip to Denver went well
Safe travels to London, see you when you're back in Dublin
When you get back from Paris just text me
Let me know if you're in Galway over the weekend
Enjoy Lisbon! We can sort a time when you're home
The weather in Galway has been wild
I heard there's a great wee spot in Belfast for that
I order my oils from Kildare and they smell amazing
I ship gift vouchers to Cork, Limerick, wherever you like
A client in Cork said the same thing last week
I have a friend in Belfast who does exactly that, want her number?
I was in Limerick last weekend, flat out
I'm thinking of doing Cork in the spring, nothing set yet
I'd love to visit Leeds some day
I don't travel to Cork, sorry
No plans for Belfast this year I'm afraid
Limerick is too far for me, sorry
I can't get to Wicklow this week
Belfast isn't on the list this time
Cork's off the cards until spring
You said you're in Naas, so Rathmines is about 40 minutes
You're in «Naas»? I can come to you on Thursday.
If you're «in Naas» I can come to you no problem
I'm only in Dublin and Galway this month
I split my time between Dublin and «Belfast»
catch me at the «Belfast pop-up» this Saturday
There are two spots left «in Cork on Friday»
Pop-up «in Kilkenny this Saturday», come say hi!
come see me «in Sligo next week»
come say hello «in Athlone on Sunday»
Dublin's my base, but I'm up «in Dundalk on Tuesdays»
my clinic «in Bray» is open on Mondays
The studio is «in Drogheda», ten minutes from the station
My studio's in Rathmines, ten minutes from town
I work from a lovely room «in Ennis» on Wednesdays
I see clients «in Kildare on Thursdays»
I'm away in Spain on holiday next week, back the 20th
would «Belfast» work for you instead? I'm there Saturday
how about Galway on Saturday?
how about «Galway on Wednesday»?
I'm in Ireland all month
I'm «in London til Thursday»
IM «IN LONDON» TIL THURSDAY
I'm «in Dublin, Ohio» this week
I'm in Dublin, Ireland
I'm based in Leinster
I'm «in Galway tonight»
I'm in Galway on Saturday if you're heading west
I'll be in Galway for the pop-up, come find me
In Galway you'll find great oysters
Galway is where you'll find me this weekend
«Cork» is where you'll find me this weekend
Traffic from Cork can be rough on a Friday so leave early
If you're driving up from Cork, leave time for the toll
You could bring him over from Wicklow at 6
Sure, I can meet you halfway «in Maynooth»
See you in Dublin on Friday!
See you «in Cork on Friday»!
Looking forward to seeing you «in Belfast on Saturday»
Mum's in Cork this week so I've the house to myself
the parking in Galway is a nightmare
I'll text you when I'm in Galway
Next time I'm in Cork I'll give you a shout
I'm «in Nice until Sunday»
im «in nice until sunday»
im in a nice place in dublin
I'm «in Reading on Friday»
I'm reading on Friday nights
Tour dates:\n- «Belfast 12-14 Nov»\n- Galway 13-15 Nov\n- Dublin 16 Nov
Dates coming up: «Belfast 18 November», Galway 14 November
I'll be up north, Derry on Friday and «Belfast on Saturday»
Dublin till Thursday, then Galway 13-15, then Dublin again
I've moved «to Kinsale» so bookings are there now
I just landed «in Shannon», free this evening if you are
I am performing «in Wexford on Saturday», could pop by before
«yep»! << do you cover Kerry?
«Yes» I do, all week << are you in Belfast next week?
«yes» sure << any chance you're up in Sligo at the weekend?
«Yep», I can do that << hi, I'm in Belfast, would you come to me on Saturday?
Lovely, what time suits? << I'm in Dallas this week, back Friday. Could I book then?
Yes of course << we live in Leeds but we're over on Friday, could we book 6?
No, only Dublin and Galway sorry << do you cover Kerry?
Yes, Galway from the 13th << are you in Galway this weekend?
sure thing << could I see you in Galway on Saturday?
«sure thing» << could I see you in Galway on Thursday?
«Cork on Friday»? Yes, can do << any chance of cork friday?
Cork on Friday? I wish, I'm in Dublin all week << any chance of cork friday?
Galway on Friday? Yes, can do << any chance of galway friday?
«Sligo» it is, then, on the 23rd
Galway it is, then, on the 13th
«Belfast now», through Sunday
Dublin now, through Sunday
Friday the 13th in Galway is no problem
«Friday the 20th in Galway» is no problem
Dublin till Thursday, Galway from the 13th, «Athlone from the 16th»
In Galway I've no room of my own, so I come to you
In Galway I'm only from 13. to 15. November
«In Galway I'm only from 16. to 18. November»
I'm in Galway from Friday 13.11. until Sunday 15.11., and on 17.11. in Dublin again
I'm «in Galway from Friday 13.11. until Monday 16.11.», then home
Galway is 13 to 15 November, and I'm set up in Salthill the whole time
I open with Autumn in New York and take it from there
My cousin's salon in Belfast does that colour
I once cut hair on a train to Belfast
The reel has a Paris café feel to it
I'd «come out to you» next Thursday, it's no distance << I'm in Tullamore, is that too far?
I'd be glad to play at your wedding «in Kilkenny on the 20th»
If you're still «in Tullamore» I'd come down to you next weekend
"""

# Austin 12 to 18, Houston 19 to 24 October, New Orleans 27 October to 2 November.
QUINN = r"""
I'm in Austin till the 18th, then Houston 19–24, then New Orleans from the 27th.
«Austin till the 20th», then Houston 21-24
I'm around Austin until Sunday, then it's Houston from the 19th
Texas all month, then New Orleans!
Houston this weekend? I'm in Austin until Sunday
I'm «in San Marcos on Friday»
I can drive out «to Round Rock» for you
Paris, Texas is on my list one day
I'm «in Paris, Texas tomorrow»
I'm in Austin, TX through Sunday
Houston Street is closed so take the long way
The Houston Symphony show last year was something else
I'm playing «Nashville on Saturday»
I play New Orleans from the 27th
Hey Austin! Great to hear from you, I've got Friday at 7 open.
Madison, you're all set for Friday at 7
Dallas isn't on this run, sorry! Austin through the 18th is it.
Are you in Dallas? This run is only Austin, Houston and NOLA.
This run is Austin, «Dallas» and NOLA
I'm at Zilker around 4, near South Lamar
I'm in «the Quarter tonight»
I'm free at quarter past 6, in between sets
I reach new heights when I practice
Will be in the Heights from the 19th
Montrose on the 20th works
I'm «in Montrose tomorrow»
come out to NOLA with me, I'm there the 28th
i'm «in nola this weekend»
I'll be in Louisiana from the 27th
Georgia on my mind is the one everyone asks for
I learned that one in Memphis years ago
Kansas City style ribs are the best thing after a show
Have a good flight to Denver!
how was Dallas?
I lived in Brooklyn for years
You'd love the crowd in Houston, they sing every word. I'm there the 19th to the 24th.
My Houston show is on the 21st, and I'm in Austin till Sunday
My «Dallas show» is on the 21st
I might be «in San Antonio on the 25th», want me to hold a slot?
The 20th I'm in Houston, the 28th in New Orleans
Friday in Austin, Saturday «in Dallas»
got room for you «in houston this friday»
Sorry, that week I'm in New Orleans. Back in Austin? Not this run.
Thanks for reaching out! I'm in Austin through Sunday the 18th, then Houston from the 19th to the 24th, and I finish the run in New Orleans from October 27 to November 2. Weeknights tend to be quieter, so if you want a longer set I'd go for one of those. What kind of crowd are you expecting?
Thanks for reaching out! I'm in Austin through Sunday the 18th, then Houston from the 19th to the 24th, and I finish the run «in Atlanta» from October 27 to November 2. What kind of crowd are you expecting?
Thanks for reaching out! I'm «in Austin through Wednesday the 21st», then Houston. What kind of crowd are you expecting?
I learned the Texas two step in Luckenbach and never looked back
I do a killer version of Galveston, and Wichita Lineman too
Amarillo by Morning is a crowd favourite, so is Streets of Laredo
Could open with Georgia and close with Jackson
Memphis blues, New Orleans jazz, Nashville country: I can do all of it
The New Orleans set is more jazz, the Austin set is more country
I have family in El Paso so I pass through now and then
I can stop «in San Antonio» on the way, say the 25th
If the party's in Dallas I'd have to pass, it's too far from this run
Congrats on the new house in Katy! Houston's on my list from the 19th.
I'll play your place «in Katy» on the 20th, no problem
Your backyard in East Austin sounds perfect for Friday
I'm in your neck of the woods on the 20th, Montrose to be exact
I'm crashing at a friend's «in San Marcos» until Friday
My guitar's from Nashville and my boots are from El Paso
The bar on Sixth in Austin has me Friday
Let's do Thursday, I'm out at Zilker until 3 then all yours
Houston on the 20th would be great
«Houston on the 17th» would be great
No Dallas dates on this run, but I'll be in Austin again in spring
NOLA from the 27th, come find me in the Quarter
Come find me in «the Quarter on Saturday»
Dallas next, then home
Loved playing Dallas! Now in Austin till Sunday.
austin thru sun, houston mon-sat
"""

# Toronto always; Hamilton 14 and 15 November.
LEO = r"""
The light here «in Barrie» is lovely
It's freezing here «in Oakville»
Here «in Barrie» it's all snow, so wrap her up
It's freezing here in Toronto
Are you still here in Barrie?
When I was here in Barrie last year it snowed
Is it cold there in Barrie?
Catch me at the Hamilton pop-up on the 14th!
Catch me at the Hamilton pop-up next Saturday
he can stay at my place «in Oakville»
He can stay at my place in Leslieville
She's a Hamilton dog through and through
I'm in Etobicoke on Thursday
I'm in Ontario all month
We do a day «in Barrie» every month
Our «Burlington days» are Tuesday and Wednesday
Our new shop «in Guelph» opens Saturday
Most of our clients in Toronto come every six weeks
He's a Yorkshire terrier? Love them
He's a Boston and they shed a bit
Newfoundland dogs need the big tub
We groom Labradors all day
Is he the pup from Vaughan?
How far are you in Vaughan? It's about 40 minutes to us.
I could meet you «in Markham» to save you the drive
Drop him off at the Scarborough shop
Drop him off at the «Ajax shop» Friday
You can bring him to the «Kitchener studio» on Friday
you're in Oakville right? toronto's only 40 mins
sydney did great today, no nipping
Charlotte was an angel in the tub
London is a sweetheart, he can come back on Friday
I can see London on Friday at 3
Bring Brooklyn in at 3 tomorrow
Dallas had a great time today!
Milan is due for his nails
Come to the «Hamilton pop-up» on Sunday the 8th
Hamilton's on the 14th and 15th only
We'll be in Hamilton the 14th and 15th
We'll be «in Hamilton the 21st» and 22nd
I'm «in Montreal until Monday» so Tuesday at the earliest
Our groomer trained in Montreal
The van is «in Pickering on Friday»
yep << are you guys in hamilton on the 14th?
«yep» << are you guys in hamilton this saturday?
It's in Leslieville, right by the park << where's the shop?
It's «in Milton», right by the park << where's the shop?
"""

# London always; Manchester 23 to 25 October.
AMARA = r"""
I'm in Brixton today and Croydon tomorrow
I'm in Wimbledon this afternoon
I'm «in Brighton» this afternoon
I'll be in Manchester 23-25 October and in London otherwise
I'm «in Manchester on the 26th»
see you in manc on the 24th
see you «in manc tomoz»
The Northern Quarter on Saturday the 24th is perfect
I'm up «in Salford on Friday»
I'm «in Kent tomorrow» for a wedding trial
I've a bride in Surrey on Saturday
I did a wedding in Bath last month, gorgeous venue
Bath first, then we do your hair
In the UK we say fringe
I'm in England until Christmas
I travel «to Birmingham» for bridal parties
A Florence dress? Gorgeous
Victoria and Chelsea are both coming for the trial
Meet me at Victoria at 5
I can do Soho or Shoreditch, whichever's closer
I can do «Leeds on the 30th»
the Leeds wedding is on the 30th, is that right?
Your Leeds wedding sounds amazing
How's the venue in Leeds looking?
What's the venue like in York?
I'm at a trade show «in Birmingham on Friday»
working from «Glasgow next week»
I'm back in London on Monday
Travel outside London isn't something I do
I don't come to Leeds, only London and Manchester
I'm not in Leeds until the spring
London Fashion Week has me busy
I'm at London Bridge by 5
lovely to see you in Peckham last week!
You mentioned you're in Bristol, is that right?
Your sister in Bristol must be thrilled
Congrats on the move to Bristol!
If you fancy a trip to Margate I'm «there on Sunday»
I'm «in Margate on Sunday»
Norwich? Never been!
New dates: «Edinburgh 5-7 November»
My chair in Hackney is free Tuesday
My chair «in Hove» is free Tuesday
Hi Priya, thanks so much for reaching out and congratulations on your engagement! I'd absolutely love to be part of your day. I'm based in London and travel to you with everything I need, so there's nothing to prep on your side. For the trial I usually suggest six to eight weeks before. Does a weekday evening work, or are weekends easier?
Hi Priya, thanks so much for reaching out and congratulations on your engagement! I'd absolutely love to be part of your day. I'm based in London but I'll be up «in Newcastle on the 2nd of November», so we could do the trial there if that's easier. Does a weekday evening work, or are weekends easier?
Your venue in the Cotswolds sounds dreamy! I'm afraid I only cover London and, for a couple of days next week, Manchester.
Your venue in the Cotswolds sounds dreamy! I'd be happy to come out «to Cheltenham» the night before so we can start early.
I know Leeds is a trek for you, so let's stick with Hackney.
Since you're in Leeds and the wedding's in York, it probably makes sense to find someone local. I can recommend a lovely artist in Harrogate.
Just so you know, the products are from Paris and the brushes are handmade in Japan.
I'm so excited for your Italy honeymoon, Lake Como is unreal.
Totally get it, Luton at 5am is no fun. Safe flight and message me when you land in Ibiza!
My Manchester dates are 23 to 25 October and they go quickly.
My «Manchester dates» are 30 October to 1 November and they go quickly.
I'll be in the North next week: Manchester on Friday and Saturday, then «Liverpool on Sunday».
If Manchester works better, I'm there from Friday the 23rd until Sunday the 25th.
I've worked with brides from Birmingham to Brighton, so travel doesn't scare me.
I can be «in Oxford» by 8 if the first bride is at 9
train gets into Reading at 8 so i can be at the house by half past
I'll be on the train to Manchester on Friday morning
Heading up to Manchester on the 23rd, so Thursday is my last free evening in London.
I am currently accepting bookings in London and «Birmingham».
I offer bridal makeup across London and «Essex»
Sure! The nearest I get to Guildford is Putney, would that work?
Is Guildford far from you? My sister lives out that way.
We can meet at a café in Richmond if you'd rather talk it through first
We can meet at a café «in Guildford» if you'd rather talk it through first
I'm doing a masterclass «in Milan in November», so I'm away from the 9th to the 12th.
Hello from a rainy London! Yes Saturday is free.
Hi from sunny Lisbon, back at my desk Monday
Paris Fashion Week was chaos but I'm home now
I wish I could get to Leeds but I'm fully booked here
Unless you can come down to London it won't work I'm afraid, I don't get to Leeds
The last train back from Croydon is at midnight so we'd need to finish by 11
I'm with a client in Brixton until 4 and can come straight to you after
I'm with a client «in Brighton until 4» and can come straight to you after
my kit is at the studio in Peckham
Two of my Manchester slots on the 24th have gone but 10am is free
I'd rather not travel to Kent on a weekday
no more Leeds dates this year
is the hotel in Mayfair or Marylebone?
i'm «in leeds fri», could fit u in after 3
«in leeds fri sat», london sun
«leeds fri/sat» if ur up there
manc 23-25 oct!! dm for a slot
ok so sunday i'm back «in brum», will text
i do «essex weds» and kent thurs
luv the pics from ibiza x
was in leeds last wk, knackered
cant do leeds soz
wanna come to mine in peckham
wanna come to mine «in leeds»
r u in leeds or did u move
u in leeds?
back in ldn mon
I'm in Manchester then, could see you there << are you around on the 24th?
I'm in «Manchester» then, could see you there << are you around on the 29th?
«of course»! << is your studio in Leeds?
"""

# Dublin 19 to 31 October, Galway 2 to 7 November.
NIAMH = r"""
Hiya! Thanks so much for getting in touch, I'd love to help with the party. I'm in Dublin until the 31st and then over in Galway from the 2nd to the 7th of November, so either would work. Rates are on the site and I bring everything with me. Just let me know numbers!
Hiya! Thanks so much for getting in touch. I'm in Dublin until the 31st and then over «in Limerick from the 2nd» to the 7th of November, so either would work. Just let me know numbers!
Ah lovely, congratulations on the new place in Galway! I'm in Dublin this week, so if you're up for the weekend we could sort something. Otherwise I'm down your way from the 2nd.
That sounds gorgeous. I did a few hens in Kilkenny over the summer and they were the best craic, but for the next few weeks it's only Dublin and Galway.
Will be in Dublin through Halloween, then Galway 2nd-7th Nov. Which suits?
I'm «in Galway this weekend»
I could come out «to Bray» or Greystones no bother
I'll be over in Phibsborough around 4
The Liberties is grand, I'm there Thursdays
he does be in the Liberties most days
Yes! In Galway from the 2nd, will I put you down?
No bother at all. My aunt is in Mayo so I know the road well, but I'm not travelling west until November.
You mentioned Cork but honestly I'm only doing Dublin and Galway this time round.
Would you be able to come to Dublin? I'm not down in Cork until the new year.
It's a bit far for me, I'm afraid. Athlone would be the furthest I'd go.
Im doing a tasting in Howth on Sunday
I'm doing a tasting «in Naas» on Sunday if you fancy it
Cooking «in Wicklow on Saturday» so Sunday's better
Irish stew is on the menu for the Dublin dates
Dublin bay prawns, Wicklow lamb and a Cashel blue to finish
Kerry lamb, Galway oysters, Clonakilty pudding. That's the menu for Friday!
Sourced from Cork, cooked in Dublin
Our beef comes from Meath and the fish is landed in Killybegs
I'm picking up the fish in Howth on Friday morning
I get the cheese in Sheridans in Galway
A French menu would be lovely, or something from Lyon
A bit like what you'd get in Naples
I lived in Paris for two years, so pastry's my thing
Back «in Dublin on the 8th» after Galway
I'm back in Dublin on the 30th
are ye in «Maynooth»? I can be there for 7
is the house in Maynooth easy to find?
What's the address in Malahide?
See ye in Malahide at 7!
See ye «in Drogheda» at 7!
"""

# Adelaide 30 November to 12 December, Melbourne 14 to 19 December.
KIRRA = r"""
Hey! Yeah I'm in Radelaide til the 12th then Melbs 14-19. Which one's closer?
I'm at the Norwood studio all week
I've got a spot at a studio in Fitzroy from the 14th
I've got a spot at a studio in «Fitzroy from the 10th»
I'm over «in Perth» for new year, will post dates
done heaps of work at a shop in Byron Bay, you'd love it there
guesting «in Byron Bay in January»
guesting at a shop «in Hobart 3-5 Jan»
Hobart crew are always asking me to come down
Perth? nah not this trip sorry
not doing brissie this trip
any chance you'll be in Melbourne mid december? i'm there 14th to 19th
my next trip is «sydney in feb»
my mate in sydney does killer blackwork, hit him up
grew up in darwin so the heat's fine
south australia is home for now
in SA til the 12th
I'm in Victoria from the 14th
Victoria and Sydney both booked for next week, you can have the wed
Brunswick's fine, I'm there the 15th
come down to Glenelg on sunday, doing flash on the jetty
come down «to Geelong on the 16th», doing flash at the markets
i'm port adelaide way today
Adelaide dates: 30 Nov - 12 Dec. Melbourne dates: 14 - 19 Dec. Books open Friday.
«Melbourne dates»: 14 - 22 Dec
Got a Japanese sleeve in mind? I studied that in Osaka for a bit
New Zealand ferns are a classic
the koru I did for a guy from Rotorua is on my page
I'm «in Melbourne all next week»
Melbs next week
heading «to Sydney on the 20th» for family, back in Jan
"""

# Portland 2 to 13, Seattle 16 to 20, Oakland 23 to 28 November.
MARLOW = r"""
I'm shooting in Portland through the 13th, then Seattle 16-20 and Oakland 23-28. Happy to hold a date for you.
I'm «in Portland, Maine» this week
Portland, OR until the 13th
I'm «in Seattle on the 14th»
Shooting a wedding «in Bend on Saturday», could do Sunday
I'd love to shoot the Columbia Gorge someday
We could do the session «in Hood River»
We could do the session out in Sauvie Island or Sellwood
Your photos from Hood River are stunning
Love the idea of golden hour at Lake Merritt, I'm there the 24th
The light in Tacoma is unreal in November
I can meet you «in Tacoma on the 17th»
Happy to travel anywhere in Oregon while I'm here
Happy to travel anywhere in Washington from the 16th
Washington from the 16th, California from the 23rd
Are you coming down from Vancouver? It's about five hours.
My assistant lives in Salem, she'll bring the lights
Madison and Jackson are adorable, can't wait for Saturday
Savannah, you were a natural!
I also cover «Beaverton» and Gresham
I also photograph «in Eugene» twice a year
Berkeley on the 25th? I'm right there in Oakland that week.
«in berkeley on the 25th», oakland otherwise
My mom's in Spokane so I'm up there Thanksgiving weekend
The gallery in Bend printed these
A reminder that I'm in town through the 13th, then up in Ballard for the week of the 16th.
SEATTLE NOV 16-20, OAKLAND NOV 23-28. DM for a spot
«SEATTLE NOV 9-12», OAKLAND NOV 23-28. DM for a spot
«Los Angeles in December»!
Looking at Sacramento for January, nothing booked
I'm a Portland based photographer
I'm a «Denver»-based photographer
Denver-based brides fly me out sometimes
"""

# Bristol 2 to 15, Bath 16 to 22, Cardiff 24 to 29 November.
TAMSIN = r"""
Have a nice hot bath first, it helps loosen everything up
I'm in Bath from Monday
I'm «in Bath till Friday»
bath this week or cardiff on the 24th?
I'm in bristol this week, bath from the 16th
It's worth reading up on before we start
A nice warm bath in the evening then bed by ten
I'm working «in Wells on Thursday» mornings this month
All is well's that ends well
My clinic days: Bristol Mon-Fri this week, Bath 16th-22nd, Cardiff from the 24th
My clinic days: Bristol Mon-Fri this week, «Swindon 16th-22nd», Cardiff from the 24th
Cardiff is only an hour for me, so that's doable from the 24th
Newport is only 20 minutes from Cardiff, so that's doable from the 24th
I'm in Wales from the 24th
I'm «in Wales all week»
I'm in Somerset next week
I'm «in Devon next week»
The bus from Keynsham stops right outside
Cardiff Bay on the 25th would be perfect
I trained in Street, of all places
In street clothes is fine, no need for kit
I can see you in Clifton at 4
The Clifton Suspension Bridge traffic is bad, leave early
Hope Cornwall was sunny!
Were you in Cornwall long?
Let's do «Cheltenham on Sunday», I've a room there
Let's pencil Cardiff for the 26th
Let's pencil «Cardiff for the 22nd»
You'd be coming from Weston I guess? Trains are every half hour.
I've clients all over Somerset but the room's in Bristol
I'm thinking Exeter in the new year, watch this space
If you can get to Bath on the 18th, I've 10 or 2
If you can get «to Taunton on the 18th», I've 10 or 2
My husband is in Paris this week so evenings are tricky
no I don't work from Exeter any more
Exeter's not somewhere I go these days
Exeter used to be my base, now it's Bristol
"""

TABLES = {
    "noor": ("2026-11-10T10:00:00+00:00", NOOR),
    "quinn": ("2026-10-14T10:00:00-05:00", QUINN),
    "leo": ("2026-11-04T10:00:00-05:00", LEO),
    "amara": ("2026-10-17T10:00:00+01:00", AMARA),
    "niamh": ("2026-10-23T10:00:00+01:00", NIAMH),
    "kirra": ("2026-12-04T10:00:00+10:30", KIRRA),
    "marlow": ("2026-11-06T10:00:00-08:00", MARLOW),
    "tamsin": ("2026-11-10T10:00:00+00:00", TAMSIN),
}
CASES = [(persona, line) for persona, (_, table) in TABLES.items() for line in table.strip().splitlines()]


@lru_cache
def _spec(persona: str) -> CompiledSpec:
    return compile_spec(load_spec(FIXTURES / FOLDERS.get(persona, "") / "personas" / f"{persona}.json"))


def _flagged(persona: str, body: str, inbound: str | None = None, now: str | None = None) -> list[str]:
    spec = _spec(persona)
    moment = datetime.fromisoformat(now or TABLES[persona][0])
    draft = read_draft(body, now=moment, context=DraftContext(inbound), known=spec.known)
    return [v.text for v in check(draft, spec)]


@pytest.mark.parametrize(("persona", "line"), CASES)
def test_case(persona: str, line: str) -> None:
    marked, _, inbound = line.replace("\\n", "\n").partition(" << ")
    body = marked.replace("«", "").replace("»", "")
    found = _flagged(persona, body, inbound or None)
    if body == marked:
        assert found == []
    else:
        wanted = marked[marked.index("«") + 1 : marked.index("»")]
        assert any(wanted in text or text in wanted for text in found), found


@pytest.mark.parametrize(
    "disguise",
    [
        str.upper,
        str.lower,
        str.swapcase,
        "\u200b".join,
        lambda b: b.replace("a", "а").replace("e", "е"),
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        "I'm in Dallas on Friday, come say hi",
        "I'm in Reading all week",
        "Happy to travel to Nashville tomorrow",
        "Catch me at the San Antonio pop-up this weekend",
        "I'm in Houston tomorrow",
    ],
)
def test_a_disguise_hides_nothing(body: str, disguise: object) -> None:
    assert callable(disguise)
    assert _flagged("quinn", body)
    assert _flagged("quinn", disguise(body))


def test_the_message_names_the_place_the_day_and_the_facts() -> None:
    spec = _spec("quinn")
    moment = datetime.fromisoformat("2026-10-14T10:00:00-05:00")
    draft = read_draft("I'm in Houston tomorrow", now=moment, context=DraftContext(None), known=spec.known)
    (violation,) = check(draft, spec)
    assert violation.text == "in Houston tomorrow"
    assert violation.fact == "locations[1]"
    assert violation.claimed == "houston on 2026-10-15"
    assert "2026-10-19 to 2026-10-24" in violation.expected
