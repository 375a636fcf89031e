"""Channels: which words propose a way to talk, and which only look like it."""

import pytest

from align.claims.claim import Stance
from tests.claims.extracting import read, text

PROPOSED = [
    ("Give me a ring around lunch", "phone call", "Give me a ring"),
    ("c a l l me when you land", "phone call", "c a l l me"),
    ("I'll ring you in five", "phone call", "I'll ring you"),
    ("fancy a quick bell tonight?", "phone call", "quick bell"),
    ("Text or call, whichever is easier.", "phone call", "call"),
    ("please call to confirm", "phone call", "call"),
    ("Would a quick call help?", "phone call", "quick call"),
    ("Let's talk on the phone this evening", "phone call", "talk on the phone"),
    ("Calls are fine between 9 and 5.", "phone call", "Calls"),
    ("I'd rather you called me.", "phone call", "called me"),
    ("we can do a video call first", "video call", "do a video call"),
    ("happy to chat over video", "video call", "over video"),
    ("send me a voice note", "voice note", "send me a voice note"),
    ("send a voicey there", "voice note", "send a voicey"),
    ("hop on FaceTime", "facetime", "hop on FaceTime"),
    ("jump on a quick zoom tonite", "zoom", "jump on a quick zoom"),
    ("Let's hop on Google Meet", "google meet", "hop on Google Meet"),
    ("Shoot me an e-mail with the pics.", "email", "Shoot me an e-mail"),
    ("Shoot me an e mail with the pics.", "email", "Shoot me an e mail"),
    ("Shoot me an e-m@il with the pics.", "email", "Shoot me an e-m@il"),
    ("Shoot me an email with the pics.", "email", "Shoot me an email"),
    ("send it over to ines@bow.example", "email", "send it over to ines@bow.example"),
    ("We can sort it by email", "email", "by email"),
    ("whats app me a few pics", "whatsapp", "whats app me"),
    ("wh@tsapp is best for me", "whatsapp", "wh@tsapp is best"),
    ("ping me on Signal", "signal", "ping me on Signal"),
    ("Message me on Telegram", "telegram", "Message me on Telegram"),
    ("just message me on instagram", "instagram", "message me on instagram"),
    ("I'm @ines.bodywork on insta, message me there", "instagram", "message me there"),
    ("we could have a short video call on Sunday", "video call", "have a short video call"),
    ("we can do a quick phone chat one evening", "phone call", "do a quick phone chat"),
    ("add me on Signal for the drawings", "signal", "add me on Signal"),
    ("If the door is shut, call.", "phone call", "call"),
    ("Give my mobile a ring from the gate", "phone call", "Give my mobile a ring"),
    ("You'll get a call from me on Monday", "phone call", "call"),
    ("My brother runs a Discord, message me in there", "discord", "message me in there"),
    ("call to explain the sketch", "phone call", "call"),
    ("My email is ines@bow.example, please send your list there.", "email", "send your list there"),
    ("Pop me a mail with the date.", "email", "Pop me a mail"),
    ("Bell me tomorrow and I'll explain.", "phone call", "Bell me"),
    ("Gie's a phone when you're near.", "phone call", "Gie's a phone"),
    ("Then c a l l   m e this evening.", "phone call", "c a l l   m e"),
    ("We could do a little video visit midweek.", "video call", "do a little video visit"),
    ("Zoom at eight, I'll wear my good glasses.", "zoom", "Zoom"),
    ("I'm always reachable on the phone", "phone call", "on the phone"),
    ("Try me tomorrow after nine.", "phone call", "Try me"),
    ("What's your email? I'll send the menu tonight.", "email", "What's your email? I'll send"),
    ("I'll e-mail you the menu.", "email", "e-mail you"),
    ("I'll send the contract to your email tonight.", "email", "email"),
    ("I'll mail you the plan this evening.", "email", "mail you the plan this evening"),
    ("I'll send the form to anna@mail.example tonight.", "email", "send the form to anna@mail.example"),
    ("I'll ring your wife tonight and explain.", "phone call", "ring your wife"),
    ("Pass me his number and I'll phone him.", "phone call", "phone him"),
    ("My partner rings everyone the day before.", "phone call", "rings everyone"),
    ("Text or voice, whichever.", "phone call", "voice"),
    ("Let's hop online on Monday at 7.", "video call", "hop online"),
    ("We go through the drawings together on a shared screen.", "video call", None),
    ("Let's speak tonight at eight.", "phone call", "speak tonight"),
    ("I'll buzz you tomorrow.", "phone call", "I'll buzz you"),
    ("Give me one missed call at the gate.", "phone call", "Give me one missed call"),
    ("Flash me from the junction.", "phone call", "Flash me"),
    ("Call to confirm your hotel.", "phone call", "Call"),
    ("Message me on KakaoTalk.", "kakaotalk", "Message me on KakaoTalk"),
    ("The invite is discord.gg/abc", "discord", "discord.gg/abc"),
    ("We could have a telephonic discussion.", "phone call", "have a telephonic discussion"),
]
NOT_PROPOSED = [
    "I'm out on Thursday, calling to houses around the lake.",
    "Most days I'm calling to clients out by the lake.",
    "Ask a transport firm, and call nobody with a small van.",
    "The e mail confirmation comes from the page by itself.",
    "Good call on the fringe, let's call it a night.",
    "I'm on call this weekend, call time is 6am.",
    "I'll call round to your house at 5.",
    "people call me Mimi, you can call me Sam, call me old-fashioned",
    "Sorry I missed your call. Thanks for your email.",
    "Everyone's on a call right now so bear with me.",
    "your wedding ring, the ring light, ring the doorbell, alarm bells",
    "zoom in on the second pic, a zoom lens helps",
    "signal is bad here, no signal in the basement",
    "bring a phone charger and put your phone away",
    "my work's all on insta @ines.bodywork, follow me on instagram",
    "drop me a line, hold the line, line up the fringe",
    "The confirmation email has the time. Stripe will email you a receipt.",
    "give the venue a call, call the vet, email the florist",
    "the office will ring you about the permit",
    "My uncle thinks Skype is a yoghurt. Too many Zoom meetings!",
    "I'll text you. Message me here any time.",
    "no rush with all the phone calls you must be making",
    "The photos you sent on WhatsApp were lovely.",
    "If the pain gets worse ring 111, or 911 over there. Call 116 123 any night.",
    "The hotel's banquet manager will call you. The clinic's front desk will ring you.",
    "She can signal me from the door, my assistant will signal me too.",
    "Ask your planner to call the hall about chairs.",
    "The kennels will give you a call when she's fed.",
    "I know a call would be handier, Jo, but text is all I have.",
    "We could have a longer fitting instead.",
    "A good florist is a phone call away. They'll mail me the prints.",
    "The label's manager is supposed to call me on Friday, your agent wants to ring me too.",
    "I go all tongue-tied on the phone.",
    "That's a phone call to the vet, not a text to me.",
    "Back in a bit, a phone call from my landlord.",
    "Try me once and you'll be back. Try me with a photo first.",
    "The site asks for your email so that it can send the receipt.",
    "The shop mails the parts to you. I'll mail the keys back tomorrow.",
    "I'd suggest you call the airline yourself. I'll ring the supplier.",
    "I'll call him from across the field and you hold the lead.",
    "I'd give your bank or the insurer a quick call first.",
    "Hop online and grab a slot. I'm usually online in the evenings.",
    "We look at the proofs together on the big screen in the studio.",
    "We'll sort that out further down the line.",
    "I'll buzz you in when you're at the door.",
    "Flash your lights at the gate. Flash me a smile after.",
    "I'll ring-fence an hour for you, there's no call-out fee.",
    "Have a friend ring you while he eats, and if somebody calls you, ignore it.",
    "The council has a line you can ring about permits.",
    "Security will call you when I reach the lobby.",
    "People were staring at themselves on Zoom all day.",
    "Been on the phone to my supplier, it's in the voice notes she sent.",
    "I tried to ring you earlier.",
]
REFUSED = [
    "I don't do calls, but text me the list",
    "No voice notes please.",
    "Voice notes don't work for me I'm afraid.",
    "Skip the voice notes please, I read better.",
    "Instead of a call, text me the details.",
    "I can't do FaceTime, sorry.",
    "no to the phone call beforehand",
]


@pytest.mark.parametrize(("body", "channel", "shown"), PROPOSED)
def test_a_proposal_is_found(body: str, channel: str, shown: str | None) -> None:
    draft = read(body)
    found = [(c.channel, text(draft, c)) for c in draft.utterance.channels if c.stance is Stance.ASSERTED]
    assert found == [(channel, found[0][1] if shown is None else shown)]


@pytest.mark.parametrize("body", NOT_PROPOSED)
def test_other_senses_are_left(body: str) -> None:
    draft = read(body)
    assert [text(draft, c) for c in draft.utterance.channels if c.stance is Stance.ASSERTED] == []


def test_a_call_is_accepted_while_its_time_is_asked() -> None:
    draft = read("No bother at all, what time suits you?", "any chance of a quick chat on the phone?")
    assert [c.channel for c in draft.utterance.channels] == ["phone call"]


@pytest.mark.parametrize("body", REFUSED)
def test_a_refusal_is_seen(body: str) -> None:
    found = read(body).utterance.channels
    assert all(c.stance in (Stance.REFUSED, Stance.CORRECTED) for c in found)
    assert found
