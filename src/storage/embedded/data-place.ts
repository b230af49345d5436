import { createHash } from 'node:crypto';
import { realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { LauncherError, USE_DATABASE_URL } from '#storage/embedded/launcher-error';
import { makeFolders, ROOT_FOLDER } from '#storage/embedded/make-folders';
import { canEnter, chooseServerUser, type ServerUser } from '#storage/embedded/server-user';

/** Where one embedded PostgreSQL keeps its things, and whom it runs as. */
export interface DataPlace {
  /** The folder of all that follows. */
  readonly folder: string;
  /** PostgreSQL's own data folder; the server's user owns it. */
  readonly cluster: string;
  readonly passwordFile: string;
  readonly lockFile: string;
  readonly logFile: string;
  readonly user: ServerUser;
}

/**
 * The place for the data: the folder asked for. Only for root, when the server's user cannot enter that folder
 * (a checkout under /root), it is a folder under /var/lib/tongchou named after the one asked for, always the
 * same one; a note in the folder asked for says so.
 * @throws LauncherError `embedded_data_folder_unwritable`, `embedded_server_user_missing`
 */
export async function findDataPlace(askedFor: string, rootFolder = ROOT_FOLDER): Promise<DataPlace> {
  const asked = await makeDataFolder(resolve(askedFor));
  const there = await placeIn(asked);
  if (!there.user.isOther || (await canEnter(there.user, asked))) return there;
  const named = `${basename(dirname(asked))}-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`;
  const elsewhere = await placeIn(await makeDataFolder(join(rootFolder, named)));
  if (!(await canEnter(elsewhere.user, elsewhere.folder))) throw unwritable(elsewhere.folder);
  await writeFile(
    join(asked, 'MOVED.txt'),
    `数据位于 ${elsewhere.folder}（root 启动时 PostgreSQL 以非特权用户运行，无法进入本目录）\n` +
      `The data lie in ${elsewhere.folder} (started by root, PostgreSQL runs as another user, who cannot enter here)\n`,
  );
  return elsewhere;
}

async function placeIn(folder: string): Promise<DataPlace> {
  const cluster = join(folder, 'postgres');
  return {
    folder,
    cluster,
    passwordFile: join(folder, 'superuser-password'),
    lockFile: join(folder, 'owner.json'),
    logFile: join(folder, 'server.log'),
    user: await chooseServerUser(cluster),
  };
}

/** Root's is passed through by the server's user (0711, nothing in it can be listed); anyone else's is closed. */
async function makeDataFolder(folder: string): Promise<string> {
  try {
    await makeFolders(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    return await realpath(folder);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

function unwritable(folder: string, cause?: unknown): LauncherError {
  const reason = cause instanceof Error ? `: ${cause.message}` : '';
  return new LauncherError(
    {
      code: 'embedded_data_folder_unwritable',
      at: folder,
      what: {
        zh: `无法在此目录中存放数据${reason}`,
        en: `the data cannot be kept in this folder${reason}`,
      },
      next: {
        zh: `选择可写的数据目录或修正其权限，${USE_DATABASE_URL.zh}`,
        en: `choose a data folder that can be written or correct its permissions, ${USE_DATABASE_URL.en}`,
      },
    },
    cause,
  );
}
