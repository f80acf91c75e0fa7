// docxtemplater with PizZip, as its documentation shows it.
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { Work } from "./common.mjs";

const work = new Work();
work.begin();
for (const [at, record] of work.records.entries()) {
  const document = new Docxtemplater(new PizZip(work.template), { paragraphLoop: true, linebreaks: true });
  document.render(record);
  work.write(at, ".docx", document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
}
work.done();
