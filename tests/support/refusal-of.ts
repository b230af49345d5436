import { StorageError, type StorageRefusal } from '#storage/storage-error';

/** The refusal that storage answers with; anything else that happens fails the test. */
export async function refusalOf(attempt: Promise<unknown>): Promise<StorageRefusal<string>> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof StorageError) return error.refusal;
    throw error;
  }
  throw new Error('a refusal was expected');
}
