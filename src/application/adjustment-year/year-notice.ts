import type { ExplainedOutput } from '#application/adjustment/output';
import { findApproved } from '#application/adjustment-year/approved-version';
import {
  layOutNotice,
  payeeOf,
  type NoticeAccount,
  type NoticeParts,
} from '#application/adjustment-year/notice-layout';
import { levyReckoning } from '#application/adjustment-year/levy-reckonings';
import type { NoticeReport } from '#application/adjustment-year/notice-report';
import { remarksOf } from '#application/adjustment-year/notice-remarks';
import { noticeOrdinal, noticeRows, type NoticeKind } from '#application/adjustment-year/notice-rows';
import { nothingToNotify } from '#application/adjustment-year/refusals';
import type { YearProposal } from '#application/adjustment-year/snapshot';
import type { YearServices } from '#application/adjustment-year/services';
import { storedPacks } from '#application/adjustment-year/stored-packs';
import { openedYear } from '#application/adjustment-year/opened-year';
import { namePeople } from '#application/identity/name-people';
import type { IdentityServices } from '#application/identity/services';
import { openStoredPack } from '#application/packs/stored-pack';
import type { PayoutServices } from '#application/payout/services';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import { decideWithin } from '#application/transaction/decide-within';
import { advancedAmount } from '#domain/adjustment-year/posted-lines';
import type { YearStep } from '#domain/adjustment-year/year-step';
import type { Scope } from '#domain/identity/account';
import { maskNumber } from '#domain/payout/bank-account';
import { present } from '#kernel/assert';
import { sumFen, ZERO_FEN } from '#kernel/fen';
import { allow, refuse, type Decision } from '#kernel/decision';

interface AskedNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly pool: string;
  /** Version; the last approved one if left out. */
  readonly version?: number | undefined;
}

type Needs = YearServices & Pick<IdentityServices, 'identityStore'> & Pick<PayoutServices, 'payoutStore'>;

/**
 * Makes one pool's notice of remittance or allocation, of the last approved or a named version. It reads only what the
 * approval stored, so that years later it has the same bytes. It bears the names of the proposer, checker and approver.
 */
export async function yearNotice(
  services: Needs,
  scope: Scope,
  { id, kind, pool, version }: AskedNotice,
): Promise<Decision<NoticeReport>> {
  const named = await services.placeStore.findPool(scope, pool);
  const found = await decideWithin(services.adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    if (named === undefined) return refuse(nothingToNotify(pool));
    const { steps } = opened.value.state;
    const bound = findApproved(steps, (one) => one === (version ?? one));
    if (bound === undefined) return refuse(nothingToNotify(pool));
    const versions = approvedThrough(steps, bound.version);
    const rows = noticeRows(kind, pool, bound.proposal, versions.at(-2));
    const remarks = remarksOf(kind, pool, bound.proposal);
    if (rows.length === 0 && remarks.length === 0) return refuse(nothingToNotify(pool));
    const posted = await office.listPostings(id);
    const isFirst = bound.proposal.previous === null;
    const advanced = isFirst ? sumFen(rows.map((row) => advancedAmount(posted, row.id))) : ZERO_FEN;
    const pack = await openStoredPack(storedPacks(office), services.hash, bound.proposal.packHash);
    if (!pack.allowed) return pack;
    const ordinal = noticeOrdinal(versions, kind, pool);
    const corrected = correctedOf(
      steps,
      bound.proposal.previous,
      noticeOrdinal(versions.slice(0, -1), kind, pool),
    );
    const reckoning = kind === 'levy' ? await reckoningOf(office, bound.proposal.run, pool) : undefined;
    const { year } = opened.value;
    return allow({
      year,
      steps,
      bound,
      rows,
      remarks,
      advanced,
      pack: pack.value,
      ordinal,
      corrected,
      reckoning,
      pool: named,
    });
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
        { ...year, pool: payeeOf(kind, parts.rows, parts.advanced) === 'fund' ? year.fund : pool },
        approved,
      ),
      signed: await signatures(services, steps, approved.version),
    }),
  );
}

/** Names the version that a notice corrects, with the number and the day of its own notice; null for a first version. */
function correctedOf(
  steps: readonly YearStep[],
  previous: YearProposal['previous'],
  ordinal: number,
): NoticeParts['corrected'] {
  if (previous === null) return null;
  const { approved } = present(
    findApproved(steps, (one) => one === previous.version),
    'the version that is corrected',
  );
  return { ...previous, ordinal: ordinal === 0 ? null : ordinal, approvedAt: approved.at };
}

/** Reads how a version's run reckoned the pool's levy. */
async function reckoningOf(office: YearOffice, run: string, pool: string): Promise<string | undefined> {
  const { result } = present(await office.runs.findRun(run), 'the run of the version');
  return levyReckoning(JSON.parse(result) as ExplainedOutput, pool);
}

/** Lists the approved proposals in order, through one version. */
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
 * Finds the special account that receives the money, of the fund or of the pool, as confirmed when the version was
 * approved, so that the notice stays as issued. To pay into the fund's account a pool must read the whole number; of
 * its own account the last digits are enough.
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

/** The persons named on a notice, by step of its version. */
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
