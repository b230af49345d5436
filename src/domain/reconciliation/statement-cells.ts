import type { RawCell } from '#domain/reconciliation/raw-table';
import type { DecimalFault } from '#kernel/decimal-text';
import { parseYuan, type Fen } from '#kernel/fen';
import { parsePlainDate, plainDate, type PlainDate } from '#kernel/plain-date';

/** `2026-03-31`, `2026/3/31`, `20260331` or `2026年3月31日`; a time of day after it is ignored. */
const DAY =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|(\d{2})(\d{2})|年(\d{1,2})月(\d{1,2})日)(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** A workbook's day number from 1954 to 2119, a range in which neither amounts nor 20260331 are mistaken for days. */
const SERIAL = /^([2-7]\d{4})(?:\.\d+)?$/;

const THOUSANDS = /^-?\d{1,3}(,\d{3})+(\.\d{1,2})?$/;

/** Reads the day of a cell; undefined where it has none. */
export function readStatementDay({ text, isNumber }: RawCell): PlainDate | undefined {
  const trimmed = text.trim();
  const serial = isNumber ? SERIAL.exec(trimmed)?.[1] : undefined;
  if (serial !== undefined) return dayOfSerial(Number.parseInt(serial, 10));
  const match = DAY.exec(trimmed);
  if (match === null) return undefined;
  // The form that did not match leaves its groups empty.
  const [year = '', ...parts] = match.slice(1).filter(Boolean);
  const [month = '', day = ''] = parts.map((part) => part.padStart(2, '0'));
  return parsePlainDate(`${year}-${month}-${day}`);
}

/** Workbooks count days from 30 December 1899 (ISO/IEC 29500, base 1900, of days from March 1900 on). */
function dayOfSerial(serial: number): PlainDate {
  // Days since 1 March of year 0, taken apart by eras of 400 years: exact for every day of the calendar.
  const number = serial + 693_899;
  const era = Math.floor(number / 146_097);
  const ofEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return plainDate(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

/** Reads the amount of a cell to the fen; a fault where it is no amount, or finer than a fen. */
export function readStatementAmount({ text }: RawCell, thousands: boolean): Fen | DecimalFault {
  const trimmed = text.trim();
  return parseYuan(thousands && THOUSANDS.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed);
}
