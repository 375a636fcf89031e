"""A guardrail for LiteLLM, after the model's answer: what contradicts the facts does not leave the proxy.

`AlignGuardrail` is named in a proxy's configuration (`guardrail: align.integrations.litellm.AlignGuardrail`) or made in
a program. Importing this imports LiteLLM; without it the error says how it is installed.
"""

try:
    import litellm
except ModuleNotFoundError as error:
    if error.name != "litellm":
        raise
    raise ModuleNotFoundError(
        "align.integrations.litellm needs LiteLLM: pip install 'draft-alignment-gate[litellm]'",
        name="litellm",
    ) from None

from align.integrations.litellm.guardrail import AlignGuardrail
from align.integrations.litellm.settings import GuardrailConfigError

del litellm

__all__ = ["AlignGuardrail", "GuardrailConfigError"]
