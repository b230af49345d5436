import { spawn } from 'node:child_process';
import type { ServerUser } from '#storage/embedded/server-user';

/** How a command ended, and everything that it printed. */
export interface CommandResult {
  readonly succeeded: boolean;
  readonly output: string;
}

/**
 * Runs a command to its end as the server's user, in `/` and with a bare environment, so that nothing of the
 * caller's shell (PGDATA, PGPORT, locale) reaches PostgreSQL. A command that cannot be started has failed.
 */
export function runCommand(user: ServerUser, file: string, args: readonly string[]): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...user.spawnAs,
      cwd: '/',
      env: bareEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.on('close', (status) => resolve({ succeeded: status === 0, output: output.trim() }));
  });
}

/** The environment of every process of the server. */
export function bareEnvironment(): Record<string, string> {
  return { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };
}
