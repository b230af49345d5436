import { badStep } from '#domain/adjustment/bad-step';
import type { Mechanism, StepProduct } from '#domain/adjustment/mechanism';
import { MECHANISMS } from '#domain/adjustment/mechanisms/registry';
import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';
import type { RawStep } from '#rules/pack/raw-pack';

/**
 * Checks the order of steps: each once, each after the step it builds on, none that repeats an earlier product, none
 * that pays after a step that leaves nothing; without levies no year can be closed. Each fault is refused with its file
 * and line.
 */
export function checkOrder(pack: Pack, steps: readonly RawStep[]): readonly Refusal[] {
  const faults: Refusal[] = [];
  const earlier: Mechanism[] = [];
  steps.forEach(({ mechanism: name }, index) => {
    const mechanism = MECHANISMS.get(name);
    if (mechanism === undefined) return;
    const at = pack.locate('adjustment', ['steps', index]);
    faults.push(...orderFaults(mechanism, earlier).map((what) => badStep(at, name, what)));
    earlier.push(mechanism);
  });
  const isKnown = steps.every((step) => MECHANISMS.has(step.mechanism));
  if (isKnown && faults.length === 0 && !earlier.some(({ gives }) => gives === 'levies')) {
    const what = {
      zh: `缺少上解的步骤（${givers('levies')}）`,
      en: `no step raises the levy (${givers('levies')})`,
    };
    faults.push(badStep(pack.locate('adjustment', ['steps']), 'steps', what));
  }
  return faults;
}

/** Lists why a mechanism cannot stand after the earlier ones. */
function orderFaults(mechanism: Mechanism, earlier: readonly Mechanism[]): readonly Bilingual[] {
  const { name, gives, uses, stage } = mechanism;
  if (earlier.includes(mechanism)) {
    return [{ zh: `机制 ${name} 重复`, en: `the mechanism ${name} is given twice` }];
  }
  const faults: Bilingual[] = [];
  if (uses !== undefined && !earlier.some((step) => step.gives === uses)) {
    faults.push({
      zh: `${name} 之前须有步骤 ${givers(uses)}`,
      en: `${name} needs a step before it: ${givers(uses)}`,
    });
  }
  const rival = gives === undefined ? undefined : earlier.find((step) => step.gives === gives);
  if (rival !== undefined) {
    faults.push({
      zh: `${name} 与前面的 ${rival.name} 重复计算同一事项，只能保留一个`,
      en: `${name} reckons anew what ${rival.name} before it has; keep one of them`,
    });
  }
  const emptying = stage === undefined ? undefined : earlier.find((step) => step.leavesNothing === true);
  if (emptying !== undefined) {
    faults.push({
      zh: `${emptying.name} 已将调剂金全部分配，${name} 须在它之前`,
      en: `${emptying.name} pays out all that there is; ${name} must come before it`,
    });
  }
  return faults;
}

function givers(product: StepProduct): string {
  return [...MECHANISMS.values()]
    .filter((mechanism) => mechanism.gives === product)
    .map((mechanism) => mechanism.name)
    .join(', ');
}
