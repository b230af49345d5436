import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { STATEMENT_WORDS, SUBJECT_WORDS, TYPE_WORDS, wordOf } from '#application/rendering/record-words';
import { listStatementViews } from '#application/statement/list-statements';
import { amount, listText, instant, text } from '#application/rendering/list-text';
import { print, type ListOptions } from '#cli/print';
import { conclude, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';
import type { InsuranceType } from '#kernel/insurance-type';

export interface KeptOptions extends ListOptions {
  readonly subject?: string;
  readonly type?: InsuranceType;
  readonly period?: string;
}

/** `tongchou statements list`: statements that were drawn up, published and rejected, without their content. */
export async function runKeptStatements(
  services: CliServices,
  { subject, type, period, ...options }: KeptOptions,
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const asked = {
      ...(subject === undefined ? {} : { subject }),
      ...(type === undefined ? {} : { insuranceType: type }),
      ...(period === undefined ? {} : { period }),
    };
    const listed = await listStatementViews(store, MACHINE_SCOPE, asked);
    return conclude(services.terminal, listed, (statements) => {
      type Kept = (typeof statements)[number];
      const columns = [
        text<Kept>('编号', 'id', ({ id }) => id),
        text<Kept>('主体', 'subject', (kept) => kept.subject),
        text<Kept>('口径', 'of', ({ subjectKind }) => wordOf(SUBJECT_WORDS, subjectKind)),
        text<Kept>('险种', 'type', ({ insuranceType }) => wordOf(TYPE_WORDS, insuranceType)),
        text<Kept>('期间', 'period', (kept) => kept.period),
        amount<Kept>('版次', 'version', ({ version }) => version),
        text<Kept>('状态', 'state', ({ state }) => wordOf(STATEMENT_WORDS, state)),
        instant<Kept>('编制时间', 'made at', ({ madeAt }) => madeAt),
        text<Kept>('内容哈希', 'content hash', ({ contentHash }) => contentHash.slice(0, 12)),
      ];
      print(services, options, { statements }, (language) => listText(language, columns, statements));
    });
  });
}
