"""A LangChain chain whose drafts are checked: held ones are written again, twice at most, and then replaced.

The model here is a list of answers, so that this runs without one; put your own in its place.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from langchain_core.language_models.fake_chat_models import FakeListChatModel
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnableLambda

from align.integrations.langchain import AlignRunnable, NotAlignedError
from specs import load_spec

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage
    from langchain_core.runnables import Runnable, RunnableConfig

MARLOW = load_spec(Path(__file__).parents[1] / "fixtures/demo/personas/marlow.json")
NOW = dt.datetime.fromisoformat("2026-05-12T10:00:00+01:00")
PROMPT = ChatPromptTemplate.from_messages([("system", "You groom dogs."), ("user", "{inbound}")])
SAFE = "I'll look at the diary and get back to you."


def chain_of(model: BaseChatModel) -> Runnable[dict[str, str], str]:
    """Return a chain that writes a draft and passes it on if it agrees with the facts."""
    check: AlignRunnable[AIMessage] = AlignRunnable(MARLOW, clock=lambda: NOW)
    written = (PROMPT | model | check).with_retry(
        retry_if_exception_type=(NotAlignedError,), wait_exponential_jitter=False, stop_after_attempt=3
    )
    return (written | RunnableLambda(lambda draft: str(draft.text))).with_fallbacks(
        [RunnableLambda(lambda _inbound: SAFE)], exceptions_to_handle=(NotAlignedError,)
    )


if __name__ == "__main__":
    inbound = "how much for an hour?"
    config: RunnableConfig = {"metadata": {"align_inbound": inbound}}
    for answers in (["An hour is £40.", "An hour is £45."], ["An hour is £40."]):
        print(chain_of(FakeListChatModel(responses=answers)).invoke({"inbound": inbound}, config))
