import { createInterface } from 'node:readline';
import { startEmbeddedPostgres, type EmbeddedOptions } from '#storage/embedded/start';
import { StorageError } from '#storage/storage-error';

/** What the child says once: the server it started, or the code of the refusal. */
export interface ChildReport {
  readonly databaseUrl?: string;
  readonly dataFolder?: string;
  readonly pid?: number;
  readonly code?: string;
  readonly message?: string;
}

/**
 * A program that starts a server, reports it in one line and stops it on SIGTERM, as ours does; told "leave" it
 * ends without stopping it. Run by `runLauncher` in a process, and as a user, of its own.
 */
async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '{}') as EmbeddedOptions;
  try {
    const server = await startEmbeddedPostgres(options);
    process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
    createInterface(process.stdin).on('line', () => process.exit(0));
    const { databaseUrl, dataFolder, pid } = server;
    report({ databaseUrl, dataFolder, pid });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    report(error instanceof StorageError ? { code: String(error.code), message } : { message });
    process.exitCode = 1;
  }
}

function report(what: ChildReport): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

await main();
