"""What both databases must keep: whose data it is, filters and pages, and names that no database takes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.audit.decisions import candidate, downgraded, held, passed
from tests.databases import backend
from tests.http.service import Client, Service, problem
from tests.http.test_looking_up import ids, recorded

__all__ = ["backend", "recorded"]

FILTERS = [
    ("", ["p4", "t3", "h2", "a1"]),
    ("?persona=amara", ["t3"]),
    ("?persona=nobody", []),
    ("?outcome=held", ["h2"]),
    ("?tag=spec_conflict", ["h2"]),
    ("?tag=nothing", []),
    ("?rule=price_contradiction", ["t3", "h2"]),
    ("?since=2026-11-01T14:00:00Z", ["p4", "t3"]),
    ("?unjudged=true", ["a1"]),
    ("?raised=true", ["p4"]),
    ("?persona=leo&outcome=passed", ["p4", "a1"]),
    ("?limit=2", ["p4", "t3"]),
    ("?cursor=t3", ["h2", "a1"]),
    ("?cursor=t3&limit=1", ["h2"]),
    ("?cursor=a1", []),
]


def test_decisions_are_filtered_and_paged(recorded: Service) -> None:
    for query, expected in FILTERS:
        assert ids(recorded, f"/v1/decisions{query}") == expected, query


def test_what_no_database_can_hold_is_not_there(service: Service) -> None:
    client = service.client()
    for name in ("lea", "LEO", "leo%00", "%ED%A0%80", "leo%27--", "x" * 2000):
        assert problem(client.get(f"/v1/specs/{name}")) == (404, "unknown-persona")
    for id_ in ("none", "h2%00", "%25", "_"):
        assert problem(client.get(f"/v1/decisions/{id_}")) == (404, "not-found")
    for persona in ("leo\x00", "\ud800"):
        answer = client.post("/v1/validate", {"persona": persona, "body": "x"})
        assert problem(answer) == (404, "unknown-persona")
    assert client.get("/v1/decisions?tag=%00&rule=%00&persona=%00").json()["decisions"] == []


def test_a_pass_is_recorded_and_its_receipt_holds(service: Service) -> None:
    client = service.client(service.key("leo"))
    nasty = {"id": "c \x00 \ud800", "persona": "leo", "body": "Hi \x00 \ud800"}
    found = client.post("/v1/align", nasty).json()
    asked = {"receipt": found["receipt"], "body": nasty["body"]}
    assert client.post("/v1/receipts/check", asked).json() == {"is_covered": True, "refusal": None}
    assert client.get(f"/v1/decisions/{found['decision']['id']}").json()["candidate"]["id"] == nasty["id"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(
    made=st.lists(
        st.tuples(
            st.sampled_from(("leo", "amara")), st.sampled_from((passed, held, downgraded)), st.booleans()
        ),
        min_size=1,
        max_size=6,
    ),
    limit=st.integers(1, 4),
    data=st.data(),
)
def test_of_all_that_was_decided_each_key_sees_its_own(
    service: Service, made: list[tuple[str, Any, bool]], limit: int, data: st.DataObject
) -> None:
    app = service.app()
    before = len(service.log.find(limit=10_000))
    ids: dict[str, list[str]] = {"leo": [], "amara": []}
    for number, (persona, make, _unused) in enumerate(made):
        id_ = f"{persona}-{before + number}"
        decision = replace(make(id_), candidate=candidate(persona=persona, body=f"of {persona}"))
        service.log.record(decision)
        ids[persona].append(id_)
    tokens = {persona: service.key(persona, name=f"{persona} {before}") for persona in ids}
    for persona, other in (("leo", "amara"), ("amara", "leo")):
        client = Client(app, tokens[persona])
        seen: list[str] = []
        cursor = ""
        while True:
            page = client.get(f"/v1/decisions?limit={limit}{cursor}").json()
            assert {one["persona"] for one in page["decisions"]} <= {persona}
            seen += [one["id"] for one in page["decisions"]]
            if page["next"] is None:
                break
            assert page["next"].startswith(persona)
            cursor = f"&cursor={page['next']}"
        assert seen[: len(ids[persona])] == ids[persona][::-1]
        assert len(seen) == len(set(seen))
        if ids[other]:
            theirs = data.draw(st.sampled_from(ids[other]))
            answer = client.get(f"/v1/decisions/{theirs}")
            assert problem(answer) == (404, "not-found")
            assert client.get("/v1/decisions/none").text == answer.text
            begun = client.get(f"/v1/decisions/{theirs[:-1]}")
            assert begun.text == answer.text
