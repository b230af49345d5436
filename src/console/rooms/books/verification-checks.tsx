import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '#console/api/ledger-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';

/** What each check of a verification found. */
export function VerificationChecks({ verification }: { readonly verification: Verification }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const columns = [
    { label: t('books.seal.check') },
    ...(['checked', 'wrong', 'unproved'] as const).map((column) => ({
      label: t(`books.seal.${column}`),
      isFigure: true,
    })),
  ];
  return (
    <>
      <FundTable
        label={t('books.seal.last')}
        columns={columns}
        none={t('books.seal.never')}
        rows={verification.checks.map(({ name, title, checked, wrong, unproved }) => (
          <tr key={name}>
            <th scope="row" title={name}>
              {pick(title)}
            </th>
            <td className="figure-cell">{checked}</td>
            <td className="figure-cell">{wrong === '0' ? '0' : <Mark tone="warn">{wrong}</Mark>}</td>
            <td className="figure-cell">{unproved}</td>
          </tr>
        ))}
      />
      <p className="note">{t('books.seal.text')}</p>
    </>
  );
}
