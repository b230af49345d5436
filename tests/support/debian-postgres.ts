import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { provideNothing, provideServer } from '#tests/support/provided-server';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const OLDEST_MAJOR_VERSION = 15;

let stop: (() => Promise<void>) | undefined;

/** The server of vitest's project `debian`: the oldest supported one of the distribution's packages. */
export async function setup(project: TestProject): Promise<void> {
  const binaries = await findDebianBinaries();
  const reason = `no PostgreSQL ${OLDEST_MAJOR_VERSION} or newer in ${DEBIAN_FOLDER} (Debian: apt-get install postgresql)`;
  if (binaries === undefined) provideNothing(project, reason);
  else stop = await provideServer(project, binaries);
}

export async function teardown(): Promise<void> {
  await stop?.();
}

async function findDebianBinaries(): Promise<string | undefined> {
  const names = await readdir(DEBIAN_FOLDER).catch(() => []);
  const majors = names
    .map((name) => Number.parseInt(name, 10))
    .filter((major) => major >= OLDEST_MAJOR_VERSION);
  for (const major of majors.toSorted((a, b) => a - b)) {
    const folder = join(DEBIAN_FOLDER, major.toString(), 'bin');
    const isThere = await access(join(folder, 'postgres'), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return folder;
  }
  return undefined;
}
