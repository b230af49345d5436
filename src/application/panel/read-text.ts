import { assert } from '#kernel/assert';

/** Reads a text that a schema has already found to be well written. */
export function readText<T>(text: string, parse: (text: string) => T | string): T {
  const value = parse(text);
  assert(typeof value !== 'string', `the schema lets only readable values through, not ${text}`);
  return value;
}
