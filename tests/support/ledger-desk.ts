import type { RoleId } from '#application/identity/caller';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { createVerificationDesk } from '#application/proof/verification-desk';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { allow } from '#kernel/decision';
import { createVerificationStore } from '#storage/ledger/verification-store';
import { createLedgerVerifier } from '#storage/ledger/verify/verify-ledger';
import type { FreshDatabase } from '#tests/support/fresh-database';
import { httpAs, type HttpAnswer } from '#tests/support/http-answers';
import {
  addPerson,
  identityServices,
  makeAdministrators,
  PEOPLE_NOW,
  sessionOf,
} from '#tests/support/identity-people';
import { ledgerServices } from '#tests/support/ledger-services';
import { localServer } from '#tests/support/local-server';

export const CITY = 'yunhai/linjiang';
const OTHER = 'yunhai/xigang';

const PEOPLE: readonly (readonly [login: string, place: string, roles: readonly RoleId[]])[] = [
  ['admin', 'yunhai', ['administrator']],
  ['maker', CITY, ['fund_maker', 'fund_checker']],
  ['checker', CITY, ['fund_checker']],
  ['reader', CITY, ['reader']],
  ['auditor', 'yunhai', ['auditor']],
  ['stranger', OTHER, ['fund_maker', 'fund_checker']],
];

/** A server on a register of three places, and people who work with the fund of one of them, or of another. */
export interface LedgerDesk {
  readonly app: HttpApp;
  /** User ids by login name. */
  readonly ids: Readonly<Record<string, string>>;
  /** Calls a route below `/api/v1` as one of the people. */
  readonly as: (who: string, method: 'GET' | 'POST', url: string, body?: object) => Promise<HttpAnswer>;
}

export async function makeLedgerDesk(database: FreshDatabase): Promise<LedgerDesk> {
  const connection = database.connect('application');
  const services = identityServices(connection);
  const ledger = ledgerServices(connection);
  const verifier = createLedgerVerifier(database.connect('auditor'), undefined);
  const proof = { verify: async () => allow(await verifier.verify(null)) };
  const verificationDesk = createVerificationDesk(proof, createVerificationStore(connection));
  const app = localServer({ ...services, ...ledger, verificationDesk, now: () => PEOPLE_NOW });
  const administrators = await makeAdministrators(services);
  const since = '2020-01-01' as never;
  const name = { zh: '某地', en: 'Somewhere' };
  const rows = { placeEnds: [], pools: [], memberships: [], poolings: [] };
  const places = ['yunhai', CITY, OTHER].map((path) => ({ path, name, since }));
  await ledger.placeStore.record(MACHINE_SCOPE, { ...rows, places }, null, PEOPLE_NOW);
  const tokens: Record<string, string> = {};
  const ids: Record<string, string> = {};
  for (const [login, place, roles] of PEOPLE) {
    const user = { login, name: login, department: 'health_insurance', place } as const;
    const grants = roles.map((role) => [role, place] as const);
    const id = await addPerson(services, administrators, user, grants);
    ids[login] = id;
    tokens[login] = (await sessionOf(services, id)).token;
  }
  return {
    app,
    ids,
    as: (who, method, url, body) => httpAs(app, present(tokens[who], who), method, `/api/v1${url}`, body),
  };
}
