import { useQuery } from '@tanstack/react-query';
import { booksQuery, journalQuery, type BooksOf } from '#console/api/ledger-queries.ts';
import { usePacks } from '#console/fund/use-packs.ts';

/** The chosen books and the ordinary templates that may be posted in them. */
export function useOffered(books: BooksOf | undefined) {
  const allBooks = useQuery(booksQuery).data ?? [];
  const { postingOf } = usePacks();
  const own = allBooks.find((one) => one.pool === books?.pool && one.insuranceType === books.insuranceType);
  const pack = own === undefined ? undefined : postingOf(own.place);
  const journal = useQuery({ ...journalQuery(pack ?? ''), enabled: pack !== undefined }).data;
  const offered = (journal?.templates ?? []).filter(
    ({ kind, types, workflow }) =>
      kind === 'ordinary' && workflow === null && own !== undefined && types.includes(own.insuranceType),
  );
  return { own, pack, journal, offered };
}
