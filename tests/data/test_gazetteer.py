from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError

import pytest

from align.data.bundled import once
from align.data.gazetteer import Gazetteer, Place, load_gazetteer, place_key


def first(name: str) -> Place:
    return load_gazetteer().lookup(place_key(name))[0]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("London", "london"),
        ("  New   York ", "new york"),
        ("Zürich", "zurich"),
        ("Łódź", "lodz"),
        ("Nørrebro", "norrebro"),
        ("Weißensee", "weissensee"),
        ("İzmir", "izmir"),
        ("Reykjavík", "reykjavik"),
        ("King's Lynn", "kings lynn"),
        ("King’s Cross", "kings cross"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("St. Louis", "st louis"),
        ("St.Louis", "st louis"),
        ("Washington, D.C.", "washington dc"),
        ("U.S.A.", "usa"),
        ("Brighton & Hove", "brighton and hove"),
        ("Donostia / San Sebastián", "donostia san sebastian"),
        ("", ""),
        ("!?", ""),
        ("東京", ""),
    ],
)
def test_place_key(name: str, key: str) -> None:
    assert place_key(name) == key
    assert place_key(key) == key


@pytest.mark.parametrize(
    ("name", "canonical", "country", "admin1", "kind"),
    [
        ("London", "London", "GB", "England", "city"),
        ("Manchester", "Manchester", "GB", "England", "city"),
        ("manc", "Manchester", "GB", "England", "city"),
        ("Newcastle upon Tyne", "Newcastle upon Tyne", "GB", "England", "city"),
        ("Hull", "Kingston upon Hull", "GB", "England", "city"),
        ("Glasgow", "Glasgow", "GB", "Scotland", "city"),
        ("NYC", "New York City", "US", "New York", "city"),
        ("LA", "Los Angeles", "US", "California", "city"),
        ("SF", "San Francisco", "US", "California", "city"),
        ("Philly", "Philadelphia", "US", "Pennsylvania", "city"),
        ("vegas", "Las Vegas", "US", "Nevada", "city"),
        ("Washington DC", "Washington", "US", "District of Columbia", "city"),
        ("Saint Louis", "St. Louis", "US", "Missouri", "city"),
        ("Toronto", "Toronto", "CA", "Ontario", "city"),
        ("Melbourne", "Melbourne", "AU", "Victoria", "city"),
        ("Dublin", "Dublin", "IE", "Leinster", "city"),
        ("Cologne", "Köln", "DE", "North Rhine-Westphalia", "city"),
        ("München", "Munich", "DE", "Bavaria", "city"),
        ("Muenchen", "Munich", "DE", "Bavaria", "city"),
        ("Firenze", "Florence", "IT", "Tuscany", "city"),
        ("Bombay", "Mumbai", "IN", "Maharashtra", "city"),
        ("UK", "United Kingdom", "GB", "", "country"),
        ("USA", "United States", "US", "", "country"),
        ("Holland", "The Netherlands", "NL", "", "country"),
        ("Netherlands", "The Netherlands", "NL", "", "country"),
        ("England", "England", "GB", "England", "country"),
        ("Wales", "Wales", "GB", "Wales", "country"),
        ("Texas", "Texas", "US", "Texas", "region"),
        ("British Columbia", "British Columbia", "CA", "British Columbia", "region"),
        ("New South Wales", "New South Wales", "AU", "New South Wales", "region"),
        ("Kent", "Kent", "GB", "England", "region"),
        ("Co. Kerry", "County Kerry", "IE", "Munster", "region"),
        ("Brooklyn", "Brooklyn", "US", "New York", "district"),
        ("Bronx", "The Bronx", "US", "New York", "district"),
        ("Shoreditch", "Shoreditch", "GB", "England", "district"),
        ("Kreuzberg", "Kreuzberg", "DE", "Berlin", "district"),
        ("Montmartre", "Montmartre", "FR", "Île-de-France", "district"),
    ],
)
def test_the_likeliest_place_of_a_name(
    name: str, canonical: str, country: str, admin1: str, kind: str
) -> None:
    place = first(name)
    assert (place.name, place.country, place.admin1_name, place.kind) == (canonical, country, admin1, kind)


def test_a_name_can_mean_several_places() -> None:
    places = load_gazetteer().lookup("birmingham")
    assert [(p.country, p.admin1) for p in places[:2]] == [("GB", "ENG"), ("US", "AL")]
    assert [p.population for p in places] == sorted((p.population for p in places), reverse=True)
    assert {p.kind for p in load_gazetteer().lookup("new york")} == {"region", "city"}
    assert {p.country for p in load_gazetteer().lookup("georgia")} == {"GE", "US"}


def test_a_district_knows_its_city() -> None:
    assert first("Brooklyn").within == "New York City"
    assert first("Hackney").within == "London"
    assert first("London").within == ""


@pytest.mark.parametrize(
    ("name", "is_word", "is_given_name"),
    [
        ("Reading", True, False),
        ("Nice", True, False),
        ("Bath", True, False),
        ("Mobile", True, False),
        ("March", True, False),
        ("Split", True, False),
        ("Bar", True, False),
        ("Police", True, False),
        ("Orange", True, False),
        ("Cork", True, False),
        ("Hull", True, False),
        ("Turkey", True, False),
        ("LA", True, False),
        ("Nancy", False, True),
        ("Jordan", False, True),
        ("Austin", False, True),
        ("Florence", False, True),
        ("Charlotte", False, True),
        ("Sydney", False, True),
        ("Chelsea", False, True),
        ("Victoria", False, True),
        ("Lincoln", False, True),
        ("Madison", False, True),
        ("Jackson", False, True),
        ("Brooklyn", False, True),
        ("Chad", True, True),
        ("London", False, False),
        ("Manchester", False, False),
        ("Paris", False, False),
        ("Chicago", False, False),
        ("Miami", False, False),
        ("Berlin", False, False),
        ("Shoreditch", False, False),
        ("New York", False, False),
    ],
)
def test_names_that_mean_something_else_too(name: str, *, is_word: bool, is_given_name: bool) -> None:
    place = first(name)
    assert (place.is_word, place.is_given_name) == (is_word, is_given_name)
    assert place.common_word or not (is_word or is_given_name)


def test_surnames_are_marked() -> None:
    assert first("Houston").is_surname
    assert first("Washington").is_surname
    assert not first("Chicago").is_surname
    assert not first("Chicago").common_word


@pytest.mark.parametrize("word", "of the same most us in to come much new will today ok go al ii 1".split())
def test_small_words_are_no_names(word: str) -> None:
    assert load_gazetteer().lookup(word) == ()
    assert word not in load_gazetteer()


def test_the_search_bounds_cover_every_name() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.max_tokens == 5
    assert {"london", "new", "los", "stoke", "st", "saint", "the"} <= gazetteer.first_tokens
    assert "on" not in gazetteer.first_tokens
    assert {"london", "york", "trent", "paul"} <= gazetteer.last_tokens
    assert "los" not in gazetteer.last_tokens
    assert len(gazetteer) > 30_000


def test_a_place_cannot_change() -> None:
    place = first("London")
    with pytest.raises(FrozenInstanceError):
        place.name = "Paris"  # type: ignore[misc]
    assert isinstance(load_gazetteer().first_tokens, frozenset)
    assert isinstance(load_gazetteer().lookup("london"), tuple)


@pytest.mark.parametrize("name", ["Wells", "Hood River", "Byron Bay", "Clifden", "Street", "Bend"])
def test_small_towns_are_known(name: str) -> None:
    assert load_gazetteer().lookup(place_key(name))


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("Wanstead", "London"),
        ("Ilford", "London"),
        ("Malahide", "Dublin"),
        ("Carlton", "Melbourne"),
        ("Sandy Bay", "Hobart"),
        ("Spandau", "Berlin"),
        ("Penarth", "Cardiff"),
    ],
)
def test_a_suburb_is_a_district_of_its_city(name: str, city: str) -> None:
    assert (first(name).kind, first(name).within) == ("district", city)


@pytest.mark.parametrize(
    "name", ["Vaughan", "Mississauga", "Oakville", "Salford", "Cambridge", "Bray", "Watford", "Geelong"]
)
def test_a_town_of_its_own_stays_one(name: str) -> None:
    assert (first(name).kind, first(name).within) == ("city", "")


@pytest.mark.parametrize(
    ("code", "within", "names"),
    [
        ("TX", "US", {"texas"}),
        ("ON", "CA", {"ontario"}),
        ("VIC", "AU", {"victoria"}),
        ("Leinster", "IE", {"leinster"}),
        ("Greater London", "GB", {"greater london"}),
        ("XX", "US", set()),
    ],
)
def test_the_full_names_of_a_division(code: str, within: str, names: set[str]) -> None:
    assert set(load_gazetteer().names_of(code, within)) == names


def test_a_town_of_its_own_may_be_near_a_city_and_have_a_short_name() -> None:
    assert first("North Vancouver").kind == "city"
    assert first("north van") == first("North Vancouver")
    assert first("Comporta").country == "PT"


def test_the_full_names_of_a_country() -> None:
    assert {"united kingdom", "great britain"} <= set(load_gazetteer().names_of("GB", None))
    assert "uk" not in load_gazetteer().names_of("GB", None)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("belfst", True),
        ("manchster", True),
        ("dublni", True),
        ("lovly", False),
        ("tomorow", False),
        ("", False),
    ],
)
def test_a_slip_of_a_large_city(word: str, *, near: bool) -> None:
    assert load_gazetteer().is_near_large_city(word) is near


def test_the_gazetteer_is_loaded_once_for_all_threads() -> None:
    loads: list[int] = []

    @once
    def load() -> Gazetteer:
        loads.append(1)
        return Gazetteer(["here"], ["0c|GB|ENG|1||"], {})

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: load(), range(64)))
    assert len({id(gazetteer) for gazetteer in found}) == 1
    assert len(loads) == 1
    assert load_gazetteer() is load_gazetteer()


def test_an_empty_gazetteer_knows_nothing() -> None:
    empty = Gazetteer([], [], {})
    assert empty.max_tokens == 0
    assert empty.lookup("london") == ()
    assert empty.first_tokens == frozenset()
