import { DRIVERS, methodOf, type DriverId, type EstimateFactor } from '#domain/budget/drivers';
import type { EstimateFacts } from '#domain/budget/estimate';
import {
  driverMissing,
  driverUnit,
  driverZero,
  givenMissing,
  pastMissing,
  pastMonths,
} from '#domain/budget/estimate-refusals';
import { PART_LABELS } from '#domain/budget/lines';
import { lineOf, placeKey, type LinePlace } from '#domain/budget/table';
import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import { formatYuanGrouped, type Fen } from '#kernel/fen';
import { divide, formatRational, multiply, rational, type Rational } from '#kernel/rational';
import { ROUNDING_LABELS, roundToFen, timesFraction } from '#kernel/rounding';
import type { NodeValue } from '#rules/explain/node';
import type { Figure, Trace } from '#rules/explain/trace';
import type { Quantity } from '#rules/value/quantity';

/** An estimate in progress: nodes noted so far, and missing inputs, each once. */
export interface EstimateRun {
  readonly facts: EstimateFacts;
  readonly trace: Trace;
  readonly nodes: Map<string, { readonly node: string }>;
  readonly missing: Map<string, Refusal>;
}

/** An exact factor of a product, with the text that stands for it in the formula. */
interface Factor {
  readonly value: Rational;
  readonly text: string;
  readonly node: { readonly node: string };
}

/** Estimates one line; undefined where an input is missing, which is noted in the run. */
export function estimateLine(run: EstimateRun, place: LinePlace): Figure | undefined {
  const { of, given } = run.facts;
  const key = placeKey(place);
  const replaced = given.get(key);
  if (replaced !== undefined) {
    const { zh, en } = { zh: `来源：${replaced.source}`, en: `source: ${replaced.source}` };
    return note(run, place, { zh, en }, [], replaced.fen, replaced.cite);
  }
  const method =
    of.kind === 'fund' ? fundMethod(place) : methodOf(lineOf('pool', place), of.insuranceType, place.part);
  switch (method.kind) {
    case 'given':
      run.missing.set(key, givenMissing(key));
      return undefined;
    case 'product':
      return product(
        run,
        place,
        method.of.map((id) => driver(run, id, key)),
      );
    case 'of_opening':
      return product(run, place, [opening(run, place), driver(run, method.rate, key)]);
    case 'carried':
      return product(run, place, [past(run, key), ...method.by.map((factor) => factorOf(run, factor, key))]);
  }
}

/** Chooses the method of a line of the adjustment fund's table: levies and allocations are decided elsewhere. */
export function fundMethod({
  line,
}: LinePlace): { readonly kind: 'of_opening'; readonly rate: DriverId } | { readonly kind: 'given' } {
  return line === '4201' ? { kind: 'of_opening', rate: 'interest_rate' } : { kind: 'given' };
}

/** Multiplies exactly and rounds once. Money is one of the factors, in fen. */
function product(
  run: EstimateRun,
  place: LinePlace,
  factors: readonly (Factor | undefined)[],
): Figure | undefined {
  const known = factors.filter((factor) => factor !== undefined);
  if (known.length < factors.length) return undefined;
  const exact = known.reduce((value, factor) => multiply(value, factor.value), rational(1n));
  const text = known.map((factor) => factor.text).join(' × ');
  const { zh, en } = ROUNDING_LABELS.half_up;
  const formula = { zh: `${text}，${zh}`, en: `${text}, ${en}` };
  const inputs = known.map((factor) => factor.node);
  return note(run, place, formula, inputs, roundToFen(exact, 'half_up'), ['NAT-P.3']);
}

function note(
  run: EstimateRun,
  place: LinePlace,
  formula: Bilingual,
  inputs: readonly { readonly node: string }[],
  amount: Fen,
  cite: readonly string[],
): Figure {
  const line = lineOf(run.facts.of.kind, place);
  const of = place.ofPool === null ? '' : ` ${place.ofPool}`;
  const part = PART_LABELS[place.part];
  const label = { zh: `${line.label.zh}（${part.zh}）${of}`, en: `${line.label.en} (${part.en})${of}` };
  const id = `line/${placeKey(place)}`;
  const figure = run.trace.figure(
    { id, label, formula, inputs, cite: [...new Set([...line.cite, ...cite])] },
    amount,
  );
  run.nodes.set(id, figure);
  return figure;
}

function opening(run: EstimateRun, { part }: LinePlace): Factor | undefined {
  const [given, node] = [run.facts.opening.get(part), run.nodes.get(`opening/${part}`)];
  if (given === undefined || node === undefined) return undefined;
  return { value: rational(given.fen), text: formatYuanGrouped(given.fen), node };
}

/** Reads last year's figure, extended to twelve months in proportion where the books cover fewer. */
function past(run: EstimateRun, key: string): Factor | undefined {
  const found = run.facts.past.get(key);
  if (found === undefined || !Number.isInteger(found.months) || found.months < 1 || found.months > 12) {
    run.missing.set(`past/${key}`, found === undefined ? pastMissing(key) : pastMonths(key));
    return undefined;
  }
  const { source, cite, months } = found;
  const [text, id] = [formatYuanGrouped(found.fen), `past/${key}`];
  const label = { zh: `上年 ${key}（${months} 个月）`, en: `Last year's ${key} (${months} months)` };
  const formula = { zh: `来源：${source}`, en: `source: ${source}` };
  const node = run.nodes.get(id) ?? run.trace.figure({ id, label, formula, cite }, found.fen);
  run.nodes.set(id, node);
  const value = timesFraction(found.fen, rational(12n, BigInt(months)));
  return { value, text: months === 12 ? text : `${text} × 12 ÷ ${months}`, node };
}

function driver(run: EstimateRun, id: DriverId, key: string): Factor | undefined {
  const given = run.facts.drivers.get(id);
  if (given === undefined) {
    if (!run.missing.has(`drivers/${id}`)) run.missing.set(`drivers/${id}`, driverMissing(id, key));
    return undefined;
  }
  if (given.quantity.unit !== DRIVERS[id].unit) {
    run.missing.set(`drivers/${id}`, driverUnit(id));
    return undefined;
  }
  const { quantity, source, cite } = given;
  const text = quantity.unit === 'fen' ? formatYuanGrouped(quantity.fen) : quantity.text;
  const nodeId = `driver/${id}`;
  const formula = { zh: `来源：${source}`, en: `source: ${source}` };
  const node =
    run.nodes.get(nodeId) ??
    run.trace.note({ id: nodeId, label: DRIVERS[id].label, formula, cite }, nodeValue(quantity));
  run.nodes.set(nodeId, node);
  return { value: magnitude(quantity), text, node };
}

function factorOf(run: EstimateRun, factor: EstimateFactor, key: string): Factor | undefined {
  if (factor === 'enrolment') {
    const [now, before] = [driver(run, 'insured', key), nonZero(run, 'insured_prior', key)];
    if (now === undefined || before === undefined) return undefined;
    const text = { zh: `${now.text} ÷ ${before.text}`, en: `${now.text} ÷ ${before.text}` };
    const label = { zh: '参保人数变动', en: 'Change of enrolment' };
    return derived(run, 'factor/enrolment', label, text, divide(now.value, before.value), [now, before]);
  }
  return factor === 'age' ? ageFactor(run, key) : driver(run, factor, key);
}

/** Reckons the effect of age alone on cost: (1 + share × (ratio − 1)) of this year over that of last year. */
function ageFactor(run: EstimateRun, key: string): Factor | undefined {
  const share = driver(run, 'elderly_share', key);
  const before = driver(run, 'elderly_share_prior', key);
  const ratio = nonZero(run, 'elderly_cost_ratio', key);
  if (share === undefined || before === undefined || ratio === undefined) return undefined;
  const weight = ({ value }: Factor): Rational => {
    const [p, q] = [value, ratio.value];
    const extra = rational(q.numerator - q.denominator, q.denominator);
    const part = multiply(p, extra);
    return rational(part.numerator + part.denominator, part.denominator);
  };
  const top = `(1 + ${share.text} × (${ratio.text} − 1))`;
  const text = `${top} ÷ (1 + ${before.text} × (${ratio.text} − 1))`;
  const label = { zh: '年龄结构变动', en: 'Change of age structure' };
  const value = divide(weight(share), weight(before));
  return derived(run, 'factor/age', label, { zh: text, en: text }, value, [share, before, ratio]);
}

function nonZero(run: EstimateRun, id: DriverId, key: string): Factor | undefined {
  const found = driver(run, id, key);
  if (found === undefined || found.value.numerator > 0n) return found;
  run.missing.set(`drivers/${id}`, driverZero(id));
  return undefined;
}

function derived(
  run: EstimateRun,
  id: string,
  label: Bilingual,
  formula: Bilingual,
  value: Rational,
  inputs: readonly Factor[],
): Factor {
  // For reading; the product goes on with the exact fraction.
  const text = formatRational(value, 6);
  const shown: NodeValue = { kind: 'number', number: text, unit: 'multiple' };
  const node =
    run.nodes.get(id) ?? run.trace.note({ id, label, formula, inputs: inputs.map((one) => one.node) }, shown);
  run.nodes.set(id, node);
  return { value, text, node };
}

function magnitude(quantity: Quantity): Rational {
  switch (quantity.unit) {
    case 'fen':
      return rational(quantity.fen);
    case 'rate':
      return quantity.rate;
    case 'points':
    case 'choice':
      throw new Error('no driver is counted in points or choices');
    default:
      return quantity.count;
  }
}

function nodeValue(quantity: Quantity): NodeValue {
  switch (quantity.unit) {
    case 'fen':
      return { kind: 'fen', amount: quantity.text };
    case 'rate':
      return { kind: 'rate', rate: quantity.text };
    default:
      return { kind: 'number', number: quantity.text, unit: quantity.unit };
  }
}
