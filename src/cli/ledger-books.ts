import { closeBooksYear } from '#application/fund/close-books-year';
import { closeMonth } from '#application/fund/close-month';
import { balanceView, outcomeView } from '#application/fund/ledger-views';
import { openBooks } from '#application/fund/open-books';
import { postRequested } from '#application/fund/post-requested';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { renderTextTable } from '#application/rendering/text-table';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';
import { readEventLines } from '#contract/event-lines';

/** Books of a pool as options name them. */
export interface BooksOptions {
  readonly pool: string;
  readonly type: 'employee' | 'resident';
}

/** `tongchou ledger books`: every pool's books, with the last closed month. */
export async function runLedgerBooks(services: CliServices): Promise<ExitStatus> {
  return withStore(services, async ({ ledgerReader }) => {
    const rows = (await ledgerReader.listBooks(MACHINE_SCOPE)).map((books) => [
      books.pool,
      books.insuranceType,
      books.kind,
      `${books.name.zh} ${books.name.en}`,
      books.place,
      books.firstMonth,
      books.closedThrough ?? '—',
    ]);
    services.terminal.out(
      `${table(['统筹区 pool', '险种 type', '类别 kind', '名称 name', '地区 place', '起始 first', '已结 closed'], rows)}\n`,
    );
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
      services.terminal.out(`已建账 opened: ${books.pool} ${books.insuranceType} ${books.firstMonth}\n`);
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
  const text = await services.readText(input);
  if (text === undefined) return refused(terminal, [missingFile(input)]);
  const { placed, refusals } = readEventLines(input, text);
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

/** `tongchou ledger balances`: turnover by month and account, in yuan. */
export async function runLedgerBalances(
  services: CliServices,
  { pool, type: insuranceType }: BooksOptions,
): Promise<ExitStatus> {
  return withStore(services, async ({ ledgerReader }) => {
    const balances = await ledgerReader.listBalances(MACHINE_SCOPE, { pools: [pool], insuranceType });
    const rows = balances
      .map(balanceView)
      .map((one) => [one.postingMonth, one.book, one.account, one.fund, one.source, one.debit, one.credit]);
    const headers = [
      '月 month',
      '账 book',
      '科目 account',
      '基金 fund',
      '来源 source',
      '借 debit',
      '贷 credit',
    ];
    services.terminal.out(`${table(headers, rows)}\n`);
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
      services.terminal.out(`已结账 closed: ${pool} ${insuranceType} ${closedThrough}\n`);
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
      services.terminal.out(`已结转 year closed: ${pool} ${insuranceType} ${year} → ${number}\n`);
    });
  });
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = headers.map((header) => ({
    header,
    align: /借|贷/.test(header) ? ('right' as const) : ('left' as const),
  }));
  return renderTextTable(columns, rows);
}
