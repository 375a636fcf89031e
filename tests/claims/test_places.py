"""Where places are read, whose presence is stated there, and when."""

from datetime import date, datetime
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.claims.claim import Moment, PlaceClaim, Speaker
from align.claims.extract import extract
from align.claims.known import Known
from align.reading import Reading
from align.validate import compile_spec
from specs import Spec
from tests.work import calls_of

NOW = datetime.fromisoformat("2026-10-14T10:00:00-05:00")
LOCATIONS = [
    {
        "city": "Austin",
        "region": "TX",
        "country": "US",
        "aliases": ["ATX", "South Lamar"],
        "from": "2026-10-12",
        "until": "2026-10-18",
    },
    {
        "city": "New Orleans",
        "region": "LA",
        "country": "US",
        "aliases": ["NOLA", "the Quarter"],
        "from": "2026-10-27",
        "until": "2026-11-02",
    },
]

_PARTS = (
    "I'm in at to Leeds Cork Reading Austin TX , . ? ! - : \n then and there where based is my your you me"
    " pop-up dates Friday 12-14 Nov until the from see come if was between about Stoke-on-Trent 's \ud800"
).split(" ")


@lru_cache
def known() -> Known:
    document = {"persona": "quinn", "currency": "USD", "timezone": "America/Chicago", "locations": LOCATIONS}
    return compile_spec(Spec.model_validate(document)).known


def _places(body: str, speaker: Speaker = Speaker.PROFESSIONAL) -> list[PlaceClaim]:
    return extract(Reading(body, known().vocabulary), speaker, Moment(NOW), known()).places


def test_what_the_spec_sells_is_no_place() -> None:
    document = {
        "persona": "quinn",
        "currency": "USD",
        "timezone": "America/Chicago",
        "locations": LOCATIONS,
        "services": ["denver boot fitting", "aero positioning"],
    }
    known = compile_spec(Spec.model_validate(document)).known

    def named(body: str) -> list[str]:
        reading = Reading(body, known.vocabulary)
        return [p.name for p in extract(reading, Speaker.PROFESSIONAL, Moment(NOW), known).places]

    assert named("I'm in Denver boot fitting mode on Friday") == []
    assert named("I do aero positioning") == []
    assert named("I'm in Denver on Friday, and I fit boots") == ["denver"]


def _about(body: str, speaker: Speaker = Speaker.PROFESSIONAL) -> dict[str, str]:
    return {p.name: p.about for p in _places(body, speaker)}


@pytest.mark.parametrize(
    ("body", "name", "listed"),
    [
        ("I'm in Austin", "austin", (0,)),
        ("I'm in Austin, TX", "austin", (0,)),
        ("I'm in Austin, Texas", "austin", (0,)),
        ("I'm in Austin, Minnesota", "austin", ()),
        ("I'm in south lamar", "south lamar", (0,)),
        ("I'm in the Quarter", "quarter", (1,)),
        ("I'm in Louisiana", "louisiana", (1,)),
        ("I'm in the US", "the us", (0, 1)),
        ("I'm in nola", "nola", (1,)),
        ("I'm in austn", "austin", (0,)),
        ("I'm in Dallas", "dallas", ()),
        ("I'm in St. Louis", "st louis", ()),
        ("I'm in Stoke-on-Trent", "stoke on trent", ()),
        ("I'm in Seattle", "seattle", ()),
        ("I'm in Athens", "athens", ()),
        ("I'm in Hood River", "hood river", ()),
        ("I'm in belfst", "belfst", ()),
    ],
)
def test_what_a_name_means(body: str, name: str, listed: tuple[int, ...]) -> None:
    (place,) = _places(body)
    assert (place.name, place.listed, place.about) == (name, listed, "professional")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("I'm based in Houston, Texas", "Houston, Texas"),
        ("I'm in Palo Alto, California.", "Palo Alto, California"),
        ("I'm in Portland, Oregon tonight", "Portland, Oregon"),
        ("I'm in Raleigh, North Carolina", "Raleigh, North Carolina"),
        ("I'm in Austin, Texas", "Austin, Texas"),
    ],
)
def test_a_region_behind_a_city_ends_where_the_text_does(body: str, shown: str) -> None:
    """It lay a word behind the end of a text, where the rule looked for it and crashed."""
    reading = Reading(body, known().vocabulary)
    (place,) = extract(reading, Speaker.PROFESSIONAL, Moment(NOW), known()).places
    assert reading.text(place.first, place.last) == shown


@pytest.mark.parametrize(
    "body",
    [
        "Nice to meet you, reading your note",
        "I'm free at quarter past six",
        "Boston terriers are lovely",
        "I'm on London Road",
        "in March",
        "hi Charlotte!",
        "in a nice mood",
        "I'm in touch",
        "come to mine",
        "come see us",
        "",
        "in",
        "in to at",
    ],
)
def test_what_is_no_place_of_the_professional(body: str) -> None:
    assert [p for p in _places(body) if p.about == "professional"] == []


@pytest.mark.parametrize(
    ("body", "about"),
    [
        ("I'm in Leeds", "professional"),
        ("you're in Leeds", "client"),
        ("are you in Leeds?", "client"),
        ("my sister is in Leeds", "other"),
        ("I was in Leeds", "other"),
        ("I'm in Leeds on holiday", "other"),
        ("see you in Leeds", "professional"),
        ("my studio in Leeds", "professional"),
        ("your place in Leeds", "client"),
        ("I can shoot at your place in Leeds", "professional"),
        ("if you're in Leeds I can come to you", "professional"),
        ("I love the food in Leeds", "other"),
        ("I ship to Leeds", "other"),
        ("the weather in Leeds", "other"),
        ("when I'm in Leeds", "other"),
        ("when I'm in Leeds on Friday", "professional"),
    ],
)
def test_whose_presence_a_draft_states(body: str, about: str) -> None:
    assert _about(body) == {"leeds": about}


@pytest.mark.parametrize(
    ("body", "about"),
    [
        ("are you in Leeds next week?", "professional"),
        ("do you cover Leeds?", "professional"),
        ("any chance you're up in Leeds", "professional"),
        ("can you come to us in Leeds", "professional"),
        ("can I see you in Leeds on Friday", "professional"),
        ("I'm in Leeds, would you come to me?", "professional"),
        ("I'm in Leeds", "client"),
        ("we live in Leeds", "client"),
        ("my place is in Leeds", "client"),
    ],
)
def test_whose_presence_an_inbound_states(body: str, about: str) -> None:
    assert _about(body, Speaker.CLIENT) == {"leeds": about}


@given(st.lists(st.sampled_from(_PARTS), max_size=24).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read(body: str) -> None:
    for speaker in Speaker:
        for place in _places(body, speaker):
            assert 0 <= place.first < place.last


def test_each_place_has_its_own_dates() -> None:
    places = _places("In Leeds Friday and Saturday, and back in Austin on Monday")
    said = {p.name: p.days and (p.days.begin, p.days.until) for p in places}
    assert said == {
        "leeds": (date(2026, 10, 16), date(2026, 10, 17)),
        "austin": (date(2026, 10, 19), date(2026, 10, 19)),
    }


def test_a_date_before_its_place() -> None:
    places = _places("Friday in Leeds, Saturday in York")
    assert [p.days and p.days.begin for p in places] == [date(2026, 10, 16), date(2026, 10, 17)]


def test_the_present_without_a_date_is_today_and_a_general_statement_is_not() -> None:
    (now,) = _places("I'm in New Orleans")
    (general,) = _places("I cover New Orleans too")
    assert now.days is None
    assert general.days is not None
    assert general.days.vague


@pytest.mark.parametrize(
    "part",
    [
        "in Leeds and Cork, then Paris ",
        "in to at near ",
        "I'm in Leeds on Friday ",
        "Friday ",
        "I'm there Friday in York, ",
        "I'm there Friday ",
        "15h ",
    ],
)
def test_the_work_is_linear(part: str) -> None:
    asked = extract(
        Reading("Are you in Leeds on Friday?", known().vocabulary), Speaker.CLIENT, Moment(NOW), known()
    )

    def calls(times: int) -> int:
        reading = Reading(part * times, known().vocabulary)
        return calls_of(lambda: extract(reading, Speaker.PROFESSIONAL, Moment(NOW), known(), asked))

    # Eight times the text: square work would be sixty-four times as much.
    assert calls(1600) < 12 * calls(200)


@pytest.mark.parametrize("country", ["UK", "GB", "United Kingdom"])
def test_a_country_may_be_written_in_any_form(country: str) -> None:
    document = {"persona": "quinn", "currency": "GBP", "timezone": "Europe/London"}
    spec = Spec.model_validate({**document, "locations": [{"city": "Manchester", "country": country}]})
    meaning = compile_spec(spec).known.places.meaning("levenshulme")
    assert meaning is not None
    assert meaning.listed == (0,)


def test_a_name_of_the_spec_is_read_with_its_hyphens_and_without() -> None:
    document = {
        "persona": "x",
        "currency": "CAD",
        "timezone": "America/Toronto",
        "locations": [{"city": "Quebec City", "country": "CA", "aliases": ["Sainte-Foy"]}],
    }
    known = compile_spec(Spec.from_dict(document)).known
    for body in ("I'm in Sainte-Foy today", "I'm in sainte foy today"):
        found = extract(Reading(body, known.vocabulary), Speaker.PROFESSIONAL, Moment(NOW), known).places
        assert [p.listed for p in found] == [(0,)]


@pytest.mark.parametrize("city", ["The Bronx", "The Hague", "St. Moritz"])
def test_a_name_of_the_spec_is_its_own_place_with_its_article_or_dot_and_has_its_day(city: str) -> None:
    document = {"persona": "x", "currency": "USD", "timezone": "UTC", "locations": [{"city": city}]}
    known = compile_spec(Spec.from_dict(document)).known
    for body in (f"I'm in {city} on the 30th", f"I come to {city.lower()} on the 30th"):
        found = extract(Reading(body, known.vocabulary), Speaker.PROFESSIONAL, Moment(NOW), known).places
        assert [p.listed for p in found] == [(0,)]
        assert [p.days is not None and p.days.begin.day for p in found] == [30]
