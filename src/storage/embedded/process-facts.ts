import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/** True while a process of this id runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * When the process began, in whatever form the system tells it: with the id it names one process even after the
 * id has been given to another. Undefined when there is none, or it is a zombie.
 */
export async function findBirth(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return psColumn(pid, 'lstart');
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // The name in parentheses may hold anything, so the fields are counted after its end (proc(5): 3 state, 22 start).
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return fields[0] === 'Z' ? undefined : `${boot.trim()} ${fields[19] ?? ''}`;
}

/**
 * True when the process is a PostgreSQL server working in this data folder. On Linux it is known by its working
 * folder, elsewhere by its command line, which names the folder when the launcher or pg_ctl started it.
 */
export async function isServerIn(folder: string, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') {
    const command = (await psColumn(pid, 'command')) ?? '';
    return /postgres|postmaster/.test(command) && command.includes(folder);
  }
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  return /postgres|postmaster/.test(name) && workingFolder === folder;
}

async function psColumn(pid: number, column: string): Promise<string | undefined> {
  const answer = await promisify(execFile)('ps', ['-p', pid.toString(), '-o', `${column}=`]).catch(
    () => undefined,
  );
  const text = answer?.stdout.trim() ?? '';
  return text === '' ? undefined : text;
}
