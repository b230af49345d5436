import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementBody, StatementComparison } from '#console/api/statement-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { Money } from '#console/fund/money.tsx';

const TONES = { holds: 'good', differs: 'warn', incomplete: 'plain' } as const;

interface StatementProofProps {
  readonly statement: StatementBody;
  readonly comparisons: readonly StatementComparison[];
}

/** What proves the statement: checks between its lines and forms, and against others that are published. */
export function StatementProof({ statement, comparisons }: StatementProofProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <section className="fund-section" aria-labelledby="statement-proof">
      <h2 id="statement-proof">{t('statements.proof')}</h2>
      <ul className="statement-proof">
        {statement.checks.map(({ form, id, name, checked, failures }) => (
          <li key={`${form} ${id}`}>
            <Mark tone={failures.length === 0 ? 'good' : 'warn'}>
              {t(failures.length === 0 ? 'statements.holds' : 'statements.differs')}
            </Mark>{' '}
            {pick(name)} <span className="note">{t('statements.checked', { checked })}</span>
            <Failures failures={failures} />
          </li>
        ))}
        {comparisons.map(({ id, name, state, missing, failures }) => (
          <li key={id}>
            <Mark tone={TONES[state]}>{t(`statements.${state}`)}</Mark> {pick(name)}{' '}
            {missing.length === 0 ? null : (
              <span className="note">{t('statements.missing', { missing: missing.join('、') })}</span>
            )}
            <Failures failures={failures} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Failures({ failures }: { readonly failures: StatementComparison['failures'] }): ReactNode {
  const { pick } = useLanguage();
  if (failures.length === 0) return null;
  return (
    <ul className="plain-list note">
      {failures.map(({ at, name, difference }) => (
        <li key={at} title={at}>
          {pick(name)} <Money yuan={difference} />
        </li>
      ))}
    </ul>
  );
}
