"""A Ray that is begun here: who can reach it."""

from __future__ import annotations

import ipaddress
import re
from contextlib import suppress
from pathlib import Path

import pytest

from tests.replay_ray.processes import below_this_one

_LISTENS = "0A"


def _sockets(folder: Path) -> set[str]:
    found = set()
    with suppress(OSError):  # the process, or the file, may have ended
        for link in (folder / "fd").iterdir():
            found |= set(re.findall(r"^socket:\[(\d+)\]$", str(link.readlink())))
    return found


def _address(said: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Read an address as Linux writes it: in words of four bytes, the last byte first."""
    raw = bytes.fromhex(said.partition(":")[0])
    ordered = b"".join(raw[at : at + 4][::-1] for at in range(0, len(raw), 4))
    found = ipaddress.ip_address(ordered)
    return getattr(found, "ipv4_mapped", None) or found


@pytest.mark.usefixtures("ray_of_two")
def test_nobody_on_another_machine_can_reach_it() -> None:
    ours = set().union(*(_sockets(folder) for folder in below_this_one()))
    rows = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    listening = [_address(row[1]) for row in rows if row[3] == _LISTENS and row[9] in ours]
    assert len(listening) > 3
    assert all(address.is_loopback for address in listening), listening
