/**
 * A line of `tongchou contribute` as it is given: amounts are text. Its shape is checked at the door
 * (`contract`); what the texts say, and what the pack needs of them, is checked where they are read.
 */
export interface ContributionLine {
  readonly id: string;
  readonly kind: 'employee' | 'flexible' | 'resident' | 'retiree';
  readonly employerKind?: 'ordinary' | 'state_paid_maternity' | undefined;
  readonly monthlyWage?: string | undefined;
  readonly personalAccount?: boolean | undefined;
  /** A category of the pack; absent or `none` for a person without aid. */
  readonly aid?: string | undefined;
  readonly tier?: 1 | 2 | 3 | undefined;
  /** Absent for a person who does not join by a residence permit. */
  readonly residencePermit?: boolean | undefined;
  readonly month?: string | undefined;
  /** A resident's year of cover; the year of the run where it is not given. */
  readonly year?: number | undefined;
}

/** A line with its place in the input, such as `people.ndjson:3`. */
export interface PlacedLine {
  readonly at: string;
  readonly line: ContributionLine;
}

/** A line out, to the letter of the contract. */
export interface ContributionOutput {
  readonly id: string;
  readonly base: string;
  readonly employer: string;
  readonly employee: string;
  readonly subsidy: string;
  readonly aidPaid: string;
  readonly toAccount: string;
  readonly toPool: string;
  readonly cite: readonly string[];
}
