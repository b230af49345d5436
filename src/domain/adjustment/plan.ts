import type { Scheme } from '#domain/adjustment/facts';
import type { ArgumentKind, Mechanism, StepProduct } from '#domain/adjustment/mechanism';
import { MECHANISMS } from '#domain/adjustment/mechanisms/registry';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { findClause, findValue, getAdjustment, type Pack } from '#rules/pack/pack';
import type { RawStep, RawValue } from '#rules/pack/raw-pack';

/** A step of a checked pipeline: the mechanism itself, and what the pack fills it with. */
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

/** The names of the values that the pipeline is filled with, each once. */
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
      fault(at, step.mechanism, {
        zh: `没有名为 ${step.mechanism} 的机制（现有：${known}）`,
        en: `there is no mechanism ${step.mechanism} (known: ${known})`,
      }),
    ];
  }
  const given = step.with ?? {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(mechanism.takes, name));
  return [
    ...unknown.map((name) =>
      fault(at, name, { zh: `${step.mechanism} 没有参数 ${name}`, en: `${step.mechanism} takes no ${name}` }),
    ),
    ...Object.entries(mechanism.takes).flatMap(([name, kind]) => {
      const argument = given[name];
      if (argument === undefined && kind.optional === true) return [];
      if (argument === undefined) {
        return [
          fault(at, name, {
            zh: `${step.mechanism} 缺少参数 ${name}`,
            en: `${step.mechanism} needs ${name}`,
          }),
        ];
      }
      return checkArgument(pack, at, name, kind, argument);
    }),
  ];
}

/** Each step once, each after the one it builds on; without levies no year can be closed. */
function checkOrder(pack: Pack, steps: readonly RawStep[]): readonly Refusal[] {
  const faults: Refusal[] = [];
  const given = new Set<StepProduct>();
  steps.forEach(({ mechanism: name }, index) => {
    const at = pack.locate('adjustment', ['steps', index]);
    const mechanism = MECHANISMS.get(name);
    if (steps.findIndex((step) => step.mechanism === name) < index) {
      faults.push(fault(at, name, { zh: `机制 ${name} 重复`, en: `the mechanism ${name} is given twice` }));
    }
    if (mechanism?.uses !== undefined && !given.has(mechanism.uses)) {
      faults.push(fault(at, name, missingProduct(name, mechanism.uses)));
    }
    if (mechanism?.gives !== undefined) given.add(mechanism.gives);
  });
  const isKnown = steps.every((step) => MECHANISMS.has(step.mechanism));
  if (isKnown && faults.length === 0 && !given.has('levies')) {
    faults.push(
      fault(pack.locate('adjustment', ['steps']), 'steps', {
        zh: `缺少上解的步骤（${givers('levies')}）`,
        en: `no step raises the levy (${givers('levies')})`,
      }),
    );
  }
  return faults;
}

function missingProduct(name: string, product: StepProduct): Bilingual {
  return {
    zh: `${name} 之前须有步骤 ${givers(product)}`,
    en: `${name} needs a step before it: ${givers(product)}`,
  };
}

function givers(product: StepProduct): string {
  return [...MECHANISMS.values()]
    .filter((mechanism) => mechanism.gives === product)
    .map((mechanism) => mechanism.name)
    .join(', ');
}

/** A year of one insurance type has one figure: neither a band nor one figure per pool. */
function checkValue(
  at: string,
  name: string,
  value: string,
  { kind, axes = [] }: RawValue,
  tableAxes: readonly string[],
): readonly Refusal[] {
  if (kind !== 'band' && axes.every((axis) => axis === 'scheme' || tableAxes.includes(axis))) return [];
  return [
    fault(at, name, {
      zh: `${value} 应为单一数值，至多按 ${['scheme', ...tableAxes].join('、')} 分列`,
      en: `${value} must be one figure, given by ${['scheme', ...tableAxes].join(', ')} at most`,
    }),
  ];
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
    if (isKnown)
      return checkValue(at, name, argument as string, value, 'axes' in kind ? (kind.axes ?? []) : []);
    return [
      fault(at, name, {
        zh: `应为单位 ${kind.unit} 的值的名称，现为 ${String(argument)}`,
        en: `takes the name of a value of unit ${kind.unit}, given is ${String(argument)}`,
      }),
    ];
  }
  if (kind.kind === 'clause') {
    if (typeof argument === 'string' && findClause(pack, argument) !== undefined) return [];
    return [fault(at, name, { zh: '应为条款编号', en: 'takes the id of a clause' })];
  }
  const chosen = typeof argument === 'string' ? [argument] : argument;
  const isList = typeof argument !== 'string';
  if (isList === (kind.kind === 'choices') && isSubset(chosen, kind.options)) return [];
  return [
    fault(at, name, {
      zh: `只能取 ${kind.options.join('、')}，现为 ${chosen.join('、')}`,
      en: `takes ${kind.options.join(', ')}; given is ${chosen.join(', ')}`,
    }),
  ];
}

function isSubset(chosen: readonly string[], options: readonly string[]): boolean {
  return chosen.length > 0 && chosen.every((choice) => options.includes(choice));
}

function fault(at: string, name: string, what: Bilingual): Refusal {
  return {
    code: 'bad_step',
    at: `${at} ${name}`,
    what,
    next: {
      zh: '参数见 docs/reference/mechanisms.md',
      en: 'see docs/reference/mechanisms.md for its arguments',
    },
  };
}

function noAdjustment(pack: Pack): Refusal {
  return {
    code: 'no_adjustment',
    at: `packs/${pack.raw.id}`,
    what: { zh: `政策包 ${pack.raw.id} 没有调剂规则`, en: `the pack ${pack.raw.id} has no adjustment rules` },
    next: { zh: '请选择有 adjustment.yaml 的政策包', en: 'choose a pack with an adjustment.yaml' },
  };
}
