"""What needs a package that is not installed says so, and nothing else asks for it."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

ABSENT = {
    "litellm": ("align.integrations.litellm", "litellm"),
    "langchain": ("align.integrations.langchain", "langchain_core"),
}


@pytest.mark.parametrize("extra", ABSENT)
def test_a_missing_package_is_named_with_the_extra_that_brings_it(
    extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, package = ABSENT[extra]
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, module, raising=False)
    message = rf"pip install 'draft-alignment-gate\[{extra}\]'"
    with pytest.raises(ModuleNotFoundError, match=message) as raised:
        importlib.import_module(module)
    assert raised.value.name == package


def test_the_rest_of_the_integrations_asks_for_none_of_them() -> None:
    code = (
        "import sys, align.integrations as i; i.aligned; import align.integrations.presend, align.cli.app;"
        "print(sorted({'litellm', 'langchain_core', 'align.integrations.litellm'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
