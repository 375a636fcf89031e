"""The words by which a clause says who is where, each with its part in that.

The words between a place and whoever is said to be there are read from right to left
(align/claims/places/presence.py); a word that stands in none of these lists is a stranger, and
what it governs is not understood.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class Part(IntEnum):
    """What a word does in a clause about a place."""

    SKIP = 1
    """Adverbs, articles, prepositions, auxiliaries: they change nothing."""
    SPEAKER = 2
    """I, I'm, we'll: the speaker as subject."""
    LISTENER = 3
    """you, you're: the listener, as subject or object."""
    SPEAKER_OBJECT = 4
    """me, us."""
    SPEAKER_OWN = 5
    """my, our."""
    LISTENER_OWN = 6
    """your."""
    LISTENER_HOME = 7
    """yours: the listener's place."""
    SPEAKER_HOME = 8
    """mine, ours: the speaker's place."""
    THIRD = 9
    """he, my sister, a friend: somebody else."""
    IT = 10
    """it, that, which."""
    PAST = 11
    """was, lived, trained: the clause tells of the past."""
    MENTAL = 12
    """know, love, order, about, from: what it governs says nothing of presence."""
    ENCOUNTER = 13
    """see, meet, host, book: whoever does it is there, and so is the one it is done with."""
    MOTION = 14
    """come, travel, heading."""
    ACTIVE = 15
    """based, working, available."""
    EVENT = 16
    """pop-up, dates, slots, session: what a professional holds somewhere."""
    ROOM = 17
    """studio, place, home."""
    TRAVEL = 18
    """trip, visit, move: a journey, mostly the listener's."""
    LEISURE = 19
    """holiday, honeymoon: private and over for bookings."""
    CLIENTS = 20
    """clients, people: whom a professional sees."""
    STOP = 21
    """but, so, because: another clause."""
    LINK = 22
    """and, or, then: another clause or another member of a list."""
    CONDITION = 23
    """if, whenever: the clause is not said to hold."""


_WORDS: Final[dict[Part, str]] = {
    Part.SKIP: (
        "a an the this these those some any few couple another just only also even still already"
        " above below beyond now currently right here there again too up down out over across back around "
        "round halfway midway one along off away on"
        " in at to of for by with within near until till til both either all each every most mostly"
        " usually always normally often sometimes regularly generally actually definitely probably maybe"
        " perhaps likely really very quite as well instead however ok okay yes yep yeah sure great"
        " perfect lovely cool hi hey hello please pls be is are am 's will would can could should might may"
        " shall going gonna able happy glad delighted have has having got get gets need needs want wanna"
        " do does to today tonight tomorrow next new two three four five last left limited loads lots plenty"
        " more exclusively permanently temporarily officially solely both also first second third final"
        ' central downtown greater north south east west inner outer - / + & * • " st nd rd th'
        " week weekend month morning afternoon evening day days night time this coming whole rest entire"
        " anywhere not don't can't won't never no there's theres here's heres cannot gladly easily totally "
        "him her"
        " them guys folks everyone anyone good fine private one-off regular monthly weekly little quick"
        " small big short via between way afraid tho currently finally once yet later early late ever"
        " mid end start beginning full half long super fyi btw psa tbh keen ready welcome set go ahead "
        "through thru after before that"
    ),
    Part.THIRD: (
        "he he's he'll she she's she'll they they're they'll they've who who's whose friend friends mate"
        " mates sister sisters brother brothers mum mom mother dad father cousin cousins aunt auntie uncle"
        " nan gran granny partner husband wife boyfriend girlfriend son daughter kids kid niece nephew"
        " parents family laws colleague colleagues supplier suppliers someone somebody lady guy bloke lad"
        " neighbour neighbor boss landlord agency relatives roommate flatmate assistant mentor others"
    ),
    Part.IT: "it it's that's it'll that'll it'd that'd",
    Part.PAST: (
        "was were wasn't weren't lived grew born raised studied trained graduated qualified worked taught"
        " played performed toured did didn't had hadn't met flew started began went visited been stayed"
        " spent used drove travelled traveled loved enjoyed missed heard saw read thought learned learnt"
        " originally formerly previously ago yesterday found made came ate tried bought shot"
        " drew sang rode caught gave took wore stood swam brought fell broke grew won chose wrote spoke "
        "slept woke drank"
        " paid built danced dyed led fed hung shook fought cycled hiked camped"
        " sold sent ran held apprenticed opened begun"
    ),
    Part.MENTAL: (
        "know knows love loves like miss hear think recommend suggest send sends sending post posts ship "
        "deliver delivers delivering"
        " ships shipping order orders buy follow remember remembering hope hoping hopes wish wishing dream"
        " dreaming thinking considering about from than enjoy enjoying imagine believe watch watching reply"
        " thank thanks sorry excited obsessed jealous curious wonder wondering reminds recommended from"
        " noticed spotted say said says told mean meant understand guess congrats congratulations born"
        " skip skipping cancelling canceling avoiding live lives living grow support supports supporting "
        "name named called luck safe similar compared"
    ),
    Part.ENCOUNTER: (
        "see seeing meet meeting catch catching find finding host hosting hosts fit fitting squeeze slot"
        " slotting pencil book join joining visit visiting treat take taking takes serve serving shoot"
        " groom teach hear accommodate"
    ),
    Part.MOTION: (
        "come coming comes travel travels travelling traveling head heading headed going goes fly flying"
        " drive driving swing swinging drop dropping getting make making move moved moving return"
        " returning returns bring bringing trek nip tour touring hop land landing landed arrive arriving"
        " arrived reach pop popping roll rolling bound hit hitting stop stopping relocate relocating "
        "relocated shifting shifted commute"
        " commuting enter entering"
    ),
    Part.ACTIVE: (
        "based located working work works operating operate available free open booked performing perform"
        " playing play teaching teach staying stay running run doing offering offer cooking training"
        " gigging guesting resident covering cover covers serving shooting grooming tattooing practising"
        " practicing singing cutting painting filming baking catering styling dancing trimming braiding "
        "spending parked seeing sessions popping busy stationed situated locked pencilled penciled "
        "scheduled added confirmed lined"
    ),
    Part.EVENT: (
        "pop popup popups class masterclass pitch dates date slots slot spots spot session sessions "
        "appointment appointments"
        " availability opening openings residency workshop workshops classes lesson lessons booking"
        " bookings stint leg stand stall gaps gap space spaces cancellation cancellations diary guest tour"
        " gig gigs residencies consultation consultations treatments"
    ),
    Part.ROOM: (
        "studio studios shop salon clinic practice van base place home house flat apartment hotel room rooms"
        " office kitchen cabin barn garage garden venue gym parlour parlor unit airbnb suite condo villa"
        " doorstep workshop chair location premises address"
    ),
    Part.TRAVEL: "trip trips journey flight flights travels getaway break wedding move conference race exam",
    Part.LEISURE: "holiday holidays vacation honeymoon hols",
    Part.CLIENTS: "client clients people families students couples customers folk dogs guests pupils regulars learners",
    Part.STOP: (
        "but so because cos cuz though although otherwise while whereas since unless : ; ( ) — though plus"
    ),
    Part.LINK: "and or then , nor",
    Part.CONDITION: "if whenever unless whether",
}
_SPEAKER: Final = "i i'm im i'll ill i'd i've ive we we're we'll we'd we've let's lets"
_LISTENER: Final = "you you're youre you'll youll you'd you've u ya ye y'all yous"

PARTS: Final[dict[str, Part]] = {
    **{word: part for part, words in _WORDS.items() for word in words.split()},
    **dict.fromkeys(_SPEAKER.split(), Part.SPEAKER),
    **dict.fromkeys(_LISTENER.split(), Part.LISTENER),
    "me": Part.SPEAKER_OBJECT,
    "us": Part.SPEAKER_OBJECT,
    "my": Part.SPEAKER_OWN,
    "our": Part.SPEAKER_OWN,
    "your": Part.LISTENER_OWN,
    "ur": Part.LISTENER_OWN,
    "yours": Part.LISTENER_HOME,
    "mine": Part.SPEAKER_HOME,
    "ours": Part.SPEAKER_HOME,
}
"""The part of every word that has one."""

IS: Final = frozenset("i'm im we're you're youre".split())
"""Subjects that hold their verb: what follows is what they are."""
SUBJECT_ONLY: Final = frozenset("you're youre you'll youll you'd you've".split())
"""Forms of "you" that are no object."""
BEFORE_SUBJECT: Final = frozenset(
    "if when where that are were do did does can could would will have has had hope glad know so but and"
    " or because as until once whenever since what how why r whether before while though sure happy think"
    " heard noticed see unless should may might , . ! ? : ; — - ( … \n".split()
)
"""Words behind which "you" is a subject."""
WITH_OBJECT: Final = frozenset(
    "see seeing meet meeting catch catching host hosting have having fit squeeze slot join find visit"
    " visiting treat take book get do groom shoot teach hear with at near pencil to booking accommodate"
    " fitting put".split()
)
"""Verbs and prepositions whose object is there with whoever does it."""
OWN_ROOMS: Final = frozenset(
    "studio studios shop salon clinic workshop practice parlour parlor van base".split()
)
"""Rooms that are the professional's when nobody else is named."""
BOOKED: Final = frozenset(
    "session sessions appointment appointments lesson lessons booking bookings slot slots spot spots"
    " consultation consultations treatments dates date".split()
)
"""Events that the client attends with the professional: "your session in Leeds"."""
INVITING: Final = frozenset(
    "come join visit make get travel pop swing stop head book find catch drop".split()
)
ABLE: Final = frozenset("can could welcome able free fancy".split())
CONTENT: Final = frozenset(
    (
        "at in on by under above behind opposite beside with a an the only also below out up down over back "
        "off away here there around home near"
    ).split()
)
"""Words that, right behind "I'm", say where or what the speaker is."""
EVENTS_AFTER: Final = frozenset(
    "pop popup pop-up dates date slots slot spots spot sessions session appointments appointment"
    " availability openings opening residency workshop workshops bookings stint leg guest tour days stop"
    " visit trip weekend week gig gigs show shows concert gaps diary run day clinic clinics studio shop "
    "salon base"
    " loop circuit expo convention conference"
    " area region side centre center".split()
)
"""Nouns that a place's name can stand before: "my Berlin dates", "the Hamilton pop-up"."""
HELD_AFTER: Final = frozenset(
    "table setup chair room rooms stall stand pitch tent booth van kitchen surgery hours".split()
)
"""What the professional has at a place of their own: "the Leeds table is up"."""
OWNED_AFTER: Final = frozenset(
    "visit trip weekend week gig gigs show shows concert days day run tour stop diary".split()
)
"""Those of them that are the professional's only behind "my" or "our"."""
THINGS: Final = frozenset(
    "road street st rd avenue ave lane drive terrier bulldog dog cat style pudding brunch song accent"
    " marathon recipe tea coffee wine beer gin whiskey whisky butter lamb beef cheese sauce chowder pizza"
    " hotel bridge airport station university college museum fc united city's rovers county's bun buns"
    " cream mist fog time born made themed inspired bred bound market festival philharmonic symphony"
    " orchestra team fans fan derby theatre theater arms stag hen party syndrome sling mule cocktail"
    " salad roll cake fry fries skyline pride fashion olympics games opera ballet grammar tiles stone"
    " leather silk cotton linen brick accent girl boy man woman lads crew mall café cafe roll rolls "
    "fringe sun bee exit route ramp line turnoff roundabout".split()
)
"""Nouns that make a place's name part of another thing's: "Boston terrier", "London Road"."""
