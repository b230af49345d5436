import { parseDecimal, type Decimal, type DecimalFault } from '#kernel/decimal-text';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan } from '#kernel/fen';
import { parseRate } from '#kernel/rate';
import { multiply, rationalFromDecimal, type Rational } from '#kernel/rational';
import { PANEL_ASSUMPTIONS_SCHEMA } from '#application/panel/panel-assumptions-schema';
import { readFact, readYears } from '#application/panel/read-panel-years';
import { readText } from '#application/panel/read-text';
import type {
  WrittenAssumptions,
  WrittenBase,
  WrittenFactors,
  WrittenTotal,
} from '#application/panel/written-assumptions';
import type { TextSource } from '#application/ports/csv-reader';
import { isItemName } from '#domain/disclosure/items';
import { unitNamed } from '#domain/disclosure/units';
import type {
  CityAssumptions,
  CityFactors,
  EmployeeBase,
  PanelAssumptions,
  PublishedUse,
  ResidentBase,
} from '#domain/panel/assumptions';
import { checkSchema } from '#rules/pack/check-schema';
import { readYaml, type YamlContent } from '#rules/pack/read-yaml';

/** Reads the assumptions file of a place; each problem is refused with file, line and field. */
export function readPanelAssumptions({ file, text }: TextSource): Decision<PanelAssumptions> {
  const yaml = readYaml(file, text, 'text');
  if (!yaml.allowed) return yaml;
  const [first, ...others] = checkSchema(yaml.value, PANEL_ASSUMPTIONS_SCHEMA);
  if (first !== undefined) return refuse(first, ...others);
  const written = yaml.value.content as WrittenAssumptions;
  const refusals: Refusal[] = [];
  const published = readPublished(written, yaml.value, refusals);
  written.later_years.forEach(({ year }, index) => {
    const expected = Number.parseInt(written.base_year.year, 10) + index + 1;
    if (year !== String(expected)) {
      refusals.push(yearOutOfOrder(`${yaml.value.locate(['later_years', index, 'year'])} year`, expected));
    }
  });
  return allowUnless(refusals, () => ({
    employee: readEmployeeBase(written),
    ...readResidentBase(written),
    cities: written.cities.map(readCity),
    years: readYears(written),
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

function readBase(
  written: WrittenBase,
): Pick<EmployeeBase, 'expenditure' | 'enrolled' | 'fundOpening' | 'defaults'> {
  const { value, why } = written.fund_opening;
  return {
    expenditure: readTotal(written.expenditure),
    enrolled: readTotal(written.enrolled),
    fundOpening: { value: readText(value, parseYuan), why },
    defaults: written.defaults.map(readFact),
  };
}

function readEmployeeBase({ employee }: WrittenAssumptions): EmployeeBase {
  const { income, income_prior: prior, collections_share: share } = employee;
  return {
    ...readBase(employee),
    income: readTotal(income),
    ...(prior === undefined ? {} : { incomePrior: readTotal(prior) }),
    collectionsShare: readText(share.value, parseRate),
  };
}

function readResidentBase({ resident }: WrittenAssumptions): { readonly resident?: ResidentBase } {
  if (resident === undefined) return {};
  const { enrolled_prior: prior, fee_prior: fee, other_income: other } = resident;
  return {
    resident: {
      ...readBase(resident),
      ...(prior === undefined ? {} : { enrolledPrior: readTotal(prior) }),
      ...(fee === undefined ? {} : { feePrior: readText(fee.value, parseYuan) }),
      otherIncome: readText(other.value, parseYuan),
    },
  };
}

function readTotal({ value, unit }: WrittenTotal): Rational {
  return multiply(rationalFromDecimal(readText(value, decimalOf)), unitNamed(unit).inBase);
}

function readCity(written: WrittenAssumptions['cities'][number]): CityAssumptions {
  const { id, name, why, population, employee, resident } = written;
  return {
    id,
    name,
    why,
    ...(population === undefined ? {} : { population: BigInt(population) }),
    ...(employee === undefined ? {} : { employee: readFactors(employee) }),
    ...(resident === undefined ? {} : { resident: readFactors(resident) }),
  };
}

function readFactors(written: WrittenFactors): CityFactors {
  const { insured_share, insured, income_level, cost_level, opening_months, facts = [] } = written;
  return {
    ...(insured_share === undefined ? {} : { insuredShare: readText(insured_share, parseRate) }),
    ...(insured === undefined ? {} : { insured: BigInt(insured) }),
    ...(income_level === undefined ? {} : { incomeLevel: readText(income_level, parseRate) }),
    ...(cost_level === undefined ? {} : { costLevel: readText(cost_level, parseRate) }),
    ...(opening_months === undefined
      ? {}
      : { openingMonths: rationalFromDecimal(readText(opening_months, decimalOf)) }),
    facts: facts.map(readFact),
  };
}

function decimalOf(text: string): Decimal | DecimalFault {
  return parseDecimal(text, 4);
}

function unknownItem(at: string, item: string): Refusal {
  return {
    code: 'disclosure_item_unknown',
    at,
    what: { zh: `不认识“${item}”`, en: `"${item}" is unknown` },
    next: { zh: '写公开数据文件中的项目名', en: 'write the name of an item of the published figures' },
  };
}

function yearOutOfOrder(at: string, expected: number): Refusal {
  return {
    code: 'bad_year',
    at,
    what: { zh: '年度不连续', en: 'the years do not follow one another' },
    next: { zh: `此处应为 ${expected}`, en: `write ${expected} here` },
  };
}
