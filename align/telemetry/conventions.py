"""Names of spans and attributes: OpenTelemetry's own for model calls, requests and errors, and this project's.

GenAI semantic conventions, https://github.com/open-telemetry/semantic-conventions-genai (status: development).
"""

from __future__ import annotations

from typing import Final

OPERATION_NAME: Final = "gen_ai.operation.name"
PROVIDER_NAME: Final = "gen_ai.provider.name"
REQUEST_MODEL: Final = "gen_ai.request.model"
RESPONSE_MODEL: Final = "gen_ai.response.model"
OUTPUT_TYPE: Final = "gen_ai.output.type"
INPUT_TOKENS: Final = "gen_ai.usage.input_tokens"
OUTPUT_TOKENS: Final = "gen_ai.usage.output_tokens"
TOKEN_TYPE: Final = "gen_ai.token.type"  # noqa: S105 - a name
OPERATION_DURATION: Final = "gen_ai.client.operation.duration"
TOKEN_USAGE: Final = "gen_ai.client.token.usage"  # noqa: S105 - a name

CHAT: Final = "chat"
JSON: Final = "json"
PROVIDER: Final = "openai_compatible"
"""Not `openai`: whose server it is is unknown, only what it speaks."""

ERROR_TYPE: Final = "error.type"
HTTP_METHOD: Final = "http.request.method"
HTTP_ROUTE: Final = "http.route"
HTTP_STATUS: Final = "http.response.status_code"

DURATION_BOUNDS: Final = (
    *(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28),
    *(2.56, 5.12, 10.24, 20.48, 40.96, 81.92),
)
"""What the conventions advise for `gen_ai.client.operation.duration`, in seconds."""

TOKEN_BOUNDS: Final = tuple(float(4**power) for power in range(14))
"""What they advise for `gen_ai.client.token.usage`."""
