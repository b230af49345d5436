import type { TestProject } from 'vitest/node';
import { findPlatformBinaries } from '#storage/embedded/platform-package';
import { provideNothing, provideServer } from '#tests/support/provided-server';

let stop: (() => Promise<void>) | undefined;

/** The server of vitest's project `embedded`: the binaries that npm brought. */
export async function setup(project: TestProject): Promise<void> {
  const binaries = platformBinaries();
  if (binaries.folder === undefined) provideNothing(project, binaries.reason);
  else stop = await provideServer(project, binaries.folder);
}

export async function teardown(): Promise<void> {
  await stop?.();
}

function platformBinaries(): { folder: string } | { folder: undefined; reason: string } {
  try {
    return { folder: findPlatformBinaries() };
  } catch (error) {
    return { folder: undefined, reason: error instanceof Error ? error.message : String(error) };
  }
}
