import { adoptionsOf } from '#application/adjustment-year/adopted-pack';
import { recordedSinceFreeze } from '#application/adjustment-year/freeze-refusals';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearSnapshot } from '#application/adjustment-year/snapshot';
import type { AdjustmentYear, YearOffice } from '#application/ports/adjustment-year-store';
import { findFigure, standing } from '#domain/adjustment-year/figure';
import { matterFigures } from '#domain/adjustment-year/matter-figures';
import type { Refusal } from '#kernel/decision';

/**
 * Lists what was adopted, recorded or granted since the freeze and is not in its snapshot, so that neither a proposal is made
 * nor decided that leaves it out: a new freeze takes it.
 */
export async function whySinceFreeze(
  office: YearOffice,
  year: AdjustmentYear,
  snapshot: YearSnapshot,
): Promise<readonly Refusal[]> {
  const frozen = new Set(snapshot.adoptions.map(({ matter }) => matter));
  const adopted = (await adoptionsOf(office, year)).filter(({ matter }) => !frozen.has(matter));
  const { pools, figures } = snapshot;
  const matters = await office.listMatters({ pools, insuranceType: year.insuranceType });
  const held = [...standing(await office.listFigures(year.id)), ...matterFigures(pools, year.year, matters)];
  const moved = held.filter(
    ({ subject, field, value }) => findFigure(figures, subject, field)?.value !== value,
  );
  const names = new Set(moved.map(({ subject, field }) => `${subject}.${field}`));
  return [
    ...adopted.map(({ value, document }) => refusals.adoptedSinceFreeze(value, document)),
    ...[...names].map(recordedSinceFreeze),
  ];
}
