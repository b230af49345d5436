import { AXES } from '#bench/place/figures';
import type { ColumnChunk } from '#rules/targets/rows';

/**
 * Admissions side by side, those of a person and year together and in order. Money in fen, dates as days since
 * 1970-01-01, choices by their position on the axis. All contestants read these same arrays, or a copy of them
 * in their own form that is made before the clock runs.
 */
export interface Claims {
  readonly length: number;
  /** 1 where a person's year begins. */
  readonly starts: Uint8Array;
  readonly cost: Float64Array;
  readonly selfPaid: Float64Array;
  readonly aboveLimit: Float64Array;
  readonly firstPayBase: Float64Array;
  readonly hospitalLevel: Uint8Array;
  readonly admissionNumber: Uint8Array;
  readonly personKind: Uint8Array;
  readonly offSitePath: Uint8Array;
  readonly aided: Uint8Array;
  readonly bornOn: Int32Array;
  readonly admittedOn: Int32Array;
}

type Figure = Exclude<keyof Claims, 'length'>;

/** How each fact is held, and in this order in a file. */
export const CLAIM_ARRAYS: Readonly<
  Record<Figure, typeof Float64Array | typeof Int32Array | typeof Uint8Array>
> = {
  starts: Uint8Array,
  cost: Float64Array,
  selfPaid: Float64Array,
  aboveLimit: Float64Array,
  firstPayBase: Float64Array,
  hospitalLevel: Uint8Array,
  admissionNumber: Uint8Array,
  personKind: Uint8Array,
  offSitePath: Uint8Array,
  aided: Uint8Array,
  bornOn: Int32Array,
  admittedOn: Int32Array,
};

/** Room for so many rows, in memory that threads share. */
export function emptyClaims(length: number): Claims {
  const arrays = Object.entries(CLAIM_ARRAYS).map(([name, arrayType]) => {
    const shared = new SharedArrayBuffer(length * arrayType.BYTES_PER_ELEMENT);
    if (arrayType === Float64Array) return [name, new Float64Array(shared)];
    return [name, arrayType === Int32Array ? new Int32Array(shared) : new Uint8Array(shared)];
  });
  return { length, ...(Object.fromEntries(arrays) as Omit<Claims, 'length'>) };
}

/** The first rows of all, at least so many that the last person's year is whole; the same memory. */
export function firstClaims(claims: Claims, atLeast: number): Claims {
  const next = claims.starts.indexOf(1, atLeast);
  const length = atLeast >= claims.length || next === -1 ? claims.length : next;
  const names = Object.keys(CLAIM_ARRAYS) as Figure[];
  const arrays = names.map((name) => [name, claims[name].subarray(0, length)]);
  return { length, ...(Object.fromEntries(arrays) as Omit<Claims, 'length'>) };
}

/** The rows as the columns target takes them. */
export function chunkOf({ length, starts, ...facts }: Claims): ColumnChunk {
  const columns = Object.entries(facts).map(([field, data]) => [field, { data }] as const);
  return { length, starts, columns: new Map(columns) };
}

/** What the positions of a choice stand for, by the fact that holds them. */
export const CHOICES = {
  hospitalLevel: AXES.hospital_level,
  admissionNumber: AXES.admission_number,
  personKind: AXES.person_kind,
  offSitePath: AXES.off_site_path,
} as const;
