import type { AccessFilter } from '#application/ports/identity-store';
import { endOfChinaDay, startOfChinaDay } from '#application/pack-life/china-time';
import { readDay } from '#application/pack-life/read-day';
import { allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';

/** What of the access log is asked for, as an address or a command line has it: all of them texts. */
export interface AccessFilterTexts {
  readonly below?: string;
  readonly user?: string;
  readonly place?: string;
  readonly route?: string;
  readonly from?: string;
  readonly to?: string;
  /** Of those only that were turned away. */
  readonly outcome?: string;
}

/** The filter that the texts stand for; days are whole days in China. */
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
