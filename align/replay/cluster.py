"""A Ray to replay on: one that is begun on this machine for a while, or one that runs already."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import socket
import threading
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any, Final

from align.replay.errors import ReplayError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STORE_BYTES: Final = 1 << 27
"""Of shared memory on this machine: only tallies go through it."""
_PATIENCE_SECONDS: Final = 10.0
_REMOVALS: Final = 200
"""Tries to remove a folder within that time."""
_QUIET: Final = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"}
_LOOPBACK: Final = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}
"""Off, it has Ray listen on the loopback alone, on every system."""
_SILENT: Final = logging.CRITICAL + 1


@contextmanager
def ray_begun(address: str | None = None, cpus: int | None = None) -> Iterator[None]:
    """Have a Ray while this lasts: the one at `address` (as `ray.init` takes it), else one of `cpus` on this machine.

    One that is begun here listens on the loopback alone (unless this process has imported Ray already), asks callers
    for a token, keeps its files in a folder for this user alone, and leaves nothing behind. What Ray says of itself is
    not shown, and it reports to nobody.

    Raises `ReplayError` where the extra is missing, and when there is no such Ray.
    """
    if find_spec("ray") is None:
        raise ReplayError(
            "--engine ray: this takes Ray; install the extra: draft-alignment-gate[ray], here and on its workers"
        )
    variables = _QUIET | _LOOPBACK if address is None else _QUIET
    with _environment(variables), _silent(), scratch_folder() as folder:
        here = {
            "num_cpus": cpus,
            "object_store_memory": _STORE_BYTES,
            "include_dashboard": False,
            "_temp_dir": folder,
        }
        if address is not None:
            _check_listening(address)
        with _connected({"address": "local", **here} if address is None else {"address": address}):
            yield


def _check_listening(address: str) -> None:
    """Raise `ReplayError` where nothing listens at HOST:PORT: Ray itself would end this process there."""
    host, _, port = address.rpartition(":")
    if "/" in address or not port.isdecimal():
        return  # "auto", or an address of another kind, which Ray looks into
    try:
        with socket.create_connection((host.strip("[]"), int(port)), _PATIENCE_SECONDS):
            pass
    except (OSError, OverflowError) as error:
        raise ReplayError(f"Ray at {address}: cannot be reached: {error}") from None


@contextmanager
def _connected(options: dict[str, Any]) -> Iterator[None]:
    import ray  # noqa: PLC0415 - an extra, which other engines do without

    handler = signal.getsignal(signal.SIGTERM)
    try:
        _connect(ray, options)
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, handler)  # Ray's own would end this process with another exit code
        yield
    finally:
        ray.shutdown(wait_for_processes=True)


@contextmanager
def scratch_folder(sleep: Callable[[float], None] = time.sleep) -> Iterator[str]:
    """Have a folder for Ray's files, which is removed at the end, also where something is written into it meanwhile.

    Ray kills a part of itself that does not end within a second. Workers that such a part had begun find out by
    themselves, and end a little later. Raises `OSError` where they write on for ten seconds.
    """
    folder = mkdtemp(prefix="align-")
    try:
        yield folder
    finally:
        for _ in range(_REMOVALS):
            shutil.rmtree(folder, ignore_errors=True)
            if not Path(folder).exists():
                break
            sleep(_PATIENCE_SECONDS / _REMOVALS)
        else:
            shutil.rmtree(folder)


def _connect(ray: Any, options: dict[str, Any]) -> None:  # noqa: ANN401 - the package, which may be missing
    try:
        ray.init(**options, log_to_driver=False, logging_level=logging.ERROR)
    except (OSError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
        told = str(error).partition("\n")[0]
        raise ReplayError(f"Ray at {options['address']}: cannot be used: {told}") from None


@contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    """Have environment variables, which Ray reads as it is imported and hands on to its processes."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _silent() -> Iterator[None]:
    """Have Ray Data's loggers show nothing."""
    import ray.data  # noqa: PLC0415 - an extra

    handlers = logging.getLogger(ray.data.__name__).handlers
    levels = [handler.level for handler in handlers]
    for handler in handlers:
        handler.setLevel(_SILENT)
    try:
        yield
    finally:
        for handler, level in zip(handlers, levels, strict=False):
            handler.setLevel(level)
