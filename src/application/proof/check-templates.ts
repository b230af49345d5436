import type { LedgerRows, MoveRow, TemplateRow } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import { createTally } from '#application/proof/tally';

/** A template as written in a stored artefact. */
export interface ArtefactTemplate {
  readonly id: string;
  readonly kind?: string;
  readonly types: readonly string[];
  readonly parties?: readonly string[];
  readonly categories?: readonly string[];
  readonly approval?: string;
  readonly causes?: readonly string[];
  readonly returns?: readonly string[];
  readonly moves: readonly {
    readonly amount: string;
    readonly debit: string;
    readonly credit: string;
    readonly fund?: string;
    readonly source?: string;
    readonly pool?: string;
  }[];
}

interface ArtefactNode {
  readonly pack: { readonly journal?: { readonly templates: readonly ArtefactTemplate[] } };
  readonly extends: readonly ArtefactNode[];
}

/** Templates of the artefacts. */
export interface ArtefactTemplates {
  readonly find: (packHash: string | null, id: string | null) => ArtefactTemplate | undefined;
}

const RESTRICTED = ['pre_pooling', 'risk_reserve'];
const OF_FUNDS = ['adjustment', 'risk_reserve'];
const CASH = /^\d{4}$/;
const DEPOSIT = /^100[1-5]$/;

const TITLE = { zh: '模板与政策包原文一致', en: 'templates are those of the stored packs' };

/**
 * Checks that each artefact has the hash by which it is cited, and that the stored templates are its templates. Returns
 * those of the artefacts, from which the other checks derive: the stored ones are not trusted.
 */
export async function checkTemplates(
  rows: LedgerRows,
  { sha256Hex }: LedgerSeals,
): Promise<{ readonly check: LedgerCheck; readonly templates: ArtefactTemplates }> {
  const tally = createTally('templates', TITLE);
  const templates = new Map<string | null, Map<string | null, ArtefactTemplate>>();
  const stored = new Set([
    ...(await rows.templates()).map(storedTemplate),
    ...(await rows.moves()).map(storedMove),
  ]);
  for (const { hash, text } of await rows.artefacts()) {
    tally.look(sha256Hex(text) !== hash, `pack ${hash}`);
    const ofPack = new Map<string | null, ArtefactTemplate>();
    templates.set(hash, ofPack);
    for (const template of templatesOf(JSON.parse(text) as ArtefactNode)) {
      ofPack.set(template.id, template);
      for (const line of linesOf(hash, template)) tally.look(!stored.delete(line), `missing ${line}`);
    }
  }
  for (const line of stored) tally.fault(`unfounded ${line}`);
  return {
    check: tally.check(),
    templates: { find: (packHash, id) => templates.get(packHash)?.get(id) },
  };
}

function templatesOf(node: ArtefactNode): readonly ArtefactTemplate[] {
  const all = [...(node.pack.journal?.templates ?? []), ...node.extends.flatMap(templatesOf)];
  return [...new Map(all.map((template) => [template.id, template])).values()];
}

/** Template and moves as lines of text, in the form that the stored rows are given as well. */
function linesOf(packHash: string, template: ArtefactTemplate): readonly string[] {
  const { id, types, parties = [], categories = [], causes = [], returns = [], kind = 'ordinary' } = template;
  const moves = template.moves.map((move, index) => moveOf(packHash, id, move, index));
  const keys = (chosen: readonly MoveRow[]): readonly string[] =>
    [...new Set(chosen.map(({ amount }) => amount))].toSorted();
  const [own, other] = [
    moves.filter(({ poolRole }) => poolRole === 'own'),
    moves.filter(({ poolRole }) => poolRole === 'other'),
  ];
  const restricted = moves.filter(({ source }) => RESTRICTED.includes(source));
  const head = storedTemplate({
    packHash,
    id,
    kind,
    types,
    parties,
    categories,
    causes,
    needsApproval: template.approval === 'required',
    betweenPools: other.length > 0,
    ownKind: kindOf(own),
    otherKind: other.length > 0 ? kindOf(other) : null,
    touchesRestricted: restricted.length > 0,
    releasesRestricted: restricted.some(({ creditAccount }) => DEPOSIT.test(creditAccount)),
    employeeAmounts: keys(moves),
    residentAmounts: keys(moves.filter(({ fund }) => fund === 'pooled')),
    returns,
  });
  return [head, ...moves.map(storedMove)];
}

function moveOf(
  packHash: string,
  template: string,
  {
    amount,
    debit,
    credit,
    fund = 'pooled',
    source = 'current',
    pool = 'own',
  }: ArtefactTemplate['moves'][number],
  move: number,
): MoveRow {
  const book = CASH.test(debit) ? 'cash' : 'obligation';
  const accounts = { debitAccount: debit, creditAccount: credit };
  return { packHash, template, move, poolRole: pool, book, fund, source, ...accounts, amount };
}

/** Money of an adjustment fund lies in its books alone. */
function kindOf(moves: readonly MoveRow[]): 'pool' | 'fund' {
  return moves.some(({ source }) => OF_FUNDS.includes(source)) ? 'fund' : 'pool';
}

function storedTemplate(row: TemplateRow): string {
  const { packHash, id, kind, types, parties, categories, causes, needsApproval } = row;
  const { betweenPools, ownKind, otherKind, touchesRestricted, releasesRestricted } = row;
  const lists = [
    types,
    parties,
    categories,
    causes,
    row.employeeAmounts,
    row.residentAmounts,
    row.returns ?? [],
  ];
  const said = [needsApproval, betweenPools, ownKind, otherKind, touchesRestricted, releasesRestricted];
  return JSON.stringify([packHash, id, kind, lists, said]);
}

function storedMove(row: MoveRow): string {
  const { packHash, template, move, poolRole, book, fund, source, debitAccount, creditAccount, amount } = row;
  return JSON.stringify([
    packHash,
    template,
    move,
    poolRole,
    book,
    fund,
    source,
    debitAccount,
    creditAccount,
    amount,
  ]);
}
