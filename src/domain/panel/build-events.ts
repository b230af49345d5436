import type { Refusal } from '#kernel/decision';
import { formatYuan, ZERO_FEN, type Fen } from '#kernel/fen';
import type { Bilingual } from '#kernel/bilingual';
import type { SchemeEvents } from '#domain/panel/assumptions';
import { CONDITION_FIELDS, FUND_FIELDS, type PanelField, type PanelScheme } from '#domain/panel/fields';
import { FUND_SUBJECT, recoverySubject, type PanelRow } from '#domain/panel/panel';

const NO_COVER = '没有赤字，不需财政弥补 no deficit to cover';
const NO_EMERGENCY = '未申请 no application';
const CONDITION_MET = '假设已满足 assumed to be met';

/** The rows of a pool that tell what happened to it in the year: cover, emergency, conditions. */
export function eventRows(
  events: SchemeEvents,
  scheme: PanelScheme,
  pool: string,
  deficit: Fen,
  refusals: Refusal[],
): readonly PanelRow[] {
  const row = (field: PanelField, value: string, basis: string): PanelRow => ({
    scheme,
    subject: pool,
    field,
    value,
    origin: 'synthetic',
    basis,
  });
  const cover = events.treasuryCovers.find((candidate) => candidate.pool === pool);
  if (cover !== undefined && deficit === ZERO_FEN) refusals.push(nothingToCover(scheme, pool));
  const emergency = events.emergencies.find((candidate) => candidate.pool === pool);
  const emergencyBasis = emergency === undefined ? NO_EMERGENCY : words(emergency.why);
  return [
    row(
      'treasuryCover',
      formatYuan(cover === undefined ? ZERO_FEN : deficit),
      cover === undefined ? (deficit === ZERO_FEN ? NO_COVER : '财政未弥补 not covered') : words(cover.why),
    ),
    row('emergency', formatYuan(emergency?.amount ?? ZERO_FEN), emergencyBasis),
    row('emergencyCause', emergency?.cause ?? 'other', emergencyBasis),
    ...CONDITION_FIELDS.map((condition) => {
      const failed = events.failedConditions.find(
        (candidate) => candidate.pool === pool && candidate.condition === condition,
      );
      const basis = failed === undefined ? CONDITION_MET : words(failed.why);
      return row(`conditions.${condition}`, failed === undefined ? 'true' : 'false', basis);
    }),
  ];
}

export function fundRows({ fund }: SchemeEvents, scheme: PanelScheme): readonly PanelRow[] {
  return FUND_FIELDS.map((field) => ({
    scheme,
    subject: FUND_SUBJECT,
    field,
    value: formatYuan(fund[field]),
    origin: 'synthetic',
    basis: words(fund.why),
  }));
}

/** The rows of recoveries; every pool that an event names must be one of the panel's. */
export function recoveryRows(
  events: SchemeEvents,
  scheme: PanelScheme,
  pools: ReadonlySet<string>,
  refusals: Refusal[],
): readonly PanelRow[] {
  const named = [
    ...[...events.failedConditions, ...events.treasuryCovers, ...events.emergencies].map(({ pool }) => pool),
    ...events.recoveries.flatMap(({ placeOfCare, placeOfInsurance }) => [placeOfCare, placeOfInsurance]),
  ];
  for (const pool of named) if (!pools.has(pool)) refusals.push(unknownPool(scheme, pool));
  return events.recoveries.map(({ placeOfCare, placeOfInsurance, amount, why }) => ({
    scheme,
    subject: recoverySubject(placeOfCare, placeOfInsurance),
    field: 'amount',
    value: formatYuan(amount),
    origin: 'synthetic',
    basis: words(why),
  }));
}

function words({ zh, en }: Bilingual): string {
  return `${zh} ${en}`;
}

function nothingToCover(scheme: PanelScheme, pool: string): Refusal {
  return {
    code: 'panel_nothing_to_cover',
    at: `events.${scheme}.treasury_covers ${pool}`,
    what: { zh: '上解后没有赤字', en: 'there is no deficit after the levy' },
    next: { zh: '删去弥补，或降低期初结余', en: 'remove the cover or lower the opening balance' },
  };
}

function unknownPool(scheme: PanelScheme, pool: string): Refusal {
  return {
    code: 'panel_pool_unknown',
    at: `events.${scheme} ${pool}`,
    what: { zh: '不是本面板的统筹区', en: 'is no pool of this panel' },
    next: { zh: '改用 cities 中的代号', en: 'use an id listed under cities' },
  };
}
