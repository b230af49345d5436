import { formatYuan } from '#kernel/fen';
import type { SchemeEvents } from '#domain/panel/assumptions';
import { FUND_FIELDS, type PanelField, type PanelScheme } from '#domain/panel/fields';
import { words } from '#domain/panel/figure';
import type { PanelRow } from '#domain/panel/panel';
import type { SchemeYear } from '#domain/panel/scheme-year';
import { FUND_SUBJECT, recoverySubject, releaseSubject } from '#domain/panel/subject';

/** The fund's own rows: it opens with what it closed with the year before. */
export function fundRows(
  { assumptions, scheme, year, carried }: SchemeYear,
  { fund }: SchemeEvents,
): readonly PanelRow[] {
  const first = assumptions[scheme]?.fundOpening;
  const closed = `${year.year - 1} 年末结余，由该年面板计算 closing balance of ${year.year - 1}, reckoned from its panel`;
  return FUND_FIELDS.flatMap((field) => {
    if (field !== 'openingBalance')
      return [synthetic(scheme, FUND_SUBJECT, field, formatYuan(fund[field]), words(fund.why))];
    if (carried !== undefined) {
      return [synthetic(scheme, FUND_SUBJECT, field, formatYuan(carried.fundClosing), closed)];
    }
    return first === undefined
      ? []
      : [synthetic(scheme, FUND_SUBJECT, field, formatYuan(first.value), words(first.why))];
  });
}

export function recoveryRows(scheme: PanelScheme, { recoveries }: SchemeEvents): readonly PanelRow[] {
  return recoveries.map(({ placeOfCare, placeOfInsurance, amount, why }) =>
    synthetic(
      scheme,
      recoverySubject(placeOfCare, placeOfInsurance),
      'amount',
      formatYuan(amount),
      words(why),
    ),
  );
}

export function releaseRows(scheme: PanelScheme, { releases }: SchemeEvents): readonly PanelRow[] {
  return releases.flatMap(({ pool, amount, cause, why }) => [
    synthetic(scheme, releaseSubject(pool), 'amount', formatYuan(amount), words(why)),
    synthetic(scheme, releaseSubject(pool), 'cause', cause, words(why)),
  ]);
}

function synthetic(
  scheme: PanelScheme,
  subject: string,
  field: PanelField,
  value: string,
  basis: string,
): PanelRow {
  return { scheme, subject, field, value, origin: 'synthetic', basis };
}
