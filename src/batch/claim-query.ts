import type { DuckDBConnection } from '@duckdb/node-api';
import { choiceSql, columnNameOf, fieldSql, vectorSql, type FileColumns } from '#batch/claim-columns';
import { PERSON, YEAR, type ClaimUnit } from '#batch/claim-units';
import { rowNumberSql } from '#batch/claim-number';
import { parquet, type ClaimsFiles } from '#batch/claims-file';
import { rowsOf } from '#batch/duckdb';
import { quoteName, quoteText } from '#batch/quote';
import { missingColumn, tooManyGroups } from '#batch/refusals';
import { allow, allowUnless, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { FieldPlan } from '#rules/targets/rows';

/** What a row is to the one above it, as the query's column of that name tells. */
const SAME_YEAR = 0;
export const NEXT_YEAR = 1;
export const OUT_OF_ORDER = 2;
export const NOBODY = 3;

/** A group's column of the query: the position of its member, NULL for none. */
export interface GroupColumn {
  readonly name: string;
  readonly members: readonly string[];
  /** Where the query has it: a choice of the formula is read once for both. */
  readonly at: number;
}

/** Columns of the row above, by names that no file's own columns have. */
const PERSON_ABOVE = '"tongchou person above"';
const YEAR_ABOVE = '"tongchou year above"';

/** Groups are counted in tables of this many cells at most. */
const MOST_GROUPS = 65_536;

/**
 * The columns of a query over claims, in this order: the row's number, its vector's number, what it is to the
 * row above, the fields of the formula, the groups' columns
 * that are no fields.
 */
export interface ClaimQuery {
  /** All but the row's number, which is the unit's to tell. */
  readonly select: readonly string[];
  readonly fields: readonly FieldPlan[];
  readonly groups: readonly GroupColumn[];
  /** Whether rows are told apart by person and year. */
  readonly hasYears: boolean;
}

export const ROW_AT = 0;
export const VECTOR_AT = 1;
export const ORDER_AT = 2;
export const FIELDS_AT = 3;

export interface QueryNeeds {
  readonly fields: readonly FieldPlan[];
  readonly pricedOn: string;
  readonly versionsFrom: readonly number[];
  readonly by: readonly string[];
  /** Members of a group that is no column of the query, one for none. */
  readonly furtherMembers: number;
  readonly hasYears: boolean;
}

/** Plans the query, or names every column that is missing or of another type. */
export async function planQuery(
  connection: DuckDBConnection,
  claims: ClaimsFiles,
  needs: QueryNeeds,
): Promise<Decision<ClaimQuery>> {
  const { columns } = claims;
  const refusals: Refusal[] = [];
  const vector = collect(vectorSql(needs.pricedOn, needs.versionsFrom, columns), refusals);
  const fields = needs.fields.map((field) => collect(fieldSql(field, columns), refusals) ?? 'NULL');
  if (needs.hasYears) refusals.push(...personFaults(columns));
  const groups: GroupColumn[] = [];
  const own: string[] = [];
  for (const name of needs.by) {
    const at = needs.fields.findIndex(
      ({ field, options }) => options !== undefined && columnNameOf(field) === name,
    );
    const options = needs.fields[at]?.options;
    if (options === undefined) {
      const members = collect(await membersOf(connection, claims, name), refusals) ?? [];
      groups.push({ name, members, at: FIELDS_AT + fields.length + own.length });
      own.push(groupSql(name, members));
    } else groups.push({ name, members: options, at: FIELDS_AT + at });
  }
  const size = groups.reduce((product, { members }) => product * (members.length + 1), needs.furtherMembers);
  if (size > MOST_GROUPS) refusals.push(tooManyGroups(needs.by.join(','), MOST_GROUPS));
  return allowUnless(refusals, () => ({
    select: [vector ?? '0', needs.hasYears ? orderSql() : '0::UTINYINT', ...fields, ...own],
    fields: needs.fields,
    groups,
    hasYears: needs.hasYears,
  }));
}

/** The SQL of one unit's rows, in the order of the file. */
export function unitSql(
  { select, hasYears }: Pick<ClaimQuery, 'select' | 'hasYears'>,
  file: string,
  unit: ClaimUnit,
): string {
  const rows = `SELECT * FROM ${parquet(file)} WHERE ${unit.where}`;
  const [person, year] = [quoteName(PERSON), quoteName(YEAR)];
  // lag() over the file's order is streamed, a row at a time; it holds no window in memory.
  const from = hasYears
    ? `SELECT *, lag(${person}) OVER () AS ${PERSON_ABOVE}, lag(${year}) OVER () AS ${YEAR_ABOVE} FROM (${rows})`
    : rows;
  return `SELECT ${[`${rowNumberSql(unit)}::DOUBLE`, ...select].map((sql, at) => `${sql} AS c${at}`).join(', ')}
    FROM (${from})`;
}

function orderSql(): string {
  const [person, year] = [quoteName(PERSON), quoteName(YEAR)];
  return `(CASE WHEN ${person} IS NULL OR ${year} IS NULL THEN ${NOBODY}
    WHEN ${PERSON_ABOVE} IS NULL THEN ${NEXT_YEAR}
    WHEN ${person} = ${PERSON_ABOVE} AND ${year} = ${YEAR_ABOVE} THEN ${SAME_YEAR}
    WHEN ${person} > ${PERSON_ABOVE} OR (${person} = ${PERSON_ABOVE} AND ${year} > ${YEAR_ABOVE}) THEN ${NEXT_YEAR}
    ELSE ${OUT_OF_ORDER} END)::UTINYINT`;
}

function personFaults(columns: FileColumns): readonly Refusal[] {
  return [
    ...(columns.has(PERSON) ? [] : [missingColumn(PERSON, 'BIGINT, VARCHAR')]),
    ...(columns.has(YEAR) ? [] : [missingColumn(YEAR, 'INTEGER')]),
  ];
}

/** What stands in the files in a column. */
async function membersOf(
  connection: DuckDBConnection,
  { files, columns }: ClaimsFiles,
  name: string,
): Promise<Decision<readonly string[]>> {
  if (!columns.has(name)) return refuse(missingColumn(name, 'VARCHAR'));
  const found = await rowsOf(
    connection,
    `SELECT DISTINCT ${quoteName(name)}::VARCHAR AS member FROM ${parquet(...files)}
     WHERE ${quoteName(name)} IS NOT NULL ORDER BY member LIMIT ${MOST_GROUPS}`,
  );
  if (found.length === MOST_GROUPS) return refuse(tooManyGroups(name, MOST_GROUPS));
  return allow(found.map(({ member }) => String(member)));
}

/** Members up to which a list is searched faster than the engine's enumeration looks one up. */
const FEW_MEMBERS = 32;

/** Of many members the engine's own enumeration: one look-up a row, however many there are. */
function groupSql(name: string, members: readonly string[]): string {
  if (members.length === 0) return 'NULL::UTINYINT';
  if (members.length <= FEW_MEMBERS) return choiceSql(quoteName(name), members);
  return `TRY_CAST(${quoteName(name)}::VARCHAR AS ENUM(${members.map(quoteText).join(', ')}))`;
}
