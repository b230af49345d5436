import { createHash } from 'node:crypto';
import type { BundleFile } from '#application/ports/audit-bundles';

/** Text that is gathered before it is handed on. */
const CHUNK_CHARACTERS = 1 << 18;

/** A stream of the bytes of texts; when it has been read, `file` tells what went through. */
export function hashedStream(
  path: string,
  texts: AsyncIterable<string>,
): { readonly stream: ReadableStream<Uint8Array>; readonly file: () => BundleFile } {
  const digest = createHash('sha256');
  let bytes = 0;
  const chunks = chunked(texts);
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await chunks.next();
      if (done === true) {
        controller.close();
        return;
      }
      const chunk = new TextEncoder().encode(value);
      digest.update(chunk);
      bytes += chunk.length;
      controller.enqueue(chunk);
    },
  });
  let file: BundleFile | undefined;
  return { stream, file: () => (file ??= { path, bytes, sha256: digest.digest('hex') }) };
}

async function* chunked(texts: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let gathered: string[] = [];
  let length = 0;
  for await (const text of texts) {
    gathered.push(text);
    length += text.length;
    if (length < CHUNK_CHARACTERS) continue;
    yield gathered.join('');
    gathered = [];
    length = 0;
  }
  if (length > 0) yield gathered.join('');
  return undefined;
}
