import type { Mechanism } from '#domain/adjustment/mechanism';
import { breachLoss } from '#domain/adjustment/mechanisms/breach-loss';
import { conditions } from '#domain/adjustment/mechanisms/conditions';
import { deficitCover } from '#domain/adjustment/mechanisms/deficit-cover';
import { distributeAll } from '#domain/adjustment/mechanisms/distribute-all';
import { emergency } from '#domain/adjustment/mechanisms/emergency';
import { fullPooling } from '#domain/adjustment/mechanisms/full-pooling';
import { levy } from '#domain/adjustment/mechanisms/levy';
import { recoveryReturn } from '#domain/adjustment/mechanisms/recovery-return';
import { reserve } from '#domain/adjustment/mechanisms/reserve';
import { residual } from '#domain/adjustment/mechanisms/residual';
import { shareGap } from '#domain/adjustment/mechanisms/share-gap';
import { shareOfRemainder } from '#domain/adjustment/mechanisms/share-of-remainder';
import { topUpToMonths } from '#domain/adjustment/mechanisms/top-up-to-months';

/** Every mechanism that a pack may name. */
export const MECHANISMS: ReadonlyMap<string, Mechanism> = new Map(
  [
    levy,
    deficitCover,
    conditions,
    recoveryReturn,
    topUpToMonths,
    emergency,
    shareOfRemainder,
    shareGap,
    reserve,
    breachLoss,
    distributeAll,
    residual,
    fullPooling,
  ].map((mechanism) => [mechanism.name, mechanism]),
);
