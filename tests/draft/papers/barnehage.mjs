// An application for a place in a kindergarten, as a program that uses pdf-lib makes it: two pages, names of all kinds.
import { PDFDocument, StandardFonts } from "pdf-lib";

const pdf = await PDFDocument.create();
const plain = await pdf.embedFont(StandardFonts.Helvetica);
const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
const form = pdf.getForm();
let page = pdf.addPage([595, 842]);
const say = (text, x, y, size = 9, font = plain) => page.drawText(text, { x, y, size, font });
const at = (x, y, width, height = 18) => ({ x, y, width, height, borderWidth: 1 });
const text = (name, ...place) => form.createTextField(name).addToPage(page, at(...place));

say("Søknad om barnehageplass", 50, 790, 18, bold);
say("Barnet", 50, 755, 13, bold);
for (const [label, name, y] of [
  ["Barnets navn", "Text Field 1", 725], ["Fødselsnummer", "Text Field 2", 697],
  ["Statsborgerskap", "Text Field 3", 669], ["Morsmål", "Text Field 4", 641],
]) {
  say(label, 50, y + 5);
  text(name, 170, y, 300);
}
say("Kjønn", 50, 618);
const sex = form.createRadioGroup("radio_kjonn");
for (const [value, x] of [["Jente", 170], ["Gutt", 250]]) {
  sex.addOptionToPage(value, page, at(x, 614, 12, 12));
  say(value, x + 17, 617);
}
say("Søsken som har plass", 50, 585, 13, bold);
for (const [label, x] of [["Navn", 50], ["Født", 250], ["Barnehage", 350]]) say(label, x, 567);
for (const row of [1, 2, 3]) {
  text(`sosken_navn_${row}`, 50, 567 - 22 * row, 195);
  text(`sosken_fodt_${row}`, 250, 567 - 22 * row, 95);
  text(`sosken_barnehage_${row}`, 350, 567 - 22 * row, 120);
}
say("Ønsket plass", 50, 470, 13, bold);
say("Førstevalg", 50, 450);
const first = form.createDropdown("valg1");
first.addOptions(["Solbakken barnehage", "Åsen barnehage", "Elvebredden barnehage"]);
first.addToPage(page, at(170, 445, 200));
say("Oppstart", 50, 422);
text("oppstart_dato", 170, 417, 100);
for (const [label, name, y] of [
  ["Barnet trenger ekstra støtte", "cb_1", 392], ["Vi søker om redusert betaling", "cb_2", 370],
]) {
  form.createCheckBox(name).addToPage(page, at(50, y, 12, 12));
  say(label, 70, y + 2);
}
say("Andre opplysninger", 50, 345);
const more = form.createTextField("annet");
more.enableMultiline();
more.addToPage(page, at(50, 250, 420, 88));

page = pdf.addPage([595, 842]);
say("Foresatte", 50, 790, 13, bold);
for (const [number, y] of [[1, 765], [2, 665]]) {
  say(`Foresatt ${number}`, 50, y, 10, bold);
  for (const [label, name, step] of [["Navn", "navn", 24], ["Mobil", "mobil", 48], ["E-post", "epost", 72]]) {
    say(label, 50, y - step + 5);
    text(`foresatt${number}.${name}`, 170, y - step, 250);
  }
}
say("Underskrift", 50, 550, 13, bold);
text("sted_dato", 50, 505, 200);
say("Sted og dato", 50, 494, 8);
text("sign", 270, 505, 250);
say("Foresattes underskrift", 270, 494, 8);
pdf.setTitle("Søknad om barnehageplass");
process.stdout.write(Buffer.from(await pdf.save()).toString("base64"));
