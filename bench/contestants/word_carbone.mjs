// carbone, Word to Word.
import { promisify } from "node:util";
import carbone from "carbone";
import { Work } from "./common.mjs";

const work = new Work();
const render = promisify(carbone.render);
work.begin();
for (const [at, record] of work.records.entries()) {
  work.write(at, ".docx", await render(work.given.template, record));
}
work.done();
process.exit(0); // it keeps timers for its converter
