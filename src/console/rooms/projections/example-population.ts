import type { ProjectionInput, SchemeInput } from '#console/api/fund-projection-queries.ts';

type Figures = SchemeInput['figures'];
type Band = SchemeInput['bands'][number];

/** Said of everything that the example adds: it is assumed, and nobody's data. */
const BASIS = '示例假设，非本地数据 · assumed for example, not local data';

/** A band of the example and its share of the persons in per cent; the shares of a type make up the whole. */
interface ExampleBand extends Omit<Band, 'basis' | 'costAbove'> {
  readonly share: bigint;
}

const BANDS: Readonly<Record<Figures['scheme'], readonly ExampleBand[]>> = {
  employee: [
    {
      id: '16-39',
      years: 24,
      share: 45n,
      costWeight: '1',
      exits: '0.5%',
      contributing: '100%',
      entering: '85%',
    },
    {
      id: '40-59',
      years: 20,
      share: 30n,
      costWeight: '1.8',
      exits: '0.8%',
      contributing: '95%',
      entering: '15%',
    },
    { id: '60+', share: 25n, costWeight: '3.6', exits: '3%', contributing: '0%', entering: '0%' },
  ],
  resident: [
    {
      id: '0-17',
      years: 18,
      share: 25n,
      costWeight: '0.7',
      exits: '0.1%',
      contributing: '100%',
      entering: '70%',
    },
    {
      id: '18-59',
      years: 42,
      share: 45n,
      costWeight: '1.2',
      exits: '0.4%',
      contributing: '100%',
      entering: '25%',
    },
    { id: '60+', share: 30n, costWeight: '2.6', exits: '2.5%', contributing: '100%', entering: '5%' },
  ],
};

const YEARS = 10;
const HUNDRED = 100n;

/** Pools whose insured persons the figures do not tell: no example can split them. */
export function poolsWithoutInsured({ pools }: Figures): readonly string[] {
  return pools.filter(({ insured }) => insured === undefined).map(({ id }) => id);
}

/**
 * Completes the figures of one year by example ages, costs and growth, each marked as assumed. Persons are split by share;
 * what the division leaves is the first band's, so that they make up the insured exactly. Every pool must tell its insured.
 */
export function withExamplePopulation(figures: Figures): ProjectionInput {
  const bands = BANDS[figures.scheme];
  return {
    years: YEARS,
    schemes: [
      {
        figures,
        bands: bands.map(({ share: _share, ...band }) => ({ ...band, costAbove: '0%', basis: BASIS })),
        drivers: {
          premium: driver('5%', '3%', '7%'),
          cost: driver('7%', '4%', '10%'),
          entries: driver('2%', '1%', '3%'),
        },
        pools: figures.pools.map(({ id, insured = 0 }) => ({ id, persons: splitByShare(insured, bands) })),
      },
    ],
  };
}

function driver(rate: string, low: string, high: string): SchemeInput['drivers']['cost'] {
  return { rate, basis: BASIS, spread: { kind: 'triangular', low, high } };
}

function splitByShare(insured: number, bands: readonly ExampleBand[]): Record<string, number> {
  const total = BigInt(insured);
  const parts = bands.map(({ id, share }) => ({ id, count: (total * share) / HUNDRED }));
  const rest = total - parts.reduce((sum, { count }) => sum + count, 0n);
  return Object.fromEntries(
    parts.map(({ id, count }, index) => [id, Number(index === 0 ? count + rest : count)]),
  );
}
