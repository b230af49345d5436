#!/usr/bin/env node
// Committed, so that `npx tongchou` works in a checkout; the program itself is built by `npm ci`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(fileURLToPath(main))) {
  const inEnglish = /--lang[= ]en\b/.test(process.argv.join(' ')) || process.env.TONGCHOU_LANG === 'en';
  process.stderr.write(
    inEnglish
      ? 'not_built: tongchou is not built yet; run npm ci first\n'
      : 'not_built: tongchou 尚未构建；请先运行 npm ci\n',
  );
  process.exit(2);
}
const { runProgram } = await import(main.href);
await runProgram(process.argv.slice(2));
