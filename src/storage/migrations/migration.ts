import { createHash } from 'node:crypto';
import { migration0001 } from '#storage/migrations/0001-runs';
import { migration0002 } from '#storage/migrations/0002-scenarios';
import { migration0003 } from '#storage/migrations/0003-pack-events';
import { migration0004 } from '#storage/migrations/0004-scenario-years';
import { migration0005 } from '#storage/migrations/0005-ledger';
import { migration0006 } from '#storage/migrations/0006-identity';
import { migration0007 } from '#storage/migrations/0007-places';
import { migration0008 } from '#storage/migrations/0008-payout';
import { migration0009 } from '#storage/migrations/0009-budget';
import { migration0010 } from '#storage/migrations/0010-adjustment-years';
import { migration0011 } from '#storage/migrations/0011-statements';
import { migration0012 } from '#storage/migrations/0012-reconciliation';
import { migration0013 } from '#storage/migrations/0013-fund-projections';
import { migration0014 } from '#storage/migrations/0014-provider';
import { migration0015 } from '#storage/migrations/0015-posting-rate';
import { migration0016 } from '#storage/migrations/0016-turnovers';
import { migration0017 } from '#storage/migrations/0017-fund-people';
import { migration0018 } from '#storage/migrations/0018-parts-of-wholes';
import { migration0019 } from '#storage/migrations/0019-who-sees-and-does';
import { migration0020 } from '#storage/migrations/0020-opening-turnovers';
import { migration0021 } from '#storage/migrations/0021-projection-places';
import { migration0022 } from '#storage/migrations/0022-opening-events';
import { migration0023 } from '#storage/migrations/0023-assessments';
import { migration0024 } from '#storage/migrations/0024-supervision';
import { migration0025 } from '#storage/migrations/0025-sight-once';
import { migration0026 } from '#storage/migrations/0026-risk-assessments';
import { migration0027 } from '#storage/migrations/0027-payment-ends';
import { migration0028 } from '#storage/migrations/0028-corrections-bound';
import { migration0029 } from '#storage/migrations/0029-bank-movements';
import { migration0030 } from '#storage/migrations/0030-party-confirms';
import { migration0031 } from '#storage/migrations/0031-seals-and-sums';
import { migration0032 } from '#storage/migrations/0032-rejections';
import { migration0033 } from '#storage/migrations/0033-off-site-recoveries';
import { migration0034 } from '#storage/migrations/0034-year-advances';
import { migration0035 } from '#storage/migrations/0035-checked-cases';
import { migration0036 } from '#storage/migrations/0036-matter-corrections';

/** One step of the schema. Once released it is never edited: what must change is a further step. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  /** Run as the migrator, with the schema as search path, in one transaction. */
  readonly sql: string;
}

/** In order, numbered from 1 without gaps. */
export const MIGRATIONS: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
  migration0018,
  migration0019,
  migration0020,
  migration0021,
  migration0022,
  migration0023,
  migration0024,
  migration0025,
  migration0026,
  migration0027,
  migration0028,
  migration0029,
  migration0030,
  migration0031,
  migration0032,
  migration0033,
  migration0034,
  migration0035,
  migration0036,
];

/** What the database remembers of a migration, so that an edited one is noticed. */
export function migrationHash({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}
