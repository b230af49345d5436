import type { AccessFilter } from '#application/ports/identity-store';
import { endOfChinaDay, startOfChinaDay } from '#application/time/china-time';
import { readDay } from '#application/pack-life/read-day';
import { allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';

/** A requested filter of the access log, as texts from an address or a command line. */
export interface AccessFilterTexts {
  readonly below?: string;
  readonly user?: string;
  readonly place?: string;
  readonly route?: string;
  readonly from?: string;
  readonly to?: string;
  /** Outcome: only refused requests, where given. */
  readonly outcome?: string;
}

/** Reads the filter from texts; days are whole days in China. */
export function readAccessFilter(texts: AccessFilterTexts): Decision<AccessFilter> {
  const { below, user, place, route, outcome } = texts;
  const faults: Refusal[] = [];
  const from = texts.from === undefined ? undefined : collect(readDay('from', texts.from), faults);
  const to = texts.to === undefined ? undefined : collect(readDay('to', texts.to), faults);
  return allowUnless(faults, () => ({
    ...(below === undefined ? {} : { below: BigInt(below) }),
    ...(user === undefined ? {} : { userId: user }),
    ...(place === undefined ? {} : { place }),
    ...(route === undefined ? {} : { route }),
    ...(from === undefined ? {} : { from: startOfChinaDay(from) }),
    ...(to === undefined ? {} : { to: endOfChinaDay(to) }),
    ...(outcome === undefined ? {} : { onlyRefused: true }),
  }));
}
