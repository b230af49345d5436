import { asFundSees } from '#application/adjustment-year/pool-shares';
import type { YearServices } from '#application/adjustment-year/services';
import { packToShow } from '#application/adjustment-year/year-pack';
import { fundAt } from '#application/adjustment-year/year-pools';
import { chinaDateOf } from '#application/time/china-time';
import { planAdjustment, type AdjustmentPlan } from '#domain/adjustment/plan';
import { emergencyStanding, type EmergencyStanding } from '#application/adjustment-year/emergency-standing';
import type { AskedMatter, Matter } from '#domain/adjustment-year/matter';
import { causeNotPaid } from '#domain/adjustment-year/matter-refusals';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fenOf, type Fen } from '#kernel/fen';
import { addMonths, type Month } from '#kernel/month';

type Needs = Pick<YearServices, 'adjustmentYearStore' | 'placeStore' | 'packLifeStore' | 'source' | 'hash'>;

/** Refuses an emergency application of a cause that the pipeline never pays (JX-R8). Empty for other matters. */
export function causeFaults(
  plan: AdjustmentPlan | undefined,
  { kind, content: { cause } }: Pick<AskedMatter, 'kind' | 'content'>,
): readonly Refusal[] {
  const step = plan?.steps.find(({ mechanism }) => mechanism.name === 'emergency');
  if (kind !== 'emergency' || step === undefined || cause === undefined) return [];
  const causes = step.arguments['causes'];
  const accepted = Array.isArray(causes) ? (causes as readonly string[]) : [];
  return accepted.includes(cause) ? [] : [causeNotPaid(accepted, step.cite[0])];
}

/**
 * Reckons, for the decision on an emergency application, what the pool lacks, in fen; empty for other matters. Refuses
 * a cause that is never paid.
 */
export async function shortageOf(
  services: Needs,
  scope: Scope,
  matter: Matter,
  now: string,
): Promise<Decision<{ readonly shortage?: Fen | undefined; readonly clause?: string | undefined }>> {
  if (matter.kind !== 'emergency') return allow({});
  const plan = await planOf(services, matter, now);
  if (plan === undefined) return allow({});
  const [fault] = causeFaults(plan, matter);
  if (fault !== undefined) return refuse(fault);
  const standing = await standingOf(services, scope, plan, matter, now);
  const clause = plan.steps.find(({ mechanism }) => mechanism.name === 'emergency')?.cite[0];
  return allow({ shortage: standing === undefined ? undefined : fenOf(standing.shortage), clause });
}

/**
 * Adds to each matter how its pool stands, where it is an emergency application that waits for the decision (JX-2.3.2):
 * for who asked and who decides. Null for other matters and where the books do not let it be reckoned.
 */
export async function withStandings<M extends Matter>(
  services: Needs,
  scope: Scope,
  matters: readonly M[],
  now: string,
): Promise<readonly (M & { readonly standing: EmergencyStanding | null })[]> {
  const stood: (M & { readonly standing: EmergencyStanding | null })[] = [];
  for (const matter of matters)
    stood.push({ ...matter, standing: await findStanding(services, scope, matter, now) });
  return stood;
}

async function findStanding(
  services: Needs,
  scope: Scope,
  matter: Matter,
  now: string,
): Promise<EmergencyStanding | null> {
  if (matter.kind !== 'emergency' || matter.decision !== null) return null;
  const plan = await planOf(services, matter, now);
  return plan === undefined ? null : ((await standingOf(services, scope, plan, matter, now)) ?? null);
}

async function planOf(services: Needs, { packId }: Matter, now: string): Promise<AdjustmentPlan | undefined> {
  const pack = await packToShow(services, packId, now);
  const plan = pack.allowed ? planAdjustment(pack.value) : pack;
  return plan.allowed ? plan.value : undefined;
}

/** Reads the pool's own books as the fund sees them: what its earlier adjustments moved belongs to the fund's place. */
async function standingOf(
  { adjustmentYearStore, placeStore }: Needs,
  scope: Scope,
  plan: AdjustmentPlan,
  { pool, insuranceType, year }: Matter,
  now: string,
): Promise<EmergencyStanding | undefined> {
  const asFund = asFundSees(scope);
  const fund = fundAt(await placeStore.listMemberships(asFund), pool, year) ?? '';
  const held = await adjustmentYearStore.within(asFund, async (office) => ({
    reading: await office.readLedger([pool], { pool: fund, insuranceType, year }),
    moved: await office.listMoved(fund, insuranceType),
  }));
  const lastMonth = addMonths(chinaDateOf(now).slice(0, 'yyyy-mm'.length) as Month, -1);
  return emergencyStanding(plan, { pool, insuranceType, year }, { ...held, fund }, lastMonth);
}
