import { advancePack, type PackStep } from '#application/pack-life/advance-pack';
import { chinaDateOf, endOfChinaDay } from '#application/pack-life/china-time';
import { listVersions } from '#application/pack-life/list-versions';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { eventLine, renderVersions } from '#application/rendering/pack-versions';
import { checkPackCases } from '#cli/check-pack-cases';
import { conclude, refused, type ExitStatus } from '#cli/outcome';
import { openPackRef } from '#cli/pack-ref';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';

export interface PackStepOptions {
  readonly by: string;
  readonly note?: string;
  readonly from?: string;
}

/** What the command line calls the steps. */
export type PackStepName = 'submit' | 'check' | 'approve' | 'put-in-force' | 'withdraw';

type Pack = Parameters<typeof advancePack>[1];

/** `tongchou pack STEP PACK --by NAME`: takes a version one step further and prints what was recorded. */
export async function runPackStep(
  services: CliServices,
  name: PackStepName,
  ref: string,
  options: PackStepOptions,
): Promise<ExitStatus> {
  const from = options.from === undefined ? allow(null) : readDate('--from', options.from);
  if (!from.allowed) return refused(services.terminal, from.refusals);
  return withStore(services, async ({ packLifeStore }) => {
    const pack = await openPackRef(services, { packLifeStore }, ref);
    if (!pack.allowed) return refused(services.terminal, pack.refusals);
    const step = await stepOf(services, name, pack.value, from.value);
    if (!step.allowed) return refused(services.terminal, step.refusals);
    const head = { by: options.by, now: services.now(), note: options.note ?? '' };
    const events = await advancePack(packLifeStore, pack.value, step.value, head);
    return conclude(services.terminal, events, (value) => {
      for (const event of value) services.terminal.out(`${eventLine(event)}\n`);
    });
  });
}

async function stepOf(
  services: CliServices,
  name: PackStepName,
  pack: Pack,
  from: PlainDate | null,
): Promise<Decision<PackStep>> {
  switch (name) {
    case 'submit':
    case 'approve':
      return allow({ kind: name });
    case 'check':
      return checkOf(services, pack);
    case 'put-in-force':
      return from === null ? refuse(startMissing()) : allow({ kind: 'put_in_force', from });
    case 'withdraw':
      return allow({ kind: 'withdraw', from });
  }
}

/** Worked cases are no part of a version, so they are taken from the folder, whose content must be that version. */
async function checkOf(services: CliServices, pack: Pack): Promise<Decision<PackStep>> {
  const folder = await loadPackWithParents(services, pack.raw.id);
  if (!folder.allowed) return folder;
  if (folder.value.hash !== pack.hash) return refuse(casesNotAtHand(pack, folder.value.hash));
  const failed = checkPackCases(folder.value).filter(({ faults }) => faults.length > 0);
  return allow({ kind: 'check', failedCases: failed.map(({ id }) => id) });
}

export interface PacksOptions {
  readonly on?: string;
  readonly knownOn?: string;
}

/** `tongchou packs`: every submitted version with its state, hash, who and when; `●` is in force on the day. */
export async function runPacks(services: CliServices, options: PacksOptions): Promise<ExitStatus> {
  const now = services.now();
  const on = options.on === undefined ? allow(chinaDateOf(now)) : readDate('--on', options.on);
  if (!on.allowed) return refused(services.terminal, on.refusals);
  const known = options.knownOn === undefined ? allow(null) : readDate('--known-on', options.knownOn);
  if (!known.allowed) return refused(services.terminal, known.refusals);
  return withStore(services, async ({ packLifeStore }) => {
    const instant = known.value === null ? LAST_INSTANT : endOfChinaDay(known.value);
    const versions = await listVersions(packLifeStore, on.value, instant);
    services.terminal.out(`${renderVersions(versions)}\n`);
    return 0;
  });
}

/** Known by then is all that is recorded. */
const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

function readDate(at: string, text: string): Decision<PlainDate> {
  const date = parsePlainDate(text);
  return date === undefined ? refuse(badDate(at, text)) : allow(date);
}

function badDate(at: string, text: string): Refusal {
  return {
    code: 'bad_date',
    at,
    what: { zh: `${text} 不是日期`, en: `${text} is no day of the calendar` },
    next: { zh: '请写成 2024-01-31', en: 'write it like 2024-01-31' },
  };
}

function startMissing(): Refusal {
  return {
    code: 'date_missing',
    at: '--from',
    what: { zh: '未说明自哪天起施行', en: 'no first day in force is given' },
    next: { zh: '请用 --from 写明施行首日', en: 'give the first day with --from' },
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
