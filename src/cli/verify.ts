import type { ChainHead, LedgerCheck, LedgerReport } from '#application/ports/ledger-verifier';
import { renderTextTable } from '#application/rendering/text-table';
import { missingFile, refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';
import type { Refusal } from '#kernel/decision';

export interface VerifyOptions {
  readonly head?: string;
  readonly json?: boolean;
}

/**
 * `tongchou verify`: proves the ledger from its rows, by code that shares nothing with what wrote them. Each check is
 * told by name with its figure; one that fails makes the status 1. `--json` also exports the head of the chain.
 */
export async function runVerify(services: CliServices, options: VerifyOptions): Promise<ExitStatus> {
  const { terminal } = services;
  const text = options.head === undefined ? undefined : await services.readText(options.head);
  if (options.head !== undefined && text === undefined) return refused(terminal, [missingFile(options.head)]);
  const head = text === undefined ? undefined : readHead(text);
  if (head === null) return refused(terminal, [noHead(options.head ?? '')]);
  return withStore(services, async ({ ledgerProof }) => {
    const report = await ledgerProof.verify(head);
    if (!report.allowed) return refused(terminal, report.refusals);
    terminal.out(options.json === true ? `${jsonOf(report.value)}\n` : textOf(report.value));
    return report.value.checks.every(({ wrong }) => wrong === 0n) ? 0 : 1;
  });
}

/** A head as `--json` exports it, alone or within the report; null where the text holds none. */
function readHead(text: string): ChainHead | null {
  try {
    const content = JSON.parse(text) as { readonly head?: Partial<ChainHead> } & Partial<ChainHead>;
    const { number, lastNumber, mac } = content.head ?? content;
    return typeof number === 'string' && typeof lastNumber === 'string' && typeof mac === 'string'
      ? { number, lastNumber, mac }
      : null;
  } catch {
    return null;
  }
}

function textOf({ checks, head, unsealed }: LedgerReport): string {
  const columns = [
    { header: '', align: 'left' },
    { header: '检查 check', align: 'left' },
    { header: '已查 checked', align: 'right' },
    { header: '有误 wrong', align: 'right' },
    { header: '', align: 'left' },
  ] as const;
  const table = renderTextTable(columns, checks.map(rowOf));
  const chain = head === null ? '—' : `${head.number} ${head.mac.slice(0, 16)}`;
  return `${table}\n\n链头 Head: ${chain}；未封存 unsealed: ${unsealed}\n`;
}

function rowOf({ name, title, checked, wrong, examples }: LedgerCheck): readonly string[] {
  const mark = wrong === 0n ? '✓' : '✗';
  return [mark, name, checked.toString(), wrong.toString(), `${title.zh} ${title.en}${shown(examples)}`];
}

function shown(examples: readonly string[]): string {
  return examples.length === 0 ? '' : `：${examples.join('；')}`;
}

function jsonOf(report: LedgerReport): string {
  return JSON.stringify(
    report,
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    2,
  );
}

function noHead(file: string): Refusal {
  return {
    code: 'malformed_head',
    at: file,
    what: { zh: '文件中没有链头', en: 'the file holds no head of a chain' },
    next: { zh: '请用 tongchou verify --json 导出的内容', en: 'use what tongchou verify --json exported' },
  };
}
