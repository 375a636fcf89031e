"""Engine ids: `template`, or `do-gpu-<model>_<build>`, where the build pins the weights."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from specs.document.nearest import did_you_mean

TEMPLATE: Final = "template"

_GPU: Final = re.compile(
    r"do-gpu-(?P<model>[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?)_(?P<build>[A-Za-z0-9][A-Za-z0-9.-]{0,63})"
)


class EngineIdError(ValueError):
    """A text that is no engine id; the message says what one looks like."""


@dataclass(frozen=True, slots=True)
class EngineId:
    """An engine id taken apart; without model and build, the template engine."""

    model: str | None = None
    build: str | None = None

    @classmethod
    def parse(cls, text: str) -> EngineId:
        """Return the parts of an engine id; raises `EngineIdError`."""
        if text == TEMPLATE:
            return cls()
        match = _GPU.fullmatch(text)
        if match is None:
            raise EngineIdError(
                f"'{text}' is no engine id{did_you_mean(text, [TEMPLATE])}; write 'template', or "
                "do-gpu-<model>_<build> as in do-gpu-llama-3.1-8b_q4km-7f3a"
            )
        return cls(match["model"], match["build"])

    @property
    def is_template(self) -> bool:
        """Whether this is the template engine."""
        return self.model is None

    @property
    def served_names(self) -> tuple[str, ...]:
        """The names that a server may serve its weights under: with the build, which pins them, or the model's alone."""
        return () if self.model is None else (f"{self.model}_{self.build}", self.model)

    def __str__(self) -> str:
        """Return the id as it is written."""
        return TEMPLATE if self.model is None else f"do-gpu-{self.model}_{self.build}"
