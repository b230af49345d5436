import * as refusals from '#domain/adjustment-year/matter-refusals';
import { ADVANCE_KINDS, type AdvanceKind } from '#domain/adjustment-year/year-line';
import { badAmount, sameMaker } from '#domain/adjustment-year/refusals';
import type { Scores } from '#domain/assessment/score-items';
import { present } from '#kernel/assert';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fenOf, parseYuan, ZERO_FEN, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import { whyNotSilent } from '#kernel/reason-missing';

/**
 * The kinds of matters, each requested by one person with a document and decided by another: an emergency application
 * (JX-2.3.2), the adoption of a delegated figure, the handover of a county's balance and audited gap from before
 * pooling (JH-4.7-d, JH-4.7-e), a pool's yearly assessment (SC-3.1, SD-5.3), and under full pooling the remittance of
 * revenue and the funding of spending within the year (JH-4.7-a).
 */
export const MATTER_KINDS = ['emergency', 'adoption', 'handover', 'assessment', ...ADVANCE_KINDS] as const;

export type MatterKind = (typeof MATTER_KINDS)[number];

/** The content of a request, by kind; amounts in yuan as text. */
export interface MatterContent {
  /** Emergency: the amount applied for, at actual need. Handover: the balance from before pooling. Remittance and funding: the amount moved. */
  readonly amount?: string;
  readonly cause?: 'public_health' | 'policy' | 'other';
  /** Handover: the audited gap that falls due in the year. */
  readonly auditedGap?: string;
  /** Adoption: the value's name, and the figure; without a figure the pack's assumption is adopted unchanged. */
  readonly value?: string;
  readonly figure?: string;
  /** Assessment: each item with points, score and evidence, and the totals. */
  readonly assessed?: Scores;
  /** Handover that lowers what is marked: number of the ledger's request that is decided with it. */
  readonly approval?: string;
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
  /** The granted matter in whose stead this one counts once it is granted; null for a first one. */
  readonly corrects: string | null;
}

export interface Matter extends AskedMatter {
  readonly id: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly decision: 'granted' | 'refused' | null;
  /** Amount granted of an emergency, remittance or funding, in yuan; null where no amount is decided. */
  readonly granted: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
  /** Number of the ledger event that the decision posted; null where it posted none. */
  readonly event: string | null;
}

const NEEDS: Readonly<Record<MatterKind, readonly (keyof MatterContent)[]>> = {
  emergency: ['amount', 'cause'],
  adoption: ['value'],
  handover: ['amount', 'auditedGap'],
  assessment: ['assessed'],
  remittance: ['amount'],
  funding: ['amount'],
};

const MAY: Readonly<Record<MatterKind, readonly (keyof MatterContent)[]>> = {
  ...NEEDS,
  adoption: ['value', 'figure'],
};

/** Members that are computed: where one is missing, the refusal names the member it is computed from. */
const ASKED_AS: Partial<Readonly<Record<keyof MatterContent, string>>> = { assessed: 'scores' };

/** Kinds of which a granted one is replaced by a further one; of the others the last granted one counts anyway. */
const CORRECTED: readonly MatterKind[] = ['emergency', 'handover'];

/** Lists the matters that count: granted, and not replaced by another that was granted. */
export function standingMatters(matters: readonly Matter[]): readonly Matter[] {
  const granted = matters.filter(({ decision }) => decision === 'granted');
  return granted.filter(({ id }) => granted.every(({ corrects }) => corrects !== id));
}

/** Checks that a matter has its document and exactly the members of its kind, and stands beside the others of its year. */
export function checkMatter(asked: AskedMatter, others: readonly Matter[]): Decision<AskedMatter> {
  const sameYear = others.filter(
    (one) =>
      one.kind === asked.kind &&
      one.pool === asked.pool &&
      one.insuranceType === asked.insuranceType &&
      one.year === asked.year &&
      one.decision !== 'refused',
  );
  const faults = [...memberFaults(asked), ...correctionFaults(asked, sameYear), ...besides(asked, sameYear)];
  return allowUnless(faults, () => asked);
}

function memberFaults({ kind, content }: AskedMatter): readonly Refusal[] {
  const given = Object.keys(content) as (keyof MatterContent)[];
  return [
    ...NEEDS[kind]
      .filter((member) => content[member] === undefined)
      .map((member) => refusals.memberMissing(ASKED_AS[member] ?? member)),
    ...given
      .filter((member) => !MAY[kind].includes(member))
      .map((member) => refusals.memberNotWanted(member, kind)),
    ...(['amount', 'auditedGap'] as const)
      .filter((member) => content[member] !== undefined && readAmount(content[member]) === undefined)
      .map((member) => badAmount(member)),
    ...(isAdvance(kind) && content.amount !== undefined && readAmount(content.amount) === ZERO_FEN
      ? [badAmount('amount')]
      : []),
  ];
}

/** Lists why a matter cannot replace the one that it names: of another year, not granted, or replaced already. */
function correctionFaults(
  { kind, corrects, note }: AskedMatter,
  sameYear: readonly Matter[],
): readonly Refusal[] {
  if (corrects === null) return [];
  if (!CORRECTED.includes(kind)) return [refusals.correctionNotWanted(kind)];
  const silent = whyNotSilent(true, note, 'note');
  const isWaiting = sameYear.some((one) => one.corrects === corrects && one.decision === null);
  const isStanding = standingMatters(sameYear).some(({ id }) => id === corrects);
  return [
    ...(silent === undefined ? [] : [silent]),
    ...(isStanding && !isWaiting ? [] : [refusals.notCorrectable(corrects)]),
  ];
}

/** Lists what forbids a further matter of the same kind, pool and year. */
function besides(
  { kind, pool, corrects, documentHash }: AskedMatter,
  sameYear: readonly Matter[],
): readonly Refusal[] {
  const [first] = sameYear;
  if (first === undefined) return [];
  if (kind === 'assessment')
    return sameYear.some(({ decision }) => decision === null) ? [refusals.assessmentOpen(pool)] : [];
  if (kind === 'handover' && corrects === null) return [refusals.handedOver(pool)];
  // One paper is one application, or the wrong one put right: sent twice it would be paid twice.
  const said = sameYear.find((one) => one.documentHash === documentHash && one.id !== corrects);
  return kind === 'emergency' && said !== undefined ? [refusals.documentUsed(said.document)] : [];
}

/**
 * Decides whether a person may decide a matter: never the requester; an emergency grant is at most the amount applied
 * for, and above the reckoned shortage, or where none can be reckoned, only for a stated reason (JX-2.3.2, 据实).
 * @param short what the pool lacks, in fen, undefined where it cannot be reckoned yet; and the clause of the policy
 */
export function decideMatter(
  matter: Matter,
  by: string,
  wanted: {
    readonly decision: 'granted' | 'refused';
    readonly granted?: string | undefined;
    readonly note: string;
  },
  short: { readonly shortage?: Fen | undefined; readonly clause?: string | undefined } = {},
): Decision<{ readonly granted: string | null }> {
  if (matter.decision !== null) return refuse(refusals.matterDecided(matter.id));
  if (matter.requestedBy === by) return refuse(sameMaker());
  const silent = whyNotSilent(wanted.decision === 'refused', wanted.note, 'note');
  if (silent !== undefined) return refuse(silent);
  if (wanted.decision === 'refused') return allow({ granted: null });
  if (matter.kind !== 'emergency' && !isAdvance(matter.kind))
    return wanted.granted === undefined
      ? allow({ granted: null })
      : refuse(refusals.memberNotWanted('granted', matter.kind));
  const applied = present(matter.content.amount, 'the amount that was applied for');
  const granted = wanted.granted ?? applied;
  const amount = readAmount(granted);
  if (amount === undefined || (amount === ZERO_FEN && isAdvance(matter.kind)))
    return refuse(badAmount('granted'));
  if (amount > fenOf(applied)) return refuse(refusals.grantTooLarge(applied));
  return !isAdvance(matter.kind) && amount > (short.shortage ?? ZERO_FEN) && wanted.note.trim() === ''
    ? refuse(refusals.grantAboveShortage(short.shortage, short.clause))
    : allow({ granted });
}

/** Whether a matter moves money between a pool and its fund within the year. */
export function isAdvance(kind: MatterKind): kind is AdvanceKind {
  return (ADVANCE_KINDS as readonly MatterKind[]).includes(kind);
}

function readAmount(text = ''): Fen | undefined {
  const amount = parseYuan(text);
  return typeof amount === 'bigint' && amount >= 0n ? amount : undefined;
}
