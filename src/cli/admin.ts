import { makeFirstAdministrator } from '#application/identity/first-administrator';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import { say } from '#cli/print';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';

export interface FirstAdministratorOptions {
  readonly login: string;
  readonly name: string;
  readonly department: 'health_insurance' | 'data';
  readonly place: string;
  readonly passwordFile: string;
}

/**
 * `tongchou admin first`: makes one of the first two administrators, for whoever can start the program on its data.
 * The password comes from a file or standard input, never from the arguments, which other users can read.
 */
export async function runFirstAdministrator(
  services: CliServices,
  { login, name, department, place, passwordFile }: FirstAdministratorOptions,
): Promise<ExitStatus> {
  const text = await services.readText(passwordFile);
  if (text === undefined) return refused(services.terminal, [missingFile(passwordFile)]);
  const password = text.replace(/\r?\n$/, '');
  return withStore(services, async ({ identityStore }) => {
    const needs = { identityStore, passwords: services.passwords };
    const user = { login, name, department, place };
    const made = await makeFirstAdministrator(needs, user, password, services.now());
    return conclude(services.terminal, made, (value) => {
      const who = `${value.login} ${place}`;
      say(services.terminal, { zh: `已建立管理员：${who}`, en: `administrator made: ${who}` });
    });
  });
}
