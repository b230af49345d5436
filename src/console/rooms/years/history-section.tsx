import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { Section } from '#console/fund/section.tsx';
import { shortHash } from '#console/rooms/versions/steps.ts';

/** Every step that was recorded, by whom and when, and the hashes by which the year can be reckoned again. */
export function HistorySection({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <Section title={t('years.history')}>
      <FundTable
        label={t('years.history')}
        columns={(['step', 'version', 'pass', 'note', 'hash'] as const).map((column) => ({
          label: t(`years.${column}`),
        }))}
        none=""
        rows={year.steps.map(({ sequence, label, version, by, at, note, contentHash }) => (
          <tr key={sequence}>
            <th scope="row">
              {sequence}. {pick(label)}
            </th>
            <td>{t('years.versionNumber', { version })}</td>
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
      <Hashes year={year} />
    </Section>
  );
}

function Hashes({ year: { snapshotHash, policy, run } }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const hashes = [
    [t('years.snapshot'), snapshotHash],
    [t('years.policyHash'), policy?.adoptedHash ?? null],
    [t('years.runHash'), run?.resultHash ?? null],
  ] as const;
  return (
    <dl className="facts">
      {hashes.map(([label, hash]) =>
        hash === null
          ? null
          : [
              <dt key={`${label} name`}>{label}</dt>,
              <dd key={label}>
                <code>{hash}</code>
              </dd>,
            ],
      )}
    </dl>
  );
}
