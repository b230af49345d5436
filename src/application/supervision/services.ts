import type { PackLoading } from '#application/packs/load-pack-with-parents';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PlaceStore } from '#application/ports/place-store';
import type { SupervisionStore } from '#application/ports/supervision-store';

/** The services that the register of supervision needs. */
export interface SupervisionServices extends PackLoading {
  readonly supervisionStore: SupervisionStore;
  readonly placeStore: PlaceStore;
  readonly packLifeStore: PackLifeStore;
}
