import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import type { Bilingual } from '#kernel/bilingual';
import { parseYuan } from '#kernel/fen';
import { parseDecimal } from '#kernel/decimal-text';
import {
  FUND_CONTENTS,
  POOL_FIELDS,
  RECOVERY_CONTENTS,
  RELEASE_CONTENTS,
  type FieldContent,
  type PanelField,
  type PanelNeeds,
  type PanelScheme,
} from '#domain/panel/fields';
import type { Panel, PanelOrigin, PanelRow } from '#domain/panel/panel';
import { findSubject, FUND_SUBJECT } from '#domain/panel/subject';

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

/** Where a panel is from and what it must hold. */
export interface PanelFrame {
  readonly file: string;
  readonly year: number;
  readonly needs: PanelNeeds;
}

/**
 * Checks that rows make a whole panel: known subjects and fields, values as the contract writes them, no
 * figure twice, none missing that the rule needs, recoveries and releases of known pools, no insurance type
 * that is not in force. Every fault is named by `file:line` and field.
 */
export function readPanelRows(frame: PanelFrame, rows: readonly RawPanelRow[]): Decision<Panel> {
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
  const { schemes } = frame.needs;
  for (const scheme of schemes) refusals.push(...missingFigures(frame, scheme, rows));
  const outside = rows.find(({ scheme }) => !schemes.some((inForce) => inForce === scheme));
  if (outside !== undefined) refusals.push(notInForce(outside, frame));
  return allowUnless(refusals, () => ({ year: frame.year, rows: rows.map(understood) }));
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
  const named =
    subject.kind === 'recovery'
      ? [subject.placeOfCare, subject.placeOfInsurance]
      : subject.kind === 'release'
        ? [subject.pool]
        : [];
  const stranger = named.find((id) => !isPool(id, row.scheme, rows));
  if (stranger !== undefined) return unknownSubject(row, stranger);
  const content = contentsOf(row.subject).get(row.field as PanelField);
  if (content === undefined) return unknownField(row);
  return isWritten(row.value, content) ? undefined : badValue(row, content);
}

function isPool(id: string, scheme: string, rows: readonly RawPanelRow[]): boolean {
  return rows.some((row) => row.scheme === scheme && row.subject === id) && id !== FUND_SUBJECT;
}

const CONTENTS = {
  fund: FUND_CONTENTS,
  pool: POOL_FIELDS as ReadonlyMap<PanelField, FieldContent>,
  recovery: RECOVERY_CONTENTS,
  release: RELEASE_CONTENTS,
};

function contentsOf(subject: string): ReadonlyMap<PanelField, FieldContent> {
  return CONTENTS[findSubject(subject)?.kind ?? 'pool'];
}

/** A score is read like every other by the pack's format: at most four decimals. */
const SCORE_DECIMALS = 4;

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
    case 'score': {
      const score = parseDecimal(value, SCORE_DECIMALS);
      return typeof score !== 'string' && score.coefficient >= 0n;
    }
    case 'class':
      return /^[123]$/.test(value);
    case 'flag':
      return value === 'true' || value === 'false';
    default:
      return content.includes(value);
  }
}

function missingFigures(
  { file, needs }: PanelFrame,
  scheme: PanelScheme,
  rows: readonly RawPanelRow[],
): readonly Refusal[] {
  const own = rows.filter((row) => row.scheme === scheme && findSubject(row.subject) !== undefined);
  const subjects = new Set([FUND_SUBJECT, ...own.map(({ subject }) => subject)]);
  const missing = [...subjects].flatMap((subject) => {
    const ofSubject = own.filter((row) => row.subject === subject);
    const isPoolSubject = findSubject(subject)?.kind === 'pool';
    return [...(isPoolSubject ? needs.fields : contentsOf(subject).keys())]
      .filter((field) => !ofSubject.some((row) => row.field === field))
      .map((field) => missingFigure(ofSubject[0]?.at ?? file, scheme, subject, field));
  });
  const hasPool = own.some(({ subject }) => findSubject(subject)?.kind === 'pool');
  const [first = 'revenue'] = needs.fields;
  return hasPool ? missing : [...missing, missingFigure(file, scheme, '*', first)];
}

const FORMS: Readonly<Record<Extract<FieldContent, string>, Bilingual>> = {
  amount: { zh: '写成元，最多两位小数，不为负', en: 'write yuan with at most two decimals, not negative' },
  signed_amount: { zh: '写成元，最多两位小数', en: 'write yuan with at most two decimals' },
  persons: { zh: '写成整数人数', en: 'write a whole number of persons' },
  score: { zh: '写成分数，不为负', en: 'write a score, not negative' },
  class: { zh: '写 1、2 或 3', en: 'write 1, 2 or 3' },
  flag: { zh: '写 true 或 false', en: 'write true or false' },
};

function formOf(content: FieldContent): Bilingual {
  if (typeof content === 'string') return FORMS[content];
  return { zh: `写其中之一：${content.join('、')}`, en: `write one of: ${content.join(', ')}` };
}

function badValue(row: RawPanelRow, content: FieldContent): Refusal {
  return {
    code: 'panel_value_malformed',
    at: `${row.at} value`,
    what: {
      zh: `${row.subject} 的 ${row.field} 不能是“${row.value}”`,
      en: `${row.field} of ${row.subject} cannot be "${row.value}"`,
    },
    next: formOf(content),
  };
}

function unknownSubject(row: RawPanelRow, subject: string): Refusal {
  return {
    code: 'panel_subject_unknown',
    at: `${row.at} subject`,
    what: { zh: `不认识“${subject}”`, en: `"${subject}" is unknown` },
    next: {
      zh: '写统筹区代号、fund、recovery:<就医地>:<参保地> 或 release:<统筹区>',
      en: 'write the id of a pool of this panel, fund, recovery:<place of care>:<place of insurance>, or release:<pool>',
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

function notInForce(row: RawPanelRow, { year, needs }: PanelFrame): Refusal {
  return {
    code: 'not_in_force',
    at: `${row.at} scheme`,
    what: {
      zh: `${year} 年的规定不含险种 ${row.scheme}`,
      en: `the rule does not cover scheme ${row.scheme} in ${year}`,
    },
    next: { zh: `只写险种：${needs.schemes.join('、')}`, en: `give only: ${needs.schemes.join(', ')}` },
  };
}
