import { migrationHash, type Migration } from '#storage/migrations/migration';
import type { DatabaseCode } from '#storage/database/database-error';
import type { StorageRefusal } from '#storage/storage-error';

/** A migration as the database remembers it. */
export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/**
 * Why a database that has these migrations is not this program's: one of them is newer than the program
 * (`migration_unknown`) or differs from the program's own (`migration_changed`). Undefined when it fits.
 */
export function findUnfit(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
): StorageRefusal<DatabaseCode> | undefined {
  for (const [index, step] of applied.entries()) {
    const own = migrations[index];
    if (own === undefined) return unknown(step, migrations.length);
    if (own.number !== step.number || migrationHash(own) !== step.sha256) return changed(step);
  }
  return undefined;
}

function unknown({ number, name }: AppliedMigration, newest: number): StorageRefusal<DatabaseCode> {
  return {
    code: 'migration_unknown',
    at: `${number} ${name}`,
    what: {
      zh: `数据库已升级到第 ${number} 步（${name}），而本程序只到第 ${newest} 步`,
      en: `the database has migration ${number} (${name}), but this program knows only ${newest}`,
    },
    next: {
      zh: '使用升级该数据库的版本或更新的版本启动',
      en: 'start the release that migrated this database, or a newer one',
    },
  };
}

function changed({ number, name }: AppliedMigration): StorageRefusal<DatabaseCode> {
  return {
    code: 'migration_changed',
    at: `${number} ${name}`,
    what: {
      zh: `数据库中的第 ${number} 步（${name}）与本程序的同号步骤不同`,
      en: `migration ${number} (${name}) of the database is not this program's migration of that number`,
    },
    next: {
      zh: '已发布的步骤不可修改：恢复其原文，并以新步骤修改表结构',
      en: 'an applied migration must not be edited: restore its text and make the change in a new one',
    },
  };
}
