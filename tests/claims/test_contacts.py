"""Contacts: what is found, as what, and whose it is."""

import pytest

from align.claims.claim import Contact
from align.claims.contacts import phones
from align.claims.contacts.contact_index import parse_phone, same_phone
from align.data.words import load_words
from tests.claims.extracting import read, text

FOUND = [
    ("My number is 07700 900381.", "phone", "07700 900381"),
    ("You can reach me on +44 7700 900381.", "phone", "+44 7700 900381"),
    ("(415) 555-0133 is best", "phone", "(415) 555-0133"),
    ("text me at 415.555.0133 when outside", "phone", "415.555.0133"),
    ("Tel. 030 901820", "phone", "030 901820"),
    ("01 42 68 53 00", "phone", "01 42 68 53 00"),
    ("phone: +1 (425) 555-0111 ext 123", "phone", "+1 (425) 555-0111 ext 123"),
    ("my other line, five one two 555 0187", "phone", "five one two 555 0187"),
    ("it's oh seven seven oh oh nine oh oh three eight one", "phone", None),
    ("zero seven seven zero zero, nine zero zero, four one two", "phone", None),
    ("my numbr is O77OO 9OO381", "phone", "O77OO 9OO381"),
    ("text me on 447700900318 when you land", "phone", "447700900318"),
    ("my mobile: 4915123456789", "phone", "4915123456789"),
    ("best number is 353 85 012 3456, thanks", "phone", "353 85 012 3456"),
    ("text me on 5-1-2-5-5-5-0-1-8-7", "phone", "5-1-2-5-5-5-0-1-8-7"),
    ("text me on 5.1.2.5.5.5.0.1.8.7", "phone", "5.1.2.5.5.5.0.1.8.7"),
    ("call me on 61 2 9123 4567", "phone", "61 2 9123 4567"),
    ("I'm on 0064 3 331 6005", "phone", "0064 3 331 6005"),
    ("01164 3 331 6005 from the States, call any time", "phone", "01164 3 331 6005"),
    ("123-456-7890", "phone", "123-456-7890"),
    ("(123) 456-7890", "phone", "(123) 456-7890"),
    ("912 345 678", "phone", "912 345 678"),
    ("1302231221", "phone", "1302231221"),
    ("07700 900381x", "phone", "07700 900381"),
    ("its512-555-0187", "phone", "512-555-0187"),
    ("Reach us 24/7-512-555-0187", "phone", "512-555-0187"),
    ("write to hello@bow.example, please", "email", "hello@bow.example"),
    ("mira at hairbymira dot com", "email", "mira at hairbymira dot com"),
    ("hello [at] miracutz [dot] com", "email", "hello [at] miracutz [dot] com"),
    ("jean-jacques at stuff.co.uk", "email", "jean-jacques at stuff.co.uk"),
    ("drop me a line, hello at miracutz.com", "email", "hello at miracutz.com"),
    ("email mira at miracutz.com", "email", "mira at miracutz.com"),
    ("alice at example.io", "email", "alice at example.io"),
    ("try me, mira at gmail.com", "email", "mira at gmail.com"),
    ("stop sending messages to 601 123 456", "phone", "601 123 456"),
    ("find Mira at miracutz.com", "url", "miracutz.com"),
    ("book the studio at miracutz.com", "url", "miracutz.com"),
    ("I take bookings at miracutz.com", "url", "miracutz.com"),
    ("the info is at miracutz.com/info", "url", "miracutz.com/info"),
    ("say hello at https://miracutz.com", "url", "https://miracutz.com"),
    ("book at glowbymira.makeup", "url", "glowbymira.makeup"),
    ("you can find me at vesper.tattoo", "url", "vesper.tattoo"),
    ("book online at bloom.studio and pick a time", "url", "bloom.studio"),
    ("my site is ivy.ink", "url", "ivy.ink"),
    ("mira@glow.makeup is best", "email", "mira@glow.makeup"),
    ("prices are on mirafixes dot plumbing", "url", "mirafixes dot plumbing"),
    ("see https://a.example/x?y=1#z.", "url", "https://a.example/x?y=1#z"),
    ("(http://localhost:8080/a)", "url", "http://localhost:8080/a"),
    ("Everything's on hairbymira.com", "url", "hairbymira.com"),
    ("all my links: linktr.ee/mira", "url", "linktr.ee/mira"),
    ("quinn violin dot com slash book has it", "url", "quinn violin dot com slash book"),
    ("book at leogrooms-to dot example, it's quick", "url", "leogrooms-to dot example"),
    ("I'm @some.user_1!", "handle", "@some.user_1"),
    ("contact @bob for more", "handle", "@bob"),
    ("insta: miracutz.ldn", "handle", "miracutz.ldn"),
    ("I'm mira underscore cutz", "handle", "mira underscore cutz"),
    ("cash app is $miracuts", "payment_id", "$miracuts"),
    ("PayID is 0455 555 018", "payment_id", "0455 555 018"),
    ("venmo's @marlowframes", "payment_id", "@marlowframes"),
    ("PayNow to 9155 0123 for the hold", "payment_id", "9155 0123"),
    ("UPI me on kavya.r@okbank", "payment_id", "kavya.r@okbank"),
    ("the page has moved, it's now kavya_draws", "handle", "kavya_draws"),
    ("I'm oona.bakes.cakes on insta", "handle", "oona.bakes.cakes"),
    ("listed under oona dash bakes dot net", "url", "oona dash bakes dot net"),
    ("FPS to 104778251, please", "payment_id", "104778251"),
    ("my FPS ID is 104778252", "payment_id", "104778252"),
    ("look us up on Facebook, the page is called OonaBakesNZ", "handle", "OonaBakesNZ"),
    ("search for OonaBakes on TikTok", "handle", "OonaBakes"),
    ("write to oonabakes at gmail", "email", "oonabakes at gmail"),
    ("insta's at oona dash bakes dash co", "handle", "oona dash bakes dash co"),
]
NOTHING = [
    "IBAN is NL91 ABNA 0417 1643 00, VAT NL 0055 5011 77 B01",
    "The part number on the box is 0412 555 0199",
    "The wifi network is Studio_Guest, password biscuits",
    "My sister works at yahoo, add a dash of vinegar",
    "Order 5125550187 shipped today.",
    "ISBN 978-3-16-148410-0",
    "it's 60 - 180, 90 - 250",
    "60/90/120 min are 180/250/320",
    "on 21/11/2026 at 18:00",
    "credit card 4111 1111 1111 1111",
    "The zip is 98052-6399",
    "$4,255,550,111 budget",
    "192.168.1.1 is the router",
    "Discover 6011-0000-0000-0004 was declined",
    "The card reads 0000 0000 0000 0000, call the bank",
    "I'm at 85 Newbury St, Boston, MA 02116-1234",
    "on the form it's 011-12-3456",
    "the label says P0-001-000016155-9",
    "T005-2333-100731-SW-2 is the fabric",
    "the frame is 91a-677-0060, not a91-677-0060",
    "170 240 320",
    "170, 240, 320",
    "234567890112",
    "call me on 5-12-2026 at 6",
    "text me if the barcode is 8801812345678",
    "I tune to 440, so if the piano sits at 442 tell me",
    "ok.so see you then. thanks.me too",
    "it's all online.so cool. prices are on the page.menu too",
    "check out my portfolio.photos of the last set are in it",
    "my angel number is 111 222 333, and the lotto numbers 7 14 21 28 35",
    "Thanks Mira.xxx See you at the studio.flowers are on me",
    "the links start with http:// or https://, no http://# please",
    "I use e.g. argan oil. v1.2.3 of index.html",
    "See you @ 6, or @noon, or lunch @home",
    "my insta is down again",
    "polka dot com-bo, on the dot",
    "that's shade 6125550 in the drugstore line",
    "fill in _____ please, it's *not* a_ _b thing",
    "the dinner@eight is off",
    "Lunch @mine, I'll pay. It's tot@lly fine to pay now. Pay me, then tea@home.",
]
OWNERS = [
    ("She can send the signed form to kate@home.example tonight.", "client"),
    ("They can send their photos to pics@acu.example.", "professional"),
    ("They can also send the £15 deposit by PayPal to pays@acu.example.", "professional"),
    ("They'll also send the form to kate@home.example.", "client"),
    ("They know I'll send the form to kate@home.example.", "client"),
    ("If it plays up on her phone, she can go to https://nook-books.example and pick a day.", "professional"),
    ("If her books are full, you can go to https://bloom.example.", "other"),
    ("Her page is full of ideas, she can be found at https://bloom.example.", "other"),
    ("Got your mum's number, 07700 900762, I'll text her.", "client"),
    ("Is 07700 900762 still your number?", "client"),
    ("I'll text you on 07700 900762.", "client"),
    ("Your florist's page is @bloomandstem.", "client"),
    ("The vet's number is 020 7946 0991.", "other"),
    ("the venue is on 020 7946 0991, ask for Jo", "other"),
    ("Dana's number is 07700 900762.", "other"),
    ("photo by @lensbyjo", "other"),
    ("their insta is @thebarn", "other"),
    ("Save my number, 07700 900762.", "professional"),
    ("Best to call the shop, 416-555-0167.", "professional"),
    ("The booking line is 0800 123 4567.", "professional"),
    ("email your sketches through to oona@bakes.example", "professional"),
    ("photos of your kitchen are best sent to oona@bakes.example", "professional"),
    ("send the venue's plan over to oona@bakes.example", "professional"),
    ("send me your sketches at oona@bakes.example", "professional"),
    ("text me your plan on 07700 900762", "professional"),
    ("I sent your sketches to oona@bakes.example", "client"),
    ("I'll send the invoice to anna@mail.example tonight.", "client"),
    ("our own clinic is on 020 7946 0991", "professional"),
    ("I go by @oona.bakes", "professional"),
    ("Our office manager is on 020 7946 0991", "professional"),
    ("My neighbour grooms cats, she's on 020 7946 0991.", "other"),
    ("For cakes I recommend Crumb, crumbcakes.example, they're great.", "other"),
    ("You're saved as Thandi 082 555 0199.", "client"),
    ("Pay the advance to anna.tutor@okbanka please.", "professional"),
]
SAME_PHONES = [
    ("+44 7700 900318", "07700 900318"),
    ("+44 7700 900318", "+44 (0)7700 900318"),
    ("+44 7700 900318", "0044 7700-900318"),
    ("+353 20 914 2207", "020 914 2207"),
    ("+353 20 914 2207", "914 2207"),
    ("416-555-0176", "+1 (416) 555 0176"),
    ("416-555-0176", "1-416-555-0176"),
]


def contacts(body: str, inbound: str | None = None) -> tuple[list[Contact], list[str]]:
    draft = read(body, inbound)
    found = draft.utterance.contacts
    return found, [text(draft, c) for c in found]


@pytest.mark.parametrize(("body", "kind", "shown"), FOUND)
def test_a_contact_is_found(body: str, kind: str, shown: str | None) -> None:
    found, texts = contacts(body)
    assert [c.kind for c in found] == [kind]
    if shown is not None:
        assert texts == [shown]


@pytest.mark.parametrize("body", NOTHING)
def test_what_is_no_contact_is_left(body: str) -> None:
    assert contacts(body)[1] == []


@pytest.mark.parametrize(("body", "owner"), OWNERS)
def test_whose_it_is(body: str, owner: str) -> None:
    assert [c.owner for c in contacts(body)[0]] == [owner]


def test_an_echoed_contact_stays_the_clients() -> None:
    found, _ = contacts("@tessa.weds looks gorgeous", "i'm @Tessa.Weds on ig")
    assert [c.owner for c in found] == ["client"]


def test_a_name_alone_answers_who_asks_for_a_handle() -> None:
    found, texts = contacts("oonabakesnz, same as the van", "whats your insta?")
    assert [(c.kind, c.owner) for c in found] == [("handle", "professional")]
    assert texts == ["oonabakesnz"]
    assert contacts("oonabakesnz, same as the van")[1] == []


def test_a_number_answers_who_asks_for_a_reference() -> None:
    assert contacts("0417164300", "what's the booking ref?")[1] == []
    assert contacts("0417164300", "what's your number?")[1] == ["0417164300"]


def test_a_number_answers_who_asks_for_one() -> None:
    assert contacts("9123 4567, Mon to Sat", "what's your number?")[1] == ["9123 4567"]
    assert contacts("9123 4567, Mon to Sat", "have you a whatsapp")[1] == ["9123 4567"]
    assert contacts("9123 4567, Mon to Sat", "how many followers have you?")[1] == []
    assert contacts("9123 4567", "what's your account number?")[1] == []
    assert contacts("912 345 678", "what's the confirmation number?")[1] == []


@pytest.mark.parametrize(("listed", "written"), SAME_PHONES)
def test_one_number_in_many_formats(listed: str, written: str) -> None:
    assert same_phone(parse_phone(listed), parse_phone(written))


def test_other_numbers_differ() -> None:
    listed = parse_phone("+44 7700 900318")
    for other in ("07700 900381", "+353 7700 900318", "08700 900318", "900318"):
        assert not same_phone(listed, parse_phone(other)), other


@pytest.mark.parametrize(
    ("body", "disguised"),
    [
        ("I'm @іnes.bodywork", True),
        ("ines\u200b-bodywork.example/book", True),
        ("call me on ０７７００ 900318", True),
        ("call me on 07700\u00a0900\u2011318", False),
        ("I'm @Ines.Bodywork", False),
        ("five one two 555 0187", False),
    ],
)
def test_disguise_is_seen_and_formatting_is_none(body: str, disguised: bool) -> None:
    assert [c.disguised for c in contacts(body)[0]] == [disguised]


def test_words_of_a_number_are_settled() -> None:
    draft = read("text 512 555 0187")
    assert not draft.utterance.is_free(1, 4)
    assert draft.utterance.money == []


class Unjoined(frozenset[str]):
    """Words that are looked up, and never copied: there are tens of thousands of them."""

    def __ror__(self, other: object) -> frozenset[str]:
        """Refuse to be copied."""
        raise AssertionError(other)


def test_a_number_between_a_short_word_and_a_letter_copies_no_dictionary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It did, for 35 milliseconds each time: a fuzzer found it by its cost."""
    words = Unjoined(load_words())
    monkeypatch.setattr(phones, "load_words", lambda: words)
    assert read("yes 07700 900318 x").utterance.faults == []
