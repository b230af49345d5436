import { StorageError } from '#storage/storage-error';

/** Every way in which a database may be refused; documented in the reference. */
export type DatabaseCode =
  | 'database_unreachable'
  | 'database_login_refused'
  | 'database_too_old'
  | 'database_not_utf8'
  | 'database_roles_forbidden'
  | 'database_schema_forbidden'
  | 'migration_changed'
  | 'migration_unknown'
  | 'migration_failed';

/** The database cannot be used, for a reason that a person can put right. */
export class DatabaseError extends StorageError<DatabaseCode> {
  override readonly name = 'DatabaseError';
}
