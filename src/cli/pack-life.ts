import { advancePack } from '#application/pack-life/advance-pack';
import { chinaDateOf, endOfChinaDay } from '#application/time/china-time';
import { LAST_INSTANT, listVersions } from '#application/pack-life/list-versions';
import { prepareStep, type AskedStep } from '#application/pack-life/prepare-step';
import { readDay } from '#application/pack-life/read-day';
import { openPackRef } from '#application/packs/open-pack-ref';
import { eventLine, renderVersions } from '#application/rendering/pack-versions';
import { checkPackCases } from '#cli/check-pack-cases';
import { conclude, refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';
import { allow } from '#kernel/decision';

export interface PackStepOptions {
  readonly by: string;
  readonly note?: string;
  readonly from?: string;
}

/** What the command line calls the steps. */
const STEP_KINDS = {
  submit: 'submit',
  check: 'check',
  approve: 'approve',
  'put-in-force': 'put_in_force',
  withdraw: 'withdraw',
} as const satisfies Readonly<Record<string, AskedStep['kind']>>;

export type PackStepName = keyof typeof STEP_KINDS;

/** `tongchou pack STEP PACK --by NAME`: takes a version one step further and prints what was recorded. */
export async function runPackStep(
  services: CliServices,
  name: PackStepName,
  ref: string,
  { by, note = '', from }: PackStepOptions,
): Promise<ExitStatus> {
  const asked = { kind: STEP_KINDS[name], ...(from === undefined ? {} : { from }) };
  return withStore(services, async ({ packLifeStore }) => {
    const pack = await openPackRef(services, packLifeStore, ref);
    if (!pack.allowed) return refused(services.terminal, pack.refusals);
    const needs = { ...services, checkCases: checkPackCases };
    const step = await prepareStep(needs, pack.value, asked);
    if (!step.allowed) return refused(services.terminal, step.refusals);
    const events = await advancePack(packLifeStore, pack.value, step.value, {
      by,
      userId: null,
      note,
      now: services.now(),
    });
    return conclude(services.terminal, events, (value) => {
      for (const event of value) services.terminal.out(`${eventLine(services.terminal.language, event)}\n`);
    });
  });
}

export interface PacksOptions {
  readonly on?: string;
  readonly knownOn?: string;
}

/** `tongchou packs`: every submitted version with its state, hash, who and when; `●` is in force on the day. */
export async function runPacks(services: CliServices, options: PacksOptions): Promise<ExitStatus> {
  const now = services.now();
  const on = options.on === undefined ? allow(chinaDateOf(now)) : readDay('--on', options.on);
  if (!on.allowed) return refused(services.terminal, on.refusals);
  const known = options.knownOn === undefined ? allow(null) : readDay('--known-on', options.knownOn);
  if (!known.allowed) return refused(services.terminal, known.refusals);
  return withStore(services, async ({ packLifeStore }) => {
    const instant = known.value === null ? LAST_INSTANT : endOfChinaDay(known.value);
    const versions = await listVersions(packLifeStore, on.value, instant);
    services.terminal.out(renderVersions(services.terminal.language, versions));
    return 0;
  });
}
