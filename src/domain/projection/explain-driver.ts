import type { Band } from '#domain/projection/cohorts';
import { DRIVERS, PPM, type Driver, type DriverName } from '#domain/projection/driver';
import type { RuleChange, SchemeProjection } from '#domain/projection/scheme-projection';
import type { Bilingual } from '#kernel/bilingual';
import { formatRate, rate } from '#kernel/rate';
import { rational } from '#kernel/rational';
import type { Trace } from '#rules/explain/trace';

/** Names of the drivers. */
export const DRIVER_LABELS: Readonly<Record<DriverName, Bilingual>> = {
  premium: { zh: '人均缴费增长率', en: 'Growth of the premium per contributor' },
  cost: { zh: '同龄人均费用增长率', en: 'Growth of the cost of a person of unchanged age' },
  entries: { zh: '新参保率', en: 'Newly enrolled, of the insured' },
};

/** Writes millionths as a percentage: 50 000 is "5%". */
export function ppmText(ppm: bigint): string {
  return formatRate(rate(rational(ppm, PPM)));
}

/** Names the nodes of what was given, so that a figure can name them as its inputs. */
export const driverNode = (name: DriverName, pool?: string): string =>
  pool === undefined ? `driver/${name}` : `driver/${name}/${pool}`;
export const bandNode = (band: string): string => `band/${band}`;
export const ruleNode = (value: string, from: number): string => `rule/${value}/${from}`;

/** Notes every driver, band and rule change with where it comes from. */
export function noteGiven(trace: Trace, { drivers, bands, pools, rules }: SchemeProjection): void {
  for (const name of DRIVERS) noteDriver(trace, name, drivers[name]);
  for (const band of bands) noteBand(trace, band);
  for (const { id, drivers: own } of pools) {
    for (const name of DRIVERS) if (own[name] !== undefined) noteDriver(trace, name, own[name], id);
  }
  for (const change of rules) noteRule(trace, change);
}

function noteDriver(trace: Trace, name: DriverName, { ratePpm, basis }: Driver, pool?: string): void {
  trace.note(
    { id: driverNode(name, pool), label: DRIVER_LABELS[name], formula: basisText(basis) },
    { kind: 'rate', rate: ppmText(ratePpm) },
  );
}

function noteBand(trace: Trace, band: Band): void {
  const { id, years, exitsPpm, contributingPpm, enteringPpm, costAbovePpm, basis } = band;
  const span =
    years === undefined ? { zh: '不封顶', en: 'open' } : { zh: `${years} 岁`, en: `${years} years` };
  const rates = [exitsPpm, contributingPpm, enteringPpm, costAbovePpm].map(ppmText);
  const [exits, contributing, entering, above] = rates;
  trace.note(
    {
      id: bandNode(id),
      label: { zh: `${id} 岁相对费用`, en: `Relative cost of age ${id}` },
      formula: {
        zh: `跨 ${span.zh}；减少 ${exits}，缴费 ${contributing}，新增占比 ${entering}，费用另增 ${above}；依据：${basis}`,
        en: `spans ${span.en}; exits ${exits}, contributing ${contributing}, entering ${entering}, cost above ${above}; basis: ${basis}`,
      },
    },
    { kind: 'rate', rate: ppmText(band.costWeightPpm) },
  );
}

function noteRule(trace: Trace, { from, values, basis }: RuleChange): void {
  for (const [name, figure] of Object.entries(values)) {
    trace.note(
      {
        id: ruleNode(name, from),
        label: { zh: `${from} 年起 ${name}`, en: `${name} from ${from}` },
        formula: basisText(basis),
      },
      { kind: 'choice', choice: figure },
    );
  }
}

function basisText(basis: string): Bilingual {
  return { zh: `依据：${basis}`, en: `basis: ${basis}` };
}
