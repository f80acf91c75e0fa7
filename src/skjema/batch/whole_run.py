"""A run without interaction, for the API: check every record, then write."""

from pathlib import Path

from skjema.batch.executor import InProcess, open_executor
from skjema.batch.pack_batch import write_pack
from skjema.batch.pack_layout import PackLayout
from skjema.batch.packed import Packed
from skjema.batch.precheck import Job, PrecheckReport, precheck
from skjema.batch.run_batch import Progress, Result, run
from skjema.batch.run_notes import PackNotes
from skjema.batch.target import Target, open_target
from skjema.errors import InputError
from skjema.output.whole_file import check_room, make_folder, writing


def fill_files(
    job: Job, place: str, workers: int, *, partial: bool, overwrite: bool, resume: bool, progress: Progress | None
) -> tuple[PrecheckReport, Result]:
    """Write the files of all records; see `skjema.api.fill`.

    Args:
        place: A folder, a `.zip` file, or an address in object storage.
        partial: Whether sound records are printed where others are not.
    """
    target = open_target(place, job.plan.form.id, job.plan.today, job.files, overwrite=overwrite, resume=resume)
    with open_executor(workers) as executor:
        report = precheck(job, executor, target)
        _require_printable(report, partial=partial)
        return report, run(report, executor, target, progress)


def write_pack_file(
    job: Job, output: Path, layout: PackLayout, noted: Target | None, *, partial: bool, overwrite: bool
) -> tuple[PrecheckReport, list[Packed]]:
    """Write all forms into one file for print; see `skjema.api.pack`.

    Args:
        noted: The run that its papers are noted in.
        partial: Whether sound records are printed where others are not.
    """
    check_room([output], overwrite=overwrite)
    executor = InProcess()
    report = precheck(job, executor, noted)
    _require_printable(report, partial=partial)
    make_folder(output.parent)
    with writing(output, overwrite=overwrite) as out:
        notes = PackNotes(report, noted.folder, noted.previous) if noted else None
        return report, write_pack(report, executor, layout, out, output.parent, notes=notes)


def _require_printable(report: PrecheckReport, *, partial: bool) -> None:
    """Refuse a run whose records have errors.

    Raises:
        InputError: With every problem, where they keep it from being made.
    """
    if report.prevents(partial=partial):
        raise InputError(*report.problems)
