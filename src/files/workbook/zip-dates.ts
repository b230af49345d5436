import { assert } from '#kernel/assert';

/** Signatures and fixed places of a ZIP file (APPNOTE 4.3): the end record leads to the entries, these to the files. */
const END_RECORD = 0x06054b50;
const END_RECORD_LENGTH = 22;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_LENGTH = 46;

/** 1980-01-01 00:00:00, the first instant that a ZIP file can name: time zero, and day 1 of month 1 of year 0. */
const NO_TIME = 0;
const NO_DATE = (1 << 5) | 1;

/**
 * The same ZIP file with every entry dated 1980-01-01. The library that writes it dates entries by the clock, which would
 * give other bytes at every export of one run.
 */
export function withoutZipDates(zip: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(zip);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - END_RECORD_LENGTH;
  assert(end >= 0 && view.getUint32(end, true) === END_RECORD, 'a ZIP file without comment');
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    assert(view.getUint32(entry, true) === DIRECTORY_ENTRY, 'an entry of the ZIP directory');
    const file = view.getUint32(entry + 42, true);
    setDate(view, entry + 12);
    setDate(view, file + 10);
    const lengths = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
    entry += DIRECTORY_ENTRY_LENGTH + lengths.reduce((sum, length) => sum + length, 0);
  }
  return bytes;
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, NO_TIME, true);
  view.setUint16(at + 2, NO_DATE, true);
}
