import type { ExplainedOutput } from '#application/adjustment/output';
import type { AdjustmentRequest } from '#application/adjustment/request';
import { attestFigure } from '#application/adjustment-year/attest-figure';
import { decideYear } from '#application/adjustment-year/decide-year';
import { freezeYear } from '#application/adjustment-year/freeze-year';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { decideOnMatter, requestMatter } from '#application/adjustment-year/matters';
import { openYear } from '#application/adjustment-year/open-year';
import { proposeYear } from '#application/adjustment-year/propose-year';
import { simulateYear } from '#application/adjustment-year/simulate-year';
import { readSnapshot } from '#application/adjustment-year/snapshot';
import type { AskedMatter } from '#domain/adjustment-year/matter';
import type { PostedLine } from '#domain/adjustment-year/posted-lines';
import { assert, present } from '#kernel/assert';
import { findValue, type Pack } from '#rules/pack/pack';
import { valueOf } from '#tests/support/decided';
import { FUND_YEAR } from '#tests/support/fund-year-figures';
import { INPUTS } from '#tests/support/fund-year-inputs';
import { SETTLED_AT, type FundYearPlace } from '#tests/support/fund-year-place';
import { FUND_ID, type TypeYear } from '#tests/support/fund-year-scenario';
import { payWhole } from '#tests/support/pay-whole';

const DOCUMENT = { document: 'YH-2027-7', documentHash: 'd'.repeat(64) } as const;

/** A year of adjustment that was carried out. */
export interface Settled {
  readonly id: string;
  /** What the workflow made of the ledger's figures and documents. */
  readonly request: AdjustmentRequest;
  /** The stored run's result. */
  readonly output: ExplainedOutput;
  /** The ledger's events of the year. */
  readonly postings: readonly PostedLine[];
}

/**
 * Carries out the year's adjustment of a type on the ledger's figures: matters decided, documents attested, figures
 * gathered and frozen, proposed, checked and approved by others, and paid whole.
 */
export async function settleYear(place: FundYearPlace, year: TypeYear): Promise<Settled> {
  const { services, maker, checker, approver, payer, pack } = place;
  const of = { place: FUND_ID, fund: FUND_ID, insuranceType: year.type, year: FUND_YEAR } as const;
  const wanted = { ...of, packId: pack.raw.id, membersNote: 'invented pools' };
  const { id } = valueOf(await openYear(services, maker, wanted, SETTLED_AT));
  await decideMatters(place, year);
  await attestAll(place, year, id);
  valueOf(await gatherFigures(services, maker, id, SETTLED_AT));
  const adopted = delegatedValues(pack);
  for (const value of adopted)
    await grant(place, year, { kind: 'adoption', pool: FUND_ID, content: { value } });
  const { assumptions } = valueOf(await simulateYear(services, maker, id, SETTLED_AT));
  assert(
    assumptions.every(({ value }) => adopted.includes(value)),
    'what a simulation assumes was adopted',
  );
  valueOf(await freezeYear(services, maker, id, 'what is unpaid falls due in January', SETTLED_AT));
  const { run } = valueOf(await proposeYear(services, payer, id, '', SETTLED_AT));
  valueOf(await decideYear(services, checker, id, { decision: 'checked', note: '' }, SETTLED_AT));
  valueOf(await decideYear(services, approver, id, { decision: 'approved', note: '' }, SETTLED_AT));
  assert(await payWhole(services, payer, id, id, SETTLED_AT), 'all is paid');
  return services.adjustmentYearStore.within(maker, async (office) => {
    const steps = (await office.listSteps(id)).get(id) ?? [];
    const frozen = present(
      steps.find(({ kind }) => kind === 'frozen'),
      'the frozen figures',
    );
    const stored = present(await office.runs.findRun(run), 'the run');
    return {
      id,
      request: readSnapshot(frozen).request,
      output: JSON.parse(stored.result) as ExplainedOutput,
      postings: await office.listPostings(id),
    };
  });
}

/** The values of the pipeline that the policy leaves to someone: what is assumed of them is adopted for the year. */
function delegatedValues(pack: Pack): readonly string[] {
  const named = (pack.raw.adjustment?.steps ?? []).flatMap((step) => Object.values(step.with ?? {}).flat());
  return [...new Set(named.map(String))].filter((name) => findValue(pack, name)?.kind === 'delegated');
}

/** Handovers from before pooling, and the application for an emergency, each granted by a second person. */
async function decideMatters(place: FundYearPlace, year: TypeYear): Promise<void> {
  const { handover, emergency } = INPUTS[place.shipped];
  for (const [index, pool] of year.pools.entries()) {
    if (handover !== null)
      await grant(place, year, { kind: 'handover', pool: pool.pool, content: handover(pool, index) });
    if (emergency?.pool === pool.pool) {
      const { amount, cause } = emergency;
      await grant(place, year, { kind: 'emergency', pool: pool.pool, content: { amount, cause } });
    }
  }
}

async function grant(
  { services, maker, checker, pack }: FundYearPlace,
  { type }: TypeYear,
  matter: Pick<AskedMatter, 'kind' | 'pool' | 'content'>,
): Promise<void> {
  const asked = {
    ...matter,
    ...DOCUMENT,
    place: matter.pool === FUND_ID ? FUND_ID : `${FUND_ID}/${matter.pool}`,
    insuranceType: type,
    year: FUND_YEAR,
    packId: pack.raw.id,
    note: matter.kind === 'handover' ? 'as audited' : '',
  } as const;
  const { id } = valueOf(await requestMatter(services, maker, asked, SETTLED_AT));
  const granted = { decision: 'granted', note: 'as applied for' } as const;
  valueOf(await decideOnMatter(services, checker, id, granted, SETTLED_AT));
}

/** What no book holds; whether a budget was kept is attested where no budget of the type was adopted. */
async function attestAll(
  { services, maker, shipped }: FundYearPlace,
  year: TypeYear,
  id: string,
): Promise<void> {
  for (const [index, pool] of year.pools.entries()) {
    const own = INPUTS[shipped].attested(pool, index);
    const isUnbudgeted = year.type === 'employee' && own['subsidyPaid'] !== undefined;
    for (const [field, value] of Object.entries({ ...own, ...(isUnbudgeted ? { budgetMet: 'true' } : {}) })) {
      const figure = { subject: pool.pool, field, value, ...DOCUMENT, note: '' };
      valueOf(await attestFigure(services, maker, id, figure, SETTLED_AT));
    }
  }
}
