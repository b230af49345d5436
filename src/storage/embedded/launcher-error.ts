import { StorageError } from '#storage/storage-error';

/** Every way in which the embedded PostgreSQL may refuse to start; documented in the reference. */
export type LauncherCode =
  | 'embedded_platform_missing'
  | 'embedded_binaries_unusable'
  | 'embedded_server_user_missing'
  | 'embedded_data_folder_unwritable'
  | 'embedded_data_folder_foreign'
  | 'embedded_data_version'
  | 'embedded_password_missing'
  | 'embedded_already_running'
  | 'embedded_foreign_server'
  | 'embedded_initdb_failed'
  | 'embedded_start_failed'
  | 'embedded_stop_failed';

/** The embedded PostgreSQL cannot be started or stopped, for a reason that a person can put right. */
export class LauncherError extends StorageError<LauncherCode> {
  override readonly name = 'LauncherError';
}

/** The way out that is always there. */
export const USE_DATABASE_URL = {
  zh: '或设置 DATABASE_URL 使用已有的 PostgreSQL 15 或更高版本',
  en: 'or set DATABASE_URL to a PostgreSQL 15 or newer of your own',
} as const;
