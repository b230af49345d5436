import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, RoleId } from '#console/api/session-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import type { zh } from '#console/i18n/zh.ts';
import { holds } from '#console/session/session.ts';

/** Something that may wait for a second person: where it is read, what of it waits, and how one item looks. */
interface InboxSource<Data, Item> {
  /** Also names its title: `inbox.sources.<id>`. */
  readonly id: keyof (typeof zh)['inbox']['sources'];
  /** Who is asked at all; others do not even send the query. */
  readonly roles: readonly RoleId[];
  readonly query: UseQueryOptions<Data, Error, Data, string[]>;
  /** What of it this person may decide now: never what the same person asked for. */
  readonly waitingFor: (account: Account, data: Data) => readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** What it is about and the buttons, or the link to where it is decided. */
  readonly Card: (props: { readonly item: Item }) => ReactNode;
}

/** A query whose answer comes out as a number, whatever it was. */
export type CountQuery = UseQueryOptions<unknown, Error, number, string[]>;

/** A source as the inbox uses it, whatever its items are. */
export interface InboxPart {
  readonly id: string;
  readonly roles: readonly RoleId[];
  /** Asks how many wait for the person; who does not hold the roles asks nothing. */
  readonly countFor: (account: Account | undefined) => CountQuery;
  readonly Section: (props: { readonly account: Account }) => ReactNode;
}

/** Makes a source of the inbox; list it in `inbox-sources.ts`. */
export function inboxSource<Data, Item>(source: InboxSource<Data, Item>): InboxPart {
  const { id, roles, query, waitingFor, keyOf, Card } = source;
  return {
    id,
    roles,
    countFor: (account) => ({
      ...(query as unknown as CountQuery),
      enabled: holds(account, roles),
      refetchOnWindowFocus: true,
      // What the query gives is its own data, of which the list of all sources knows nothing.
      select: (data) => (account === undefined ? 0 : waitingFor(account, data as Data).length),
    }),
    Section: ({ account }) => {
      const { t } = useTranslation();
      const answer = useQuery(query);
      if (answer.isPending || (answer.isSuccess && waitingFor(account, answer.data).length === 0))
        return null;
      return (
        <section className="inbox-section" aria-labelledby={`inbox-${id}`}>
          <div className="section-title">
            <h2 id={`inbox-${id}`}>{t(`inbox.sources.${id}`)}</h2>
          </div>
          <QueryView query={answer}>
            {(data) => {
              const items = waitingFor(account, data);
              return (
                <ul className="inbox-items">
                  {items.map((item) => (
                    <li key={keyOf(item)} className="inbox-item">
                      <Card item={item} />
                    </li>
                  ))}
                </ul>
              );
            }}
          </QueryView>
        </section>
      );
    },
  };
}
