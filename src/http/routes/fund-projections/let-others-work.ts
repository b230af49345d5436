import { setImmediate } from 'node:timers/promises';

/** Between two paths of a fan the server answers whoever else is waiting: a fan may take many seconds. */
export async function letOthersWork(): Promise<void> {
  await setImmediate();
}
