"""`AlignGuardrail`: LiteLLM's hooks after a model's answer."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NoReturn, final

from litellm.exceptions import GuardrailRaisedException
from litellm.integrations.custom_guardrail import CustomGuardrail
from litellm.types.guardrails import GuardrailEventHooks, LitellmParams

from align.integrations.decorator import NotAlignedError
from align.integrations.litellm.answers import annotated, bodies, replaced
from align.integrations.litellm.requests import UncheckedError, context_of, persona_of
from align.integrations.litellm.settings import KEYS, GuardrailConfigError, read_settings
from align.validate import validate_draft

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, Callable, Mapping, Sequence

    from litellm.types.utils import GuardrailStatus

    from align.compiled import CompiledSpec
    from align.context import DraftContext
    from align.findings import Validation
    from align.integrations.litellm.settings import Personas
    from specs import Spec

_MODE: Final = "post_call"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Check:
    """What is checked against what."""

    bodies: Mapping[int, str]
    persona: str
    now: dt.datetime
    context: DraftContext


@final
class AlignGuardrail(CustomGuardrail):
    """Checks every choice of every answer before a caller of the proxy gets any of it.

    The parameters are those of `docs/integrations.md`, as a proxy's configuration gives them. A program gives
    `spec_of` instead of `facts` or `database`: a function from a persona to its spec, which raises `LookupError` for
    an unknown one and is called in a thread. `clock` gives the present, aware.

    A held answer is an error of status 400 that names rules and no word of it; with `on_held: replace` the safe body
    stands in its place, if that is clean itself, and with `annotate` it goes out with its validation. Whatever cannot
    be checked is an error too, whatever `on_held` says. A streamed answer is kept until it is whole.

    Raises `GuardrailConfigError`.
    """

    def __init__(
        self,
        guardrail_name: str | None = None,
        event_hook: Any = _MODE,  # noqa: ANN401 - what LiteLLM reads from `mode`
        default_on: bool | None = None,  # noqa: FBT001 - LiteLLM passes it by name
        *,
        spec_of: Personas | None = None,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
        **params: Any,  # noqa: ANN401 - whatever the configuration has
    ) -> None:
        if event_hook not in (_MODE, [_MODE]):
            raise GuardrailConfigError(f"mode: this guardrail checks answers: {_MODE}")
        if unknown := sorted(set(params) - KEYS - set(LitellmParams.model_fields)):
            raise GuardrailConfigError(f"{unknown[0]}: unknown parameter (known: {', '.join(sorted(KEYS))})")
        self._settings = read_settings(params, spec_of)
        self._clock = clock
        if params.get("run_in_parallel") and self._settings.on_held != "block":
            # LiteLLM throws away what guardrails return that run beside others.
            raise GuardrailConfigError("run_in_parallel: goes with on_held: block only")
        super().__init__(
            guardrail_name=guardrail_name,
            event_hook=event_hook,
            default_on=bool(default_on),
            **{name: value for name, value in params.items() if name not in KEYS},
        )

    def __init_subclass__(cls, **_kwargs: object) -> None:
        """Refuse: LiteLLM looks for the hook of streams in the class itself, and lets those of a subclass pass."""
        raise TypeError("AlignGuardrail cannot be subclassed; give it functions, or wrap it")

    async def async_post_call_success_hook(
        self,
        data: dict[str, Any],
        user_api_key_dict: Any,  # noqa: ANN401 - LiteLLM's key, or a stand-in of it
        response: Any,  # noqa: ANN401 - any of LiteLLM's answers
    ) -> Any:  # noqa: ANN401 - the same
        """Return an answer that may go out; raises `GuardrailRaisedException` where there is none."""
        (settled,) = await self._settled([response], data, user_api_key_dict)
        return settled

    async def async_post_call_streaming_iterator_hook(
        self,
        user_api_key_dict: Any,  # noqa: ANN401 - LiteLLM's key
        response: AsyncIterable[Any],
        request_data: dict[str, Any],
    ) -> AsyncGenerator[Any, None]:
        """Yield the chunks of an answer when all of them are there and have been checked."""
        chunks = [chunk async for chunk in response]
        for chunk in await self._settled(chunks, request_data, user_api_key_dict):
            yield chunk

    async def async_pre_call_deployment_hook(
        self,
        kwargs: dict[str, Any],
        call_type: Any,  # noqa: ANN401 - LiteLLM's kind of call
    ) -> dict[str, Any] | None:
        """Refuse a stream in a program without a proxy, where LiteLLM asks no guardrail, and go round its cache there."""
        if "proxy_server_request" not in kwargs and self.runs_post_call_deployment_hook(kwargs):
            if kwargs.get("stream"):
                self._raise(UncheckedError(400, "a stream is checked in LiteLLM's proxy only"))
            kwargs = {**kwargs, "cache": {"no-cache": True}}
        passed: dict[str, Any] | None = await super().async_pre_call_deployment_hook(kwargs, call_type)
        return passed

    async def _settled(self, answers: Sequence[Any], data: dict[str, Any], key: object) -> Sequence[Any]:
        """Return what may go out of an answer, whole or in chunks."""
        try:
            found = bodies(answers)
            if not found:
                return answers
            check = _Check(found, persona_of(self._settings, data, key), self._clock(), context_of(data))
            return await self._judged(answers, check, data)
        except UncheckedError as error:
            self._note(data, "guardrail_failed_to_respond", [])
            self._raise(error)

    async def _judged(self, answers: Sequence[Any], check: _Check, data: dict[str, Any]) -> Sequence[Any]:
        validations = await asyncio.to_thread(self._validated, check)
        held = {choice: found for choice, found in validations.items() if not found.ok}
        rules = sorted({v.rule for found in held.values() for v in found.violations + found.errors})
        self._note(data, "guardrail_intervened" if held else "success", rules)
        if self._settings.on_held == "annotate":
            return annotated(answers, validations)
        if not held:
            return answers
        if self._settings.on_held == "block":
            self._block(next(iter(held.values())))
        safe = dict.fromkeys(held, self._settings.safe_body)
        instead = await asyncio.to_thread(
            self._validated, _Check(safe, check.persona, check.now, check.context)
        )
        if not all(found.ok for found in instead.values()):
            self._block(next(iter(held.values())))
        return replaced(answers, safe)

    def _validated(self, check: _Check) -> dict[int, Validation]:
        """Check bodies, in a thread; raises nothing but `UncheckedError`."""
        spec = self._spec(check.persona)
        try:
            return {
                choice: validate_draft(body, spec, now=check.now, context=check.context)
                for choice, body in check.bodies.items()
            }
        except Exception as error:  # noqa: BLE001 - whatever it is, the answer may not go
            _log.error("an answer could not be checked: %s", type(error).__name__)
            raise UncheckedError(500, "the answer could not be checked") from None

    def _spec(self, persona: str) -> Spec | CompiledSpec:
        try:
            return self._settings.personas(persona)
        except LookupError:
            raise UncheckedError(400, "no facts of this persona") from None
        except Exception as error:  # noqa: BLE001 - whatever it is, the answer may not go
            _log.warning("no spec could be read: %s", type(error).__name__)
            raise UncheckedError(503, "the facts cannot be read now") from None

    def _block(self, validation: Validation) -> NoReturn:
        raise GuardrailRaisedException(
            guardrail_name=self.guardrail_name,
            message=str(NotAlignedError(validation)),
            should_wrap_with_default_message=False,
            blocked_content=True,
        )

    def _raise(self, error: UncheckedError) -> NoReturn:
        raise GuardrailRaisedException(
            guardrail_name=self.guardrail_name,
            message=str(error),
            should_wrap_with_default_message=False,
            status_code=error.status,
        ) from None

    def _note(self, data: dict[str, Any], status: GuardrailStatus, rules: list[str]) -> None:
        """Tell LiteLLM's loggers what came of it: rules, and no word of the answer."""
        self.add_standard_logging_guardrail_information_to_request_data(
            guardrail_json_response={"rules": rules},
            request_data=data,
            guardrail_status=status,
            guardrail_provider="align",
            event_type=GuardrailEventHooks.post_call,
        )
