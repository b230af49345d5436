import { chinaTimeOf } from '#application/time/china-time';
import { readEventQuery } from '#application/fund/event-query';
import { getEvent } from '#application/fund/get-event';
import { entryView, eventView } from '#application/fund/ledger-views';
import { listJournal } from '#application/fund/list-journal';
import { readJournalView, type JournalView } from '#application/fund/template-view';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { namePeople } from '#application/identity/name-people';
import { readMonthRequest } from '#application/payout/read-requests';
import {
  BOOK_WORDS,
  FUND_WORDS,
  MONEY_SOURCE_WORDS,
  TYPE_WORDS,
  wordOf,
} from '#application/rendering/record-words';
import type { SomeBooks } from '#cli/options';
import {
  amount,
  listText,
  recordText,
  text,
  type Cell,
  type ListColumn,
} from '#application/rendering/list-text';
import { print, type ListOptions } from '#cli/print';
import { refused, type ExitStatus } from '#cli/outcome';
import type { CliServices, OpenedStore } from '#cli/services';
import { withStore } from '#cli/with-store';
import type { Bilingual } from '#kernel/bilingual';

type EventView = ReturnType<typeof eventView>;
type EntryView = ReturnType<typeof entryView>;

/** By whose words accounts and events are named. */
interface NamedBy {
  readonly pack: string;
}

export interface JournalOptions extends ListOptions, SomeBooks, NamedBy {
  readonly month?: string;
  readonly template?: string;
  readonly counterparty?: string;
  readonly after?: string;
  readonly limit?: string;
}

/** `tongchou journal`: events by number, those that were refused among them, page by page. */
export async function runJournal(
  services: CliServices,
  { pool, type, month, template, counterparty, after, limit, ...options }: JournalOptions,
): Promise<ExitStatus> {
  const { terminal } = services;
  const asked = month === undefined ? undefined : readMonthRequest(month);
  if (asked?.allowed === false) return refused(terminal, asked.refusals);
  return withStore(services, async (store) => {
    const words = await journalWords(services, store, options.pack);
    if (!words.allowed) return refused(terminal, words.refusals);
    const query = readEventQuery({
      ...(pool === undefined ? {} : { pool }),
      ...(type === undefined ? {} : { insuranceType: type }),
      ...(month === undefined ? {} : { fromMonth: month, toMonth: month }),
      ...(template === undefined ? {} : { template }),
      ...(counterparty === undefined ? {} : { counterparty }),
      ...(after === undefined ? {} : { after }),
      ...(limit === undefined ? {} : { limit }),
    });
    const page = await listJournal(store, MACHINE_SCOPE, query);
    if (page.next !== null) terminal.err(`--after ${page.next}\n`);
    return print(services, options, page, (language) =>
      listText(language, eventColumns(words.value), page.events),
    );
  });
}

/** `tongchou journal show`: one event with its entries and the clauses that it follows. */
export async function runJournalEvent(
  services: CliServices,
  number: string,
  options: ListOptions & NamedBy,
): Promise<ExitStatus> {
  const { terminal } = services;
  return withStore(services, async (store) => {
    const words = await journalWords(services, store, options.pack);
    if (!words.allowed) return refused(terminal, words.refusals);
    const found = await getEvent(store, MACHINE_SCOPE, BigInt(number));
    if (!found.allowed) return refused(terminal, found.refusals);
    const event = eventView(found.value.event);
    const entries = found.value.entries.map(entryView);
    const { titleOf } = await namePeople(store, [event.actor]);
    return print(
      services,
      options,
      { event, entries },
      (language) => recordText(language, eventPairs(words.value, event, titleOf)),
      (language) => listText(language, entryColumns(words.value), entries),
    );
  });
}

function journalWords(
  { source, hash }: CliServices,
  { packLifeStore }: OpenedStore,
  pack: string,
): ReturnType<typeof readJournalView> {
  return readJournalView({ source, hash, packLifeStore }, pack);
}

function eventColumns({ templates }: JournalView): readonly ListColumn<EventView>[] {
  return [
    amount('编号', 'number', ({ number }) => number),
    text('业务日期', 'day', ({ effectiveOn }) => effectiveOn),
    text('记账月份', 'month', ({ postingMonth }) => postingMonth),
    text('事项', 'event', ({ template }) => templateName(templates, template)),
    text('统筹区', 'pool', ({ pool }) => pool),
    text('险种', 'type', ({ insuranceType }) => typeWord(insuranceType)),
    text('对方', 'counterparty', ({ counterparty, otherPool }) => counterparty ?? otherPool),
    amount('借方', 'debit', ({ debit }) => debit),
    amount('贷方', 'credit', ({ credit }) => credit),
    text('状态', 'state', eventState),
  ];
}

function eventPairs(
  { templates }: JournalView,
  event: EventView,
  titleOf: (id: string) => string,
): readonly (readonly [Bilingual, Cell])[] {
  return [
    [{ zh: '编号', en: 'number' }, event.number],
    [{ zh: '事项', en: 'event' }, templateName(templates, event.template)],
    [{ zh: '状态', en: 'state' }, eventState(event)],
    [{ zh: '统筹区', en: 'pool' }, event.pool],
    [{ zh: '险种', en: 'type' }, typeWord(event.insuranceType)],
    [{ zh: '对方', en: 'counterparty' }, event.counterparty ?? event.otherPool],
    [{ zh: '业务日期', en: 'day' }, event.effectiveOn],
    [{ zh: '记账月份', en: 'posting month' }, event.postingMonth],
    [{ zh: '入账时间', en: 'known at' }, chinaTimeOf(event.knownAt)],
    [{ zh: '办理人', en: 'by' }, titleOf(event.actor)],
    [{ zh: '条款', en: 'clauses' }, clausesOf(templates, event)],
    [{ zh: '冲销', en: 'reverses' }, event.reverses],
    [{ zh: '更正', en: 'corrects' }, event.corrects],
    [{ zh: '凭证号、说明', en: 'note' }, event.note],
    [{ zh: '政策内容哈希', en: 'pack hash' }, event.packHash],
  ];
}

function entryColumns({ accounts }: JournalView): readonly ListColumn<EntryView>[] {
  const nameOf = (code: string): Bilingual => {
    const name = accounts.find((one) => one.code === code)?.name;
    return { zh: `${code} ${name?.zh ?? ''}`.trim(), en: `${code} ${name?.en ?? ''}`.trim() };
  };
  return [
    amount('行', 'line', ({ line }) => line),
    text('统筹区', 'pool', ({ pool }) => pool),
    text('账', 'book', ({ book }) => wordOf(BOOK_WORDS, book)),
    text('基金', 'fund', ({ fund }) => wordOf(FUND_WORDS, fund)),
    text('资金来源', 'source', ({ source }) => wordOf(MONEY_SOURCE_WORDS, source)),
    text('科目', 'account', ({ account }) => nameOf(account)),
    text('对方', 'counterparty', ({ counterparty }) => counterparty),
    amount('借方', 'debit', ({ debit }) => debit),
    amount('贷方', 'credit', ({ credit }) => credit),
  ];
}

/** The clauses of what was decided, and those by which a pack posts events of this kind. */
function clausesOf(templates: JournalView['templates'], { clauses, template }: EventView): string {
  const { cite = [] } = templates.find((one) => one.id === template) ?? {};
  return [...new Set([...clauses, ...cite])].join(' ');
}

function templateName(templates: JournalView['templates'], id: string | null): Cell {
  return templates.find((one) => one.id === id)?.name ?? id;
}

function typeWord(type: string | null): Cell {
  return type === null ? null : wordOf(TYPE_WORDS, type);
}

function eventState({ refusal, reverses, corrects }: EventView): Bilingual {
  if (refusal !== null) return { zh: `未入账 ${refusal}`, en: `refused ${refusal}` };
  if (reverses !== null) return { zh: `冲销 ${reverses}`, en: `reverses ${reverses}` };
  if (corrects !== null) return { zh: `更正 ${corrects}`, en: `corrects ${corrects}` };
  return { zh: '已入账', en: 'posted' };
}
