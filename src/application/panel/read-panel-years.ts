import { parseYuan } from '#kernel/fen';
import { parseRate } from '#kernel/rate';
import { readText } from '#application/panel/read-text';
import type {
  WrittenAssumptions,
  WrittenEvents,
  WrittenFact,
  WrittenGrowth,
  WrittenLaterYear,
  WrittenYear,
} from '#application/panel/written-assumptions';
import {
  SHAREABLE_FIGURES,
  type Growth,
  type SchemeEvents,
  type StatedFact,
  type YearAssumptions,
} from '#domain/panel/assumptions';

/** The base year and what each later year states, in order. */
export function readYears({ base_year, later_years }: WrittenAssumptions): readonly YearAssumptions[] {
  return [
    { ...readYear(base_year), isProjection: false, growth: {} },
    ...later_years.map((written) => ({
      ...readYear(written),
      isProjection: written.projection === 'true',
      growth: readGrowths(written),
    })),
  ];
}

function readYear(written: WrittenYear): Omit<YearAssumptions, 'isProjection' | 'growth'> {
  const { year, resident_fee: fee, resident_subsidy: subsidy, employee, resident } = written;
  return {
    year: Number.parseInt(year, 10),
    ...(fee === undefined ? {} : { residentFee: readText(fee.value, parseYuan) }),
    ...(subsidy === undefined ? {} : { residentSubsidy: readText(subsidy.value, parseYuan) }),
    events: {
      ...(employee === undefined ? {} : { employee: readEvents(employee) }),
      ...(resident === undefined ? {} : { resident: readEvents(resident) }),
    },
  };
}

function readGrowths({ growth: { employee, resident } }: WrittenLaterYear): YearAssumptions['growth'] {
  return {
    ...(employee === undefined ? {} : { employee: readGrowth(employee) }),
    ...(resident === undefined ? {} : { resident: readGrowth(resident) }),
  };
}

function readGrowth({ insured, revenue, expenditure }: WrittenGrowth): Growth {
  return {
    insured: readText(insured, parseRate),
    revenue: readText(revenue, parseRate),
    expenditure: readText(expenditure, parseRate),
  };
}

function readEvents(written: WrittenEvents): SchemeEvents {
  const {
    fund,
    changes = [],
    facts = [],
    treasury_covers: covers = [],
    recoveries = [],
    releases = [],
  } = written;
  return {
    fund: {
      interest: readText(fund.interest, parseYuan),
      otherIncome: readText(fund.other_income, parseYuan),
      why: fund.why,
    },
    changes: changes.map((change) => ({ ...change, by: readText(change.by, parseRate) })),
    facts: facts.map((fact) => ({ ...readFact(fact), pool: fact.pool })),
    treasuryCovers: covers,
    recoveries: recoveries.map(({ place_of_care, place_of_insurance, amount, why }) => ({
      placeOfCare: place_of_care,
      placeOfInsurance: place_of_insurance,
      amount: readText(amount, parseYuan),
      why,
    })),
    releases: releases.map((release) => ({ ...release, amount: readText(release.amount, parseYuan) })),
  };
}

const SHARE = new RegExp(`^(?<share>\\d{1,3}(?:\\.\\d{1,4})?%) of (?<of>${SHAREABLE_FIGURES.join('|')})$`);

/** "87% of collections" is a share; every other text is the figure itself. */
export function readFact({ field, value, why }: WrittenFact): StatedFact {
  const { share, of } = SHARE.exec(value)?.groups ?? {};
  const figure = SHAREABLE_FIGURES.find((name) => name === of);
  if (share === undefined || figure === undefined) return { field, value, why };
  return { field, value: { share: readText(share, parseRate), of: figure }, why };
}
