/** What the address of a sign-in carries: the page to go back to. */
export interface BackSearch {
  readonly back?: string;
}

/** Reads it; only a page of this console counts, and none that leads in a circle. */
export function readBack(search: Readonly<Record<string, unknown>>): BackSearch {
  const { back } = search;
  const isOwn = typeof back === 'string' && /^\/(?![/\\])/.test(back) && back.length <= 2000;
  return isOwn && !/^\/(sign-in|set-up|password)\b/.test(back) ? { back } : {};
}
