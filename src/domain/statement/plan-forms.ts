import { checkForm } from '#domain/statement/check-form';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { unknownClauses } from '#rules/pack/check-references';
import type { Pack } from '#rules/pack/pack';
import type { RawAccount } from '#rules/pack/raw-pack';
import type { RawStatementForm, SubjectKind } from '#rules/pack/raw-statement';

/** The forms of a pack and of the packs it extends, checked against the chart of accounts. */
export interface StatementPlan {
  readonly packHash: string;
  readonly forms: readonly RawStatementForm[];
  readonly accounts: ReadonlyMap<string, RawAccount>;
}

/**
 * Reads the statement forms of a pack and of the packs it extends. Refuses unknown clauses, accounts and lines, an
 * account that is not in exactly one counting line, and a form that must balance but cannot by its make-up (NAT-28.10;
 * `checkForm`).
 */
export function planStatements(pack: Pack): Decision<StatementPlan> {
  const parts = withParents(pack);
  const accounts = new Map(
    parts.flatMap(({ raw }) => (raw.accounts ?? []).map((account) => [account.code, account] as const)),
  );
  const forms = new Map<string, RawStatementForm>();
  const faults: Refusal[] = [];
  for (const part of parts) {
    for (const [index, form] of (part.raw.statements ?? []).entries()) {
      const at = `${part.locate('statements', [index])} ${form.id}`;
      if (forms.has(form.id)) faults.push(repeated(at, form.id));
      faults.push(
        ...unknownClauses(part, 'statements', [index, 'cite'], form.cite),
        ...checkForm(form, accounts, at),
      );
      forms.set(form.id, form);
    }
  }
  if (forms.size === 0) return refuse(noForms(pack.raw.id));
  return allowUnless(faults, () => ({ packHash: pack.hash, forms: [...forms.values()], accounts }));
}

/** Lists the forms for a kind of subject, in the pack's order. */
export function formsFor({ forms }: StatementPlan, kind: SubjectKind): readonly RawStatementForm[] {
  return forms.filter(({ of }) => of.includes(kind));
}

/** Lists the packs it extends first, each once: a place adds to the national forms. */
function withParents(pack: Pack): readonly Pack[] {
  const found = new Map<string, Pack>();
  const visit = (one: Pack): void => {
    one.parents.forEach(visit);
    found.set(one.hash, one);
  };
  visit(pack);
  return [...found.values()];
}

function repeated(at: string, id: string): Refusal {
  return {
    code: 'duplicate_id',
    at,
    what: { zh: `编号 ${id} 重复`, en: `the id ${id} is given twice` },
    next: { zh: '请改用未用过的编号', en: 'give it an id of its own' },
  };
}

function noForms(pack: string): Refusal {
  return {
    code: 'no_statement_forms',
    at: pack,
    what: { zh: '该政策包没有报表格式', en: 'the pack has no forms of statements' },
    next: {
      zh: '请在本包或其上级包中补充 statements.yaml',
      en: 'add statements.yaml to it or to a pack that it extends',
    },
  };
}
