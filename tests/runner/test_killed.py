"""Runners that are killed, truly, at each point of their work: nothing is lost, and nothing is sent twice."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.audit.store import DecisionStore
from align.gate.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.runner.queue import CandidateQueue

ROOT = Path(__file__).parents[2]
POINTS = (
    "in the gate",
    "before the record",
    "after the record",
    "before sending",
    "after sending",
    "before the end",
)


def run(url: str, outbox: Path, point: str, at: int, hour: int) -> int:
    child = [sys.executable, "-m", "tests.runner.child", url, str(outbox), point, str(at), str(hour)]
    return subprocess.run(child, check=False, cwd=ROOT).returncode


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_runner_is_taken_over(url: str, queue: CandidateQueue, tmp_path: Path, point: str) -> None:
    outbox = tmp_path / "out.jsonl"
    queue.add(Candidate(f"c{n}", "leo", "wrong" if n == 3 else f"Hello {n}") for n in range(6))
    assert run(url, outbox, point, 2, hour=0) == -signal.SIGKILL
    assert queue.counts() != {"dispatched": 5, "held": 1}
    assert run(url, outbox, point, 1, hour=1) == -signal.SIGKILL
    assert run(url, outbox, "nowhere", 1, hour=2) == 0
    assert queue.counts() == {"dispatched": 5, "held": 1}
    sent = [json.loads(line) for line in outbox.read_bytes().splitlines()]
    assert sorted(line["key"] for line in sent) == [f"leo/c{n}" for n in (0, 1, 2, 4, 5)]
    assert {line["candidate_id"]: line["body"] for line in sent} == {
        f"c{n}": f"Hello {n}" for n in (0, 1, 2, 4, 5)
    }
    recorded = DecisionStore(queue.engine)
    for line in sent:
        # What was sent is what the recorded decision let go, and the queue names the same decision.
        assert recorded.get(line["decision_id"]).body == line["body"]
        stands = queue.get(line["persona"], line["candidate_id"])
        assert stands is not None
        assert stands.decision_id == line["decision_id"]


def test_runners_side_by_side_share_the_work(
    url: str, open_queue: Callable[..., CandidateQueue], tmp_path: Path
) -> None:
    queue = open_queue()
    queue.add(Candidate(f"c{n}", "leo", f"Hello {n}") for n in range(30))
    outbox = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "tests.runner.child", url, str(outbox), "nowhere", "1", "0"]
    runners = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
    assert [runner.wait() for runner in runners] == [0, 0]
    assert queue.counts() == {"dispatched": 30}
    sent = [json.loads(line)["key"] for line in outbox.read_bytes().splitlines()]
    assert sorted(sent) == sorted(f"leo/c{n}" for n in range(30))
    # Each candidate went through the gate once: nobody took what another one had.
    assert len(DecisionStore(queue.engine).find(limit=100)) == 30


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
@pytest.mark.parametrize("point", POINTS)
def test_one_of_several_is_killed_and_each_message_goes_out_once(
    url: str, queue: CandidateQueue, tmp_path: Path, point: str
) -> None:
    """Three processes share the queue of a server, where none waits for what another one is taking."""
    queue.add(Candidate(f"c{n}", persona, f"Hello {n}") for n in range(12) for persona in ("leo", "ana"))
    outbox = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "tests.runner.child", url, str(outbox)]
    ends = [(point, "2"), ("nowhere", "1"), ("nowhere", "1")]
    runners = [subprocess.Popen([*command, *end, "0"], cwd=ROOT) for end in ends]
    codes = [runner.wait() for runner in runners]
    # The others may have been faster, and left it nothing to be killed at.
    assert codes[0] in {-signal.SIGKILL, 0}
    assert codes[1:] == [0, 0]
    assert run(url, outbox, "nowhere", 1, hour=1) == 0
    assert queue.counts() == {"dispatched": 24}
    sent = [json.loads(line)["key"] for line in outbox.read_bytes().splitlines()]
    assert sorted(sent) == sorted(f"{persona}/c{n}" for n in range(12) for persona in ("leo", "ana"))
