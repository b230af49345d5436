import type { AuditBundles, SpooledBundle } from '#application/ports/audit-bundles';
import type { LedgerProof } from '#application/ports/ledger-proof';
import type { PlaceStore } from '#application/ports/place-store';
import type { RunStore } from '#application/ports/run-store';
import { makeBundle } from '#application/proof/make-bundle';
import { countPoolsBeyond } from '#application/proof/pools-beyond';
import type { Scope } from '#domain/identity/account';
import { refuse, type Decision, type Refusal } from '#kernel/decision';

interface DeskServices {
  readonly bundles: Pick<AuditBundles, 'spool'>;
  readonly ledgerProof: Pick<LedgerProof, 'read'>;
  readonly runStore: RunStore;
  readonly placeStore: Pick<PlaceStore, 'listPools'>;
  readonly version: string;
}

/** Makes bundles for auditors who are signed in, one at a time. */
export interface BundleDesk {
  /**
   * The bundle of the whole ledger with its runs. Hashes of every place and all runs are in it, so that it is for a scope
   * alone that covers every pool of the register; refused too while another is made, since each reads the whole ledger.
   */
  make(scope: Scope, now: string): Promise<Decision<SpooledBundle>>;
}

export function createBundleDesk({ bundles, placeStore, version, ...services }: DeskServices): BundleDesk {
  let isRunning = false;
  return {
    make: async (scope, now) => {
      const beyond = await countPoolsBeyond(placeStore, scope);
      if (beyond > 0) return refuse(coversMore(beyond));
      if (isRunning) return refuse(RUNNING);
      isRunning = true;
      try {
        return await makeBundle({ ...services, write: bundles.spool }, { pools: null, version, now });
      } finally {
        isRunning = false;
      }
    },
  };
}

function coversMore(count: number): Refusal {
  return {
    code: 'bundle_covers_more',
    at: '',
    what: {
      zh: `审计包含整个账本和全部计算记录，不能按地区裁剪；有 ${count} 个统筹区不在您的审计范围内`,
      en: `a bundle holds the whole ledger and every run, and is not cut to a place; ${count} pools lie outside of what you audit`,
    },
    next: {
      zh: '请由审计范围覆盖整个登记的审计员下载',
      en: 'have it fetched by an auditor whose grant covers the whole register',
    },
  };
}

const RUNNING: Refusal = {
  code: 'bundle_running',
  at: '',
  what: { zh: '另一份审计包正在生成', en: 'another bundle is being made' },
  next: { zh: '请稍候再下载', en: 'wait a little and try again' },
};
