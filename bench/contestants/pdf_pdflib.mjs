// pdf-lib with the font embedded, so that every letter can be shown.
import fontkit from "@pdf-lib/fontkit";
import { PDFDocument } from "pdf-lib";
import { readFileSync } from "node:fs";
import { Work } from "./common.mjs";

const work = new Work();
const font = readFileSync(work.given.font);
work.begin();
for (const [at, record] of work.records.entries()) {
  const pdf = await PDFDocument.load(work.template);
  pdf.registerFontkit(fontkit);
  const embedded = await pdf.embedFont(font, { subset: true });
  const form = pdf.getForm();
  for (const [name, value] of Object.entries(record)) {
    if (typeof value === "string") form.getTextField(name).setText(value);
    else if (value) form.getCheckBox(name).check();
  }
  form.updateFieldAppearances(embedded);
  work.write(at, ".pdf", await pdf.save({ updateFieldAppearances: false }));
}
work.done();
