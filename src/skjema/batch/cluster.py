"""A dask cluster that does the work, reached so that nobody on the way can read values or identity numbers.

Dask sends everything as it is over `tcp`, and takes whoever asks. So a cluster on the net is reached by `tls` alone,
with the certificates that dask's own configuration names (`distributed.comm.tls`).
"""

from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from skjema.errors import UsageError
from skjema.problems import Problem

if TYPE_CHECKING:
    from distributed.security import Security

_PLAIN, _SECURE = "dask://", "tls://"
_WITHIN = "inproc://"
"""What a worker in the scheduler's own process has for an address."""
_CERTIFICATES = ("tls_ca_file", "tls_client_cert", "tls_client_key")
_TIMEOUT = 10
"""Seconds."""


def connect(address: str) -> Any:
    """A client of the cluster at `tls://host:port`, or at `dask://host:port` where that is this machine.

    Raises:
        UsageError: There is none, there is nothing to reach it with, or what is sent to it could be read on the way.
    """
    if not address.startswith((_PLAIN, _SECURE)):
        raise _refused("executor-unknown", address)
    is_secure = address.startswith(_SECURE)
    if not is_secure and not _is_here(address):
        raise _refused("executor-plain", address)
    try:
        from distributed import Client
    except ImportError:
        raise UsageError(Problem("extra-missing", params={"extra": "dask"})) from None
    security = _security(address) if is_secure else None
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]
            address if is_secure else f"tcp://{address.removeprefix(_PLAIN)}", timeout=_TIMEOUT, security=security
        )
    except (OSError, ValueError):
        raise _refused("executor-silent", address) from None
    except RuntimeError:  # what dask raises where its own configuration asks for encryption
        raise _refused("executor-plain", address) from None
    for worker in client.nthreads():
        if not worker.startswith((_SECURE, _WITHIN)) and not _is_here(worker):
            client.close()
            raise _refused("executor-plain", worker)
    return client


def _refused(code: str, address: str) -> UsageError:
    return UsageError(Problem(code, params={"got": address}))


def _is_here(address: str) -> bool:
    """Whether an address is this machine's own, whatever the net."""
    try:
        host = urlsplit(address).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:  # a name
        return False


def _security(address: str) -> "Security":
    """The certificates of dask's configuration; nothing is sent without them.

    Raises:
        UsageError: It names none, or files that are none.
    """
    from distributed.security import Security

    security = Security(require_encryption=True)  # type: ignore[no-untyped-call]
    if not all(getattr(security, name) for name in _CERTIFICATES):
        raise _refused("executor-certificates", address)
    try:
        security.get_connection_args("client")  # type: ignore[no-untyped-call]
    except OSError:  # no such file, or no certificate
        raise _refused("executor-certificates", address) from None
    return security
