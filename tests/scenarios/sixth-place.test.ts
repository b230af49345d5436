import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { howToSteps, printedPattern, runHowToCommand, writeHowToFile } from '#tests/support/how-to';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

const PAGE = readFileSync(new URL('../../docs/how-to/add-a-place.md', import.meta.url), 'utf8');
const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));

/** A problem, as the command line tells it: its command ends with status 1. */
const PROBLEM = /^[a-z]+_[a-z_]+( \S+)*: /;

const steps = howToSteps(PAGE);

describe(
  'a sixth place is a folder of packs: docs/how-to/add-a-place.md alone is enough',
  { timeout: 60_000 },
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await makeTempFolder();
    });
    afterAll(() => removeTempFolder(folder));

    it.each(steps.map((step) => ({ title: step.kind === 'file' ? step.path : step.line, step })))(
      '$title',
      async ({ step }) => {
        if (step.kind === 'file') {
          await writeHowToFile(folder, step.path, step.text);
          return;
        }
        const heard = await runHowToCommand(folder, PACKS, step.line);
        expect(`${heard.out}${heard.err}`).toMatch(printedPattern(step.printed));
        expect(heard.status).toBe(PROBLEM.test(step.printed) ? 1 : 0);
      },
    );

    it('replaces every file that was started, and no other', () => {
      const pack = join(folder, 'my-packs', 'wanghai');
      const written = readdirSync(pack, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
      const shown = steps.flatMap((step) => (step.kind === 'file' ? [step.path] : []));
      expect(shown.filter((path) => path !== 'figures.json').toSorted()).toEqual(written.toSorted());
    });

    it('ends with a computed year of three cities in which each figure is explained', async () => {
      const result = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')) as unknown;
      expect(result).toMatchObject({
        pack: 'wanghai',
        pools: [
          {
            id: 'wangdong',
            levy: '40000.00',
            received: '140000.00',
            balanceAfter: '50000.00',
            monthsAfter: '0.46',
          },
          { id: 'wangxi', levy: '80000.00', received: '40000.00', balanceAfter: '0.00', monthsAfter: '0.00' },
          {
            id: 'wangbei',
            levy: '120000.00',
            received: '0.00',
            balanceAfter: '1180000.00',
            monthsAfter: '4.72',
          },
        ],
        fund: { inflow: '240000.00', outflow: '180000.00', closingBalance: '260000.00' },
      });
      expect(JSON.stringify(result)).toContain('"gap/wangdong"');
    });

    it('is read whole: eight files and no fewer than six commands', () => {
      expect(steps.filter((step) => step.kind === 'command').length).toBeGreaterThanOrEqual(6);
      expect(steps.filter((step) => step.kind === 'file').length).toBe(8);
    });
  },
);
