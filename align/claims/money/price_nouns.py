"""The nouns and verbs that tell whose price an amount is."""

from __future__ import annotations

from typing import Final

from align.claims.durations.length_words import SESSION_NOUNS

DEPOSIT: Final = frozenset("dep deposit deposits retainer downpayment advance".split())
REMAINDER: Final = frozenset(
    "balance remainder remaining outstanding leaves leaving minus less other".split()
)
"""What is left of a price, or taken off it: "that leaves 130", "the other 130", "minus the 50"."""
SETTLED: Final = frozenset(
    (
        "due left before upfront now received paid already remaining remains outstanding settled still "
        "follows"
    ).split()
)
"""What follows a part of the price: "130 due before we start", "50 already paid"."""
TRAVEL: Final = frozenset("travel travelling traveling mileage callout call-out difference".split())
JOURNEYS: Final = frozenset("drive trip journey mileage".split())
"""What "20 for the drive" is for."""
PEOPLE: Final = frozenset(
    "vet vets behaviourist behaviorist surgeon specialist consultant solicitor lawyer accountant "
    "plumber electrician"
    " builder mechanic joiner roofer decorator landlord dentist orthodontist physio physiotherapist "
    "chiropractor"
    " osteopath doctor gp midwife psychologist psychiatrist counsellor nutritionist dietitian locksmith".split()
)
"""Others who charge for what they do: "340 for a consultation with the behaviourist"."""
OTHERS: Final = (
    frozenset(
        "parking carpark garage garages taxi taxis cab cabs uber ubers lyft bus buses tram trams trains luas"
        " metro mrt tube subway fare fares ferry toll tolls ticket tickets entry admission flight flights"
        " hotel hotels hostel b&b tip tips gratuity gratuities groceries grocery ingredients ingredient"
        " shopping food dinner lunch breakfast brunch meal meals coffee coffees tea cake drinks wine"
        " beer pint pints cocktail cocktails voucher vouchers fines penalty petrol gas diesel fuel"
        " strings flute workbook textbook exams insurance licence license vet vets kennel charity raffle"
        " donation donations rent tax taxes vat museum gallery cinema concert supermarket market"
        " competitor competitors leap oyster postage shipping delivery meter locker pool sauna membership"
        " subscription dress shoes laptop serum shampoo tuner strap guitar cousin friend neighbour"
        " neighbor boss wage wages salary mortgage lottery jackpot amazon ebay etsy ikea argos boots"
        " pharmacy chemist bakery airport florist flowers caterer catering rental pad pads kennels"
        " friends neighbours neighbors cousins colleagues exam mat mats law colleague rival fella bloke"
        " excess deductible renting hiring secondhand form forms calculator textbooks uniform uniforms toll croissant "
        "sandwich scooter bike snacks prosecco valet".split()
    )
    | PEOPLE
)
"""Getting there, staying, eating, things, fees of third parties: never our price."""
RETAILERS: Final = frozenset(
    "argos ikea amazon ebay etsy gumtree vinted lidl aldi tesco sainsbury's sainsburys asda boots "
    "superdrug halfords"
    " screwfix wickes currys decathlon dunnes primark woodies target walmart costco cvs walgreens "
    "sephora ulta lowe's lowes"
    " petco petsmart kmart bunnings coles woolworths woolies jaycar checkers clicks takealot jumia "
    "konga shopee lazada"
    " flipkart myntra mercari aliexpress temu shein supermarket supermarkets pharmacy chemist bakery "
    "grocer grocers"
    " greengrocer butcher butchers ironmonger hardware wholesaler wholesalers stationer stationers "
    "florist nursery".split()
)
"""Who sells things and no appointments."""
COMPOUND: Final = OTHERS | frozenset(
    "exam registration court membership studio-hire late-return visa passport".split()
)
"""What makes a fee somebody else's: "exam fee", "entry price"."""
PRICE_NOUNS: Final = frozenset("rate rates price prices charge charges fee fees cost costs".split())
_VAGUE: Final = frozenset("one ones job spot spots option date reading meet catch".split())
OWN: Final = (
    (SESSION_NOUNS - _VAGUE)
    | PRICE_NOUNS
    | frozenset(
        (
            "pricing total totals hour hours hr hrs mins minutes incall outcall card special deal quote mine "
            "package"
        ).split()
    )
)
MEASURES: Final = frozenset("set pack packet box bottle bag pair cup pot tin bunch jar case roll".split())
CONTAINERS: Final = frozenset("bottle box pack packet tin bag jar tub tube roll".split())
SURCHARGES: Final = frozenset("surcharge supplement uplift upcharge loading".split())
FEES: Final = SURCHARGES | frozenset(
    "fee fees charge charges money contribution levy allowance top-up".split()
)
"""What makes the petrol of "a R250 petrol fee" ours."""
HOLDING: Final = frozenset(
    (
        "holds hold holding secures secure securing reserves reserve locks lock books booking confirms "
        "confirm"
    ).split()
)
PREPOSITIONS: Final = frozenset(
    "at in to for of near by from with on into around off inside outside next opposite towards behind beside"
    " beyond across under above".split()
)
DETERMINERS: Final = frozenset("the a an my your our his her their this that these those any some".split())
SPENDING: Final = frozenset(
    (
        "paid spent bought won lost raised donated saved owe owed lent borrowed tipped sold gave grabbed "
        "picked scored snagged nabbed saw"
    ).split()
)
BUYING: Final = frozenset(
    "find buy buying order pick grab sells sell selling rent rents renting hire has had stocks".split()
)
THEIRS: Final = frozenset(
    "they he she he's she's they're others everyone someone somebody people most places".split()
)
CHARGING: Final = frozenset(
    (
        "said says quoting asking wanting charging charge charged bills billed quotes ask asked want wanted "
        "quoted charges asks sells wants takes"
    ).split()
)
ASKING: Final = CHARGING | frozenset(
    (
        "do take accept need make offer give say make set doing taking add adding tack tacking stick "
        "sticking slap whack collect collecting levy top bill"
    ).split()
)
"""What we do for an amount of our own, however small it is beside the card."""
CHARGERS: Final = frozenset(
    "i we i'd i'll i've we'd we'll we've i'm we're to be would usually normally only never always just "
    "still it that"
    " don't won't can't not you".split()
)
"""Who charges our price: "I charge", "to charge", "we're asking"."""
IT: Final = frozenset("it it's its that that's thats which this it'd that'd it'll that'll".split())
SPEAKER: Final = frozenset("i i'm im i'd id i'll i've we we're we'd we'll we've".split())
CLIENTS: Final = frozenset(
    "mum mom mam mother dad father bride groom bridesmaid bridesmaids girls girl client clients guest "
    "guests couple sister sisters daughter"
    " daughters grandmother granny husband wife maid regular regulars student students pupil pupils kid "
    "kids".split()
)
"""Who has an appointment with us: "each girl gets an hour for 90"."""
ROUGHLY: Final = frozenset(
    "about around roughly approx approximately ~ circa maybe somewhere near like".split()
)
