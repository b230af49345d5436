import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan } from '#kernel/fen';
import {
  EMERGENCY_CAUSES,
  FUND_CONTENTS,
  PANEL_SCHEMES,
  POOL_FIELDS,
  RECOVERY_CONTENTS,
  type FieldContent,
  type PanelField,
  type PanelScheme,
} from '#domain/panel/fields';
import { findSubject, FUND_SUBJECT, type Panel, type PanelOrigin, type PanelRow } from '#domain/panel/panel';

/** A row of a panel file before it is understood; scheme and origin were checked by the file's reader. */
export interface RawPanelRow {
  readonly at: string;
  readonly scheme: string;
  readonly subject: string;
  readonly field: string;
  readonly value: string;
  readonly origin: string;
  readonly basis: string;
}

/**
 * Checks that rows make a whole panel: known subjects and fields, values as the contract writes them, no
 * figure twice, none missing, recoveries between known pools. Every fault is named by `file:line` and field.
 */
export function readPanelRows(file: string, year: number, rows: readonly RawPanelRow[]): Decision<Panel> {
  const refusals: Refusal[] = [];
  const seen = new Map<string, string>();
  for (const row of rows) {
    const fault = rowFault(row, rows);
    if (fault !== undefined) refusals.push(fault);
    const key = [row.scheme, row.subject, row.field].join('\n');
    const earlier = seen.get(key);
    if (earlier !== undefined) refusals.push(givenTwice(row, earlier));
    seen.set(key, earlier ?? row.at);
  }
  for (const scheme of PANEL_SCHEMES) refusals.push(...missingFigures(file, scheme, rows));
  return allowUnless(refusals, () => ({ year, rows: rows.map(understood) }));
}

function understood({ scheme, subject, field, value, origin, basis }: RawPanelRow): PanelRow {
  return {
    scheme: scheme as PanelScheme,
    subject,
    field: field as PanelField,
    value,
    origin: origin as PanelOrigin,
    basis,
  };
}

function rowFault(row: RawPanelRow, rows: readonly RawPanelRow[]): Refusal | undefined {
  const subject = findSubject(row.subject);
  if (subject === undefined) return unknownSubject(row, row.subject);
  if (subject.kind === 'recovery') {
    const stranger = [subject.placeOfCare, subject.placeOfInsurance].find(
      (id) => !isPool(id, row.scheme, rows),
    );
    if (stranger !== undefined) return unknownSubject(row, stranger);
  }
  const content = contentsOf(row.subject).get(row.field as PanelField);
  if (content === undefined) return unknownField(row);
  return isWritten(row.value, content) ? undefined : badValue(row, content);
}

function isPool(id: string, scheme: string, rows: readonly RawPanelRow[]): boolean {
  return rows.some((row) => row.scheme === scheme && row.subject === id) && id !== FUND_SUBJECT;
}

function contentsOf(subject: string): ReadonlyMap<PanelField, FieldContent> {
  const kind = findSubject(subject)?.kind;
  return kind === 'fund' ? FUND_CONTENTS : kind === 'recovery' ? RECOVERY_CONTENTS : POOL_FIELDS;
}

function isWritten(value: string, content: FieldContent): boolean {
  switch (content) {
    case 'amount': {
      const amount = parseYuan(value);
      return typeof amount === 'bigint' && amount >= 0n;
    }
    case 'signed_amount':
      return typeof parseYuan(value) === 'bigint';
    case 'persons':
      return /^\d{1,10}$/.test(value);
    case 'cause':
      return EMERGENCY_CAUSES.some((cause) => cause === value);
    case 'flag':
      return value === 'true' || value === 'false';
  }
}

function missingFigures(file: string, scheme: PanelScheme, rows: readonly RawPanelRow[]): readonly Refusal[] {
  const own = rows.filter((row) => row.scheme === scheme && findSubject(row.subject) !== undefined);
  const subjects = new Set([FUND_SUBJECT, ...own.map(({ subject }) => subject)]);
  const missing = [...subjects].flatMap((subject) => {
    const ofSubject = own.filter((row) => row.subject === subject);
    return [...contentsOf(subject).keys()]
      .filter((field) => !ofSubject.some((row) => row.field === field))
      .map((field) => missingFigure(ofSubject[0]?.at ?? file, scheme, subject, field));
  });
  const hasPool = own.some(({ subject }) => findSubject(subject)?.kind === 'pool');
  return hasPool ? missing : [...missing, missingFigure(file, scheme, '*', 'collections')];
}

const FORMS: Readonly<Record<FieldContent, { readonly zh: string; readonly en: string }>> = {
  amount: { zh: '写成元，最多两位小数，不为负', en: 'write yuan with at most two decimals, not negative' },
  signed_amount: { zh: '写成元，最多两位小数', en: 'write yuan with at most two decimals' },
  persons: { zh: '写成整数人数', en: 'write a whole number of persons' },
  cause: {
    zh: `写其中之一：${EMERGENCY_CAUSES.join('、')}`,
    en: `write one of: ${EMERGENCY_CAUSES.join(', ')}`,
  },
  flag: { zh: '写 true 或 false', en: 'write true or false' },
};

function badValue(row: RawPanelRow, content: FieldContent): Refusal {
  return {
    code: 'panel_value_malformed',
    at: `${row.at} value`,
    what: {
      zh: `${row.subject} 的 ${row.field} 不能是“${row.value}”`,
      en: `${row.field} of ${row.subject} cannot be "${row.value}"`,
    },
    next: FORMS[content],
  };
}

function unknownSubject(row: RawPanelRow, subject: string): Refusal {
  return {
    code: 'panel_subject_unknown',
    at: `${row.at} subject`,
    what: { zh: `不认识“${subject}”`, en: `"${subject}" is unknown` },
    next: {
      zh: '写统筹区代号、fund，或 recovery:<就医地>:<参保地>',
      en: 'write the id of a pool of this panel, fund, or recovery:<place of care>:<place of insurance>',
    },
  };
}

function unknownField(row: RawPanelRow): Refusal {
  const fields = [...contentsOf(row.subject).keys()].join(', ');
  return {
    code: 'panel_field_unknown',
    at: `${row.at} field`,
    what: { zh: `${row.subject} 没有“${row.field}”这一项`, en: `${row.subject} has no field "${row.field}"` },
    next: { zh: `写其中之一：${fields}`, en: `write one of: ${fields}` },
  };
}

function givenTwice(row: RawPanelRow, earlier: string): Refusal {
  return {
    code: 'panel_figure_twice',
    at: `${row.at} field`,
    what: {
      zh: `${row.subject} 的 ${row.field} 已见于 ${earlier}`,
      en: `${row.field} of ${row.subject} was already given at ${earlier}`,
    },
    next: { zh: '每项只留一行', en: 'keep one row for each figure' },
  };
}

function missingFigure(at: string, scheme: PanelScheme, subject: string, field: PanelField): Refusal {
  return {
    code: 'panel_figure_missing',
    at: `${at} field`,
    what: { zh: `${scheme} ${subject} 缺少 ${field}`, en: `${scheme} ${subject} lacks ${field}` },
    next: { zh: '补上一行，缺数不当作零', en: 'add its row: a missing figure is not read as zero' },
  };
}
