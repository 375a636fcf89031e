"""Misspelt and run-together words are undone; names and genuine words are left alone."""

from __future__ import annotations

import pytest

from align.reading import Reading, Vocabulary
from align.reading.colloquial import COLLOQUIAL
from align.reading.slips import slip_cost
from tests.work import calls_of

VOCABULARY = Vocabulary()
STUDIO = Vocabulary(
    {"massage": 0, "cupping": 0, "files": 0, "boudoir": 0, "sedation": 0, "postnatal": 0, "lessons": 0},
    {"cup": 1},
)


def _words(body: str, vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    return Reading(body, vocabulary).words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jsut pay me at teh end", "just pay me at the end"),
        ("pay me aftr the lesson", "pay me after the lesson"),
        ("the room is emtpy adn clean", "the room is empty and clean"),
        ("I'm teachign this weeknd", "i'm teaching this weekend"),
        ("taht is waht yuo pya", "that is what you pay"),
        ("an apointment, definately", "an appointment , definitely"),
        ("wiht plenty of parkign", "with plenty of parking"),
        ("hlaf an huor", "half an hour"),
        ("I wuld, agian", "i would , again"),
        ("realy sory", "really sorry"),
        ("terible adjustmnets", "terrible adjustments"),
        ("somethin movin", "something moving"),
        ("recieve it tommorow", "receive it tomorrow"),
        ("frday or monfay , nevr sundy", "friday or monday , never sunday"),
        ("afer that , geat , fity buks", "after that , great , fifty bucks"),
        ("tuesay , ten percet", "tuesday , ten percent"),
        ("thhis or nnext", "this or next"),
        ("tyhe room ajnd the hall", "the room and the hall"),
        ("it worls", "it works"),
        ("an hiur for yoir call", "an hour for your call"),
        ("thereee about nooow", "there about now"),
    ],
)
def test_one_slip_of_the_finger_is_undone(typed: str, meant: str) -> None:
    assert _words(typed) == meant.split()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thai masage", "thai massage"),
        ("raw fiels", "raw files"),
        ("cuping", "cupping"),
        ("sedatoin", "sedation"),
        ("boudior", "boudoir"),
        ("boudeir", "boudoir"),
        ("boudxir", "boudoir"),
        ("postanatl", "postnatal"),
        ("physics lessions", "physics lessons"),
        ("facetimde", "facetime"),
        ("settlre", "settle"),
        ("filles", "files"),
        ("massagee", "massage"),
        ("lesssons", "lessons"),
    ],
)
def test_a_word_of_the_spec_is_meant_before_any_other(typed: str, meant: str) -> None:
    assert _words(typed, STUDIO) == meant.split()


@pytest.mark.parametrize(
    "body",
    [
        "418 moreland ave",
        "mrs holmes and weber",
        "malte , lieke , costa , greene and franco",
        "goodman barlow ingram rowland costello overton underhill",
        "byward oldfield eastland",
        "amaka thando meera sofie menon",
        "moss headshots payout linework dotwork minecraft gatekeeper cooldown",
        "telly footy welly singlet croce tudor pisces",
        "the carers , limiter , biter and spacers",
        "musica familia",
        "sto nes sta oir",
        "ant bee cert gran fash vide",
        "addis ababa , des moines and tuen mun",
        "la crosse , canvey island , glace bay and phenix city",
        "saint dizier , sint maarten , port loko and west allis",
        "surry hills , terre haute and grosse pointe",
        "fridah , sunay , gatis , enver , arend and manus",
        "walt , pius , aoi , emali , lim and cali",
    ],
)
def test_names_and_genuine_words_stay(body: str) -> None:
    assert _words(body, STUDIO) == body.split()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("atthe", "at the"),
        ("callme", "call me"),
        ("payyou", "pay you"),
        ("payy", "pay"),
        ("thisis", "this is"),
        ("canyou", "can you"),
        ("outof", "out of"),
        ("onehour", "one hour"),
        ("twohundred", "two hundred"),
        ("halfhour", "half hour"),
        ("nextweek", "next week"),
        ("tomorrowmorning", "tomorrow morning"),
        ("goodmorning", "good morning"),
        ("mystudio", "my studio"),
        ("ofcourse", "of course"),
        ("thankyou", "thank you"),
        ("alot", "a lot"),
        ("infact , noworries", "in fact , no worries"),
    ],
)
def test_two_words_run_together_come_apart(typed: str, words: str) -> None:
    assert _words(typed) == words.split()


def test_a_word_of_the_spec_comes_apart_from_its_neighbour() -> None:
    assert _words("a boudoirshoot", STUDIO) == ["a", "boudoir", "shoot"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("teh", "the"), ("adn", "and"), ("masage", "massage"), ("sesssion", "session"), ("hpur", "hour")],
)
def test_slips(typed: str, meant: str) -> None:
    assert slip_cost(typed, meant) is not None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("malte", "mate"), ("lieke", "like"), ("croce", "crore"), ("a", "abc"), ("end", "end")],
)
def test_what_is_no_slip(typed: str, meant: str) -> None:
    assert slip_cost(typed, meant) is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("thirty minutes'll do", "thirty minutes will do"),
        ("the prices're up", "the prices are up"),
        ("that'll do", "that'll do"),
        ("cuping's in there", "cupping 's in there"),
        ("the phoen's off", "the phone 's off"),
        ("tori's here", "tori's here"),
        ("o'hare", "o'hare"),
    ],
)
def test_what_an_apostrophe_joins(typed: str, words: str) -> None:
    assert _words(typed, STUDIO) == words.split()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("i'l , do'nt , your'e", "i'll , don't , you're"),
        ("haf an hr , afta", "half an hr , after"),
        ("l8r , gr8 , any1", "later , great , anyone"),
        ("2day or 2nite", "today or tonight"),
        ("numbing creme", "numbing cream"),
        ("wh1te 1nk", "white ink"),
        ("1hr 1st 2nd 7ish", "1 hr 1 st 2 nd 7 ish"),
    ],
)
def test_digits_and_sounds_of_chat(typed: str, words: str) -> None:
    assert _words(typed, Vocabulary({"ink": 0, "white": 0})) == words.split()


@pytest.mark.parametrize(
    "name", ["emyr", "mele", "maja", "maha", "mame", "mato", "baba", "ikea", "basia", "tsai"]
)
def test_a_short_name_is_no_slip_of_the_specs_words(name: str) -> None:
    words = dict.fromkeys(("emdr", "melt", "mama", "mate", "babe", "ikeja", "basic", "thai"), 0)
    assert _words(name, Vocabulary(words)) == [name]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("it's 2 1 , 0 0 0 each", "it's 21,000 each"),
        ("1 , 2 0 0 all in", "1,200 all in"),
        ("at 6 . 3 0 pm", "at 6.30 pm"),
        ("£ 9 5 or $ 1 8 0", "£ 95 or $ 180"),
        ("it's $9 5 for the hr , or $1 2 0", "it's $ 95 for the hr , or $ 120"),
        ("my last word is r1 0 0 0 for it", "my last word is r 1000 for it"),
        ("rs 9 5 or usd 1 8 0", "rs 95 or usd 180"),
        ("9 5 € , 1 2 0€ , 4 5 euros", "95 € , 120 € , 45 euros"),
        ("1 , 2 0 0 €", "1,200 €"),
        ("it's $9 5 times or £5 2 hours", "it's $ 9 5 times or £ 5 2 hours"),
        ("at 9 5 of us , 2 3 and 4", "at 9 5 of us , 2 3 and 4"),
        ("$80 2 hours , £2 50", "$ 80 2 hours , £ 2 50"),
        ("1 , 2 or 3", "1 , 2 or 3"),
        ("at 6 . 3 of us", "at 6 . 3 of us"),
        ("c a l l m e", "call me"),
    ],
)
def test_numbers_whose_digits_stand_apart(typed: str, words: str) -> None:
    assert _words(typed) == words.split()


@pytest.mark.parametrize("part", ["1 2 , 0 0 0 b c a l l d ", "$9 5 at c a l l m e "])
def test_the_work_of_joining_is_linear(part: str) -> None:
    def calls(times: int) -> int:
        return calls_of(lambda: Reading(part * times, VOCABULARY))

    calls(1)
    # Eight times the text: square work would be sixty-four times as much.
    assert calls(1600) < 12 * calls(200)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("payin' ahead , bein' good", "paying ahead , being good"),
        ("doin an comin", "doing an coming"),
        ("'come in' he said", "' come in ' he said"),
        ("robin in berlin , begin again", "robin in berlin , begin again"),
    ],
)
def test_a_g_that_is_not_said(typed: str, words: str) -> None:
    assert _words(typed) == words.split()


@pytest.mark.parametrize(
    ("typed", "words"),
    [("f*les", "files"), ("b**doir", "boudoir"), ("c*ll", "c * ll"), ("5*4 a*b", "5 * 4 a * b")],
)
def test_starred_out_letters_of_the_spec(typed: str, words: str) -> None:
    assert _words(typed, STUDIO) == words.split()


@pytest.mark.parametrize("word", sorted(COLLOQUIAL))
def test_a_word_of_everyday_speech_is_no_slip_of_another(word: str) -> None:
    assert _words(word) == [word]
