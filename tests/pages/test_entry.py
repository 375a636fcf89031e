"""The door: keys, sessions, forms of others, and what a browser is told not to do."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from align.pages.security import POLICY
from align.pages.sessions import LASTS, Session, SessionStore, form_token, is_form_token
from align.pages.tries import MOST_TRIES, Tries
from specs.store import open_engine
from tests.pages.visitor import Visitor, application

if TYPE_CHECKING:
    from examples.review_world import World
    from tests.store.conftest import Clock

PAGES = ("/review/", "/review/cases/x", "/review/groups/x", "/review/facts", "/review/facts/marlow?plan=1")


@pytest.mark.parametrize("path", PAGES)
def test_nobody_sees_a_page_without_signing_in(world: World, path: str) -> None:
    world.key("ana")
    page = Visitor(application(world.parts())).get(path)
    assert page.status == 303
    assert page.answer.headers["location"].startswith("/review/login?next=/review/")


def test_a_key_with_the_scope_opens_and_leads_to_the_page_that_was_asked_for(world: World) -> None:
    visitor = Visitor(application(world.parts()))
    page = visitor.sign_in(world.key("ana"), to="/review/facts/marlow?a=1")
    assert (page.status, page.answer.headers["location"]) == (303, "/review/facts/marlow?a=1")
    assert visitor.get("/review/facts/marlow").title == "marlow"


@pytest.mark.parametrize(
    "to", ["https://evil.test/", "//evil.test", "/\\evil.test", "/v1/validate", "", "/review/\nx"]
)
def test_the_door_leads_to_no_other_place(world: World, to: str) -> None:
    page = Visitor(application(world.parts())).sign_in(world.key("ana"), to=to)
    assert page.answer.headers["location"] == "/review/"


def test_a_key_without_the_scope_opens_nothing(world: World) -> None:
    page = Visitor(application(world.parts())).sign_in(world.key("bot", scopes=("validate", "read")))
    assert (page.status, "scope 'review'" in page.text) == (422, True)
    assert "align_review" not in page.answer.cookies


def test_what_is_no_key_opens_nothing(world: World) -> None:
    token = world.key("ana")
    visitor = Visitor(application(world.parts()))
    for wrong in ("", "x", token[:-1], token + "0", token.replace("_", "-"), "align_00_11"):
        page = visitor.sign_in(wrong)
        assert (page.status, "no key of this service" in page.text) == (422, True)
        assert len(wrong) < 2 or wrong not in page.answer.text


def test_a_revoked_or_expired_key_opens_nothing_and_ends_its_session(world: World) -> None:
    visitor = Visitor(application(world.parts()))
    token = world.key("ana")
    visitor.sign_in(token)
    assert visitor.get("/review/").status == 200
    world.keys.revoke("ana", author="ines")
    assert visitor.get("/review/").status == 303
    assert "revoked" in visitor.sign_in(token).text


def test_a_session_is_over_after_its_hours(world: World, ana: Visitor) -> None:
    world.clock.move(seconds=LASTS.total_seconds() - 1)
    token = ana.get("/review/").token()
    world.clock.move(seconds=1)
    assert ana.get("/review/").status == 303
    posted = ana.post("/review/cases/x/reject", token)
    assert (posted.status, posted.answer.headers["location"]) == (303, "/review/login?next=/review/")


def test_a_fragment_for_one_who_is_not_signed_in_leads_the_page_to_the_door(ana: Visitor) -> None:
    token = ana.get("/review/").token()
    ana.post("/review/logout", token)
    page = ana.ask("POST", "/review/cases/x/check", data={"csrf": token}, headers={"HX-Request": "true"})
    assert (page.status, page.answer.headers["hx-redirect"]) == (401, "/review/login?next=/review/")


def test_who_signs_out_is_out_also_with_the_old_cookie(ana: Visitor) -> None:
    kept = dict(ana.cookies)
    assert ana.post("/review/logout").status == 303
    assert "align_review" not in ana.cookies
    ana.cookies.update(kept)
    assert ana.get("/review/").status == 303


def test_the_cookie_is_closed_to_scripts_and_to_other_sites(world: World) -> None:
    key = world.key("ana")
    for host, secure in (("http://align.test", False), ("https://align.test", True)):
        said = Visitor(application(world.parts()), host=host).sign_in(key).answer.headers["set-cookie"]
        assert {"HttpOnly", "SameSite=strict", "Path=/review", "Max-Age=43200"} <= set(said.split("; "))
        assert ("Secure" in said) is secure
    visitor = Visitor(application(world.parts()))
    door = visitor.get("/review/login", headers={"X-Forwarded-Proto": "https"})
    assert "Secure" in door.answer.headers["set-cookie"]


def test_too_many_tries_have_to_wait(world: World) -> None:
    key = world.key("ana")
    seconds = [0.0]
    visitor = Visitor(application(world.parts(tries=Tries(monotonic=lambda: seconds[0]))))
    for _ in range(MOST_TRIES):
        assert visitor.sign_in("align_00_11").status == 422
    page = visitor.sign_in(key)
    assert (page.status, page.answer.headers["retry-after"]) == (429, "60")
    seconds[0] = 60.0
    assert visitor.sign_in(key).status == 303
    for _ in range(MOST_TRIES):
        assert visitor.sign_in("align_00_11").status == 422


def test_tries_of_one_key_are_counted_from_wherever_they_come(world: World) -> None:
    key = world.key("ana")
    wrong = key.rpartition("_")[0] + "_" + "0" * 64
    app = application(world.parts(tries=Tries(monotonic=lambda: 0.0)))
    for number in range(MOST_TRIES):
        assert Visitor(app, address=f"203.0.113.{number}").sign_in(wrong).status == 422
    assert Visitor(app, address="198.51.100.1").sign_in(key).status == 429
    # Another one is not kept out by it, and nobody is by somebody else's address.
    assert Visitor(app, address="198.51.100.1").sign_in(world.key("ben")).status == 303


def test_a_key_that_opens_counts_from_nothing_again(world: World) -> None:
    key = world.key("ana")
    wrong = key.rpartition("_")[0] + "_" + "0" * 64
    visitor = Visitor(application(world.parts(tries=Tries(monotonic=lambda: 0.0))))
    for _ in range(2):
        for _try in range(MOST_TRIES - 1):
            assert visitor.sign_in(wrong).status == 422
        assert visitor.sign_in(key).status == 303


def test_tries_are_counted_by_who_makes_them() -> None:
    seconds = [0.0]
    tries = Tries(most=2, within_seconds=10, monotonic=lambda: seconds[0])
    assert [tries.make("a"), tries.make("a"), tries.make("b")] == [0, 0, 0]
    seconds[0] = 4.0
    assert tries.make("a") == 6.0
    seconds[0] = 10.0
    assert tries.make("a") == 0
    assert tries.make("b") == 0


def test_without_keys_one_says_who_one_is_until_the_first_key_is_made(world: World) -> None:
    visitor = Visitor(application(world.parts()))
    assert visitor.sign_in_by_name(" ").status == 422
    assert visitor.sign_in_by_name("x" * 201).status == 422
    assert visitor.sign_in_by_name("Inês").status == 303
    assert "Inês" in visitor.get("/review/").text
    world.key("ana")
    assert visitor.get("/review/").status == 303
    assert visitor.sign_in_by_name("Inês").status == 422


POSTS = (
    "/review/logout",
    "/review/cases/{case}/approve",
    "/review/cases/{case}/edit",
    "/review/cases/{case}/check",
    "/review/cases/{case}/template",
    "/review/cases/{case}/reject",
    "/review/groups/{group}/draft-wrong",
    "/review/groups/{group}/fact-wrong",
    "/review/groups/{group}/rule-wrong",
    "/review/groups/{group}/approve-passing",
)


@pytest.mark.parametrize("path", POSTS)
def test_a_form_without_our_token_does_nothing(world: World, ana: Visitor, path: str) -> None:
    case = world.hold("Hi! An hour is £45.", name="c1", mode="DRAFT")
    group = world.desk().groups().groups[0].id
    place = path.format(case=case, group=group)
    other = Visitor(ana.app)
    other.sign_in(world.key("ben"))
    theirs = other.get("/review/").token()
    for wrong in ("", "x", "0" * 64, theirs, "é"):
        page = ana.post(place, wrong, body="Hi!", reason="x", until="2026-05-20", edits="a=1", case=case)
        assert (page.status, page.title) == (403, "This form is not yours")
    assert ana.ask("POST", place).status == 403
    assert ana.ask("POST", place, content=b"{}", headers={"content-type": "application/json"}).status == 403
    assert ana.get("/review/").status == 200
    assert [found.id for found in world.desk().cases()] == [case]
    assert not world.outbox.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.test"},
        {"Origin": "null"},
        {"Origin": "http://[bad"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/review/login", "/review/cases/{case}/reject"])
def test_a_form_from_another_site_does_nothing(
    world: World, ana: Visitor, headers: dict[str, str], path: str
) -> None:
    case = world.hold("An hour is £40.", name="c1")
    token = ana.get("/review/").token()
    page = ana.ask("POST", path.format(case=case), data={"csrf": token}, headers=headers)
    assert (page.status, page.title) == (403, "Not from here")
    assert [found.id for found in world.desk().cases()] == [case]
    ours = {"Origin": "http://align.test", "Sec-Fetch-Site": "same-origin"}
    assert ana.ask("POST", f"/review/cases/{case}/reject", data={"csrf": token}, headers=ours).status == 200


def test_the_door_takes_no_form_that_was_made_elsewhere(world: World) -> None:
    key = world.key("ana")
    visitor = Visitor(application(world.parts()))
    assert visitor.ask("POST", "/review/login", data={"key": key}).status == 403
    theirs = Visitor(visitor.app).get("/review/login").token()
    visitor.get("/review/login")
    assert visitor.ask("POST", "/review/login", data={"key": key, "csrf": theirs}).status == 403


def test_files_and_forms_of_very_many_fields_are_not_taken(ana: Visitor) -> None:
    token = ana.get("/review/").token()
    files = {"body": ("x.txt", b"x" * 1000)}
    assert ana.ask("POST", "/review/cases/x/edit", data={"csrf": token}, files=files).status == 400
    many = {"csrf": token, **{f"f{number}": "x" for number in range(1_001)}}
    assert ana.ask("POST", "/review/cases/x/edit", data=many).status == 400


def test_every_answer_tells_a_browser_what_not_to_do(world: World, ana: Visitor) -> None:
    case = world.hold("An hour is £40.", name="c1")
    paths = ["/review/", f"/review/cases/{case}", "/review/facts/marlow", "/review/login", "/review/none"]
    pages = [ana.get(path) for path in paths]
    pages += [Visitor(ana.app).get("/review/"), ana.post("/review/logout", "wrong")]
    for page in pages:
        headers = page.answer.headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "same-origin"
    assert "unsafe" not in POLICY


def test_no_page_has_what_the_policy_would_stop(world: World, ana: Visitor) -> None:
    case = world.hold("An hour is £40.", name="c1")
    group = world.desk().groups().groups[0].id
    for path in (
        "/review/",
        f"/review/cases/{case}",
        f"/review/groups/{group}",
        "/review/facts/marlow",
        "/review/login",
    ):
        page = ana.get(path)
        for tag, attributes in page.elements:
            assert tag != "style"
            assert tag != "script" or attributes["src"]
            assert not [name for name in attributes if name == "style" or name.startswith("on")]
            assert "js:" not in (attributes.get("data-hx-vals") or "")


def test_our_files_may_be_kept_and_there_are_no_others(ana: Visitor) -> None:
    page = ana.get("/review/login")
    sources = [a["src"] or "" for a in page.tags("script")] + [a["href"] or "" for a in page.tags("link")]
    assert len(sources) == 4
    for source in sources:
        answer = ana.get(source).answer
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        digest = hashlib.sha256(answer.content).hexdigest()
        assert source.endswith(f"?v={digest[:12]}")
    for name in ("../app.py", "%2e%2e%2fapp.py", "none.css"):
        assert ana.get(f"/review/static/{name}").status == 404


def test_a_database_that_is_away_is_said_and_nothing_of_it(world: World, ana: Visitor) -> None:
    token = ana.get("/review/").token()
    world.close()
    for path in world.folder.glob("align.db*"):
        path.unlink()
    (world.folder / "align.db").mkdir()
    for page in (ana.get("/review/"), ana.get("/review/login"), ana.post("/review/cases/x/reject", token)):
        assert (page.status, page.title) == (503, "The database is away")
        assert str(world.folder) not in page.answer.text
        assert page.answer.headers["retry-after"] == "5"


def test_the_first_address_leads_to_the_queue(ana: Visitor) -> None:
    page = ana.get("/review")
    assert (page.status, page.answer.headers["location"]) == (308, "/review/")


def test_sessions_are_kept_without_their_tokens(url: str, clock: Clock) -> None:
    engine = open_engine(url)
    sessions = SessionStore(engine, clock=clock)
    token = sessions.begin("Inês \u202e", "abc")
    other = sessions.begin("ben", None)
    with engine.connect() as connection:
        assert token not in repr(connection.execute(text("SELECT * FROM review_session")).all())
    assert sessions.find(token) == Session("abc", "Inês \u202e", clock() + LASTS)
    assert sessions.find(other) == Session(None, "ben", clock() + LASTS)
    for wrong in ("", "x", token[:-1], "\ud800"):
        assert sessions.find(wrong) is None
    sessions.end(token)
    sessions.end(token)
    assert sessions.find(token) is None
    clock.move(seconds=dt.timedelta(hours=12).total_seconds())
    assert sessions.find(other) is None
    sessions.begin("new", None)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM review_session")).scalar_one() == 1
    engine.dispose()


def test_a_form_s_token_is_of_one_session_and_one_purpose() -> None:
    token = form_token("secret", "form")
    assert is_form_token(token, "secret", "form")
    for given, secret, purpose in (
        (token, "other", "form"),
        (token, "secret", "door"),
        ("", "secret", "form"),
    ):
        assert not is_form_token(given, secret, purpose)
