import { checkTemplate } from '#domain/fund/check-template';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { unknownClauses } from '#rules/pack/check-references';
import type { Pack } from '#rules/pack/pack';
import type { RawAccount, RawTemplate } from '#rules/pack/raw-pack';

/** A place's two charts of accounts and its journal templates, its own and inherited ones. */
export interface Journal {
  /** Version of the pack that events cite. */
  readonly packHash: string;
  readonly accounts: ReadonlyMap<string, RawAccount>;
  readonly templates: ReadonlyMap<string, RawTemplate>;
}

/**
 * Reads accounts and templates of a pack and of the packs it extends. Refuses unknown clauses and accounts, repeated
 * ids, and templates that break a rule for all (NAT-28, NAT-144.39; see `checkTemplate`).
 */
export function planJournal(pack: Pack): Decision<Journal> {
  const accounts = new Map<string, RawAccount>();
  const templates = new Map<string, RawTemplate>();
  const faults: Refusal[] = [];
  for (const part of withParents(pack)) {
    for (const [index, account] of (part.raw.accounts ?? []).entries()) {
      if (accounts.has(account.code)) faults.push(repeated(part.locate('accounts', [index]), account.code));
      faults.push(...unknownClauses(part, 'accounts', [index, 'cite'], account.cite));
      accounts.set(account.code, account);
    }
  }
  for (const part of withParents(pack)) {
    for (const [index, template] of (part.raw.journal?.templates ?? []).entries()) {
      const path = ['templates', index] as const;
      if (templates.has(template.id)) faults.push(repeated(part.locate('journal', path), template.id));
      faults.push(
        ...unknownClauses(part, 'journal', [...path, 'cite'], template.cite),
        ...checkTemplate(template, accounts, part.locate('journal', path)),
      );
      templates.set(template.id, template);
    }
  }
  faults.push(...[...templates.values()].flatMap((template) => unknownReturns(pack, template, templates)));
  if (templates.size === 0) return refuse(noJournal(pack.raw.id));
  return allowUnless(faults, () => ({ packHash: pack.hash, accounts, templates }));
}

/** Lists the pack and all packs it extends, each once. */
function withParents(pack: Pack): readonly Pack[] {
  const found = new Map<string, Pack>();
  const visit = (one: Pack): void => {
    found.set(one.hash, one);
    one.parents.forEach(visit);
  };
  visit(pack);
  return [...found.values()];
}

/** Finds templates whose `returns` names an amount that no template has. */
function unknownReturns(
  pack: Pack,
  { id, returns = [] }: RawTemplate,
  templates: ReadonlyMap<string, RawTemplate>,
): readonly Refusal[] {
  return returns
    .filter((one) => {
      const [of = '', amount] = one.split('.');
      return templates.get(of)?.moves.some((move) => move.amount === amount) !== true;
    })
    .map((one) => ({
      code: 'unknown_amount',
      at: `${pack.raw.id} ${id} returns`,
      what: { zh: `没有金额 ${one}`, en: `there is no amount ${one}` },
      next: { zh: '请写成“模板.金额项”', en: 'write it as template.amount' },
    }));
}

function repeated(at: string, id: string): Refusal {
  return {
    code: 'duplicate_id',
    at: `${at} ${id}`,
    what: { zh: `编号 ${id} 重复`, en: `the id ${id} is given twice` },
    next: { zh: '请改用未用过的编号', en: 'give it an id of its own' },
  };
}

function noJournal(pack: string): Refusal {
  return {
    code: 'no_journal',
    at: pack,
    what: { zh: '该政策包没有记账模板', en: 'the pack has no journal templates' },
    next: {
      zh: '请在本包或其上级包中补充 journal.yaml',
      en: 'add journal.yaml to it or to a pack that it extends',
    },
  };
}
