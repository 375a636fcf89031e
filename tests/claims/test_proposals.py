"""Which times a professional proposes: one line a draft, the proposed ones behind `||`.

`=>` parts the client's message from the draft that answers it.
"""

from datetime import datetime

import pytest

from align.claims.claim import Moment, Speaker, Stance
from align.claims.extract import extract
from align.reading import Reading
from align.validate import compile_spec
from specs import Spec

KNOWN = compile_spec(
    Spec.model_validate({"persona": "x", "currency": "GBP", "timezone": "Europe/London"})
).known
MOMENT = Moment(datetime.fromisoformat("2026-11-04T10:00:00+00:00").astimezone(KNOWN.zone))

DRAFTS = """
Biscuit's booked in at 9:15, drop him any time from 9 and he'll be fluffy by 11 || 9:15,9
I've just had a cancellation at 2, fancy it? || 2
your lesson's at 4:30 on Thursday, same as last week || 4:30
can you make 10 instead? my 9:30 is running over || 10
pop in around 3 and we'll sort the fringe || 3
barber chair's free at 12:15 or 1 || 12:15,1
The earliest I could get to you is 7 || 7
I could be at yours for 8 || 8
2:15 is no hassle for me || 2:15
9 on the nose, and bring the lead || 9
Start would be 1 4 : 3 0 || 1 4 : 3 0
come by 11:30, the kettle's on || 11:30
if 8:15 isn't too late for the wee one, I can do that || 8:15
5:45 tomorrow is noted || 5:45
would 4 suit? not really, I'm at the vet's ||
the morning one, from 10, is still open || 10
any later and I'd be clipping him at midnight ||
9's the latest I'd be finished ||
we'll kick off at 9 and you'll be home by 10 || 9
Your appointment is confirmed for 3:45pm || 3:45pm
Reminder: you're in with me at 2 || 2
I'll swing by at 5 to pick up Rex || 5
Rex is usually hungry at 5 ||
walkies at 8 then || 8
my evenings are rammed, but lunchtimes are easier, say 12:30? || 12:30
Let me squeeze you in between 1 and 2 || 1 and 2
5.45 any use? || 5.45
would 20:00 be too late for the kids? || 20:00
if it's easier I can open up at 7 for you || 7
We could move it to 3? || 3
Shall we push back to half two || half two
No worries, 10 to 12 is still yours || 10 to 12
I'm all yours from 2 || 2
The studio's mine until 4, so anything from 1 is grand || 1
I'm shooting a wedding until 4 and driving back, so 6 at the earliest || 6
your train's at 5:12, so let's wrap up by 4:40 ||
I do mornings from 7 and evenings from 5 on weekdays ||
Mondays I'm in from 9 ||
gym opens at 6 so meet me outside at 6:15 || 6:15
class starts at 7, get there for 6:50 || 6:50
the 5:30 class is full ||
I have a class at 5:30, so 4:30 or 6:45 || 4:30,6:45
I saw your message at 7 this morning, sorry for the slow reply ||
The park run is at 9 and parking fills up by 8:30 ||
eat something light around 3 so you're not starving ||
take your meds at 8 as usual ||
I'll have the kettle on at 3 ||
I'll drop the photos over at 6 ||
my sister's dropping the keys at 4 ||
Set your alarm for 6! ||
I'm up with the baby at 5 every day ||
it gets dark at 4:30 now ||
The ferry's at 3 and I'm not back until 8 ||
Traffic's awful after 4, leave early ||
Kickoff is 7:45 tonight so I'm closing at 7 ||
the heating guy comes between 1 and 4 ||
Expecting a delivery at 2 ||
I'll send the invoice at 5 ||
I'll be free by 6 ||
I'm free from 6 || 6
Sounds good, let's say 11 || 11
11 sounds good || 11
11's good || 11
Yes 3 o'clock still stands || 3 o'clock
3 o'clock is still on || 3 o'clock
We're still on for 3? || 3
Are we still good for 3? || 3
Is 3 still ok? || 3
Happy to do 3 || 3
Glad to see you at 3 || 3
Would love to have you in at 3 || 3
I've penciled you for 3 || 3
You're my 3 o'clock || 3 o'clock
Bring mum at 3 || 3
put you down for 6? || 6
I can take you at 8 || 8
how does 8 sound || 8
does 8 work for you? || 8
8 would be perfect || 8
8 might be pushing it ||
I've nothing at 8 ||
8 I can't do ||
not until 8 ||
8 at the latest || 8
latest I take anyone is 8 ||
last appointment is at 8 || 8
Let me check if 8 is free ||
8am start ok? || 8am
are you around at 8? || 8
I get in at 8 and can see you at 8:30 || 8:30
The bride needs to be ready for 1, so I'd start you at 9 || 9
Photos are at 2 and dinner's at 5, so I'd arrive at 12 || 12
come hungry at 7 || 7
Doors at 7, I'm on at 9 ||
My set's at 11 ||
sound check is 4pm and I can meet you right after at 5 || 5
we said 4, didn't we? ||
Correction: 5:30 || 5:30
that's 90 minutes, so 3 to 4:30 || 3 to 4:30
two hours, 7-9pm, I'll bring everything || 7-9pm
Session runs 10 to 11.30 || 10 to 11.30
See you in the morning at 8 || 8
Great to hear from you, Priya! I've looked at my diary and the only thing left today is 4:15, would that work? || 4:15
Hi Tom, the tattoo should take about 3 hours, so if we start at 2 you'll be out by 5. || 2
I teach violin on Mondays from 3:30, and at the moment the 5 o'clock slot is open. || 5 o'clock
The shoot itself runs two hours, golden hour is around 7:20 this week, so let's meet at the pier at 6:45. || 6:45
Good evening Mrs Lowe, Bella did brilliantly today. Pick-up is any time after 4, we shut at 6. ||
I'll bring the table, the oils and the music, you just need a warm room by 7. ||
My last client leaves around 8, but I could stay on for you, 8:15? || 8:15
Lovely! Shall we pencil in Thursday at 11 and keep Friday at 3 as a backup? || 11,3
It normally takes me 25 minutes from the office, so I'd be with you about quarter to 7. || quarter to 7
You said the sitter is there from 6, so how about a quarter past? || quarter past
I can hold both 1 and 2:30 until tonight at 8, just tell me which. || 1,2:30
No rush at all, I'm here all day tomorrow, last slot is 5. || 5
We can do Saturday 10-12 or Sunday 2-4, whichever is easier on the kids' football at 1. || 10-12,2-4
I've blocked 9:30 for you as promised, and if the school bus is late again 9:45 is fine too. || 9:30,9:45
Just to recap: 60 minutes, $120, tomorrow at 6:30pm, my studio on Elm. || 6:30pm
The exam is on the 12th at 9, so I'd suggest a last lesson on the 11th around 5. || 5
Sorry to hear about the flat tyre, don't rush, I've nothing after 3 so 3:30 or 4 works just as well. || 3:30,4
Your 2pm is all set. Please don't wear makeup and eat something before. || 2pm
I'd normally be asleep by 10 but for the bride of the year I'll do a 5am call ||
Doggy daycare opens at 7:30 and closes at 18:30, grooming is from 9. ||
Can't wait to meet little Leo at 10! || 10
I'm glad 10 worked out so well last week. ||
The concert at 8 sold out, congrats! I'm in the audience from 7:30. ||
The clinic closes at 5 on Fridays, so 4 would be the last I could take. || 4
I just got off at 6 and saw this. Tomorrow, 12? || 12
Right now I'm cooking for a family until 3, then there's a tasting at 5, so tonight doesn't work. ||
Between us, the 9am crowd is much quieter than the 6pm one. ||
Sunrise yoga is at 6 and I'd never make it either, ha! ||
I was thinking 7? Or earlier if the little one sleeps at 7. || 7
Would you be able to come a bit later, at 7 rather than 6? || 7
I've swapped you with Ana, so you're 4 and she's 5. ||
Yes, 5 still works on my end, and no, you don't need to bring anything. || 5
The gate is locked after 9, so ring me if you're later. ||
I'm running a retreat from the 12th to the 15th, breakfast at 8, silence from 9. ||
We'll start with scales at 4 sharp! || 4 sharp
A 7am finish was rough, so I'm only awake now. ||
That'll be 90 for 60 minutes; 3 works. || 3
Let me see what I have... 2:30 or 4:45. || 2:30,4:45
Still free: 11, 1:30 and 5. || 11,1:30,5
Openings tomorrow are 9, 10:30 and noon || 9,10:30,noon
I could probably do a cheeky 8am || 8am
6 am too early? || 6 am
sure thing, usual 3pm? || 3pm
4pm tmrw => yes to tmrw but make it 5 || 5
is 6 ok? I finish work at 5 => 6 is fine! || 6
i get off at 5, dinner's at 8, can we do 6? => Of course, 6 gives us plenty of time before your dinner at 8 || 6
Hiya, nails at 2 still good? I can do gel or acrylic, your pick || 2
I've an hour at 11 and another at 4.30, both in Leith || 11,4.30
Not free at 3 but I could sneak you in at 4:10 || 4:10
See you both tomorrow, 9am on the dot! || 9am
The tutor before me ends at 5, so we'd begin at 5:10 || 5:10
I'm teaching a workshop until 1 tomorrow, after that I'm open, say 2pm? || 2pm
Any time from noon onwards is good for me || noon
I have rehearsal from 6 to 9, sorry, tonight won't work ||
Your usual Thursday 6pm is safe with me || 6pm
I'd suggest 8am, the beach is empty then || 8am
the babysitter can only do until 10, right? Then let's start at 8 || 8
Please send a photo of the wall by 6 so I can quote ||
My phone dies around 9, so text before that ||
Last train home is 11:40, so no worries about staying late ||
I'll call in at 3 with the samples || 3
How's 1ish? || 1ish
Any chance you'd take 1 instead of 2? || 1
Booked! 10:15, Sat. || 10:15
9.30 for 10 at the venue, I'm on right after the speeches ||
4's free || 4
between 4 and 5 is when I eat, ha ||
Can you get here for 4? || 4
The first dance is at 8, we cut the cake at 9 and I play until midnight ||
Give me until 3 to check with the studio ||
you can come as early as 7 || 7
As late as 9 is fine by me || 9
I clock off at 5 and can be at yours within half an hour ||
I only have the 8:15 left || 8:15
Tuesday the 10th, 14:00, 90 minutes, my place. || 14:00
Great! 2 it is, bring comfy shoes || 2
2-ish it is || 2-ish
Come for 2 and stay till 4 || 2
I get the kids at 3, so no later than 1 ||
Let's aim for half one, quarter to two at a push || half one,quarter to two
shall I come to you at seven or eight? || seven,eight
or if that's no good I might manage 7.15 later on || 7.15
I could wander over to you at 4 once the oven's off || 4
I could feed the cat at 4 ||
when they knock off at 4, 5 would be grand || 5
There's always a 6pm || 6pm
there's a parcel due at 6 ||
the open slots are 9, 1 on the way home, or as a treat 8 at night || 9,1,8 at night
half eight I could manage || half eight
8 I could text you ||
My first one free is 12 || 12
I've a perm at 10 and the vicar at 2 ||
I have a lesson free at 4 || 4
sorry, the 10 is gone and 11 has been snapped up already ||
Tomorrow looks good at 7:40, bring a coat || 7:40
you'd be in with me around half three || half three
you'd be back on the road around half three ||
stand beside me at 5 and we'll catch the light || 5
what would you say to 6.30? || 6.30
what if we did 6.30? || 6.30
if you were free at 4 I'd throw in a parking spot || 4
let me know if 3.15 is any use || 3.15
I can swing by today at 4 || 4
Remember the scan appointment at 9, I'm after that ||
thanks for your enquiry for 3pm ||
10am would get you home by lunch || 10am
10am your time is fine by me ||
let's adjust to 4 || 4
Night classes start at 7 ||
I could get you started at 9 || 9
After 5 I'm collecting the twins ||
I'd love to get you in at 10 but the power's off ||
you asked if I could manage 10 ||
so now you're at 3 and Jo's at 4 || 3
the only thing left in the diary is 9 || 9
""".strip().splitlines()


@pytest.mark.parametrize("line", DRAFTS)
def test_proposes(line: str) -> None:
    said, _, expected = line.partition("||")
    inbound, _, body = said.rpartition("=>")
    heard = extract(Reading(inbound, KNOWN.vocabulary), Speaker.CLIENT, MOMENT, KNOWN) if inbound else None
    reading = Reading(body.strip(), KNOWN.vocabulary)
    starts = extract(reading, Speaker.PROFESSIONAL, MOMENT, KNOWN, heard).starts
    proposed = [s for s in starts if s.proposed and s.stance is Stance.ASSERTED]
    assert [reading.text(s.first, s.last) for s in proposed] == [
        e.strip() for e in expected.split(",") if e.strip()
    ]
