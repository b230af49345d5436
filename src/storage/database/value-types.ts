import pg from 'pg';

/** PostgreSQL's numbers of the types that are read in our own way (pg_type.dat). */
const BIGINT = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/**
 * How columns become values: bigint as bigint (money never passes through a float), dates as ISO text (`Date`
 * would add a clock and a time zone), instants as ISO 8601 text in UTC.
 */
export function valueTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(BIGINT, (text) => BigInt(text));
  types.setTypeParser(DATE, (text) => text);
  types.setTypeParser(TIMESTAMPTZ, instantText);
  return types;
}

/**
 * "2026-03-01 08:00:00.5+00" → "2026-03-01T08:00:00.500Z": at least milliseconds, as `Date.toISOString` writes
 * them, and never fewer digits than are stored. The session's time zone is UTC.
 */
function instantText(stored: string): string {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/.exec(stored);
  if (match === null) throw new RangeError(`an instant in UTC was expected, not ${stored}`);
  const [, date = '', time = '', fraction = ''] = match;
  return `${date}T${time}.${fraction.padEnd(3, '0')}Z`;
}
