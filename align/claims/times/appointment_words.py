"""Words that say what a time is the time of: an appointment's start, or anything else.

The word nearest to the left of a time governs it: "see you at 6" starts an appointment,
"I finish at 6" does not.
"""

from __future__ import annotations

from typing import Final

START: Final = frozenset(
    "cu cya book rebook rebooked rebooking booking bookings pencil penciled pencilled pencilling slot "
    "slots opening openings gap "
    "gaps space spaces spot"
    " spots cancellation availability available free works suit suits come coming pop popping swing "
    "swinging drop"
    " dropping squeeze fit fits fitting hold holding held save saved saving kept reserve reserved "
    "reserving locked locking"
    " confirm confirmed confirms confirming schedule scheduled scheduling reschedule rescheduled move "
    "moved moving push"
    " pushed bump bumped shifted swap swapped switch switched let's lets offer offering offered "
    "appointment appt"
    " appointments session sessions lesson lessons sitting massage facial haircut trim consult "
    "consultation expect"
    " expecting ready earliest soonest latest aim aiming shoot thinking hoping plan planned planning "
    "anytime whenever"
    " sometime yours visit visiting arrival bring bringing fancy begin kick earlier later usual slotted "
    "booked's"
    " chair treatment try trial date recap recapping summary suggest suggesting recommend propose "
    "adjust figure settle stick reach knock knocking diary calendar".split()
)
"""Talk of an appointment, an offer, or what is free."""

OTHER: Final = frozenset(
    "finish finishes finished finishing end ends ended ending close closes closed closing opens opened "
    "leave leaves"
    " leaving left land lands landed landing flight flights fly flies train trains bus ferry plane "
    "boarding checkin"
    " checkout check ceremony wedding party parties guests event drinks kids"
    " daycare nursery pickup exam exams interview meeting meetings rehearsal recital concert gig show match"
    " game kickoff mass funeral speeches toast reception doors sun sunset sunrise moon movie film stage "
    "dentist doctor"
    " sleep sleeps asleep bed bedtime wake wakes woke waking alarm eat eats eating feed feeding nap "
    "meds medicine pill pills"
    " tablet tablets dose oven bake roast simmer timer homework due deadline delivery delivered deliver "
    "parcel"
    " text texts texting texted message messages messaged messaging msg reply replies replied replying "
    "answer answers"
    " respond email emails emailed send sends sent call calls called ring rang phone phoned remind "
    "reminder update"
    " client clients someone somebody taken gone busy tied home done finished wrap wraps wrapped"
    " wrapping shut shuts missed tried went saw traffic eta arrives arrived gets starts begins started began"
    " hours rush curfew kickoff rota clock clocks teach teaching parking bins cleaner babysitter"
    " sitter bell assembly practice training rehearsals matinee curtain seating serve served sleeping "
    "eaten visitors"
    " know hear plumber electrician delivery driver taxi cab uber lift ride jog run prayer church "
    "viewing webinar zoom"
    " serves lands dusk dawn dark light tide bank library peak cutoff cut-off shout request requests "
    "enquiry inquiry".split()
)
"""Talk of everything else: ends, journeys, meals, messages, other people's plans."""

MEALS: Final = frozenset("dinner lunch breakfast brunch supper".split())
"""Meals say nothing by themselves: "come after lunch at 2", "I can start dinner at 7"."""

PLACES: Final = frozenset(
    "gym office park shop store pool restaurant cafe bakery market library school church studio salon "
    "house work class"
    " garage station airport hotel museum clinic bar pub club centre center hall gallery barn venue "
    "door place kitchen vet hospital physio".split()
)
"""Places that keep hours of their own, unless something else happens "at" them."""

MOVES: Final = frozenset(
    "move moved moving push pushed pushing bump bumped bumping shift shifted shifting swap swapped "
    "swapping switch switched"
    " switching change changed changing bring brought bringing reschedule rescheduled rescheduling pull "
    "pulled pulling scooch"
    " scoot nudge nudged nudging slide slid sliding bounce bounced slipped drag dragged knock knocked "
    "squish juggle tweak"
    " tweaked adjust adjusted settle".split()
)
"""Verbs that give an appointment another time: "pull you forward to 2"."""

INNER: Final = frozenset(
    (
        "at to in from outside near by inside into behind opposite around round of for with via on over "
        "along under past"
    ).split()
)
"""Prepositions that make a noun part of another phrase."""

HEDGES: Final = frozenset(
    "at @ around nearer about by for on like maybe perhaps just roughly approx ~ say probably either "
    "possibly from between after"
    " of exactly the a an still also only now then already actually as early soon : ( - —".split()
)
"""Words that may stand between a time and the word that governs it."""

OBJECTS: Final = frozenset("you u ya him her them it that us me both y'all everyone all this one".split())
"""Pronouns that may stand between a verb and its time: "squeeze him in at 1"."""

FILLER: Final = frozenset(
    ". ! ? , ; : … \n ( ) at @ on or and then so ok okay tonight today tomorrow this morning afternoon "
    "evening night yes yep"
    " yeah sure perfect great lovely x xx xxx it is ? for the instead around maybe thanks please pls ta "
    "cheers about from to"
    " - — till until between hi hey hello hiya love hun hon mate babe darling sorry perhaps only just "
    "in either also any both"
    " well cool alright right no worries problem sweet brilliant grand fab super good fine a an by "
    "again still after with me"
    " us sharp too absolutely definitely of course / & lol haha ha aw oh ah as usual back onwards later "
    "earlier"
    " correction reminder typo same time day here there sounds we're we are your you're actually i mine "
    "yours".split(" ")
)
"""Words that leave a short text nothing but its time."""
