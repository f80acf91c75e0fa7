"""Who does the work: this process, several, or a cluster."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from skjema.batch.plan import HELD, Engine, Plan, Work, WorkResult
from skjema.records.record import Record

_RETRIES = 5
"""How often a cluster does a batch again whose worker was lost."""


class Executor(Protocol):
    """Does the work of a plan, record by record.

    Attributes:
        shares_disk: Whether it works in other processes that can write where this one does.
    """

    shares_disk: bool

    def results(self, plan: Plan, work: Work[WorkResult], records: Iterator[Record]) -> Iterator[WorkResult]:
        """What `work` makes of each record, in their order.

        Raises:
            WorkerLostError: A worker was lost, and its work with it.
        """


class InProcess:
    """This process, which does each piece of work at once."""

    shares_disk = False

    def __init__(self) -> None:
        self._ready: tuple[Plan, Engine] | None = None

    def engine(self, plan: Plan) -> Engine:
        """The engine of a plan, the same for the same plan."""
        if self._ready is None or self._ready[0] != plan:
            self._ready = plan, Engine(plan, held=HELD)
        return self._ready[1]

    def results(self, plan: Plan, work: Work[WorkResult], records: Iterator[Record]) -> Iterator[WorkResult]:
        return work(self.engine(plan), records)


@contextmanager
def open_executor(workers: int, address: str | None = None) -> Iterator[Executor]:
    """Who does the work: this process for one worker, else as many others, or the cluster at `address`.

    Raises:
        UsageError: There is no cluster there, or nothing to reach it with safely.
    """
    if address is None and workers == 1:
        yield InProcess()
        return
    from skjema.batch.workers import Pool, ProcessPool  # which one process needs not

    if address is not None:
        from skjema.batch.cluster import connect

        with connect(address) as cluster:
            yield Pool(cluster.get_executor(retries=_RETRIES), sum(cluster.nthreads().values()))
    else:
        pool = ProcessPool(workers)
        try:
            yield pool
        finally:
            pool.close()
