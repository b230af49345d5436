import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetView } from '#console/api/budget-queries.ts';
import { FileLinks } from '#console/rooms/budgets/file-links.tsx';
import { monthToShow } from '#console/rooms/budgets/months.ts';
import { todayInChina } from '#console/fund/today.ts';
import { Section } from '#console/fund/section.tsx';

/** The forms of a budget as files: its standard table, the latest plan, its execution, its final account. */
export function FilesSection({ view }: { readonly view: BudgetView }): ReactNode {
  const { t } = useTranslation();
  const { budget, current, latest, papers } = view;
  if (current === null && latest === null) return null;
  const has = (kind: 'amendment' | 'final_account'): boolean =>
    papers.some((paper) => paper.kind === kind && paper.decided?.decision !== 'refused');
  const month = monthToShow(budget.year, todayInChina());
  const forms = [
    { form: 'budget', query: 'form=budget' },
    ...(has('amendment') ? [{ form: 'amendment', query: 'form=amendment' } as const] : []),
    ...(current === null ? [] : [{ form: 'execution', query: `form=execution&month=${month}` } as const]),
    ...(has('final_account') ? [{ form: 'final_account', query: 'form=final_account' } as const] : []),
  ] as const;
  return (
    <Section title={t('budgets.files')} text={t('budgets.filesText')}>
      <ul className="plain-list budget-files">
        {forms.map(({ form, query }) => (
          <li key={form}>
            <span>{t(`budgets.forms.${form}`, { month })}</span>
            <FileLinks
              name={t(`budgets.forms.${form}`, { month })}
              address={`/api/v1/budgets/${encodeURIComponent(budget.id)}`}
              query={query}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
