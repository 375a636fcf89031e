"""How many connections there is room for under a limit of open files, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

ASKED = """
import resource, sys
soft, hard, connections = map(int, sys.argv[1:])
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
from align.http.descriptors import room_for
print(room_for(connections), resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""


@pytest.mark.parametrize(
    ("soft", "hard", "connections", "room", "raised"),
    [
        (256, 8192, 4096, 4096, 4352),
        (256, 1024, 4096, 768, 1024),
        (128, 300, 4096, 150, 300),
        (128, 128, 50, 50, 128),
        (1024, 1024, 3, 3, 1024),
    ],
    ids=["raised as far as needed", "raised as far as it may be", "few", "few asked for", "enough"],
)
def test_the_limit_is_raised_and_kept_to(
    soft: int, hard: int, connections: int, room: int, raised: int
) -> None:
    asked = [sys.executable, "-c", ASKED, str(soft), str(hard), str(connections)]
    done = subprocess.run(asked, capture_output=True, check=True, text=True)
    assert done.stdout.split() == [str(room), str(raised)]
