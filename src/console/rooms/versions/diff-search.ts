/** What the address of a comparison carries: ids of packs, or hashes of versions. */
export interface DiffSearch {
  readonly from?: string;
  readonly to?: string;
}

const REF = /^[\w-]{1,100}$/;

/** Reads the two sides; what can be neither id nor hash is ignored, not an error. */
export function readDiffSearch(search: Readonly<Record<string, unknown>>): DiffSearch {
  const { from, to } = search;
  return { ...(isRef(from) ? { from } : {}), ...(isRef(to) ? { to } : {}) };
}

function isRef(text: unknown): text is string {
  return typeof text === 'string' && REF.test(text);
}
