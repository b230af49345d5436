import { closeYear } from '#application/fund/close-year';
import { decideOpening } from '#application/fund/decide-opening';
import { proposeOpening } from '#application/fund/opening-balances';
import type { LedgerStore } from '#application/ports/ledger-store';
import type { LedgerCommand, LedgerOutcome, PostCommand } from '#domain/fund/ledger-command';
import { amountsOf } from '#domain/fund/template-amounts';
import { assert, present } from '#kernel/assert';
import { fen, formatYuan, sumFen } from '#kernel/fen';
import { addMonths, type Month } from '#kernel/month';
import { plainDate } from '#kernel/plain-date';
import type { RawTemplate } from '#rules/pack/raw-pack';
import { createSealer } from '#storage/ledger/sealer';
import { valueOf } from '#tests/support/decided';
import { FUND_YEAR, type YearEvent } from '#tests/support/fund-year-figures';
import type { FundYearPlace } from '#tests/support/fund-year-place';
import { FUND_ID, type TypeYear } from '#tests/support/fund-year-scenario';
import { TEST_KEYS } from '#tests/support/ledger-bench';
import { sealEverything } from '#tests/support/seal-everything';

const OPENED_AT = '2026-01-02T02:00:00.000Z';
const CLOSED_AT = '2027-01-08T02:00:00.000Z';
const FIRST_MONTH = `${FUND_YEAR}-01` as Month;
/** Events in one call of the posting function. */
const BATCH = 1000;

/** Pools and fund that keep books of the type. */
function booksOf({ pools, fund }: TypeYear): readonly string[] {
  return [...pools.map(({ pool }) => pool), ...(fund === null ? [] : [FUND_ID])];
}

/** Keeps a whole year of both types: opened, posted month by month, closed; and sealed. */
export async function keepYears(place: FundYearPlace, years: readonly TypeYear[]): Promise<void> {
  const ledger = place.services.ledgerStore.within(place.maker);
  const { hash, artefact, raw } = place.pack;
  await ledger.registerJournal({ hash, packId: raw.id, text: artefact });
  for (const year of years) await openAll(ledger, place, year);
  await openBalances(place, years);
  for (let number = 1; number <= 12; number += 1) {
    for (const year of years) {
      await postMonth(ledger, place, year, number);
      if (number < 12) await closeMonths(ledger, place, year, number);
    }
  }
  for (const year of years) {
    for (const pool of booksOf(year)) {
      const kind = pool === FUND_ID ? 'fund' : 'pool';
      const books = { pool, insuranceType: year.type, kind, year: FUND_YEAR } as const;
      valueOf(await closeYear(ledger, place.journal, books, { by: place.maker.userId, now: CLOSED_AT }));
    }
    await closeMonths(ledger, place, year, 12);
  }
  await sealAll(place);
}

/** Seals everything that is there. */
export async function sealAll({ database }: FundYearPlace): Promise<void> {
  const sealer = createSealer(database, present(TEST_KEYS.current, 'the key of the tests'));
  await sealEverything(database, sealer, CLOSED_AT);
}

async function openAll(ledger: LedgerStore, { maker }: FundYearPlace, year: TypeYear): Promise<void> {
  for (const pool of booksOf(year)) {
    const kind = pool === FUND_ID ? 'fund' : 'pool';
    const books = { pool, insuranceType: year.type, kind, firstMonth: FIRST_MONTH } as const;
    const code = await ledger.openBooks(books, { by: maker.userId, now: OPENED_AT });
    assert(code === undefined, `books are opened, not ${code ?? ''}`);
  }
}

/** One file of the older system for all books, taken in by the maker and approved by the checker. */
async function openBalances(place: FundYearPlace, years: readonly TypeYear[]): Promise<void> {
  const { services, maker, checker } = place;
  const rows = years.flatMap(({ type, pools, fund }) => [
    ...pools.flatMap(({ pool, opening }) => {
      const items = {
        special_pooled: opening.pooled,
        special_account: opening.account,
        expenditure_pooled: 0n,
        expenditure_account: 0n,
      };
      return Object.entries(items)
        .filter(([item]) => amountsOf(templateOf(place, 'opening_balance'), type).includes(item))
        .map(([item, amount]) => ({ template: 'opening_balance', pool, type, item, amount: fen(amount) }));
    }),
    ...(fund === null
      ? []
      : [
          {
            template: 'opening_balance_of_adjustment_fund',
            pool: FUND_ID,
            type,
            item: 'fund',
            amount: fen(fund.opening),
          },
        ]),
  ]);
  const lines = rows.map(
    ({ template, pool, type, item, amount }) => `${template},${pool},${type},,${item},${formatYuan(amount)}`,
  );
  const total = (template: string): string =>
    formatYuan(sumFen(rows.filter((row) => row.template === template).map(({ amount }) => amount)));
  const file = {
    place: FUND_ID,
    pack: place.pack.raw.id,
    effectiveOn: `${FUND_YEAR}-01-01`,
    reason: 'taken over',
    source: {
      file: 'opening.csv',
      text: ['template,pool,insurance_type,counterparty,item,amount', ...lines, ''].join('\n'),
    },
    rows: rows.length,
    totals: Object.fromEntries([...new Set(rows.map((row) => row.template))].map((id) => [id, total(id)])),
  };
  const { id } = valueOf(await proposeOpening(services, maker, file, OPENED_AT));
  valueOf(await decideOpening(services, checker, id, 'approved', OPENED_AT));
}

/** A month's events of all books of a type; what was posted in error is reversed in the same month. */
async function postMonth(
  ledger: LedgerStore,
  place: FundYearPlace,
  year: TypeYear,
  number: number,
): Promise<void> {
  const events = year.events.filter(({ month }) => month === number);
  const commands: PostCommand[] = [];
  for (const [index, event] of events.entries())
    commands.push(await withApproval(place, commandOf(place, year, event, index)));
  const outcomes = await postAll(ledger, commands);
  const mistakes = outcomes.filter((_, index) => events[index]?.isMistake === true);
  const head = {
    effectiveOn: plainDate(FUND_YEAR, number, 20),
    now: knownAt(number),
    actor: place.maker.userId,
  };
  await postAll(
    ledger,
    mistakes.map((outcome) => ({ ...head, key: `reverse ${outcome.key}`, reverses: outcome.number })),
  );
}

function commandOf(place: FundYearPlace, { type }: TypeYear, event: YearEvent, index: number): PostCommand {
  const { template, month, pool, otherPool, counterparty, category, amounts } = event;
  const keys = amountsOf(templateOf(place, template), type);
  const unknown = Object.keys(amounts).filter((key) => !keys.includes(key));
  assert(unknown.length === 0, `${template} has ${unknown.join(' ')}`);
  return {
    key: `${type} ${month} ${index} ${template} ${pool}`,
    packHash: place.journal.packHash,
    template,
    pool,
    insuranceType: type,
    amounts: Object.fromEntries(keys.map((key) => [key, fen(amounts[key] ?? 0n)])),
    effectiveOn: plainDate(FUND_YEAR, month, 1 + (index % 28)),
    now: knownAt(month),
    actor: place.maker.userId,
    ...(otherPool === undefined ? {} : { otherPool }),
    ...(counterparty === undefined ? {} : { counterparty }),
    ...(category === undefined ? {} : { category }),
  };
}

/** What takes the word of a second person is asked for by the maker and approved by the checker. */
async function withApproval(place: FundYearPlace, command: PostCommand): Promise<PostCommand> {
  const { template, pool, insuranceType, amounts, now } = command;
  const { approval, causes } = templateOf(place, template);
  if (approval !== 'required') return command;
  const { services, maker, checker } = place;
  const amount = sumFen(Object.values(amounts));
  const asked = { template, pool, insuranceType, amount, cause: causes?.[0] ?? '', reason: 'test' };
  const request = await services.ledgerStore.within(maker).requestApproval(asked, { by: maker.userId, now });
  await services.ledgerStore.within(checker).decideApproval(request, 'approved', { by: checker.userId, now });
  return { ...command, approval: request };
}

function templateOf({ journal }: FundYearPlace, id: string): RawTemplate {
  return present(journal.templates.get(id), id);
}

/** When a month's events became known: at the beginning of the next. */
function knownAt(month: number): string {
  return `${addMonths(FIRST_MONTH, month)}-03T02:00:00.000Z`;
}

async function postAll(
  ledger: LedgerStore,
  commands: readonly LedgerCommand[],
): Promise<readonly LedgerOutcome[]> {
  const outcomes: LedgerOutcome[] = [];
  for (let from = 0; from < commands.length; from += BATCH)
    outcomes.push(...(await ledger.post(commands.slice(from, from + BATCH))));
  const refused = outcomes.filter(({ refusal }) => refusal !== null);
  assert(refused.length === 0, refused.map(({ key, refusal }) => `${key}: ${refusal}`).join('\n'));
  return outcomes;
}

async function closeMonths(
  ledger: LedgerStore,
  { maker }: FundYearPlace,
  year: TypeYear,
  number: number,
): Promise<void> {
  const month = addMonths(FIRST_MONTH, number - 1);
  for (const pool of booksOf(year)) {
    const signature = { by: maker.userId, now: knownAt(number) };
    const code = await ledger.closeMonth({ pool, insuranceType: year.type }, month, signature);
    assert(code === undefined, `${month} of ${pool} is closed, not ${code ?? ''}`);
  }
}
