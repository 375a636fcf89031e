"""The words of reports: who says what a clause says, whether that is denied, and what hangs on it.

A report is a verb of saying or thinking with the clause it governs ("my old site says …"), or words
between quotation marks; `align.claims.reported` decides from these what a draft does not say itself.
"""

from __future__ import annotations

import re
from typing import Final

from align.claims.withdrawals import SECOND_THINKING

_VERBS: Final = (
    "say says said saying tell tells told telling write writes wrote writing text texts texted texting "
    "message messages "
    "messaged messaging claim claims claimed claiming send sends sent sending post posts posted posting "
    "advertise "
    "advertises advertised advertising promise promised promising think thinks thinking thought believe "
    "believes believing "
    "believed assume assumes assumed assuming mean meant suggest suggests suggested suggesting imply "
    "implied hear heard read "
    "announce announced shows showing guarantee messages texts agree agreed hope hoping hoped expect "
    "expecting expected "
    "lists listed offered joke joked jokes joking sound sounds sounded looks looked seems seemed idea "
    "rumour rumor story notion impression belief"
)
VERBS: Final = frozenset(f"{_VERBS} has have had put puts".split())
"""What opens a report."""
CALLED: Final = frozenset(
    "true case untrue false wrong incorrect myth lie rumour rumor misunderstanding misconception legend "
    "nonsense rubbish "
    "truth joking kidding teasing messing scam fraud fake trick".split()
)
"""One of these stands before a clause that is called untrue."""
ASKING: Final = frozenset("asked ask asking wondered wondering question".split())
DREAMING: Final = frozenset(("world", "imagine"))
PRETENDING: Final = frozenset(
    "pretending pretend pretends posing claiming passing impersonating impersonator impersonators stole "
    "stolen hacked "
    "hijacked cloned scammer scammers impostor impostors imposter imposters fraudster fraudsters hacker "
    "hackers catfish "
    "fake bogus clone spoofed copycat scam name photo photos pic pics picture pictures face".split()
)
"""Of whoever passes for the professional."""
DENYING: Final = PRETENDING | frozenset(
    "never didn't not wouldn't can't cannot couldn't wasn't aren't nobody no noone none recall remember "
    "don't hate hope "
    "lying old outdated previous former ancient cached wrong last take mistake shouldn't misspoke ignore "
    "disregard forget "
    "wish used regret".split()
)
"""Before a verb of saying: what can deny it, or name a source that nobody trusts."""
DISCREDITING: Final = frozenset(
    "wrong untrue false fake fakes mistaken incorrect lie lies nonsense rubbish bollocks bs spam hoax "
    "scam fraud mistake "
    "error misunderstanding glitch typo joke impostor imposter scammer myth bug outdated date made "
    "making makes longer not "
    "blocked taken gone none april troll bot fraudster hacker never didn't haven't correct change fix "
    "update remove delete "
    "switched turned took take pulled old other isn't wasn't aren't weren't doesn't don't nothing mixed "
    "ignore disregard "
    "report block forget accident must lied lying misspoke afraid sorry can't cannot won't couldn't "
    "pretend pretends "
    "pretending impersonating beware watch careful photoshopped".split()
)
"""Of these one stands in whatever discredits a report."""
DISOWNING: Final = PRETENDING | frozenset(
    "isn't not wasn't aren't fakes scammers frauds fraud fraudsters fraudulent spam pretends impersonate impersonates"
    " impersonated impersonation pretended posed poses claimed copied say says saying claim claims watch look beware careful block report".split()
)
"""Of these one stands where a contact is called somebody else's, or the client is warned of it."""
SOURCES: Final = frozenset("whoever anyone anybody who where why how idea wonder sure".split())
"""Before a verb of saying: what asks who said so."""
CUES: Final = (
    VERBS - {"has", "have", "had", "put", "puts"}
    | CALLED
    | ASKING
    | DREAMING
    | PRETENDING - {"name", "photo", "photos", "pic", "pics", "picture", "pictures", "face", "passing"}
    | SECOND_THINKING
    | {'"', "jk", "ignore", "disregard", "april"}
)
DOUBTS: Final = (
    DENYING | DISCREDITING | CALLED | DREAMING | SECOND_THINKING | frozenset(("?", '"', "jk", "nope", "nah"))
)
"""Without any of these a report stands."""
_VERB: Final = rf"(?:{'|'.join(_VERBS.split())})"
_HEARER: Final = (
    r"(?: (?:to )?(?:me|you(?! (?:can|could|may|might|will|would|should|two|both|guys|are|pay|have|get"
    r"|come)\b)|u|ye|him|her|us|them|everyone|everybody|people|clients|anyone|anybody|someone|folks?"
    r"|(?:my|our|your|the|other) (?:\w+ )?(?:clients?|customers?|friends?|sister|brother|wife|husband"
    r"|partner|mum|mom))"
    r"| from (?:(?:an?|my|the|your|some) )?(?!the\b|my\b)[\w']+| in an? (?:review|post|text|message"
    r"|e-?mail|comment))?"
)
_SUBJECT: Final = (
    r"(?:i|i'm|i'd|i'll|i've|im|ill|we|we'd|we'll|we're|we've|you|you'd|you'll|you're|it|it's|it'd|its"
    r"|there|there's"
    r"|theres|my|our|your|the|this|that|that's|all|half|an?|any|every|no ?one|everyone|first|for|on|in"
    r"|at|\d[\d:.,]*|[$£€₹₦])"
)
"""What a reported clause opens with."""
CLAUSE: Final = re.compile(rf"{_SUBJECT}(?!\w)")
_NOT_EMPTY: Final = (
    r"(?=[\w$£€₹₦])(?!(?:that|so|it|this|them|what|how|about) (?:[.,!?;:]|and\b|but\b))"
    r"(?!(?:no|yes|enough|and|but)\b)"
)
REPORT: Final = re.compile(
    rf"\b(?:(?P<verb>{_VERB}){_HEARER}|(?:has|have|had|puts?|lists?) (?P<down>me)|rumou?r (?P<rumour>has) it)"
    r"(?: (?:by mistake|earlier|yesterday|once|before|last \w+|in my (?:last )?\w+))?(?: ,(?= that\b))?"
    rf"(?: (?:that|if|whether|like|as if|as though|down as|down for)(?= {_NOT_EMPTY}))? {_NOT_EMPTY}"
)
"""A verb of saying or thinking before the clause that it reports."""
_SAYING: Final = (
    r"(?:say|says|said|saying|tell|tells|told|telling|write|wrote|writing|text|texted|send|sent|sending"
    r"|claim|claimed"
    r"|claiming|promise|promised|promising|post|posted|advertise|advertised|suggest|suggested"
    r"|suggesting|imply|implied"
    r"|mean|meant|guarantee|agree|agreed|offer|offered|offering)"
)
_NEVER: Final = (
    r"\b(?:(?:i|we|i'm|i've|i'd|we're|we've|we'd)(?: (?:would|have|had|am|are|certainly|definitely"
    r"|honestly|really|also"
    r"|just|obviously|absolutely|sure))*"
    r" (?:never|didn't|did not|wouldn't|would not|can't|cannot|couldn't|could not|not|wasn't|was not|aren't)"
    r"(?: (?:ever|actually|really|once|possibly|honestly|have|going to|gonna|mean to|meant to|trying to))*"
    r"|(?:i|we) (?:don't|do not|can't|cannot) (?:recall|remember)(?: ever)?"
    r"|(?:i|we) (?:don't|do not) (?:think|believe|suppose) (?:that )?(?:i|we)(?:'ve| have)?(?: ever)?"
    r"|(?:i'd|i would|it'd|it would|that'd|that would|it's|it is) be (?:\w+ )?(?:lying|a lie|wrong"
    r"|untrue|misleading|dishonest)"
    r"(?: (?:of|for) (?:me|us))? (?:if (?:i|we)|to)"
    r"|(?:there's|there is|there was) no way (?:i|we|i'd|i've|we'd)(?: would| have| could| ever)*"
    r"|(?:was|were|is) wrong to"
    r"|(?:nobody|no ?one|none of us)(?: (?:here|on my (?:side|team)|at (?:mine|ours|the \w+)|from (?:my"
    r"|our) \w+))?"
    r"(?: has| would)?(?: ever)?) "
)
DENIED: Final = re.compile(_NEVER + _SAYING + r"\b")
"""A verb of saying that is denied: "I never said", "nobody here told"."""
SUPPOSED_NOT: Final = re.compile(
    r"(?:(?:^|[,.] |\b(?:so|please|but|and) )(?:don't|do not|never) (?:just |ever )?"
    r"|\b(?:don't|do not|wouldn't|would not|never) want (?:you|people|anyone|anybody|them|everyone"
    r"|clients) to (?:\w+ )?"
    r"|\bhate (?:for|it if) (?:you|people|anyone|anybody|clients) (?:to )?"
    r"|\b(?:didn't|don't|did not|never|not) (?:\w+ )?(?:get|got|have|give|gave)(?: (?:you|people"
    r"|anyone))? (?:the|that|an) (?:wrong )?"
    r"|\bhope (?:that )?(?:nobody|no ?one)(?: has| ever)? )$"
)
SUPPOSING: Final = frozenset(
    "think thinks thought assume assumed believe believed idea impression told said".split()
)
"""What the client is told not to think: "please don't assume I do X"."""
PRETENDER: Final = re.compile(
    r"(?:\b(?:pretend(?:s|ed|ing)? to be|pos(?:es|ed|ing) as|claim(?:s|ed|ing) to be|impersonating"
    r"|passing (?:himself|herself|themselves|itself) off as)"
    r" (?:me|us)\b|\b(?:using|with) (?:my|our) (?:name|photos?|pictures?|pics|face)\b|\b(?:stole|stolen"
    r"|hacked|hijacked|cloned|copied)(?: into)?"
    r" (?:my|our) (?:\w+ )?(?:accounts?|profile|page|phone|number|photos?|insta\w*|site|identity)\b"
    r"|\b(?:scammers?|impostors?|imposters?|fraudsters?"
    r"|hackers?|impersonators?|catfish)\b|\b(?:fake|bogus|cloned?|hacked|spoofed|copycat"
    r"|scam) (?:\w+ )?(?:accounts?|profiles?"
    r"|pages?|numbers?|texts?|messages?|sites?|websites?|ads?|listings?|insta\w*|e-?mails?)\b)"
)
SOMEBODY: Final = re.compile(r"(?:there(?:'s| is| are| was)|some|an? |this |that )[^,]*$")
"""What the sentence of a pretender opens with, when it speaks of nobody else."""
NOT_A: Final = re.compile(r"\b(?:not|n't|no|never|against|avoid|beware of|unlike)(?: \w+)?(?: an?)? $")
HANDING_OUT: Final = re.compile(
    r"(?: (?!(?:but|so|because|i|i'm|i'll|we|my|our)\b)[\w'-]+){0,9}?(?: , (?:and |who )?(?:he|she|they"
    r"|it))? (?:offering|offers?|selling|sells|promising"
    r"|promises|asking|asks|giving|gives|handing|texting|telling|sending|writing|messaging|saying|says"
    r"|said|claiming|posting)\b"
)
"""Behind who passes for the professional: what they do in their name."""
STALE: Final = re.compile(
    r"\b(?:old|outdated|previous|former|out of date|ancient|last year's|cached|wrong) (?:\w+ )?(?:site"
    r"|website|page|flyers?"
    r"|leaflets?|listing|profile|menu|price ?list|ad|advert|card|bio|post|poster|sign|brochure|template"
    r"|message|blog|bot|app|system|software|auto ?reply|reminder)"
    r"(?: of (?:mine|ours))?(?: (?:still|might|may|probably|wrongly|that|which|also|online|out there))* $"
)
AS: Final = re.compile(r"\b(?:as|like|just like|exactly as)(?: [\w']+){1,5} $")
WHO_SAID: Final = re.compile(
    r"(?:\b(?:whoever|anyone who|any(?:body|one) (?:that|who)|(?:don't|do not|not sure|no idea"
    r"|wonder) (?:know )?(?:who"
    r"|where you|why you|how you)|idea where you|idea who)(?: (?:has|have|had|ever|once|just"
    r"|got the idea|on earth))* $)"
)
INTO_QUESTION: Final = re.compile(
    r"(?:^|[,.] |\b(?:and|so|but|or|sorry|hi|hey|wait|oh|hm) (?:, )?)(?:who|where|how did (?:you|he|she|they)"
    r"|what (?:makes|made) (?:you|him|her|them)|why (?:do|did|would) (?:you|he|she|they)"
    r"|do (?:you|they) (?:really|honestly|seriously|actually)"
    r"|(?:was|is) (?:that|it|this) (?:[\w']+ ){1,6}?(?:who|that|which)|did (?:the|that|your|some|another)"
    r" (?:(?:other|last|old|previous|new) )?(?:place|salon|studio|shop|clinic|spa|app|site|website|page"
    r"|ad|gym|school)"
    r"|did you (?:really )?(?:see|read|hear|find)(?: (?:it|that|this))? (?:somewhere|anywhere|online|on \w+)?"
    r"|(?:has|did|is) (?:someone|somebody|anyone|anybody) (?:been )?)(?: [\w']+){0,3} ?$"
)
"""Before the verb, in a question that wonders who said so."""
ACTING: Final = frozenset("text send post message write show announce advertise looks sounds seems".split())
"""What the client is told to do as well: "text 0400 555 012 to book"."""
TOLD_YOU: Final = frozenset(
    "tell told telling think thinking said say says saying hear heard read believe idea impression".split()
)
OWN_SAYING: Final = re.compile(r"\b(?:i|we|i'm|shall|should|can|may|let me)(?: [\w']+){0,2} $")
"""Before the verb: the professional says it, "shall I text you", "did I say"."""
DID_I: Final = re.compile(r"\bdid (?:i|we) (?:just |really )?$")
MEANT: Final = re.compile(
    r"(?:(?:sorry|oops|no|i'm|so|ah|oh|haha|my mistake|my bad) (?:[,.!] )?)*(?:(?:i"
    r"|we) (?:\w+ )?meant\b|make that\b"
    r"|(?:it|that) should (?:be|say|have)\b|that was a (?:typo|mistake)\b)"
)
"""Behind "did I say noon?": it is put right."""
REPENT: Final = re.compile(
    r"\b(?:take back|(?:made|was|been) a (?:\w+ )?mistake|wrong (?:when|of me)|shouldn't have"
    r"|should not have|misspoke"
    r"|(?<!n't )(?<!not )(?<!never )(?:(?:ignore|disregard) (?:my|the|what|that|any)"
    r"|forget (?:my|what|that|anything) i)|wish (?:i|we) could|used to|regret(?! to\b))\b"
    r"(?:(?! (?:but|so|now)\b)[^.!?,:;—])*$"
)
"""Before what the professional said: it is taken back."""
UNTRUE_THAT: Final = re.compile(
    r"\b(?:(?<!not )(?<!n't )(?<!never )(?:joking|kidding|teasing) (?:about|when (?:i|we)"
    r" (?:said|wrote|texted|(?:told|promised) (?:you|him|her|them|everyone|people))(?: that)?) "
    r"|(?:it's|that's|it is) (?:an? |only a )?(?:scam|fraud|fake|trick) (?:if|when) "
    r"|(?:(?:it's|it is|that's|that is|is) (?:(?:just|simply|definitely|really|also|sadly|absolutely"
    r"|only|all) )*"
    r"(?:not (?:(?:at all|really|actually|quite|even) )?(?:true|right|correct|the case|so)|untrue|false"
    r"|wrong|incorrect"
    r"|(?:an? )?(?:\w+ )?(?:myth|lie|rumou?r|misunderstanding|misconception|legend|fairy tale|nonsense"
    r"|rubbish))"
    r"|(?:it |that )?(?:(?:simply|just|really) )?isn't (?:(?:simply|just|at all|really"
    r"|actually) )*(?:true|right|correct"
    r"|the case|so)|no truth (?:in|to) (?:the (?:rumou?r|idea|claim|story)|it)) that (?="
    rf"{_SUBJECT}(?!\w)))"
)
"""What opens a clause that is called untrue."""
DREAMT: Final = re.compile(
    r"\b(?:(?:in (?:an|a|my|your) (?:ideal|perfect|better|different|dream|other) (?:world|life))(?: ,)? "
    r"|(?<!can )(?:just )?imagine if )(?=\w)"
)
DREAM_ENDS: Final = re.compile(
    r"\b(?:but|though|yet|sadly|unfortunately) (?:[\w']+ ){0,3}?(?:not|no|never|can't|isn't|don't|won't"
    r"|doesn't|impossible"
    r"|alas)\b"
)
ASKED_IF: Final = re.compile(
    r"\b(?:(?:you|someone|somebody|they|people|he|she|your \w+)(?:'ve|'re| have| also| just| had"
    r"| were)? (?:asked|ask|asking"
    r"|wondered|wondering|wanted to know|want to know)(?: me)?|(?:to answer |answering |as for "
    r"|re )?your question(?: (?:of|about"
    rf"|as to))?|the question(?: is)?) (?:if|whether) (?={_SUBJECT}(?!\w))"
)
WHO_TOLD_YOU: Final = re.compile(
    r"(?:(?:wait|what|sorry|no|hm|hmm|huh|ha|haha|oh|erm|um) (?:[,.!?] )?)*(?:who (?:on earth "
    r"|the hell |in the world )?(?:told"
    r"|said|says|gave)|where (?:on earth |the hell )?(?:did|do|have) you (?:hear|heard|read|get|got|see"
    r"|seen)|says who|since when(?= [.!?]|$| (?:do|did|am|have) (?:i|we)\b)"
    r"|that (?:wasn't|isn't|was not|must have been|can't have been) (?:me|someone|somebody|us|mine)"
    r"|not (?:true|me|from me|by me)\b"
    r"|(?:no (?:, )?)?that must have been)"
)
LEADS_ON: Final = re.compile(
    r"(?: [,:—-])?(?: ?(?:and|but|so|sorry|no|well|please|just|oh|ah|ha|haha|is|are|was|were|an?|only"
    r"|i'm afraid|i'm sorry|which|that|this|it|they|he|she|those|these|i|i'm"
    r"|i've|we|we've|you|all|of course|certainly|definitely|sadly|though|actually|honestly"
    r"|unfortunately|because|must|it's|they're|he's|she's|you're"
    r"|that's|there|somebody|someone|somewhere|the|in it|to \w+ \w+|message|text|site|page|flyer"
    r"|listing|account|person|app"
    r"|profile|one|thing|bit|scammer|post|ad|email|story|rumou?r|rumours?|,|!)(?= |$))* ?"
)
"""What may stand between a report and the words that discredit it."""
ANOTHER: Final = re.compile(
    r"\b(?:other|old|last|previous|earlier|first|second|rest|next)(?: [\w']+){0,4} $"
    r"|\b(?:if|unless|when|in case|until|till)(?: [\w']+){0,3} $"
)
"""Before such words: they are said of something else, or only perhaps."""
PAUSE: Final = re.compile(
    r"[:,—-] (?:and )?(?:(?:sorry|sadly|well|honestly|(?:the|my) answer is|that's a|it's a) (?:, )?)*"
)
BARE_NO: Final = re.compile(
    r"(?:(?:sorry|sadly|unfortunately|well|honestly|oh|ah|and|but|so|the answer is|that's a|it's a"
    r"|it's) (?:, )?)*"
    r"(?:no(?= (?:[.,!;—]|sorry|i\b|from)|$)|nope|nah|never|not (?:any ?more|possible|really|this"
    r"|right now|with|for|from|at"
    r" the|yet|me)|(?:i|we) (?:don't|can't|won't|never|couldn't|do not|cannot)"
    r"|i'm afraid (?:not|i(?! (?:do|can|will|am)\b))"
    r"|i'm sorry (?:, )?(?:no|not|i)\b|not(?= [.,!;]|$))(?! (?:mind|wait|charge)\b)"
)
SPEAKER: Final = re.compile(r"\b(?:i|i'm|i'll|i've|i'd|we|we'll|we're|we've|so|but|only|real|official)\b")
WARNED: Final = re.compile(
    r"(?:\b(?:watch|look) out for|\bbeware(?: of)?|\bcareful (?:of|with)|(?:^|[,.] |\b(?:please|just"
    r"|and) )(?:block|report))"
    r" (?:(?:the|that|this) )?(?:(?:account|profile|page|number|user|handle) )?$"
)
"""Before a contact: the client is warned of it."""
NOT_THEIRS: Final = re.compile(
    r"\b(?:isn't|is not|wasn't|are not|aren't|not) (?:me|mine|us|ours|my (?:\w+ )?(?:number|page"
    r"|account|profile|email|line|site))\b"
    r"|\b(?:that's|it's|they're|he's|she's|is|are) (?:all )?(?:an? |the )?(?:scammers?|fakes?|scam"
    r"|impostors?|imposters?|fraud\w*|spam"
    r"|bogus|impersonat\w+)\b|\bpretend(?:s|ing)? (?:to be|they're|he's|she's|it's|that they're) (?:me|us)\b"
    r"|\b(?:say|says|saying|claim|claims|claiming) (?:that )?(?:it's|to be|they're|he's|she's) (?:me|us"
    r"|from me)\b|\bimpersonat"
)
"""Behind a contact: it is somebody's who passes for the professional."""
REAL: Final = re.compile(
    r"\b(?:mine|ours|i|i'm|i'll|i've|we|we're|my|our|me|real|only|official|genuine|right|so|but|instead"
    r"|actual)\b"
    r"|(?:,|\b(?:and|then)) (?:(?:then|please|just) )?(?:message|text|add|follow|use|contact|dm|find|email)\b"
)
"""Between such a one and a contact: it is the professional's own after all."""
OWNED: Final = re.compile(
    r"\b(?:my(?! (?:old|previous|former|fake)\b)(?: [\w']+){1,3}?|mine|i'm) ?(?:is|'s|on|:)(?: now| on)? $"
)
"""Before a contact: it is the professional's, whatever is said of another: "my insta is @x, the fake one isn't me"."""
OWN_DENIAL: Final = re.compile(
    r"(?:i|we|i'm|we're|i've|we've)(?: \w+)? ?(?:don't|do not|can't|cannot|won't|never|no longer|not"
    r"|stopped|haven't|didn't)\b"
)
"""What a false report denies of the professional, who does it then."""
UNTOLD: Final = re.compile(
    r"\b(?:can't believe|cannot believe|surprised|a shame|sorry)(?: that)? (?:(?:i|we)(?: have|'ve)?"
    r" (?:never|didn't)|no ?one|nobody|(?:i|we) haven't) (?:ever |even )?\w+$"
    r"|\b(?:don't|do not) (?:think|believe) (?:that )?(?:i|we)(?:'ve| have)? told$"
    r"|\b(?:don't|never|can't|cannot) say (?:that )?(?:i|we) (?:didn't|never) \w+$"
    r"|\b(?:i|we)(?: really| probably)? should(?: have|'ve) \w+$"
)
"""Before "told you I do X": that it has not been told yet is owned up to, and so it is told."""
UNDONE: Final = re.compile(
    r"\b(?:(?:is|are|was|were|'s) (?:cancelled|canceled|off|full|over|worse|boring|useless|closed|stopped)"
    r"|stopped|no longer)\b"
)
"""In a report that is called wrong: what is denied, and so is on: "they say X is cancelled, that's wrong"."""
STRANGERS: Final = re.compile(
    rf"{SPEAKER.pattern}|{ANOTHER.pattern}"
    r"|\b(?:others|(?:any|every)(?:thing|one|body) else|the rest|the fake ones?"
    r"|the (?:hacked|cloned|stolen) (?:one|page|account|profile|number))\b"
)
"""Behind a contact: another is meant, "text me on X, anything else is fake"."""
