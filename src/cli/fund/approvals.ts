import { approvalView, openingView } from '#application/fund/ledger-views';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { namePeople } from '#application/identity/name-people';
import { decisionWord, TYPE_WORDS, wordOf } from '#application/rendering/record-words';
import { amount, listText, text } from '#application/rendering/list-text';
import { print, type ListOptions } from '#cli/print';
import type { ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';

/** As many as a page of the inbox shows. */
const PAGE = 100;

export interface ApprovalOptions extends ListOptions {
  readonly open?: boolean;
  readonly below?: string;
}

/** `tongchou approvals`: restricted uses that were asked for, with what was decided and what they were used for. */
export async function runApprovals(
  services: CliServices,
  { open = false, below, ...options }: ApprovalOptions,
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const found = await store.ledgerReader.listApprovals(MACHINE_SCOPE, {
      ...(open ? { open } : {}),
      ...(below === undefined ? {} : { below: BigInt(below) }),
      limit: PAGE,
    });
    const approvals = found.map(approvalView);
    const next = approvals.length < PAGE ? null : (approvals.at(-1)?.number ?? null);
    if (next !== null) services.terminal.err(`--below ${next}\n`);
    const { titleOf } = await namePeople(
      store,
      approvals.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy]),
    );
    type Approval = (typeof approvals)[number];
    const columns = [
      amount<Approval>('编号', 'number', ({ number }) => number),
      text<Approval>('统筹区', 'pool', ({ pool }) => pool),
      text<Approval>('险种', 'type', (one) => wordOf(TYPE_WORDS, one.insuranceType)),
      text<Approval>('事项', 'event', ({ template }) => template),
      amount<Approval>('金额上限', 'at most', (one) => one.amount),
      text<Approval>('所属年度', 'of year', ({ year }) => year?.toString() ?? null),
      text<Approval>('事由', 'cause', ({ cause }) => cause),
      text<Approval>('理由或文号', 'reason', ({ reason }) => reason),
      text<Approval>('提出', 'asked by', (one) => titleOf(one.requestedBy)),
      text<Approval>('决定', 'decision', (one) => decisionWord(one.decision)),
      text<Approval>('决定人', 'decided by', ({ decidedBy: by }) => (by === null ? null : titleOf(by))),
      text<Approval>('用于凭证', 'used by', ({ usedBy }) => usedBy),
    ];
    return print(services, options, { approvals, next }, (language) =>
      listText(language, columns, approvals),
    );
  });
}

/** `tongchou approvals openings`: files of opening balances that were taken in. */
export async function runOpenings(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async ({ openingStore }) => {
    const openings = (await openingStore.list(MACHINE_SCOPE)).map(openingView);
    type Opening = (typeof openings)[number];
    const columns = [
      text<Opening>('编号', 'id', ({ id }) => id),
      text<Opening>('地区', 'place', ({ place }) => place),
      text<Opening>('文件', 'file', ({ fileName }) => fileName),
      text<Opening>('余额日期', 'balances of', ({ effectiveOn }) => effectiveOn),
      amount<Opening>('行数', 'rows', ({ rowCount }) => rowCount),
      text<Opening>('控制合计', 'control totals', ({ totals }) => {
        const sums = Object.entries(totals).map(([template, total]) => `${template} ${total}`);
        return sums.join(', ');
      }),
      text<Opening>('事由或文号', 'reason', ({ reason }) => reason),
      text<Opening>('决定', 'decision', ({ decision }) => decisionWord(decision)),
    ];
    return print(services, options, { openings }, (language) => listText(language, columns, openings));
  });
}
