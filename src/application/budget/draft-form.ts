import { heldText, readHeld, type HeldText } from '#application/budget/held-openings';
import { poolElsewhere, unknownPool, unknownRound } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import { decideWithin } from '#application/transaction/decide-within';
import { DRIVERS, type DriverId } from '#domain/budget/drivers';
import { PART_LABELS, type BooksKind, type BudgetPart } from '#domain/budget/lines';
import { driversFor, needsOf, type LineNeeds } from '#domain/budget/needs';
import { lineOf, partsOf, placeKey, placesOf, type LinePlace } from '#domain/budget/table';
import type { Scope } from '#domain/identity/account';
import { coversPlace } from '#domain/identity/place-path';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { InsuranceType } from '#kernel/insurance-type';

/** The inputs of a form, for one pool and insurance type of a round. */
export interface DraftForm {
  readonly pool: string;
  readonly kind: BooksKind;
  readonly year: number;
  readonly parts: readonly {
    readonly part: BudgetPart;
    readonly label: Bilingual;
    /** Balances of the books at the year's start, in yuan; null where no books cover that time. */
    readonly held: HeldText | null;
  }[];
  readonly lines: readonly ({
    readonly key: string;
    readonly part: BudgetPart;
    readonly ofPool: string | null;
    readonly label: Bilingual;
    readonly side: 'income' | 'expenditure';
    readonly isTransfer: boolean;
  } & LineNeeds)[];
  readonly drivers: readonly { readonly id: DriverId; readonly label: Bilingual; readonly unit: string }[];
}

/**
 * Lists the lines of the standard table with the inputs of their estimates, so that nothing has to be known by heart.
 */
export async function draftForm(
  services: Pick<BudgetServices, 'budgetStore' | 'placeStore' | 'ledgerReader' | 'statementStore'>,
  scope: Scope,
  roundId: string,
  asked: { readonly pool: string; readonly insuranceType: InsuranceType },
): Promise<Decision<DraftForm>> {
  const { budgetStore, placeStore } = services;
  const pools = await placeStore.listPools(scope);
  const found = await decideWithin(budgetStore, scope, async (office) => {
    const round = await office.findRound(roundId);
    return round === undefined ? refuse(unknownRound(roundId)) : allow(round);
  });
  if (!found.allowed) return found;
  const { place, year } = found.value;
  const pool = pools.find(({ id }) => id === asked.pool);
  if (pool === undefined) return refuse(unknownPool(asked.pool));
  if (!coversPlace(place, pool.place)) return refuse(poolElsewhere(pool.id, place));
  const members = pools.filter(({ fund }) => fund === pool.id).map(({ id }) => id);
  const lines = placesOf(pool.kind, asked.insuranceType, members).map((line) =>
    lineView(pool.kind, asked.insuranceType, line),
  );
  const held = await readHeld(services, scope, { ...asked, kind: pool.kind, year });
  return allow({
    pool: pool.id,
    kind: pool.kind,
    year,
    parts: partsOf(pool.kind, asked.insuranceType).map((part) => {
      const found = held.get(part);
      return { part, label: PART_LABELS[part], held: found === undefined ? null : heldText(found) };
    }),
    lines,
    drivers: driversFor(lines).map((id) => ({ id, ...DRIVERS[id] })),
  });
}

function lineView(kind: BooksKind, type: InsuranceType, place: LinePlace): DraftForm['lines'][number] {
  const { label, side, isTransfer } = lineOf(kind, place);
  const { part, ofPool } = place;
  return { key: placeKey(place), part, ofPool, label, side, isTransfer, ...needsOf(kind, type, place) };
}
