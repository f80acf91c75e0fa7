"""Work done by other processes, of this machine or of a cluster, behind `concurrent.futures.Executor`."""

import os
import pickle
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from skjema.batch.plan import Plan, Work, WorkResult, do_work
from skjema.errors import WorkerLostError
from skjema.problems import Problem
from skjema.records.record import Record

if TYPE_CHECKING:
    from concurrent.futures import Executor as FuturesExecutor
    from concurrent.futures import Future
    from multiprocessing.process import BaseProcess

_MOST_AT_ONCE = 32
"""Records of one batch; what a cluster makes of them waits in memory to be written, as does what is staged together."""
_AHEAD = 3
"""Batches in the making for each worker, so that none waits for the reader."""
_LOOK = 5
"""Seconds to wait for a batch before looking whether all workers are there."""
_SAFE_PATH = "PYTHONSAFEPATH"


class Pool:
    """Workers behind a `concurrent.futures.Executor`.

    Args:
        parallelism: How many batches it does at a time.
    """

    shares_disk = False

    def __init__(self, executor: "FuturesExecutor", parallelism: int = os.cpu_count() or 1) -> None:
        self._executor, self._parallelism = executor, parallelism

    def results(self, plan: Plan, work: Work[WorkResult], records: Iterator[Record]) -> Iterator[WorkResult]:
        packed = pickle.dumps(plan)
        # a flowing form is set again for each record: a batch on its own
        at_once = 1 if plan.form.is_flowing else _MOST_AT_ONCE
        waiting: deque[Future[list[WorkResult]]] = deque()
        try:
            while batch := list(islice(records, at_once)):
                waiting.append(self._executor.submit(do_work, packed, work, batch))
                if len(waiting) > _AHEAD * self._parallelism:
                    yield from self._awaited(waiting.popleft())
            while waiting:
                yield from self._awaited(waiting.popleft())
        except _lost():
            raise WorkerLostError(Problem("worker-lost")) from None
        finally:
            if waiting:
                self._stop(waiting)

    def _stop(self, waiting: "deque[Future[list[WorkResult]]]") -> None:
        """Cancel the batches that nobody waits for any more."""
        for future in waiting:
            future.cancel()

    def _is_complete(self) -> bool:
        """Whether all workers are alive, as far as this process can tell."""
        return True

    def _awaited(self, future: "Future[list[WorkResult]]") -> list[WorkResult]:
        """The result of a batch.

        Raises:
            WorkerLostError: One of the workers is gone, and nothing comes any more.
        """
        while True:
            try:
                return future.result(timeout=_LOOK)
            except TimeoutError:
                if future.done():  # it has come in between, or the work itself ran out of time
                    return future.result()
                if not self._is_complete():
                    raise WorkerLostError(Problem("worker-lost")) from None


class ProcessPool(Pool):
    """Processes of this machine, all of them started at once.

    Where one is killed while it sends a result, its pool waits for the rest of it for ever: so it is looked after.
    """

    shares_disk = True

    def __init__(self, workers: int) -> None:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("spawn")  # the only way on Windows, so the same everywhere
        with _birth():
            self._pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)
            for _ in range(workers):  # each piece of work starts one as long as none is idle
                self._pool.submit(int)
        super().__init__(self._pool, workers)

    def _is_complete(self) -> bool:
        return sum(one.is_alive() for one in self._workers()) >= self._parallelism

    def _stop(self, waiting: "deque[Future[list[WorkResult]]]") -> None:
        """Stop running batches, which would go on writing into a folder that is about to be removed.

        What waits isn't called off: the executor does that itself when its processes are gone, and one that finds a
        piece of work called off already gives up half-way, and then waits for ever at the end of the program.
        """
        self._kill()

    def _kill(self) -> None:
        workers = self._workers()
        for worker in workers:
            worker.kill()
        for worker in workers:
            worker.join()

    def _workers(self) -> "list[BaseProcess]":
        """The pool's own processes; the calling program may have others."""
        return [*(self._pool._processes or {}).values()]

    def close(self) -> None:
        """End the processes; for one that isn't there any more nobody waits."""
        self._pool.shutdown(wait=self._is_complete(), cancel_futures=True)


@contextmanager
def _birth() -> Iterator[None]:
    """Start processes that ignore Ctrl-C and import nothing from the working folder.

    Python looks for modules in the working folder before anything can be said to the new process, but for this.
    """
    import signal
    import threading

    # of other threads of a program nobody may ask this; the workers are deaf as soon as they are there
    is_main = threading.current_thread() is threading.main_thread()
    handler, safe = is_main and signal.signal(signal.SIGINT, signal.SIG_IGN), os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if is_main:
            signal.signal(signal.SIGINT, handler)
        if safe is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = safe


def _begin() -> None:
    """In a worker: leave Ctrl-C to the first process, and end with it, however that one ends."""
    import gc
    import multiprocessing
    import signal
    from threading import Thread

    gc.freeze()
    gc.enable()  # which the command line, loaded here too, leaves to its commands
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
