import { fullPooling } from '#domain/adjustment/mechanisms/full-pooling';
import type { Pack } from '#rules/pack/pack';
import type { RawStep } from '#rules/pack/raw-pack';

/** Finds the step by which a policy pools revenue and spending whole (JH-4.7-a); undefined where pools adjust among themselves. */
export function fullPoolingStep({ raw }: Pack): RawStep | undefined {
  return raw.adjustment?.steps.find(({ mechanism }) => mechanism === fullPooling.name);
}
