"""Modes told by things: whose couch, who carries the table, who readies the room, who asks for the parking.

A line is one draft; `‹›` mark a mode that is not offered. Each table is read as one persona of
fixtures/ would send it, on one morning.
"""

import pytest

from tests.rules.facts.marked_tables import Who, flagged, is_marked, rows

TABLES = {
    # A groomer who works in the shop only: whoever comes to the client travels.
    ("gold/personas/leo", "2026-11-04T10:00"): r"""
Nothing's changed at your end, so all is well
I can ‹come to your end› at four
I ‹bring everything›, you only need a plug
Just ‹have a chair ready› by the window
I'll set up ‹in your living room›
What's your ‹address so I can plan the drive›?
Just ‹clear some space for me›, about two metres square
‹Is there parking at yours›?
‹What floor are you› on?
‹I bring my own table›, so all you need is room for it
Could you ‹have a towel and a bowl of warm water ready for me›?
‹I'll need a socket› and a bit of light, I bring the rest
‹Any stairs at yours›? My keyboard is heavy
‹Your kitchen table will do› fine for the reading
‹Keep the dog in another room till I'm› set up
‹Do you have a lift in the building?› My table weighs 15 kilos
‹Your sofa is fine for the session›, I don't need anything special
I can ‹be at your door› by nine
Send me your ‹postcode and I'll work out how long the drive› takes me
My car's packed, ‹where am I heading›?
I'll ‹text you when I'm outside›
I'll ‹text when I've parked›
Leaving now, should ‹be with you› in twenty
‹Which entrance› should I use when I get there?
‹Where should I park on Friday›?
‹Can I park on your› street?
Is there a visitor ‹spot for my van›?
I ‹carry a portable steamer›, so we can do it in your bedroom or wherever the light is good
We'd do it ‹in your garden› if it's dry
‹Your lounge has enough floor for both mats›
I'll need about an hour ‹in your kitchen› before the guests sit down
‹All I need is your kitchen› and two burners
‹Let the concierge know I'm› coming, name's Dee
‹Tell reception to expect me› at 7
‹Put my name on the gate› list for Saturday
I'll ‹wheel the kit in› from the van, takes me ten minutes to unload
‹Save yourself the drive›, I do the travelling
‹No need to leave the house›, I've got wheels
‹You don't have to go anywhere›, I load up the car and that's it
‹I don't mind driving across town› for you
The fold-up ‹table fits in any› bedroom
‹Move the coffee table so there's room› for my mat on Tuesday
‹Have your piano open› and the lid cleared for ten thirty
Make sure there's hot water and I'll ‹bring the rest›
I ‹bring the mats›, you bring the floor lol
‹How do I get into› your building?
‹What's your door code› for Friday?
I'd do the hour ‹at your house› << zoom lesson or in person?
I can ‹bring my violin to the school›
I'll ‹bring my colleague to the office› and we'll do both of them
I'm thinking of doing the cut ‹at your hotel›, 6 pm
Send me your address so I can see how far you have to come
Someone will be home when I get back, so drop it any time
It takes me ten minutes to set up after each client
Have your towel ready when I open the door
Clear a corner of your calendar and I'll do the rest
Leaving now, be with you in the studio in ten
I'd be ‹in your flat› for two hours, so let me know about pets
I'll ‹unpack in your hallway› and be out of your way by noon
I've loaded the lamp and the chair, see you ‹at your building› at 3
One cutting chair, one plug, ‹your bathroom mirror, that's all I need› from you
Have the bike by the front door and I'll do the gears right there ‹in your hall›
I've a stool and a lamp in the boot, so any corner of ‹your flat will do›
‹Is your street permit› parking?
Could you put the kettle of hot water on ‹before I arrive›? I carry the basins
I'm a one-woman van, so pick a time and I park up ‹outside yours›
‹I'll need to plug› in near your sofa for the clippers
‹Which buzzer is yours›?
Would the piano be near a socket? I ‹bring a lamp› but the cable is short
I'll ‹take my shoes off at your door›, don't worry about the carpet
I can tune it while the kids are at school, just let me know who'll be home to ‹let me in›
Please ‹make sure the dog is shut away before I› come in
‹Clear the dining table and put down newspaper, I'll do› the rest
How far are you from the motorway? I'm ‹working out my route› for Tuesday
‹Tell me your floor› and if the elevator fits a massage table
The ‹chair folds flat› so it goes through even a narrow hallway like yours
Stay in your pyjamas, I'll ‹be there with the table› at nine
I'd ‹be at your kitchen› counter by six to start prepping
It ‹takes me ten minutes to set up› and I'm out of your hair by four
‹You have enough space for two mats› between the couch and the telly?
‹My kit fits in one suitcase› so even a hotel bathroom works
‹Someone needs to be home when I arrive› on Wednesday
I'll ‹ring when I'm at the barrier› so you can lift it
If your landlord allows nails in the wall I can hang the backdrop ‹in your lounge› at noon
Just ‹make sure there's a chair without arms for me› to work around
‹I'll need about two square metres of floor› and your brightest window
‹Any steep steps up to yours›? The harp is 40 kilos
Your dad can stay in his own armchair, I'll ‹bring everything to him›
‹I bring my own scissors›, cape and even the sweeping brush
Would you mind moving the car so I can ‹get the van close› on Friday?
Do you have a buzzer or do I ‹ring when I'm downstairs›?
‹My travelling table needs a clear two metres› by one
‹What's the parking like on your road› on a Saturday?
Hand me your tablet ‹at your own desk› and I'll have it fixed in an hour
I can do the fitting ‹in your dressing room› on the morning itself
Could you ‹leave word at the front desk› that I'm coming at six?
You choose the room at home, I ‹carry the lamp› and the backdrop
If you've got a solid kitchen table we won't even need my bench, I'll ‹drive over› with the knives
‹Tie the dog up before I› come through the gate
Let me know your ‹room number and I'll head straight there›
‹Your sitting room on Monday at 4 suits› me fine
I'll ‹park in your drive› if that's okay
We'll ‹do the lesson at your piano›, it's better to learn on your own keys
‹All you have to do is open the door›, I've the cups, the oil and the table
I'll ‹bring my table›, you just need a bit of space
What's the ‹best place to park near you›?
‹Is there a lift at yours›? The table is heavy
‹Have two chairs ready in the kitchen and I'll› do you both
I'll ‹text you when I'm parked outside›
‹Which floor are you› on and is there a buzzer?
We can do it ‹in your garden› if the weather holds
‹Your dining table is perfect› for the lesson
Please ‹keep the dog in another room while I'm› working
‹I bring all my own equipment›, all I need is a socket
Send me your ‹address and I'll plan my route›
I'll ‹set up in the corner of your living room›
‹No need to leave the house›, I come with everything
‹I just need access to a sink› and a plug at yours
I'll ‹be at your door› at half eight sharp
Could you ‹clear a space about the size of a rug before I› arrive?
I'm driving over now, ‹be with you› in 15
‹Let reception know I'm› coming so they send me up
‹Do you have a table I can work› on at yours or should I bring one?
I'll pack the car tonight and see you ‹at your place› tomorrow
You stay on the sofa, ‹I do all the travelling›
‹My chair folds up› so it fits in any bathroom
Can I ‹get my van into› your driveway?
Put the kettle on and ‹clear the counter, I'll be there› at ten with the knives
‹Your spare room will do› fine, I only need two metres
I'll load the car at two and should ‹be at your gate› by three
‹I'll need somewhere to plug› in the iron at your end
I ‹bring sheets›, oils and music, you just lie down
Would there be a ‹space for my van› outside yours?
I can have the table up ‹in your lounge› in five minutes
I can be ‹in your kitchen› by five with the knives
‹Where's the nearest parking to you›?
I ‹carry a folding table›, we just need floor space
Please ‹have the cat out of the room when I› come
I'll ‹hang the backdrop on your bedroom door›
‹Is your place up many stairs›? The keyboard weighs a ton
I'll be in the white van, ‹where should I pull in›?
I can ‹wash him in your bathtub›
Your kitchen looks amazing, did you tile it yourself?
Bring yourself to try it, it's only kimchi
If your stairs are icy be careful
I can't bring the table, my car is in the garage
My brother leaves the front door on the latch, drives mum mad
She said the couch is free
I carry everything in my head
My house is on the market
Everything's fine here, hope it is with you too
I don't have anywhere to see people, sorry
Clear the table with your son as a nightly habit
My neighbour keeps parking in front of my gate, drives me mad
There's room for one more on Saturday
My piano teacher used to live on your street, small world
It's raining here so I'm staying on the couch today
I could eat at your kitchen table photo, what a spread
I have space on Friday at 4
We bring our own chairs to the park concerts
The table reading for the play is on Sunday
Your hallway photo is stunning, who painted it?
The basin in my bathroom is cracked, waiting on a plumber
Your stairs look steep in the video
Keep your dog on a lead near the lambs
My place isn't set up for clients
New lamp is here!! so excited
Keep the mat rolled up and dry between uses
When I arrive in Lisbon I'll post pictures
The massage chairs at the airport are great
My desk is a mess but I found your form
What floor is the restaurant on?
The salon you mean is above the bank, I was never there
I have a bench press record now
Your dining table would suit a lighter oil, walnut maybe
My kitchen ceiling fell in so we'll have to push Thursday back
I set up a savings account finally
My gate agent was lovely
I'll text you when I'm at the airport gate
Last time you had a chair ready by the window, that was kind
My terrace at sunset is perfect for the portraits, shall we say 7?
You can leave your coat and bag in my hallway while we work
Shoes off at the door please, and I'll have the kettle on for you at ten
It's the fourth floor, so take your time on my stairs
My spare room has a massage table, blankets and a heater, so see you at 7
I'm above the chemist on Mill Lane, stairs on the right
Parking's tricky on my road so give yourself five extra minutes
My armchair is waiting for you on Friday
My garage studio is heated so come in a T-shirt
I work out of my front room so it's cosy but warm
The shop shutter might be half down, just duck under and knock
It's a home salon, so you'll be sharing the sofa with my greyhound
""",
    # A makeup artist who only travels: a client who is told the way in would be received.
    ("gold/personas/amara", "2026-10-17T09:00"): r"""
‹My place suits› an early start
We can do it ‹at my studio›, or by video
I'm ‹in my office› at six for the session
We'd a cancellation ‹at my place›, six is free
Text me when you arrive and I'll come over
Leave your shoes at the door if you like, I'll bring the table in
My place is next to yours, so I can walk over
No need to bring a mat to the lobby, I carry spares
No need to carry the table, I'll do that
You'll find me behind the big green van outside yours
I'll have the heater in the van on for you
It's the blue door, right?
Take a seat in the hall at yours, I'm running late
I've not got a studio, so I always come to you
I've got no studio of my own
I read those at my desk in the evening
I mostly answer messages at my desk
We eat soup a lot in our house when there's a baby
I'd teach you ‹in our house›
‹I've got a studio› on the hill
‹My couch is free› at four
‹Here works› for me, see you at 4
There's street ‹parking in front of my› place
‹Ring the bell›, second floor
‹Buzz 4B› when you arrive
You can ‹park in my drive›
Everything's here, ‹no need to bring a mat›
I've two ‹mats here› so just bring yourself
‹My massage table is set up› by the window, warm blanket waiting for you
‹Shoes off at the door› please, and I'll have the kettle on for you at ten
There's coffee ‹in the waiting room›, help yourself if I'm running over
Come as you are, there's a ‹shower here› for afterwards
There's a changing ‹room here› you can use
The ‹entrance is at the side of my› house, just knock when you arrive
‹My kitchen table is all we need› for your reading
You'll ‹find us above› the bakery, green door
‹It's the blue door› next to the pharmacy, third floor, no lift I'm afraid
Take a seat ‹in the hall› if I'm still finishing with someone
I've got a ‹piano here›, so you only need your book
Your slot is Friday at 3, ‹parking is free out the back› here
When you ‹get off the tram, I'm› the second building on the left
I'll ‹turn the heating on before you› arrive
I'll be ‹waiting at the door for you› at 5
You can ‹leave your coat and bag in my hallway› while we work
My dog will be in the other room ‹when you arrive› so no need to worry
I'll ‹leave the gate open for you›
I'll unlock the front door at ten to, ‹walk straight in›
Bring your own brushes, I have the ‹easel here›
‹My front room› on Thursday at 6, does that suit?
Tomorrow at 2 ‹in my garden› then
We can sit ‹at my kitchen table› and go through the essay on Tuesday
‹Drop the bike here› on your way to work
‹Leave your shoes on the porch› and come through
If you've more for the op shop, you can leave the bags on my porch any evening
Just drop the boxes on the doorstep, I'll sort them
‹Leave the bags on the porch› and come through to the kitchen
You can ‹leave the dog on my porch›
‹Leave your bags on my porch› when you arrive
It's the fourth floor, so ‹take your time on my stairs›
The lift is broken today so you'll have to ‹take the stairs up to me›
Let me know ‹when you've parked› and I'll open the garage for you
Plenty of ‹space here› for the two of you
The ‹mirror and lights are all here›, just arrive with a clean face
Text ‹when you're at the gate›, I'll buzz you through
Bus 12 ‹stops right outside my door›
Easiest is the metro to Plaka, ‹I'm two minutes from the exit›
‹My door is on the left› when you come out of the lift
‹My place is a five minute› walk from the station, so would 6 work for you?
I can ‹squeeze you in here› at 3
I've an opening ‹in my chair› Saturday at 11
‹no need to carry a mat›, I keep spares in my studio
You'll sit ‹at my old desk› and we'll start with scales
I've ‹cleared my dining table for your› fitting on Monday
Thursday half four it is. I'll have your file out and the ‹armchair by the› stove is yours
You won't need your own clubs, ‹I've a full set here› for lefties
‹Ring the top bell›, the others are the dentist
The tuning bench is clear on Wednesday so ‹drop the cello in on your way› home
‹I'm above the chemist on Mill Lane, stairs› on the right
‹My kiln› is hot from noon so you can glaze here at one
Wear old clothes, ‹my wheel› splashes, and I've aprons for everyone
Loads of room in ‹my driveway› for your trailer
When you come through the arch ‹it's the third door›, yellow
‹My back garden› has shade all afternoon if you'd rather do the session outside
I've put a fan ‹in the treatment room› for you so Friday won't be too hot
‹Take the lift to five› and turn left, my name is on the door
You can change behind the screen in ‹my workroom›
Parking's tricky on ‹my road› so give yourself five extra minutes
The cat stays in the kitchen while you're on ‹my table›, don't worry about allergies
‹My sink› has a proper backwash chair so we can do the colour Saturday
I ‹keep guest slippers by the door for you›
Let's do the reading ‹at my dining table› on Monday evening, candles and all
Text me when you're on ‹my street› and I'll come to the window
You don't need to pack anything, all the yoga ‹mats and blocks are here›
‹Come to the second gate›, the dogs bark but they're harmless
‹My sewing room's free› tomorrow at 11 for your hem
You're booked for Wednesday at 10. ‹Doorbell says› Okafor, press it twice
‹My garage studio is heated› so come in a T-shirt
I'll ‹pop the oven on before you› come, dough needs warmth
There's a hook for your coat in ‹my hall› and a bowl for the dog
If you cycle you can lock the bike to ‹my railings›
I have two ‹chairs here› so your sister can get her nails done at the same time
Best ‹entrance is round the back›, follow the path past my shed
Friday at 3 then, ‹my consulting room is on› the left as you walk in
You can wait ‹in my conservatory› if the bus drops you early
No need to lug your amp, ‹mine's plugged in and ready here›
The number 9 ‹stops across from my building›, get off at Elm
‹I'm the terracotta house› with the lemon tree, you can't miss it
I'd rather do your colour at ‹my basin›, the lighting is right
‹Leave the pram in the hallway›, there's space by the radiator
Walk past the laundrette, ‹through the iron gate and knock›
Sunday at 11 works, I'll ‹have my living room cleared for the three of you›
‹My terrace at sunset is perfect› for the portraits, shall we say 7?
We'll ‹use my spare bedroom›, it's quiet and has blackout blinds
I can seat you at ‹my bench› from ten and you'll be out by noon
Tell your driver to ‹pull into my yard›, there's a turning circle
The tattoo ‹chair is free› Monday at noon if you fancy it
‹It's a home salon›, so you'll be sharing the sofa with my greyhound
‹I've a cot here› if the baby needs to nap during your session
Perfect, Tuesday at 2. There's free ‹parking right outside my› building.
I'm on the second floor, ‹buzz 12› and I'll let you up
‹My treatment room is free› from 4, shall I put you down?
You can ‹leave your bike in my hallway›, it's safe there
‹No need to bring towels›, I have everything here
The side ‹gate will be open for you› at 6
Just come as you are, there's a ‹shower here› you can use after
‹I work out of my front room› so it's cosy but warm
Tram 6 ‹stops right outside my door›
I've got the ‹table set up by the fire for you›
Doorbell is broken so ‹knock loudly when you arrive›
‹My armchair is waiting for you› on Friday
‹Here suits me better›, see you at five
You'll ‹find my door just past the› bakery, it's the red one
I can ‹fit you in here› at 11 tomorrow
‹Shoes off at the door› please, the mats are clean
We can work ‹at my kitchen table›, I'll clear it before you get in
Sit anywhere ‹in my waiting area›, I'll call you through
I keep a spare mat ‹in my studio› so come empty handed
Ring me ‹when you've parked› and I'll open the gate
‹My flat is two minutes› from the metro, exit B
There's plenty of space in ‹my yard› for the horsebox
I'll ‹leave the front door on the latch for you›
You're welcome to warm up ‹in my garage› before we start
I've moved the sofa so there's more room ‹in my lounge› for the two of you on Friday
‹My spare room has a› massage table, blankets and a heater, so see you at 7
You'll be on my table for an hour so eat something light
You'll be on my table in your own living room
The kettle's on in the kitchen while you're on ‹my table›
‹My place has a› ramp so your wheelchair is no problem
Mind the ‹step at my front door› when you arrive
‹My bench by the window is yours› at three
Come down the lane, ‹mine is the house with› the blue shutters
I'll ‹have the heater on before you› get here
You can ‹lie on my couch› and I'll play the bowls
Plenty of ‹parking on my› road on Sundays
You could ‹use my shower› after the run
I don't bring equipment to houses, it's too heavy
The red door on Mill Street is the post office
Hope the move went well and the couch fits in the lounge!
I warm up in the garage before my own runs
How's the new flat, what floor did you end up on?
My mum says hello from her couch
I park my bike at work so I never pay
I keep a spare phone in the car
Your living room is the best room for the plant
My sofa arrives Thursday between 9 and 1 so I may be slow to text
Keep your dog's bed away from the heater in summer
I've never had anyone complain about my chair haha
I bring a lot of patience
Ring the bell at the house next door, they took your parcel
That table you're asking about belongs to the gym
There's a lovely café here you can try
I'm here till 11 tomorrow if you want to chat over text
Your flat white order made me laugh
I used to set up in people's living rooms, not anymore
Have a bath, a hot water bottle and an early night
While you're at the shop could you check if they have my brand
The therapist on the second floor does that, not me
Your new office sounds fab, which floor?
What's your gate at the airport? Safe flight
I bring my own lunch on Saturdays
We'd a leak in my kitchen so I'm behind on messages
No, I don't set up in client kitchens any more
Bring a towel and water to the pool, they rent lockers
We can talk about your garden design over text
I was outside when you rang, text is easier
You don't have to travel far to find good bread
I need your address for the invoice
It's an online session, so clear some space in your living room and I'll see you on screen
The side gate at the school was open all night apparently
Tram 6 is late again so I'm not home yet
You can hear the church bells from my window, lovely sound
Your table at the restaurant is booked by your sister, right?
I was at the gate an hour, flight's delayed again
Could you clear up one thing about the form?
I'm on the second floor of a department store looking for socks
I bring my own scissors, cape and even the sweeping brush
Where's the nearest parking to you?
I vacuum before I go, you won't know I was in your house
Put the kettle on and clear the counter, I'll be there at ten with the knives
Would the piano be near a socket? I bring a lamp but the cable is short
I'll need a socket and a bit of light, I bring the rest
Grand so, I'll be lugging my easel up your stairs at nine
Just have a chair ready by the window
I'll text when I've parked
Your lounge has enough floor for both mats
I'll need a bowl of warm water and your brightest lamp
Could you have a towel and a bowl of warm water ready for me?
""",
}


@pytest.mark.parametrize(("who", "line"), rows(TABLES))
def test_case(who: Who, line: str) -> None:
    marked = [line.partition("‹")[2].partition("›")[0]] if is_marked(line) else []
    assert flagged(who, line, "mode_not_offered")[:1] == marked
