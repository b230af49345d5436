import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { SEALED_ROWS } from '#storage/ledger/sealed-rows';
import type { Reading } from '#storage/ledger/verify/verify-ledger';
import {
  NO_SEALS,
  packTexts,
  proveTestBundle,
  SEALS,
  unpackTexts,
  withManifest,
  writeTestBundle,
} from '#tests/support/bundle-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { ANN, failedChecks, FUND, makeLedgerBench, type LedgerBench } from '#tests/support/ledger-bench';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

describeOnPostgres("an auditor's bundle", (database) => {
  let bench: LedgerBench;
  let folder = '';
  let whole = '';
  let files: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    folder = await makeTempFolder();
    bench = await makeLedgerBench(database().connect('application'));
    await tellStory(bench);
    whole = join(folder, 'whole.zip');
    await inReading((reading) => writeTestBundle(reading, whole));
    files = await unpackTexts(whole);
  });
  afterAll(async () => removeTempFolder(folder));

  /** Runs with all rights in a transaction that is undone. */
  async function inReading(work: (reading: Reading) => Promise<void>): Promise<void> {
    const undo = new Error('undone');
    const running = bench.database.transaction().execute(async (transaction) => {
      await sql`SET LOCAL ROLE NONE`.execute(transaction);
      await work(transaction);
      throw undo;
    });
    await running.catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  }

  const proven = async (file: string, seals = SEALS): Promise<readonly string[] | string> => {
    const report = await proveTestBundle(file, seals);
    return typeof report === 'string' ? report : failedChecks(report);
  };

  test('proves offline what `verify` proves in the database, with the same checks and the same head', async () => {
    const report = await proveTestBundle(whole);
    const inDatabase = await bench.verify();
    expect(report).toMatchObject({ head: inDatabase.head, unsealed: inDatabase.unsealed, withheld: 0n });
    const checks = typeof report === 'string' ? [] : report.checks;
    expect(checks.filter(({ wrong }) => wrong > 0n)).toEqual([]);
    const ofLedger = inDatabase.checks.filter(({ name }) => name !== 'closed_turnovers');
    expect(checks.slice(4).map(({ name }) => name)).toEqual([
      ...ofLedger.map(({ name }) => name),
      'chain_head',
    ]);
    expect(checks).toEqual(expect.arrayContaining([...ofLedger]) as unknown);
    expect(checks.map(({ name }) => name).slice(0, 4)).toEqual(['files', 'manifest', 'manifest_mac', 'runs']);
  });

  test('says without the key what is not proved, and fails nothing for it', async () => {
    const report = await proveTestBundle(whole, NO_SEALS);
    const checks = typeof report === 'string' ? [] : report.checks;
    expect(checks.filter(({ unproved }) => unproved > 0n).map(({ name }) => name)).toEqual([
      'manifest_mac',
      'chain_macs',
    ]);
    expect(checks.filter(({ wrong }) => wrong > 0n)).toEqual([]);
  });

  test('a byte changed in any file is seen', async () => {
    let count = 0;
    for (const [path, text] of files) {
      if (text.length === 0) continue;
      for (const at of [0, text.length >> 1, text.length - 1]) {
        const flipped = `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`;
        const file = await packTexts(folder, 'flipped.zip', new Map([...files, [path, flipped]]));
        expect(await proven(file), `${path} at ${at}`).not.toEqual([]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(30);
  });

  test('a file more or less is seen', async () => {
    for (const path of files.keys()) {
      const fewer = new Map([...files].filter(([name]) => name !== path));
      const found = await proven(await packTexts(folder, 'fewer.zip', fewer));
      // Whoever takes the MAC away leaves a manifest that is not proved, which is told.
      if (path !== 'manifest.mac') expect(found, path).not.toEqual([]);
    }
    const more = new Map([...files, ['ledger/more.ndjson', '{}\n']]);
    expect(await proven(await packTexts(folder, 'more.zip', more))).toEqual(['files']);
  });

  test('a byte changed in the container itself is refused, seen, or changes nothing that is read', async () => {
    const original = await readFile(whole);
    const file = join(folder, 'bytes.zip');
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: original.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = Buffer.from(original);
          bytes[at] = (bytes[at] ?? 0) ^ by;
          await writeFile(file, bytes);
          const found = await proven(file);
          if (found.length === 0) expect(await unpackTexts(file)).toEqual(files);
        },
      ),
      { numRuns: 60, seed: 20260310 },
    );
  });

  describe('made anew by a forger, with a manifest that fits', () => {
    const forge = async (path: string, from: string, to: string): Promise<string> => {
      const forged = new Map([...files, [path, present(files.get(path), path).replace(from, to)]]);
      expect(forged.get(path)).not.toBe(files.get(path));
      return packTexts(folder, 'forged.zip', withManifest(forged));
    };

    test('an amount is seen without the key', async () => {
      const file = await forge('ledger/events.ndjson', '"pooled":"700"', '"pooled":"701"');
      expect(await proven(file, NO_SEALS)).toEqual(expect.arrayContaining(['entries', 'keys']) as unknown);
    });

    test('an account is seen without the key', async () => {
      const file = await forge('ledger/entries.ndjson', '"account":"1003"', '"account":"1004"');
      expect(await proven(file, NO_SEALS)).toContain('entries');
    });

    test('the instant of a block is seen with the key only', async () => {
      const file = await forge('ledger/blocks.ndjson', '"sealedAt":"2026', '"sealedAt":"2025');
      expect(await proven(file, NO_SEALS)).toEqual([]);
      expect(await proven(file)).toEqual(expect.arrayContaining(['manifest_mac', 'chain_macs']) as unknown);
    });

    test('rows that are none are refused', async () => {
      const file = await forge('ledger/entries.ndjson', '"debit":"7', '"debit":"x7');
      expect(await proven(file, NO_SEALS)).toBe('bundle_unreadable');
    });
  });

  test('a mistake in the posting is seen in the bundle of its store', async () => {
    await inReading(async (transaction) => {
      const { rows } = await sql<{
        definition: string;
      }>`SELECT pg_get_functiondef(oid) AS definition FROM pg_proc
        WHERE proname = 'write_ledger_events' AND pronamespace = 'tongchou'::regnamespace`.execute(
        transaction,
      );
      const { definition } = present(rows[0], 'write_ledger_events');
      const mistaken = definition.replace(
        '(e.amounts ->> m.amount)::bigint',
        '1 + (e.amounts ->> m.amount)::bigint',
      );
      expect(mistaken).not.toBe(definition);
      await sql.raw(mistaken).execute(transaction);
      const command = bench.command('interest_credited', { amounts: { pooled: fen(700n) } });
      await sql`SELECT post_events(${JSON.stringify([rowOf(command)])}::jsonb)`.execute(transaction);
      await writeTestBundle(transaction, join(folder, 'mutant.zip'));
    });
    expect(await proven(join(folder, 'mutant.zip'), NO_SEALS)).toContain('entries');
  });

  describe('of one pool', () => {
    let file = '';
    let part: ReadonlyMap<string, string> = new Map();
    beforeAll(async () => {
      file = join(folder, 'west.zip');
      await inReading((reading) =>
        writeTestBundle(reading, file, { pools: ['west'], database: bench.database }),
      );
      part = await unpackTexts(file);
    });

    test('it proves the chain to the same head, and says how much it withholds', async () => {
      const report = await proveTestBundle(file);
      expect(report).toMatchObject({ pools: ['west'], head: (await bench.verify()).head });
      const { checks, withheld } = report as Exclude<typeof report, string>;
      expect(checks.filter(({ wrong }) => wrong > 0n)).toEqual([]);
      expect(withheld).toBeGreaterThan(10n);
      const manifest = JSON.parse(present(part.get('manifest.json'), 'a manifest')) as object;
      expect(manifest).toMatchObject({ pools: ['west'], withheld: { rows: Number(withheld), runs: 0 } });
    });

    test('who knows every word of a withheld row cannot tell it by its hash: its salt stays behind', async () => {
      const lines = (text: string | undefined): readonly { readonly hash?: string }[] =>
        present(text, 'lines')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as { readonly hash?: string });
      const told = lines(part.get('ledger/withheld.ndjson')).flatMap(({ hash }) => hash ?? []);
      expect(told.length).toBeGreaterThan(10);
      await inReading(async (reading) => {
        const { rows } = await sql<{
          hash: string;
        }>`SELECT encode(sha256(convert_to(row_text, 'UTF8')), 'hex') AS hash
          FROM (${sql.raw(SEALED_ROWS)}) AS every`.execute(reading);
        expect(rows.filter(({ hash }) => told.includes(hash))).toEqual([]);
      });
      expect(part.get('ledger/blocks.ndjson')).not.toMatch(/"salt":"/);
      expect(files.get('ledger/blocks.ndjson')).toMatch(/"salt":"[0-9a-f]{64}"/);
    });

    test('a salt that is changed or left out is seen', async () => {
      const text = present(part.get('ledger/withheld.ndjson'), 'salts');
      const [line = '', salt = ''] = /^.*"salt":"([0-9a-f]{64})".*\n/m.exec(text) ?? [];
      for (const changed of [
        text.replace(
          salt,
          salt.replace(/^./, (one) => (one === '0' ? '1' : '0')),
        ),
        text.replace(line, ''),
      ]) {
        const forged = new Map([...part, ['ledger/withheld.ndjson', changed]]);
        const path = await packTexts(folder, 'salt.zip', withManifest(forged));
        expect(await proven(path, NO_SEALS)).toEqual(['chain_digests']);
      }
    });

    test('blocks from before seals had salts hold as they were sealed', async () => {
      const old = join(folder, 'old.zip');
      await inReading(async (reading) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(reading);
        await sql`UPDATE ledger_block AS b SET salt = NULL, digest = (
          SELECT sha256(string_agg(sha256(convert_to(row_text, 'UTF8')), ''::bytea ORDER BY number))
          FROM (${sql.raw(SEALED_ROWS)}) AS every WHERE number BETWEEN b.first_number AND b.last_number)
          WHERE number = 1`.execute(reading);
        await writeTestBundle(reading, old, { pools: ['west'], database: bench.database });
      });
      expect(await proven(old, NO_SEALS)).toEqual([]);
    });

    test('nothing of another pool is in it, but for the other side of what is between the two', () => {
      const own = [...part].filter(([path]) => !/^packs|templates/.test(path));
      for (const theirs of ['east', 'north', 'institution:H1', 'government:G1', '"700"', 'local_gap']) {
        expect(own.filter(([, text]) => text.includes(theirs)).map(([path]) => path)).toEqual([]);
      }
      expect(part.get('ledger/events.ndjson')).toContain(`"otherPool":"${FUND}","packHash"`);
      for (const path of ['ledger/books.ndjson', 'ledger/months.ndjson', 'ledger/totals.ndjson'])
        expect(part.get(path), path).not.toContain(FUND);
    });

    test.each([
      ['an amount of an event that is shown', 'ledger/events.ndjson', /"levy":"5"/, '"levy":"6"', 'keys'],
      [
        'an account of an entry that is shown',
        'ledger/entries.ndjson',
        /"account":"\w/,
        '"account":"x',
        'entries',
      ],
      ['an entry left out', 'ledger/entries.ndjson', /^.*\n/, '', 'entries'],
      ['an event left out', 'ledger/events.ndjson', /^.*\n/, '', 'chain_digests'],
      [
        'the hash of a withheld row',
        'ledger/withheld.ndjson',
        /"hash":"\w{4}/,
        '"hash":"0000',
        'chain_digests',
      ],
      ['a withheld row left out', 'ledger/withheld.ndjson', /^.*\n/, '', 'withheld'],
      ['a closed month left out', 'ledger/months.ndjson', /^.*\n/, '', 'chain_digests'],
      ['a total', 'ledger/totals.ndjson', /"debit":"\d/, '"debit":"9', 'totals'],
    ])(
      '%s is seen without the key, made anew with a manifest that fits',
      async (_title, path, from, to, check) => {
        const text = present(part.get(path), path);
        const changed = text.replace(from, to);
        expect(changed).not.toBe(text);
        const forged = await packTexts(
          folder,
          'forged.zip',
          withManifest(new Map([...part, [path, changed]])),
        );
        expect(await proven(forged, NO_SEALS)).toContain(check);
      },
    );

    test('two withheld rows that change places are seen', async () => {
      const [one, two, ...rest] = present(part.get('ledger/withheld.ndjson'), 'hashes').split('\n');
      const hashOf = (line = ''): string => (JSON.parse(line) as { readonly hash: string }).hash;
      const swapped = [
        one?.replace(hashOf(one), hashOf(two)),
        two?.replace(hashOf(two), hashOf(one)),
        ...rest,
      ].join('\n');
      const forged = new Map([...part, ['ledger/withheld.ndjson', swapped]]);
      const path = await packTexts(folder, 'swapped.zip', withManifest(forged));
      expect(await proven(path, NO_SEALS)).toContain('chain_digests');
    });

    test('a share that the ledger does not hold is seen', async () => {
      const share = {
        ...{ yearId: 'y', fund: FUND, insuranceType: 'resident', year: 2026, version: 1, pool: 'west' },
        ...{ run: 'r', resultHash: 'h', packHash: 'p', engineVersion: 'e', lines: [] },
        postings: [{ line: 'levy west', part: 'due', version: 2, event: '999', amount: '0.05' }],
      };
      const forged = new Map([...part, ['shares.ndjson', `${JSON.stringify(share)}\n`]]);
      const path = await packTexts(folder, 'share.zip', withManifest(forged));
      expect(await proven(path, NO_SEALS)).toEqual(['shares']);
    });
  });

  test('is written over nothing, and not for a pool without books', async () => {
    await inReading(async (reading) => {
      await expect(writeTestBundle(reading, whole)).rejects.toThrow('file_exists');
      await expect(
        writeTestBundle(reading, join(folder, 'n.zip'), { pools: ['nowhere'], database: bench.database }),
      ).rejects.toThrow('pool_unknown');
    });
  });

  test('what is no bundle is refused', async () => {
    await writeFile(join(folder, 'text.zip'), 'no ZIP file');
    expect(await proven(join(folder, 'text.zip'))).toBe('bundle_unreadable');
    expect(await proven(join(folder, 'nothing.zip'))).toBe('bundle_unreadable');
  });
});

/** Every kind of row: closed months, approvals, reversals, corrections, a refused event, an unsealed tail. */
async function tellStory(bench: LedgerBench): Promise<void> {
  const pooled = { amounts: { pooled: fen(700n) } };
  const hospital = { counterparty: 'institution:H1', ...pooled };
  await bench.store.closeMonth({ pool: 'west', insuranceType: 'resident' }, '2026-01' as Month, ANN);
  const [, due] = await bench.store.post([
    bench.command('benefit_settled', { ...hospital, category: 'outpatient' }),
    bench.command('subsidy_due', { counterparty: 'government:G1', ...pooled }),
    bench.command('levy_due', { pool: 'west', otherPool: FUND, amounts: { levy: fen(5n) } }),
    bench.command('pre_pooling_marked', pooled),
    bench.command('interest_credited', { pool: 'nowhere', ...pooled }),
    bench.command('interest_credited', {
      insuranceType: 'employee',
      amounts: { pooled: fen(3n), account: fen(4n) },
    }),
  ]);
  await bench.sealAll();
  const approval = await bench.approve('pre_pooling_used', 'east', 700n, 'local_gap');
  const posted = await bench.store.post([
    bench.command('benefit_paid', { ...hospital, category: 'outpatient' }),
    bench.command('pre_pooling_used', { ...pooled, approval }),
    bench.command('interest_credited', pooled),
    bench.command('subsidy_due', {
      counterparty: 'government:G1',
      amounts: { pooled: fen(-9n) },
      corrects: due?.number ?? 0n,
    }),
  ]);
  await bench.store.post([bench.reversal(posted[2]?.number ?? 0n)]);
  await bench.sealAll();
  await bench.store.post([
    bench.command('interest_credited', { note: 'a "quoted" note, 中文\n\u2028', ...pooled }),
  ]);
}

function rowOf(command: ReturnType<LedgerBench['command']>): Readonly<Record<string, unknown>> {
  const { key, effectiveOn, now, actor, packHash, template, pool, insuranceType } = command;
  return {
    key: `${key} mistaken`,
    effective_on: effectiveOn,
    known_at: now,
    actor,
    pack_hash: packHash,
    template,
    pool,
    insurance_type: insuranceType,
    amounts: { pooled: '700' },
  };
}
