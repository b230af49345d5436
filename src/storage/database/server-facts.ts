import type { DatabaseCode } from '#storage/database/database-error';
import type { StorageRefusal } from '#storage/storage-error';

/** What a server says of itself: `server_version_num` ("150004" is 15.4) and the database's encoding. */
interface ServerFacts {
  readonly versionNumber: string;
  readonly encoding: string;
}

/** PostgreSQL 15 is the oldest that the tests run on. */
const OLDEST_MAJOR_VERSION = 15;

/** Why this server will not do; undefined when it will. */
export function findUnsupported(facts: ServerFacts, at: string): StorageRefusal<DatabaseCode> | undefined {
  const major = Math.trunc(Number.parseInt(facts.versionNumber, 10) / 10_000);
  if (major < OLDEST_MAJOR_VERSION) return tooOld(at, major);
  return facts.encoding === 'UTF8' ? undefined : notUtf8(at, facts.encoding);
}

function tooOld(at: string, major: number): StorageRefusal<DatabaseCode> {
  return {
    code: 'database_too_old',
    at,
    what: {
      zh: `数据库为 PostgreSQL ${major}，需要 ${OLDEST_MAJOR_VERSION} 或更高版本`,
      en: `the database is PostgreSQL ${major}, but ${OLDEST_MAJOR_VERSION} or newer is needed`,
    },
    next: {
      zh: `升级数据库，或改用 PostgreSQL ${OLDEST_MAJOR_VERSION} 以上的服务器`,
      en: `upgrade the database, or use a server of PostgreSQL ${OLDEST_MAJOR_VERSION} or newer`,
    },
  };
}

function notUtf8(at: string, encoding: string): StorageRefusal<DatabaseCode> {
  return {
    code: 'database_not_utf8',
    at,
    what: {
      zh: `数据库编码为 ${encoding}，无法保存全部中文字符`,
      en: `the database is encoded in ${encoding}, which does not hold every Chinese character`,
    },
    next: {
      zh: "新建数据库：CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8'",
      en: "make a new one: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8'",
    },
  };
}
