import { fileURLToPath } from 'node:url';
import type { Caller } from '#application/identity/caller';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { drawStatement } from '#application/statement/draw-statement';
import type { StatementAsked, StatementServices } from '#application/statement/services';
import type { DrawnStatement } from '#application/statement/statement-content';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PlaceStore } from '#application/ports/place-store';
import type { PostCommand } from '#domain/fund/ledger-command';
import type { Scope } from '#domain/identity/account';
import { cellOf } from '#domain/statement/draw-form';
import { packFolder } from '#files/pack-folder';
import { sha256 } from '#files/sha256';
import { present } from '#kernel/assert';
import { fen, formatYuan } from '#kernel/fen';
import { addMonths, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { RawTemplate } from '#rules/pack/raw-pack';
import type { SpanName } from '#rules/pack/raw-statement';
import { valueOf } from '#tests/support/decided';
import type { FreshDatabase } from '#tests/support/fresh-database';
import { addPerson, identityServices, makeAdministrators } from '#tests/support/identity-people';
import { ANN, FUND, makeLedgerBench, POOLS, type LedgerBench } from '#tests/support/ledger-bench';
import { createPackLifeStore } from '#storage/pack-life-store';
import { createPlaceStore } from '#storage/place/place-store';
import { createStatementStore } from '#storage/statement/statement-store';

const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));

/** A ledger with a maker and a checker of statements in the invented province. */
export interface StatementBench {
  readonly ledger: LedgerBench;
  readonly services: StatementServices;
  readonly packLifeStore: PackLifeStore;
  readonly placeStore: PlaceStore;
  readonly administrators: readonly [Caller, Caller];
  readonly maker: Scope;
  readonly checker: Scope;
  /** Posts an event of a template; amounts that are left out are nil. The event must not be refused. */
  post(
    template: string,
    month: string,
    amounts: Readonly<Record<string, bigint>>,
    rest?: Partial<PostCommand>,
  ): Promise<bigint>;
  /** Closes the months of every pool and the fund for employees, through this one. */
  closeThrough(month: string): Promise<void>;
  draw(asked: Partial<StatementAsked>): Promise<DrawnStatement>;
}

export const EAST_2026: StatementAsked = {
  subject: 'east',
  consolidated: false,
  insuranceType: 'employee',
  period: '2026',
};

export async function makeStatementBench(fresh: FreshDatabase): Promise<StatementBench> {
  const database = fresh.connect('application');
  const ledger = await makeLedgerBench(database);
  const identity = identityServices(database);
  const administrators = await makeAdministrators(identity);
  const scopeOf = async (login: string, role: 'fund_maker' | 'fund_checker'): Promise<Scope> => {
    const user = { login, name: login, department: 'finance', place: FUND } as const;
    const userId = await addPerson(identity, administrators, user, [[role, FUND]]);
    return { userId, parts: [{ place: FUND, department: '*' }] };
  };
  const services = statementServices(database);
  const templates = new Map((ledger.pack.raw.journal?.templates ?? []).map((one) => [one.id, one]));
  let closed: Month = addMonths('2026-01' as Month, -1);
  return {
    ledger,
    services,
    packLifeStore: createPackLifeStore(database),
    placeStore: createPlaceStore(database),
    administrators,
    maker: await scopeOf('maker', 'fund_maker'),
    checker: await scopeOf('checker', 'fund_checker'),
    post: async (template, month, amounts, rest = {}) => {
      const { moves } = present(templates.get(template), template);
      const all = Object.fromEntries(keysOf(moves).map((key) => [key, fen(amounts[key] ?? 0n)]));
      const head = {
        insuranceType: 'employee',
        effectiveOn: `${month}-05` as PlainDate,
        amounts: all,
      } as const;
      const [outcome] = await ledger.store.post([ledger.command(template, { ...head, ...rest })]);
      if (outcome?.refusal !== null) throw new Error(`${template}: ${outcome?.refusal ?? 'nothing'}`);
      return outcome.number;
    },
    closeThrough: async (month) => {
      for (; closed < month; closed = addMonths(closed, 1)) {
        for (const pool of [...POOLS, FUND]) {
          const books = { pool, insuranceType: 'employee' } as const;
          // What is not swept by then stays in sight: these statements are about what the accounts hold.
          const code = await ledger.store.closeMonth(books, addMonths(closed, 1), ANN, 'swept later');
          if (code !== undefined) throw new Error(code);
        }
      }
    },
    draw: async (asked) =>
      valueOf(await drawStatement(services, MACHINE_SCOPE, { ...EAST_2026, ...asked })).drawn,
  };
}

function keysOf(moves: RawTemplate['moves']): readonly string[] {
  return [...new Set(moves.map(({ amount }) => amount))];
}

function statementServices(database: Parameters<typeof createStatementStore>[0]): StatementServices {
  return {
    source: packFolder(PACKS),
    hash: sha256,
    statementStore: createStatementStore(database),
    placeStore: createPlaceStore(database),
    packLifeStore: createPackLifeStore(database),
  };
}

/** A cell in yuan; a dash where there are no books of that time. */
export function cellText(
  { forms }: DrawnStatement,
  form: string,
  line: string,
  column: SpanName,
  part: string,
): string {
  const drawn = present(
    forms.find((one) => one.form.id === form),
    form,
  );
  const amount = cellOf(drawn, { line, column, part });
  return amount === null ? '—' : formatYuan(amount);
}
