"""The notes of a run in its folder: the token of each record, and the papers on which its reply may come back."""

from datetime import date
from typing import TYPE_CHECKING

from skjema import __version__
from skjema.batch.identity import RecordHashes, Tokens
from skjema.batch.precheck import PrecheckReport
from skjema.output.folder import Folder
from skjema.output.manifest import Manifest
from skjema.output.previous import Outcome, Previous
from skjema.records.record import Record
from skjema.wording import message_language
from skjema.wording.messages import say

if TYPE_CHECKING:
    from skjema.records.paper_layout import PaperLayout


class RunNotes:
    """What a run notes of each record, and the report that it notes it in.

    Args:
        known: What earlier runs into the folder made, if this one goes on from there.
        earlier: The same, or what a run that makes all anew should know of them.
        day: That the report is to have.
    """

    def __init__(
        self, report: PrecheckReport, folder: Folder, known: Previous | None, earlier: Previous, day: date
    ) -> None:
        plan = report.plan
        self._report, self._folder, self._known = report, folder, known
        self._tokens = Tokens(earlier.key)
        self._language = message_language(plan.language)
        self.manifest = Manifest(plan.form, plan.language, day, folder, earlier)
        self._hashes = RecordHashes(plan.form, earlier.key, repr((__version__, plan.printing)).encode())

    def outcome(self, record: Record) -> Outcome:
        """The outcome of a record before its documents exist, with its token; called once a record, in order."""
        row = token = fields = ""
        if self._folder.can_be_resumed:  # else nobody keeps the key that would tell what they say
            row, fields = self._hashes.of(record)
            token = record.token = self._token(record)
        return Outcome(record.document, self._place(record), "failed", row=row, key=token, fields=fields)

    def _token(self, record: Record) -> str:
        identities = self._report.identities
        if identities is not None and self._known is not None:
            return identities.token(record)
        return self._tokens.token(self._report.keys[record.number])

    def _place(self, record: Record) -> str:
        """Where a record stands, without the title of its sheet, which may be somebody's name."""
        place = record.places.place()
        if not place.sheet:
            return place.text(self._language)
        return f"{place.file}: {say('place-row', self._language, row=place.row)}"

    def papers(self, document: int, layout: "PaperLayout | None") -> tuple[str, ...]:
        """The names of a record's papers, those of earlier runs first, since any of them may come back."""
        earlier = self._known.outcomes.get(document) if self._known else None
        papers = earlier.papers if earlier else ()
        if layout is None or not self._folder.can_be_resumed:
            return papers
        self.manifest.note_paper(layout)
        return (*papers, layout.token) if layout.token not in papers else papers

    def end(self, *, complete: bool) -> None:
        """Take over the outcomes of records outside this run, and write the report."""
        identities = self._report.identities if self._known else None
        gone = {one.number for one in identities.gone} if identities else set[int]()
        self.manifest.keep_untaken(lambda outcome: outcome.number in gone)
        self.manifest.end(complete=complete)


class PackNotes:
    """Notes the papers of a pack in the folder of a run, so that `collect` and `scan` recognise them.

    Args:
        folder: Of an earlier run, to whose records the pack's are added, or of none yet.
        previous: What the earlier run has made.

    Raises:
        FileError: Another run is at work in the folder, or it can't be made.
    """

    def __init__(self, report: PrecheckReport, folder: Folder, previous: Previous | None) -> None:
        self._previous = previous
        earlier = previous or Previous.overwritten(folder)
        # rows are judged by the day of the run that they were first sent by
        self._notes = RunNotes(report, folder, previous, earlier, earlier.day or report.plan.today)
        self._warned, self._outcomes = report.warned, dict[int, Outcome]()
        folder.make()
        self._notes.manifest.begin(alone=previous is None)

    def expect(self, record: Record) -> None:
        """Give a record its token; called for all records in order, printed or not."""
        self._outcomes[record.number] = self._notes.outcome(record)

    def note(self, record: Record, layout: "PaperLayout | None") -> None:
        """Note that its paper is in the pack."""
        outcome = self._outcomes.pop(record.number)
        papers = self._notes.papers(outcome.number, layout)
        earlier = self._previous.outcomes.get(outcome.number) if self._previous else None
        if earlier is not None and earlier.status != "failed":
            outcome = earlier  # whose files are still what they were made of
        else:  # the row's hash is that of files: there are none
            outcome = outcome._replace(status="warning" if record.number in self._warned else "written", row="")
        self._notes.manifest.add(outcome._replace(papers=papers))

    def end(self, *, complete: bool) -> None:
        """Write the report."""
        self._notes.end(complete=complete)
