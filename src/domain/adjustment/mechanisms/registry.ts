import type { Mechanism } from '#domain/adjustment/mechanism';
import { conditions } from '#domain/adjustment/mechanisms/conditions';
import { deficitCover } from '#domain/adjustment/mechanisms/deficit-cover';
import { emergency } from '#domain/adjustment/mechanisms/emergency';
import { levy } from '#domain/adjustment/mechanisms/levy';
import { recoveryReturn } from '#domain/adjustment/mechanisms/recovery-return';
import { shareOfRemainder } from '#domain/adjustment/mechanisms/share-of-remainder';
import { topUpToMonths } from '#domain/adjustment/mechanisms/top-up-to-months';

/** Every mechanism that a pack may name. */
export const MECHANISMS: ReadonlyMap<string, Mechanism> = new Map(
  [levy, deficitCover, conditions, recoveryReturn, topUpToMonths, emergency, shareOfRemainder].map(
    (mechanism) => [mechanism.name, mechanism],
  ),
);
