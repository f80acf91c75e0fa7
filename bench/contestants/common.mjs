// What a contestant in node is given, and what it reports when it is done; see common.py.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [given, out, count] = process.argv.slice(2);

export class Work {
  constructor() {
    this.given = JSON.parse(readFileSync(given, "utf8"));
    this.records = JSON.parse(readFileSync(this.given.data, "utf8")).slice(0, Number(count));
    this.template = readFileSync(this.given.template);
    this.began = performance.now();
  }

  write(number, suffix, content) {
    writeFileSync(join(out, String(number).padStart(5, "0") + suffix), content);
  }

  begin() {
    this.began = performance.now();
  }

  done() {
    console.log(JSON.stringify({ loop: (performance.now() - this.began) / 1000, idle: 0 }));
  }
}
