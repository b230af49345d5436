import type { CellKey } from '#domain/statement/cell-terms';
import type { StatementCheck } from '#domain/statement/check-drawn';
import { cellOf, type DrawnColumn, type DrawnForm } from '#domain/statement/draw-form';
import type { StatementPeriod } from '#domain/statement/spans';
import type { StatementSubject } from '#domain/statement/turnover';
import { assert } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { type Fen, fenOf, formatYuan } from '#kernel/fen';
import type { RawStatementForm, RawStatementPart } from '#rules/pack/raw-statement';

/** Name of the content's shape: if it ever changes, kept statements stay readable. */
const FORMAT = 'statement/1';

/** A statement with all its forms and checks, as it was drawn. */
export interface DrawnStatement {
  readonly subject: StatementSubject;
  readonly period: StatementPeriod;
  readonly withoutBooks: readonly string[];
  /** Number of the last event it includes. */
  readonly head: bigint;
  readonly packHash: string;
  readonly forms: readonly DrawnForm[];
  readonly checks: readonly StatementCheck[];
}

/** Writes a statement as canonical JSON with its forms, readable without any pack: the bytes that are signed. */
export function statementContent(drawn: DrawnStatement): string {
  const { subject, period, withoutBooks, head, packHash, forms, checks } = drawn;
  return canonicalJson({
    format: FORMAT,
    subject,
    period,
    withoutBooks,
    head: head.toString(),
    packHash,
    forms: forms.map((form) => ({
      form: form.form,
      columns: form.columns,
      parts: form.parts,
      cells: cellsOf(form),
    })),
    checks: checks.map((check) => ({
      ...check,
      failures: check.failures.map((failure) => ({ ...failure, difference: formatYuan(failure.difference) })),
    })),
  } as unknown as CanonicalValue);
}

/** Reads a kept statement back. */
export function readStatement(content: string): DrawnStatement {
  const { format, head, forms, checks, ...rest } = JSON.parse(content) as StoredStatement;
  assert(format === FORMAT, `a statement of the format ${FORMAT}`);
  return {
    ...rest,
    head: BigInt(head),
    forms: forms.map(({ cells, ...form }) => ({
      ...form,
      cells: new Map(Object.entries(cells).map(readCell)),
    })),
    checks: checks.map((check) => ({
      ...check,
      failures: check.failures.map((failure) => ({ ...failure, difference: fenOf(failure.difference) })),
    })),
  };
}

type Stored<T, Changed> = Omit<T, keyof Changed> & Changed;

interface StoredForm {
  readonly form: RawStatementForm;
  readonly columns: readonly DrawnColumn[];
  readonly parts: readonly RawStatementPart[];
  /** "line column part" → yuan; null where there are no books of that time. */
  readonly cells: Readonly<Record<string, string | null>>;
}

type StoredStatement = Stored<
  DrawnStatement,
  {
    readonly format: string;
    readonly head: string;
    readonly forms: readonly StoredForm[];
    readonly checks: readonly Stored<
      StatementCheck,
      {
        readonly failures: readonly {
          readonly at: string;
          readonly name: Bilingual;
          readonly line: string | null;
          readonly difference: string;
        }[];
      }
    >[];
  }
>;

function cellsOf(drawn: DrawnForm): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    keysOf(drawn).map((key) => {
      const amount = cellOf(drawn, key);
      return [`${key.line} ${key.column} ${key.part}`, amount === null ? null : formatYuan(amount)];
    }),
  );
}

/** Lists every cell of a form, by line, column and part. */
export function keysOf({ form, columns, parts }: DrawnForm): readonly CellKey[] {
  return form.lines.flatMap(({ id: line }) =>
    columns.flatMap(({ span }) => parts.map(({ id: part }) => ({ line, column: span, part }))),
  );
}

function readCell([key, text]: readonly [string, string | null]): readonly [string, Fen | null] {
  return [key, text === null ? null : fenOf(text)];
}
