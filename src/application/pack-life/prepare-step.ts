import { readDay } from '#application/pack-life/read-day';
import type { PackStep } from '#application/pack-life/advance-pack';
import type { CaseOutcome } from '#application/packs/check-cases';
import { loadPackWithParents, type PackLoading } from '#application/packs/load-pack-with-parents';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import type { PlainDate } from '#kernel/plain-date';
import type { Pack } from '#rules/pack/pack';

/** A step as it is asked for: `from` is a day as written, of putting in force and of ending what is in force. */
export interface AskedStep {
  readonly kind: PackStep['kind'];
  readonly from?: string;
}

/** What a step may need: the files of the packs and a way to reckon their worked cases. */
export interface StepNeeds extends PackLoading {
  readonly checkCases: (pack: Pack) => readonly CaseOutcome[];
}

/** Gathers what the step rests upon: its day, the worked cases at hand, and for a check those that do not hold. */
export async function prepareStep(
  needs: StepNeeds,
  pack: Pack,
  { kind, from }: AskedStep,
): Promise<Decision<PackStep>> {
  const day = from === undefined ? allow(null) : readDay('from', from);
  if (!day.allowed) return day;
  switch (kind) {
    case 'put_in_force':
      return day.value === null ? refuse(startMissing()) : prepareStart(needs, pack, day.value);
    case 'withdraw':
      return allow({ kind, from: day.value });
    case 'check':
      return day.value === null ? prepareCheck(needs, pack) : refuse(dayNotWanted());
    case 'submit':
    case 'approve':
      return day.value === null ? allow({ kind }) : refuse(dayNotWanted());
  }
}

/** Worked cases are no part of a version, so they are taken from the folder, whose content must be that version. */
async function prepareCheck(needs: StepNeeds, pack: Pack): Promise<Decision<PackStep>> {
  const folder = await loadPackWithParents(needs, pack.raw.id);
  if (!folder.allowed) return folder;
  if (folder.value.hash !== pack.hash) return refuse(casesNotAtHand(pack, folder.value.hash));
  const failed = needs.checkCases(folder.value).filter(({ faults }) => faults.length > 0);
  const casesHash = hashCases(needs, folder.value);
  return allow({ kind: 'check', failedCases: failed.map(({ id }) => id), casesHash });
}

/** Files that are gone or faulty have no cases; the version's own check says whether any are needed. */
async function prepareStart(needs: StepNeeds, pack: Pack, from: PlainDate): Promise<Decision<PackStep>> {
  const folder = await loadPackWithParents(needs, pack.raw.id);
  const casesHash = folder.allowed ? hashCases(needs, folder.value) : null;
  return allow({ kind: 'put_in_force', from, casesHash });
}

/** Hashes a pack's worked cases, whichever files they stand in. */
function hashCases({ hash }: PackLoading, { cases }: Pack): string {
  return hash(canonicalJson(cases as unknown as CanonicalValue));
}

function startMissing(): Refusal {
  return {
    code: 'date_missing',
    at: 'from',
    what: { zh: '未说明自哪天起施行', en: 'no first day in force is given' },
    next: { zh: '请写明施行首日', en: 'give the first day' },
  };
}

function dayNotWanted(): Refusal {
  return {
    code: 'date_not_wanted',
    at: 'from',
    what: { zh: '这一步没有日期', en: 'the step has no day' },
    next: { zh: '请去掉日期', en: 'leave the day out' },
  };
}

function casesNotAtHand({ raw, hash }: Pack, folder: string): Refusal {
  return {
    code: 'cases_not_at_hand',
    at: hash.slice(0, 12),
    what: {
      zh: `packs/${raw.id} 现为版本 ${folder.slice(0, 12)}，无法核算此版本的范例`,
      en: `packs/${raw.id} is version ${folder.slice(0, 12)} now; the worked cases of this one are not at hand`,
    },
    next: {
      zh: '请恢复该版本的文件，或提交并核对现在的版本',
      en: "restore that version's files, or submit and check the present one",
    },
  };
}
