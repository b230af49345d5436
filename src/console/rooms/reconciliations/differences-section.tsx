import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference, Reconciliation } from '#console/api/reconciliation-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { DifferenceRow } from '#console/rooms/reconciliations/difference-row.tsx';

const COLUMNS = ['line', 'day', 'amount', 'words', 'kind', 'answer', 'work'] as const;

/** Every line that only one side has, by class: what was said to it, and what is still to be done. */
export function DifferencesSection({ month }: { readonly month: Reconciliation }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const [kind, setKind] = useState<Difference['kind']>();
  const { differences, statement } = month;
  const kinds = new Map(differences.map((one) => [one.kind, one.kindName]));
  const shown = differences.filter((one) => kind === undefined || one.kind === kind);
  return (
    <section aria-labelledby="differences-title" className="fund-section">
      <div className="section-title">
        <h2 id="differences-title">{t('reconciliations.differences.title')}</h2>
        <span className="note">{t('reconciliations.differences.count', countsOf(differences))}</span>
      </div>
      {kinds.size < 2 ? null : (
        <div className="filter-fields screen-only">
          <ChoiceField
            label={t('reconciliations.differences.filter')}
            value={kind}
            options={[...kinds].map(([value, name]) => ({ value, label: pick(name) }))}
            placeholder={t('reconciliations.differences.all')}
            isOptional
            onChange={setKind}
          />
        </div>
      )}
      <FundTable
        label={t('reconciliations.differences.title')}
        none={t('reconciliations.differences.none')}
        columns={COLUMNS.map((column) => ({
          label: t(`reconciliations.differences.${column}`),
          isFigure: column === 'amount',
        }))}
        rows={shown.map((difference) => (
          <DifferenceRow
            key={`${difference.side} ${difference.line.id}`}
            difference={difference}
            statement={statement}
          />
        ))}
      />
    </section>
  );
}

function countsOf(differences: readonly Difference[]) {
  const agreed = differences.filter(({ approved }) => approved !== null).length;
  const waiting = differences.filter((one) => one.approved === null && one.waiting !== null).length;
  return { agreed, waiting, open: differences.length - agreed - waiting };
}
