"""What a draft only reports is not said: denied, called wrong, taken back, or said by whoever passes for the professional."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW: Final = datetime.fromisoformat("2027-03-06T10:00:00-06:00")
DOCUMENT: Final[dict[str, Any]] = {
    "persona": "mara",
    "currency": "USD",
    "timezone": "America/Chicago",
    "rates": [{"minutes": 60, "amount": 110}, {"minutes": 90, "amount": 155}],
    "min_minutes": 60,
    "modes": ["incall"],
    "locations": [{"city": "Tulsa", "region": "OK", "country": "US"}],
    "channels": {
        "text_only": True,
        "allowed": ["sms"],
        "handles": {"instagram": "@mara.studio"},
        "links": [],
        "phones": ["+1 918 555 0100"],
        "emails": [],
    },
    "payment": {"timing": "before"},
    "never_offer": ["fire cupping"],
    "mission": {"date": "2027-03-06", "slots": [["2027-03-06T17:00", "2027-03-06T19:00"]]},
}
SPEC: Final = compile_spec(Spec.from_dict(DOCUMENT))


def rules(body: str) -> set[str]:
    return {v.rule for v in validate_draft(body, SPEC, now=NOW).violations}


UNSAID: Final = (
    # denied
    "No, I never said I come to hotels.",
    "I don't remember ever saying I do fire cupping.",
    "I certainly never told anyone that you can pay me after.",
    "There's no way I would have said it's 70 for the hour.",
    "It simply isn't true that I work in Omaha this week.",
    "It's a myth that I do fire cupping.",
    "I'd be lying if I told you I can come to your place.",
    "Please don't assume you can pay me after.",
    "I'd hate for you to think I come to hotels.",
    # said by whoever passes for the professional
    'Somebody pretending to be me is texting "fire cupping tonight, pay me after". Ignore it.',
    "An impostor keeps telling my clients I'm in Omaha this week.",
    "There's a guy on Telegram posing as me, he asks people to pay after.",
    "A fake profile is offering fire cupping for 40, it isn't me.",
    "If you get a message from 918 555 7777 saying it's me, ignore it.",
    "Please don't send anything to @mara.fake, that's a scammer.",
    "There's a fake account going around called @mara.fake.",
    # called wrong in its sentence, or at the beginning of the next
    "The directory says I'm in Omaha this week, but that's out of date.",
    "Google still says I'm in Omaha. I've asked them to correct it.",
    "The app tells people you can pay me after, which is wrong.",
    "People keep thinking I come to hotels. They're mistaken.",
    "A friend told you I do fire cupping? She's wrong.",
    "Yelp says I'm in Omaha. I'm not!",
    "You might be under the impression that I do fire cupping. I don't.",
    "My assistant offered you noon by mistake.",
    "I don't know who told you it's 70 for the hour, but it wasn't me.",
    "My old flyer still says it's 70 for the hour.",
    '"Fire cupping $40" is not something I would ever write.',
    'Your text says "pay me after", but I never wrote that.',
    "The screenshot that says I'm in Omaha is photoshopped.",
    "It's a scam if somebody asks you to pay me after.",
    "Watch out for @mara.fake, she copies my posts.",
    # taken back
    "I can be with you at noon today. Sorry, ignore that, wrong chat.",
    "Fire cupping is on for tonight. Just kidding, of course I don't.",
    "I was joking when I said you can pay after.",
    "I take back what I said yesterday, that I come to hotels.",
    "Did I say noon? Sorry, I meant 5pm.",
    "If I ever told you I do fire cupping, I must have been dreaming.",
    "I used to tell people I come to hotels.",
    "Sorry, I never said I do fire cupping.",
    "I don't think I ever said I do fire cupping.",
    "People say I do fire cupping. They're wrong to say so.",
    "Google says I do fire cupping. That's wrong, I don't do it.",
    "918 555 7777, the number you have there, isn't mine.",
    "The hour is 70. Sorry, I got that wrong.",
    "I never said I do fire cupping, but I can do something gentler.",
    "There's a fake page that tells people to pay me after, please don't message @mara.fake.",
    "My old insta @mara.fake isn't mine any more.",
    # joined to what is denied by an "and", an "or" or another "that"
    "I never said I come to hotels and do fire cupping.",
    "I never told you to call me and pay me after.",
    "I never said that I come to hotels and that you can pay me after.",
    "I never said I run a spa and you can pay after.",
    "I never said you could come at noon and you could pay me later.",
    "I never said you can pay after, call me, or come at noon.",
    "I never said I do fire cupping and I never will.",
    "Yelp says I'm in Omaha, which is wrong, and that I do fire cupping.",
    # taken back in the same breath, or on second thought
    "You can pay me after, just kidding.",
    "I come to hotels… only messing with you!",
    "Fire cupping is on. Joke!",
    "I was joking when I told you that you can pay after.",
    "I said you can pay after but I take that back.",
    "I take back what I said, that I do fire cupping.",
    "I'm in Omaha, no wait, I'm in Tulsa today.",
    "Pay after, oh wait no, before.",
    "Call me at six, no wait, text me.",
    "It's 90 for the hour, scratch that, 110.",
    "I'm not against fire cupping, I just don't do it.",
    "I wouldn't object to a call but I'm text only.",
    "The flyer says I do fire cupping, but that's old.",
    # asked, and answered with a no
    "You asked if you can pay after. I have to say no.",
    "You asked if you can pay after. I never allow it.",
    "You asked if you can pay after. I won't lie, I can't do that.",
    "You asked if you can pay after. I never say no to cash, but no.",
    "Fire cupping? I always say no to it.",
    "You asked about fire cupping. I'd never turn you away, but that's not something I offer.",
    "You asked if you can pay after. I don't mind helping, but it's before for everyone.",
    "You asked if I come to hotels. I'm not against it, it's just not something I do.",
    "I never say no to chocolate, but fire cupping isn't my thing.",
    "I have to refuse fire cupping.",
    "You asked whether I come to hotels: no.",
    "You wondered if you can pay me after. I'm afraid not.",
    "I do fire cupping? Who on earth told you that?",
    "What makes you think I come to hotels?",
)
SAID: Final = (
    # what is denied is something else, or the listener has not heard it yet
    ("I never said no, I come to hotels too.", "mode_not_offered"),
    ("I haven't told you yet that I do fire cupping.", "never_offer"),
    ("I never told you the price: it's 70 for the hour.", "price_contradiction"),
    ("I'm not saying it's cheap, it's 70 for the hour.", "price_contradiction"),
    ("I didn't mean you have to pay first, pay me after.", "pay_after"),
    ("It's not true that I'm full. You can call me any time.", "channel_not_allowed"),
    ("Don't think you have to pay first. Pay me after.", "pay_after"),
    ("Don't tell anyone, but you can pay me after.", "pay_after"),
    ("No one told me you wanted fire cupping! Let's do it Friday.", "never_offer"),
    # the one who passes for the professional is another
    ("I'm not a scammer, I'm in Omaha tonight.", "location_not_in_facts"),
    ("There's a scammer using my photos, so message only @mara.real please.", "handle_not_in_facts"),
    ("That was a fake profile, mine is @mara.real.", "handle_not_in_facts"),
    ("My account got hacked, my new number is 918 555 7777.", "handle_not_in_facts"),
    ("I can send the scan report from mara@home.example.", "handle_not_in_facts"),
    # what is wrong is something else
    ("I told you I can come to your place, the other message wasn't me.", "mode_not_offered"),
    ("I hope you can pay me after, I took your card by mistake.", "pay_after"),
    ("My old site is wrong. The hour is 70.", "price_contradiction"),
    ("I was wrong yesterday, I can do noon today.", "slot_not_in_mission"),
    ("Text me on 918 555 7777. Don't believe what the old site says.", "handle_not_in_facts"),
    ("Whoever told you otherwise got it wrong, my hour is 70.", "price_contradiction"),
    ("You can pay me after. Just kidding about the tip.", "pay_after"),
    # it is granted
    ("Someone told you I do fire cupping? That's right!", "never_offer"),
    ("They say I come to hotels, and they're right.", "mode_not_offered"),
    ("You asked if I'm in Omaha tonight: yes.", "location_not_in_facts"),
    ("You asked whether you can pay me after. Not a problem.", "pay_after"),
    ("Like my page says, the hour is 70.", "price_contradiction"),
    ("Yes, you heard right, the hour is 70.", "price_contradiction"),
    ("What you heard is true, my hour is 70.", "price_contradiction"),
    ("Did you know that I come to hotels now?", "mode_not_offered"),
    ("Did you know I do fire cupping?", "never_offer"),
    ("You asked if I can take you at noon today: yes.", "slot_not_in_mission"),
    ("Did you know that half an hour is fine with me?", "duration_below_minimum"),
    ("People think I don't do fire cupping. They're wrong.", "never_offer"),
    # what is taken back or denied is another clause, or itself a denial
    ("I never said I wouldn't do fire cupping, I will.", "never_offer"),
    ("I'd be lying if I said I don't do fire cupping.", "never_offer"),
    ("I can't say enough good things about my fire cupping, book one.", "never_offer"),
    ("I've never offered fire cupping before, but I'll do it for you.", "never_offer"),
    ("My old website says I do fire cupping and I still do.", "never_offer"),
    ("My old page says 70 an hour, and I'll stick to it.", "price_contradiction"),
    ("Who told you I do fire cupping? Of course I do, what time?", "never_offer"),
    ("Where did you hear I do fire cupping? It's meant to be a secret, but yes.", "never_offer"),
    ("Forget what I said before, you can pay me after.", "pay_after"),
    ("Disregard my earlier text, I'd say 70 works.", "price_contradiction"),
    ("I misspoke, I meant to say the hour is 70.", "price_contradiction"),
    ("I used to charge 90, now I say 70 for the hour.", "price_contradiction"),
    ("I used to hate it but I think fire cupping is great, so I offer it.", "never_offer"),
    ("I regret to tell you the hour is 200 now.", "price_contradiction"),
    ("Don't forget that I said the hour is 70.", "price_contradiction"),
    ("Ignore the website, I say 70 for the hour.", "price_contradiction"),
    ("Block the fake account and message @mara.real instead.", "handle_not_in_facts"),
    ("My insta is @mara.real, the fake one isn't me.", "handle_not_in_facts"),
    ("I can't believe no one told you I do fire cupping.", "never_offer"),
    ("Sorry I never told you I do fire cupping!", "never_offer"),
    ("The fake page says I don't do fire cupping. I do.", "never_offer"),
    ("A scammer says I don't do fire cupping, but I do.", "never_offer"),
    ("The hour is 70. I got that wrong before, sorry.", "price_contradiction"),
    ("My site says no fire cupping. That's wrong, I do it.", "never_offer"),
    ("Whatever you read about fire cupping, it's wrong, I do it.", "never_offer"),
    ("Some say fire cupping is worse. That's not true, mine is great.", "never_offer"),
    ("I told your sister she can pay me after. She's wrong to worry.", "pay_after"),
    ("Text 918 555 7777, anything else is fake.", "handle_not_in_facts"),
    ("918 555 7777 is me, others are fakes.", "handle_not_in_facts"),
    ("Follow @mara.real, since the hacked page isn't mine.", "handle_not_in_facts"),
    ("I don't think I told you I do fire cupping.", "never_offer"),
    ("I don't know who told you I do fire cupping but let's do it.", "never_offer"),
    ("Don't say I didn't tell you I do fire cupping.", "never_offer"),
    ("I should have told you I'm in Omaha today, my mistake.", "location_not_in_facts"),
    ("Imagine if you could pay me after. You can!", "pay_after"),
    ("I promised you can pay me after. Of course I can't wait for weeks.", "pay_after"),
    # an "and" opens what cannot belong to what is denied: a statement behind a bidding, the present behind the past,
    # a leave behind a restriction, a bidding to the client, an offer in its place
    ("I never told you to pay first and you can pay after.", "pay_after"),
    ("I never said you had to pay up front and you can settle up when we're done.", "pay_after"),
    ("I never said an hour was the least and a 30 minute massage is fine.", "duration_below_minimum"),
    ("I never said I only work here and I come to hotels.", "mode_not_offered"),
    ("I never said I hate the phone and you can call me.", "channel_not_allowed"),
    ("I never said I'm in Omaha and please call me.", "channel_not_allowed"),
    ("I never said it's 110 and the hour is 80 for you.", "price_contradiction"),
    ("I didn't tell anyone I'm in Omaha and yes I do fire cupping.", "never_offer"),
    ("I was only teasing when I said pay up front and you can pay after.", "pay_after"),
    ('You wrote "pay first", I never said that and you can pay after.', "pay_after"),
    ("My old page says 90, ignore it and pay 80 for the hour.", "price_contradiction"),
    # a refusal that is denied grants
    ("You asked if you can pay after. I won't say no.", "pay_after"),
    ("You asked if you can pay after. I'd be the last to say no.", "pay_after"),
    ("You wanted to know if you can pay me after. I don't object.", "pay_after"),
    ("You wondered if you could pay after the session, I never refuse that.", "pay_after"),
    ("You asked if I come to hotels. I'm not going to say no.", "mode_not_offered"),
    ("You asked if I do fire cupping. Never say never, I do.", "never_offer"),
    ("You asked if I do fire cupping. I won't lie, I do.", "never_offer"),
    ("You asked if you can pay after. I never ask for it before.", "pay_after"),
    ("I won't refuse you fire cupping.", "never_offer"),
    ("I'm not against you paying after.", "pay_after"),
    ("I didn't drop the fire cupping, it's on.", "never_offer"),
    # a joke that is none, or about something else
    ("I do fire cupping. No kidding.", "never_offer"),
    ("I do fire cupping, no joke.", "never_offer"),
    ("You can pay me after. Just kidding! No but really, you can.", "pay_after"),
    ("I do fire cupping. Just kidding… or am I?", "never_offer"),
    ("When I said I do fire cupping I wasn't kidding.", "never_offer"),
    ("Ha, just kidding, you can pay after.", "pay_after"),
    ("I'm in Tulsa, no wait, I'm in Omaha today.", "location_not_in_facts"),
    # on second thought, about something else than what it stands behind
    ("Call me at 5, no wait, at 6.", "channel_not_allowed"),
    ("I can do fire cupping at 5, no wait, at 6.", "never_offer"),
    ("The fire cupping hour is 200, no wait, 210.", "never_offer"),
    ("The hour is 200, no wait, 210.", "price_contradiction"),
    ("I'm in Omaha on Friday, no wait, on Saturday.", "location_not_in_facts"),
    ("You can pay me after the session, scratch that, a week after is fine.", "pay_after"),
    ("I'll come to your hotel at 5, scratch that, at 6.", "mode_not_offered"),
    ("I can see you for half an hour, no wait, 40 minutes.", "duration_below_minimum"),
    ("I do fire cupping, no wait at the moment either.", "never_offer"),
    ("I'd never refuse fire cupping.", "never_offer"),
    # a false report of what we do not do
    ("Google says I stopped fire cupping. That's wrong, I do it.", "never_offer"),
    ("It isn't true that I stopped the fire cupping.", "never_offer"),
    ("Someone quoted you 90, that's wrong, it's 80.", "price_contradiction"),
    # a doubt ends at a contrast
    ("I don't know what the others charge, but the hour is 70.", "price_contradiction"),
    ("No I'm not closed, I'm in Omaha tonight.", "location_not_in_facts"),
    ("I never do this, but it's 70 for the hour.", "price_contradiction"),
)


@pytest.mark.parametrize("body", UNSAID)
def test_what_is_only_reported_is_not_said(body: str) -> None:
    assert rules(body) == set()


@pytest.mark.parametrize(("body", "rule"), SAID)
def test_what_only_looks_reported_is_said(body: str, rule: str) -> None:
    assert rule in rules(body)
