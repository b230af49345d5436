import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetView } from '#console/api/budget-queries.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { budgetSteps } from '#console/rooms/budgets/budget-steps.ts';
import { Section } from '#console/fund/section.tsx';
import { shortHash } from '#console/rooms/versions/steps.ts';

/** Every draft with what happened to it, by whom and when; the newest first. */
export function BudgetHistory({ view }: { readonly view: BudgetView }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('budgets.history')}>
      <FundTable
        label={t('budgets.history')}
        columns={(['version', 'step', 'who', 'note', 'hash'] as const).map((column) => ({
          label: t(`budgets.${column}`),
        }))}
        none={t('budgets.noDraft')}
        rows={budgetSteps(view.versions).map(({ number, step, by, at, note, contentHash }) => (
          <tr key={`${number} ${step}`}>
            <th scope="row">{t('budgets.versionNumber', { number })}</th>
            <td>{t(`budgets.steps.${step}`)}</td>
            <td>
              <WhoWhen by={by} at={at} />
            </td>
            <td className="words">{note}</td>
            <td>
              <code title={contentHash}>{shortHash(contentHash)}</code>
            </td>
          </tr>
        ))}
      />
    </Section>
  );
}
