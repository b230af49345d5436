import { assert, present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';
import { findValue, type Pack } from '#rules/pack/pack';
import type { RawValue, RawVersion } from '#rules/pack/raw-pack';
import { isOutside, limitsOf, limitsText, type Limits } from '#rules/value/bounds';
import { figureAt } from '#rules/value/leaves';
import { linkedQuantity } from '#rules/value/linked-quantity';
import { parseQuantity, type Quantity, type Unit } from '#rules/value/quantity';
import { versionAt } from '#rules/value/version-at';

/**
 * The standing of a figure: stated by the policy, assumed by this program where the policy delegates it, provisional
 * until its statistic is published, or replaced for this run only.
 */
export type Standing = 'stated' | 'assumed' | 'provisional' | 'scenario';

/** A value as it is at one date and place: resolved once, never per row. */
export interface ResolvedValue {
  readonly name: string;
  readonly label: Bilingual;
  readonly quantity: Quantity;
  readonly standing: Standing;
  readonly cite: readonly string[];
  /** The reading behind an assumption; "scenario" for a figure replaced in this run. */
  readonly reading?: string;
}

export interface ResolveAt {
  /** The anchor's date: which version applies (effective time). */
  readonly on: PlainDate;
  /** Knowledge date: statistics published later count as unpublished; absent, everything in the pack is known. */
  readonly knownOn?: PlainDate;
  /** Axis → member. */
  readonly cell?: Readonly<Record<string, string>>;
  /** Figures that replace the pack's own in this run, by name. */
  readonly replaced?: Readonly<Record<string, string>>;
  /** `refuse` for a production run: a figure that nobody with the authority has adopted stops it. */
  readonly assumptions: 'state' | 'refuse';
}

/** Resolves a value that the pack has, at a date and cell; refuses with the reason where there is no figure. */
export function resolveValue(pack: Pack, name: string, at: ResolveAt): Decision<ResolvedValue> {
  const value = present(findValue(pack, name), `the value ${name}`);
  const unit = value.unit as Unit;
  const version = versionAt(value, at.on);
  if (version === undefined) return refuse(notValidYet(name, at.on));
  const common = { name, label: value.label, cite: version.cite };

  const replacement = at.replaced?.[name];
  if (replacement !== undefined) {
    if (at.assumptions === 'refuse') return refuse(replacementRefused(name, version));
    const quantity = parseQuantity(unit, replacement, value.options);
    assert(typeof quantity !== 'string', `the replaced ${name} was checked on entry`);
    const limits = limitsOf(pack, value, at.on, at.cell ?? {});
    if (limits !== undefined && isOutside(quantity, limits))
      return refuse(outOfBounds(quantity, name, limits));
    return allow({ ...common, quantity, standing: 'scenario', reading: 'scenario' });
  }
  const isDelegated = value.kind === 'delegated';
  const reading = version.reading === undefined ? {} : { reading: version.reading };
  if (isDelegated && at.assumptions === 'refuse') return refuse(assumptionRefused(name, version));
  if (version.linked !== undefined) {
    const linked = linkedQuantity(pack, name, version.linked, at);
    if (!linked.allowed) return linked;
    return allow({ ...common, ...reading, ...linked.value, ...(isDelegated ? ASSUMED : {}) });
  }
  if (isDelegated && version.value === undefined && version.cells === undefined) {
    return refuse(noAssumption(name, version.cite));
  }
  const quantity = quantityIn(value, version, at);
  return allow({ ...common, ...reading, quantity, standing: isDelegated ? 'assumed' : 'stated' });
}

const ASSUMED = { standing: 'assumed' } as const;

function quantityIn(value: RawValue, version: RawVersion, at: ResolveAt): Quantity {
  const { axes, unit, options } = value;
  const text = present(
    figureAt(version.cells ?? version.value, axes, at.cell ?? {}),
    'the figure of the cell',
  );
  const quantity = parseQuantity(unit as Unit, text, options);
  // Stryker disable next-line ConditionalExpression: a pack is loaded with figures that can be read only
  assert(typeof quantity !== 'string', `the figure ${text} was checked when the pack was loaded`);
  return quantity;
}

function notValidYet(name: string, on: PlainDate): Parameters<typeof refuse>[0] {
  return {
    code: 'not_in_force',
    at: name,
    what: { zh: `${name} 在 ${on} 没有有效版本`, en: `${name} has no version in force on ${on}` },
    next: { zh: '请选择规定施行之后的年度', en: 'choose a year in which the rule is in force' },
  };
}

function assumptionRefused(name: string, { cite, reading = '' }: RawVersion): Parameters<typeof refuse>[0] {
  return {
    code: 'assumption_in_production',
    at: name,
    clause: firstOf(cite),
    what: {
      zh: `${name} 由后续规定确定，目前只有假设（${reading}）`,
      en: `${name} is left to a later rule and is only assumed (${reading})`,
    },
    next: {
      zh: '请由有权部门采纳数值后再正式运行，或以模拟方式运行',
      en: 'have the competent department adopt a figure, or run it as a simulation',
    },
  };
}

function outOfBounds(figure: Quantity, name: string, limits: Limits): Parameters<typeof refuse>[0] {
  const detail = `${figure.text} ∉ ${limitsText(limits)}，${limits.name}`;
  return {
    code: 'out_of_bounds',
    at: `values.${name}`,
    clause: firstOf(limits.cite),
    what: {
      zh: `替换的数值超出上位规定的界限（${detail}）`,
      en: `the replaced figure is outside the bound set above it (${detail.replace('，', ', ')})`,
    },
    next: { zh: '请改为界限之内的数', en: 'give a figure inside the bound' },
  };
}

function replacementRefused(name: string, { cite }: RawVersion): Parameters<typeof refuse>[0] {
  return {
    code: 'replacement_in_production',
    at: `values.${name}`,
    clause: firstOf(cite),
    what: { zh: '正式运行不得替换政策数值', en: 'a production run takes no replaced figure' },
    next: { zh: '请去掉 values，或以模拟方式运行', en: 'remove it from `values`, or run it as a simulation' },
  };
}

function noAssumption(name: string, cite: readonly string[]): Parameters<typeof refuse>[0] {
  return {
    code: 'delegated_without_assumption',
    at: name,
    clause: firstOf(cite),
    what: {
      zh: `${name} 由后续规定确定，且没有假设值`,
      en: `${name} is left to a later rule, with no assumed figure`,
    },
    next: { zh: '请在本次运行中给出数值', en: 'give a figure for this run' },
  };
}

/** Names the clause of a refusal: every version of a value cites at least one. */
function firstOf(cite: readonly string[]): string {
  return present(cite[0], 'a clause of the version');
}
