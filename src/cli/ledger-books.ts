import { closeBooksYear } from '#application/fund/close-books-year';
import { closeMonth } from '#application/fund/close-month';
import { balanceView, outcomeView } from '#application/fund/ledger-views';
import { openBooks } from '#application/fund/open-books';
import { postRequested } from '#application/fund/post-requested';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { amount, listText, text, type ListColumn } from '#application/rendering/list-text';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import type { BooksOptions } from '#cli/options';
import { say } from '#cli/print';
import type { CliServices, OpenedStore } from '#cli/services';
import { withStore } from '#cli/with-store';
import { readEventLines } from '#contract/event-lines';

type Books = Awaited<ReturnType<OpenedStore['ledgerReader']['listBooks']>>[number];

const BOOKS: readonly ListColumn<Books>[] = [
  text('统筹区', 'pool', ({ pool }) => pool),
  text('险种', 'type', ({ insuranceType }) => insuranceType),
  text('类别', 'kind', ({ kind }) => kind),
  text('名称', 'name', ({ name }) => name),
  text('地区', 'place', ({ place }) => place),
  text('起始', 'first', ({ firstMonth }) => firstMonth),
  text('已结', 'closed', ({ closedThrough }) => closedThrough ?? null),
];

/** `tongchou ledger books`: every pool's books, with the last closed month. */
export async function runLedgerBooks(services: CliServices): Promise<ExitStatus> {
  return withStore(services, async ({ ledgerReader }) => {
    const books = await ledgerReader.listBooks(MACHINE_SCOPE);
    services.terminal.out(listText(services.terminal.language, BOOKS, books));
    return 0;
  });
}

/** `tongchou ledger open`: opens books and registers the templates of the pack. */
export async function runOpenBooks(
  services: CliServices,
  {
    pool,
    type: insuranceType,
    firstMonth,
    pack,
  }: BooksOptions & { readonly firstMonth: string; readonly pack: string },
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const wanted = { pool, insuranceType, firstMonth, pack };
    const opened = await openBooks({ ...services, ...store }, MACHINE_SCOPE, wanted, services.now());
    return conclude(services.terminal, opened, (books) => {
      const which = `${books.pool} ${books.insuranceType} ${books.firstMonth}`;
      say(services.terminal, { zh: `已建账：${which}`, en: `opened: ${which}` });
    });
  });
}

export interface PostOptions {
  readonly input: string;
  readonly pack: string;
  /** From which older system, where what it paid is taken over. */
  readonly takenOverFrom?: string;
}

/**
 * `tongchou ledger post`: events from a file, a JSON text a line, and what became of each in the same order. One line that
 * cannot be read, and nothing is posted; exit 1 when the ledger refused any. What a workflow posts is refused, unless it is
 * taken over from an older system, which the event's note then names.
 */
export async function runLedgerPost(
  services: CliServices,
  { input, pack, takenOverFrom }: PostOptions,
): Promise<ExitStatus> {
  const { terminal } = services;
  const lines = await services.readText(input);
  if (lines === undefined) return refused(terminal, [missingFile(input)]);
  const { placed, refusals } = readEventLines(input, lines);
  if (refusals.length > 0) return refused(terminal, refusals);
  return withStore(services, async (store) => {
    const events = placed.map(({ line }) => line);
    const source = takenOverFrom?.trim() ?? '';
    const asked = {
      pack,
      events,
      places: placed.map(({ at }) => `${at} `),
      ...(source === '' ? {} : { takenOverFrom: source }),
    };
    const posted = await postRequested({ ...services, ...store }, MACHINE_SCOPE, asked, services.now());
    if (!posted.allowed) return refused(terminal, posted.refusals);
    terminal.out(posted.value.map((outcome) => `${JSON.stringify(outcomeView(outcome))}\n`).join(''));
    return posted.value.every(({ refusal }) => refusal === null) ? 0 : 1;
  });
}

const TURNOVERS: readonly ListColumn<ReturnType<typeof balanceView>>[] = [
  text('月', 'month', ({ postingMonth }) => postingMonth),
  text('账', 'book', ({ book }) => book),
  text('科目', 'account', ({ account }) => account),
  text('基金', 'fund', ({ fund }) => fund),
  text('来源', 'source', ({ source }) => source),
  amount('借', 'debit', ({ debit }) => debit),
  amount('贷', 'credit', ({ credit }) => credit),
];

/** `tongchou ledger balances`: turnover by month and account, in yuan. */
export async function runLedgerBalances(
  services: CliServices,
  { pool, type: insuranceType }: BooksOptions,
): Promise<ExitStatus> {
  return withStore(services, async ({ ledgerReader }) => {
    const balances = await ledgerReader.listBalances(MACHINE_SCOPE, { pools: [pool], insuranceType });
    services.terminal.out(listText(services.terminal.language, TURNOVERS, balances.map(balanceView)));
    return 0;
  });
}

/** `tongchou ledger close-month`: closes one month of one pool's books; with a reason also one that is not swept. */
export async function runCloseMonth(
  services: CliServices,
  month: string,
  { pool, type: insuranceType, unsweptReason }: BooksOptions & { readonly unsweptReason?: string },
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const closing = {
      pool,
      insuranceType,
      month,
      ...(unsweptReason === undefined ? {} : { unsweptReason }),
    };
    const closed = await closeMonth(store, MACHINE_SCOPE, closing, services.now());
    return conclude(services.terminal, closed, ({ closedThrough }) => {
      const which = `${pool} ${insuranceType} ${closedThrough}`;
      say(services.terminal, { zh: `已结账：${which}`, en: `closed: ${which}` });
    });
  });
}

/** `tongchou ledger close-year`: closes income and expenditure of a year into the fund balance. */
export async function runCloseYear(
  services: CliServices,
  year: string,
  { pool, type: insuranceType, pack }: BooksOptions & { readonly pack: string },
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const given = { pool, insuranceType, year: Number(year), pack };
    const closed = await closeBooksYear({ ...services, ...store }, MACHINE_SCOPE, given, services.now());
    return conclude(services.terminal, closed, ({ number }) => {
      const which = `${pool} ${insuranceType} ${year} → ${number}`;
      say(services.terminal, { zh: `已结转：${which}`, en: `year closed: ${which}` });
    });
  });
}
