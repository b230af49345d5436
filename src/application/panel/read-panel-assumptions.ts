import { assert } from '#kernel/assert';
import { parseDecimal, type Decimal, type DecimalFault } from '#kernel/decimal-text';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan } from '#kernel/fen';
import { parseRate, type Rate } from '#kernel/rate';
import { multiply, rationalFromDecimal, type Rational } from '#kernel/rational';
import {
  PANEL_ASSUMPTIONS_SCHEMA,
  type NationalName,
  type WrittenAssumptions,
  type WrittenEvents,
  type WrittenFactors,
} from '#application/panel/panel-assumptions-schema';
import type { TextSource } from '#application/ports/csv-reader';
import { isItemName } from '#domain/disclosure/items';
import { unitNamed } from '#domain/disclosure/units';
import type {
  CityFactors,
  PanelAssumptions,
  PanelParameters,
  PublishedUse,
  SchemeEvents,
} from '#domain/panel/assumptions';
import { checkSchema } from '#rules/pack/check-schema';
import { readYaml, type YamlContent } from '#rules/pack/read-yaml';

/** Reads an assumptions file; each problem is refused with file, line and field. */
export function readPanelAssumptions({ file, text }: TextSource): Decision<PanelAssumptions> {
  const yaml = readYaml(file, text, 'text');
  if (!yaml.allowed) return yaml;
  const [first, ...others] = checkSchema(yaml.value, PANEL_ASSUMPTIONS_SCHEMA);
  if (first !== undefined) return refuse(first, ...others);
  const written = yaml.value.content as WrittenAssumptions;
  const refusals: Refusal[] = [];
  const published = readPublished(written, yaml.value, refusals);
  return allowUnless(refusals, () => ({
    year: Number.parseInt(written.year, 10),
    national: readNational(written),
    parameters: readParameters(written),
    cities: written.cities.map(({ population, employee, resident, ...city }) => ({
      ...city,
      population: BigInt(population),
      employee: readFactors(employee),
      resident: readFactors(resident),
    })),
    events: {
      employee: readEvents(written.events.employee),
      resident: readEvents(written.events.resident),
    },
    published,
  }));
}

function readPublished(
  written: WrittenAssumptions,
  yaml: YamlContent,
  refusals: Refusal[],
): readonly PublishedUse[] {
  return written.published.flatMap(({ scheme, pool, field, place, period, statement, item }, index) => {
    if (isItemName(item))
      return [{ scheme, pool, field, statement: { place, period, scheme: statement }, item }];
    refusals.push(unknownItem(`${yaml.locate(['published', index, 'item'])} item`, item));
    return [];
  });
}

function readNational({ national }: WrittenAssumptions): PanelAssumptions['national'] {
  const total = (name: NationalName): Rational => {
    const { value, unit } = national[name];
    return multiply(rationalFromDecimal(read(value, decimalOf)), unitNamed(unit).inBase);
  };
  return {
    employeePoolIncome: total('employee_pool_income'),
    employeePoolIncomePrior: total('employee_pool_income_prior'),
    employeePoolExpenditure: total('employee_pool_expenditure'),
    employeeEnrolled: total('employee_enrolled'),
    residentExpenditure: total('resident_expenditure'),
    residentEnrolled: total('resident_enrolled'),
    residentEnrolledPrior: total('resident_enrolled_prior'),
  };
}

function readParameters({ parameters }: WrittenAssumptions): PanelParameters {
  return {
    employeeCollectionsShare: read(parameters.employee_collections_share.value, parseRate),
    residentFee: read(parameters.resident_fee.value, parseYuan),
    residentFeePrior: read(parameters.resident_fee_prior.value, parseYuan),
    residentSubsidy: read(parameters.resident_subsidy.value, parseYuan),
    residentOtherIncome: read(parameters.resident_other_income.value, parseYuan),
    levyRates: {
      employee: read(parameters.levy_rates.employee, parseRate),
      resident: read(parameters.levy_rates.resident, parseRate),
    },
  };
}

function readFactors(written: WrittenFactors): CityFactors {
  const optional = <Name extends keyof CityFactors>(
    name: Name,
    text: string | undefined,
  ): Partial<Record<Name, Rate>> =>
    text === undefined ? {} : ({ [name]: read(text, parseRate) } as Partial<Record<Name, Rate>>);
  return {
    ...optional('insuredShare', written.insured_share),
    ...optional('incomeLevel', written.income_level),
    ...optional('costLevel', written.cost_level),
    openingMonths: rationalFromDecimal(read(written.opening_months, decimalOf)),
  };
}

function readEvents(written: WrittenEvents): SchemeEvents {
  const { fund } = written;
  return {
    fund: {
      openingBalance: read(fund.opening_balance, parseYuan),
      interest: read(fund.interest, parseYuan),
      otherIncome: read(fund.other_income, parseYuan),
      why: fund.why,
    },
    failedConditions: written.failed_conditions,
    treasuryCovers: written.treasury_covers,
    emergencies: written.emergencies.map(({ amount, ...rest }) => ({
      ...rest,
      amount: read(amount, parseYuan),
    })),
    recoveries: written.recoveries.map(({ place_of_care, place_of_insurance, amount, why }) => ({
      placeOfCare: place_of_care,
      placeOfInsurance: place_of_insurance,
      amount: read(amount, parseYuan),
      why,
    })),
  };
}

function decimalOf(text: string): Decimal | DecimalFault {
  return parseDecimal(text, 4);
}

/** Reads a text that the schema has already found to be well written. */
function read<T>(text: string, parse: (text: string) => T | string): T {
  const value = parse(text);
  assert(typeof value !== 'string', `the schema lets only readable values through, not ${text}`);
  return value;
}

function unknownItem(at: string, item: string): Refusal {
  return {
    code: 'disclosure_item_unknown',
    at,
    what: { zh: `不认识“${item}”`, en: `"${item}" is unknown` },
    next: { zh: '写公开数据文件中的项目名', en: 'write the name of an item of the published figures' },
  };
}
