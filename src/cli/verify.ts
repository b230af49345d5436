import { MACHINE } from '#application/identity/machine-scope';
import type { ChainHead, LedgerCheck, LedgerReport } from '#application/ports/ledger-verifier';
import { keepVerification } from '#application/proof/keep-verification';
import { verifyBundle } from '#application/proof/verify-bundle';
import { renderTextTable } from '#application/rendering/text-table';
import { missingFile, refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';
import type { Decision, Refusal } from '#kernel/decision';

/** What gives the keys in place of a file. */
const KEY_VARIABLE = 'TONGCHOU_LEDGER_KEY';

export interface VerifyOptions {
  readonly bundle?: string;
  readonly key?: string;
  readonly head?: string;
  readonly json?: boolean;
}

/**
 * `tongchou verify`: proves the ledger from its rows, by code that shares nothing with what wrote them. Each check is
 * told by name with its figure and kept; one that fails makes the status 1. `--json` also exports the head of the chain.
 * `--bundle` proves an auditor's bundle instead, without any database.
 */
export async function runVerify(services: CliServices, options: VerifyOptions): Promise<ExitStatus> {
  const { terminal } = services;
  const text = options.head === undefined ? undefined : await services.readText(options.head);
  if (options.head !== undefined && text === undefined) return refused(terminal, [missingFile(options.head)]);
  const head = text === undefined ? undefined : readHead(text);
  if (head === null) return refused(terminal, [noHead(options.head ?? '')]);
  const keyAt = (options.bundle === undefined ? undefined : options.key) ?? services.ledgerKeyAt;
  const tell = (report: Decision<LedgerReport>): ExitStatus => {
    if (!report.allowed) return refused(terminal, report.refusals);
    terminal.out(options.json === true ? `${jsonOf(report.value)}\n` : textOf(report.value));
    const { missingKeys } = report.value;
    if (missingKeys.length > 0) refused(terminal, [keyNotFound(missingKeys, keyAt)]);
    return report.value.checks.every(({ wrong }) => wrong === 0n) ? 0 : 1;
  };
  if (options.bundle !== undefined)
    return tell(await proveBundle(services, options.bundle, options.key, head));
  return withStore(services, async ({ ledgerProof, verificationStore }) => {
    const report = await ledgerProof.verify(head);
    if (report.allowed) await keepVerification(verificationStore, report.value, MACHINE, services.now());
    return tell(report);
  });
}

async function proveBundle(
  { bundles, ledgerSeals }: CliServices,
  file: string,
  keyFile: string | undefined,
  head: ChainHead | undefined,
): Promise<Decision<LedgerReport>> {
  const seals = await ledgerSeals(keyFile);
  if (!seals.allowed) return seals;
  return bundles.open(file, (bundle) => verifyBundle(bundle, seals.value, head ?? null));
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

function textOf({ checks, head, unsealed, withheld }: LedgerReport): string {
  const columns = [
    { header: '', align: 'left' },
    { header: '检查 check', align: 'left' },
    { header: '已查 checked', align: 'right' },
    { header: '有误 wrong', align: 'right' },
    { header: '', align: 'left' },
  ] as const;
  const table = renderTextTable(columns, checks.map(rowOf));
  const chain = head === null ? '—' : `${head.number} ${head.mac.slice(0, 16)}`;
  const tail = [`链头 Head: ${chain}`, `未封存 unsealed: ${unsealed}`];
  if (withheld > 0n) tail.push(`未提供 withheld: ${withheld}`);
  return `${table}\n\n${tail.join('；')}\n`;
}

function rowOf({ name, title, checked, wrong, unproved, examples }: LedgerCheck): readonly string[] {
  const mark = wrong > 0n ? '✗' : unproved > 0n ? '?' : '✓';
  const missing = unproved > 0n ? `：无密钥未证 without the key not proved: ${unproved}` : '';
  return [
    mark,
    name,
    checked.toString(),
    wrong.toString(),
    `${title.zh} ${title.en}${missing}${shown(examples)}`,
  ];
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

/** Blocks count as wrong because what sealed them is not where it was looked for. */
function keyNotFound(ids: readonly string[], at: string): Refusal {
  const [key, code] = [ids.join(' '), 'ledger_key_not_found'];
  if (at === KEY_VARIABLE) {
    return {
      code,
      at,
      what: {
        zh: `此环境变量不含封存区块的密钥 ${key}`,
        en: `the variable lacks the key ${key}, which sealed blocks`,
      },
      next: {
        zh: '请把该密钥加入变量，以逗号分隔，现用的放在最后',
        en: 'add the key to it, separated by a comma, the present one last',
      },
    };
  }
  return {
    code,
    at,
    what: {
      zh: `此文件不存在或不含封存区块的密钥 ${key}`,
      en: `no such file, or not with the key ${key}, which sealed blocks`,
    },
    next: {
      zh: '请把另行备份的 ledger.key 放到此处（权限 0600；已有别的密钥时各占一行，现用的放在最后），或以 TONGCHOU_KEYS 指明其所在文件夹',
      en: 'put ledger.key from its own backup there (mode 0600; beside another key, a line each, the present one last), or name its folder by TONGCHOU_KEYS',
    },
  };
}

function noHead(file: string): Refusal {
  return {
    code: 'malformed_head',
    at: file,
    what: { zh: '文件中没有链头', en: 'the file holds no head of a chain' },
    next: { zh: '请用 tongchou verify --json 导出的内容', en: 'use what tongchou verify --json exported' },
  };
}
