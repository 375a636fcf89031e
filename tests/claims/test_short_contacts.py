"""Short messages: whose contact they give, and whose they only speak of."""

import pytest

from align.claims.claim import Stance
from tests.claims.extracting import read

CONTACT_GIVEN: list[tuple[str, str | None]] = [
    ("Sure, my LINE is hanakoto88, add me there", "can we move to LINE?"),
    ("my LINE id is fenfen_09, message me there", None),
    ("my insta is fen_clips2", None),
    ("Flick the 20 to fen.cuts@payexample and you're in", None),
    ("Flick the 20 to fen@payexample and you're in", None),
    ("Send it to fen.r@ybexample to confirm.", None),
    ("it's fen.r@ybexample", "where do I send the deposit?"),
    ("PayID is fen98@bankx", None),
    ("UPI: fen@ybexample", None),
    ("My snap is fenny88", None),
    ("my wechat's fengroomer", None),
    ("My LINE ID is hanakoto88", None),
    ("kakao: hanakoto88", None),
    ("telegram is tonecutz", None),
    ("My Kik is tonecutz99", None),
    ("Venmo me at tonethebarber", None),
    ("Email me his vaccination card, it's sorcha@pawsandrinse.example", None),
    ("Email me the form, sorcha@paws.example", None),
    ("Send me the photo by email, it's fen@paws.example", None),
    ("Email me the list of allergies, it's ada@chef.example", None),
    ("Email's tone2@cuts.example", None),
    ("text or email me, ada@chefs.example", None),
    ("Mail me her records, it's fen@paws.example", None),
    ("Email me the logo, tony@cutz.example", None),
    ("Send the photo to mareike.ink (at) gmail (dot) com, here it gets too small.", None),
    ("send it over to fen.paws at gmail dot com", None),
    ("Please forward the chip papers to fen (at) paws (dot) example", None),
    ("Send your reference pics to juno.ink@gmail.com", None),
    ("I've written down my number for you: 0498 111 222", None),
    ("I've moved to fen@newpaws.example", None),
    ("I've got a new address, fen@newpaws.example", None),
    ("I've switched to fen@newpaws.example", None),
    ("You can grab your time here: raetolliver.example/now", None),
    ("Book here: fengrooms.example/slots", None),
    ("times are on fengrooms.example/now", None),
    ("pick a slot at fen.example/now", None),
    ("All my dates: fen.example/diary", None),
    ("my other number's 07911 123456", None),
    ("Payments go to dale-drives on venmo", None),
    ("all my bridal stuff is on @priya.mehndi.bridal", None),
    ("wa.me/27825550100 is quickest", None),
    ("follow the lash page: @noorlashlab", None),
    ("tabs are at tomasplays.example/tabs", None),
    ("bank's slow, use revolut, @tomasg", None),
    ("my new site is agulhadabia.example", None),
    ("MB Way to 912 345 678 please", None),
    ("@hamishwalks on tiktok for daily pup pics", None),
    ("email me his vet card: walks@hamish.example", None),
    ("Pay to Opay 8123456789, Chidi Okeke", None),
    ("follow us @chidi_fadez", None),
    ("MobilePay 22 45 67 89 works", None),
    ("Exercises are on ellenpilates.example/hjem", None),
    ("marguerite dot luthier at videotron dot ca", None),
    ("514-555-0199 is the shop", None),
    ("tag me in your lifts @coachkofi_ldn", None),
    ("my calendly is calendly.com/coachkofi", None),
    ("cashapp $deshawnshine", None),
    ("book on booksy.com/deshawn-detail", None),
    ("my work cell is 404-555-0177", None),
    ("Order form: blomster-solveig.example/bestill", None),
    ("I'm solveigblomst on insta", None),
    ("anneke(at)heldercoach(dot)example", None),
    ("betaalverzoek goes to 06 5550 1234", None),
    ("0121 496 0555 is the shop landline", None),
    ("Search rajtailorsbham on insta", None),
    ("we're rajtailors.example now", None),
    ("Zelle to lucia@glowbylucia.example", None),
    ("tips to cashapp $glowlucia", None),
    ("new number!! 323-555-0144", None),
    ("videos on youtube, bronwynandthedogs", None),
    ("ring 01286 555 014", None),
    ("book at yukinails.example", None),
    ("pay id is yuki.nails@bank.example", None),
    ("01 555 0142 after six", None),
    ("feis results are up on declandance.example/feis", None),
    ("the cards live at @mina.reads", None),
    ("booking page is minareads.example", None),
    ("Zelle 210-555-0166", None),
    ("arturo.fixes@mail.example works for invoices", None),
    ("my IG is artfixescars", None),
]

CONTACT_LEFT: list[tuple[str, str | None]] = [
    ("got your fen.c@okbnk, I'll refund you there", "my upi is fen.c@okbnk"),
    ("training@thegrove at 6 then", None),
    ("9am@welly works, 2@most", None),
    ("tot@lly fine, lunch@mine", None),
    ("drop-in@sohoworks at noon", None),
    ("your LINE is hanakoto88, right? I only text though", None),
    ("I've written down koh.family@mail.example for the concert invites", None),
    ("Got it, I've written down koh.family@mail.example", None),
    ("I have koh.family@mail.example on file for you", None),
    ("I noted down 0498 111 222, thanks", None),
    ("I've put koh.family@mail.example on the list", None),
    ("I've got mo@mail.example down for reminders, is that still right?", None),
    ("I've added mo@mail.example to the newsletter for you", None),
    ("I still have mo@mail.example in my notes", None),
    ("I follow @mehndibyaisha too, love her florals", None),
    ("your mum's number is 07911 123456, yes?", None),
    ("my mate's at @liftwithjo, she does women only", None),
    ("you gotta hit up @detailgeek, dude's a legend", None),
    ("Tag @tone.cuts in your pics", None),
    ("my girl @browsbybea does brows if you need", None),
]


@pytest.mark.parametrize(("body", "inbound"), CONTACT_GIVEN)
def test_a_contact_is_given(body: str, inbound: str | None) -> None:
    claims = read(body, inbound).utterance.contacts
    assert [c for c in claims if c.owner == "professional" and c.stance is Stance.ASSERTED]


@pytest.mark.parametrize(("body", "inbound"), CONTACT_LEFT)
def test_no_contact_is_given(body: str, inbound: str | None) -> None:
    claims = read(body, inbound).utterance.contacts
    assert not [c for c in claims if c.owner == "professional" and c.stance is Stance.ASSERTED]
