/**
 * The text of a file as banks and spreadsheets of the field write it: UTF-8, with or without a mark, else GB 18030.
 * Undefined where it is neither: a guess would be kept for good.
 */
export function readText(bytes: ArrayBuffer | Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return undefined;
}
