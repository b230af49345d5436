import { allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';
import { isItemName, type ItemName } from '#domain/disclosure/items';
import { readFigure, type PublishedFigure } from '#domain/disclosure/published-figure';
import { isUnitName } from '#domain/disclosure/units';

/** One line of an official page, as the data file holds it. `at` is its place, `file:line`. */
export interface DisclosureRow {
  readonly at: string;
  readonly place: string;
  readonly level: string;
  readonly province: string;
  readonly period: string;
  readonly scheme: string;
  readonly item: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
  readonly source: string;
}

/** Whose figures: a place, a period as printed ("2023", "2023Q1", "2024 budget"), an insurance type. */
export interface StatementKey {
  readonly place: string;
  readonly period: string;
  readonly scheme: string;
}

/** All that was found published for one place, period and insurance type. */
export interface Statement extends StatementKey {
  readonly level: string;
  readonly province: string;
  readonly figures: ReadonlyMap<ItemName, PublishedFigure>;
  readonly notes: readonly string[];
  readonly sources: readonly string[];
}

/**
 * Gathers rows into statements, in the order in which they first appear. An unknown line or unit, a line given
 * twice, or a place given with two levels or provinces is refused by `file:line` and field.
 */
export function readStatements(rows: readonly DisclosureRow[]): Decision<readonly Statement[]> {
  const refusals: Refusal[] = [];
  const groups = new Map<string, DisclosureRow[]>();
  for (const row of rows) {
    const key = keyText(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const statements = [...groups.values()].flatMap((group) => readStatement(group, refusals));
  return allowUnless(refusals, () => statements);
}

export function keyText({ place, period, scheme }: StatementKey): string {
  return [place, period, scheme].join('\n');
}

function readStatement(rows: readonly DisclosureRow[], refusals: Refusal[]): readonly Statement[] {
  const [first] = rows;
  if (first === undefined) return [];
  const figures = new Map<ItemName, PublishedFigure>();
  for (const row of rows) {
    for (const field of ['level', 'province'] as const) {
      if (row[field] !== first[field]) refusals.push(contradicts(row, field, first));
    }
    const figure = readRowFigure(row, refusals);
    if (figure === undefined) continue;
    const earlier = figures.get(figure.item);
    if (earlier === undefined) figures.set(figure.item, figure);
    else refusals.push(givenTwice(row, earlier.at));
  }
  const { place, period, scheme, level, province } = first;
  return [
    {
      place,
      period,
      scheme,
      level,
      province,
      figures,
      notes: distinct(rows.map(({ note }) => note)),
      sources: distinct(rows.map(({ source }) => source)),
    },
  ];
}

function readRowFigure(row: DisclosureRow, refusals: Refusal[]): PublishedFigure | undefined {
  if (!isItemName(row.item)) {
    refusals.push(unknown(row, 'item'));
    return undefined;
  }
  if (!isUnitName(row.unit)) {
    refusals.push(unknown(row, 'unit'));
    return undefined;
  }
  return collect(readFigure(row.item, row.value, row.unit, row.at), refusals);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}

function unknown(row: DisclosureRow, field: 'item' | 'unit'): Refusal {
  return {
    code: `disclosure_${field}_unknown`,
    at: `${row.at} ${field}`,
    what: { zh: `不认识“${row[field]}”`, en: `"${row[field]}" is unknown` },
    next: {
      zh: '改用 docs/explanation/data-and-provenance.md 所列的名称',
      en: 'use a name listed in docs/explanation/data-and-provenance.md',
    },
  };
}

function givenTwice(row: DisclosureRow, earlier: string): Refusal {
  return {
    code: 'disclosure_item_twice',
    at: `${row.at} item`,
    what: { zh: `${row.item} 已见于 ${earlier}`, en: `${row.item} was already given at ${earlier}` },
    next: { zh: '每份报表每项只留一行', en: 'keep one row for each line of a statement' },
  };
}

function contradicts(row: DisclosureRow, field: 'level' | 'province', first: DisclosureRow): Refusal {
  return {
    code: 'disclosure_place_contradicts',
    at: `${row.at} ${field}`,
    what: {
      zh: `“${row[field]}”与 ${first.at} 的“${first[field]}”不一致`,
      en: `"${row[field]}" contradicts "${first[field]}" at ${first.at}`,
    },
    next: { zh: '同一报表用同一层级和省份', en: 'give one level and province for one statement' },
  };
}
