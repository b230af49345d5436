import { present } from '#kernel/assert';
import {
  CONDITION_FIELDS,
  FUND_FIELDS,
  isPoolField,
  POOL_FIELDS,
  type ConditionField,
  type FundField,
  type PanelField,
  type PanelScheme,
  type PoolField,
  type RELEASE_CAUSES,
} from '#domain/panel/fields';
import type { Panel } from '#domain/panel/panel';
import { findSubject, FUND_SUBJECT } from '#domain/panel/subject';

/** Fields of a pool that are given as text. */
type TextField = Exclude<PoolField, 'insured' | 'class' | 'kind' | 'gapCause' | 'emergencyCause' | Flag>;
type Flag = `conditions.${ConditionField}`;

export type PanelPoolInput = Readonly<Partial<Record<TextField, string>>> & {
  readonly id: string;
  readonly insured?: number;
  readonly class?: 1 | 2 | 3;
  readonly kind?: 'county' | 'district';
  readonly gapCause?: 'policy' | 'emergency' | 'proper' | 'dependency' | 'other';
  readonly emergencyCause?: 'public_health' | 'policy' | 'other';
  readonly conditions?: Readonly<Record<ConditionField, boolean>>;
};

/** The input of the command `adjust`, as its contract describes it. */
export type PanelInput = {
  readonly year: number;
  readonly scheme: PanelScheme;
  readonly fund: Readonly<Record<FundField, string>>;
  readonly pools: readonly PanelPoolInput[];
  readonly recoveries: readonly {
    readonly placeOfCare: string;
    readonly placeOfInsurance: string;
    readonly amount: string;
  }[];
  readonly reserveReleases?: readonly {
    readonly pool: string;
    readonly amount: string;
    readonly cause: (typeof RELEASE_CAUSES)[number];
  }[];
};

type Release = NonNullable<PanelInput['reserveReleases']>[number];

/** One insurance type of a panel as the input of `adjust`: pools, recoveries and releases in the order of the rows. */
export function panelInput(panel: Panel, scheme: PanelScheme): PanelInput {
  const subjects = new Map<string, Map<PanelField, string>>();
  for (const row of panel.rows.filter((candidate) => candidate.scheme === scheme)) {
    const values = subjects.get(row.subject) ?? new Map<PanelField, string>();
    subjects.set(row.subject, values.set(row.field, row.value));
  }
  const pools: PanelPoolInput[] = [];
  const recoveries: PanelInput['recoveries'][number][] = [];
  const releases: Release[] = [];
  for (const [subject, values] of subjects) {
    const parsed = present(findSubject(subject), `a subject in ${subject}`);
    if (parsed.kind === 'pool') pools.push(poolInput(subject, values));
    if (parsed.kind === 'recovery') {
      const { placeOfCare, placeOfInsurance } = parsed;
      recoveries.push({ placeOfCare, placeOfInsurance, amount: valueOf(values, 'amount') });
    }
    if (parsed.kind === 'release') {
      const cause = valueOf(values, 'cause') as Release['cause'];
      releases.push({ pool: parsed.pool, amount: valueOf(values, 'amount'), cause });
    }
  }
  const fund = present(subjects.get(FUND_SUBJECT), `the fund of ${scheme}`);
  return {
    year: panel.year,
    scheme,
    fund: Object.fromEntries(FUND_FIELDS.map((field) => [field, valueOf(fund, field)])) as PanelInput['fund'],
    pools,
    recoveries,
    ...(releases.length === 0 ? {} : { reserveReleases: releases }),
  };
}

function poolInput(id: string, values: ReadonlyMap<PanelField, string>): PanelPoolInput {
  const members: Record<string, unknown> = {};
  for (const [field, value] of values) {
    if (!isPoolField(field) || field.startsWith('conditions.')) continue;
    const content = POOL_FIELDS.get(field);
    members[field] = content === 'persons' || content === 'class' ? Number.parseInt(value, 10) : value;
  }
  const flags = CONDITION_FIELDS.flatMap((name) => {
    const flag = values.get(`conditions.${name}`);
    return flag === undefined ? [] : [[name, flag === 'true'] as const];
  });
  const conditions = flags.length === 0 ? {} : { conditions: Object.fromEntries(flags) };
  return { id, ...members, ...conditions } as PanelPoolInput;
}

function valueOf(values: ReadonlyMap<PanelField, string>, field: PanelField): string {
  return present(values.get(field), `the figure ${field}`);
}
