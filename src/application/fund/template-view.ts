import type { FundServices } from '#application/fund/services';
import { workflowOf, type Workflow } from '#application/fund/template-workflow';
import { openPackRef } from '#application/packs/open-pack-ref';
import { planJournal } from '#domain/fund/journal';
import { amountsOf } from '#domain/fund/template-amounts';
import type { Bilingual } from '#kernel/bilingual';
import { allow, type Decision } from '#kernel/decision';
import type { InsuranceType } from '#kernel/insurance-type';
import type { RawTemplate } from '#rules/pack/raw-pack';

export interface TemplateView {
  readonly id: string;
  readonly name: Bilingual;
  readonly cite: readonly string[];
  readonly kind: 'ordinary' | 'opening' | 'internal' | 'close';
  readonly types: readonly InsuranceType[];
  readonly parties: readonly string[];
  readonly categories: readonly string[];
  readonly needsApproval: boolean;
  /** The workflow that alone posts by the template; null where a person may. */
  readonly workflow: Workflow | null;
  readonly causes: readonly string[];
  /** Amounts that the template returns, of a year that its approval names. */
  readonly returns: readonly string[];
  readonly betweenPools: boolean;
  readonly amounts: Readonly<Record<InsuranceType, readonly string[]>>;
}

export interface JournalView {
  readonly packHash: string;
  readonly accounts: readonly {
    readonly code: string;
    readonly name: Bilingual;
    readonly book: 'cash' | 'obligation';
  }[];
  readonly templates: readonly TemplateView[];
}

/** Reads the accounts and templates of a pack, with everything that a form for an event asks for. */
export async function readJournalView(
  services: Pick<FundServices, 'source' | 'hash' | 'packLifeStore'>,
  ref: string,
): Promise<Decision<JournalView>> {
  const pack = await openPackRef(services, services.packLifeStore, ref);
  if (!pack.allowed) return pack;
  const journal = planJournal(pack.value);
  if (!journal.allowed) return journal;
  const { packHash, accounts, templates } = journal.value;
  return allow({
    packHash,
    accounts: [...accounts.values()].map(({ code, name, book }) => ({ code, name, book })),
    templates: [...templates.values()].map(viewOf),
  });
}

function viewOf(template: RawTemplate): TemplateView {
  const {
    id,
    name,
    cite,
    kind = 'ordinary',
    types,
    parties = [],
    categories = [],
    approval,
    causes = [],
    returns = [],
  } = template;
  const isOf = (type: InsuranceType): boolean => types.includes(type);
  return {
    id,
    name,
    cite,
    kind,
    types: (['employee', 'resident'] as const).filter(isOf),
    parties,
    categories,
    needsApproval: approval === 'required',
    workflow: workflowOf(template) ?? null,
    causes,
    returns,
    betweenPools: template.moves.some(({ pool }) => pool === 'other'),
    amounts: {
      employee: isOf('employee') ? amountsOf(template, 'employee') : [],
      resident: isOf('resident') ? amountsOf(template, 'resident') : [],
    },
  };
}
