import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import { found } from '#storage/ledger/verify/found';
import type { Reading } from '#storage/ledger/verify/verify-ledger';

/** A move as the artefact says it, with what its template says for all of them. */
export interface ArtefactMove {
  readonly pack_hash: string;
  readonly template: string;
  readonly move: number;
  readonly is_own: boolean;
  readonly fund: string;
  readonly source: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: string;
  readonly kind: string;
  readonly needs_approval: boolean;
  readonly causes: readonly string[];
  readonly is_restricted: boolean;
}

interface ArtefactTemplate {
  readonly id: string;
  readonly kind?: string;
  readonly types: readonly string[];
  readonly parties?: readonly string[];
  readonly categories?: readonly string[];
  readonly approval?: string;
  readonly causes?: readonly string[];
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

const TITLE = { zh: '模板与政策包原文一致', en: 'templates are those of the stored packs' };

/**
 * Each artefact has the hash by which it is cited, and the stored templates are its templates. The moves that are
 * given are those of the artefacts, for the other checks to derive from: the stored ones are not trusted.
 */
export async function checkTemplates(
  reading: Reading,
): Promise<{ readonly check: LedgerCheck; readonly moves: readonly ArtefactMove[] }> {
  const { rows } = await sql<{ hash: string; text: string }>`
    SELECT hash, text FROM pack_artefact WHERE hash IN (SELECT pack_hash FROM journal_template)
      OR hash IN (SELECT DISTINCT pack_hash FROM ledger_event WHERE refusal IS NULL)`.execute(reading);
  const stored = await storedLines(reading);
  const faults: string[] = [];
  const moves: ArtefactMove[] = [];
  for (const { hash, text } of rows) {
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== hash) faults.push(`pack ${hash}`);
    const templates = templatesOf(JSON.parse(text) as ArtefactNode);
    moves.push(...templates.flatMap((template) => movesOf(hash, template)));
    for (const line of templates.flatMap((template) => linesOf(hash, template))) {
      if (!stored.delete(line)) faults.push(`missing ${line}`);
    }
  }
  const checked = BigInt(moves.length + rows.length);
  faults.push(...[...stored].map((line) => `unfounded ${line}`));
  return { check: found('templates', TITLE, checked, faults), moves };
}

function templatesOf(node: ArtefactNode): readonly ArtefactTemplate[] {
  const all = [...(node.pack.journal?.templates ?? []), ...node.extends.flatMap(templatesOf)];
  return [...new Map(all.map((template) => [template.id, template])).values()];
}

function movesOf(hash: string, template: ArtefactTemplate): readonly ArtefactMove[] {
  const { id, moves, kind = 'ordinary', approval, causes = [] } = template;
  const isRestricted = moves.some(({ source = '' }) => ['pre_pooling', 'risk_reserve'].includes(source));
  return moves.map(({ amount, debit, credit, fund = 'pooled', source = 'current', pool }, move) => ({
    pack_hash: hash,
    template: id,
    move,
    is_own: pool === undefined,
    fund,
    source,
    debit,
    credit,
    amount,
    kind,
    needs_approval: approval === 'required',
    causes,
    is_restricted: isRestricted,
  }));
}

/** Template and moves as lines of text, in the form that `storedLines` gives. */
function linesOf(hash: string, template: ArtefactTemplate): readonly string[] {
  const {
    id,
    types,
    parties = [],
    categories = [],
    causes = [],
    moves,
    kind = 'ordinary',
    approval,
  } = template;
  const keys = (chosen: ArtefactTemplate['moves']): string =>
    [...new Set(chosen.map(({ amount }) => amount))].toSorted().join();
  const pooled = moves.filter(({ fund }) => fund === undefined);
  const lists = [types, parties, categories, causes].map((list) => list.join());
  const head = [hash, id, kind, ...lists, String(approval === 'required'), keys(moves), keys(pooled)];
  return [
    head.join('|'),
    ...moves.map(({ amount, debit, credit, fund = 'pooled', source = 'current', pool = 'own' }, index) =>
      [hash, id, index, pool, fund, source, debit, credit, amount].join('|'),
    ),
  ];
}

async function storedLines(reading: Reading): Promise<Set<string>> {
  const { rows } = await sql<{ line: string }>`
    SELECT concat_ws('|', pack_hash, id, kind, array_to_string(types, ','), array_to_string(parties, ','),
      array_to_string(categories, ','), array_to_string(causes, ','), needs_approval::text,
      array_to_string(employee_amounts, ','), array_to_string(resident_amounts, ',')) AS line FROM journal_template
    UNION ALL
    SELECT concat_ws('|', pack_hash, template, move, pool_role, fund, source, debit_account, credit_account, amount)
    FROM journal_move`.execute(reading);
  return new Set(rows.map(({ line }) => line));
}
