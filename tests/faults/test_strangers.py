"""Under load from the keys of many personas at once, no answer holds anything of another one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from benchmarks.promises import strangers
from benchmarks.wire import Wire, get, post

if TYPE_CHECKING:
    from benchmarks.serving import Tenant
    from benchmarks.wire import Answer
    from tests.faults.conftest import Served

ROUNDS = 8
CLIENTS_EACH = 3


class Client:
    """Asks for one persona, and keeps what was wrong with the answers."""

    def __init__(self, wire: Wire, tenant: Tenant, wrong: list[str]) -> None:
        self._wire = wire
        self._tenant = tenant
        self._wrong = wrong

    async def ask(self, what: str, request: bytes, *words: str, status: int = 200) -> Answer:
        """Ask; what is expected is the status, these words, and nobody else's."""
        answer = await self._wire.ask(request)
        if answer.status != status:
            self._wrong.append(f"{what}: {answer.status}")
        if found := strangers(answer, self._tenant.persona):
            self._wrong.append(f"{what}: {found}")
        self._wrong.extend(f"{what}: no {word}" for word in words if word.encode("ascii") not in answer.body)
        return answer


async def live(
    port: int, tenant: Tenant, other: Tenant, said: dict[str, list[tuple[str, str, str]]]
) -> list[str]:
    """Ask for everything that a persona may see, and for what is another's; return what was wrong."""
    wrong: list[str] = []
    wire = await Wire.open(port)
    client = Client(wire, tenant, wrong)
    price, clean = f"{tenant.hour} USD for 60 min", f"Hi {tenant.mark}, an hour is ${tenant.hour}."

    def saying(path: str, **fields: object) -> bytes:
        return post(path, {"persona": tenant.persona, **fields}, tenant.token)

    def reading(path: str) -> bytes:
        return get(path, tenant.token)

    for number in range(ROUNDS):
        await client.ask("check", saying("/v1/validate", body="Hi, an hour is $90."), price)
        await client.ask("spec", reading(f"/v1/specs/{tenant.persona}"), tenant.mark)
        passed = await client.ask(
            "pass", saying("/v1/align", id=f"p{number}", body=clean), '"cleared"', tenant.mark
        )
        await client.ask("hold", saying("/v1/align", id=f"h{number}", body=f"{clean} Not $90."), tenant.mark)
        found = passed.json()
        receipt, id_ = found["receipt"], found["decision"]["id"]
        said[tenant.persona].append((receipt, clean, id_))
        covered = post("/v1/receipts/check", {"receipt": receipt, "body": clean}, tenant.token)
        await client.ask("receipt", covered, '"is_covered":true')
        await client.ask("decision", reading(f"/v1/decisions/{id_}"), tenant.mark)
        for path in ("/v1/decisions?limit=200", "/v1/holds?limit=200"):
            await client.ask(path, reading(path))
        for path in (f"/v1/specs/{other.persona}", f"/v1/decisions?persona={other.persona}"):
            await client.ask("another's", reading(path), status=404)
        for receipt, body, id_ in said[other.persona][-2:]:
            await client.ask("another's decision", reading(f"/v1/decisions/{id_}"), status=404)
            forged = post("/v1/receipts/check", {"receipt": receipt, "body": body}, tenant.token)
            await client.ask("another's receipt", forged, status=404)
    wire.close()
    return wrong


def test_no_answer_holds_anything_of_another_persona(served: Served) -> None:
    said: dict[str, list[tuple[str, str, str]]] = {tenant.persona: [] for tenant in served.tenants}
    pairs = zip(served.tenants, [*served.tenants[1:], served.tenants[0]], strict=True)

    async def go() -> list[list[str]]:
        lives = [live(served.port, *pair, said) for pair in pairs for _client in range(CLIENTS_EACH)]
        return await asyncio.gather(*lives)

    assert [wrong for wrong in asyncio.run(go()) if wrong] == []
    assert all(len(done) == ROUNDS * CLIENTS_EACH for done in said.values())
