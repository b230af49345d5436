import { refusedReasons, type RefusedReason } from '#application/benefit/refused-reasons';
import { timedVectors, versionDays } from '#application/benefit/value-vectors';
import type { BatchControl, ClaimsBatch, RepriceResult } from '#application/ports/claims-batch';
import { findClaims, planBenefit, type PlannedClaims } from '#domain/benefit/plan';
import { present } from '#kernel/assert';
import { allow, allowUnless, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Formula } from '#rules/formula/node';
import { findValue, packStatus, type Pack } from '#rules/pack/pack';
import { planTargets, type TargetPlan } from '#rules/targets/plan';
import { parseQuantity, type Unit } from '#rules/value/quantity';

/** The policy as it is; every scenario is compared with it. */
const BASE_SCENARIO = 'base';

export interface RepriceRequest {
  /** The kind of claim, as the pack calls it. */
  readonly kind: string;
  readonly input: string;
  readonly output?: string;
  readonly sort: boolean;
  readonly workers: number;
  readonly by: readonly string[];
  /** Which amounts are wanted; all of the formula's where it is left out. Fewer are reckoned faster. */
  readonly amounts?: readonly string[];
  /** Scenario → value → figure that replaces the pack's own, in every cell. */
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface RepriceReport {
  readonly status: 'in_force' | 'draft';
  readonly outputs: readonly string[];
  readonly rows: number;
  readonly groups: RepriceResult['groups'];
  readonly refused: readonly RefusedReason[];
  /** Values of the formula that nobody with the authority has stated. */
  readonly assumptions: readonly { readonly value: string; readonly reading: string }[];
}

/**
 * Prices a file of claims by a pack, as it is and in scenarios, and sums up what each payer pays by group. Rows
 * that cannot be priced are counted, and the oracle says why of the first of them.
 */
export async function repriceClaims(
  pack: Pack,
  request: RepriceRequest,
  batch: ClaimsBatch,
  control: BatchControl,
): Promise<Decision<RepriceReport>> {
  const plan = planBenefit(pack);
  if (!plan.allowed) return plan;
  const claims = findClaims(plan.value, request.kind);
  if (!claims.allowed) return claims;
  const outputs = request.amounts ?? claims.value.amounts;
  const unknown = outputs.find((name) => !claims.value.amounts.includes(name));
  if (unknown !== undefined) return refuse(unknownAmount(unknown, claims.value.amounts));
  const formula = amountsOnly(claims.value, outputs);
  const target = planTargets(formula);
  const days = versionDays(pack, target);
  const refusals: Refusal[] = [];
  const scenarios = Object.entries({ [BASE_SCENARIO]: {}, ...request.scenarios }).flatMap(
    ([name, replaced]) => {
      const faults = replacementFaults(pack, target, name, replaced);
      refusals.push(...faults);
      if (faults.length > 0) return [];
      const timed = collect(timedVectors(pack, { formula }, target, days, replaced), refusals);
      return timed === undefined ? [] : [{ name, ...timed }];
    },
  );
  const [first, ...others] = refusals;
  if (first !== undefined) return refuse(first, ...others);
  const { kind: _, scenarios: _replaced, amounts: _amounts, ...files } = request;
  const job = {
    ...files,
    formula,
    outputs,
    scenarios: scenarios.map(({ name, vectors }) => ({ name, vectors })),
    pricedOn: claims.value.pricedOn,
    versionsFrom: days,
  };
  const result = await batch.reprice(job, control);
  if (!result.allowed) return result;
  const valuesOf = new Map(scenarios.map(({ name, values }) => [name, values]));
  return allow({
    status: packStatus(pack),
    outputs,
    rows: result.value.rows,
    groups: result.value.groups,
    refused: result.value.refused.map((claim) =>
      refusedReasons(formula, claim, present(valuesOf.get(claim.scenario), claim.scenario)),
    ),
    assumptions: assumptionsOf(pack, target),
  });
}

/** The formula with the amounts of the one claim as its outputs: no row is refused for anything else. */
function amountsOnly({ formula }: PlannedClaims, names: readonly string[]): Formula {
  const outputs = names.map((name) => [name, present(formula.outputs[name], `the output ${name}`)] as const);
  return { ...formula, outputs: Object.fromEntries(outputs) };
}

function replacementFaults(
  pack: Pack,
  plan: TargetPlan,
  scenario: string,
  replaced: Readonly<Record<string, string>>,
): readonly Refusal[] {
  const known = new Set(plan.cells.map(({ value }) => value));
  return Object.entries(replaced).flatMap(([name, text]) => {
    const at = `${scenario}.${name}`;
    const value = findValue(pack, name);
    if (value === undefined || !known.has(name)) return [notReplaceable(at, name, [...known])];
    const quantity = parseQuantity(value.unit as Unit, text, value.options);
    return typeof quantity === 'string' ? [badFigure(at, text, value.unit)] : [];
  });
}

function assumptionsOf(pack: Pack, { cells }: TargetPlan): RepriceReport['assumptions'] {
  return [...new Set(cells.map(({ value }) => value))].flatMap((name) => {
    const value = findValue(pack, name);
    if (value?.kind !== 'delegated') return [];
    const reading = value.versions.find((version) => version.reading !== undefined)?.reading ?? '';
    return [{ value: name, reading }];
  });
}

function unknownAmount(name: string, known: readonly string[]): Refusal {
  return {
    code: 'unknown_amount',
    at: `--amounts ${name}`,
    what: { zh: `公式没有金额 ${name}`, en: `the formula has no amount ${name}` },
    next: { zh: `可选：${known.join('、')}`, en: `choose from ${known.join(', ')}` },
  };
}

function notReplaceable(at: string, name: string, known: readonly string[]): Refusal {
  return {
    code: 'unknown_value',
    at,
    what: { zh: `公式不用数值 ${name}`, en: `the formula takes no value ${name}` },
    next: { zh: `可替换：${known.join('、')}`, en: `it takes: ${known.join(', ')}` },
  };
}

function badFigure(at: string, text: string, unit: string): Refusal {
  return {
    code: 'bad_value',
    at,
    what: { zh: `“${text}”不是单位 ${unit} 的数`, en: `"${text}" is no ${unit}` },
    next: { zh: '请按政策包的写法给出', en: 'write it as the pack does' },
  };
}

/** A text that commands take, such as `place,level`, in the names of the files' columns. */
export function readGroups(by: string | undefined): Decision<readonly string[]> {
  const names = (by ?? '').split(',').map((name) => name.trim());
  const groups = names.filter((name) => name !== '').map((name) => GROUP_COLUMNS.get(name) ?? name);
  const repeated = groups.find((name, at) => groups.indexOf(name) !== at);
  const faults = repeated === undefined ? [] : [repeatedGroup(repeated)];
  return allowUnless(faults, () => groups);
}

/** Short words for the columns that are most often asked for. */
const GROUP_COLUMNS: ReadonlyMap<string, string> = new Map([
  ['level', 'hospital_level'],
  ['type', 'person_kind'],
]);

function repeatedGroup(name: string): Refusal {
  return {
    code: 'duplicate_id',
    at: `--by ${name}`,
    what: { zh: `${name} 给出两次`, en: `${name} is given twice` },
    next: { zh: '每列只写一次', en: 'name each column once' },
  };
}
