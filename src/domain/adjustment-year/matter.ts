import * as refusals from '#domain/adjustment-year/refusals';
import type { Scores } from '#domain/assessment/score-items';
import type { InsuranceType } from '#domain/fund/ledger-command';
import { present } from '#kernel/assert';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fenOf, parseYuan, type Fen } from '#kernel/fen';
import { whyNotSilent } from '#kernel/reason-missing';

/**
 * The kinds of matters, each requested by one person with a document and decided by another: an emergency application
 * (JX-2.3.2), the adoption of a delegated figure, the handover of a county's balance and audited gap from before
 * pooling (JH-4.7-d, JH-4.7-e), and a pool's yearly assessment (SC-3.1, SD-5.3).
 */
export const MATTER_KINDS = ['emergency', 'adoption', 'handover', 'assessment'] as const;

export type MatterKind = (typeof MATTER_KINDS)[number];

/** The content of a request, by kind; amounts in yuan as text. */
export interface MatterContent {
  /** Emergency: the amount applied for, at actual need. Handover: the balance from before pooling. */
  readonly amount?: string;
  readonly cause?: 'public_health' | 'policy' | 'other';
  /** Handover: the audited gap that falls due in the year. */
  readonly auditedGap?: string;
  /** Adoption: the value's name, and the figure; without a figure the pack's assumption is adopted unchanged. */
  readonly value?: string;
  readonly figure?: string;
  /** Assessment: each item with points, score and evidence, and the totals. */
  readonly assessed?: Scores;
}

export interface AskedMatter {
  readonly kind: MatterKind;
  /** Place of the pool; for an adoption and an assessment, place of the fund. */
  readonly place: string;
  /** The pool; for an adoption the fund. */
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  /** The fund year; an adoption holds from it on. */
  readonly year: number;
  /** The policy pack of the fund. */
  readonly packId: string;
  readonly content: MatterContent;
  readonly document: string;
  readonly documentHash: string;
  readonly note: string;
}

export interface Matter extends AskedMatter {
  readonly id: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly decision: 'granted' | 'refused' | null;
  /** Amount granted of an emergency application, in yuan; null where the decision concerns no amount. */
  readonly granted: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
}

const NEEDS: Readonly<Record<MatterKind, readonly (keyof MatterContent)[]>> = {
  emergency: ['amount', 'cause'],
  adoption: ['value'],
  handover: ['amount', 'auditedGap'],
  assessment: ['assessed'],
};

const MAY: Readonly<Record<MatterKind, readonly (keyof MatterContent)[]>> = {
  ...NEEDS,
  adoption: ['value', 'figure'],
};

/** Members that are computed: where one is missing, the refusal names the member it is computed from. */
const ASKED_AS: Partial<Readonly<Record<keyof MatterContent, string>>> = { assessed: 'scores' };

/** Checks that a matter has its document and exactly the members of its kind. */
export function checkMatter(asked: AskedMatter, others: readonly Matter[]): Decision<AskedMatter> {
  const { kind, content } = asked;
  const faults: Refusal[] = [];
  for (const member of NEEDS[kind]) {
    if (content[member] === undefined) faults.push(refusals.memberMissing(ASKED_AS[member] ?? member));
  }
  for (const member of Object.keys(content) as (keyof MatterContent)[]) {
    if (!MAY[kind].includes(member)) faults.push(refusals.memberNotWanted(member, kind));
  }
  for (const member of ['amount', 'auditedGap'] as const) {
    const text = content[member];
    if (text !== undefined && readAmount(text) === undefined) faults.push(refusals.badAmount(member));
  }
  const sameYear = others.filter(
    (one) =>
      one.kind === kind &&
      one.pool === asked.pool &&
      one.insuranceType === asked.insuranceType &&
      one.year === asked.year &&
      one.decision !== 'refused',
  );
  // One cause reaches the pipeline for a pool and year.
  if (kind === 'emergency' && sameYear.some((one) => one.content.cause !== content.cause))
    faults.push(refusals.causeMixed());
  if (kind === 'handover' && sameYear.length > 0) faults.push(refusals.handedOver(asked.pool));
  if (kind === 'assessment' && sameYear.some(({ decision }) => decision === null))
    faults.push(refusals.assessmentOpen(asked.pool));
  return allowUnless(faults, () => asked);
}

/**
 * Decides whether a person may decide a matter: never the requester; an emergency grant is at most the amount applied
 * for.
 */
export function decideMatter(
  matter: Matter,
  by: string,
  wanted: {
    readonly decision: 'granted' | 'refused';
    readonly granted?: string | undefined;
    readonly note: string;
  },
): Decision<{ readonly granted: string | null }> {
  if (matter.decision !== null) return refuse(refusals.matterDecided(matter.id));
  if (matter.requestedBy === by) return refuse(refusals.sameMaker());
  const silent = whyNotSilent(wanted.decision === 'refused', wanted.note, 'note');
  if (silent !== undefined) return refuse(silent);
  if (wanted.decision === 'refused') return allow({ granted: null });
  if (matter.kind !== 'emergency')
    return wanted.granted === undefined
      ? allow({ granted: null })
      : refuse(refusals.memberNotWanted('granted', matter.kind));
  const applied = present(matter.content.amount, 'the amount that was applied for');
  const granted = wanted.granted ?? applied;
  const amount = readAmount(granted);
  if (amount === undefined) return refuse(refusals.badAmount('granted'));
  return amount > fenOf(applied) ? refuse(refusals.grantTooLarge(applied)) : allow({ granted });
}

function readAmount(text: string): Fen | undefined {
  const amount = parseYuan(text);
  return typeof amount === 'bigint' && amount >= 0n ? amount : undefined;
}
