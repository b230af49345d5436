import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '#console/api/queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** Why the figure is not another one: the conditions that did not hold, as the engine wrote them. */
export function NotChosen({ node: { notChosen = [] } }: { readonly node: ExplainedNode }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  if (notChosen.length === 0) return null;
  return (
    <section>
      <h3>{t('explanation.notChosen')}</h3>
      <ul className="not-chosen">
        {notChosen.map((reason) => (
          <li key={reason.en}>{pick(reason)}</li>
        ))}
      </ul>
    </section>
  );
}
