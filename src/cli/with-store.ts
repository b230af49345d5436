import { refused, type ExitStatus } from '#cli/outcome';
import type { CliServices, OpenedStore } from '#cli/services';

/** Opens the database for one command and closes it whatever comes of the command. */
export async function withStore(
  services: CliServices,
  command: (store: OpenedStore) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const store = await services.openStore();
  if (!store.allowed) return refused(services.terminal, store.refusals);
  try {
    return await command(store.value);
  } finally {
    await store.value.close();
  }
}
