import type { AdjustmentYearStore } from '#application/ports/adjustment-year-store';
import type { AuditBundles, SpooledBundle } from '#application/ports/audit-bundles';
import type { LedgerProof } from '#application/ports/ledger-proof';
import type { PlaceStore } from '#application/ports/place-store';
import type { RunStore } from '#application/ports/run-store';
import { bundleReach, type BundleReach } from '#application/proof/bundle-reach';
import { makeBundle } from '#application/proof/make-bundle';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

interface DeskServices {
  readonly bundles: Pick<AuditBundles, 'spool'>;
  readonly ledgerProof: Pick<LedgerProof, 'read'>;
  readonly runStore: RunStore;
  readonly adjustmentYearStore: AdjustmentYearStore;
  readonly placeStore: Pick<PlaceStore, 'listPools'>;
  readonly version: string;
}

/** Makes bundles for people who are signed in, one at a time. */
export interface BundleDesk {
  /**
   * Makes the bundle of the pools in a scope, at `place` and below where one is named: the whole ledger with every run
   * where these are all pools of the register, otherwise these pools only, with hashes for the rest. Refused where no
   * books lie there, where the department does not see the rows of the proof, and while another bundle is made, because
   * each reads the whole ledger.
   */
  make(scope: Scope, place: string | undefined, now: string): Promise<Decision<SpooledBundle>>;
}

export function createBundleDesk({ bundles, placeStore, version, ...services }: DeskServices): BundleDesk {
  let isRunning = false;
  return {
    make: async (scope, place, now) => {
      const reach = await bundleReach(placeStore, scope, place);
      if (!reach.isOfDepartment) return refuse(OF_DEPARTMENT);
      if (isRunning) return refuse(RUNNING);
      isRunning = true;
      try {
        const pools = await withBooks(services.ledgerProof, reach.pools);
        if (!pools.allowed) return pools;
        if (pools.value?.length === 0) return refuse(ofNothing(place));
        return await makeBundle({ ...services, write: bundles.spool }, { pools: pools.value, version, now });
      } finally {
        isRunning = false;
      }
    },
  };
}

/** A pool of the register that has no books yet has nothing to prove. */
async function withBooks(
  ledgerProof: DeskServices['ledgerProof'],
  pools: BundleReach['pools'],
): Promise<Decision<BundleReach['pools']>> {
  if (pools === null) return allow(null);
  return ledgerProof.read(async (rows) => {
    const known = new Set((await rows.books()).map(({ pool }) => pool));
    return pools.filter((pool) => known.has(pool));
  });
}

const OF_DEPARTMENT: Refusal = {
  code: 'bundle_of_department',
  at: '',
  what: {
    zh: '审计包含个人和单位的往来明细，您所在部门不能查看',
    en: 'a bundle holds what is owed and paid by and to persons, which your department does not see',
  },
  next: {
    zh: '请由审计员或医疗保障部门的基金人员下载',
    en: 'have it fetched by an auditor, or by who manages the fund in health insurance',
  },
};

function ofNothing(place: string | undefined): Refusal {
  return {
    code: 'bundle_of_nothing',
    at: place ?? '',
    what: {
      zh: '此处在您的授权范围内没有账套',
      en: 'no books within your grants lie there',
    },
    next: { zh: '请改地区，或申请授权', en: 'choose another place, or ask for a grant' },
  };
}

const RUNNING: Refusal = {
  code: 'bundle_running',
  at: '',
  what: { zh: '另一份审计包正在生成', en: 'another bundle is being made' },
  next: { zh: '请稍候再下载', en: 'wait a little and try again' },
};
