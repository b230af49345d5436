import { inflateSync } from 'node:zlib';
import { assert } from '#kernel/assert';

/** W3C WOFF 1.0: "wOFF", and the lengths of its header and of an entry of its table directory. */
const WOFF_SIGNATURE = 0x774f4646;
const WOFF_HEADER_LENGTH = 44;
const WOFF_ENTRY_LENGTH = 20;
/** The same of the OpenType file inside. */
const FONT_HEADER_LENGTH = 12;
const FONT_ENTRY_LENGTH = 16;

interface FontTable {
  readonly tag: number;
  readonly checksum: number;
  readonly data: Uint8Array;
}

/**
 * The OpenType file that a WOFF file packs. The PDF library reads WOFF itself, but inflates a table of 3 MB anew for
 * every glyph: seconds for each export instead of milliseconds.
 */
export function fontFromWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  assert(view.getUint32(0) === WOFF_SIGNATURE, 'a WOFF file');
  const flavor = view.getUint32(4);
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, index) =>
    readTable(woff, view, WOFF_HEADER_LENGTH + index * WOFF_ENTRY_LENGTH),
  );
  return writeFont(flavor, tables);
}

function readTable(woff: Uint8Array, view: DataView, entry: number): FontTable {
  const [offset, packedLength, length] = [4, 8, 12].map((at) => view.getUint32(entry + at));
  const packed = woff.subarray(offset, (offset ?? 0) + (packedLength ?? 0));
  const data = packedLength === length ? packed : new Uint8Array(inflateSync(packed));
  assert(data.length === length, 'a table of the length that the directory tells');
  return { tag: view.getUint32(entry), checksum: view.getUint32(entry + 16), data };
}

function writeFont(flavor: number, tables: readonly FontTable[]): Uint8Array {
  let end = FONT_HEADER_LENGTH + tables.length * FONT_ENTRY_LENGTH;
  const offsets = tables.map((table) => {
    const offset = end;
    end += padded(table.data.length);
    return offset;
  });
  const font = new Uint8Array(end);
  const view = new DataView(font.buffer);
  view.setUint32(0, flavor);
  view.setUint16(4, tables.length);
  // Search range, entry selector and range shift only speed up a binary search and are read by nobody here.
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = FONT_HEADER_LENGTH + index * FONT_ENTRY_LENGTH;
    const offset = offsets[index] ?? 0;
    view.setUint32(entry, tag);
    view.setUint32(entry + 4, checksum);
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, data.length);
    font.set(data, offset);
  }
  return font;
}

/** Tables of a font begin at multiples of four bytes. */
function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
