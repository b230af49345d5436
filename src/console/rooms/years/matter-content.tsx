import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '#console/amounts/unit.ts';
import type { Matter } from '#console/api/year-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { AdoptedValue } from '#console/rooms/years/adopted-value.tsx';
import { useOptionName } from '#console/rooms/years/field-names.ts';
import { fenOf } from '#kernel/fen';

/** What a matter asks for, exactly: amounts in yuan. */
export function MatterContent({ matter }: { readonly matter: Matter }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const optionName = useOptionName();
  const { content, granted, note } = matter;
  const yuan = (text: string): string => `${formatAmount(fenOf(text), 'yuan')} ${t('units.yuan')}`;
  const parts = [
    content.amount === undefined
      ? undefined
      : `${t(matter.kind === 'handover' ? 'years.balance' : 'years.applied')} ${yuan(content.amount)}`,
    content.cause === undefined ? undefined : optionName(content.cause),
    content.auditedGap === undefined ? undefined : `${t('years.auditedGap')} ${yuan(content.auditedGap)}`,
    content.assessed === undefined
      ? undefined
      : t('budgets.total', { total: content.assessed.total, highest: content.assessed.highest }),
    granted === null ? undefined : `${t('years.granted')} ${yuan(granted)}`,
  ].filter((part) => part !== undefined);
  return (
    <>
      {content.value === undefined ? null : <AdoptedValue matter={matter} />}
      {parts.join(' · ')}
      {content.assessed?.scores.map(({ id, name, score, points, evidence }) => (
        <div key={id} className="note">
          {pick(name)} {score} / {points} · {evidence}
        </div>
      ))}
      {note === '' ? null : <div className="note">{note}</div>}
      {matter.corrects === null ? null : <div className="note">{t('years.correctsGranted')}</div>}
      <Standing matter={matter} />
    </>
  );
}

/** How the pool of a waiting emergency application stands by its books, so that it is granted at actual need. */
function Standing({ matter: { kind, decision, standing } }: { readonly matter: Matter }): ReactNode {
  const { t } = useTranslation();
  if (kind !== 'emergency' || decision !== null) return null;
  if (standing === null) return <div className="note">{t('years.noStanding')}</div>;
  const { through, months, targetMonths } = standing;
  const yuan = (text: string): string => `${formatAmount(fenOf(text), 'yuan')} ${t('units.yuan')}`;
  return (
    <div className="note">
      {t('years.standing', {
        through,
        levy: yuan(standing.levy),
        balance: yuan(standing.balanceAfterLevy),
        months: months ?? '–',
        target: targetMonths ?? '–',
        shortage: yuan(standing.shortage),
      })}
    </div>
  );
}
