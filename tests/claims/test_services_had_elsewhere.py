"""Services that the client or somebody of theirs has of others."""

import pytest

from tests.claims.coach import rules_held


def is_held(body: str, inbound: str | None) -> bool:
    return "service_in_writing" in rules_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("My bachata lessons are always packed.", "hi"),
        ("I could be your dance partner on Sunday.", "hi"),
        (
            "Poor thing! I could be your dance partner until she's back.",
            "my usual dance partner hurt her knee :(",
        ),
        ("You've found your dance partner, me.", "my usual dance partner hurt her knee :("),
        (
            "Marco's are packed, so come to my bachata lessons instead.",
            "my sister is taking bachata lessons with some Marco",
        ),
        ("Your bachata lessons start on Sunday.", "can i get bachata lessons"),
        (
            "I'd start you on bachata lessons on Sunday.",
            "my sister is taking bachata lessons with some Marco",
        ),
        ("Bachata lessons run Sunday and Monday at mine.", "my sister takes bachata lessons"),
        ("His salsa lessons would start on Sunday with me.", "for my husband"),
        ("Your son can have his salsa lessons in my studio.", "for my son, can he come"),
        ("Your dance partner is ready when you are.", "looking for a dance partner"),
        (
            "Tell your dance partner what you'd like to work on, that's me.",
            "need a dance partner for a wedding",
        ),
        ("I do salsa lessons and you'd soon forget her.", "my dance partner moved"),
        ("We'd do his salsa lessons at my studio.", "my brother wants salsa lessons"),
        ("I do salsa lessons too, so bring her along.", "my daughter does salsa lessons at the Y"),
        ("Her salsa lessons could be with me instead.", "my daughter does salsa lessons at the Y"),
        ("I'd give him a wardrobe consult of his own.", "my dad has a wardrobe consult with a lady at Saks"),
        ("The salsa lessons are on Sundays.", "do you do salsa lessons?"),
        ("Your salsa lessons would be on Sundays.", "i want salsa lessons like my sister takes"),
        ("Your salsa lessons are on Sunday.", "when are my salsa lessons?"),
        ("I'd love to be your new dance partner.", "my dance partner quit"),
        ("Salsa lessons are on the menu here as well.", "my sister takes salsa lessons in Hialeah"),
        ("Your dance partner can join the salsa lessons.", "could my dance partner come too?"),
        ("Come to my salsa lessons instead.", "my friend Dani gives salsa lessons on the beach"),
        ("Mine aren't, bachata lessons with me start Sunday.", "Marco's bachata lessons are sold out"),
        (
            "I'd do a second wardrobe consult with you after.",
            "i got a wardrobe consult at Nordstrom tomorrow",
        ),
        ("Date coaching with me is another thing altogether.", "we had date coaching from a guy in Tampa"),
        ("Your dance partner awaits.", "is your dance partner offer still on"),
        ("Her salsa lessons here would be on Sundays.", "my daughter does salsa lessons at the Y"),
        ("Those salsa lessons are available here too.", "my daughter does salsa lessons at the Y"),
        ("Your dance partner for Sunday can be me.", "my dance partner hurt her knee"),
        ("Your new dance partner is texting you right now.", "my dance partner hurt her knee"),
        ("The bachata lessons at my studio are smaller.", "my sister takes bachata lessons with Marco"),
        ("The date coaching I do is nothing like that.", "we did date coaching with a guy"),
        ("Your salsa lessons are Sunday at 4 then.", "i do salsa lessons with Marco"),
        ("The salsa lessons are extra good on Fridays.", "my sister has salsa lessons with Ana"),
        ("That wardrobe consult takes an hour.", "my sister had a wardrobe consult at Saks"),
        ("Your wardrobe consult costs the same.", "i got a wardrobe consult at Saks"),
        ("Yes, your salsa lessons are at 4.", "i have salsa lessons on sunday at 4, right?"),
    ],
)
def test_a_service_of_ours_is_held(body: str, inbound: str | None) -> None:
    assert is_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        (
            "Your sister has great taste, Marco is a sweetheart and his bachata lessons are always packed.",
            "My sister is taking bachata lessons with some Marco in Wynwood and loves it",
        ),
        ("Poor thing! Tell your dance partner ice and patience.", "my usual dance partner hurt her knee :("),
        ("Her salsa lessons sound like a riot.", "my sister takes salsa lessons in Hialeah"),
        (
            "Your mum's salsa lessons will make her the queen of the wedding.",
            "my mum goes to salsa lessons on Tuesdays",
        ),
        ("Your dance partner will miss you too.", "my dance partner moved to Boston"),
        ("Let your dance partner lead then and enjoy the view.", "my dance partner is so tall"),
        ("Marco's bachata lessons are how half of Miami learned.", "Marco says hi"),
        (
            "I hear Marco packs his bachata lessons every week.",
            "my brother started bachata lessons with Marco",
        ),
        (
            "Keep those salsa lessons going, the community center has a great floor.",
            "my wife and i do salsa lessons at the community center",
        ),
        ("Block your old dance partner, honey, and breathe.", "my ex dance partner keeps texting me"),
        ("Ana's salsa lessons are famous, tell her hi.", "my friend Ana teaches salsa lessons"),
        ("Lucky dance partner! Have a great Saturday.", "i already have a dance partner for saturday"),
        (
            "His wardrobe consult at Macy's will go fine, tell him to bring the belt.",
            "my son is doing his wardrobe consult with a guy at Macy's",
        ),
        ("Send your dance partner my love.", "my dance partner broke her ankle"),
        (
            "Those salsa lessons at the Y are a great start for her.",
            "my daughter does salsa lessons at the Y",
        ),
        ("Losing your dance partner hurts, I'm sorry.", "our dance partner quit on us"),
        ("Leo's bachata lessons are legendary down there.", "my cousin Leo runs bachata lessons in Tampa"),
        ("Your dance partner sounds amazing, hold on to her.", "i have a dance partner, she's amazing"),
        ("His wardrobe consult will be a hoot.", "my dad has a wardrobe consult with a lady at Saks"),
        ("Tell that old dance partner no.", "my old dance partner wants me back"),
        ("Stick with the salsa lessons then, Marta is great.", "we do salsa lessons with Marta on Mondays"),
        (
            "Her conversation practice sounds dreamy.",
            "she takes conversation practice with some guy in Doral",
        ),
        ("Dani's salsa lessons sound like sunshine.", "my friend Dani gives salsa lessons on the beach"),
        ("Tell your dance partner congratulations from a stranger.", "my dance partner's getting married"),
        ("Wow, his bachata lessons must be something.", "Marco's bachata lessons are sold out until march"),
        (
            "Have fun at your wardrobe consult, say no to beige.",
            "i got a wardrobe consult at Nordstrom tomorrow",
        ),
        ("Her salsa lessons will pay off by summer.", "my wife started salsa lessons at Ball & Chain"),
        (
            "That date coaching sounds like a waste of a Saturday.",
            "we had date coaching from a guy in Tampa, useless",
        ),
        ("Your salsa lessons with Marco come first, of course.", "i do salsa lessons with Marco"),
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str, inbound: str | None) -> None:
    assert not is_held(body, inbound)
