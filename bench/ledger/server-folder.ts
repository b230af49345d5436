import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { allow, refuse, type Decision } from '#kernel/decision';

/** Where Debian's packages keep each version's programs. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';
const OLDEST_MAJOR_VERSION = 15;

/** The `bin` folder of the oldest supported PostgreSQL of the distribution that has pgbench. */
export async function findServerFolder(): Promise<Decision<string>> {
  const names = await readdir(DEBIAN_FOLDER).catch(() => []);
  const majors = names
    .map((name) => Number.parseInt(name, 10))
    .filter((major) => major >= OLDEST_MAJOR_VERSION);
  for (const major of majors.toSorted((a, b) => a - b)) {
    const folder = join(DEBIAN_FOLDER, major.toString(), 'bin');
    if (await isWhole(folder)) return allow(folder);
  }
  return refuse({
    code: 'pgbench_missing',
    at: DEBIAN_FOLDER,
    what: {
      zh: '没有可用的 postgres 与 pgbench，无法在同一服务器上比较',
      en: 'there are no postgres and pgbench to compare with on one server',
    },
    next: {
      zh: '请安装（Debian：apt-get install postgresql）',
      en: 'install them (Debian: apt-get install postgresql)',
    },
  });
}

async function isWhole(folder: string): Promise<boolean> {
  const found = await Promise.all(
    ['postgres', 'pgbench', 'initdb'].map((name) =>
      access(join(folder, name), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}
