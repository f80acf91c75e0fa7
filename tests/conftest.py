"""Fixtures for all tests."""

import gc
import os
from collections.abc import Iterator
from contextlib import closing, nullcontext

import pytest
from hypothesis import settings

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.render.word.limited import LimitedProcess
from tests.drawing import TEMPLATES
from tests.sample_files import FORMS, KOMMUNE, THOROUGH, TRIED

# a busy machine is no fault of an example's
settings.register_profile("skjema", deadline=None, max_examples=60 if THOROUGH else 12)
settings.load_profile("skjema")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave what takes long to CI, where somebody waits for nothing else."""
    if not THOROUGH:
        items[:] = [one for one in items if one.get_closest_marker("thorough") is None]


def pytest_collection_finish() -> None:
    """Python needn't look through ten thousand tests each time it looks for what can be freed."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests speak bokmål unless they say otherwise, whatever the developer's environment says."""
    monkeypatch.delenv("SKJEMA_LANG", raising=False)


@pytest.fixture(scope="session", params=FORMS)
def bundled(request: pytest.FixtureRequest) -> Form:
    """Each form that comes with skjema, for the municipality of the samples."""
    return load_form(TEMPLATES / request.param, KOMMUNE)


@pytest.fixture(scope="session", params=TRIED)
def tried(request: pytest.FixtureRequest) -> Form:
    """Each form that long tests go through."""
    return load_form(TEMPLATES / request.param, KOMMUNE)


@pytest.fixture(scope="session")
def overgang() -> Form:
    return load_form(TEMPLATES / "samtykke-overgang", KOMMUNE)


@pytest.fixture(scope="session")
def samarbeid() -> Form:
    return load_form(TEMPLATES / "samtykke-samarbeid", KOMMUNE)


@pytest.fixture(scope="session")
def plan() -> Form:
    return load_form(TEMPLATES / "virksomhetsplan", KOMMUNE)


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is taken from what the user's own runs have kept; the processes of one run of the tests share theirs."""
    run = tmp_path_factory.getbasetemp()
    shared = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "cache"
    shared.mkdir(mode=0o700, exist_ok=True)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SKJEMA_CACHE", str(shared))
        yield


@pytest.fixture(autouse=True, scope="session")
def one_compiler() -> Iterator[None]:
    """Templates of others are compiled by one process, which takes a fifth of a second to start."""
    with closing(LimitedProcess()) as process, pytest.MonkeyPatch.context() as patched:
        patched.setattr("skjema.render.word.limited.compiler", lambda: nullcontext(process))
        yield


@pytest.fixture(scope="module")
def one_key() -> Iterator[None]:
    """Documents carry what a run calls whom they concern, which its key decides: with one key they are the same."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("skjema.output.previous.new_key", lambda: b"k" * 16)
        yield
