import { dayText, instantText } from '#storage/ledger/verify/instant-texts';
import { createSeenValues, type SeenValues } from '#storage/ledger/verify/seen-values';

/** What stands before and after the rows of a binary COPY. */
const HEADER_BYTES = 19;
const NO_MORE_ROWS = -1;
const TWO_TO_32 = 2 ** 32;
/** Whole numbers whose texts are kept: sides of an event repeat its amount. A power of two. */
const KEPT_NUMBERS = 256;

/**
 * Reads the rows of a binary COPY field by field, in the order of its columns, as texts. Values that repeat are made
 * once: a text each would cost more than all the rest.
 */
export interface CopyReader {
  /** Goes to the next row; false after the last. */
  nextRow(): boolean;
  text(): string;
  textOrNull(): string | null;
  /** A text that seldom repeats. */
  longText(): string;
  /** A bigint in decimal. */
  whole(): string;
  wholeOrNull(): string | null;
  smallint(): number;
  /** A date, YYYY-MM-DD. */
  day(): string;
  dayOrNull(): string | null;
  /** YYYY-MM-DDTHH:MM:SS.ffffffZ. */
  instant(): string;
  hex(): string;
  /** The text of a jsonb. */
  jsonOrNull(): string | null;
  texts(): readonly string[];
}

/** What is kept between the portions of a table. */
export interface CopyMemory {
  readonly texts: SeenValues<string>;
  readonly lists: SeenValues<readonly string[]>;
  readonly numbers: Float64Array;
  readonly numberTexts: string[];
}

export function createCopyMemory(): CopyMemory {
  return {
    texts: createSeenValues(textOf),
    lists: createSeenValues(listOf),
    numbers: new Float64Array(KEPT_NUMBERS).fill(NaN),
    numberTexts: Array.from({ length: KEPT_NUMBERS }, () => ''),
  };
}

/** Whether an answer has no rows. */
export function isEmptyCopy(bytes: Buffer): boolean {
  return bytes.readInt16BE(HEADER_BYTES) === NO_MORE_ROWS;
}

export function readCopy(bytes: Buffer, { texts, lists, numbers, numberTexts }: CopyMemory): CopyReader {
  let at = HEADER_BYTES;
  /** Goes behind the field and gives its length; -1 for null. */
  const field = (): number => {
    const length = bytes.readInt32BE(at);
    at += length < 0 ? 4 : 4 + length;
    return length;
  };
  const orNull = <T>(read: () => T): T | null => {
    if (bytes.readInt32BE(at) >= 0) return read();
    at += 4;
    return null;
  };
  const text = (): string => {
    const length = field();
    return texts.at(bytes, at - length, at);
  };
  const whole = (): string => {
    field();
    const value = bytes.readInt32BE(at - 8) * TWO_TO_32 + bytes.readUInt32BE(at - 4);
    if (!Number.isSafeInteger(value)) return bytes.readBigInt64BE(at - 8).toString();
    const place = bytes.readUInt8(at - 1);
    if (numbers[place] !== value) {
      numbers[place] = value;
      numberTexts[place] = value.toString();
    }
    return numberTexts[place] ?? '';
  };
  const day = (): string => {
    field();
    return dayText(bytes.readInt32BE(at - 4));
  };
  return {
    nextRow: () => {
      const fields = bytes.readInt16BE(at);
      at += 2;
      return fields !== NO_MORE_ROWS;
    },
    text,
    textOrNull: () => orNull(text),
    longText: () => {
      const length = field();
      return textOf(bytes, at - length, at);
    },
    whole,
    wholeOrNull: () => orNull(whole),
    smallint: () => {
      field();
      return bytes.readInt16BE(at - 2);
    },
    day,
    dayOrNull: () => orNull(day),
    instant: () => {
      field();
      return instantText(bytes.readInt32BE(at - 8), bytes.readUInt32BE(at - 4));
    },
    hex: () => {
      const length = field();
      return bytes.toString('hex', at - length, at);
    },
    jsonOrNull: () =>
      orNull(() => {
        const length = field();
        // One byte of version stands before the text.
        return textOf(bytes, at - length + 1, at);
      }),
    texts: () => {
      const length = field();
      return lists.at(bytes, at - length, at);
    },
  };
}

function textOf(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('utf8', from, to);
}

/** An array as it is sent: dimensions, whether nulls, type; length and lower bound of each dimension; elements. */
function listOf(bytes: Buffer, from: number): readonly string[] {
  const dimensions = bytes.readInt32BE(from);
  if (dimensions === 0) return [];
  // Lists have one dimension. Another shape must not look like one, so it gets an element of its own.
  const list: string[] = dimensions === 1 ? [] : [`${dimensions} dimensions`];
  let count = 1;
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    count *= bytes.readInt32BE(from + 12 + dimension * 8);
  }
  let at = from + 12 + dimensions * 8;
  for (let index = 0; index < count; index += 1) {
    const length = bytes.readInt32BE(at);
    // A null is no text: it comes out as JSON writes it, as it did when the hash was made.
    list.push(length < 0 ? (null as unknown as string) : textOf(bytes, at + 4, at + 4 + length));
    at += 4 + Math.max(length, 0);
  }
  return list;
}
