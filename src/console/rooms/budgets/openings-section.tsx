import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetView } from '#console/api/budget-queries.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { Section } from '#console/fund/section.tsx';

/** What the draft begins with beside what the books hold, for who submits and who reviews; with the reason if it differs. */
export function OpeningsSection({ view }: { readonly view: BudgetView }): ReactNode {
  const { t } = useTranslation();
  const { openings, openingReason } = view;
  if (openings.length === 0) return null;
  return (
    <Section title={t('budgets.openings')} aside={<UnitNote />}>
      <FundTable
        label={t('budgets.openings')}
        columns={[
          { label: t('budgets.part') },
          { label: t('budgets.openingStated'), isFigure: true },
          { label: t('budgets.openingHeld'), isFigure: true },
          { label: t('budgets.openingDifference'), isFigure: true },
          { label: t('budgets.openingBasis') },
        ]}
        none=""
        rows={openings.map(({ part, amount, held, difference }) => (
          <tr key={part}>
            <th scope="row">{t(`budgets.parts.${part}`)}</th>
            <td className="figure-cell">
              <Money yuan={amount} />
            </td>
            <td className="figure-cell">{held === null ? '—' : <Money yuan={held.amount} />}</td>
            <td className="figure-cell">{difference === null ? '—' : <Money yuan={difference} />}</td>
            <td>{t(`budgets.bases.${held?.basis ?? 'none'}`)}</td>
          </tr>
        ))}
      />
      {openingReason === null ? null : (
        <p className="differs">{t('budgets.openingReasonOf', { reason: openingReason })}</p>
      )}
    </Section>
  );
}
