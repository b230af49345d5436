import type { BudgetDraft, DraftForm } from '#console/api/budget-queries.ts';
import { yuanText } from '#console/fund/yuan-text.ts';
import type { InsuranceType } from '#kernel/insurance-type';

/** What is typed of a line: its figure of last year, or the amount that is given for it. */
interface TypedLine {
  readonly past?: string;
  readonly given?: string;
  readonly source?: string;
}

/** What is typed on the form of a draft, all as text. */
export interface DraftState {
  readonly commonSource: string;
  readonly months: string;
  /** The last month of last year's books; undefined where last year is typed in. */
  readonly fromLedger: string | undefined;
  readonly opening: Readonly<Record<string, string>>;
  /** Why an opening balance is not that of the books. */
  readonly openingReason: string;
  readonly drivers: Readonly<Record<string, { readonly value?: string; readonly source?: string }>>;
  readonly lines: Readonly<Record<string, TypedLine>>;
}

const EMPTY_DRAFT: DraftState = {
  commonSource: '',
  months: '12',
  fromLedger: undefined,
  opening: {},
  openingReason: '',
  drivers: {},
  lines: {},
};

/** What a form begins with: nothing but what the books hold, which may be overwritten. */
export function startOf(form: DraftForm): DraftState {
  const held = form.parts.flatMap(({ part, held: one }) =>
    one === null ? [] : [[part, one.amount] as const],
  );
  return { ...EMPTY_DRAFT, opening: Object.fromEntries(held) };
}

/** Whether an opening balance that is typed is another than the books hold. */
export function differsFromBooks({ opening }: DraftState, { parts }: DraftForm): boolean {
  return parts.some(({ part, held }) => {
    const typed = yuanText(opening[part] ?? '');
    return held !== null && typed !== undefined && typed !== held.amount;
  });
}

/** Writes 0 on every line that has to be given and has nothing yet: a zero that somebody states. */
export function withZeros(state: DraftState, form: DraftForm): DraftState {
  const zeros = form.lines
    .filter(({ key, method }) => method === 'given' && isBlank(state.lines[key]?.given))
    .map(({ key }) => [key, { ...state.lines[key], given: '0.00' }] as const);
  return { ...state, lines: { ...state.lines, ...Object.fromEntries(zeros) } };
}

/**
 * The draft that is sent: what is typed and nothing else, so that the server names what is missing. An amount that is
 * none is sent as it was typed and refused at its place.
 * @param bookSource the source of an opening balance that is the books' own, where no other is named
 */
export function draftOf(
  state: DraftState,
  form: DraftForm,
  insuranceType: InsuranceType,
  bookSource: string,
): BudgetDraft {
  const sourceOf = (own: string | undefined): string =>
    (isBlank(own) ? state.commonSource : (own ?? '')).trim();
  const lines = form.lines.map((line) => ({ ...line, typed: state.lines[line.key] ?? {} }));
  const given = lines.flatMap(({ key, typed }) =>
    isBlank(typed.given)
      ? []
      : [[key, { amount: amountOf(typed.given), source: sourceOf(typed.source) }] as const],
  );
  const past = lines.flatMap(({ key, method, typed }) =>
    method !== 'carried' || isBlank(typed.past) || !isBlank(typed.given)
      ? []
      : [
          [
            key,
            { amount: amountOf(typed.past), source: sourceOf(typed.source), months: Number(state.months) },
          ] as const,
        ],
  );
  const drivers = form.drivers.flatMap(({ id }) => {
    const typed = state.drivers[id];
    return isBlank(typed?.value)
      ? []
      : [[id, { value: (typed?.value ?? '').trim(), source: sourceOf(typed?.source) }] as const];
  });
  const opening = form.parts.flatMap(({ part, held }) => {
    if (isBlank(state.opening[part])) return [];
    const amount = amountOf(state.opening[part]);
    const source = sourceOf(undefined);
    return [
      [part, { amount, source: source === '' && amount === held?.amount ? bookSource : source }] as const,
    ];
  });
  const isReasoned = differsFromBooks(state, form) && !isBlank(state.openingReason);
  const reason = isReasoned ? { openingReason: state.openingReason.trim() } : {};
  const ledger =
    state.fromLedger === undefined ? {} : { pastFromLedger: { throughMonth: Number(state.fromLedger) } };
  return {
    pool: form.pool,
    insuranceType,
    opening: Object.fromEntries(opening),
    ...reason,
    drivers: Object.fromEntries(drivers),
    past: Object.fromEntries(past),
    given: Object.fromEntries(given),
    ...ledger,
  };
}

function amountOf(typed: string | undefined): string {
  return yuanText(typed ?? '') ?? (typed ?? '').trim();
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
