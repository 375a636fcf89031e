"""A Ray that is begun here: who can reach it."""

from __future__ import annotations

import ipaddress
import os
from pathlib import Path

import pytest

_LISTENS = "0A"


def _of_ray() -> list[Path]:
    """Return the processes below this one."""
    parents = {
        folder: int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        for folder in Path("/proc").glob("[0-9]*")
        if (folder / "stat").exists()
    }
    found = [Path(f"/proc/{os.getpid()}")]
    for above in found:
        found += [folder for folder, parent in parents.items() if parent == int(above.name)]
    return found


def _sockets(folder: Path) -> set[str]:
    links = [str(link.readlink()) for link in (folder / "fd").iterdir() if link.is_symlink()]
    return {link[len("socket:[") : -1] for link in links if link.startswith("socket:[")}


def _address(said: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Read an address as Linux writes it: in words of four bytes, the last byte first."""
    raw = bytes.fromhex(said.partition(":")[0])
    ordered = b"".join(raw[at : at + 4][::-1] for at in range(0, len(raw), 4))
    found = ipaddress.ip_address(ordered)
    return getattr(found, "ipv4_mapped", None) or found


@pytest.mark.usefixtures("ray_of_two")
def test_nobody_on_another_machine_can_reach_it() -> None:
    ours = set().union(*(_sockets(folder) for folder in _of_ray()))
    rows = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    listening = [_address(row[1]) for row in rows if row[3] == _LISTENS and row[9] in ours]
    assert len(listening) > 3
    assert all(address.is_loopback for address in listening), listening
