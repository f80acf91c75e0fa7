"""Whoever does the work, the files are the same, and each is there once."""

import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import psutil
import pytest
from distributed import KilledWorker

from skjema.batch.executor import Executor, InProcess, open_executor
from skjema.batch.plan import Plan
from skjema.batch.precheck import Job, precheck
from skjema.batch.run_batch import run
from skjema.batch.target import Target
from skjema.batch.workers import Pool
from skjema.definition.form_cache import load_form
from skjema.errors import UsageError, WorkerLostError
from skjema.output.folder import LocalFolder, folder_at
from skjema.output.manifest import Manifest
from skjema.output.previous import KEY, MANIFEST
from tests.cli.running import own_process, skjema, started, wait_until
from tests.drawing import SAMPLES, TEMPLATES, TODAY
from tests.reading_back import docx_text
from tests.render.word.documents import with_part
from tests.sample_files import copies_of

CHILDREN = SAMPLES / "samtykke-overgang" / "barn.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
FORM = "samtykke-overgang"


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith("run.")}


def difference(found: dict[str, bytes], expected: dict[str, bytes]) -> str:
    """Where the first file that isn't the same differs: two of them are too long to be shown whole."""
    if found.keys() != expected.keys():
        return f"names: {sorted(found.keys() ^ expected.keys())}"
    for name, content in found.items():
        if content != expected[name]:
            pairs = zip(content, expected[name], strict=False)
            same = next((place for place, (ours, theirs) in enumerate(pairs) if ours != theirs), 0)
            around = slice(max(same - 200, 0), same + 200)
            return f"{name}, {len(content)} bytes, not {len(expected[name])}: {content[around]!r}, not {expected[name][around]!r}"
    return ""


def job(*formats: str, copies: int = 1) -> Job:
    form = load_form(TEMPLATES / FORM, SAMPLES / "kommune.toml")
    return Job(Plan(form, "nb", TODAY, formats), copies_of(CHILDREN, copies))


def work(job: Job, executor: Executor, folder: Path) -> dict[str, bytes]:
    result = run(precheck(job, executor), executor, Target(LocalFolder(folder)))
    assert result.failed == 0
    return files_in(folder)


pytestmark = pytest.mark.usefixtures("one_key")


@pytest.fixture(scope="module")
def alone(one_key: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return work(job("docx", "pdf", copies=3), InProcess(), tmp_path_factory.mktemp("alene"))


def test_threads_write_the_same_files(alone: dict[str, bytes], tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        assert difference(work(job("docx", "pdf", copies=3), Pool(threads, 4), tmp_path), alone) == ""


def test_two_processes_write_the_same_files(alone: dict[str, bytes], tmp_path: Path) -> None:
    found = skjema("fill", FORM, *copies_of(CHILDREN, 3), "-o", tmp_path / "ut", *FIXED, "--workers", "2")
    assert found.code == 1
    assert difference(files_in(tmp_path / "ut"), alone) == ""


def test_two_processes_write_the_same_zip_file_and_nothing_beside_it(tmp_path: Path) -> None:
    for count in (1, 2):
        found = skjema(
            "fill", FORM, *copies_of(CHILDREN, 3), "-o", tmp_path / f"{count}.zip", *FIXED, "--workers", count
        )
        assert found.code == 1
    members = []
    for count in (1, 2):
        with zipfile.ZipFile(tmp_path / f"{count}.zip") as made:
            assert made.testzip() is None
            members.append([(name, made.read(name)) for name in made.namelist() if not name.startswith("run.")])
    assert members[0] == members[1]
    assert {path.name for path in tmp_path.iterdir()} == {"1.zip", "2.zip"}


FAILS = """
import operator
from itertools import repeat
from pathlib import Path
from skjema import api
from skjema.batch.plan import Plan
from skjema.batch.workers import ProcessPool
from datetime import date

if __name__ == "__main__":
    plan = Plan(api.load_form("samtykke-overgang"), "nb", date(2026, 11, 22))
    for _ in range(3):
        pool = ProcessPool(2)
        try:  # more than a pipe holds is on its way to the workers, when their first answer is that they can't
            list(pool.results(plan, operator.truediv, repeat("x" * 50_000, 2_000)))
        except TypeError:
            print("told")
        finally:
            pool.close()
"""


def test_a_fault_in_a_worker_ends_the_run_however_much_waits(tmp_path: Path) -> None:
    script = tmp_path / "feiler.py"
    script.write_text(FAILS, encoding="utf-8")
    found = subprocess.run([sys.executable, "-P", script], capture_output=True, timeout=60)
    assert (found.returncode, found.stdout.split(), found.stderr.decode()) == (0, [b"told"] * 3, "")


@pytest.mark.thorough
@pytest.mark.parametrize("place", ["ut", "ut.zip"])
def test_what_processes_have_staged_is_gone_when_a_run_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def stopped(self: Manifest, outcome: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Manifest, "add", stopped)
    found = skjema("fill", FORM, *copies_of(CHILDREN, 9), "-o", tmp_path / place, *FIXED, "--workers", 2)
    assert found.code == 130
    assert list(tmp_path.rglob(".skjema-*")) == []


@pytest.mark.parametrize(
    "death",
    [BrokenProcessPool("a worker died"), CancelledError(), KilledWorker("done", "x", 3)],  # type: ignore[arg-type]
    ids=["process", "connection", "cluster"],
)
def test_a_worker_that_is_lost_is_told_and_what_is_written_is_whole(tmp_path: Path, death: Exception) -> None:
    class Losing(ThreadPoolExecutor):
        def submit(self, function: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(death)
            return future

    current = job("docx")
    with Losing(1) as losing, pytest.raises(WorkerLostError) as caught:
        run(precheck(current, InProcess()), Pool(losing), Target(LocalFolder(tmp_path)))
    assert [one.code for one in caught.value.problems] == ["worker-lost", "rest-resumable"]


def test_a_pool_that_waits_for_a_dead_process_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(ThreadPoolExecutor):
        def submit(self, function: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
            return Future()

    class Watched(Pool):
        looks = 0

        def _is_complete(self) -> bool:
            self.looks += 1
            return self.looks < 3

    monkeypatch.setattr("skjema.batch.workers._LOOK", 0.01)
    current = job("docx")
    with Silent(1) as silent, pytest.raises(WorkerLostError) as caught:
        run(precheck(current, InProcess()), pool := Watched(silent, 1), Target(LocalFolder(tmp_path)))
    assert ([one.code for one in caught.value.problems], pool.looks) == (["worker-lost", "rest-resumable"], 3)


@pytest.mark.thorough
def test_a_command_whose_worker_is_killed_ends_and_says_so(tmp_path: Path) -> None:
    out = tmp_path / "ut"
    command = own_process("fill", FORM, *copies_of(CHILDREN, 40), "-o", out, "--format", "docx", *FIXED, "--workers", 2)
    with started(command, stderr=subprocess.PIPE) as process:
        wait_until(out.is_dir, process)
        psutil.Process(process.pid).children()[-1].kill()
        _, said = process.communicate(timeout=60)
    assert (process.returncode, b"[worker-lost]" in said, b"[rest-resumable]" in said) == (3, True, True)
    assert json.loads((out / MANIFEST).read_bytes())["complete"] is False
    names = {path.name for path in out.iterdir()} - {MANIFEST, KEY}
    assert names == {f"{FORM}-{number:04}.docx" for number in range(1, len(names) + 1)}
    for name in names:
        docx_text((out / name).read_bytes())  # whole


# -- a cluster


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    import dask
    from distributed import LocalCluster

    dask.config.set({"distributed.scheduler.worker-ttl": None})
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as found:
        yield found


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_writes_every_file_once(
    cluster: Any, alone: dict[str, bytes], tmp_path: Path
) -> None:
    address = cluster.scheduler_address.replace("tcp://", "dask://")
    killed: list[int] = []

    class Watched(LocalFolder):
        def write(self, name: str, content: Any, *, overwrite: bool = False) -> None:
            assert not (tmp_path / name).exists() or name == "run.key", "written twice"
            super().write(name, content, overwrite=overwrite)
            if not killed and name.endswith(".docx"):
                killed.append(next(iter(cluster.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

    from skjema.batch.executor import open_executor

    current = job("docx", "pdf", copies=3)
    with open_executor(1, address) as doers:
        found = precheck(current, doers)
        result = run(found, doers, Target(Watched(tmp_path)))
    assert killed
    assert (result.failed, result.files) == (0, 72)
    assert difference(files_in(tmp_path), alone) == ""


@pytest.fixture
def certificates(tmp_path: Path) -> Iterator[Any]:
    """A cluster's certificates, in dask's own configuration."""
    import dask
    from distributed.security import Security

    made = Security.temporary()  # type: ignore[no-untyped-call]
    files = {"ca-file": made.tls_ca_file, "client.cert": made.tls_client_cert, "client.key": made.tls_client_key}
    for name, content in files.items():
        (tmp_path / f"{name}.pem").write_text(content, "ascii")
    with dask.config.set({f"distributed.comm.tls.{name}": str(tmp_path / f"{name}.pem") for name in files}):
        yield made


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_is_reached_encrypted(certificates: Any, tmp_path: Path) -> None:
    from distributed import LocalCluster

    from skjema.batch.cluster import connect

    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=1, threads_per_worker=1, processes=False, protocol="tls://", security=certificates,
            dashboard_address=None, silence_logs=50,
        ) as cluster,
        connect(cluster.scheduler_address) as client,
    ):  # fmt: skip
        assert cluster.scheduler_address.startswith("tls://")
        assert client.security.require_encryption
        assert client.submit(int, "7").result(timeout=30) == 7


def test_certificates_that_are_none_are_told(certificates: Any, tmp_path: Path) -> None:
    from skjema.batch.cluster import connect

    (tmp_path / "client.cert.pem").write_text("ikke et sertifikat", "ascii")
    with pytest.raises(UsageError) as caught:
        connect("tls://127.0.0.1:8786")
    assert [one.code for one in caught.value.problems] == ["executor-certificates"]


def test_a_configuration_that_asks_for_encryption_is_heeded() -> None:
    import dask

    from skjema.batch.cluster import connect

    with dask.config.set({"distributed.comm.require-encryption": True}), pytest.raises(UsageError) as caught:
        connect("dask://127.0.0.1:8786")
    assert [one.code for one in caught.value.problems] == ["executor-plain"]


def test_a_scheduler_here_with_workers_elsewhere_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    import distributed

    from skjema.batch.cluster import connect

    client = Mock(nthreads=lambda: {"tcp://127.0.0.1:4000": 1, "tcp://10.0.0.7:4000": 1})
    monkeypatch.setattr(distributed, "Client", lambda *_, **__: client)
    with pytest.raises(UsageError) as caught:
        connect("dask://localhost:8786")
    assert [one.code for one in caught.value.problems] == ["executor-plain"]
    client.close.assert_called_once_with()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--executor", "localhost:8786"), "[executor-unknown]"),
        (("--executor", "dask://10.0.0.7:8786"), "[executor-plain]"),
        (("--executor", "dask://klynge.kommune.example:8786"), "[executor-plain]"),
        (("--executor", "dask://127.0.0.1.kommune.example:8786"), "[executor-plain]"),
        (("--executor", "tls://127.0.0.1:8786"), "[executor-certificates]"),
        (("--executor", "dask://127.0.0.1:ikke-en-port"), "[executor-silent]"),
        (("--executor", "dask://127.0.0.1:8786", "--workers", "2"), "Velg --workers eller --executor"),
    ],
)
def test_a_cluster_that_can_not_be_asked_is_told(options: tuple[str, ...], said: str) -> None:
    found = skjema("fill", FORM, CHILDREN, *FIXED, *options)
    assert (found.code, said in found.said) == (2, True)


# -- object storage


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """The address of a bucket of an S3-compatible server on this machine."""
    import boto3
    from moto.server import ThreadedMotoServer
    from s3fs import S3FileSystem

    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-north-1")
    S3FileSystem.clear_instance_cache()  # it remembers the server of the test before
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    where = {"LocationConstraint": "eu-north-1"}
    name = f"skjemaer-{abs(hash(tmp_path))}"  # the server's buckets outlive it
    boto3.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration=where)
    yield f"s3://{name}"
    server.stop()


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore")
def test_files_can_be_put_in_object_storage_and_a_run_there_taken_up_again(
    bucket: str, alone: dict[str, bytes]
) -> None:
    address = f"{bucket}/2026/overgang"
    found = skjema("fill", FORM, *copies_of(CHILDREN, 3), "-o", address, *FIXED)
    assert found.code == 1, found.said
    assert found.out == f"{address}\n"
    folder = folder_at(address)
    assert {name for name in folder.names() if not name.startswith("run.")} == alone.keys()
    assert all(folder.read(name) == content for name, content in alone.items())
    assert skjema("fill", FORM, *copies_of(CHILDREN, 3), "-o", address, *FIXED).code == 6, (
        "nothing is overwritten unasked"
    )
    folder.remove(f"{FORM}-0002.pdf")
    again = skjema("fill", FORM, *copies_of(CHILDREN, 3), "-o", address, *FIXED, "--resume")
    assert "Uendret fra før: 35." in again.said
    assert folder.read(f"{FORM}-0002.pdf") == alone[f"{FORM}-0002.pdf"]


@pytest.mark.filterwarnings("ignore")
def test_storage_that_refuses_is_told(bucket: str) -> None:
    found = skjema("fill", FORM, CHILDREN, "-o", "s3://finnes-ikke/mappe", *FIXED, "--rows", "1")
    assert found.code == 6
    assert "[storage-refused]" in found.said
    assert skjema("fill", FORM, CHILDREN, "-o", "tull://x/y", *FIXED).code == 2


def test_what_is_wrong_with_a_template_comes_whole_from_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    skjema("build", FORM, "--lang", "nb")
    own = tmp_path / "templates" / FORM / f"{FORM}.nb.docx"
    own.write_bytes(
        with_part(own.read_bytes(), "word/document.xml", lambda xml: xml.replace("skole_navn", "skolenavn"))
    )
    found = [skjema("fill", FORM, CHILDREN, *FIXED, "-o", "ut", "--workers", str(count)) for count in (1, 2)]
    assert found[0].code == 5
    assert "[tag-name]" in found[0].said
    assert found[1] == found[0]
    assert not list(tmp_path.glob("ut/run*")), "no report of a run that wrote nothing"


def test_all_workers_are_started_while_they_are_deaf_to_ctrl_c() -> None:
    with open_executor(3) as doers:
        assert len(doers._pool._processes) == 3  # type: ignore[attr-defined]
