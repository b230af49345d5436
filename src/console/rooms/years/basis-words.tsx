import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { journalQuery, poolsQuery } from '#console/api/ledger-queries.ts';
import type { YearFigure, YearView } from '#console/api/year-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { accountLabel } from '#console/rooms/books/account-label.ts';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { usePacks } from '#console/fund/use-packs.ts';
import {
  journalFilters,
  readBasis,
  readBudgetBasis,
  type FigureBasis,
} from '#console/rooms/years/figure-basis.ts';
import { FUND_SUBJECT } from '#console/rooms/years/subject-names.ts';

interface BasisWordsProps {
  readonly year: YearView;
  readonly subject: string;
  readonly source: Extract<YearFigure['source'], { readonly basis: string }>;
}

/** What a figure was made from, in words; each account of the ledger leads to the journal filtered alike. */
export function BasisWords({ year, subject, source: { kind, basis } }: BasisWordsProps): ReactNode {
  const { t } = useTranslation();
  if (kind === 'matters') return t(`years.matterKinds.${basis as 'emergency'}`);
  if (kind === 'budget') {
    const sums = readBudgetBasis(basis);
    return sums === undefined ? basis : t('years.basisWords.budget', sums);
  }
  const read = readBasis(basis);
  if (read === undefined) return basis;
  const pool = subject === FUND_SUBJECT ? year.fund : subject;
  return <Basis basis={read} year={year} pool={pool} />;
}

interface BasisProps {
  readonly basis: FigureBasis;
  readonly year: YearView;
  readonly pool: string;
  /** How it goes into the sum that it is part of. */
  readonly sign?: 'less' | 'more';
}

function Basis({ basis, year, pool, sign }: BasisProps): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  const nameOf = useAccountName(pool);
  const { kind, from = '', to = '', source } = basis;
  const books = { pool, insuranceType: year.insuranceType };
  return (
    <div>
      {sign === undefined ? '' : t(`years.basisWords.${sign}`)}
      {t(`years.basisWords.${kind}`, {
        from,
        to,
        source: source === undefined ? '' : code('sources', source),
        year: basis.year ?? '',
      })}
      <ul>
        {journalFilters(basis, books).map((filter) => (
          <li key={filter.account}>
            <Link to="/fund/journal" search={filter}>
              {nameOf(filter.book ?? 'cash', filter.account ?? '')}
            </Link>
          </li>
        ))}
      </ul>
      {basis.less === undefined ? null : <Basis basis={basis.less} year={year} pool={pool} sign="less" />}
      {basis.more === undefined ? null : <Basis basis={basis.more} year={year} pool={pool} sign="more" />}
    </div>
  );
}

/** Accounts by name, as the pack of the pool's place has them. */
function useAccountName(pool: string): (book: string, code: string) => string {
  const { pick } = useLanguage();
  const { ofPlace } = usePacks();
  const place = useQuery(poolsQuery).data?.find(({ id }) => id === pool)?.place ?? '';
  const accounts = useQuery(journalQuery(ofPlace(place))).data?.accounts ?? [];
  return (book, code) => {
    const found = accounts.find((one) => one.book === book && one.code === code);
    return accountLabel(code, found === undefined ? undefined : pick(found.name));
  };
}
