"""Accept what the client proposed: "yep, that works" carries the inbound's claims.

A draft agrees where one of its clauses opens with assent and nothing takes that back. It
then accepts every explicit claim of the inbound's requests, except where the draft speaks
of the same thing itself: "sure, but the hour is 180" answers a haggle with its own price.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from align.claims.agreed_prices import agreed_price, open_sums
from align.claims.asked_times import asks_for, repeated
from align.claims.assents import rhetorical_assent, worded_assent
from align.claims.channels.answers import calls_at_door, stays_in_text, taken_up_with_time, unused
from align.claims.claim import (
    Claim,
    DurationOf,
    PaymentClaim,
    Stance,
)
from align.claims.clauses import starting_in
from align.claims.client_requests import (
    as_lengths,
    asked_channels,
    asked_modes,
    asked_places,
    either_mode,
    elsewhere,
    may_ask,
)
from align.claims.declines import parts_ways, turned_down
from align.claims.echoed_answers import confirming_phrase, echoed_answer
from align.claims.foreign_assents import foreign_assent
from align.claims.open_offers import left_open
from align.claims.own_terms import is_paid_first, is_set
from align.claims.picked_times import picked
from align.claims.places.how_long import how_long_there
from align.claims.short_answers import (
    asks_address,
    leave_to_pay_later,
    only_when,
    spared_to_pay_first,
    while_asking,
)
from align.claims.too_much import is_courtesy, is_too_much, unminded_phrase
from align.claims.vocatives import VOCATIVES
from align.reading.cues import COMMA, EMOJI, NEGATION, SENTENCE_END
from align.records import changed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.claims.utterance import Utterance
    from align.reading import Reading

_Some = TypeVar("_Some", bound=Claim)

_AMPLE: Final = (
    r"(?:that's|that is|that'd be|that would be|it's)? ?(?:more than |absolutely |honestly |totally "
    r"|just |quite )*(?:plenty|loads|heaps|ample|enough|tons|lots|bags)"
    r"(?: of)?(?: time)?(?= (?:[.,!—]|for (?:what|a|the|your|this|that|him|her|us|me|both|nails)\b)|$)"
)
"""Praise of a length of time that the client named."""
_EACH: Final = (
    r"(?:(?:both|either|all|any)(?: (?:one|two|three|times?|slots?|days?|options?))?(?: of"
    r" (?:those|these|them|the (?:two|three)))?"
    r"(?: (?:times|slots|days|options))?|those(?: (?:times|both|all|two|three|slots))?|these"
    r"|they(?: (?:both|all)))"
)
"""Several things that the client proposed: "both of those", "either one"."""
_SMILE: Final = "[\U0001f300-\U0001f44b\U0001f450-\U0001f4ae\U0001f4b0-\U0001faff\u2600-\u26ff\u2764]"
"""An emoji that says neither yes nor no."""
_YES: Final = (
    r"(?:(?:yes|yess|tak|jo|ja|ja no|ja nee|ya no|yeah no|yah|jip|yebo|haan|haanji|si|oui|yep|yup|yeah"
    r"|yea|yass|ya|ye|aye|certo|affirmative)(?: (?:please|of course|sure|absolutely|definitely|totally"
    r"|that's fine|sir|ma'am|i (?:can|could|do|will)(?: indeed| do that)?|we can|you can))?"
    r"|sure(?: thing| can| can do| no problem| why not)?|ok(?:ay|ey)?|o(?:kie|key|kay) ?do(?:kie|key|ke)"
    r"|okily dokily|k|alright|alrighty|fine|deal|done|agreed|bet|gladly|gotcha"
    r"|(?:with|my) pleasure|it (?:would be|'d be|is) my pleasure|y not|kk|done and done|all right"
    r"|you're on|i'm (?:game|up for (?:it|that|this)|in|down(?: for (?:it|that))?)(?= [,.!—]|$)"
    r"|(?:i'd|i would|we'd) (?:really |absolutely )?love"
    r" to(?= [,.!—]|$)(?! (?:[,.!—…] )*(?:but|only|though|if only|sadly|sorry|unfortunately|alas)\b)"
    r"|(?:i think |sure |yes |yeah )?we can (?:manage|make|arrange|do|sort|swing) (?:that|it|this)"
    r"|let'?s (?:say|do|go with|try) (?:that|it|this)|let'?s(?= [.!]|$)|(?:very|most) (?:well|certainly)"
    r"|happy out|(?:after|afterwards|later|then|either|that time|that day) ?(?:is|'s)"
    r" (?:totally |perfectly |absolutely )?(?:fine|ok|okay|grand|good|perfect|no problem|cool)|👍|👌|🤝|✅|🙆"
    r"|💯|🤙|very well|(?:i )?(?:don't|can't|do not) see why not|absolutely|definitely|certainly|totally"
    r"|for sure|(?:of )?course(?: (?:you|we|i|ya|u|ye) (?:can|could)| i (?:will|do)| not a problem)?"
    r"|by all means|can(?: can)?(?: lah| also| one| de)?(?= [,.!—]|$)|100 ?%|hundred percent|100"
    r"|(?:a )?hundred per ?cent"
    r"|no (?:problem|problems|worries|bother|trouble|stress|hassle|prob|probs|drama|dramas|issue"
    r"|issues)(?: at all)?|not an? (?:problem|bother|worry|issue|bother|hassle)"
    r"|no (?:issues?|wahala|objections?)(?: there| here| from me| lah)?"
    r"|(?:that's|that is|it's|it is) no (?:trouble|problem|bother|hassle|issue)(?: at all| whatsoever)?"
    r"|(?:that|it) (?:wouldn't|won't) be (?:a|any) (?:problem|trouble|bother|issue)(?: at all)?"
    r"|(?:that |that all |it |this |all (?:of )?(?:that |it )?|both |which |10 |\d[\d:]* )?(?:sounds"
    r"|sound) (?:good|great|perfect|lovely|fine|ideal|brilliant|like a plan|grand|fab|right|fair|doable"
    r"|fantastic|wonderful|about right|amazing|awesome|super)"
    r"|(?:that |it |which |this |ooh? )*sounds like"
    r" (?:(?:so |such |too |a lot of )?(?:much |good |great |real |proper |pure )?fun"
    r"|a (?:blast|laugh|dream|plan|treat|(?:great|good|lovely|brilliant|super|grand|fab|nice|perfect)"
    r" (?:idea|plan|shout|one)))(?= [,.!—]|$| to me)(?! (?:[,.!—…] )*(?:but|only|though|sadly|sorry"
    r"|unfortunately|i'm|i don't|i can't|i only)\b)"
    rf"|(?:suits|does) (?:me|us)|sound(?= [,.!—]|$)|grand job|dead on|{_AMPLE}"
    rf"|{_EACH} (?:would |will |'d |'ll |should )?(?:all |both |totally |definitely "
    r"|also )?(?:(?:works?|suits?|do)(?: (?:me|us))?(?: (?:fine|well|great|grand|perfectly|nicely))?"
    r"|(?:is|are|be) (?:absolutely |totally |perfectly |both |all )?(?:fine|ok|okay|grand|good|great"
    r"|perfect|lovely|doable|no (?:problem|bother)|free|available))(?: (?:for|by|with) (?:me|us))?"
    r"|(?:that|that'll|that'd|that would|that all|it|this|all of that|both|\d[\d:]*(?: ?[ap]m)?)(?: all"
    r"| totally| definitely| should| will| would|'ll|'d| also)?"
    r" (?:works?|work|suits?(?: (?:me|us)(?: (?:fine|well|grand|perfectly))?)?|do|do nicely"
    r"|be (?:fine|ok|okay|great|perfect|lovely|grand|no problem|good|doable|ideal))(?: (?:perfectly|fine"
    r"|well|great|nicely|a treat|too))?(?: (?:for|by|with) (?:me|us))?"
    r"|(?:(?:that|it|this|which) )?(?:works|suits|does)(?: (?:me|us))?(?: (?:away|grand|a treat"
    r"|perfectly|perfect|nicely|fine|well|great|lovely|beautifully|indeed|surely|so|a charm|like a charm"
    r"|just fine|very well|down to the ground))?(?= [,.!…—]|$| see you| thanks| so see)"
    r"|(?:(?:i'm|i am|we're|i'd be) )?(?:works|suits|fine|good|grand|ok|okay|happy|cool|great"
    r"|perfect)(?: (?:for|by|with) (?:me|us|that))"
    r"|(?:that's|thats|that is|it's|its|it is|this is|\d[\d:]*(?: ?[ap]m)?(?: ?' ?s| is))"
    r" (?:absolutely |totally |perfectly |all |completely |just )?(?:fine|ok|okay|grand|perfect|great"
    r"|good|cool|doable|no problem|not a problem|lovely|alright|no bother|ideal|a deal|right|correct|it"
    r"|the one|spot on|possible)(?: (?:for|by|with) (?:me|us))?"
    r"|(?:and )?(?:the rest|everything else|all the rest|the others?"
    r"|the other (?:thing|things|bit|bits|two|one))(?: is| are|'s)?(?: also| all| too)?"
    r" (?:ok|okay|fine|good|grand|no problem|works|perfect|can|doable|sorted)(?: too| also)?"
    r"|(?:both|the two|all of it|all three)(?: are)?"
    r" (?:ok|okay|fine|good|grand|no problem|perfect|great|doable)"
    r"|(?:(?:and )?so )?(?:is|are) the (?:others?|rest|other one|other thing)(?= [,.!]|$)"
    r"|(?:that's |it's )?more than (?:ok|okay|fine|welcome|happy)(?= [,.!]|$)|never too much"
    r"|(?:i'll|we'll|i can|we can) (?:squeeze|fit|work|sneak|slot|get|pop|tuck) (?:it|that|them|both) in"
    r"|(?:i'll|we'll|let's|i can|we can) make (?:it|that) (?:happen|work)"
    r"|(?:just |ah |sure )?leave (?:it|that|them|everything) (?:with|to) me|(?:i'm )?on it(?= [,.!]|$)"
    r"|(?:i'd|i would|i'll|i'm|we'd) (?:be )?(?:(?:more than|very|only too|well) )?(?:able|capable"
    r"|delighted|honou?red|thrilled)(?: to)?(?= [,.!]|$)"
    r"|(?:i'll|i can|we'll|we can|i could) (?:pop|add|put|tack|stick|throw|slip|include|chuck|bung)"
    r" (?:it|that|them|those|both) (?:on|in|to|onto)\b"
    r"|(?:i'll|i can|i could|we'll|we can|i'd)(?: \w+)? (?:have|give it|give that) a"
    r" (?:go|crack|try|stab|bash|shot|whirl)(?= [.,!]|$| for)"
    r"|go on(?: then| so)?|(?:(?:i'm|i am|i'd be|we're|very|more than|quite) )?(?:happy|glad|content"
    r"|fine|ok|okay) (?:to go |going )?with (?:that|it|this)|go for it|go (?:right |straight )?ahead"
    r"|(?:please )?do(?: (?:of course|yeah|so|indeed|surely|please))?(?= [,.!—]|$)"
    r"|feel free(?= [,.!—]|$)|work away|fire away|too right|you're on|you got it|you bet|you've got it"
    r"|let'?s do (?:it|that|this)|let'?s make (?:it|that|this) happen|let'?s go (?:for|with) (?:it|that)"
    r"|we can do (?:that|it)|(?:i )?can do(?: that| it| no problem"
    r"|(?= (?:[.,!—]|for you|of course|👍|😊|lah|x\b))|$)|will do|consider it done|all good|why not"
    r"|be my guest|make it so|(?:count|sign|put|pencil) me (?:in|up|down)(?= [,.!—]|$)"
    r"|i dey do (?:am|it)|(?:i'll|we'll|i can|we can|i could) do the same|i'm in(?= [,.!—]|$)"
    r"|i'm (?:so |totally |already )?there(?= [,.!—]|$)|try and stop me|(?:i )?wouldn't miss it"
    r"|(?:you )?(?:don't|won't|needn't) (?:have to |need to )?ask (?:me )?twice|twist my arm"
    r"|i'd be (?:delighted|thrilled|honou?red|happy|glad)(?= [,.!—]|$)"
    r"|for you ,? (?:always|anything|any ?time)|it's a date|you're (?:very )?welcome to(?= [,.!—]|$)"
    r"|it's yours(?= [,.!…—]|$)|(?:it's|we(?:'ve| have)(?: got)?|you(?:'ve| have)(?: got)?(?: yourself)?"
    r"|consider it|that's|call it) a deal(?= [,.!…—]|$)|(?:a )?deal it is|sold(?= [,.!…—]|$)"
    r"|shake on (?:it|that)"
    r"|(?:i'd|i would|i'll|i'd be|i'm|i am|more than|very|so|only too)? ?(?:happy|glad|delighted)"
    r" to(?: (?:do (?:that|it|this|so)|oblige|accommodate(?: (?:that|you))?|help with that"
    r"|make that work|(?!(?:wait|chat|text|talk|explain|answer|hear|listen|recommend|refer|point|pass"
    r"|say|discuss|move|meet)\b)\w+(?: (?:that|it|them|this|those|one|some|you|him|her"
    r"|both))?))?(?= [,.!]|$| for)"
    r"|i (?:can|could|will|do)(?: definitely| certainly| absolutely| totally| indeed)?"
    r" (?:do|manage|make|arrange|accommodate|sort|swing) (?:that|it|this)(?: work| happen)?|i do indeed"
    r"|there (?:is|are)(?: indeed)?(?= [,.!—]|$)|(?:i|we)"
    r" (?:sure |certainly |do |absolutely |definitely |totally |surely )?(?:do|can|am|could|will|are"
    r"|would|have)(?: indeed| yeah| yep| yes| of course| surely| actually)?(?= [,.!—]|$)"
    r"|(?:ya|you)(?= (?:that's|it's|sure|no (?:problem|worries|bother)|ok|grand|course) )"
    r"|(?:ya|you|u) (?:sure )?(?:can|could)(?: do| surely| of course| indeed| yeah)?(?= [,.!—]|$)"
    r"|sweet as|too easy(?! to)|easy|righto|righty|beauty|no dramas|no wukkas|no wuckas|happy days"
    r"|savage|game ball|done deal|you know it|lock it in|say no more|i certainly (?:can|do)"
    r"|i'll make (?:the trip|it work|that work)|i'll (?:do|take) (?:it|that)|i'll be there"
    r"|i'll fit (?:you|him|her|them|that) in"
    r"|(?:pencilled|penciled|booked|locked|popped|put|got) (?:you|him|her|them|it|that) (?:in|down)"
    r"|(?:you're|you are|you're all|we're|that's|it's|all)"
    r" (?:booked(?: in)?|in(?= ?[.,!—…]| (?:for|then|(?:the|my) (?:book|diary|calendar|system))\b|$)|set"
    r"|confirmed|locked in|sorted|on|good to go)|booked(?: in)?(?! (?:solid|up|out|full|until|till|til"
    r"|from|through|all|already|straight|back|today|tonight|tomorrow|right|most)\b)|confirmed|sorted"
    r"|pencilled in|that's you (?:in|booked|down|sorted)"
    r"|whatever (?:suits|works|is easiest|is easier)(?: best)?(?: for)?(?: you)?(?= [,.!—]|$)"
    r"|see you (?:then|there|soon)|come on in|come on over"
    r"|(?:perfect|great|lovely|brilliant|fab|fabulous|grand|excellent|cool|wonderful|fantastic|awesome"
    rf"|super|amazing|exactly|correct|perf|sweet|ideal)(?= [,.!…—]|$| then| x+\b| haha| lol| {_SMILE}"
    rf"| see you| i'll| thanks| so| (?:{'|'.join(sorted(VOCATIVES))})(?: [,.!…—]|$))"
    r"|(?:still|yep still|yes still) (?:that|is|the same|on)"
    r"|(?:the )?same (?:price|rate|as (?:before|ever|always|usual|last time)|again)(?= [,.!…—]|$)"
    r"|(?:nothing(?: ?'s| has)|(?:it|that|the (?:price|rate)) (?:hasn't|has not)) changed"
    r"|no change(?= [,.!…—]|$)|that's right|right|spot on|right on(?= [,.!]|$)"
    r"|consider it (?:booked|done)|any ?time|(?:i'll|i can|i could|we'll|we can|i'll have to|let me)"
    r" make an exception|just this once)"
)
_ASSENT: Final = re.compile(
    rf"{_YES}(?: to (?:all of )?(?:that|it|both|this|everything|all that|all))?(?![\w'-])"
)
_NOT_ASSENT: Final = re.compile(
    r"it's on (?:the|my|our|your|a|an|me|us|top|it)\b|"
    r"(?:ok|okay|right|alright) so (?!(?:see|come|bring|pop|i'll|i will|we'll|let's|deal|done|book\w*|at"
    r"|then|yes|yep|sure|that's (?:you|it|fine|settled|a|done)|it's (?:a|yours|done)"
    r"|you're|\w+day|today|tomorrow|tonight|this|x+)\b|$|[.!,])"
    r"|go on(?: ,)? (?:out of (?:that|it)|away|home|pull the other|will (?:you|ya|ye)"
    r"|you're (?:having|joking|messing|codding))\b"
    r"|(?:yes|yeah|yep|ya|ja|ok|okay)(?: ,)? (?:nah|nope|naw)\b"
    r"|(?:sure|yes|yeah)(?: [,.!…])* in (?:your|my) dreams"
    r"|sure (?:as|look|listen|if|you know|god|lord|what"
    r"|i'd (?:be (?:out|broke|mad|losing|robb\w+)|lose|starve|never|have to))\b"
    r"|(?:(?<=hi )|(?<=hey )|(?<=hello )|(?<=hiya )|(?<=morning )|(?<=dear ))(?:jo|si|bet|ja|grand|grace"
    r"|tak)(?= [,.!—])"
    r"|(?:sure|fine|ok|okay|right|great|perfect|lovely|cool|good|grand|brilliant)"
    r" (?:question|timing|choice|point|skin|day|night|weather|idea|if|to (?:hear|meet|see)|hearing|note"
    r"|message|thing is|whether|what|how)"
    r"|(?:absolutely|definitely|certainly|totally|completely|fully)"
    r" (?:(?:do |can )?(?:understand|get|hear|see|appreciate|know|agree with|relate|feel|love|adore)|an?"
    r"|the|my|your|one|worth"
    r"|(?!possible|doable|manageable|workable|available|agreed|confirmed|booked|sorted|delighted|pleased"
    r"|pencilled|penciled|happily|gladly|definitely|absolutely|certainly|suitable|excited)\w+(?:able"
    r"|ible|ful|eous|ous|ly|ic|ed|ing))\b"
    r"|of course (?:you (?:want|need|would|feel|must|love|worry|prefer)|you'd|you're|you were|you did"
    r"|it's|that's|there|he|she|they|the|i (?:understand|know|get|remember|see|appreciate))\b"
    r"|(?:yes|yeah|yep|ok|okay|sure|right)(?: ,| \.| !)? i"
    r" (?:saw|got|read|hear|heard|get|noticed|understand|know|see(?! (?:you|no (?:problem|reason))\b)"
    r"|thought|remember|do remember|do recall|did see|did get)\b"
    r"|(?:yes|yeah|sure|of course|absolutely|no problem|ok|okay|no worries)(?: ,| \.| !|)?"
    r" (?:but(?! (?:just (?:this|the|for)|this once|make it|please|pls|bring|remember|keep|mind"
    r"|(?:don't|do not) (?:tell|be|forget|worry|expect|make|get used|spread))\b)|although|though|however"
    r"|only|if you'd rather|i (?:can't|don't|won't|couldn't|never|only)"
    r"|no(?! (?:problem|problems|worries|bother|trouble|stress|hassle|drama|dramas|issue|prob|probs"
    r"|wukkas|wuckas))|not(?! (?:a problem|a bother))|sorry|unfortunately|i'm afraid|i understand|i get"
    r"|i hear|fair enough)\b"
    r"|(?:no problem|no worries|no stress|that's fine|fine|ok|okay|all good|sounds good|that's ok"
    r"|totally|no bother)(?: at all)? (?:if|either way|whatever|whichever|for asking|about)"
    r"|(?:great|cool|perfect|lovely|brilliant|fab|super|ok|okay|amazing|wonderful|excellent|sweet"
    r"|grand)(?: ,| \.| !)? (?:thanks|thank you|thx|cheers|ta)(?: (?:so much|a lot))? for"
    r" (?!(?:being|understanding|your (?:patience|understanding|flexibility)|bearing|waiting))"
    r"|(?:fine|good|great|well|grand)(?: ,)? (?:thanks|thank you|ta|cheers)\b(?! so| i'll| see)"
    r"|(?:yes|yep|yeah)(?: ,| \.| !)? (?:and no\b|(?:this is|that's me|it's me"
    r"|(?:i'm|i am)(?! (?:around|home|free|available|up for|happy|here all|in all|game|on it|sure|able"
    r"|by the phone)\b)) |that is me)|(?:certainly|definitely|absolutely|of course|totally|surely)"
    r" not\b(?! a (?:problem|bother))"
    r"|(?:thanks|thank you)|done with|done and|100 \w+"
    r"|right ,? ?(?:so|then|well|about|look|listen)(?! (?:is|that's|it's) (?:fine|ok|perfect))"
    r"|right (?:now|away|after|before|by|on(?! [,.!])|in|where|here|there|up|next)"
    r"|fine (?:dining|tune|art|hair|print)|k \d|bet you|cool (?:down|the|as)|sorted by"
    r"|set (?:up|of|list|at|for)|in (?:the|my|a|your|an|case|person|that|touch|general|total)|on the"
    r"|works (?:best|better|like|on|as|by|well when|from|out)"
)
_TAKEN_BACK: Final = re.compile(
    r"\b(?:that|those|this)(?: one)? , (?:no|nope|nah|never|not)(?= [.,!;—]| sorry|$)"
    r"|\b(?:i'd|i would|we'd|we would) [^.!?]{0,40}?if (?:i|we) could(?= [.,!—]|$)"
    r"|\bthe (?:other|rest|second|last)(?: \w+)?(?: is| are|'s)?"
    r" (?:\w+ )?(?:not so much|(?:a )?no\b|not\b|i'll have to pass|i'd have to pass|i can't|isn't)"
    r"|\b(?:(?:as )?for )?(?:the|that|your) (?:other|second|last"
    r"|rest)(?: (?:one|thing|bit|part|request|question|half))?(?: ,)?"
    r" (?:(?:i'd|i'll|i would|i|we|you'd|you'll|you|best|try|ask|see)"
    r" (?:\w+ ){0,4}?(?:hand|refer|send|pass|leave|point|someone|somebody|elsewhere|else|another|not"
    r"|don't|can't|won't|ask|try|need|want|skip)|(?:try|ask|see) |no\b)"
    r"|\bif (?:i|we) could ,? ?(?:i|we)(?: would|'d)\b"
    r"|\b(?:i|we|i'd|we'd)(?: \w+)? (?:can't|cannot|cant|won't|don't|couldn't|wouldn't|can not"
    r"|never)(?: \w+)? (?:do|make|manage|offer|take|accept|accommodate|stretch to|agree to|go for|swing"
    r"|promise|offer you|squeeze)(?: \w+)? (?:that|it|this|those|these"
    r"|either)\b(?! (?:for (?:any|every|just any)(?:one|body)|every (?:time|week|day)|all the time|often"
    r"|again|twice|(?:, )?but (?:ok|okay|go on|yes|yeah|sure|fine|for you|deal)(?= ?[.!,]| then| so"
    r"|$))\b)"
    r"|\b(?:not able to|unable to|have to (?:pass|say no|decline)|not going to)(?: \w+){1,2}"
    r" (?:that|it|this|those|these)\b"
    r"|\b(?:afraid not|sorry no|not possible|isn't possible|i'll have to pass|have to decline"
    r"|not this time|that's not(?! (?:an?|any|much of a|going to be a)"
    r" (?:problem|bother|issue|worry|hassle|trouble|stretch|big deal)\b)"
    r"|that isn't(?! (?:an?|any) (?:problem|bother|issue|worry|hassle|trouble)\b)|isn't something"
    r"|not something(?! (?:i|we)(?: would|'d)? (?:usually|normally|often|generally)\b)|not for me"
    r"|not with me|just not(?! (?:before|after|until|till|on|today|too))|that part|that bit|one thing"
    r"|only catch|that won't work|that wouldn't work|that doesn't work|wouldn't work for me|doesn't suit"
    r"|won't suit)\b"
    r"|\b(?<!normally )(?<!usually )(?:i|we) (?:just |really |sadly )?(?:can't|don't|won't"
    r"|couldn't)(?: sorry)?(?= [.!]|$)|[.!?…] (?:sorry |sadly |unfortunately |but )*no [.!]"
    r"|(?:'s|is|be|(?<!n't )(?<!could i )(?<!can i )(?<!could we )(?<!n't really )(?<!never )say|but)"
    r" (?:a |an? (?:\w+ ))?no(?= [.,!;—]|$| (?:from|to|on|i'm)\b)"
)
_PUT_OFF: Final = re.compile(
    r"(?: ?(?:,|\.|!|—|-|…|so|and|well|then|just|first|noted|right|thanks|please|honestly|,))*"
    r" (?:(?:let me|i'll|i'd|i will|i need to|i have to|i'd have to|i'd need to|lemme|can i|i'm going to"
    r"|gonna|give me (?:a|an|one|two|till|until|\d+|five|ten)|leave it with|bear with|one|two|hold|hang"
    r"|just a|message|back) (?:just |quickly |first |have to |need to |go and |)"
    r"(?:check|think|see(?: (?:what|if|whether|how|about)|(?= [.!]|$))|look(?! (?:out|forward|after)\b)"
    r"|ask|get back|come back|find out|sleep on|mull|have a (?:look|think)|double|confirm|moment|minute"
    r"|sec|second|minutes|mins|secs|on|received|to you|hour|tick|day|bit|tomorrow|me)\b"
    r"|what did you|what were you|what are you|can you tell me|could you tell me|tell me (?:more|a bit)"
    r"|which (?:one|day|time))"
)
"""Behind a weak assent: nothing is settled yet, "sure, let me check"."""
_FIRM: Final = re.compile(
    r"\b(?:deal|works|suits|agreed|done|booked|confirmed|see you|pencilled|locked|happy to|i can|can do"
    r"|go on|no problem|not a problem|course|absolutely|definitely|certainly|fine (?:by|with|for))\b"
)
_REQUEST: Final = re.compile(
    r"\b(?:can|could|would|will|shall|may|should|might) (?:i|you|u|we|ya)\b"
    r"|\b(?:i'd like|we'd like|would like|i'd love|we'd love|would love|wants|needs|i want|i'll|i can"
    r"|we can|let's|lets|how about|what about|hoping|wondering|any chance|ok if|okay if|cool if|is it ok"
    r"|is that ok|mind if|need|looking for|want|prefer|happy to|if you|do you|are you|deal|fancy|gonna"
    r"|going to|book|and i|please|pls)\b"
)
_IS_IT_FINE: Final = re.compile(
    r"(?:(?:and|so) )?(?:(?:is|will|would|does|can|could) (?:that|this|it|tht|dat)(?: be| still| also)?"
    r"|that|this)? ?(?:enough|fine|ok|okay|alright|all right|possible|doable|good|cool|work|do|suit"
    r"|manageable|a problem|grand|sufficient)(?: time)?(?: (?:for|with|by|to) \w+| you| there| at all"
    r"| then)?(?: \?| \Z|\Z)"
)
"""Right behind what it asks about: "we get only lunch, 40 minutes. is it fine?"."""
_IN_PART: Final = re.compile(
    r"(?:and |so )?(?:yes|yep|yeah|ok|okay|sure|happy days|no problem)(?:(?: ,)? (?:to|with|on)| for)"
    r" (?!(?:all|both|that|it|this|everything|the lot|me|us|you|u|ya|sure|certain|definite|the same|my"
    r"|most|any ?time|week\w+|\d+)\b)"
)
"""Assent to one thing that is named: what it names is read as the draft's own claim."""
_SHORT_ANSWER: Final = 12
_OPENING: Final = re.compile(
    r"(?:(?:(?:hi|hey|hello|hiya|heya|morning|afternoon|evening|howdy|yo|oi|thanks"
    r"|cheers)(?: (?:there|again|you|my|lovely|gorgeous|beautiful|beauty|sweet|sweetheart|love|perfect"
    r"|brilliant|amazing|super|all))+|hi|hey|hello|hiya"
    r"|(?:probably|maybe|i'd say|most likely)(?= (?:yes|yeah|yep|yup)\b)|a+w+|a+h+|h?m+|ara|arrah|och"
    r"|ach|yerra|o+h+|haha|ha|most|for you|for (?:your )?[\w'-]+(?= (?:, )?(?:yes|yep|sure|of course"
    r"|no problem|absolutely|definitely|happily|gladly)\b)|since you asked(?: so)? nicely|lol|well|hmm"
    r"|so|and|but|then|for (?:him|her|you|them)|since it's you|in that case|honestly|ooh|eek"
    rf"|thanks(?: so much| a lot)?|thank you(?: so much)?|cheers|actually|{_SMILE}+)(?: ,| !| \.| —)? )*"
)


def accept_inbound(utterance: Utterance, inbound: Utterance) -> None:
    """Add the inbound's explicit claims to a draft that agrees to them."""
    reading = utterance.reading
    if inbound.offers:
        _accept_heard(utterance, inbound)
    _accept_later_payment(utterance, inbound)
    if is_too_much(reading, _start(reading), inbound.reading):
        return
    phrase = _agreement(reading, inbound) if _proposes(inbound) else None
    if phrase is None:
        echo = echoed_answer(reading, _start(reading), inbound.reading)
        if echo is not None and _TAKEN_BACK.search(reading.line) is None:
            _accept(utterance, inbound, *echo)
        _accept_short_answer(utterance, inbound)
        _accept_with_time(utterance, inbound)
        if inbound.money:
            _accept_price(utterance, inbound)
        return
    if _IN_PART.match(reading.line, reading.line_at[phrase[0]]):
        return
    short = len(reading) <= _SHORT_ANSWER
    asked = [_is_request(inbound.reading, i, short=short) for i in range(len(inbound.reading))]
    _accept(utterance, inbound, phrase, asked)


def _accept_heard(u: Utterance, inbound: Utterance) -> None:
    """Accept what the client has heard of, where the draft says that it is so: "that's me"."""
    confirmed = confirming_phrase(u.reading, _start(u.reading))
    if confirmed is not None:
        heard = [changed(o, stance=Stance.ASKED) for o in inbound.offers if o.stance is not Stance.REFUSED]
        u.offers += _taken(left_open(u, heard), *confirmed)


def _agreement(reading: Reading, inbound: Utterance) -> tuple[int, int] | None:
    """Return the words that agree and that no refusal of the draft takes back."""
    phrase = agreeing_phrase(reading)
    if phrase is not None and is_courtesy(reading, phrase, inbound.reading):
        phrase = agreeing_phrase(reading, reading.sentence(phrase[0])[1])
    if phrase is not None and (
        turned_down(reading, _start(reading), phrase, inbound.reading)
        or parts_ways(reading, phrase, inbound.reading)
    ):
        phrase = None
    if phrase is None and _TAKEN_BACK.search(reading.line) is None:
        return unminded_phrase(reading, inbound.reading)
    return phrase


def _proposes(inbound: Utterance) -> bool:
    """True where the client's message holds anything that a yes could accept."""
    return bool(
        inbound.money
        or inbound.durations
        or inbound.starts
        or inbound.places
        or inbound.modes
        or inbound.channels
        or inbound.payments
        or inbound.offers
        or may_ask(inbound)
    )


def _start(reading: Reading) -> int:
    """Return where a draft's first words stand in the line, behind a greeting."""
    opening = _OPENING.match(reading.line)
    return opening.end() if opening else 0


def _accept_price(u: Utterance, inbound: Utterance) -> None:
    """Accept the client's sum where the draft takes it up: "I can live with that"."""
    phrase = agreed_price(u.reading, _start(u.reading), inbound.reading)
    if phrase is not None and _TAKEN_BACK.search(u.reading.line) is None:
        u.money += _taken(open_sums(u, inbound, phrase), *phrase)


def _accept_with_time(u: Utterance, inbound: Utterance) -> None:
    """Accept a way to talk that is answered with the time for it: "after 3 is best"."""
    if not inbound.channels or stays_in_text(u.reading):
        return
    words = taken_up_with_time(u, inbound)
    if words is not None:
        u.channels += _taken(inbound.channels, *words)


def _accept_short_answer(u: Utterance, inbound: Utterance) -> None:
    """Accept a way to talk, to meet or to pay, or a thing, that is taken up with no plain yes: "only on Fridays"."""
    reading, asking = u.reading, inbound.reading
    start = _start(reading)
    phrase = while_asking(reading) or only_when(reading, start, asking)
    modes = phrase or asks_address(reading)
    paid = phrase or leave_to_pay_later(reading, start)
    if phrase is not None and not u.channels and not stays_in_text(reading):
        u.channels += _taken(inbound.channels or asked_channels(inbound), *phrase)
    if modes is not None and not u.modes and _TAKEN_BACK.search(reading.line) is None:
        u.modes += _taken([m for m in inbound.modes if m.offered] or asked_modes(inbound), *modes)
    if paid is not None and not u.payments:
        u.payments += _taken(inbound.payments, *paid)
    if phrase is not None:
        u.offers += _taken(left_open(u, inbound.offers), *phrase)
    if inbound.places:
        u.places += how_long_there(u, start, elsewhere(u, asked_places(inbound)))


def _accept_later_payment(u: Utterance, inbound: Utterance) -> None:
    """Take a no to "do I have to pay first?" for leave to pay after the appointment."""
    spared = spared_to_pay_first(u.reading, _start(u.reading), inbound.reading)
    if spared is not None and not u.payments:
        first, last = spared
        u.payments.append(PaymentClaim(first=first, last=last, stance=Stance.ASSERTED, timing="after"))


def _taken(claims: Iterable[_Some], first: int, last: int) -> list[_Some]:
    """Return the client's claims that can be agreed to, as the draft's on `[first, last)`."""
    return [
        changed(c, first=first, last=last, stance=Stance.ASSERTED, accepted=True)
        for c in claims
        if c.stance in (Stance.ASSERTED, Stance.ASKED)
    ]


def agreeing_phrase(reading: Reading, at: int = 0) -> tuple[int, int] | None:
    """Return the words of the first clause from the sentence at word `at` on that agrees, else None."""
    while at < len(reading):
        begin, end = reading.sentence(at)
        found = _agreeing(reading, begin, end)
        if found is not None:
            return None if _TAKEN_BACK.search(reading.line) else found
        at = end
    return None


def _agreeing(reading: Reading, begin: int, end: int) -> tuple[int, int] | None:
    line, at = reading.line, reading.line_at
    stop = at[end] if end < len(at) else len(line)
    if reading.words[end - 1] == "?":
        asked = rhetorical_assent(line, at[begin], stop)
        return None if asked is None else (begin, end)
    opening = _OPENING.match(line, at[begin], stop)
    starts = {at[begin], opening.end() if opening else at[begin]}
    for i in range(begin, end - 1):
        if reading.words[i] in (",", "—", "so", "then", ":", "but") or reading.marks[i] & EMOJI:
            after = _OPENING.match(line, at[i + 1], stop)
            starts.add(after.end() if after else at[i + 1])
        elif reading.words[i] == "and" and _STRUCK.match(line, at[i + 1], stop):
            starts.add(at[i + 1])
    for start in sorted(starts):
        match = _assent(line, start, stop)
        if begin and reading.seen & NEGATION and line.startswith("if ", start):
            continue  # behind an answer it only softens it: "No calls, sorry. If that helps"
        if match is None or _NOT_ASSENT.match(line, start):
            continue
        until = _extended(line, match.end(), stop)
        if _PUT_OFF.match(line, until) and not _FIRM.search(line, start, until):
            continue
        first, last = reading.words_of(match.start(), until)
        return first, _to_clause_end(reading, last, end)
    return None


_STRUCK: Final = re.compile(
    r"(?:you(?:'ve)? got (?:it|yourself a deal)|you're on|it's (?:yours|a deal)"
    r"|we(?:'ve| have)(?: got)? a deal)(?= [,.!…—]|$| then)"
)
"""What settles a bargain behind its condition: "book both and you're on"."""


def _assent(line: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the assent that the line opens with at `start`, if it is not empty."""
    match = _ASSENT.match(line, start, stop)
    if match is not None and match.end() > start:
        return match
    return foreign_assent(line, start, stop) or worded_assent(line, start, stop)


def opens_with_assent(reading: Reading, begin: int) -> bool:
    """True when the words from `begin` on open with assent: "yes", "no problem", "can do"."""
    line, start = reading.line, reading.line_at[begin]
    return _assent(line, start, len(line)) is not None and _NOT_ASSENT.match(line, start) is None


def assent_at(reading: Reading, begin: int, end: int) -> int:
    """Return the word behind the assent that the words `[begin, end)` open with, else `begin`."""
    if not opens_with_assent(reading, begin):
        return begin
    line, at = reading.line, reading.line_at
    stop = at[end] if end < len(at) else len(line)
    match = _assent(line, at[begin], stop)
    return begin if match is None else reading.words_of(at[begin], _extended(line, match.end(), stop))[1]


def _to_clause_end(reading: Reading, last: int, end: int) -> int:
    """Take in the few words that finish the agreeing clause."""
    for index in range(last, min(end, last + _TAIL)):
        if reading.marks[index] & (SENTENCE_END | COMMA | EMOJI) or reading.words[index] in _CUTS:
            return index
    return end if end - last <= _TAIL else last


_TAIL: Final = 7
_CUTS: Final = frozenset("x xx xxx so but because since just and if the".split())


def _extended(line: str, end: int, stop: int) -> int:
    """Take in further assent right behind: "sure, sounds good"."""
    while True:
        joined = re.compile(r" (?:, |and |! |\. )?").match(line, end, stop)
        if joined is None:
            return end
        match = _assent(line, joined.end(), stop)
        if match is None:
            return end
        end = match.end()


def _is_request(reading: Reading, index: int, *, short: bool) -> bool:
    """True when the inbound's sentence around a word asks for or proposes something."""
    begin, end = reading.sentence(index)
    alone = begin == 0 and end == len(reading)
    if short or alone or reading.words[end - 1] == "?":
        return True
    at = reading.line_at
    if _IS_IT_FINE.match(reading.line, at[end]) if end < len(at) else False:
        return True
    return _REQUEST.search(reading.line[at[begin] : at[end] if end < len(at) else None]) is not None


def _accept(u: Utterance, inbound: Utterance, phrase: tuple[int, int], asked: list[bool]) -> None:
    def taken(claims: Iterable[_Some]) -> list[_Some]:
        return _taken((c for c in claims if asked[c.first]), *phrase)

    u.money += taken(open_sums(u, inbound, phrase))
    if not any(d.of is not DurationOf.OTHER or is_set(u, d) for d in u.durations):
        u.durations += taken(d for d in as_lengths(inbound) if d.of is DurationOf.APPOINTMENT)
    if not any(s.proposed or s.stance is Stance.REFUSED for s in u.starts):
        proposed = [s for s in inbound.starts if s.proposed]
        asking = repeated(u, inbound, proposed or [s for s in inbound.starts if asks_for(inbound, s)])
        u.starts += [changed(s, proposed=True) for s in taken(picked(u, phrase, asking))]
    if not any(p.about == "professional" for p in u.places):
        u.places += taken(elsewhere(u, asked_places(inbound)))
    if not u.modes:
        modes = either_mode(u.reading, phrase, inbound) or [m for m in inbound.modes if m.offered]
        u.modes += taken(modes or asked_modes(inbound))
    if not u.channels and not stays_in_text(u.reading) and not calls_at_door(u.reading, inbound.reading):
        u.channels += taken(unused(inbound, inbound.channels) or asked_channels(inbound))
    if not u.payments and not is_paid_first(u.reading):
        u.payments += taken(p for p in inbound.payments if not starting_in(inbound.starts, p.first, p.last))
    u.offers += taken(left_open(u, inbound.offers))
