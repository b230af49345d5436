import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenOnLoopback } from '#http/listen';
import type { HttpServices } from '#http/services';
import { assert, present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';
import { createStores } from '#storage/create-stores';
import { startEmbeddedPostgres } from '#storage/embedded/start';
import { migrateDatabase } from '#storage/migrations/migrate';
import { findBrowser, launchBrowser } from '#tests/e2e/support/browser';
import { openPage } from '#tests/support/console-bench';
import { makeFreshDatabase } from '#tests/support/fresh-database';
import { localServer } from '#tests/support/local-server';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

const SCREENSHOTS = fileURLToPath(new URL('../e2e/screenshots', import.meta.url));
/** The built page; another build can be named, so that work on the page does not disturb who uses this one. */
const CONSOLE =
  process.env['TONGCHOU_CONSOLE_FOLDER'] ?? fileURLToPath(new URL('../../dist/console', import.meta.url));

/** The page on a server of this process, over a database that a test has filled through the stores. */
export interface FundConsoleBench {
  readonly address: string;
  /** Another page with a session of its own, as another person's would be. */
  readonly openPage: () => Promise<Page>;
  /** Keeps a picture of a whole page for people to look at. */
  readonly shoot: (page: Page, name: string) => Promise<void>;
}

type Prepare = (database: Database) => Promise<Partial<HttpServices>>;

/**
 * `describe` for tests of the fund's rooms: books of closed years take hundreds of postings, so they are made through
 * the stores, and the page is served by the same server as the program's. After the last test no error may have come
 * up in the browser. Skipped when the machine has no browser.
 */
export function describeFundConsole(
  title: string,
  prepare: Prepare,
  body: (bench: () => FundConsoleBench) => void,
): void {
  const executable = findBrowser();
  describe.skipIf(executable === undefined)(title, () => {
    const faults: string[] = [];
    let bench: (FundConsoleBench & { close(): Promise<void> }) | undefined;
    beforeAll(async () => {
      bench = await openBench(present(executable, 'a browser'), prepare, faults);
    });
    afterAll(async () => bench?.close());
    body(() => present(bench, 'a bench'));
    it('raises no fault in the browser', () => {
      expect(faults).toEqual([]);
    });
  });
}

async function openBench(
  executable: string,
  prepare: Prepare,
  faults: string[],
): Promise<FundConsoleBench & { close(): Promise<void> }> {
  assert(existsSync(CONSOLE), 'the page is built: run npm ci first');
  await mkdir(SCREENSHOTS, { recursive: true });
  const folder = await makeTempFolder();
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data') });
  const database = await makeFreshDatabase(postgres.databaseUrl);
  await migrateDatabase(database.url);
  const connection = database.connect('application');
  const services = await prepare(connection);
  const app = localServer({ ...createStores(connection), ...services, consoleFolder: CONSOLE });
  const address = await listenOnLoopback(app, 0);
  const browser = await launchBrowser(executable);
  return {
    address,
    openPage: () => openPage(browser, faults),
    shoot: async (page, name) => {
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
    },
    close: async () => {
      await browser.close();
      await app.close();
      await database.drop();
      await postgres.stop();
      await removeTempFolder(folder);
    },
  };
}
