import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a file; false, and nothing is written, where something of that name is there already. Nothing is ever overwritten. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
