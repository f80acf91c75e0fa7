// easy-template-x
import { TemplateHandler } from "easy-template-x";
import { Work } from "./common.mjs";

const work = new Work();
work.begin();
const handler = new TemplateHandler();
for (const [at, record] of work.records.entries()) {
  work.write(at, ".docx", await handler.process(work.template, record));
}
work.done();
