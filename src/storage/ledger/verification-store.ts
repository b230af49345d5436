import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import type { KeptVerification, VerificationStore } from '#application/ports/verification-store';
import { canonicalJson } from '#kernel/canonical-json';
import type { Database } from '#storage/database/connect';
import { inScope } from '#storage/identity/in-scope';

type StoredCheck = {
  readonly [
    Field in keyof KeptVerification['checks'][number]
  ]: KeptVerification['checks'][number][Field] extends bigint
    ? string
    : KeptVerification['checks'][number][Field];
};

/** The port on PostgreSQL. Rows hold no place's figures, so that every reader whom a route lets through sees them all. */
export function createVerificationStore(database: Database): VerificationStore {
  return {
    keep: ({ by, at, head, unsealed, checks }) =>
      inScope(database, { userId: by, parts: [] }, async (within) => {
        const row = {
          verifiedBy: by,
          verifiedAt: at,
          headNumber: head?.number ?? null,
          headLastNumber: head?.lastNumber ?? null,
          headMac: head?.mac ?? null,
          unsealed,
          checks: canonicalJson(checks.map(storedCheck)),
        };
        await within.insertInto('ledgerVerification').values(row).execute();
      }),

    list: (limit) =>
      inScope(database, MACHINE_SCOPE, async (within) => {
        const rows = await within
          .selectFrom('ledgerVerification')
          .selectAll()
          .orderBy('id', 'desc')
          .limit(limit)
          .execute();
        return rows.map(
          ({ verifiedBy, verifiedAt, headNumber, headLastNumber, headMac, unsealed, checks }) => ({
            by: verifiedBy,
            at: verifiedAt,
            head:
              headNumber === null || headLastNumber === null || headMac === null
                ? null
                : { number: headNumber, lastNumber: headLastNumber, mac: headMac },
            unsealed,
            checks: (JSON.parse(checks) as readonly StoredCheck[]).map(keptCheck),
          }),
        );
      }),
  };
}

function storedCheck({ name, title, checked, wrong, unproved }: KeptVerification['checks'][number]) {
  return {
    name,
    title: { zh: title.zh, en: title.en },
    checked: checked.toString(),
    wrong: wrong.toString(),
    unproved: unproved.toString(),
  };
}

function keptCheck({
  name,
  title,
  checked,
  wrong,
  unproved,
}: StoredCheck): KeptVerification['checks'][number] {
  return { name, title, checked: BigInt(checked), wrong: BigInt(wrong), unproved: BigInt(unproved) };
}
