// pdf-lib's own form and its own way to save: node pdflib_save.mjs SOURCE TARGET ANSWERS, by the names of the boxes.
import { readFileSync, writeFileSync } from "node:fs";
import { PDFCheckBox, PDFDocument, PDFRadioGroup } from "pdf-lib";

const [source, target, answers] = process.argv.slice(2);
const pdf = await PDFDocument.load(readFileSync(source));
const form = pdf.getForm();
for (const [name, answer] of Object.entries(JSON.parse(answers))) {
  const field = form.getField(name);
  if (field instanceof PDFRadioGroup) field.select(answer.slice(1));
  else if (field instanceof PDFCheckBox) field.check();
  else field.setText(answer);
}
writeFileSync(target, await pdf.save({ updateFieldAppearances: false }));
