import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { IdentityServices } from '#application/identity/services';
import type { StepNeeds } from '#application/pack-life/prepare-step';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { RunFiles } from '#application/ports/run-files';
import type { RunStore } from '#application/ports/run-store';
import type { ScenarioStore } from '#application/ports/scenario-store';
import type { ContractTypes } from '#http/contract-types';
import type { Logging } from '#http/log';

/** What the HTTP door needs from outside; the composition root wires it. */
export interface HttpServices extends StepNeeds, IdentityServices, Logging {
  readonly runStore: RunStore;
  readonly runFiles: RunFiles;
  readonly scenarioStore: ScenarioStore;
  readonly packLifeStore: PackLifeStore;
  /** SHA-256 of the one-time set-up token; undefined where there is none. */
  readonly setUpTokenHash: string | undefined;
  /** The built console, or undefined where it is not built. */
  readonly consoleFolder: string | undefined;
  readonly version: string;
  /** The port that callers must name in Host until the server listens; then the one it listens on. */
  readonly port: number;
}

/** The server as routes see it: requests and replies have the types of their schemas. */
export type HttpApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ContractTypes
>;
