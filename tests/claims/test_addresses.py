"""Addresses: streets, units and codes, and whose they are."""

import pytest

from tests.claims.extracting import read, text

FOUND = [
    ("Ask for me at House 7, Riara Gardens.", "street", "House 7, Riara Gardens"),
    ("B-204, Shanti Enclave, lift on the left", "street", "B-204, Shanti Enclave"),
    ("I'm on Saint-Viateur, number 160, beside the bagels", "unit", "number 160"),
    ("It's via Garibaldi 8, scala B", "street", "via Garibaldi 8"),
    ("cooking at home, Via Solferino 19, second bell", "street", "Via Solferino 19"),
    ("ring at Plaza Bolívar 6 and I'll come down", "street", "Plaza Bolívar 6"),
    ("my studio, Fjordvegen 8", "street", "Fjordvegen 8"),
    ("come to Hämeenkatu 12, ring twice", "street", "Hämeenkatu 12"),
    ("send it to Mannerheimintie 22", "street", "Mannerheimintie 22"),
    ("My door's 1407 cardinal, and it squeaks", "street", "1407 cardinal"),
    ("it's 1407 Cardinal if you want to come over", "street", "1407 Cardinal"),
    ("Plot 22, Kabarnet Lane, next to the chemist", "street", "Plot 22, Kabarnet Lane"),
    ("Studio is 2210 S Lamar Blvd, upstairs.", "street", "2210 S Lamar Blvd"),
    ("It's 1187 Queen St E, side door.", "street", "1187 Queen St E"),
    ("eleven eighty seven queen east, blue awning", "street", "eleven eighty seven queen east"),
    ("Fourteen-eighteen Alberta, blue door", "street", "Fourteen-eighteen Alberta"),
    ("It's twenty-seven Castlewood Avenue.", "street", "twenty-seven Castlewood Avenue"),
    ("My door's 88 Mare Street", "street", "88 Mare Street"),
    ("Come to mine then, 88 Mare Street, flat 2", "street", "88 Mare Street, flat 2"),
    ("im at 27 magill rd", "street", "27 magill rd"),
    ("studio's 45 W 25th St", "street", "45 W 25th St"),
    ("The address is 9 St. John's Road.", "street", "9 St. John's Road"),
    ("My studio is on Park Row, number 22.", "street", "Park Row, number 22"),
    ("Das Studio ist Hauptstraße 12", "street", "Hauptstraße 12"),
    ("go through the archway of Number 54 Karl-Heine-Straße", "street", "54 Karl-Heine-Straße"),
    ("I'm at 12 rue de Rivoli", "street", "12 rue de Rivoli"),
    ("we're at 2100 Guadalupe", "street", "2100 Guadalupe"),
    ("8 Mill Lane, see you whenever", "street", "8 Mill Lane"),
    ("I'm at 195 Jill Hollow, TF6 4YD", "street", "195 Jill Hollow"),
    ("come to 12 Fern Cove, side door", "street", "12 Fern Cove"),
    ("come to 9606 North Mopac Expressway", "street", "9606 North Mopac Expressway"),
    ("9400 Corporate Dr Apt 13", "street", "9400 Corporate Dr Apt 13"),
    ("I'm at 101 Plaza Sq", "street", "101 Plaza Sq"),
    ("It's flat 3, top buzzer", "unit", "flat 3"),
    ("come up to apt 4B", "unit", "apt 4B"),
    ("I'm in Unit 6B, second floor.", "unit", "Unit 6B"),
    ("I'm at number 14, the green door.", "unit", "number 14"),
    ("the gate code is 8841", "code", "gate code is 8841"),
    ("gate codes 4408, shut it behind ya", "code", "gate codes 4408"),
    ("key safe 4417#", "code", "key safe 4417#"),
    ("keys in the lockbox, 7719, let yourself in", "code", "lockbox, 7719"),
    ("the gate code is four four one seven", "code", "gate code is four four one seven"),
    ("punch in 4471 at the gate", "code", "punch in 4471 at the gate"),
    ("31A Rosslyn Street, round the back", "street", "31A Rosslyn Street"),
    ("pull up at 2417 N. Kedzie, grey door", "street", "2417 N. Kedzie"),
    ("Four-one-two West Erie, third floor.", "street", "Four-one-two West Erie"),
    ("come to 1634 west 18th", "street", "1634 west 18th"),
    ("I work out of 14 Cois Abhann, past the church", "street", "14 Cois Abhann"),
    ("I'm at 27 Jalan Besar, level 3", "street", "27 Jalan Besar"),
    ("it's 7 The Paddocks", "street", "7 The Paddocks"),
    ("lift B, then #12-08", "unit", "#12-08"),
    ("you'd buzz number 27 when you're there", "unit", "number 27"),
    ("the lockbox code is 0-9-1-4", "code", "lockbox code is 0-9-1-4"),
    ("the gate code for my block in Leith is #2580", "code", "#2580"),
    ("slip it under my door, Travessa do Carmo 8", "street", "Travessa do Carmo 8"),
    ("leave it at Largo da Graça 12", "street", "Largo da Graça 12"),
    ("then type 4471# on the little box by the door", "code", "type 4471# on the little box"),
    ("the gate's 0192 then star", "code", "gate's 0192"),
    ("If I'm not up yet, the key safe is 7719", "code", "key safe is 7719"),
    (
        "Parking's behind the building, the side gate code is 4471, and do knock",
        "code",
        "side gate code is 4471",
    ),
]
NOTHING = [
    "we picked apples in 3 big orchards, then a 5 mile glen walk",
    "10 minutes from the cove, she called my bluff 2 times",
    "the room is 20 sq m, about 200 sq ft",
    "take exit 12 off the freeway, we're 5 min from the turnpike",
    "I drove 40 miles of expressway",
    "I'm just off South Lamar near Oltorf.",
    "The studio is on Linden Court, I'll send the number later.",
    "about a 10 minute drive, 2 minute walk from the station",
    "a flat 50 a session, flat 50 per visit",
    "Turn to unit 7, page 45.",
    "use code SAVE10, promo code 4471",
    "your identifier code is 45239",
    "activation code 4471, claim code 8841",
    "room for 12 of you, 12 people in the room",
    "1st place, first floor, level 2 course",
    "open 7 days a week, 9 to 5",
    "the door code comes once we lock a time",
    "see you at 6 Friday, I'll be there at 7 Sam",
    "Seven Sisters Road is close by",
    "an hour in the studio is 240",
    "shoes: flat ones, closed",
    "Cello Suite 1, room 101 jokes",
    "The two hour is 255 either way.",
    "See you and Rua tomorrow at 10.",
    "he had 3 ticks, 2 left side, 1 right ear",
    "Bring 2 sets of strings, 10 gauge.",
    "We pick up at unit 9, family gatherings.",
    "You left off at unit 3, so we start there.",
    "The gate is 40 years old.",
    "Pay me, via Satispay 30 is fine",
    "Email it over, via Gmail 20 is fine",
    "we go up via Leeds 40 minutes faster",
    "meet at the plaza around 4",
    "My place is 400 metres from the tram.",
    "My studio is 1200 square feet, and bright.",
    "An hour is 140 here, or 175 if I come to you",
    "it's 2018 Burgundy if you want red",
    "it's 240 flat if you come here",
    "we're 120 people if you want to come over",
]
OWNERS = [
    ("You take the stairs behind the church and it's 12 Mill Lane.", "professional"),
    ("Turn left at the pub and you want 12 Mill Lane.", "professional"),
    ("I'll come to you at 12 Oak Street.", "client"),
    ("So that's 14 Park Lane for Saturday, see you at yours then.", "client"),
    ("Shall I buzz flat 3B when I arrive at yours?", "client"),
    ("Room 214, got it, thank you.", "client"),
    ("Parking at 5 Main Street is free.", "other"),
    ("The venue is at 200 River Road.", "other"),
    ("The studio is at 200 River Road.", "professional"),
    ("The chair's at 1124 Argyle Street.", "professional"),
    ("You're at 14 Duke Street aye?", "client"),
    ("So that's 88 Howard Park Avenue and I'll buzz when I'm there.", "client"),
    ("Got it, 8 Protea Close, blue gate.", "client"),
    ("Grand, 22 Fairview Ave it is.", "client"),
    ("Perfect, 5 Elm Road, I'll park on the street.", "client"),
    ("The party is at 7 Canning Rise right?", "client"),
    ("I'll come to the Grand, room 512, at five.", "client"),
    ("Tell the driver 5 Elm Road.", "professional"),
    ("Our new clinic is at 41 Brown Street.", "professional"),
    ("Perfect, 5 Elm Road, see you at six.", "professional"),
    ("Stick it in the letterbox of 22 Oxmantown Rd, that's my own house.", "professional"),
]


@pytest.mark.parametrize(("body", "kind", "shown"), FOUND)
def test_an_address_is_found(body: str, kind: str, shown: str) -> None:
    draft = read(body)
    found = draft.utterance.addresses
    assert [(c.kind, text(draft, c)) for c in found] == [(kind, shown)]


@pytest.mark.parametrize("case", [str.lower, str.upper])
@pytest.mark.parametrize("body", [b for b, _, _ in FOUND])
def test_capitals_do_not_matter(body: str, case: type[str]) -> None:
    assert read(case(body)).utterance.addresses


@pytest.mark.parametrize("body", NOTHING)
def test_what_is_no_address_is_left(body: str) -> None:
    draft = read(body)
    assert [text(draft, c) for c in draft.utterance.addresses] == []


@pytest.mark.parametrize(("body", "owner"), OWNERS)
def test_whose_it_is(body: str, owner: str) -> None:
    assert [c.owner for c in read(body).utterance.addresses] == [owner]


def test_an_echoed_address_stays_the_clients() -> None:
    draft = read("Perfect, 500 E 4th St, room 1410.", "we're at 500 e 4th st, room 1410")
    assert {c.owner for c in draft.utterance.addresses} == {"client"}
