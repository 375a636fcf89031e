"""Towns told with an address, an hour, a sum, an arrival or a stay, and the same words of somebody else's or of nowhere."""

import pytest

from tests.rules.facts.test_place_forms import TOWNS, _is_held, _lines

THERE = r"""
I'm at 14 Oak Street in {}, the blue door.
The surgery is 18 Mill Lane in {}, first floor.
It's 7 Hughes Avenue, second floor, in {}.
Unit 3, 118 Albion Street in {}, press buzzer 12.
Clinic's at 12 Fern Road in {}, what time suits?
Drop in any Thursday at 6 Enmore Road in {}.
My rooms are in {} just off the main road.
The room is in {}, close to the market.
So the gym's in {}, on the corner by the canal.
That sum is only for the chair in {} next week.
Saturday at noon in {} is yours.
Wed 18th at 8 in {} works fine.
There's a 2.45 today in {} or 10 tomorrow.
Half six tonight in {} is free.
Sunday at 11 in {} for two hours is all good.
Great, Thursday at ten in {} it is.
Thursday in {} for an hour.
I've an hour going on Friday at two in {}
Saturday in {} is fairly open, I've ten, one and four.
1pm today is yours, see you in {}.
Nothing to send till we're done, see you Friday at four in {}
It's £85 for the hour in {}.
An hour in {} is £80, paid before we start.
Voice coaching runs at £85 per hour in {}.
I come out to people too, anywhere in {}.
My own work happens at your house, anywhere in {} through Saturday.
While I'm in {} you can come to my place there.
Happy to travel to you while I'm in {}.
Good morning from {}! I'm here until tomorrow evening.
Hello from {}! Tomorrow I could host you for an hour.
Just got into {} and the sunset's showing off.
Made it to {}, it's a stunner. I'm by the park till Monday.
I get into {} on the 27th, so the 28th at your hotel is good.
It's all {} now, and I can't say I miss the old place.
Before that it's {} only, so we'll get you in.
This week it's all {}, Monday to Saturday.
Home visits in {} till Sunday, and I'd bring both mats.
I'm out and about in {} all week, so I'd come to you.
I'm round {} all day and would love to squeeze you in.
Friday's still on, 2pm at yours in {}, colour then cut.
The hour is £95 plus a £20 travel fee to {}.
{} has me only from the 23rd.
Saturday the 14th, 4 o'clock, {}. Suits me if it suits you.
Good morning from {}! I'm here until tomorrow and then back in Leeds.
"""
LATER = r"""
I'm not in {} till the 22nd, sorry.
Not in {} until Friday, so let's find a day after.
I won't be up in {} until two weeks from today.
"""
NOT_THERE = r"""
I have your address as 14 Oak Street in {}, is that right?
You're at 27 Beech Road in {}, aren't you.
My old studio was at 14 Oak Street in {}.
The other shop at 12 Oak Street in {} isn't mine.
The rooms at that hotel in {} are lovely.
The rooms I rented in {} were cold.
The room isn't in {} any more.
Saturday at noon in {} is not possible.
Saturday in {} is mad with the football.
The game at noon in {} is free to watch.
The seat at 8 in {} is free, says the app.
There's a train at half two tomorrow in {}.
There's nothing at two in {}, sorry.
Friday at 7 in {} is when your gig starts, right?
I hope they see you in {} soon.
My sister will see you in {}.
The hotel asks £85 for the hour in {}.
I used to charge £85 for the hour in {}.
My friend Ana charges £85 an hour in {}.
Parking is £8 for the hour in {}.
Is it £85 for the hour in {}?
Parking is free anywhere in {} after six.
I don't know anywhere in {} that does that.
You can buy those anywhere in {}.
I can't come anywhere in {}, sorry.
While I was in {} I ate at that place.
While you're in {}, have a curry.
I'd fix it while I'm there << I'm just back from {}
Thanks for the hello from {}!
Greetings from {}? Lucky you!
Hi from sunny {}, back at my desk on Monday.
Hello from {}, I'm on holiday till Monday.
Made it to {} last week for a gig, loved it.
Glad you made it to {}!
My mum made it to {}, safe and sound.
When do you get into {} on the 27th?
My sister gets into {} on the 27th.
Her house visits in {} are well spoken of.
I don't do home visits in {}.
It's all {} stone and slate at yours, lovely.
Is it only {} you want?
I'm not in {} this week, sorry.
I'm not in {}, I'm here until Friday.
I can't come to {} until further notice.
He's not in {} until Friday.
You won't be in {} until Friday, so rest up.
The train isn't in {} until six.
Have a look round {} while you wait.
Hope all's well at yours in {}.
Is it still 2pm at yours in {}?
Your train at noon in {} is delayed, I saw.
A taxi to {} costs about £20.
{} has me only dreaming of chips.
Saturday the 14th, 4 o'clock, {}? Not for me.
"""


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("line", _lines(THERE) + _lines(LATER))
def test_what_is_given_for_an_unlisted_town_is_held(line: str, town: str) -> None:
    assert _is_held(line, town)


@pytest.mark.parametrize("line", _lines(THERE) + _lines(LATER))
def test_what_is_given_for_a_listed_town_passes(line: str) -> None:
    assert not _is_held(line, "Leeds")


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("line", _lines(NOT_THERE))
def test_the_same_words_of_somebody_else_or_of_nowhere_pass(line: str, town: str) -> None:
    assert not _is_held(line, town)


@pytest.mark.parametrize("name", ["Chelsea", "Florence", "Bex"])
def test_who_is_told_an_address_is_no_town(name: str) -> None:
    assert not _is_held(f"See you at 14 Oak Street, {name}!")
    assert not _is_held(f"It's only me, {name}!")
    assert not _is_held(f"All set for tomorrow at 2, {name}!")


def test_a_part_of_a_town_has_its_article() -> None:
    assert _is_held("I'm in the Bronx, right by the station.")
    assert not _is_held("Meet me in the Bronx café.")
    assert not _is_held("I'm round the corner.")


def test_a_word_behind_an_arrival_is_no_town() -> None:
    assert not _is_held("Got into a mess with my diary, sorry.")
    assert not _is_held("I'm running out of cork, so bring your own.")
    assert not _is_held("Got into York Gin lately, lovely stuff.")
