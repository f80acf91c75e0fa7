"""Who does the work: this process, several, or a cluster. The batch knows `concurrent.futures.Executor` and no more."""

import os
import pickle
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Union

from skjema.batch.plan import HELD, Engine, Plan, Result, Work, done
from skjema.errors import WorkError
from skjema.problems import Problem
from skjema.records.record import Record

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

_MOST_AT_ONCE = 16
"""Records of one piece of work; what is made of them waits in memory to be written."""
_AHEAD = 3
"""Pieces in the making for each worker, so that none waits for the reader."""
_LOOK = 5
"""Seconds to wait for a piece before looking whether all workers are there."""
_RETRIES = 5
"""How often a cluster does a piece again whose worker was lost."""
_SAFE_PATH = "PYTHONSAFEPATH"


class Here:
    """This process, which does each piece of work at once."""

    def __init__(self) -> None:
        self._ready: tuple[Plan, Engine] | None = None

    def engine(self, plan: Plan) -> Engine:
        """The engine of a plan, the same for the same plan."""
        if self._ready is None or self._ready[0] != plan:
            self._ready = plan, Engine(plan, held=HELD)
        return self._ready[1]


Doers = Union["Executor", Here]
"""Who does the work."""


@contextmanager
def executor(workers: int, address: str | None = None) -> Iterator[Doers]:
    """Who does the work: this process for one worker, else as many others, or the cluster at `address`.

    An executor has `hands`, see `Workers`.

    Raises:
        UsageError: There is no cluster there, or nothing to reach it with safely.
    """
    if address is not None:
        from skjema.batch.cluster import connect

        with connect(address) as cluster:
            doers = cluster.get_executor(retries=_RETRIES)
            doers.hands = sum(cluster.nthreads().values())
            yield doers
    elif workers == 1:
        yield Here()
    else:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("spawn")  # the only way on Windows, so the same everywhere
        with _birth():
            processes = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)
            processes.hands = workers  # type: ignore[attr-defined]
            processes.is_whole = lambda: len(multiprocessing.active_children()) >= workers  # type: ignore[attr-defined]
            for _ in range(workers):  # each piece of work starts one as long as none is idle
                processes.submit(int)
        try:
            yield processes
        except WorkError:
            processes.shutdown(wait=False, cancel_futures=True)  # it may wait for ever, see `Workers`
            for child in multiprocessing.active_children():
                child.kill()
            raise
        finally:
            processes.shutdown(wait=processes.is_whole())  # type: ignore[attr-defined]


@contextmanager
def _birth() -> Iterator[None]:
    """While processes are started: deaf to Ctrl-C from the first, and blind to programs that lie in the working folder.

    Python looks for modules in the working folder before anything can be said to the new process, but for this.
    """
    import signal

    handler, safe = signal.signal(signal.SIGINT, signal.SIG_IGN), os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if safe is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = safe


def _begin() -> None:
    """In a worker: leave Ctrl-C to the first process, and end with it, however that one ends."""
    import multiprocessing
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def follow() -> None:
        parent.join()
        os._exit(1)

    Thread(target=follow, daemon=True).start()


def _lost() -> tuple[type[BaseException], ...]:
    """What executors raise for work whose worker is gone."""
    from concurrent.futures import BrokenExecutor, CancelledError

    if "distributed" not in sys.modules:
        return BrokenExecutor, CancelledError
    from distributed import KilledWorker

    return BrokenExecutor, CancelledError, KilledWorker


def _awaited(future: "Future[list[Result]]", executor: "Executor") -> list[Result]:
    """What a piece of work gives.

    Raises:
        WorkError: One of the workers is gone, and nothing comes any more.
    """
    is_whole = getattr(executor, "is_whole", lambda: True)
    while True:
        try:
            return future.result(timeout=_LOOK)
        except TimeoutError:
            if future.done():  # it has come in between, or the work itself ran out of time
                return future.result()
            if not is_whole():
                raise WorkError(Problem("worker-lost")) from None


class Workers:
    """Has records worked on, and gives what comes back in the records' order.

    An executor's `hands`, where it has them, say how many pieces it does at a time, and its `is_whole` whether they
    are all there: where one is killed while it sends a result, a pool of processes waits for the rest of it for ever.
    """

    def __init__(self, plan: Plan, doers: Doers) -> None:
        self._plan, self._doers = plan, doers

    def results(self, work: Work[Result], records: Iterator[Record]) -> Iterator[Result]:
        """What `work` makes of each record.

        Raises:
            WorkError: A worker was lost, and its work with it.
        """
        if isinstance(self._doers, Here):
            engine = self._doers.engine(self._plan)
            return (work(engine, record) for record in records)
        return self._sent(self._doers, work, records)

    def _sent(self, executor: "Executor", work: Work[Result], records: Iterator[Record]) -> Iterator[Result]:
        packed = pickle.dumps(self._plan)
        # a flowing form is set anew for each record: a piece of work on its own
        at_once = 1 if self._plan.form.layout == "flowing" else _MOST_AT_ONCE
        ahead = _AHEAD * int(getattr(executor, "hands", os.cpu_count() or 1))
        waiting: deque[Future[list[Result]]] = deque()
        try:
            while piece := list(islice(records, at_once)):
                waiting.append(executor.submit(done, packed, work, piece))
                if len(waiting) > ahead:
                    yield from _awaited(waiting.popleft(), executor)
            while waiting:
                yield from _awaited(waiting.popleft(), executor)
        except _lost():
            raise WorkError(Problem("worker-lost")) from None
        finally:
            for future in waiting:
                future.cancel()
