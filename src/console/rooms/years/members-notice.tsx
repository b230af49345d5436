import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** How the fund's members are not the pools of the policy, or not of this year. */
export function MembersNotice({ year }: { readonly year: YearView }): ReactNode {
  return (
    <>
      <DifferenceNotice year={year} />
      <LeftOutNotice year={year} />
    </>
  );
}

/** Members that are no pools of this year, and why. */
function LeftOutNotice({ year: { leftOut } }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const reasons = (['other_type', 'no_books'] as const).map((reason) => ({
    reason,
    names: leftOut.filter((pool) => pool.reason === reason).map(({ name }) => pick(name)),
  }));
  return reasons
    .filter(({ names }) => names.length > 0)
    .map(({ reason, names }) => (
      <p key={reason} className={reason === 'no_books' ? 'missing' : 'note'} role="note">
        {t(`years.leftOut.${reason}`, { count: names.length, names: names.join(t('years.members.and')) })}
      </p>
    ));
}

/** The year was opened on other pools than the policy lists: which, and why. */
function DifferenceNotice({ year: { members } }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  if (members === null) return null;
  return (
    <div className="missing" role="note">
      <strong>{t('years.membersDiffer')}</strong> <span className="note">{members.note}</span>
      <ul>
        {(['absent', 'unlisted', 'bookless'] as const).map((kind) =>
          members[kind].length === 0 ? null : (
            <li key={kind}>
              {t(`years.members.${kind}`, { count: members[kind].length })}{' '}
              {members[kind].map(({ name }) => pick(name)).join(t('years.members.and'))}
            </li>
          ),
        )}
      </ul>
    </div>
  );
}
