// Whether AsyncAPI's own parser finds an AsyncAPI document valid: node asyncapi.mjs FILE
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], "utf8"));
for (const { severity, code, message, path } of diagnostics) {
    console.error(["error", "warning", "information", "hint"][severity], code, path.join("/"), message);
}
const errors = diagnostics.filter(({ severity }) => severity === 0).length;
console.log(`${document?.allMessages().all().length ?? 0} messages, ${errors} errors`);
process.exit(document === undefined || errors > 0 ? 1 : 0);
