"""Stance: what a draft does with a claim. `«»` mark the claim in each sentence."""

import pytest

from align.claims.claim import Stance
from align.claims.stance import stance_of
from align.reading import Reading, Vocabulary

VOCABULARY = Vocabulary()


def stance(marked: str) -> Stance:
    start = marked.index("«")
    end = marked.index("»") - 1
    reading = Reading(marked.replace("«", "").replace("»", ""), VOCABULARY)
    first = next(i for i, e in enumerate(reading.ends) if e > start)
    last = max(i for i, s in enumerate(reading.starts) if s < end) + 1
    return stance_of(reading, first, last)


ASSERTED = [
    "It's «150» for the hour.",
    "If you like, «call me» tonight.",
    "No problem, «call me» any time.",
    "Don't hesitate to «call me».",
    "Don't be shy, «give me a ring».",
    "I can't wait, «see you in Leeds».",
    "Why not «call me» later?",
    "Not only «hot stones», also cupping.",
    "I don't do calls, but «text me» the list.",
    "It's not 150, it's «180» for the hour.",
    "Can't do Friday, «6 tonight» works though.",
    "Want me to «come to you»?",
    "How about «9 tonight»?",
    "Fancy a «quick call»?",
    "Shall I «call you»?",
    "There's no reason you can't «come over».",
    "I never skip the «drone footage».",
    "You said 150 but it's «180».",
    "You asked about Friday, and «6» works.",
    "Would «6pm» work for you?",
    "A «15 minute trim»? Sure, bring her in.",
    "The hour is «180», not 150.",
    "No worries at all, «pay me after».",
    "You mentioned «150», that works for me.",
    "I'm not in Dublin this week but I'm «in Galway».",
    "I also «cover San Marcos», it's no distance.",
    "Don't worry about the money, «settle up later».",
    # two negations make an offer
    "I wouldn't say no to «a quick call».",
    "It wouldn't be the same without «hot stones».",
    "I haven't given up «home visits».",
    "I'm never too busy for «a video call».",
    "I'm not booked at «7:30».",
    "«7:30» isn't taken.",
    "I can't see any harm in «a video call».",
    "There's no limit on «home visits».",
    # how long a job it is, and how it is never done
    "«Hand stripping» is a two hour job.",
    "«Cupping» is a quick job but I love it.",
    "«A botanical piece» we don't do in a hurry.",
    "«Cupping» I don't do without a chat first.",
    # a bound, and what is said of a claim's extras
    "I can't go lower than «150».",
    "I can't start before «3pm».",
    "No extra charge for «hot stones».",
    "You don't have to go elsewhere for «hot stones».",
    "The «150» isn't refundable.",
    "I wasn't sure about «home visits», but they're my favourite now.",
    # a habit that is set aside, a turn in time
    "I don't usually «come to you», but for you I will.",
    "I didn't always offer «home visits», but these days I do.",
    "I stopped doing «home visits» for a while, but I'm doing them again.",
    "My colleague doesn't do «hot stones», I do.",
    # a clause of its own
    "No deposit needed, «call me» on the day.",
    "If there's no answer, «give me a buzz».",
    "That's 9 gone then, but «7:30» hasn't gone yet.",
    # questions that propose
    "Would «a video call» help?",
    "What if I «come to you»?",
    "Two hours and I'll do the «hot stones» as well, sound fair?",
    "You wanted «hot stones»? Consider it done.",
    "You could have «3pm» or 5pm.",
    # a draft in quotation marks, as a model writes it
    '"Would you like a quick «30 minute» session?"',
    '"Would you like a quick «30 minute» session?" x',
    '"Would you like a quick «30 minute» session?" - Ines',
    '"Fancy a «quick call»?" Just ask!',
    # what is done on a condition of the professional's own
    "If I took «150» for you, I'll need the deposit today.",
    "If I went «150» for you I'll need it in cash.",
    "If I let you «pay after», I'll need your word.",
    "If I got «hot stones» in I'd do them for you Saturday.",
    "If I dropped it to «150» I'd want the deposit tonight.",
]
NOT_ASSERTED = [
    "«Cupping» is a vet's job.",
    "«Cupping» is a vet job.",
    "«A court report» is a different job and I don't write them.",
    "«Cupping» we don't do here.",
    "I don't do «calls».",
    "I don't do calls, «video» or voice notes.",
    "No calls, no «video».",
    "Sorry, not «in Dallas» this month.",
    "It's not «150», it's 180.",
    "«Calls» aren't my thing.",
    "«6» is gone I'm afraid.",
    "«1pm»'s out, sorry.",
    "«Sworn translation» isn't something I do.",
    "I can't do «9 tonight», I'm finished by then.",
    "You mentioned «150» but that isn't my rate.",
    "Your friend may have said «25».",
    "Are you «in Dallas»?",
    "Did you pay «150» last time?",
    "I'd rather text than «call».",
    "Balance is due before we start rather than «at the end».",
    "I'll come to you instead of «you coming to me».",
    "I used to charge «150».",
    "If you were «in Dallas» I'd say yes.",
    "If I took «150» I'd starve.",
    "If I dropped to «150» I'd lose the studio.",
    "If I let everyone «pay after» I'd go broke.",
    "If I sold it for «150» we'd be out of business.",
    "If I knocked «50» off every time I'd be skint by May.",
    "If I charged «150» I'd have retired by now.",
    "If ever I go to «Pune» I will tell you first.",
    "If I ever went to «200» you'd hear it first.",
    "I never offer «hot stones».",
    "There's no way «you can come over».",
    "«White ink» goes yellow so I steer clear of it.",
    "I no longer offer «cupping».",
    "«Half an hour»? I can't, sorry.",
    "Unfortunately «hot stones» are off the menu.",
    "I won't be able to «call you».",
    "I don't think «150» would work.",
    "«Half an hour» is too short for me.",
    "It's «150», sorry, 180 for the hour.",
    "My old flyer said «80 an hour», that was two summers ago.",
    "Nor do I work with «EMDR».",
    "What I don't offer is «hypnotherapy», medication or a court report.",
    "Not on offer: buffets, «raw oysters», wedding catering.",
    # words that turn down without a negation
    "I gave up «home visits» last spring.",
    "I stay out of «wedding catering» altogether.",
    "No more «house calls» for me.",
    "I dropped «hot stones» from the list.",
    "We've decided against «voice notes».",
    "I draw the line at «calling you».",
    "I'm too far away to «come to you».",
    "I hardly ever do «home visits» now.",
    "Nobody here does «hot stones».",
    "Under no circumstances do I offer «hot stones».",
    "There's not a chance I'd «come to you».",
    "Sorry to disappoint on «hot stones», I keep it simple.",
    # verdicts behind
    "«Sedation» has to be left to the professionals.",
    "The idea of «hot stones» is lovely, but I'll pass.",
    "«Home visits» are outside what I do.",
    "«Hot stones»? Wrong shop, sorry!",
    "«Hot stones», sadly not.",
    "«A video call» — not for me, thanks.",
    "«Deep cleaning» is what Bev does, I only iron.",
    "«Sedation» is the vet's job, not mine.",
    "«Sedation» has to be done by a vet.",
    "«7:30» has been snapped up.",
    "«Hot stones» have nothing to do with me.",
    # wished for, granted or conditional, and then refused
    "I'd love to «come to you», but my car's in the garage.",
    "If you want «hot stones», I can't help, sorry.",
    "If you're looking for «hot stones», you'll have to try elsewhere.",
    "If it's «hot stones» you're after, the spa down the road is great.",
    "For «hot stones» you'd be better off with a specialist.",
    "Most people want to «call me», but that isn't how I work.",
    "I get why you'd rather «pay after».",
    "I know «150» sounds fairer, but it's 180.",
    "I'd «come to you» if I could.",
    "As much as I'd like «a phone call», my hands are full all day.",
    "Would love to do «7:30», honestly, but I'm stuck at the vet.",
    "It's kind of you to offer to «host me», but I stay at the studio.",
    # other people, other days
    "My friend Lou still does «house calls».",
    "My old price was «150».",
    "«150» was the summer price.",
    "Can I «call you»? Sadly not.",
    # questions in quotation marks that are somebody else's
    '"Can you do «30 minutes»?" is what they all ask.',
    '"Can I «call you»?" I get that a lot.',
    'You asked "can I «call you»?" last week.',
    '"Can I «pay you after»?" No, it is up front with me.',
]


@pytest.mark.parametrize("marked", ASSERTED)
def test_asserted(marked: str) -> None:
    assert stance(marked) is Stance.ASSERTED


@pytest.mark.parametrize("marked", NOT_ASSERTED)
def test_not_asserted(marked: str) -> None:
    assert stance(marked) is not Stance.ASSERTED


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("I don't do «calls».", Stance.REFUSED),
        ("It's not «150», it's 180.", Stance.CORRECTED),
        ("You mentioned «150» when we spoke.", Stance.QUOTED),
        ("Are you «in Dallas»?", Stance.ASKED),
        ("If you were «in Dallas» I'd say yes.", Stance.HYPOTHETICAL),
    ],
)
def test_kind(marked: str, expected: Stance) -> None:
    assert stance(marked) is expected
