"""docx-mailmerge2: Word's own merge fields, with IF fields for the conditions."""

from mailmerge import MailMerge
from mailmerge.mergeoptions import MailMergeOptions

from contestants.common import Work

work = Work()
conditions: list[str] = work.given["conditions"]
work.begin()
for at, record in enumerate(work.records):
    answers = {name: "ja" if record[name] else "nei" for name in conditions}
    texts = {name: value for name, value in record.items() if isinstance(value, str)}
    with MailMerge(work.template, options=MailMergeOptions(merge_if_fields=True)) as document:
        document.merge_rows("nr", record["rader"])
        document.merge(**texts, **answers)
        document.write(work.target(at, ".docx"))
work.done()
