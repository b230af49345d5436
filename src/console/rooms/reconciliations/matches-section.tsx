import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  matchesQuery,
  type MatchPage,
  type Reconciliation,
  type StatementLine,
} from '#console/api/reconciliation-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';

const COLUMNS = ['rule', 'groups', 'ours', 'theirs', 'amount'] as const;
/** So many matches are in one answer of the service. */
const PAGE = 200;

/** How many lines each rule matched, strongest rule first, and on demand every match. */
export function MatchesSection({ month }: { readonly month: Reconciliation }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const [isShown, setShown] = useState(false);
  const used = month.matched.filter(({ groups }) => groups > 0);
  return (
    <section aria-labelledby="matches-title" className="fund-section">
      <div className="section-title">
        <h2 id="matches-title">{t('reconciliations.matches.title')}</h2>
        {used.length === 0 ? null : (
          <Button className="screen-only" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {t(isShown ? 'reconciliations.matches.hide' : 'reconciliations.matches.show')}
          </Button>
        )}
      </div>
      <FundTable
        label={t('reconciliations.matches.title')}
        none={t('reconciliations.matches.none')}
        columns={COLUMNS.map((column) => ({
          label: t(`reconciliations.matches.${column}`),
          isFigure: column !== 'rule',
        }))}
        rows={used.map(({ rule, ruleName, groups, ours, theirs, amount }) => (
          <tr key={rule} data-rule={rule}>
            <th scope="row">{pick(ruleName)}</th>
            <td className="figure-cell">{groups}</td>
            <td className="figure-cell">{ours}</td>
            <td className="figure-cell">{theirs}</td>
            <td className="figure-cell">
              <Money yuan={amount} />
            </td>
          </tr>
        ))}
      />
      {isShown ? <Matches id={month.statement.id} /> : null}
    </section>
  );
}

function Matches({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const [from, setFrom] = useState(0);
  const query = useQuery({ ...matchesQuery(id, from), placeholderData: keepPreviousData });
  return (
    <QueryView query={query}>
      {({ count, matches }) => (
        <>
          <div className="match-pages screen-only">
            <span className="note" role="status">
              {t('reconciliations.matches.of', { from: from + 1, to: Math.min(from + PAGE, count), count })}
            </span>
            <Button disabled={from === 0} onClick={() => setFrom(from - PAGE)}>
              {t('reconciliations.matches.previous')}
            </Button>
            <Button disabled={from + PAGE >= count} onClick={() => setFrom(from + PAGE)}>
              {t('reconciliations.matches.next')}
            </Button>
          </div>
          <MatchTable matches={matches} />
        </>
      )}
    </QueryView>
  );
}

function MatchTable({ matches }: Pick<MatchPage, 'matches'>): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <FundTable
      label={t('reconciliations.matches.list')}
      none={t('reconciliations.matches.none')}
      columns={[
        { label: t('reconciliations.matches.rule') },
        { label: t('reconciliations.balance.ours') },
        { label: t('reconciliations.balance.theirs') },
        { label: t('reconciliations.matches.amount'), isFigure: true },
      ]}
      rows={matches.map(({ rule, ruleName, amount, ours, theirs }) => (
        <tr key={[rule, ...ours, ...theirs].map((one) => (typeof one === 'string' ? one : one.id)).join(' ')}>
          <th scope="row">{pick(ruleName)}</th>
          <td>
            <Lines lines={ours} />
          </td>
          <td>
            <Lines lines={theirs} />
          </td>
          <td className="figure-cell">
            <Money yuan={amount} />
          </td>
        </tr>
      ))}
    />
  );
}

function Lines({ lines }: { readonly lines: readonly StatementLine[] }): ReactNode {
  return (
    <ul className="match-lines">
      {lines.map(({ id, on, amount, references, counterparty }) => (
        <li key={id}>
          {on} <Money yuan={amount} />{' '}
          <span className="note">
            {[counterparty, ...references].filter((text) => text !== '').join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
