import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { findPackInForce } from '#application/pack-life/find-pack-in-force';
import type { PackSource } from '#application/ports/pack-source';
import type { CliServices } from '#cli/services';
import { packFolder } from '#files/pack-folder';
import { allow } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';
import { createStores } from '#storage/create-stores';
import { createPackLifeStore } from '#storage/pack-life-store';
import { describeOnPostgres, type FreshDatabase } from '#tests/support/fresh-database';
import { replaceOnce } from '#tests/support/invented-pack';
import { loadTestPack } from '#tests/support/load-test-pack';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

const shipped = packFolder(fileURLToPath(new URL('../../packs', import.meta.url)));

/** The shipped packs with one file of a pack changed. */
function changed(id: string, path: string, change: (text: string) => string): PackSource {
  return {
    listIds: () => shipped.listIds(),
    async findFiles(wanted) {
      const found = await shipped.findFiles(wanted);
      if (found === undefined || wanted !== id) return found;
      return { ...found, files: new Map([...found.files, [path, change(found.files.get(path) ?? '')]]) };
    },
  };
}

const notAsked = (): never => {
  throw new Error('the ledger is not asked here');
};

/** A clock that goes on a second with each command. */
let seconds = 0;

async function tongchou(
  database: FreshDatabase,
  line: string,
  given: Partial<CliServices> = {},
): Promise<Heard> {
  const opened = database.connect('application');
  seconds += 1;
  return runRecorded(line.split(' '), {
    source: shipped,
    now: () => new Date(Date.UTC(2026, 2, 1, 8, 0, seconds)).toISOString(),
    openStore: () =>
      Promise.resolve(
        allow({
          ...createStores(opened),
          ledgerProof: { startSealing: notAsked, verify: notAsked, read: notAsked },
          where: { zh: '', en: '' },
          ended: new Promise<void>(() => undefined),
          close: () => Promise.resolve(),
        }),
      ),
    ...given,
  });
}

/** Exit status and, of a refusal, its code. */
function told({ status, err }: Heard): string {
  return `${status} ${err.split(/[ :]/)[0] ?? ''}`.trim();
}

describeOnPostgres('a version of a pack from draft to in force', (database) => {
  const run = (line: string, given?: Partial<CliServices>): Promise<Heard> =>
    tongchou(database(), line, given);
  const lower = changed(
    'jiangxi',
    'values/adjustment.yaml',
    replaceOnce('employee: 10%, resident: 15%', 'employee: 8%, resident: 15%'),
  );

  test('nothing is submitted at first', async () => {
    expect((await run('packs')).out).toContain('还没有提交过版本');
    expect(told(await run('pack check jiangxi --by 张三'))).toBe('1 not_submitted');
    expect(told(await run('pack submit nowhere --by 张三'))).toBe('1 unknown_pack');
    expect(told(await run('pack approve abcdef0123 --by 张三'))).toBe('1 unknown_version');
  });

  test('two people bring it there, and its journal with it; each step is refused to the wrong one, out of order, or by other worked cases', async () => {
    const { hash } = await loadTestPack('jiangxi');
    const submitted = await run('pack submit jiangxi --by 张三 --note 首次提交');
    expect(submitted.out).toBe(`jiangxi ${hash.slice(0, 12)} 提交：张三 2026-03-01T08:00:05.000Z\n`);
    expect(told(await run('pack approve jiangxi --by 李四'))).toBe('1 wrong_state');
    expect(told(await run('pack check jiangxi --by 张三'))).toBe('0');
    expect(told(await run('pack approve jiangxi --by 张三'))).toBe('1 same_person');
    expect(told(await run(`pack approve ${hash.slice(0, 8)} --by 李四`))).toBe('0');
    expect(told(await run('pack put-in-force jiangxi --by 李四 --from 2024-02-30'))).toBe('1 bad_date');
    expect(told(await run('pack put-in-force jiangxi --by 李四'))).toContain('2');
    const templates = (): Promise<{ readonly rows: readonly object[] }> =>
      sql<object>`SELECT id FROM tongchou.journal_template WHERE pack_hash = ${hash}`.execute(
        database().connect('auditor'),
      );
    expect((await templates()).rows).toEqual([]);
    const bent = changed('jiangxi', 'cases/adjustment.yaml', replaceOnce('补足至 9 个月', '补足至九个月'));
    const inForce = 'pack put-in-force jiangxi --by 李四 --from 2024-01-01';
    expect(told(await run(inForce, { source: bent }))).toBe('1 cases_changed');
    expect(told(await run(inForce))).toBe('0');
    expect((await templates()).rows.length).toBeGreaterThan(30);
    const { out } = await run('packs --on 2024-01-01');
    expect(out).toMatch(new RegExp(`● +jiangxi +${hash.slice(0, 12)} +施行 +2024-01-01 +提交 +张三`));
  });

  test('R-7: a consultation draft can be checked and approved, and never put in force', async () => {
    for (const step of ['submit sichuan --by 张三', 'check sichuan --by 张三', 'approve sichuan --by 李四']) {
      expect(told(await run(`pack ${step}`))).toBe('0');
    }
    expect(told(await run('pack put-in-force sichuan --by 李四 --from 2024-01-01'))).toBe(
      '1 draft_never_in_force',
    );
  });

  test('a version whose worked cases fail cannot be checked, nor one whose files are no longer at hand', async () => {
    expect(told(await run('pack submit jiangxi --by 张三', { source: lower }))).toBe('0');
    expect(told(await run('pack check jiangxi --by 张三', { source: lower }))).toBe('1 cases_failed');
    const hashes = await createPackLifeStore(database().connect('auditor')).listEvents('jiangxi');
    const last = hashes.at(-1)?.packHash ?? '';
    expect(told(await run(`pack check ${last} --by 张三`))).toBe('1 cases_not_at_hand');
    expect(told(await run(`pack withdraw ${last} --by 张三`))).toBe('0');
  });

  test('a new version supersedes the old; both times are told', async () => {
    const [first] = await createPackLifeStore(database().connect('auditor')).listEvents('jiangxi');
    const source = changed('jiangxi', 'clauses.yaml', (text) =>
      text.replace('zh: 省里为职工医保', 'zh: 省级为职工医保'),
    );
    for (const step of ['submit jiangxi --by 张三', 'check jiangxi --by 王五', 'approve jiangxi --by 李四']) {
      expect(told(await run(`pack ${step}`, { source }))).toBe('0');
    }
    const put = await run('pack put-in-force jiangxi --by 王五 --from 2025-07-01', { source });
    expect(put.out.split('\n').map((line) => line.split(/[ ：]/)[2])).toEqual(['施行', '被替代', undefined]);
    const store = createPackLifeStore(database().connect('application'));
    const found = (date: string, known: string): Promise<string | undefined> =>
      findPackInForce(store, 'jiangxi', date as PlainDate, known);
    const last = (await store.listEvents('jiangxi')).at(-2)?.packHash;
    expect(await found('2025-06-30', '2027-01-01T00:00:00.000Z')).toBe(first?.packHash);
    expect(await found('2025-07-01', '2027-01-01T00:00:00.000Z')).toBe(last);
    expect(await found('2025-07-01', '2026-03-01T08:00:20.000Z')).toBe(first?.packHash);
    expect(await found('2025-07-01', '2026-01-01T00:00:00.000Z')).toBeUndefined();
    expect((await run('packs --known-on 2026-02-28')).out).toContain('还没有提交过版本');
  });

  test('a hash must name one version, and what is stored must still have it', async () => {
    const store = createPackLifeStore(database().connect('application'));
    for (const end of ['1', '2']) {
      await store.keepArtefact({ hash: `${'fa'.repeat(31)}0${end}`, packId: 'jiangxi', text: '{}' });
    }
    expect(told(await run('document fafafa'))).toBe('1 ambiguous_version');
    expect(told(await run(`document ${'fa'.repeat(31)}01`))).toBe('1 stored_data_altered');
  });

  test('a stored version is compared and written out by its hash', async () => {
    const [first] = await createPackLifeStore(database().connect('auditor')).listEvents('jiangxi');
    const { out } = await run(`diff ${first?.packHash.slice(0, 10) ?? ''} jiangxi`, { source: lower });
    expect(out).toContain('~ levy_rate 上解比例\n    2024-01-01 职工  10%  →  8%');
    expect((await run(`document ${first?.packHash ?? ''}`)).out).toContain('# 江西省：');
  });
});

describe('comparing and writing packs needs no database', () => {
  test('two places', async () => {
    const { out, status } = await runRecorded(['diff', 'jiangxi', 'shandong', '--json']);
    const diff = JSON.parse(out) as { readonly changes: readonly { readonly id: string }[] };
    expect([status, diff.changes.some(({ id }) => id === 'levy_rate')]).toEqual([0, true]);
  });

  test('a document', async () => {
    expect((await runRecorded(['document', 'jinhua'])).out).toContain('## 二、条款');
    expect(told(await runRecorded(['document', 'nowhere']))).toBe('1 unknown_pack');
  });
});
