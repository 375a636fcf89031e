"""Words that decide who speaks, of whom, and whether something is asserted."""

from align.reading.cues import (
    AGREEMENT,
    CLIENT,
    CONJUNCTION,
    HEDGE,
    MODAL,
    NEGATION,
    PERSON,
    QUESTION,
    QUOTING,
    SELF,
    SPATIAL,
    TURN,
)

WORDS: dict[int, str] = {
    CONJUNCTION: (
        "but so and n or nor though although because cos cuz coz since otherwise while whereas"
        " unless until till if then plus except however as"
    ),
    NEGATION: (
        "no not canny cyan never none nothing neither nor nope nah cannot without don't dont doesn't doesnt"
        " didn't didnt can't cant cannot couldn't couldnt won't wont wouldn't wouldnt isn't isnt"
        " aren't arent ain't aint wasn't wasnt weren't werent haven't havent hasn't hasnt hadn't"
        " shouldn't shouldnt shan't unable n't minus refuse refuses refused decline declined avoid needn't "
        "mustn't"
        " nobody nobody's nothing's nowhere rarely seldom hardly"
    ),
    TURN: (
        "gone taken full booked out off short longer used instead rather stop stopped quit pass leave left "
        "skip rule rules"
        " ruled ruling unavailable except excluding unlike besides wish typo oops scratch meant mean "
        "correction actually"
        " wait apart other than too late early past closed nowhere were anything outside beyond above over "
        "under more steer"
        " stay keep sorry prefer gave given giving dropped ditched retired scrapped axed cut went clash "
        "clashes someone someone's somebody's"
        " somebody elsewhere wrong draw moved unfortunately sadly alas lost decided wound winding phased "
        "phasing turn turned"
        " busy behind bar struggle reluctant unwilling loath illegal against swapped traded job department "
        "territory does try needs"
        " removing removed dropping retiring discontinuing discontinued pausing paused scrapping axing "
        "binning ditching shelving shelved goodbye farewell letting"
        " snapped grabbed filled wrapped finished ended outdated count beat done barely"
    ),
    HEDGE: (
        "if was had could would know understand appreciate realise realize wished i'd we'd old former "
        "previous hoping get"
        " see hear asking need want tried love like thanks thank cheers much tempting kind generous people "
        "people's should suggested"
    ),
    # with their genitives, which the words would otherwise lose their 's to
    PERSON: (
        "friend friends mate mates buddy colleague colleagues sister brother cousin mum mom dad aunt uncle "
        "neighbour"
        " neighbours neighbor neighbors boss flatmate roommate husband wife boyfriend girlfriend landlord "
        "landlady teacher"
        " nephew niece son daughter grandson granddaughter"
        " mentor competitor competitors therapist stylist trainer barber groomer photographer tutor sitter "
        "partner partners partner's she he they"
        " friend's mate's buddy's colleague's sister's brother's cousin's mum's mom's dad's aunt's uncle's "
        "neighbour's"
        " neighbor's boss's flatmate's roommate's husband's wife's boyfriend's girlfriend's landlord's "
        "landlady's teacher's"
        " nephew's niece's son's daughter's grandson's granddaughter's mentor's competitor's therapist's "
        "stylist's trainer's barber's groomer's photographer's tutor's sitter's"
    ),
    QUESTION: "what what's whats when where who how how's which why whose",
    AGREEMENT: (
        "yes ja jip yebo haan haanji si oui would have fire yep yeah yea yup ya ye aye sure ok okay okey k "
        "kk alright alrighty perfect great"
        " lovely fine deal done cool absolutely definitely certainly course indeed agreed totally"
        " works suits sounds sorted brilliant fab fabulous grand good gladly happily yess yass bet"
        " booked confirmed locked perf sweet wonderful excellent amazing fantastic awesome super"
        " worries problem bother hassle stress drama prob probs anytime 100 exactly correct right spot "
        "pencilled penciled"
        " certo exact gotcha affirmative go sweet easy righto righty beauty happy savage do can am could "
        "will are dramas lock ya"
        " means got doable arranged consider why well issue issues you're manage objection objections "
        "pleasure game love y possible exception squeeze happen wahala up trouble see same changed change "
        "sold shake yours 👍 👌 🤝 ✅ 🙆 💯 🤙 🫡"
        " sige bisa wrth passt alles visst gerne problema accepted"
    ),
    QUOTING: (
        "said say says saying mentioned mention mentions told tell asked ask asking quoted quote"
        " heard hear saw read thought suggested offered wanted wrote claimed apparently reckon"
        " reckoned advertised listed hoping wondered wondering proposed"
    ),
    SELF: "i i'm im i'll ill i'd i've ive me my mine myself we we're we'll we'd we've us our ours",
    CLIENT: (
        "you you're youre you'll youll you'd you've your yours yourself u ur ya yall y'all"
        " she her hers he his him they their theirs them"
    ),
    MODAL: (
        "can could would will shall should may might i'll i'd we'll we'd happy glad let's lets"
        " able want wanna fancy how's feel free welcome just"
    ),
    SPATIAL: (
        "in at near to from around by into through outside inside across over up down off"
        " within towards toward via between based visiting leaving reaching hitting covering"
        " working touring"
    ),
}
