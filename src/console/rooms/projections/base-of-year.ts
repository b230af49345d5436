import type { YearView } from '#console/api/year-queries.ts';
import type { Base } from '#console/rooms/projections/base-draft.ts';

/** A year of adjustment as what a projection starts from: its pools, with the insured where the year tells them. */
export function baseOfYear({ id, pack, year, insuranceType, pools, figures }: YearView): Base {
  const insuredOf = (pool: string): number | undefined => {
    const figure = figures.find(({ subject, field }) => subject === pool && field === 'insured');
    return figure === undefined ? undefined : Number(figure.value);
  };
  return {
    kind: 'year',
    id,
    packId: pack,
    year,
    scheme: insuranceType,
    pools: pools.map((pool) => ({ ...pool, insured: insuredOf(pool.id) })),
  };
}
