import type { PackLoading } from '#application/packs/load-pack-with-parents';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PlaceStore } from '#application/ports/place-store';
import type { StatementStore } from '#application/ports/statement-store';
import type { InsuranceType } from '#kernel/insurance-type';

/** The services that the use cases of statements need. */
export interface StatementServices extends PackLoading {
  readonly statementStore: StatementStore;
  readonly placeStore: Pick<PlaceStore, 'findPool' | 'listPools' | 'listMemberships' | 'listPlaces'>;
  readonly packLifeStore: Pick<PackLifeStore, 'keepArtefact' | 'findArtefact'>;
}

/** A requested statement. */
export interface StatementAsked {
  /** A pool or an adjustment fund of the register. */
  readonly subject: string;
  /** Whether a fund's pools are included (汇总). */
  readonly consolidated: boolean;
  readonly insuranceType: InsuranceType;
  /** A month "2026-03" or a year "2026". */
  readonly period: string;
  /** The pack whose forms and chart of accounts are used; the national one where left out. */
  readonly pack?: string;
}
