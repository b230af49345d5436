import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres, type RunningPostgres } from '#storage/embedded/start';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's connection string of the project's server; undefined when the machine has none. */
    readonly databaseUrl: string | undefined;
    /** The `bin` folder of the project's server, for tests that start servers of their own. */
    readonly postgresBinaries: string | undefined;
  }
}

/** Starts the project's server through the launcher, tells the tests of it, and gives the way to end it. */
export async function provideServer(project: TestProject, binaries: string): Promise<() => Promise<void>> {
  const folder = await makeTempFolder();
  const server: RunningPostgres = await startEmbeddedPostgres({
    dataFolder: join(folder, 'data'),
    binaries: { folder: binaries },
  });
  project.provide('databaseUrl', server.databaseUrl);
  project.provide('postgresBinaries', binaries);
  return async () => {
    await server.stop();
    await removeTempFolder(folder);
  };
}

/** Without a server the project's tests are skipped, which continuous integration does not accept. */
export function provideNothing(project: TestProject, reason: string): void {
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stdout.write(`SKIPPED (${project.name}): ${reason}\n`);
  project.provide('databaseUrl', undefined);
  project.provide('postgresBinaries', undefined);
}
