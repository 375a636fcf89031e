"""Whatever a body says, a page shows it as text: nothing runs, nothing is hidden, nothing is reordered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.pages.findings_view import MOST_ROWS, findings_view
from align.pages.render import environment, render, shown
from align.pages.visit import Operator

if TYPE_CHECKING:
    from examples.review_world import World
    from tests.pages.visitor import Page, Visitor

NASTY = [
    "<script>alert(1)</script> An hour is £40.",
    "</textarea><script>alert(1)</script> An hour is £40.",
    '"><img src=x onerror=alert(1)> An hour is £40.',
    "' autofocus onfocus='alert(1) An hour is £40.",
    "</title></bdi></mark><svg onload=alert(1)> An hour is £40.",
    "{{ 7*7 }} {% raw %} ${7*7} An hour is £40.",
    "<a href=javascript:alert(1)>x</a> An hour is £40.",
    "<div data-hx-get=/review/logout data-hx-trigger=load> An hour is £40.",
    "An hour is £40. \u202egnitset\u202c \u2066x\u2069 \u200fx",
    "An hour is £40.\x00\x01\x1b[2J\ud800\udfff\ufeff\u200b",
    "<!-- An hour is £40. --> ]]> &amp; &lt;script&gt;",
]
TAGS = {"script", "img", "svg", "iframe", "object", "a"}


def elements(page: Page) -> list[str]:
    """Return the kinds of elements of a page, and their attributes' names."""
    return [f"{tag} {sorted(attributes)}" for tag, attributes in page.elements]


@pytest.mark.parametrize("body", NASTY, ids=range(len(NASTY)))
def test_no_page_has_an_element_more_for_what_a_body_says(world: World, ana: Visitor, body: str) -> None:
    case = world.hold(
        body, name=body[:40].encode("ascii", "replace").decode(), inbound=body.replace("An hour is £40.", "?")
    )
    group = next(g.id for g in world.desk().groups().groups if g.cause.rule == "price_contradiction")
    sent = body.encode("utf-8", "replace").decode()
    pages = [
        ana.get("/review/"),
        ana.get(f"/review/cases/{case}"),
        ana.get(f"/review/groups/{group}"),
        ana.get("/review/facts/marlow?plan=1&edits=rates%5B60%5D.amount%3D41"),
        ana.post(f"/review/cases/{case}/edit", body=sent, do="check"),
        ana.post(f"/review/cases/{case}/check", body=sent),
        ana.post(f"/review/groups/{group}/fact-wrong", edits=sent, reason=sent, do="plan"),
        ana.post(f"/review/groups/{group}/rule-wrong", until=sent, reason=sent, do="plan"),
    ]
    for page in pages:
        assert page.status in (200, 422)
        # What one edits is as it is, inside its field; everything else is spelled out.
        shown_text = re.sub(
            r"<textarea.*?</textarea>", "", page.answer.content.decode("utf-8"), flags=re.DOTALL
        )
        assert not re.search("[\x00\x01\x1b\u202e\u2066\u200f\u200b\ufeff]", shown_text)
        scripts = [a for a in page.tags("script") if not (a.get("src") or "").startswith("/review/static/")]
        assert scripts == []
        names = {name for _tag, attributes in page.elements for name in attributes}
        assert not {name for name in names if name.startswith("on")}
        assert page.tags("img") == page.tags("iframe") == []
        assert "data-hx-get" not in names
        assert all(link.startswith(("/review", "#")) for link in page.links())


def test_a_long_body_is_cut_until_all_of_it_is_asked_for(world: World, ana: Visitor) -> None:
    body = "An hour is £40. " + "la " * 33_000 + "An hour is £41, give me a ring."
    case = world.hold(body, name="c1")
    page = ana.get(f"/review/cases/{case}")
    assert "more characters are not shown, with 2 findings in them." in page.text
    assert '<mark class="fault">give me a ring</mark>' not in page.answer.text
    (rest,) = {link for link in page.links() if "all=1" in link}
    whole = ana.get(rest)
    assert '<mark class="fault">give me a ring</mark>' in whole.answer.text
    assert "more characters are not shown, with" not in whole.text.split("What was tried")[0]
    shorter = body.replace("la " * 33_000, "la " * 6_000)
    checked = ana.post(f"/review/cases/{case}/check", page.token(), body=shorter)
    assert "4 findings in this text" in checked.text


def test_of_very_many_findings_the_first_are_listed_and_the_others_counted(
    world: World, ana: Visitor
) -> None:
    body = "".join(f"Sofie{n}@x.test or £{n}. " for n in range(1, 400))
    case = world.hold(body, name="c1")
    page = ana.get(f"/review/cases/{case}")
    assert page.status == 200
    assert "further findings not listed." in page.text
    assert page.answer.text.count('id="f') <= MOST_ROWS


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(st.characters(), max_size=80))
def test_any_text_comes_out_as_text(text: str) -> None:
    found = findings_view(text, ())
    operator = Operator("ana", None, "t")
    html = render("live.html", told=text, found=found, operator=operator) + str(shown(text))
    html.encode("utf-8")
    tags = set(re.findall(r"<(/?\w+)", html))
    assert tags <= {"p", "/p", "bdi", "/bdi", "span", "/span", "div", "/div"}


def test_nothing_is_put_into_a_page_unescaped() -> None:
    made = environment()
    assert made.autoescape is True
    loader = made.loader
    assert loader is not None
    for name in loader.list_templates():
        source, _file, _fresh = loader.get_source(made, name)
        assert "|safe" not in source.replace(" ", "")
        assert "Markup" not in source
