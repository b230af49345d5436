import { columnTypeWrong, missingColumn } from '#batch/refusals';
import { quoteName, quoteTexts } from '#batch/quote';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { FieldPlan } from '#rules/targets/rows';

/** The columns of a claims file by name, each with its SQL type. */
export type FileColumns = ReadonlyMap<string, string>;

const INTEGER = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;
const DECIMAL = /^DECIMAL\((\d+),(\d+)\)$/;

/** The column of a field: `firstPayBase` is `first_pay_base`. */
export function columnNameOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * The SQL of a field as targets hold it. The column's type decides how it is read, and a type that could be read
 * in two ways, or that is not exact, is refused: whole fen lie in `cost_fen`, decimal yuan in `cost`.
 */
export function fieldSql(field: FieldPlan, columns: FileColumns): Decision<string> {
  const name = columnNameOf(field.field);
  if (field.unit === 'fen') return moneySql(name, columns);
  const type = columns.get(name);
  if (type === undefined) return refuse(missingColumn(name, expectedType(field)));
  const column = quoteName(name);
  const wrong = (): Decision<string> => refuse(columnTypeWrong(name, type, expectedType(field)));
  switch (field.unit) {
    case 'date':
      return type === 'DATE' ? allow(column) : wrong();
    case 'truth':
      return type === 'BOOLEAN' ? allow(`${column}::UTINYINT`) : wrong();
    case 'choice':
      return isText(type) ? allow(choiceSql(column, field.options ?? [])) : wrong();
    case 'rate':
    case 'points':
    case 'count':
    case 'exact': {
      const decimals = decimalsOf(type);
      return decimals !== undefined && 10n ** BigInt(decimals) <= field.scale
        ? allow(`(${column} * ${field.scale})::DOUBLE`)
        : wrong();
    }
  }
}

function moneySql(name: string, columns: FileColumns): Decision<string> {
  const inFen = columns.get(`${name}_fen`);
  if (inFen !== undefined) {
    return INTEGER.test(inFen)
      ? allow(`${quoteName(`${name}_fen`)}::DOUBLE`)
      : refuse(columnTypeWrong(`${name}_fen`, inFen, 'BIGINT'));
  }
  const type = columns.get(name);
  if (type === undefined) return refuse(missingColumn(`${name}_fen`, 'BIGINT'));
  const decimals = DECIMAL.test(type) ? decimalsOf(type) : undefined;
  return decimals !== undefined && decimals <= 2
    ? allow(`(${quoteName(name)} * 100)::DOUBLE`)
    : refuse(columnTypeWrong(name, type, 'DECIMAL(18,2)'));
}

/**
 * The position of an option; NULL for any other text, which is refused like a missing one. Of a column with a
 * dictionary the engine looks up each entry once, which it does not do for a CASE.
 */
export function choiceSql(column: string, options: readonly string[]): string {
  const type = options.length > 255 ? 'USMALLINT' : 'UTINYINT';
  return `(list_position(${quoteTexts(options)}, ${column}::VARCHAR) - 1)::${type}`;
}

/** The number of the vector of a day: the last, without figures, before the first version or on no known day. */
export function vectorSql(
  pricedOn: string,
  versionsFrom: readonly number[],
  columns: FileColumns,
): Decision<string> {
  const name = columnNameOf(pricedOn);
  const type = columns.get(name);
  if (type === undefined) return refuse(missingColumn(name, 'DATE'));
  if (type !== 'DATE') return refuse(columnTypeWrong(name, type, 'DATE'));
  const day = quoteName(name);
  const cases = versionsFrom.map((from, at) => ` WHEN ${day} >= DATE '1970-01-01' + (${from}) THEN ${at}`);
  return allow(`(CASE${cases.toReversed().join('')} ELSE ${versionsFrom.length} END)::USMALLINT`);
}

function isText(type: string): boolean {
  return type === 'VARCHAR' || type.startsWith('ENUM(');
}

function decimalsOf(type: string): number | undefined {
  if (INTEGER.test(type)) return 0;
  const found = DECIMAL.exec(type)?.[2];
  return found === undefined ? undefined : Number.parseInt(found, 10);
}

function expectedType({ unit }: FieldPlan): string {
  switch (unit) {
    case 'date':
      return 'DATE';
    case 'truth':
      return 'BOOLEAN';
    case 'choice':
      return 'VARCHAR';
    case 'count':
      return 'INTEGER';
    default:
      return 'DECIMAL(10,4)';
  }
}
