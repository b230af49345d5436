import type { Bilingual } from '#kernel/bilingual';

/** Premiums of one pool, insurance type and month at each station, in fen; null where no figure was reported. */
export interface PremiumStations {
  /** Assessed by health insurance: newly owed. */
  readonly assessed: bigint;
  /** Collected, as the tax office reports. */
  readonly levied: bigint | null;
  /** Received in the treasury: by our ledger, and as the treasury reports. */
  readonly received: bigint;
  readonly receivedByTreasury: bigint | null;
  /** Collected by the agency itself into the income account. */
  readonly collectedByAgency: bigint;
  /** Swept from the treasury to the special account: by our ledger, and as the treasury reports. */
  readonly swept: bigint;
  readonly sweptByTreasury: bigint | null;
}

export const PREMIUM_GAPS = {
  not_levied: {
    zh: '核定减征收：尚未征收',
    en: 'assessed less levied and collected: not levied yet',
  },
  in_transit: {
    zh: '征收减入库：在途或未入库',
    en: 'levied less received by the treasury: on its way, or not paid in',
  },
  not_booked: {
    zh: '国库收款减账面：尚未记账',
    en: 'received by the treasury less our ledger: not booked',
  },
  not_swept: {
    zh: '账面入库减划出：留在国库',
    en: 'received less swept: still in the treasury',
  },
  sweep_not_booked: {
    zh: '国库划出减账面：尚未记账',
    en: 'swept by the treasury less our ledger: not booked',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export interface PremiumGap {
  readonly gap: keyof typeof PREMIUM_GAPS;
  /** Null where one of the two figures is missing; zero where both agree. */
  readonly amount: bigint | null;
}

/** Compares premiums from station to station; the gaps add up to what was assessed and is not yet swept. */
export function comparePremiums(stations: PremiumStations): readonly PremiumGap[] {
  const { assessed, levied, received, receivedByTreasury, collectedByAgency, swept, sweptByTreasury } =
    stations;
  return [
    { gap: 'not_levied', amount: less(assessed - collectedByAgency, levied) },
    { gap: 'in_transit', amount: less(levied, receivedByTreasury) },
    { gap: 'not_booked', amount: less(receivedByTreasury, received) },
    { gap: 'not_swept', amount: received - swept },
    { gap: 'sweep_not_booked', amount: less(sweptByTreasury, swept) },
  ];
}

function less(one: bigint | null, other: bigint | null): bigint | null {
  return one === null || other === null ? null : one - other;
}
