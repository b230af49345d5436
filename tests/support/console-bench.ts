import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { findBrowser, launchBrowser } from '#tests/e2e/support/browser';
import { newDataFolder, startProgram } from '#tests/e2e/support/program';

const SCREENSHOTS = fileURLToPath(new URL('../e2e/screenshots', import.meta.url));
const VIEWPORT = { width: 1680, height: 1000 };

/** What a test of the page works with: the program after its main job, and one page of a browser on it. */
export interface ConsoleBench {
  /** Where the program serves the page, such as `http://127.0.0.1:40123`. */
  readonly address: string;
  readonly page: Page;
  /** Everything that the program printed so far, such as its one-time tokens. */
  readonly output: () => string;
  /** A folder of this test file alone, removed after it; downloads may lie here. */
  readonly folder: string;
  /** Another page of the same browser, as another person's would be; the test closes it. */
  readonly openPage: () => Promise<Page>;
  /** Keeps a picture of the whole page, or of one part of it, for people to look at. */
  readonly shoot: (name: string, part?: Locator) => Promise<void>;
}

/**
 * `describe` for tests of the page in a real browser: starts the program on a database of its own, as its user
 * does, and opens its address; skipped when the machine has no browser. The tests share one page and go on where
 * the one before stopped. After the last, no error may have come up in the browser.
 */
export function describeConsole(title: string, body: (bench: () => ConsoleBench) => void): void {
  const executable = findBrowser();
  describe.skipIf(executable === undefined)(title, () => {
    let bench: ManagedBench | undefined;
    beforeAll(async () => {
      bench = await openBench(present(executable, 'a browser'));
    });
    afterAll(async () => bench?.close());
    body(() => present(bench, 'a bench'));
    it('raises no fault in the browser', () => {
      expect(present(bench, 'a bench').faults).toEqual([]);
    });
  });
}

interface ManagedBench extends ConsoleBench {
  readonly faults: readonly string[];
  close(): Promise<void>;
}

async function openBench(executable: string): Promise<ManagedBench> {
  await mkdir(SCREENSHOTS, { recursive: true });
  const data = await newDataFolder();
  const program = await startProgram(data.path);
  const browser = await launchBrowser(executable);
  const faults: string[] = [];
  const page = await openPage(browser, faults);
  await page.goto(program.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    address: program.address,
    page,
    output: program.output,
    folder: dirname(data.path),
    faults,
    openPage: () => openPage(browser, faults),
    shoot: async (name, part) => {
      const path = join(SCREENSHOTS, `${name}.png`);
      await (part === undefined ? page.screenshot({ path, fullPage: true }) : part.screenshot({ path }));
    },
    close: async () => {
      await browser.close();
      await program.stop();
      await data.remove();
    },
  };
}

/** A page whose errors, thrown or written to its console, are collected. */
export async function openPage(browser: Browser, faults: string[]): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSED_CALL.test(message.text())) faults.push(message.text());
  });
  return page;
}

/** What the browser notes of a call that a rule refused; the page shows the refusal, and tests look for it there. */
const REFUSED_CALL = /^Failed to load resource: .* status of (401|403|409|422) /;
