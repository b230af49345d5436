#!/usr/bin/env node
// Committed, so that `npx tongchou` works in a checkout; the program itself is built by `npm ci`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(fileURLToPath(main))) {
  process.stderr.write('tongchou 尚未构建，请先运行 npm ci。 tongchou is not built yet: run npm ci first.\n');
  process.exit(2);
}
const { runProgram } = await import(main.href);
await runProgram(process.argv.slice(2));
