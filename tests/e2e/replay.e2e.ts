import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDataFolder, startCommand } from '#tests/e2e/support/program';

/** One run for each insurance type in force of each panel in data/panels. */
const RUNS = 26;

describe('the main job on an embedded PostgreSQL, as its user runs it', () => {
  let data: Awaited<ReturnType<typeof newDataFolder>>;

  beforeAll(async () => {
    data = await newDataFolder();
  });
  afterAll(() => data.remove());

  async function run(
    ...args: readonly string[]
  ): Promise<{ status: number | null; out: string; err: string }> {
    const child = startCommand(args, data.path);
    if (child.stdout === null || child.stderr === null) throw new Error('no output');
    const [out, err, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit') as Promise<[number | null]>,
    ]);
    return { status, out, err };
  }

  it('prints the year of every insurance type and stops cleanly', async () => {
    const { status, out } = await run('start', '--no-serve');
    expect(out).toContain('江西省 2024 年度 职工医保 调剂金');
    expect(out).toContain('江西省 2024 年度 居民医保 调剂金');
    expect(out).toContain('合成数据');
    expect(out.match(/元，记录 /g)).toHaveLength(RUNS - 2);
    expect(status).toBe(0);
  });

  it('gives the same bytes for a stored run on another start', async () => {
    const listed = await run('runs');
    expect(listed.out.match(/ adjust-2 /g)).toHaveLength(RUNS);
    const replayed = await run('replay');
    expect(replayed).toMatchObject({ status: 0 });
    expect(replayed.out.match(/ 一致 /g)).toHaveLength(RUNS);
    const again = await run('start', '--no-serve');
    expect(again.out).toContain(`${RUNS} 条记录中 ${RUNS} 条逐字节一致`);
    expect((await run('runs')).out).toBe(listed.out);
  });

  it('refuses an unknown run with one line and exit status 1', async () => {
    const { status, out, err } = await run('replay', 'nosuchrun');
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('unknown_run');
  });
});
