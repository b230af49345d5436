import { findApproved } from '#application/adjustment-year/approved-version';
import { layOutNotice, type NoticeAccount } from '#application/adjustment-year/notice-layout';
import type { NoticeReport } from '#application/adjustment-year/notice-report';
import { noticeOrdinal, noticeRows, type NoticeKind } from '#application/adjustment-year/notice-rows';
import { nothingToNotify } from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { storedPacks } from '#application/adjustment-year/stored-packs';
import { openedYear, withinYears } from '#application/adjustment-year/within-years';
import { namePeople } from '#application/identity/name-people';
import type { IdentityServices } from '#application/identity/services';
import { openStoredPack } from '#application/packs/stored-pack';
import type { PayoutServices } from '#application/payout/services';
import type { YearStep } from '#domain/adjustment-year/year-step';
import type { Scope } from '#domain/identity/account';
import { maskNumber } from '#domain/payout/bank-account';
import { allow, refuse, type Decision } from '#kernel/decision';

interface AskedNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly pool: string;
  /** The last approved version where left out. */
  readonly version?: number | undefined;
}

type Needs = YearServices & Pick<IdentityServices, 'identityStore'> & Pick<PayoutServices, 'payoutStore'>;

/**
 * The notice of remittance or of allocation of one pool in the last approved version, or in one that is named. All of
 * it is read from what was stored by the approval, so that it can be made again years later to the same bytes. It bears
 * the names of who proposed, checked and approved that version.
 */
export async function yearNotice(
  services: Needs,
  scope: Scope,
  { id, kind, pool, version }: AskedNotice,
): Promise<Decision<NoticeReport>> {
  const named = await services.placeStore.findPool(scope, pool);
  const found = await withinYears(services.adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    if (named === undefined) return refuse(nothingToNotify(pool));
    const { steps } = opened.value.state;
    const bound = findApproved(steps, (one) => one === (version ?? one));
    if (bound === undefined) return refuse(nothingToNotify(pool));
    const versions = approvedThrough(steps, bound.version);
    const rows = noticeRows(kind, pool, bound.proposal, versions.at(-2));
    if (rows.length === 0) return refuse(nothingToNotify(pool));
    const pack = await openStoredPack(storedPacks(office), services.hash, bound.proposal.packHash);
    if (!pack.allowed) return pack;
    const ordinal = noticeOrdinal(versions, kind, pool);
    return allow({ year: opened.value.year, steps, bound, rows, pack: pack.value, ordinal, pool: named });
  });
  if (!found.allowed) return found;
  const { year, steps, bound, ...parts } = found.value;
  const { approved, proposal } = bound;
  const nameOfPlace = await placeNames(services, scope);
  return allow(
    layOutNotice({
      year,
      kind,
      approved,
      proposal,
      ...parts,
      poolName: parts.pool.name.zh,
      issuingPlace: nameOfPlace(year.place),
      receivingPlace: nameOfPlace(parts.pool.place),
      account: await accountOf(
        services,
        scope,
        { ...year, pool: kind === 'levy' ? year.fund : pool },
        approved,
      ),
      signed: await signatures(services, steps, approved.version),
    }),
  );
}

/** What was approved, version by version, through one of them. */
function approvedThrough(steps: readonly YearStep[], version: number) {
  const versions = steps.filter((step) => step.kind === 'approved' && step.version <= version);
  const distinct = [...new Set(versions.map((step) => step.version))];
  return distinct.flatMap((one) => findApproved(steps, (each) => each === one)?.proposal ?? []);
}

async function placeNames({ placeStore }: Needs, scope: Scope): Promise<(path: string) => string> {
  const names = new Map((await placeStore.listPlaces(scope)).map(({ path, name }) => [path, name.zh]));
  return (path) => names.get(path) ?? path;
}

/**
 * The special account that takes the money: of the fund for a levy, of the pool for an allocation; as it was confirmed
 * when the version was approved, so that the notice stays as it was issued. A pool must read the whole number to pay into
 * the fund's; of its own, which it knows, the last digits tell which one is meant.
 */
async function accountOf(
  { payoutStore }: Needs,
  scope: Scope,
  {
    pool,
    fund,
    insuranceType,
  }: { readonly pool: string; readonly fund: string; readonly insuranceType: string },
  { at }: YearStep,
): Promise<NoticeAccount> {
  const accounts = await payoutStore.within(scope, (office) => office.listBankAccounts());
  const confirmed = accounts.filter(
    (one) =>
      one.pool === pool &&
      one.role === 'special' &&
      one.insuranceType === insuranceType &&
      one.decision === 'approved' &&
      one.decidedAt !== null &&
      Date.parse(one.decidedAt) <= Date.parse(at),
  );
  const last = confirmed
    .toSorted((a, b) => Date.parse(a.decidedAt ?? '') - Date.parse(b.decidedAt ?? ''))
    .at(-1);
  if (last === undefined) return null;
  const { holder, bank, number } = last;
  return { holder, bank, number: pool === fund ? number : maskNumber(number) };
}

/** Whose names stand on a notice, and by which step of its version. */
const SIGNING = [
  ['提出', 'proposed'],
  ['复核', 'checked'],
  ['批准', 'approved'],
] as const;

async function signatures(
  services: Needs,
  steps: readonly YearStep[],
  version: number,
): Promise<NoticeReport['record']> {
  const signers = SIGNING.map(([label, step]) => {
    const found = steps.findLast((one) => one.kind === step && one.version === version);
    return [label, found?.by ?? null] as const;
  });
  const { titleOf } = await namePeople(
    services,
    signers.map(([, by]) => by),
  );
  return signers.map(([label, by]) => [label, by === null ? '—' : titleOf(by)]);
}
