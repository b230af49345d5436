import { FUND_SUBJECT, RECOVERY, type YearFigure } from '#domain/adjustment-year/figure';
import { fen, formatYuan, parseYuan } from '#kernel/fen';

/** Money that a closed off-site case got back by one ledger event. */
export interface OffSiteReturn {
  /** The place of care, whose books received it. */
  readonly pool: string;
  /** The place of insurance. */
  readonly other: string;
  readonly caseNumber: bigint;
  readonly template: 'recovery_of_same_year' | 'recovery_of_earlier_year';
  /** In fen; zero where the event was reversed. */
  readonly amount: bigint;
}

/** What a pool holds for the fund among its own turnovers of a year, in fen. */
export interface HeldForFund {
  /** Income of 4501 from closed cases. */
  readonly income: bigint;
  /** Benefits of 5001 that closed cases lowered. */
  readonly spending: bigint;
  /** Attested by documents, where the register has no case of the pool. */
  readonly attested: bigint;
}

/** Lists recoveries by place of care and place of insurance from closed cases (JX-2.2.4). */
export function recoveryFigures(returns: readonly OffSiteReturn[]): readonly YearFigure[] {
  const pairs = [...new Set(returns.map(({ pool, other }) => `${pool} ${other}`))];
  return pairs.map((pair) => {
    const own = returns.filter(({ pool, other }) => `${pool} ${other}` === pair);
    const [subject = '', other = ''] = pair.split(' ');
    const cases = [...new Set(own.map(({ caseNumber }) => String(caseNumber)))];
    const value = formatYuan(fen(own.reduce((sum, { amount }) => sum + amount, 0n)));
    return { subject, field: `${RECOVERY}${other}`, value, source: { kind: 'supervision', cases } };
  });
}

/** Whether the register holds what a pool recovered off-site, so that no document attests it. */
export function isRecoveryHeld(present: readonly YearFigure[], subject: string): boolean {
  return present.some(
    (one) => one.subject === subject && one.field.startsWith(RECOVERY) && one.source.kind !== 'attested',
  );
}

/**
 * Reckons what each pool recovered off-site and remits whole (JX-2.2.4). It belongs to the fund: it neither raises the pool's
 * revenue nor lowers its expenditure, so that its balance after the year is what its books hold after all payments.
 */
export function heldForFund(
  pools: readonly string[],
  returns: readonly OffSiteReturn[],
  recorded: readonly YearFigure[],
): ReadonlyMap<string, HeldForFund> {
  return new Map(
    pools.map((pool) => {
      const own = returns.filter((one) => one.pool === pool);
      const by = (template: OffSiteReturn['template']): bigint =>
        own.filter((one) => one.template === template).reduce((sum, { amount }) => sum + amount, 0n);
      const held = { income: by('recovery_of_earlier_year'), spending: by('recovery_of_same_year') };
      return [pool, { ...held, attested: own.length > 0 ? 0n : attestedOf(pool, recorded) }];
    }),
  );
}

function attestedOf(pool: string, recorded: readonly YearFigure[]): bigint {
  return recorded
    .filter((one) => one.subject === pool && pool !== FUND_SUBJECT && one.field.startsWith(RECOVERY))
    .filter(({ source }) => source.kind === 'attested')
    .reduce((sum, { value }) => {
      const amount = parseYuan(value);
      return typeof amount === 'bigint' ? sum + amount : sum;
    }, 0n);
}
