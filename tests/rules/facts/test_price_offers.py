"""Offers of another price that name no amount, or name it in passing: flagged and accepted ones side by side."""

from datetime import datetime
from functools import cache

import pytest

from align import compile_spec, validate_draft
from align.compiled import CompiledSpec
from specs import Spec
from tests.rules.price_cases import CARDS

MIDWEEK = datetime.fromisoformat("2026-10-14T10:00:00+00:00")


@cache
def card(name: str) -> CompiledSpec:
    return compile_spec(Spec.from_dict(CARDS[name]))


def is_flagged(name: str, inbound: str | None, body: str) -> bool:
    found = validate_draft(body, card(name), now=MIDWEEK, context={"inbound": inbound}).violations
    return any(v.rule == "price_contradiction" for v in found)


@pytest.mark.parametrize(
    ("inbound", "body", "wrong"),
    [
        ("the spa quoted me 150", "Happy to match that.", True),
        ("the spa quoted me 180", "Happy to match that.", False),
        ("the spa quoted me 150", "I can't match that, sorry.", False),
        (None, "I'll honour the old price for this booking.", True),
        (None, "The old price list is out of date.", False),
        (None, "I'll charge you what you paid in spring.", True),
        (None, "I'll look up what you paid last time.", False),
        (None, "You get the family rate, of course.", True),
        ("my sister pays 140", "Same rate as your sister gets.", True),
        ("my sister pays 180", "Same rate as your sister gets.", False),
        (None, "Just pay me whatever you think is fair.", True),
        (None, "Give me whatever you can find on that injury before we meet.", False),
        (None, "Sundays are time and a half.", True),
        (None, "Public holidays are double the usual rate.", True),
        (None, "Double check the price on the form.", False),
    ],
)
def test_a_price_given_by_comparison(inbound: str | None, body: str, *, wrong: bool) -> None:
    assert is_flagged("rosa", inbound, body) is wrong


@pytest.mark.parametrize(
    ("inbound", "body", "wrong"),
    [
        ("do you need a deposit from regulars?", "Not from you, just pay me on the day.", True),
        ("is there a deposit?", "Not a big one, $50.", False),
        ("is the deposit extra?", "Nope, it's part of the price.", False),
        (None, "Your trial? On me!", True),
        (None, "Coffee? On me!", False),
        (None, "It won't cost you a cent.", True),
        (None, "It won't cost you a cent to move it.", False),
        (None, "Buy four visits, get one.", True),
        (None, "buy 2 get 1 free", True),
        (None, "Book 5 and get the 6th free.", True),
        (None, "I have the 6th free.", False),
        (None, "1st visit free.", True),
        (None, "1st hour free for new clients.", True),
        (None, "My 1st free hour is on Friday.", False),
        (None, "BOGOF all week!", True),
        (None, "I'll do it 4 free.", True),
        (None, "Book five and you only pay for four.", True),
        (None, "I'm taking a third off all June visits.", True),
        (None, "I took ten off the weights because of your knee.", False),
        (None, "There's a 5 dollar rebate if you leave a review.", True),
        (None, "I could do ninety for the hour price.", True),
        (None, "The ninety is 250, the hour price is 180.", False),
    ],
)
def test_what_costs_less_or_nothing(inbound: str | None, body: str, *, wrong: bool) -> None:
    assert is_flagged("rosa", inbound, body) is wrong


@pytest.mark.parametrize(
    ("inbound", "body", "wrong"),
    [
        (None, "Bank holidays go up by a tenner.", True),
        (None, "My diesel goes up by a tenner every month.", False),
        (None, "It's $25 more on Sundays.", True),
        (None, "An hour at yours is 50 more than at the studio.", False),
        (None, "Duets are 100 a head.", True),
        (None, "The buffet after is $35 a head.", False),
        (None, "A block of six, paid in advance, is $900.", True),
        (None, "My brother paid upfront for six, $900 I think.", False),
        (None, "There's a $12 admin charge for invoices.", True),
        (None, "The bank takes a $12 admin charge for that.", False),
        ("do you charge for towels?", "Towels are $4.", True),
        ("what does a decent mat cost?", "A decent mat is about $60.", False),
        ("rates?", "Studio's one sixty, home's two ten.", True),
        (None, "160 hun for the hour", True),
        (None, "it's 160 even for the hour", True),
        (None, "Zelle 150 for the hour and you're set.", True),
        (None, "The ninety is kinder than the hour, it's 250.", False),
    ],
)
def test_what_is_added_and_who_is_asked(inbound: str | None, body: str, *, wrong: bool) -> None:
    assert is_flagged("rosa", inbound, body) is wrong


@pytest.mark.parametrize(
    ("inbound", "body", "wrong"),
    [
        ("can you do 150 for the hour?", "Book two and you've got yourself a deal!", True),
        ("can you do 150 for the hour?", "The room is small and it's fine for what we do.", False),
        ("Is 150 still the price for one hour?", "It is, nothing's changed.", True),
        ("ok for 140?", "Yep, works for me", True),
        ("how about 140", "haha ok 140 it is", True),
        ("ok for 60 mins?", "Yep, works for me", False),
        ("could you do 80?", "Eighty is a little bit tight for me.", False),
    ],
)
def test_a_bid_that_is_taken(inbound: str | None, body: str, *, wrong: bool) -> None:
    assert is_flagged("rosa", inbound, body) is wrong


@pytest.mark.parametrize(
    ("inbound", "body", "wrong"),
    [
        (None, "Two-for-one all December, so bring your pal along.", True),
        (None, "2-for-1 on Tuesdays!", True),
        (None, "It's 3 for 2 this week", True),
        (None, "two for one deal on legs this week", True),
        ("do you do two for one?", "Aye, for December", True),
        ("do you do two for one?", "No sorry", False),
        (None, "I don't do two-for-one, sorry", False),
        (None, "I've space for two for one hour", False),
        (None, "I've two for one o'clock on Friday", False),
        (None, "The score was 3 for 2 at half time", False),
        (None, "The salon down the road does two-for-one", False),
        (None, "Tesco does 2 for 1 on varnish if you want a bargain", False),
        (None, "There's a 2 for 1 on prosecco at the bar", False),
    ],
)
def test_more_for_the_price_of_fewer(inbound: str | None, body: str, *, wrong: bool) -> None:
    assert is_flagged("rosa", inbound, body) is wrong
