import type { Scheme } from '#domain/adjustment/facts';
import { badStep } from '#domain/adjustment/bad-step';
import { checkFloor } from '#domain/adjustment/check-floor';
import { checkOrder } from '#domain/adjustment/check-order';
import type { ArgumentKind, Mechanism } from '#domain/adjustment/mechanism';
import { MECHANISMS } from '#domain/adjustment/mechanisms/registry';
import { present } from '#kernel/assert';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { findClause, findValue, getAdjustment, type Pack } from '#rules/pack/pack';
import type { RawStep } from '#rules/pack/raw-pack';

/** A step of a checked pipeline: its mechanism and the arguments from the pack. */
export interface PlannedStep {
  readonly mechanism: Mechanism;
  readonly arguments: Readonly<Record<string, string | readonly string[]>>;
  readonly cite: readonly string[];
  readonly readings: readonly string[];
}

/** A pack's adjustment pipeline, checked against the registered mechanisms. */
export interface AdjustmentPlan {
  readonly pack: Pack;
  readonly firstYear: ReadonlyMap<Scheme, number>;
  readonly cite: readonly string[];
  readonly steps: readonly PlannedStep[];
}

/** Reads the pipeline of a pack: every mechanism is known, every argument given, of its kind and unit. */
export function planAdjustment(pack: Pack): Decision<AdjustmentPlan> {
  if (pack.raw.adjustment === undefined) return { allowed: false, refusals: [noAdjustment(pack)] };
  const adjustment = getAdjustment(pack);
  const refusals = [
    ...adjustment.steps.flatMap((step, index) => checkStep(pack, step, index)),
    ...checkOrder(pack, adjustment.steps),
  ];
  return allowUnless(refusals, () => ({
    pack,
    firstYear: new Map(
      Object.entries(adjustment.schemes).map(([scheme, { first_year }]) => [
        scheme as Scheme,
        Number.parseInt(first_year, 10),
      ]),
    ),
    cite: adjustment.cite,
    steps: adjustment.steps.map((step) => ({
      mechanism: present(MECHANISMS.get(step.mechanism), `the mechanism ${step.mechanism}`),
      arguments: step.with ?? {},
      cite: step.cite,
      readings: step.readings ?? [],
    })),
  }));
}

/** Lists the names of the values that fill the pipeline, each once. */
export function plannedValues(plan: AdjustmentPlan): readonly string[] {
  const names = plan.steps.flatMap((step) =>
    Object.entries(step.mechanism.takes)
      .filter(([argument, kind]) => kind.kind === 'value' && step.arguments[argument] !== undefined)
      .map(([argument]) => String(step.arguments[argument])),
  );
  return [...new Set(names)];
}

function checkStep(pack: Pack, step: RawStep, index: number): readonly Refusal[] {
  const at = pack.locate('adjustment', ['steps', index]);
  const mechanism = MECHANISMS.get(step.mechanism);
  if (mechanism === undefined) {
    const known = [...MECHANISMS.keys()].join(', ');
    return [
      badStep(at, step.mechanism, {
        zh: `没有名为 ${step.mechanism} 的机制（现有：${known}）`,
        en: `there is no mechanism ${step.mechanism} (known: ${known})`,
      }),
    ];
  }
  const given = step.with ?? {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(mechanism.takes, name));
  return [
    ...unknown.map((name) =>
      badStep(at, name, {
        zh: `${step.mechanism} 没有参数 ${name}`,
        en: `${step.mechanism} takes no ${name}`,
      }),
    ),
    ...Object.entries(mechanism.takes).flatMap(([name, kind]) => {
      const argument = given[name];
      if (argument === undefined && kind.optional === true) return [];
      if (argument === undefined) {
        return [
          badStep(at, name, {
            zh: `${step.mechanism} 缺少参数 ${name}`,
            en: `${step.mechanism} needs ${name}`,
          }),
        ];
      }
      return checkArgument(pack, at, name, kind, argument);
    }),
  ];
}

/** Checks that a value gives one figure for a year and insurance type: neither a band nor one figure per pool. */
function checkValue(
  pack: Pack,
  at: string,
  argument: string,
  name: string,
  wanted: ArgumentKind & { readonly kind: 'value' },
): readonly Refusal[] {
  const { kind, axes = [] } = present(findValue(pack, name), `the value ${name}`);
  const tableAxes = 'axes' in wanted ? (wanted.axes ?? []) : [];
  if (kind === 'band' || !axes.every((axis) => axis === 'scheme' || tableAxes.includes(axis))) {
    return [
      badStep(at, argument, {
        zh: `${name} 应为单一数值，至多按 ${['scheme', ...tableAxes].join('、')} 分列`,
        en: `${name} must be one figure, given by ${['scheme', ...tableAxes].join(', ')} at most`,
      }),
    ];
  }
  const startsAtZero = 'startsAtZero' in wanted;
  return startsAtZero ? checkFloor(pack, at, argument, name, tableAxes) : [];
}

function checkArgument(
  pack: Pack,
  at: string,
  name: string,
  kind: ArgumentKind,
  argument: string | readonly string[],
): readonly Refusal[] {
  if (kind.kind === 'value') {
    const value = typeof argument === 'string' ? findValue(pack, argument) : undefined;
    const isChoice = kind.unit === 'choice';
    const isKnown = value?.unit === kind.unit && (!isChoice || isSubset(value.options ?? [], kind.options));
    if (isKnown) return checkValue(pack, at, name, argument as string, kind);
    return [
      badStep(at, name, {
        zh: `应为单位 ${kind.unit} 的值的名称，现为 ${String(argument)}`,
        en: `takes the name of a value of unit ${kind.unit}, given is ${String(argument)}`,
      }),
    ];
  }
  if (kind.kind === 'clause') {
    if (typeof argument === 'string' && findClause(pack, argument) !== undefined) return [];
    return [badStep(at, name, { zh: '应为条款编号', en: 'takes the id of a clause' })];
  }
  const chosen = typeof argument === 'string' ? [argument] : argument;
  const isList = typeof argument !== 'string';
  if (isList === (kind.kind === 'choices') && isSubset(chosen, kind.options)) return [];
  return [
    badStep(at, name, {
      zh: `只能取 ${kind.options.join('、')}，现为 ${chosen.join('、')}`,
      en: `takes ${kind.options.join(', ')}; given is ${chosen.join(', ')}`,
    }),
  ];
}

function isSubset(chosen: readonly string[], options: readonly string[]): boolean {
  return chosen.length > 0 && chosen.every((choice) => options.includes(choice));
}

function noAdjustment(pack: Pack): Refusal {
  return {
    code: 'no_adjustment',
    at: `packs/${pack.raw.id}`,
    what: { zh: `政策包 ${pack.raw.id} 没有调剂规则`, en: `the pack ${pack.raw.id} has no adjustment rules` },
    next: { zh: '请选择有 adjustment.yaml 的政策包', en: 'choose a pack with an adjustment.yaml' },
  };
}
