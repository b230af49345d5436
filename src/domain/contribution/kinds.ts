/** Kinds of persons for whom contributions are reckoned, in the order of the contract. */
export const PERSON_KINDS = ['employee', 'flexible', 'resident', 'retiree'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** What a pack's section may fill: the kinds, and the payment at retirement. */
export type SectionKind = PersonKind | 'retirement';
