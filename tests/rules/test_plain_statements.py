"""Plain statements of three trades in three countries, each with the near miss that says something else.

A line is one draft, and `<<` comes before the client's message; what it breaks stands before the bar,
nothing where it breaks nothing.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from align import validate_draft
from align.compiled import CompiledSpec
from align.validate import compile_spec
from specs import Spec

BRAIDER: dict[str, Any] = {
    "persona": "nyambura",
    "timezone": "Africa/Nairobi",
    "currency": "KES",
    "rates": [
        {"minutes": 60, "amount": 2500},
        {"minutes": 120, "amount": 4500},
        {"minutes": 120, "amount": 6000, "mode": "outcall"},
    ],
    "deposit": {"amount": 1000},
    "min_minutes": 60,
    "modes": ["incall", "outcall"],
    "locations": [{"city": "Nairobi", "country": "Kenya", "aliases": ["Westlands"]}],
    "channels": {
        "text_only": True,
        "allowed": ["sms"],
        "handles": {"instagram": "@nyambura.braids", "till": "522533"},
    },
    "payment": {"timing": "before"},
    "services": ["cornrows", "bridal make-up"],
    "policy": {"service_in_writing": "never_with_price"},
    "never_offer": ["body painting", "wig making"],
    "mission": {"date": "2026-11-21", "slots": [["2026-11-21T10:00", "2026-11-21T12:00"]]},
}
TRAINER: dict[str, Any] = {
    "persona": "alasdair",
    "timezone": "Europe/London",
    "currency": "GBP",
    "rates": [{"minutes": 60, "amount": 45}, {"minutes": 90, "amount": 65}],
    "deposit": {"percent": 25},
    "min_minutes": 60,
    "modes": ["incall"],
    "locations": [
        {"city": "Edinburgh", "country": "United Kingdom", "aliases": ["Leith"], "modes": ["incall"]}
    ],
    "channels": {"text_only": True, "allowed": ["sms"], "handles": {"paypal": "alasdairdogs"}, "links": []},
    "payment": {"timing": "before"},
    "never_offer": ["overnight boarding", "drone shots"],
    "mission": {"date": "2026-11-21", "slots": [["2026-11-21T13:00", "2026-11-21T16:00"]]},
}
REFLEXOLOGIST: dict[str, Any] = {
    "persona": "odile",
    "timezone": "America/Toronto",
    "currency": "CAD",
    "rates": [{"minutes": 60, "amount": 95}, {"minutes": 90, "amount": 135}],
    "deposit": {"amount": 30},
    "min_minutes": 60,
    "modes": ["outcall"],
    "locations": [{"city": "Toronto", "country": "Canada", "aliases": ["Parkdale"], "modes": ["outcall"]}],
    "channels": {"text_only": True, "allowed": ["sms"], "handles": {}},
    "payment": {"timing": "before"},
    "policy": {"price_in_writing": "never"},
    "mission": {"date": "2026-11-21", "slots": [["2026-11-21T19:00", "2026-11-21T20:30"]]},
}
DRAFTS = {
    "braider": r"""
handle_not_in_facts | Send it to till 771204 please.
handle_not_in_facts | Use paybill 400200, account is your name.
handle_not_in_facts | The till has changed, use 808123.
handle_not_in_facts | 877001 << what's your till number?
| Send it to till 522533 please.
| Please don't use till 771204.
| I got your payment from till 771204, thanks.
| I'm with somebody till 5.
| Braiding till 1700 today.
handle_not_in_facts | Follow nyambura_glam254.
handle_not_in_facts | Tag @nyambura.hair in the pics.
| I'll tag @salonsupplies in the pics.
price_contradiction | Eight thao for the hour.
price_contradiction | A two-hour sitting at my place, for 5,200.
| A two-hour sitting at my place, for 4,500.
price_contradiction | Kindly prepare 5,200 for the two hours.
price_contradiction | The hour will come out to 2,900.
price_contradiction | My price for the hour rose to 2,900.
| Please prepare 20 chairs.
service_in_writing | Bridal makeup is 4,500 for two hours.
never_offer | Wigs can be made in two days.
never_offer | Your body can be painted for the party.
| My kitchen can be painted by Friday.
| Your wig was made so well!
slot_not_in_mission | Your appointment has been pushed to six this evening.
| Your flight has been pushed to six this evening.
slot_not_in_mission | Sige po << pwede ba 7 ng gabi?
slot_not_in_mission | Vale << a las 18?
slot_not_in_mission | Ok << pode ser às 18h?
""",
    "trainer": r"""
price_contradiction | I'd want 40% down.
| It's 25% down and the place is yours.
| My battery is 20% down.
| Bookings are 10% down on last year.
price_contradiction | Midweek is cheaper at £40 an hour.
price_contradiction | Bring a friend's dog and the second one is half price.
price_contradiction | An hour? 50.
location_not_in_facts | Dundee is my patch these days.
location_not_in_facts | My base is Stirling.
location_not_in_facts | For now, home is Stirling.
location_not_in_facts | I call Glasgow home.
location_not_in_facts | Stirling folk can see me on Monday.
location_not_in_facts | I cover most of Falkirk.
location_not_in_facts | I've been based in Perth, Scotland since May.
location_not_in_facts | I live and work in Glasgow.
| Leith is my patch.
| Her home is in Stirling.
| The care home is in Stirling.
| Stirling folk can reach me by text.
| Stirling folk can see me in Leith.
| Glasgow is home to some grand shows.
| Glasgow isn't my patch.
| I've been to Glasgow since.
| I don't cover all of Falkirk.
mode_not_offered | I travel anywhere in town.
mode_not_offered | I'm happy to travel.
mode_not_offered | I drive out to my clients.
mode_not_offered | I visit clients at home.
mode_not_offered | Have him on the lead when I arrive.
mode_not_offered | I train dogs in their own homes.
mode_not_offered | Let's do it round yours.
| Most dogs sleep in their own homes.
| I love to travel.
| When I travel, the dog comes too.
| I'll text when I arrive at the field.
channel_not_allowed | Video suits me too.
channel_not_allowed | Calling is fine.
channel_not_allowed | Calls after six only.
channel_not_allowed | Photos can go to my email.
| The video works for me.
| Calling the vet works wonders.
| The invoice went to my email.
never_offer | I board dogs overnight.
never_offer | You'd get a drone shot with the package.
| The venue's drone shot hung in the hall for years.
address_before_lock | You want 31 Bath Street.
address_before_lock | Look for no. 17 on the High Street.
address_before_lock | Tell the guard unit 9C.
| You're no. 4 on my list.
handle_not_in_facts | My PayPal's alasdair-walks.
| My PayPal is pre-paid.
pay_after | Most people pay me as they leave.
pay_after | My invoice comes after the session.
| Most people pay me before we start.
""",
    "reflexologist": r"""
price_in_writing | Still 95 as always.
price_in_writing | That'd run you 135.
price_in_writing | The amount due is 95.
price_in_writing | I do ninety-five for the hour.
| The amount of oil is up to you.
| My heart rate rose to 95.
mode_not_offered | Text me when you get here.
mode_not_offered | I'd rather you came here.
mode_not_offered | Text me when you're downstairs.
| I'll text when you're outside my area.
mode_not_offered | My studio has parking out the front.
mode_not_offered | Come up, second floor.
mode_not_offered | There's a spare room here I use for clients.
| My old studio has closed.
| Text me when you get home.
duration_below_minimum | My shortest visit is 45 minutes.
duration_below_minimum | 45 minutes is my usual visit.
duration_below_minimum | I'm putting you in for 45 minutes.
duration_below_minimum | You could always take thirty minutes.
| My minimum is 45 minutes' notice.
| Half an hour is the usual wait.
| You could take thirty minutes to think about it.
slot_not_in_mission | Call time is 10am.
slot_not_in_mission | I'll move you an hour later, to 9pm.
""",
}
SPECS: dict[str, CompiledSpec] = {
    "braider": compile_spec(Spec.from_dict(BRAIDER)),
    "trainer": compile_spec(Spec.from_dict(TRAINER)),
    "reflexologist": compile_spec(Spec.from_dict(REFLEXOLOGIST)),
}
ROWS = [(who, line) for who, lines in DRAFTS.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("who", "line"), ROWS)
def test_what_a_plain_statement_breaks(who: str, line: str) -> None:
    rule, _, told = line.partition("|")
    body, _, inbound = told.strip().partition(" << ")
    zone = {"braider": BRAIDER, "trainer": TRAINER, "reflexologist": REFLEXOLOGIST}[who]["timezone"]
    found = validate_draft(
        body,
        SPECS[who],
        now=datetime(2026, 11, 21, 9, tzinfo=ZoneInfo(zone)),
        context={"inbound": inbound} if inbound else None,
    )
    broken = {v.rule for v in found.violations}
    assert rule.strip() in broken if rule.strip() else not broken
