import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { present } from '#kernel/assert';

const run = promisify(execFile);

/** One scale unit holds a branch; with fewer branches than connections they would wait for each other. */
const SCALE = 20;

/** pgbench's standard transaction, "TPC-B (sort of)", on a database of its own within the server. */
export async function preparePgbench(binaries: string, databaseUrl: string): Promise<void> {
  await run(join(binaries, 'pgbench'), ['--initialize', '--quiet', `--scale=${SCALE}`, databaseUrl]);
}

/** Transactions a second over a number of connections, without the time to connect. */
export async function timeTpcb(
  binaries: string,
  databaseUrl: string,
  options: { readonly connections: number; readonly seconds: number },
): Promise<number> {
  const { stdout } = await run(join(binaries, 'pgbench'), [
    '--builtin=tpcb-like',
    '--protocol=prepared',
    `--client=${options.connections}`,
    `--jobs=${Math.min(2, options.connections)}`,
    `--time=${options.seconds}`,
    databaseUrl,
  ]);
  const [, rate] = present(
    /tps = ([\d.]+) \(without initial connection time\)/.exec(stdout),
    'the rate of pgbench',
  );
  return Number(rate);
}
