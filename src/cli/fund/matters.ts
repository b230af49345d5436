import { viewMatters } from '#application/adjustment-year/deciding-place';
import { poolShares } from '#application/adjustment-year/pool-shares';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { namePeople } from '#application/identity/name-people';
import { decisionWord, MATTER_WORDS, TYPE_WORDS, wordOf } from '#application/rendering/record-words';
import { lineWords } from '#application/rendering/year-words';
import { amount, listText, text } from '#application/rendering/list-text';
import { print, type ListOptions } from '#cli/print';
import { conclude, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';

/** `tongchou matters`: applications, adoptions, handovers and assessments, each with where it is decided. */
export async function runMatters(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const matters = await viewMatters(store, MACHINE_SCOPE);
    const { titleOf } = await namePeople(
      store,
      matters.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy]),
    );
    type Matter = (typeof matters)[number];
    const columns = [
      text<Matter>('编号', 'id', ({ id }) => id),
      text<Matter>('类别', 'kind', ({ kind }) => wordOf(MATTER_WORDS, kind)),
      text<Matter>('统筹区', 'pool', ({ pool }) => pool),
      text<Matter>('险种', 'type', ({ insuranceType }) => wordOf(TYPE_WORDS, insuranceType)),
      amount<Matter>('年度', 'year', ({ year }) => year),
      text<Matter>('内容', 'content', ({ content: { value, figure, assessed, ...content } }) => {
        const asked = value === undefined ? [] : [value, ...(figure === undefined ? [] : [figure])];
        const sums = [content.amount, content.auditedGap, assessed?.total];
        return [...asked, ...sums.filter((sum) => sum !== undefined)].join(' ');
      }),
      text<Matter>('更正', 'corrects', ({ corrects }) => corrects),
      text<Matter>('材料', 'document', ({ document }) => document),
      text<Matter>('提出', 'asked by', ({ requestedBy }) => titleOf(requestedBy)),
      text<Matter>('决定', 'decision', ({ decision }) => decisionWord(decision)),
      amount<Matter>('准予', 'granted', ({ granted }) => granted),
      text<Matter>('决定地', 'decided at', ({ decidingPlace }) => decidingPlace),
      text<Matter>('决定人', 'decided by', ({ decidedBy: by }) => (by === null ? null : titleOf(by))),
    ];
    return print(services, options, { matters }, (language) => listText(language, columns, matters));
  });
}

/** `tongchou shares`: what approved years decided for each pool, and how far that is done. */
export async function runShares(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) =>
    conclude(services.terminal, await poolShares(store, MACHINE_SCOPE), (shares) => {
      const rows = shares.flatMap(({ lines, ...share }) => lines.map((line) => ({ ...line, share })));
      type Row = (typeof rows)[number];
      const columns = [
        text<Row>('年度编号', 'id of the year', ({ share }) => share.yearId),
        text<Row>('统筹区', 'pool', ({ pool }) => pool),
        text<Row>('险种', 'type', ({ share }) => wordOf(TYPE_WORDS, share.insuranceType)),
        amount<Row>('年度', 'year', ({ share }) => share.year),
        amount<Row>('版次', 'version', ({ share }) => share.version),
        text<Row>('款项', 'line', lineWords),
        amount<Row>('核定', 'amount', (line) => line.amount),
        amount<Row>('应付', 'due', ({ due }) => due),
        amount<Row>('已付', 'paid', ({ paid }) => paid),
        amount<Row>('其中年度内', 'within the year', ({ advanced }) => advanced),
        amount<Row>('待付', 'open', ({ open }) => open),
      ];
      print(services, options, { shares }, (language) => listText(language, columns, rows));
    }),
  );
}
