import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HeldOutput } from '#application/ports/held-output';

/** Characters that are kept in memory; more lie in a file. */
const MOST_IN_MEMORY = 2 ** 22;
/** Bytes that are read back at a time. */
const PIECE = 2 ** 20;

/**
 * Holds a text in a file without a name, which goes with the program however it ends: what is held tells of persons.
 * @param write gives bytes out, and is done when more may come
 */
export function holdOutput(write: (bytes: Uint8Array) => Promise<void>, most = MOST_IN_MEMORY): HeldOutput {
  let waiting: string[] = [];
  let size = 0;
  let file: FileHandle | undefined;

  const taken = (): Uint8Array => {
    const bytes = Buffer.from(waiting.join(''));
    waiting = [];
    size = 0;
    return bytes;
  };
  const close = async (): Promise<void> => {
    waiting = [];
    await file?.close();
    file = undefined;
  };
  return {
    add: async (text) => {
      waiting.push(text);
      size += text.length;
      if (size < most) return;
      file ??= await namelessFile();
      await file.appendFile(taken());
    },
    release: async () => {
      for (let at = 0; file !== undefined;) {
        const { bytesRead, buffer } = await file.read(new Uint8Array(PIECE), 0, PIECE, at);
        if (bytesRead === 0) break;
        await write(buffer.subarray(0, bytesRead));
        at += bytesRead;
      }
      await write(taken());
      await close();
    },
    drop: close,
  };
}

async function namelessFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'tongchou-held-'));
  try {
    return await open(join(folder, 'held'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true });
  }
}
