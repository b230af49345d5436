import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const EXECUTABLES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The installed browser, or undefined: a machine without one skips these tests, CI fails. */
export function findBrowser(): string | undefined {
  const named = process.env['TONGCHOU_CHROMIUM'];
  const found = [...(named === undefined ? [] : [named]), ...EXECUTABLES].find((path) => existsSync(path));
  if (found === undefined && process.env['CI'] === 'true') {
    throw new Error('no Chromium found: .ci/run installs it, or set TONGCHOU_CHROMIUM');
  }
  if (found === undefined) {
    process.stderr.write('浏览器测试跳过：未找到 Chromium — browser tests skipped: no Chromium found\n');
  }
  return found;
}

/** Starts the browser without sandbox (tests may run as root) and without any traffic of its own. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
