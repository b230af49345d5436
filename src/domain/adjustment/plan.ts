import type { Scheme } from '#domain/adjustment/facts';
import type { ArgumentKind, Mechanism } from '#domain/adjustment/mechanism';
import { MECHANISMS } from '#domain/adjustment/mechanisms/registry';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { findValue, getAdjustment, type Pack } from '#rules/pack/pack';
import type { RawStep } from '#rules/pack/raw-pack';

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
  const refusals = adjustment.steps.flatMap((step, index) => checkStep(pack, step, index));
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
  const unknown = Object.keys(given).filter((name) => !(name in mechanism.takes));
  return [
    ...unknown.map((name) =>
      fault(at, name, { zh: `${step.mechanism} 没有参数 ${name}`, en: `${step.mechanism} takes no ${name}` }),
    ),
    ...Object.entries(mechanism.takes).flatMap(([name, kind]) => {
      const argument = given[name];
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
    if (isKnown) return [];
    return [
      fault(at, name, {
        zh: `应为单位 ${kind.unit} 的值的名称，现为 ${String(argument)}`,
        en: `takes the name of a value of unit ${kind.unit}, given is ${String(argument)}`,
      }),
    ];
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
