from __future__ import annotations

import asyncio
import datetime as dt
import pickle
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_type

import pytest

from align import compile_spec
from align.integrations import NotAlignedError, StoredPersona, aligned
from align.operators.checks import gate_checks
from specs import Spec, load_spec
from specs.store import Edit, SpecStore, StoredSpec, UnknownPersonaError, open_engine
from tests.store.conftest import Clock, clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align import Validation

__all__ = ["clock"]

ROOT = Path(__file__).parents[2]
SPEC = load_spec(ROOT / "fixtures/demo/personas/marlow.json")
NOW = dt.datetime(2026, 5, 12, 9, tzinfo=dt.UTC)
CLEAN = "An hour is £45."
WRONG = "An hour is £40."


@aligned(SPEC, now=NOW)
def written(body: str, *, times: int = 1) -> str:
    """Return the body so many times."""
    return " ".join([body] * times)


@aligned(SPEC, now=NOW)
async def awaited(body: str) -> str:
    await asyncio.sleep(0)
    return body


def test_a_clean_draft_comes_out_as_it_is() -> None:
    assert written(CLEAN) == CLEAN
    assert asyncio.run(awaited(CLEAN)) == CLEAN


def test_a_held_draft_raises_with_the_validation() -> None:
    with pytest.raises(NotAlignedError) as plain:
        written(WRONG)
    with pytest.raises(NotAlignedError) as later:
        asyncio.run(awaited(WRONG))
    for raised in (plain, later):
        (violation,) = raised.value.validation.violations
        assert violation.rule == "price_contradiction"


def test_the_error_names_rules_and_no_word_of_the_draft() -> None:
    with pytest.raises(NotAlignedError) as raised:
        written(f"Dear Zebedee! {WRONG}")
    assert str(raised.value) == "the draft is held: price_contradiction at 25-28"
    for text in (str(raised.value), repr(raised.value)):
        assert "40" not in text
        assert "Zebedee" not in text
    assert pickle.loads(pickle.dumps(raised.value)).validation == raised.value.validation  # noqa: S301 - our own


def test_the_signature_is_kept() -> None:
    # mypy, which reads this file, takes an unneeded "ignore" for an error.
    assert_type(written(CLEAN, times=1), str)
    with pytest.raises(TypeError):
        written(CLEAN, times=1, colour="red")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        written(1)  # type: ignore[arg-type]
    assert written.__name__ == "written"
    assert written.__doc__ == "Return the body so many times."
    assert asyncio.iscoroutinefunction(awaited)

    async def typed() -> None:
        assert_type(await awaited(CLEAN), str)

    asyncio.run(typed())


def test_what_on_held_returns_takes_the_drafts_place() -> None:
    seen: list[tuple[Any, Validation]] = []

    def instead(draft: str, validation: Validation) -> str:
        seen.append((draft, validation))
        return CLEAN

    @aligned(SPEC, now=NOW, on_held=instead)
    def write() -> str:
        return WRONG

    assert write() == CLEAN
    ((draft, validation),) = seen
    assert draft == WRONG
    assert not validation.ok


def test_what_on_held_returns_is_checked_in_its_turn() -> None:
    def worse(draft: str, validation: Validation) -> str:
        del draft, validation
        return "An hour is £1."

    async def worse_later(draft: str, validation: Validation) -> str:
        return worse(draft, validation)

    @aligned(SPEC, now=NOW, on_held=worse)
    def write() -> str:
        return WRONG

    @aligned(SPEC, now=NOW, on_held=worse_later)
    async def write_later() -> str:
        return WRONG

    with pytest.raises(NotAlignedError) as raised:
        write()
    assert raised.value.validation.violations[0].claimed.startswith("1 ")
    with pytest.raises(NotAlignedError):
        asyncio.run(write_later())


def test_none_is_nothing_to_send() -> None:
    @aligned(SPEC, now=NOW, on_held=lambda _draft, _validation: None)
    def write(body: str | None) -> str | None:
        return body

    @aligned(SPEC, now=NOW, on_held=lambda _draft, _validation: None)
    async def write_later(body: str | None) -> str | None:
        return body

    assert (write(None), write(WRONG), write(CLEAN)) == (None, None, CLEAN)
    assert [asyncio.run(write_later(body)) for body in (None, WRONG, CLEAN)] == [None, None, CLEAN]


def test_functions_get_the_arguments_of_the_call_and_a_clock_none() -> None:
    specs = {"marlow": SPEC, "sofie": load_spec(ROOT / "fixtures/demo/personas/sofie.json")}

    def spec_of(persona: str, inbound: str) -> Spec:
        assert inbound
        return specs[persona]

    @aligned(spec_of, now=lambda: NOW, context=lambda _persona, inbound: {"inbound": inbound})
    def write(persona: str, inbound: str) -> str:
        del inbound
        return "Yep, that works!" if persona == "marlow" else "Gern!"

    assert write("sofie", "hallo") == "Gern!"
    assert write("marlow", "so 45 for the hour?")
    with pytest.raises(NotAlignedError):
        write("marlow", "so 40 for the hour?")


def test_a_moment_counts_and_a_naive_one_is_refused() -> None:
    with pytest.raises(ValueError, match="now"):
        aligned(SPEC, now=dt.datetime(2026, 5, 12))(lambda: CLEAN)()  # noqa: DTZ001 - what is tried


def test_without_a_moment_the_check_happens_at_the_present() -> None:
    assert aligned(compile_spec(SPEC))(lambda: CLEAN)() == CLEAN


@dataclass(frozen=True)
class Message:
    to: str
    text: str


def test_a_draft_may_be_more_than_its_text() -> None:
    @aligned(SPEC, now=NOW, body=lambda message: message.text)
    def write(text: str) -> Message:
        return Message("jo", text)

    assert write(CLEAN) == Message("jo", CLEAN)
    with pytest.raises(NotAlignedError):
        write(WRONG)


def test_a_draft_without_a_text_is_an_error() -> None:
    with pytest.raises(TypeError, match="expected a draft's text, got Message"):
        aligned(SPEC, now=NOW)(lambda: Message("jo", CLEAN))()


class Writer:
    """Something called that is `async` and does not look it, and a method."""

    async def __call__(self, body: str) -> str:
        """Return the body, later."""
        return body

    @aligned(SPEC, now=NOW)
    def write(self, body: str) -> str:
        """Return the body."""
        return body


def test_methods_and_callable_objects_are_checked_too() -> None:
    assert Writer().write(CLEAN) == CLEAN
    with pytest.raises(NotAlignedError):
        Writer().write(WRONG)
    later = aligned(SPEC, now=NOW)(Writer())
    assert asyncio.run(later(CLEAN)) == CLEAN
    with pytest.raises(NotAlignedError):
        asyncio.run(later(WRONG))


def test_generators_are_refused_when_they_are_decorated() -> None:
    def parts() -> Iterator[str]:
        yield WRONG

    async def later_parts() -> Any:
        yield WRONG

    for function in (parts, later_parts):
        with pytest.raises(TypeError, match="generator"):
            aligned(SPEC)(function)


def test_a_decorator_without_its_spec_is_an_error_at_the_first_call() -> None:
    def write(inbound: str) -> Any:
        return f"An hour is £40, {inbound}"

    bare: Any = aligned(write)
    with pytest.raises(TypeError, match=r"@aligned\(spec\)"):
        bare("Ada")


def test_an_error_of_the_function_is_its_own() -> None:
    @aligned(SPEC)
    def write() -> str:
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        write()


@pytest.fixture
def store(url: str, clock: Clock) -> Iterator[SpecStore]:
    """A store in which Marlow has facts."""
    engine = open_engine(url)
    made = SpecStore(engine, checks=gate_checks(), fresh_seconds=0.0, clock=clock)
    facts = {key: value for key, value in SPEC.to_dict().items() if key != "mission"}
    made.add_persona(facts, Edit({}, "ana", "first"))
    yield made
    engine.dispose()


def test_the_spec_of_a_stored_persona_is_the_one_that_holds_at_the_call(store: SpecStore) -> None:
    @aligned(StoredPersona(store, "marlow"), now=NOW)
    def write() -> str:
        return WRONG

    @aligned(StoredPersona(store, lambda persona: persona), now=NOW)
    async def write_to(persona: str) -> str:
        del persona
        return WRONG

    with pytest.raises(NotAlignedError):
        write()
    with pytest.raises(NotAlignedError):
        asyncio.run(write_to("marlow"))
    store.revise("marlow", Edit({"rates[60].amount": 40}, "ana", "cheaper"))
    assert write() == WRONG
    assert asyncio.run(write_to("marlow")) == WRONG
    with pytest.raises(UnknownPersonaError):
        asyncio.run(write_to("nobody"))


class NotingStore(SpecStore):
    """A store that notes in which threads it is asked."""

    def current(self, persona: str) -> StoredSpec:
        """Note the thread and answer."""
        self.threads = [*getattr(self, "threads", []), threading.current_thread()]
        return super().current(persona)


def test_an_event_loop_goes_on_while_the_store_is_read(store: SpecStore, clock: Clock) -> None:
    noting = NotingStore(store.engine, fresh_seconds=0.0, clock=clock)

    @aligned(StoredPersona(noting, "marlow"), now=NOW)
    async def write() -> str:
        return CLEAN

    asyncio.run(write())
    assert noting.threads
    assert threading.main_thread() not in noting.threads
