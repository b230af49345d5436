import { assert, present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import {
  CONDITION_FIELDS,
  FUND_FIELDS,
  POOL_AMOUNT_FIELDS,
  type ConditionField,
  type EmergencyCause,
  type FundField,
  type PanelField,
  type PanelScheme,
  type PoolAmountField,
} from '#domain/panel/fields';

/** `published`: printed by the source named in `basis`. `synthetic`: invented, `basis` says how. */
export type PanelOrigin = 'published' | 'synthetic';

export const PANEL_ORIGINS: readonly PanelOrigin[] = ['published', 'synthetic'];

/** One figure of a panel. `subject` is a pool's id, `fund`, or `recovery:<placeOfCare>:<placeOfInsurance>`. */
export interface PanelRow {
  readonly scheme: PanelScheme;
  readonly subject: string;
  readonly field: PanelField;
  /** Text as the command contract wants it: yuan with two decimals, whole persons, true or false. */
  readonly value: string;
  readonly origin: PanelOrigin;
  /** The source of a published figure, or the assumption behind a synthetic one, in words. */
  readonly basis: string;
}

/** The figures of one fund year for all pools of a place, each with its origin; whole, as `readPanelRows` checks. */
export interface Panel {
  readonly year: number;
  readonly rows: readonly PanelRow[];
}

export type PanelPoolInput = Readonly<Record<PoolAmountField, string>> & {
  readonly id: string;
  readonly insured: number;
  readonly emergencyCause: EmergencyCause;
  readonly conditions: Readonly<Record<ConditionField, boolean>>;
};

export type PanelRecoveryInput = {
  readonly placeOfCare: string;
  readonly placeOfInsurance: string;
  readonly amount: string;
};

/** The input of the command `adjust`, as its contract describes it. */
export type PanelInput = {
  readonly year: number;
  readonly scheme: PanelScheme;
  readonly fund: Readonly<Record<FundField, string>>;
  readonly pools: readonly PanelPoolInput[];
  readonly recoveries: readonly PanelRecoveryInput[];
};

export const FUND_SUBJECT = 'fund';
const RECOVERY_PREFIX = 'recovery:';

export function recoverySubject(placeOfCare: string, placeOfInsurance: string): string {
  return `${RECOVERY_PREFIX}${placeOfCare}:${placeOfInsurance}`;
}

/** What a subject stands for; undefined when it is written like none. */
export function findSubject(
  subject: string,
):
  | { kind: 'fund' | 'pool' }
  | { kind: 'recovery'; placeOfCare: string; placeOfInsurance: string }
  | undefined {
  if (subject === FUND_SUBJECT) return { kind: 'fund' };
  if (!subject.startsWith(RECOVERY_PREFIX)) return subject.includes(':') ? undefined : { kind: 'pool' };
  const [placeOfCare = '', placeOfInsurance = '', ...more] = subject.slice(RECOVERY_PREFIX.length).split(':');
  if (placeOfCare === '' || placeOfInsurance === '' || more.length > 0) return undefined;
  return { kind: 'recovery', placeOfCare, placeOfInsurance };
}

/** One insurance type of a panel as the input of `adjust`: pools and recoveries in the order of the rows. */
export function panelInput(panel: Panel, scheme: PanelScheme): PanelInput {
  const subjects = new Map<string, Map<PanelField, string>>();
  for (const row of panel.rows.filter((candidate) => candidate.scheme === scheme)) {
    const values = subjects.get(row.subject) ?? new Map<PanelField, string>();
    subjects.set(row.subject, values.set(row.field, row.value));
  }
  const pools: PanelPoolInput[] = [];
  const recoveries: PanelRecoveryInput[] = [];
  for (const [subject, values] of subjects) {
    const parsed = present(findSubject(subject), `a subject in ${subject}`);
    if (parsed.kind === 'pool') pools.push(poolInput(subject, values));
    if (parsed.kind === 'recovery') {
      const { placeOfCare, placeOfInsurance } = parsed;
      recoveries.push({ placeOfCare, placeOfInsurance, amount: valueOf(values, 'amount') });
    }
  }
  const fund = present(subjects.get(FUND_SUBJECT), `the fund of ${scheme}`);
  return { year: panel.year, scheme, fund: valuesOf(fund, FUND_FIELDS), pools, recoveries };
}

/** Where a figure of a panel comes from. */
export interface PanelFigureOrigin {
  readonly origin: PanelOrigin;
  readonly basis: string;
}

/**
 * The origin of each given figure of one insurance type, by the id of the node that explains it in a result:
 * `given/<field>/<pool>`, `given/fund/<field>` and `given/recovery/<position>`.
 */
export function panelOrigins(panel: Panel, scheme: PanelScheme): Readonly<Record<string, PanelFigureOrigin>> {
  const origins: Record<string, PanelFigureOrigin> = {};
  let recoveries = 0;
  for (const row of panel.rows.filter((candidate) => candidate.scheme === scheme)) {
    const { kind } = present(findSubject(row.subject), `a subject in ${row.subject}`);
    const place = {
      fund: `fund/${row.field}`,
      pool: `${row.field}/${row.subject}`,
      recovery: `recovery/${recoveries}`,
    };
    if (kind === 'recovery') recoveries += 1;
    origins[`given/${place[kind]}`] = { origin: row.origin, basis: row.basis };
  }
  return origins;
}

function poolInput(id: string, values: ReadonlyMap<PanelField, string>): PanelPoolInput {
  const conditions = CONDITION_FIELDS.map((field): [ConditionField, boolean] => [
    field,
    valueOf(values, `conditions.${field}`) === 'true',
  ]);
  return {
    id,
    ...valuesOf(values, POOL_AMOUNT_FIELDS),
    insured: Number.parseInt(valueOf(values, 'insured'), 10),
    emergencyCause: valueOf(values, 'emergencyCause') as EmergencyCause,
    conditions: Object.fromEntries(conditions) as Record<ConditionField, boolean>,
  };
}

function valuesOf<Field extends PanelField>(
  values: ReadonlyMap<PanelField, string>,
  fields: readonly Field[],
): Record<Field, string> {
  const entries = fields.map((field): [Field, string] => [field, valueOf(values, field)]);
  return Object.fromEntries(entries) as Record<Field, string>;
}

function valueOf(values: ReadonlyMap<PanelField, string>, field: PanelField): string {
  return present(values.get(field), `the figure ${field}`);
}

/** Says wherever a result is shown how much of its input is synthetic. */
export function panelNote(panel: Panel): Bilingual {
  const published = panel.rows.filter(({ origin }) => origin === 'published').length;
  const synthetic = panel.rows.length - published;
  assert(panel.rows.length > 0, 'a panel has figures');
  if (synthetic === 0) {
    return {
      zh: `${panel.year} 年度数据面板：共 ${published} 个数，均为公开数。`,
      en: `The panel for ${panel.year}: ${published} figures, all published.`,
    };
  }
  return {
    zh:
      `${panel.year} 年度数据面板为合成数据：共 ${panel.rows.length} 个数，` +
      `其中公开数 ${published} 个（沿用往年公布值），合成数 ${synthetic} 个，不代表任何地区的真实收支。`,
    en:
      `The panel for ${panel.year} is synthetic: of its ${panel.rows.length} figures ${published} were published ` +
      `(for an earlier year, carried over) and ${synthetic} are synthetic; it shows no place's real finances.`,
  };
}
