"""The breaker, against a model of it, in simulated time."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from align.harness.breaker import Breaker, BreakerPolicy, Permit

POLICY = BreakerPolicy(failures=3, open_seconds=10.0, probes=2)


@dataclass
class Clock:
    """A monotonic clock that stands still until it is moved."""

    now: float = 100.0

    def __call__(self) -> float:
        """Return the moment, in seconds."""
        return self.now


def _ask(breaker: Breaker, *, has_failed: bool) -> None:
    permit = breaker.permit()
    assert permit is not None
    with permit:
        permit.report(has_failed=has_failed)


def _state(breaker: Breaker) -> str:
    return breaker.state


def _opened(clock: Clock) -> Breaker:
    breaker = Breaker(POLICY, clock)
    for _ in range(POLICY.failures):
        _ask(breaker, has_failed=True)
    return breaker


def test_failures_in_a_row_open_it() -> None:
    breaker = Breaker(POLICY, Clock())
    for has_failed in (True, True, False, True, True):
        _ask(breaker, has_failed=has_failed)
    assert _state(breaker) == "closed"
    _ask(breaker, has_failed=True)
    assert _state(breaker) == "open"
    assert breaker.permit() is None
    assert breaker.seconds_left == 10.0


def test_after_its_time_one_probe_at_a_time_goes_through() -> None:
    clock = Clock()
    breaker = _opened(clock)
    clock.now += 10
    assert _state(breaker) == "half_open"
    probe = breaker.permit()
    assert probe is not None
    assert breaker.is_blocking
    assert breaker.permit() is None
    with probe:
        probe.report(has_failed=False)
    assert _state(breaker) == "half_open"
    _ask(breaker, has_failed=False)
    assert _state(breaker) == "closed"


def test_a_probe_that_fails_opens_it_anew() -> None:
    clock = Clock()
    breaker = _opened(clock)
    clock.now += 10
    _ask(breaker, has_failed=True)
    assert breaker.seconds_left == 10.0


def test_a_probe_that_is_cancelled_lets_the_next_one_through() -> None:
    clock = Clock()
    breaker = _opened(clock)
    clock.now += 10
    probe = breaker.permit()
    assert probe is not None
    with pytest.raises(KeyboardInterrupt), probe:
        raise KeyboardInterrupt
    assert breaker.permit() is not None


def test_what_was_let_through_before_it_opened_does_not_close_it() -> None:
    clock = Clock()
    breaker = Breaker(POLICY, clock)
    late = breaker.permit()
    assert late is not None
    for _ in range(POLICY.failures):
        _ask(breaker, has_failed=True)
    with late:
        late.report(has_failed=False)
    assert _state(breaker) == "open"


def test_failures_from_before_it_opened_do_not_fail_the_probe() -> None:
    clock = Clock()
    breaker = Breaker(POLICY, clock)
    late = [breaker.permit() for _ in range(POLICY.failures)]
    for _ in range(POLICY.failures):
        _ask(breaker, has_failed=True)
    clock.now += 10
    for permit in late:
        assert permit is not None
        with permit:
            permit.report(has_failed=True)
    assert breaker.state == "half_open"


def test_a_policy_that_never_opens_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1 failure"):
        BreakerPolicy(failures=0)


class BreakerMachine(RuleBasedStateMachine):
    """Permits that end in any order, at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.breaker = Breaker(POLICY, self.clock)
        self.held: list[tuple[Permit, str]] = []

    @rule()
    def ask(self) -> None:
        """Ask for a permit: none while it is open, always one while it is closed."""
        state = self.breaker.state
        permit = self.breaker.permit()
        assert state != "open" or permit is None
        assert state != "closed" or permit is not None
        if permit is not None:
            self.held.append((permit, state))

    @precondition(lambda self: self.held)
    @rule(data=st.data(), has_failed=st.sampled_from([True, False, None]))
    def end(self, data: st.DataObject, has_failed: bool | None) -> None:
        """End any permit: the state moves only as it may."""
        permit, given_in = self.held.pop(data.draw(st.integers(0, len(self.held) - 1)))
        before = self.breaker.state
        with permit:
            if has_failed is not None:
                permit.report(has_failed=has_failed)
        after = self.breaker.state
        if after != before:
            assert given_in == before
            assert (before, after, has_failed) in {
                ("closed", "open", True),
                ("half_open", "open", True),
                ("half_open", "closed", False),
            }

    @rule(seconds=st.sampled_from([0.5, 2.0, 9.5, 10.0, 15.0]))
    def wait(self, seconds: float) -> None:
        """Let time pass: it can only turn open into half open."""
        before = self.breaker.state
        self.clock.now += seconds
        after = self.breaker.state
        assert after == before or (before, after) == ("open", "half_open")

    @invariant()
    def is_left_alone_for_its_time_at_most(self) -> None:
        """Open means that time is left, and no more than the policy's."""
        assert 0 <= self.breaker.seconds_left <= POLICY.open_seconds
        assert (self.breaker.seconds_left > 0) == (self.breaker.state == "open")

    def teardown(self) -> None:
        """Whatever happened, a server that is well again gets its requests."""
        for permit, _ in self.held:
            with permit:
                pass
        self.clock.now += POLICY.open_seconds
        for _ in range(POLICY.probes):
            _ask(self.breaker, has_failed=False)
        assert self.breaker.state == "closed"


TestBreakerMachine = BreakerMachine.TestCase
