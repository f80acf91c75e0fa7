"""Who does the work: this process, several, or a cluster. The batch knows `concurrent.futures.Executor` and no more."""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from itertools import islice
from threading import Thread
from typing import Any, TypeVar

from skjema.batch.plan import Plan
from skjema.errors import UsageError, WorkError
from skjema.problems import Problem
from skjema.records.record import Record

_MOST_AT_ONCE = 16
"""Records of one piece of work; what is made of them waits in memory to be written."""
_AHEAD = 3
"""Pieces in the making for each worker, so that none waits for the reader."""
_RETRIES = 5
"""How often a cluster does a piece again whose worker was lost."""
_SCHEME = "dask://"

Result = TypeVar("Result")
Work = Callable[[bytes, Sequence[Record]], list[Result]]


class Here(Executor):
    """Does each piece of work at once, in this process."""

    hands = 0

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(function(*arguments, **named))
        except Exception as error:  # noqa: BLE001 - raised again where the result is asked for
            future.set_exception(error)
        return future


@contextmanager
def executor(workers: int, address: str | None = None) -> Iterator[Executor]:
    """Who does the work: this process for one worker, else as many others, or the cluster at `address`.

    What it yields has `hands`, see `Workers`.

    Raises:
        UsageError: There is no cluster there, or nothing to reach it with.
    """
    if address is not None:
        with _cluster(address) as cluster:
            doers = cluster.get_executor(retries=_RETRIES)
            doers.hands = sum(cluster.nthreads().values())
            yield doers
    elif workers == 1:
        yield Here()
    else:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("spawn")  # the only way on Windows, so the same everywhere
        with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin) as processes:
            processes.hands = workers  # type: ignore[attr-defined]
            handler = signal.signal(signal.SIGINT, signal.SIG_IGN)  # so that they are born deaf to Ctrl-C
            try:
                processes.submit(int)  # all of them are started with the first piece of work
            finally:
                signal.signal(signal.SIGINT, handler)
            yield processes


def _begin() -> None:
    """In a worker: leave Ctrl-C to the first process, and end with it, however that one ends."""
    import multiprocessing

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def follow() -> None:
        parent.join()
        os._exit(1)

    Thread(target=follow, daemon=True).start()


def _cluster(address: str) -> Any:
    if not address.startswith(_SCHEME):
        raise UsageError(Problem("executor-unknown", gaps={"got": address}))
    try:
        from distributed import Client
    except ImportError:
        raise UsageError(Problem("extra-missing", gaps={"extra": "dask"})) from None
    try:
        return Client(f"tcp://{address.removeprefix(_SCHEME)}", timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        raise UsageError(Problem("executor-silent", gaps={"got": address})) from None


class Workers:
    """Sends records to an executor, and gives what comes back in the records' order.

    An executor's `hands` say how many pieces it does at a time; 0 for one that does a piece as soon as it is sent.
    """

    def __init__(self, plan: Plan, executor: Executor) -> None:
        self._executor = executor
        self._packed = pickle.dumps(plan)
        flowing = plan.form.layout == "flowing"  # set anew for each record: a piece of work on its own
        self._at_once = 1 if flowing or isinstance(executor, Here) else _MOST_AT_ONCE
        self._ahead = _AHEAD * int(getattr(executor, "hands", os.cpu_count() or 1))

    def results(self, work: Work[Result], records: Iterator[Record]) -> Iterator[Result]:
        """What `work` makes of each record.

        Raises:
            WorkError: A worker was lost, and its work with it.
        """
        waiting: deque[Future[list[Result]]] = deque()
        try:
            while piece := list(islice(records, self._at_once)):
                waiting.append(self._executor.submit(work, self._packed, piece))
                if len(waiting) > self._ahead:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenExecutor:
            raise WorkError(Problem("worker-lost")) from None
        finally:
            for future in waiting:
                future.cancel()
