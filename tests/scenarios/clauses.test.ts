import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ClauseReport } from '#application/clauses/clause-report';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

const INDEX = new URL('../../docs/reference/clause-tests.json', import.meta.url);

/** Every pack of the checkout is loaded each time, which takes seconds on a busy machine. */
const TIMEOUT = 60_000;

/** `tongchou clauses` with the committed index, or with a text in its place. */
function clauses(
  args: readonly string[],
  index: string | null = readFileSync(INDEX, 'utf8'),
): Promise<Heard> {
  const source = index === null ? undefined : { file: 'docs/reference/clause-tests.json', text: index };
  return runRecorded(['clauses', ...args], { readReference: () => Promise.resolve(source) });
}

describe('tongchou clauses', { timeout: TIMEOUT }, () => {
  let report: ClauseReport;
  beforeAll(async () => {
    report = JSON.parse((await clauses(['--json'])).out) as ClauseReport;
  }, TIMEOUT);

  it('has a line for every clause of every pack, and a summary of each pack', async () => {
    const { out, status } = await clauses([]);
    expect(status).toBe(0);
    const first = out.split('\n').map((line) => line.split(/ {2,}/)[0]);
    expect(report.clauses.filter(({ id }) => !first.includes(id))).toEqual([]);
    expect(report.packs.map(({ pack }) => pack)).toEqual(
      expect.arrayContaining(['anhui', 'jiangxi', 'jinhua', 'national', 'shandong', 'sichuan']),
    );
    for (const { pack, clauses: all, counts } of report.packs) {
      expect(out).toContain(`\n${pack} `);
      expect(counts.built + counts.partly + counts['not yet']).toBe(all);
    }
  });

  it('calls nothing built that no test names or that only a value, pool or reading cites', () => {
    for (const line of report.clauses.filter(({ state }) => state === 'built')) {
      expect(line.tests, line.id).not.toEqual([]);
      const kinds = line.uses.map(({ kind }) => kind);
      expect(
        kinds.some((kind) => ['step', 'step_value', 'pipeline'].includes(kind)),
        line.id,
      ).toBe(true);
    }
  });

  it('JX-2.5: a control that a step carries out is built', async () => {
    const { out } = await clauses(['--pack', 'jiangxi']);
    expect(out).toMatch(/^JX-2\.5 +built +control +步骤 step deficit_cover, conditions/m);
    expect(out).not.toContain('SC-');
  });

  it('tells faults in place of a list', async () => {
    expect(await clauses(['--pack', 'nowhere'])).toMatchObject({ status: 1, out: '' });
    expect((await clauses([], null)).err).toMatch(/^file_not_found docs\/reference\/clause-tests\.json: /);
    expect((await clauses([], '{')).err).toMatch(/^malformed_json /);
    expect((await clauses([], '{"A-1": "x"}')).err).toMatch(/^wrong_type /);
    expect(
      (await runRecorded(['--packs', 'gone', 'clauses'], { packsIn: () => Promise.resolve(undefined) })).err,
    ).toMatch(/^file_not_found gone: /);
  });
});
