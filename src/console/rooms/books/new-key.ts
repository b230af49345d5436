/** A key for something posted on a page: kept while the form is open, so that sent twice it is one event. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `console:${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
