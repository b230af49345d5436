import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchedFigure, WatchedFund, WatchedRow } from '#console/api/monitoring-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { LevelMark } from '#console/rooms/monitoring/level-mark.tsx';

const AMOUNTS = ['balance', 'income', 'expenditure', 'unpaid'] as const;

/** Every pool with its balance, the flows of the last twelve months, and what its indicators say. */
export function WatchTable({ watched }: { readonly watched: WatchedFund }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <>
      <UnitNote />
      <FundTable
        label={t('monitoring.parts.watch')}
        none={t('monitoring.none')}
        columns={[
          { label: t('books.columns.pool') },
          ...AMOUNTS.map((column) => ({ label: t(`monitoring.columns.${column}`), isFigure: true })),
          ...watched.indicators.map(({ indicator, name }) => ({
            label:
              indicator === 'current_result'
                ? pick(name)
                : `${pick(name)}（${t(`monitoring.units.${indicator}`)}）`,
            isFigure: true,
          })),
        ]}
        rows={watched.rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            watched={watched}
            isWhole={row.id === watched.subject.id && watched.rows.length > 1}
          />
        ))}
      />
    </>
  );
}

interface RowProps {
  readonly row: WatchedRow;
  readonly watched: WatchedFund;
  /** Of all pools together, whose statement is that of the fund with its pools. */
  readonly isWhole: boolean;
}

function Row({ row, watched, isWhole }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <tr className={isWhole ? 'watch-whole' : ''}>
      <th scope="row">
        <Link
          to="/fund/statements"
          search={{
            subject: row.id,
            insuranceType: watched.insuranceType,
            period: watched.month,
            ...(isWhole ? { consolidated: true as const } : {}),
          }}
          title={t('monitoring.toStatement')}
        >
          {isWhole ? t('monitoring.whole') : pick(row.name)}
        </Link>
        {row.isShort ? (
          <div className="note">{t('monitoring.short', { months: row.months, from: row.from })}</div>
        ) : null}
      </th>
      {AMOUNTS.map((column) => (
        <td key={column} className="figure-cell">
          {row[column] === undefined ? null : <Money yuan={row[column]} />}
        </td>
      ))}
      {row.figures.map((figure) => (
        <td key={figure.indicator} className="figure-cell">
          <Figure figure={figure} />
        </td>
      ))}
    </tr>
  );
}

function Figure({
  figure: { indicator, figure, missing, level },
}: {
  readonly figure: WatchedFigure;
}): ReactNode {
  const { t } = useTranslation();
  if (figure === null)
    return (
      <span className="watch-figure">
        <span className="note">{missing === null ? null : t(`monitoring.missing.${missing}`)}</span>
        {level === null ? null : <LevelMark level={level} />}
      </span>
    );
  return (
    <span className="watch-figure">
      {indicator === 'current_result' ? <Money yuan={figure} /> : <span className="money">{figure}</span>}
      <LevelMark level={level} />
    </span>
  );
}
