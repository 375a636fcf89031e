"""Patterns for what says who travels: going to a side, being at one, hosting.

A side is the speaker's ("mine", "my studio") or the listener's ("yours", "your hotel").
Every pattern is matched at an anchor word, so that none is searched for.
"""

from __future__ import annotations

import re
from typing import Final

_ROOM_NAMES: Final = (
    "place house home homes flat apartment apt hotel venue office offices door doorstep room rooms "
    "airbnb condo"
    " studio workplace work garden backyard kitchen address villa cabin cottage building school space area"
    " location party event suite spot workshop salon shop clinic practice barn garage yard table "
    "residence gaff"
    " pad unit premises desk boardroom lounge patio conservatory driveway porch deck balcony courtyard hall"
    " hallway bedroom basement loft attic shed church gym pool stable stables farm ranch field estate camp"
    " campsite dorm ward bedside lobby reception wedding ceremony function hens headquarters hq boat yacht"
    " caravan complex property nursery parlour parlor chair den arena barracks rink pitch clubhouse land"
    " side brewery bakery cafe café pub restaurant winery vineyard museum gallery library campus "
    "college uni factory"
    " warehouse depot dealership store lodge resort spa marina kennels shelter surgery hospital base theatre"
    " roof guesthouse crib hostel motel penthouse townhouse bungalow trailer yurt tent chalet rental "
    "sublet duplex mansion manor bnb"
    " digs dwelling gate maisonette riad gite bach rondavel hut houseboat barge veranda verandah stoep "
    "rooftop terrace sunroom"
    " carport hangar pavilion marquee compound classroom boutique atelier"
)
_ROOM_KINDS: Final = "hotel living front sitting dining meeting dressing green spare treatment teaching music"
_ROOM: Final = (
    rf"(?:(?:{'|'.join(_ROOM_KINDS.split())}) room"
    r"|(?:care|nursing) home|hen (?:party|do)|neck of the woods|(?:side|part|end) of town|rehearsal space"
    rf"|{'|'.join(_ROOM_NAMES.split())})"
)
_ADJECTIVES: Final = r"(?:(?!(?:and|or|but|to|for|with|at|in|the|a|is|are|that|this|way)\b)[\w'-]+ ){0,2}"
_RELATIVES: Final = (
    r"(?:mum|mom|mam|mother|dad|father|parent|gran|nan|granny|sister|brother|friend|mate|partner|daughter|son"
    r"|aunt|in-law)'?s"
)
THEIR_ROOM: Final = rf"(?:your|ur|yr) (?:own )?{_ADJECTIVES}{_ROOM}|(?:your|ur|yr) {_RELATIVES}"
PREMISES: Final = "studio shop salon clinic workshop practice"
OUR_ROOM: Final = (
    rf"(?:my|our) (?:own )?{_ADJECTIVES}{_ROOM}"
    rf"|the (?:{'|'.join(PREMISES.split())}|(?:treatment|teaching|music) room)"
)
_THEIRS: Final = rf"(?:yours|you|u|ya|ye|y'all|yous|{THEIR_ROOM})"
_MY_STAY: Final = (
    r"(?:where|the (?:[\w-]+ ){0,2}?(?:place|flat|house|room|apartment|airbnb|hotel|studio"
    r"|spot)(?: where| that)?)"
    r" (?:i'm|im|i am|i) (?:staying|stay|living|live|based|renting|rent|working|work)"
)
"""A room told by who lives there: "where I'm staying", "the place I'm renting"."""
_OURS: Final = rf"(?:mine|me|us|ours|{OUR_ROOM}|{_MY_STAY}|this (?:{'|'.join(PREMISES.split())}))"
_ABSTRACT: Final = (
    r"(?:attention|mind|senses|rescue|notice|head|heart|own|inbox|phone|calendar|question|point|next"
    r"|last|first"
    r"|aid|defence|defense|usual|rate|rates|price|turn|time|email|messages|breath|body|feet|knees|number)"
)
TRIPS: Final = "trip journey drive trek"
_NO_VENUE: Final = (
    r"(?:studio|shop|shops|salon|clinic|workshop|practice|conclusion|point|end|phone|decision|rescue"
    r"|same|realisation"
    r"|realization|door|fore|surface|next|first|last|top|bottom|idea|rest|other|price|question"
    r"|conversation|gig"
    r"|list|treatment|teaching|music|airport|gate|station|post|bank|supermarket|bins|dentist|beach|sea"
    r"|back|front|side"
    r"|window|balcony|hatch|car|van|taxi|kerb|curb|street|stairs|landing)"
)
_VENUE: Final = (
    r"the (?:(?:[\w'-]+ ){0,2}?(?:house|flat|apartment|hotel|office|venue|home|school|party|event|church|hall"
    r"|wedding|reception|ceremony|airbnb|villa|ward|hospital|farm|ranch|stables?|yard|barn|garden|building"
    rf"|lobby|boat|restaurant|pub|club|bar|complex)|(?!{_NO_VENUE}\b)[\w'-]+)"
)
"""Places that are not the speaker's own, so the listener's where the speaker goes there."""
_SOMEBODY: Final = r"(?:him|her|them|(?:the )?(?:people|clients|families|folks)|everyone)"

_STEPS: Final = (
    "come coming pop popping swing swinging drop dropping nip nipping head heading stop walk roll "
    "rolling rock cycle ride"
    " bike drive driving duck stroll wander run hop call scoot step breeze saunter slide dash zip whizz "
    "skip jump pull"
)
"""Verbs of going that lead to a door with a particle alone: "pop in", "roll by"."""
GOERS: Final = (
    f"{_STEPS} comes came travel travels travelling traveling trek trekking get getting go going fly "
    "visit visiting visits"
    " trot turn show make be reach enter land landing pass passing".split()
)
CARRIERS: Final = "bring drop take run haul lug cart wheel push tow carry roll".split()
NO_LOAD: Final = "i i'll i'd i'm we we'll to at in or so but if into from is are go come see do get"
_LOAD: Final = rf"(?!(?:{'|'.join(NO_LOAD.split())})\b)[\w'&-]+"
_GO: Final = (
    rf"(?:(?:find|make) your way|{'|'.join(GOERS)}|(?:{'|'.join(CARRIERS)}) {_LOAD}(?: {_LOAD}){{0,5}}?)"
)
WAYS: Final = (
    "straight right away over round around out up down across along directly on back in by past home "
    "through thru"
    " also off it even"
)
_WAY: Final = rf"(?:(?:in the [\w-]+|all the way|my way|and see|and do \w+|{'|'.join(WAYS.split())}) ){{0,8}}"
LEADS: Final = "to by at past over round into see"
_TO: Final = rf"(?P<go>{_GO}) {_WAY}(?:(?:and visit|and see|{'|'.join(LEADS.split())}) )?"
GO_THEIRS: Final = re.compile(
    rf"{_TO}(?P<side>{_THEIRS}|(?:your|ur|yr) (?!{_ABSTRACT}\b)[\w'-]+|{_VENUE}"
    rf"|(?<! back to )(?<! back )(?:{_SOMEBODY}))(?![\w'-])"
)
GO_OURS: Final = re.compile(
    rf"{_TO}(?P<side>{_OURS}|(?:my|our) {_RELATIVES}|(?:my|our) (?!{_ABSTRACT}\b)[\w'-]+)(?![\w'-])"
)
NEWS: Final = re.compile(
    r" with (?:a|an|the|some|my|any) (?:\w+ )?(?:price|quote|idea|ideas|answer|plan|number|figure|date"
    r"|dates|time|times|question|questions|problem|problems|concern|concerns|worry|worries|issue|issues"
    r"|update|news)\b"
)
"""Behind "I'll come to you": what is told, and nobody goes."""
ROOMED: Final = re.compile(rf"(?:{_THEIRS}|{_OURS})")
GO_THERE: Final = re.compile(
    rf"(?:come|coming|pop|drop|swing|hop|roll|head|bring {_LOAD}) {_WAY}(?:to|by|round|over|into)"
    rf" the {_ADJECTIVES}(?:apartment|flat"
    r"|house|loft|rooms?|space|place|cottage|cabin|unit|kitchen|garage|workshop|shed|ranch|farm|barn"
    r"|yard|hall)\b"
)
"""A room with "the" is the speaker's where the listener is told to come."""
DOORWAY: Final = re.compile(
    r"(?:come|walk|pop|head) (?:(?:on|straight|right) )?(?:(?:in|up|down|round|over) )?(?:(?:through|by"
    r"|via|up|round|around)(?: to)?|up to) the"
    r" (?:(?:[\w'-]+ ){0,2}?(?:gate|door|entrance|stairs|alley|passage|hallway|lobby)\b"
    r"|(?:back|side|rear)(?= (?:and|when|if|once)\b| [.,!?]|$))"
)
"""The way in, told to whoever comes."""
GO_OVER: Final = re.compile(
    rf"(?:{'|'.join(_STEPS.split())}) (?:right |on |straight )?"
    r"(?P<way>over|round|around|by|past|in|along|out|here|upstairs|inside|through|up|down)\b"
    rf"|(?:bring|(?:drop|drive|walk)(?! (?:the|it|a|an|some)\b)) {_LOAD}(?: {_LOAD}){{0,2}}"
    r" (?:(?:out|over|up|down) )??"
    r"(?P<brought>here|over|round|by)\b"
)
AT: Final = re.compile(
    r"(?:at|round(?= (?:yours|mine)\b)|in|from|outside|@|to|(?:out|over|round|up|down|across) (?:at|to)"
    r"|on(?= (?:(?:my|our|your) (?:own )?(?:property|land|farm|ranch"
    r"|boat|yacht|premises|field|porch|patio|terrace|balcony|deck|yard|roof|rooftop|lawn)"
    r"|the (?:roof|top floor|terrace|deck|porch) of)))"
    r" (?:the comfort of |the (?:roof|top floor|terrace|deck|porch|back|front|yard|garden|basement) of )?"
    rf"(?:(?P<theirs>yours|{THEIR_ROOM}|(?:people|client|customer)'?s'?"
    r" (?:own )?(?:homes?|houses?|places?|kitchens?|offices?)"
    r"|the (?:owner|client|customer|student|bride|couple|parent)'?s'? (?:own )?(?:homes?|houses?|places?)"
    r"|their own (?:homes?|houses?|kitchens?|gardens?))"
    rf"|(?P<ours>mine|ours|{OUR_ROOM}))(?![\w'-])"
)
SUITS: Final = re.compile(
    rf"(?:(?P<theirs>yours|{THEIR_ROOM})|(?P<ours>mine"
    rf"|{OUR_ROOM}))(?:(?: (?:on )?(?:\w+day|tomorrow|tonight))?(?: at [\w:]+)?(?: (?:would|might|'d|can|could|will|'ll))?(?: be| is| 's)?"
    r" (?:works|work|suits?(?! an? (?!(?:\w+ )?(?:early|late|late-night|quick|o'clock|start|session|hour|one|evening|morning|afternoon|couple|group|time|slot)\b))|do|easiest|easier|best|better|fine|perfect|ideal|no problem|grand|ok"
    r"|okay|handy|handier|closer|quieter|easy|free)\b"
    r"|(?= (?:(?:or|and) (?:yours|mine|(?:your|ur|my) [\w'-]+(?: [\w'-]+)?) )?(?:[,—-] )?(?:both|either"
    r"|whichever|any) (?:way )?(?:works?|suits?|do|does|is|are|fine|grand|ok|okay|you|ye)\b))"
)
"""A side as the answer to where: "mine's easier", "your place works", "my place or yours, both work"."""

_HOSTING: Final = r"(?:studios?|salon|clinic|shop|workshop|practice|parlour|parlor|rooms?|chair|suite|loft)"
ROOM_BEGINS: Final = re.compile(
    rf"{'|'.join(_ROOM_NAMES.split() + _ROOM_KINDS.split())}|care|nursing|hen|neck|couch|sofa|part|end|rehearsal"
    rf"|{_HOSTING}|{_RELATIVES}"
)
"""How the first word of a room of somebody's own begins; what is said of it may be joined to it: "room's"."""
_OWN_HOSTING: Final = rf"(?:{_HOSTING}|flat|apartment|space|den|barn|yard|hall|arena|kitchen|garage|cabin)"
HAVE_ROOM: Final = re.compile(
    r"(?:(?:i|we) (?:have|keep|rent|run|use|hire|got|have got"
    r"|(?:work|teach|operate|see \w+|run \w+) (?:out of|from))"
    r"|(?:i've|we've)(?: (?!(?:been|seen|heard|never|not|no|had)\b)\w+){0,2}?)(?: (?:there|here))?"
    r" (?:a|an|my|our|the use of a) (?:own )?(?:(?!(?:and|or|in|at|of|to|for"
    rf"|with)\b)[\w'-]+ ){{0,4}}?{_OWN_HOSTING}"
    r"(?= (?:in|at|on|near|by|above|behind|over|off|with|just|right|downtown|here|there|where|that|which"
    r"|you|set|ready|kitted|fitted|done)\b"
    r"| [,.!;]|$)"
    r"(?! (?:in|out of|from|on) (?:the|my)(?: back of (?:the|my))? (?:boot|van|car|trunk|bag|case|bike|trailer)\b)"
    r"(?! with me\b)(?! (?:that|which) (?:folds|packs|rolls|collapses|i (?:bring|carry)|travels|comes with))"
)
"""A room of the professional's own, told to a client: where they will be received."""
ROOM_FOR_CLIENTS: Final = re.compile(
    r"(?:spare|back|front|garden|downstairs|upstairs) room(?: (?:here|at home|at mine|(?:in|of) my \w+))?"
    r" (?:(?:that )?(?:i|we) (?:use|keep|have)|(?:is|'s) (?:for|where i))(?: (?:it|see|treat|work))*"
    r"(?: with)?(?: for)? (?:my )?(?:clients|people|students|sessions|treatments)\b"
    r"|set up(?: here)? at home (?:for|to see) (?:my )?(?:clients|people|students|sessions|treatments|you)\b"
    r"|use (?:my|our) (?:spare|back|front|garden|living) room for (?:my )?(?:clients|people|students"
    r"|sessions|treatments)\b"
)
"""A room at home that clients are received in: "there's a spare room here I use for clients"."""
DONE_UP: Final = re.compile(
    r"(?<!your )(?<!ur )(?:(?:front|spare|back|living) room|garage|shed|attic|basement|loft|conservatory"
    r"|cellar|barn)"
    r" (?:\w+ )?(?:(?:done|set|kitted|fitted|made|decked|rigged) (?:up|out)|converted|turned into)\b"
)
"""A room made ready for clients: "I've the front room done up as a studio"."""
STUDIO_IS: Final = re.compile(
    r"(?<=the )(?:studio|salon|clinic)(?: is|'s| 's)"
    r" (?:at|in|on|near|above|behind|beside|opposite|by|up|down)\b"
)
WORK_FROM: Final = re.compile(
    r"(?:i|i'm|we|we're|i'll be)(?: (?:still|mostly|usually|always|just|also))?"
    r" (?:work(?:ing)?|teach(?:ing)?|operat(?:e|ing)|set up|(?:see|seeing|do|doing) [\w']+)"
    rf" (?:out of|from|at) (?:my|our) (?:own )?{_ADJECTIVES}(?:place|house|home|flat|apartment|garage"
    r"|front room|spare room|living room|kitchen|garden)\b"
)
"""A home that is worked from, and so where clients are received."""
ROOM_IS: Final = re.compile(
    rf"my (?:own )?{_ADJECTIVES}{_HOSTING}(?: (?:at|in|on|above|near) (?:[\w'-]+ ){{1,3}}?| )?(?:is|'s"
    r"|are) (?:at|in|on"
    r"|near|above|behind|beside|opposite|by|up|down|free|open|warm|heated|quiet|private|easy|ready|yours"
    r"|just|right|two|three|five|ten)\b"
    rf"|my (?:own )?{_ADJECTIVES}(?:{_HOSTING}|place|house|flat|apartment) (?:has|comes with)"
    r" (?!(?:closed|moved|been|gone|shut|had|now (?:closed|moved)|no (?:space|room|slots?)|to|flooded"
    r"|\w+ed)\b)\w"
)
HOST: Final = re.compile(
    r"(?:host(?:ing)?(?! (?:a|an|the|my|our)\b)(?: (?:you|u|him|her|them|here|clients|at|from|in"
    r"|everything|sessions))?"
    r"|(?:have|having|welcome|receive|receiving) (?:you(?: (?:all|both|two|lot|guys|girls|boys))?"
    r"|(?:all|both) of you|the (?:(?:whole|full) )?\w+ of you|clients|people|guests)"
    r" (?:over|here|round|in|at (?:mine|home|the studio|my \w+))"
    r"|(?:let|buzz) (?:you|u) (?:in|up)|only receive)(?![\w'-])"
)
WELCOME: Final = re.compile(
    r"welcome (?:here|there|(?:in|at|to|into) (?:mine|ours|my|our|the (?:studio|salon|shop|clinic))\b"
    r"|(?:to )?(?:come|pop|drop|stop|swing|call) (?:by|in|over|round|here)"
    r"|any (?:morning|afternoon|evening|day)|to join (?:us|me|the))\b"
)
_LENT: Final = (
    r"(?:(?!(?:table|desk|chair|bed|store|address|area|party|event|reception|ceremony|wedding|function"
    r"|hens|side|lobby|campus"
    rf"|office|location)\b){_ROOM})(?= (?:for|to|if|when|on|at|in|as|and|or|instead|since|because|cos"
    r"|while|then|with|any|anytime"
    r"|tonight|today|tomorrow|so|but|x|this|next|again|until|till|from|without|rather|from|free|all"
    r"|whenever|since)\b| [,.!?;:)—-]|$)"
)
USE: Final = re.compile(
    r"(?:use|using|borrow|share) (?:the (?:[\w-]+ ){1,2}?(?:at|of) )?"
    rf"(?:(?P<theirs>yours|(?:your|ur|yr) (?:own )?{_ADJECTIVES}{_LENT})"
    rf"|(?P<ours>mine|ours|(?:my|our) (?:own )?{_ADJECTIVES}{_LENT}))(?![\w'-])"
)
"""A room lent for the appointment: "you can use my place", "I could use your living room"."""
ROOM_FREE: Final = re.compile(
    rf"(?:my|our) (?:own )?{_ADJECTIVES}{_LENT.partition('(?= ')[0]}(?: (?:at|in|on|above|near)"
    rf" (?:[\w'-]+ ){{1,3}}?|(?: there| here)? )?"
    r"(?:(?:is|'s|will be|'ll be) (?:(?:totally|all|completely|always|also|still) )?(?:free|available"
    r"|open|yours|at your disposal|empty|big enough)\b"
    r"|(?:(?:easily|comfortably|just) )?(?:fits|seats|holds|takes|sleeps|has (?:room|space|seats) for)"
    r" (?:up to )?(?:you|all|everyone|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)"
)
"""A room at home that is to be had: "my living room is free on Sunday", "my terrace seats six"."""
OPEN_DOOR: Final = re.compile(
    r"(?:door (?:is|'s|will be|would be)|door's) (?:wide |left )?open\b|walk ?-? ?ins? (?:are )?welcome"
)
BE_WITH: Final = re.compile(
    r"(?:be|stand|arrive) (?:(?:over|round|out|up|down|there|back) )?(?:with|by)"
    r" (?:you|u|ye|y'all|yous)\b(?! in (?:spirit|thought))"
)
"""With an hour behind it, being with the listener is being at their side."""
AM_WITH: Final = re.compile(
    r"(?:i'm|we're) (?:back )?with (?:you|u|ye|y'all|yous)(?= (?:by|before|around)\b)"
)
MEET_FOR: Final = re.compile(
    r"meet (?:(?P<theirs>you|u|una) for (?:your |ur )?(?:own )?|(?P<ours>me|us) for (?:my |our )?(?:own )?)"
    r"(?:house|home|hotel|hostel|place|office|shop|room|side|studio|salon)\b"
)
"""Pidgin for meeting at somebody's: "I go come meet you for house"."""
WHEREVER: Final = re.compile(
    r"(?<! from )(?:wherever|(?<=to )where|(?<=at )where|(?<=you )where) (?:you|u|ye|y'all)(?:'re| are"
    r"|(?:'re| are)? (?:staying|based|at|living|live|stay|sleeping|sleep|working|work|parked))\b"
)
TRIP: Final = re.compile(
    r"let myself in\b(?! to\b)|come (?:(?:over|round|out|along) )?(?:and |to )?set"
    r" (?:it |everything |the \w+ )?up\b|(?:make|do|take) the (?:"
    rf"{'|'.join(TRIPS.split())})\b|(?:home|house|hotel)"
    r" (?:- )?(?:visits?|calls|call(?! (?:me|us)\b)|appointments?"
    r"|services?|lessons?|tuitions?|classes)\b"
    r"|mobile (?:service|visits?|appointments?|sesh|sessions?|bookings?|treatments?)\b"
    r"|(?:travel(?:ling|ing)?|come|go|drive|driving) (?:out )?to (?:(?:my|our|all|most|all my) )?"
    r"(?:clients|people|students|families|homes|hotels|houses|offices|flats|airbnbs)\b(?! ?'s? )"
    r"|visit(?:ing)? (?:(?:my|our|all|most|all my) )?(?:clients|people|students|families|owners)"
    r" (?:at home|(?:in|at) their (?:own )?(?:homes?|houses?|places?))\b"
    r"|(?:i|we) (?:do |can |will |could )?travel\b(?! (?:light|mug|by|for|with|guitar|a lot|often|size"
    r"|to|anywhere))"
    r"|(?:see|treat|massage|visit|teach|train|shoot|meet) (?:you|him|her|them)(?: both| all| two)?"
    r" (?:at|in the comfort of your own) home\b"
)
WILLING_TO_TRAVEL: Final = re.compile(
    r"(?:travel(?:ling|ing)?|visit(?!s))(?: (?:(?:anywhere|everywhere|all over|throughout|across|around"
    r"|round|within"
    r"|out)(?: [\w'-]+){0,3}?|any distance|locally|free))?"
    r"(?= (?:for (?:free|no|this|that|it|you|a|an)|if|at no|so|no|free|and)\b| ?[.,!;—]|$)"
)
"""Travelling that is told for itself: "I'm happy to travel", "I travel anywhere in town"."""
NAMED: Final = re.compile(r"(?P<named>incalls?|outcalls?)\b")
STUDIO_VISIT: Final = re.compile(r"(?:studio|salon|shop|clinic) (?:visit|session|appointment|lesson)s?\b")
"""An appointment told by the room that it is in."""
STUDIO_ONLY: Final = re.compile(r"(?:studio|salon|shop|clinic) only\b")

BIDDEN_TO_A_ROOM: Final = frozenset("come coming pop drop swing hop roll head bring".split())
"""The verbs of `GO_THERE`."""
GOING_OVER: Final = frozenset([*_STEPS.split(), "bring"])
"""The verbs of `GO_OVER`."""
GOING: Final = frozenset(GOERS) | {"find"} | frozenset(CARRIERS)
PLACING: Final = frozenset("at outside in on from @ to out over round up down across".split())
SIDES: Final = frozenset(
    "yours your ur yr mine ours my our the at to their people's clients client's customers".split()
)
