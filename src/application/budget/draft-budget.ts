import { readActuals } from '#application/budget/actuals';
import { budgetOf, storeContent, tableText, type VersionContent } from '#application/budget/content';
import { openingRefusals, readHeld } from '#application/budget/held-openings';
import { rulesOf } from '#application/budget/open-round';
import { readDraft } from '#application/budget/read-draft';
import { poolElsewhere, unknownPool, unknownRound, wrongState } from '#application/budget/refusals';
import type { DraftRequest } from '#application/budget/request';
import type { BudgetServices } from '#application/budget/services';
import type { Budget, BudgetRound } from '#application/ports/budget-store';
import { decideWithin } from '#application/transaction/decide-within';
import { findDeficits } from '#domain/budget/deficits';
import { estimateBudget } from '#domain/budget/estimate';
import type { BudgetRules } from '#domain/budget/rules';
import { placeKey, placesOf } from '#domain/budget/table';
import type { Scope } from '#domain/identity/account';
import { coversPlace } from '#domain/identity/place-path';
import { allow, refuse, type Decision } from '#kernel/decision';
import { formatYuan } from '#kernel/fen';

export interface Drafted {
  readonly budget: string;
  readonly version: string;
  readonly number: number;
}

/**
 * Drafts a pool's or the adjustment fund's budget from drivers, as its next version. Refused while a draft is under
 * review or accepted, and in an adopted round. Its opening balances are those of final books, unless a reason is
 * stated.
 */
export async function draftBudget(
  services: BudgetServices,
  scope: Scope,
  roundId: string,
  request: DraftRequest,
  now: string,
): Promise<Decision<Drafted>> {
  const { budgetStore, hash } = services;
  const found = await findGround(services, scope, roundId, request);
  if (!found.allowed) return found;
  const { wanted, members, rules } = found.value;
  const completed = await withLedger(services, scope, wanted, request);
  const facts = readDraft(completed, budgetOf({ ...wanted, id: '' }), members, rules.pack);
  if (!facts.allowed) return facts;
  const estimate = estimateBudget(facts.value);
  if (!estimate.allowed) return estimate;
  const { table, nodes } = estimate.value;
  const { openingReason } = request;
  const held = await readHeld(services, scope, wanted);
  const [first, ...others] = openingRefusals(table, held, openingReason);
  if (first !== undefined) return refuse(first, ...others);
  const reason = openingReason === undefined ? {} : { openingReason };
  const content: VersionContent = { table: tableText(table), nodes, ...reason };
  const needsException = findDeficits(table, rules).some(({ treatment }) => treatment !== 'named');
  const done = { by: scope.userId, at: now };
  return decideWithin(budgetStore, scope, async (office): Promise<Decision<Drafted>> => {
    const known = await office.findBudgetOf(wanted.pool, wanted.insuranceType, wanted.year);
    if (known !== undefined && known.roundId !== roundId) return refuse(otherRound(known));
    const id = known?.id ?? (await office.openBudget(wanted, done));
    const number = ((await office.findLatestVersion(id))?.number ?? 0) + 1;
    const version = { number, needsException, ...storeContent(content, hash) };
    return allow({
      budget: id,
      version: await office.addVersion({ ...wanted, id }, version, done),
      number,
    });
  });
}

interface DraftGround {
  readonly wanted: Omit<Budget, 'id'>;
  readonly members: readonly string[];
  readonly rules: BudgetRules;
}

async function findGround(
  { budgetStore, placeStore, hash }: BudgetServices,
  scope: Scope,
  roundId: string,
  request: DraftRequest,
): Promise<Decision<DraftGround>> {
  const pools = await placeStore.listPools(scope);
  return decideWithin(budgetStore, scope, async (office): Promise<Decision<DraftGround>> => {
    const round = await office.findRound(roundId);
    if (round === undefined) return refuse(unknownRound(roundId));
    const pool = pools.find(({ id }) => id === request.pool);
    if (pool === undefined) return refuse(unknownPool(request.pool));
    if (!coversPlace(round.place, pool.place)) return refuse(poolElsewhere(pool.id, round.place));
    const members = pools.filter(({ fund }) => fund === pool.id).map(({ id }) => id);
    const rules = await rulesOf(office, hash, round);
    return allow({ wanted: budgetIn(round, pool, request.insuranceType), members, rules });
  });
}

function budgetIn(
  round: BudgetRound,
  pool: { readonly id: string; readonly kind: 'pool' | 'fund'; readonly place: string },
  insuranceType: Budget['insuranceType'],
): Omit<Budget, 'id'> {
  const { id: roundId, place: roundPlace, year } = round;
  return { roundId, roundPlace, year, pool: pool.id, kind: pool.kind, place: pool.place, insuranceType };
}

/** Adds last year's lines that the request does not give, from the books; a line without turnover is zero. */
async function withLedger(
  services: BudgetServices,
  scope: Scope,
  wanted: Omit<Budget, 'id'>,
  request: DraftRequest,
): Promise<DraftRequest> {
  if (request.pastFromLedger === undefined || wanted.kind === 'fund') return request;
  const { throughMonth } = request.pastFromLedger;
  const year = wanted.year - 1;
  const books = await services.ledgerReader.findBooks(scope, wanted);
  // Books that begin later say nothing of the year; what is missing is then named line by line.
  if (books === undefined || books.firstMonth > `${year}-01`) return request;
  const actuals = await readActuals(services, scope, { ...wanted, year }, throughMonth);
  const source = `ledger ${wanted.pool} ${wanted.insuranceType} ${year}-01..${year}-${throughMonth}`;
  const past = Object.fromEntries(
    placesOf(wanted.kind, wanted.insuranceType, []).map((place) => {
      const found = actuals.filter(({ line, part }) => line === place.line && part === place.part);
      const amount = found.reduce((sum, { fen }) => sum + fen, 0n);
      return [
        placeKey(place),
        { amount: formatYuan(amount as (typeof found)[number]['fen']), source, months: throughMonth },
      ];
    }),
  );
  return { ...request, past: { ...past, ...request.past } };
}

function otherRound({ roundPlace, pool }: Budget): ReturnType<typeof wrongState> {
  return wrongState(pool, {
    zh: `该年度预算已列入 ${roundPlace} 的编制`,
    en: `the year's budget is part of the round of ${roundPlace}`,
  });
}
