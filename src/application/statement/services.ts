import type { PackLoading } from '#application/packs/load-pack-with-parents';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PlaceStore } from '#application/ports/place-store';
import type { StatementStore } from '#application/ports/statement-store';

/** What the use cases of statements need from outside. */
export interface StatementServices extends PackLoading {
  readonly statementStore: StatementStore;
  readonly placeStore: Pick<PlaceStore, 'findPool' | 'listPools' | 'listMemberships'>;
  readonly packLifeStore: Pick<PackLifeStore, 'keepArtefact' | 'findArtefact'>;
}

/** Which statement is asked for. */
export interface StatementAsked {
  /** A pool or an adjustment fund of the register. */
  readonly subject: string;
  /** Of a fund: together with the pools that belong to it (汇总). */
  readonly consolidated: boolean;
  readonly insuranceType: 'employee' | 'resident';
  /** A month "2026-03" or a year "2026". */
  readonly period: string;
  /** Whose forms and chart of accounts; the national ones where none is named. */
  readonly pack?: string;
}
