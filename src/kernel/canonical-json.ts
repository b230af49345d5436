import { assert } from '#kernel/assert';
import { compareCodePoints } from '#kernel/code-points';

/** What canonical JSON can hold: whole safe numbers only, because money and rates travel as text. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined };

/**
 * Writes one text for one content: keys in code-point order, no spaces, absent members left out. Equal contents give
 * equal bytes on every machine, so that a hash can stand for the content.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    assert(Number.isSafeInteger(value), 'canonical JSON holds whole safe numbers only');
    return value.toString();
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  assert(isPlainObject(value), 'canonical JSON holds texts, numbers, truths, lists and plain objects only');
  const members = Object.entries(value)
    .flatMap(([key, member]) => (member === undefined ? [] : [{ key, member }]))
    .toSorted((a, b) => compareCodePoints(a.key, b.key))
    .map(({ key, member }) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}

/** A bigint, a Map or a Date has no members of its own and would be written as `{}`. */
function isPlainObject(value: object): boolean {
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
