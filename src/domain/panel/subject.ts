export const FUND_SUBJECT = 'fund';
const RECOVERY_PREFIX = 'recovery:';
const RELEASE_PREFIX = 'release:';

/** What the rows of one subject tell of: the fund, a pool, money recovered, a release of the risk reserve. */
export type PanelSubject =
  | { readonly kind: 'fund' | 'pool' }
  | { readonly kind: 'recovery'; readonly placeOfCare: string; readonly placeOfInsurance: string }
  | { readonly kind: 'release'; readonly pool: string };

export function recoverySubject(placeOfCare: string, placeOfInsurance: string): string {
  return `${RECOVERY_PREFIX}${placeOfCare}:${placeOfInsurance}`;
}

export function releaseSubject(pool: string): string {
  return `${RELEASE_PREFIX}${pool}`;
}

/** What a subject stands for; undefined when it is written like none. */
export function findSubject(subject: string): PanelSubject | undefined {
  if (subject === FUND_SUBJECT) return { kind: 'fund' };
  const [first = '', second = '', ...more] = subject.slice(subject.indexOf(':') + 1).split(':');
  if (subject.startsWith(RECOVERY_PREFIX)) {
    const isWhole = first !== '' && second !== '' && more.length === 0;
    return isWhole ? { kind: 'recovery', placeOfCare: first, placeOfInsurance: second } : undefined;
  }
  if (subject.startsWith(RELEASE_PREFIX)) {
    return first !== '' && second === '' && more.length === 0 ? { kind: 'release', pool: first } : undefined;
  }
  return subject === '' || subject.includes(':') ? undefined : { kind: 'pool' };
}
