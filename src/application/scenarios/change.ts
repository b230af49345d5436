import { assert } from '#kernel/assert';
import { formatDecimal, parseDecimal } from '#kernel/decimal-text';

/** A figure in the run, in the scenario, and the second less the first; all exact text. */
export interface Change {
  readonly baseline: string;
  readonly scenario: string;
  readonly difference: string;
}

/** A change of a figure that there need not be; the difference is null unless there are both. */
export interface OptionalChange {
  readonly baseline: string | null;
  readonly scenario: string | null;
  readonly difference: string | null;
}

/** Decimals of any figure that is compared: amounts and months have two, values up to four. */
const MAX_DECIMALS = 6;

/** The exact difference of two decimal texts; it has as many decimals as the finer of them. */
export function changeOf(baseline: string, scenario: string): Change {
  const [before, after] = [decimalOf(baseline), decimalOf(scenario)];
  const scale = Math.max(before.scale, after.scale);
  const at = ({ coefficient, scale: own }: typeof before): bigint => coefficient * 10n ** BigInt(scale - own);
  return { baseline, scenario, difference: formatDecimal({ coefficient: at(after) - at(before), scale }) };
}

export function optionalChange(baseline: string | null, scenario: string | null): OptionalChange {
  if (baseline === null || scenario === null) return { baseline, scenario, difference: null };
  return changeOf(baseline, scenario);
}

/** The change of each member that either side has; what one side lacks counts as nothing paid: 0.00. */
export function changesOf(
  baseline: Readonly<Record<string, string>>,
  scenario: Readonly<Record<string, string>>,
): Readonly<Record<string, Change>> {
  const names = [...new Set([...Object.keys(baseline), ...Object.keys(scenario)])];
  return Object.fromEntries(
    names.map((name) => [name, changeOf(baseline[name] ?? NOTHING, scenario[name] ?? NOTHING)]),
  );
}

/** What a contract's row that is not there stands for: rows above zero only are listed. */
const NOTHING = '0.00';

function decimalOf(text: string): { readonly coefficient: bigint; readonly scale: number } {
  const decimal = parseDecimal(text, MAX_DECIMALS);
  assert(typeof decimal !== 'string', `"${text}" is a figure of the contract`);
  return decimal;
}
