"""The words around a bare number that make it a price, or show that it is none."""

from __future__ import annotations

from typing import Final

from align.claims.money.price_nouns import DEPOSIT
from align.claims.vocatives import VOCATIVES


def phrases(listed: str) -> list[list[str]]:
    """Return phrases, which commas part, as lists of words."""
    return [phrase.split() for phrase in listed.split(", ")]


HEDGES: Final = frozenset(
    "about around like just only roughly exactly flat usual normally usually still now probably then approx"
    " currently always actually really a the same even ~ = another already typically generally literally".split()
)
PRICE_NOUNS: Final = frozenset(
    "dep price prices rate rates cost costs charge charges fee fees deposit retainer total balance remainder"
    " quote budget incall outcall costing charging priced totals pay paying".split()
)
ENDS: Final = (
    VOCATIVES
    | {"\n"}
    | frozenset(
        ". , ! ? ; : … ) ( — - and or but for if so when with including plus at here as because tonight today"
        " tomorrow then which that is 's per flat total since though x xx in on cash now due to i you u please via"
        " by from before up upfront instead only too right even rather than not minimum either whichever still max"
        " maximum these between until unless no after over during depending like always again it works regardless"
        " whether exactly even straight gets buys covers each short yeah yes ok okay correct less minus thanks thx"
        " cheers extra haha hahaha lol lmao hehe ha atm incl inclusive everything upwards ish my hun xxx tbh there"
        " wherever same".split()
    )
)
"""What can follow a price: marks, function words, what is said of prices, and whom one speaks to."""
DEPENDING: Final = frozenset(("depending", "depends"))
PLACING: Final = frozenset("at in here there if when with for".split())
"""What leads to the mode or the place that a sum holds for: "115 at mine", "115 if you come here"."""
COPULAS: Final = frozenset("na ni is 's are be was 're run runs stays becomes remains".split())
AUX: Final = frozenset("would will should 'd could might can it'd that'd".split())
IT_IS: Final = frozenset("it's that's its thats tis that'd it'd it'll that'll".split())
IT: Final = IT_IS | frozenset("it that this which so".split())
OFFERS: Final = frozenset("do say make made call want manage stretch go".split())
BIDS: Final = frozenset(
    "charge charging charges quote quoting take accept asking ask offer pay paying accepting taking".split()
)
TURNS: Final = frozenset("you today now tonight".split())
USUALLY: Final = frozenset("normally usually typically always still".split())
OWN_OFFERS: Final = frozenset("charge charging charges quote quoting asking pay paying".split())
COUNT_WORDS: Final = frozenset(
    "page pages unit room flat number no # op opus bus size aged age chapter grade level line lines platform gate"
    " apt apartment suite floor seat table row exit track version route highway motorway x × * +".split()
)
COUNTED: Final = frozenset("x × * % percent ° of years yrs yo guests people pm am /".split())
REACHES: Final = frozenset("comes come amounts drop drops go goes falls works lower".split())
MOVES: Final = frozenset("come go bring it drop get that price me comes works adds out".split())
LOWERING: Final = frozenset("drop squeeze lower cut bring reduce raise bump knock take".split())
CHANGED: Final = frozenset("went gone moved".split())
AT_PRICE: Final = frozenset(
    "i'm im am we're were are you're looking out is it's its 's starts starting start priced sits stands stays"
    " meet comes in works rate rates price".split()
)
SENDING: Final = frozenset(
    "pay send transfer pop venmo paypal revolut zelle cashapp vipps swish twint mobilepay bizum payid paynow"
    " paylah upi gpay phonepe paytm m-pesa mpesa momo gcash interac etransfer e-transfer eft bit tikkie blik pix"
    " monzo snapscan zapper".split()
)
SENT_TO: Final = SENDING | frozenset("over me".split())
CHANGES: Final = frozenset("up down went gone raised".split())
LEADS: Final = (
    HEDGES
    | VOCATIVES
    | frozenset(
        "x hey hi so that's for you how what let's maybe depends between anywhere somewhere anything currently".split()
    )
)
HOURLIKE: Final = 12
CLOCKLIKE: Final = 24
LEAST: Final = 4

RECENT: Final = 16
HEATING: Final = frozenset(
    "oven roast bake cook heat preheat fry grill simmer boil proof degrees gas hold rest plank kilos kilo"
    " metronome tempo bpm pulse heart watts treadmill thermostat grams beef lamb roasted baked smoker lb lbs kg".split()
)
OVENS: Final = frozenset("oven temp temperature thermometer degrees airfryer".split())
"""What a client asks about whose answers are degrees."""
COVERS: Final = frozenset("covers gets buys does".split())
PER: Final = frozenset("per / an a p the".split())
ENTRIES: Final = frozenset("one option version".split())
"""What "the 240 one" calls an entry of the card by its price."""
SILENT: Final = frozenset(
    "will would 'll 'd does pays ready there here please then over is 's to it as now of books holds secures"
    " reserves locks".split()
)
"""Followers that make a price of a number only together with others."""
TO_HOLDS: Final = frozenset("holds secures reserves locks books".split())
TO_HOLD: Final = frozenset("hold secure book reserve lock block keep save".split())
WELCOMING: Final = TO_HOLDS | frozenset("it works ok okay is 's flat all covers gets buys to as".split())
"""What follows a number that is agreed to, or does something that a price does."""
FOLLOWERS: Final = PER | frozenset(
    "hourly ph each apiece down gets buys covers it works ok okay is 's holds secures reserves locks books as now"
    " one option version ( to for flat all-in altogether cash incall outcall all total in extra on more of will"
    " would 'll 'd does secures pays ready there here please then over".split()
)
ADDING: Final = frozenset("add adds adding tack tacking stick sticking slap whack".split())
MORE: Final = ADDING | frozenset("is 's plus costs for".split())
ADDED: Final = frozenset("extra additional".split())
PLUS_OR_LESS: Final = frozenset(("plus", "+", "less", "minus"))
TO_PAY: Final = phrases("to pay, to settle, to clear, to square, to cover")
TO_GO: Final = TO_PAY + phrases(
    "on arrival, to go, on collection, to come, still to, on the day, on the night, when we meet, when you arrive,"
    " when i arrive, when you get"
)
"""When what is left of a price is paid."""
LEFT: Final = frozenset("left remaining outstanding".split())
SO: Final = frozenset(
    "there's it's that's you've you only still is so leaves leaving then just other remaining and , = means".split()
)
EVENTS: Final = frozenset(
    "evening night afternoon morning day weekend event party wedding function dinner whole full lot two pair".split()
)
"""What "600 for the evening" is the price of, besides lengths."""
CHARGES: Final = DEPOSIT | frozenset(
    "money fee surcharge supplement balance remainder remaining token".split()
)
ARTICLES: Final = frozenset("the a an your our my first full one that just like".split())
GLUE: Final = frozenset("na - — : = / 's is be costs cost runs run sets set to".split())
STRONG: Final = frozenset("for flat total incall outcall cash all per plus wherever whichever".split())
NOT_NOUNS: Final = frozenset("each much flat per special deal".split())
SUBJECTS: Final = frozenset(
    "session sessions appointment set incall outcall cash mine yours studio one part package packages block pack"
    " bundle course evening night version option overnight overnights weekend day".split()
)
GROUPS: Final = frozenset(
    "kids children teens adults students student pensioners oaps seniors couples couple regulars locals beginners"
    " groups group mothers mums brides bridesmaids juniors concessions members newcomers 12s 14s 16s 18s 5s 65s".split()
)
"""Who can have a price of their own: "students are N", "for couples it's N"."""
PERSONS: Final = frozenset("you u him her them me us".split())
BUNDLES: Final = frozenset("package packages block pack bundle course".split())
"""What is sold by the dozen, so that its price can be many times the card's."""
DOING: Final = frozenset(
    "squeeze fit slot do come see book play offer have get host visit travel teach drive yours cover manage fit"
    " meet".split()
)
WHOLES: Final = frozenset(("both", "all", "pair"))
"""What is offered as a whole: "I could do both bikes for 170"."""
PROPOSERS: Final = frozenset("i'd let's lets i'll you".split())
BESIDE: Final = frozenset("for at here if incall outcall . , and or with to depending".split())

NAMING: Final = frozenset("call makes make calling leave".split())
SMALL_WORDS: Final = frozenset(("to", "at", "with", "from", "for", "or", "and", ",", "/"))
MET: Final = phrases("meet you, meet ya, the middle, works out, comes in, comes out")
CALLING: Final = frozenset("for say it about do at".split())
"""Behind these a client's number of a usual length is money: "ok for 30?", "can we call it 45"."""
SPENT: Final = frozenset("have got afford only budget max paid pay paying charged quoted owe owed".split())
"""What clients say that they have, or gave, for it."""
TAKING: Final = frozenset(
    "ok okay okk just take bring pay send na lang only then yes sure fine deal alright".split()
)
"""What stands before thousands that are agreed to: "ok 60k", "just bring 60k"."""
HEADS: Final = frozenset(
    "head person pop piece go throw couple guest child kid dog face pupil player".split()
)
"""What a price is asked for by those who sell their time: "80 a head", "45 a pop"."""
SAVING: Final = frozenset("save saves saving saved".split())
TIMES_OVER: Final = frozenset("double twice triple times".split())
"""By what a price is reckoned up for a longer length: "twice the hour"."""
PAYERS: Final = frozenset("you ya u back".split())
"""Whom a length costs: "the ninety runs you 105", "an hour sets you back 80"."""
YIELDS: Final = frozenset(
    "get gets buy buys cover covers do does secure secures pay pays be book books give gives".split()
)
"""What an amount does for a length: "150 will get you the hour", "150 does the ninety"."""
WILLING: Final = frozenset("will would 'll 'd should can could".split())
PUT_BETWEEN: Final = frozenset(
    "ready there here please then over cash in total flat all to me you us for us the an a your of".split()
)
"""What stands between an amount and the "for" of its length: "have 150 ready for the hour"."""
BOTTOMS: Final = frozenset("lowest best least cheapest".split())
"""What is said of the last price: "the lowest I can go is 150", "150 is the best I can do"."""
SEALING: Final = phrases(
    "it's yours, it's booked, it's done, you're in, you're booked, you're sorted, we'll shake, we're square, that's"
    " that, we're good, we're sorted, we're done, you've got a, we've got a, we have a, it's a deal, you have a,"
    " not a penny, not a cent"
)
"""What a price gets the client: "150 and it's yours"."""
LAST: Final = frozenset("last final remaining outstanding".split())
"""What names the rest of a price: "the last 60 to settle"."""
