import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '#console/api/client.ts';
import type { components } from '#console/api/schema.ts';

export type PersonName = components['schemas']['People']['people'][number];

/** As many as the server names at once. */
const MOST = 100;

/** Ids that the next request asks for together: a table names many people in the same moment. */
let waiting: { readonly ids: Set<string>; readonly answer: Promise<readonly PersonName[]> } | undefined;

/** Who an id on a record is; null for nobody, such as the machine. Names do not change. */
export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['people', id],
    staleTime: Infinity,
    queryFn: async (): Promise<PersonName | null> =>
      (await askWithOthers(id)).find((person) => person.id === id) ?? null,
  });
}

function askWithOthers(id: string): Promise<readonly PersonName[]> {
  if (waiting === undefined || waiting.ids.size >= MOST) {
    const ids = new Set<string>();
    waiting = { ids, answer: askSoon(ids) };
  }
  waiting.ids.add(id);
  return waiting.answer;
}

async function askSoon(ids: ReadonlySet<string>): Promise<readonly PersonName[]> {
  await new Promise((resolve) => setTimeout(resolve));
  if (waiting?.ids === ids) waiting = undefined;
  const query = { ids: [...ids].join(',') };
  return bodyOf(await client.GET('/api/v1/people', { params: { query } })).people;
}
