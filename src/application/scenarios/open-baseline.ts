import type { AdjustmentRequest } from '#application/adjustment/request';
import type { RunStore } from '#application/ports/run-store';
import { readRunInput } from '#application/runs/run-input';
import { storedDataAltered } from '#application/runs/stored-data-altered';
import { openStoredRun, type OpenedRun } from '#application/views/open-run';
import { ENGINE_VERSION } from '#domain/adjustment/adjust';
import { planAdjustment, type AdjustmentPlan } from '#domain/adjustment/plan';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Hash } from '#rules/pack/load-pack';

/** A stored run that scenarios are compared with: its result as stored, its input, and its pack's pipeline. */
export interface Baseline {
  readonly run: OpenedRun;
  readonly request: AdjustmentRequest;
  readonly plan: AdjustmentPlan;
}

/**
 * Opens a run to be compared with. Refused where what is stored no longer has its hash, and where another engine
 * reckoned it: then a difference would be the engines', not that of the values.
 */
export async function openBaseline(store: RunStore, hash: Hash, id: string): Promise<Decision<Baseline>> {
  const opened = await openStoredRun(store, hash, id);
  if (!opened.allowed) return opened;
  const { stored, run } = opened.value;
  if (run.pack.hash !== stored.packHash || hash(stored.result) !== stored.resultHash)
    return refuse(storedDataAltered(`run ${id}`));
  if (stored.engineVersion !== ENGINE_VERSION) return refuse(otherEngine(id, stored.engineVersion));
  const plan = planAdjustment(run.pack);
  if (!plan.allowed) return plan;
  return allow({ run, request: readRunInput(stored.input).request, plan: plan.value });
}

function otherEngine(id: string, then: string): Refusal {
  return {
    code: 'other_engine',
    at: `run ${id}`,
    what: {
      zh: `该记录由引擎 ${then} 计算，现引擎为 ${ENGINE_VERSION}，两者相比会混入引擎的差异`,
      en: `the engine ${then} reckoned this run, today's is ${ENGINE_VERSION}: a comparison would mix in their difference`,
    },
    next: {
      zh: '请先用现引擎重新计算该年度，再做情景',
      en: 'reckon the year anew first, and compare with that run',
    },
  };
}
