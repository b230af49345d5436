import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ProviderSignIns } from '#application/identity/provider-sign-in';
import type { IdentityServices } from '#application/identity/services';
import type { StepNeeds } from '#application/pack-life/prepare-step';
import type { CsvReader } from '#application/ports/csv-reader';
import type { NoticeFiles } from '#application/ports/notice-files';
import type { ReconciliationFiles } from '#application/ports/reconciliation-files';
import type { RunFiles } from '#application/ports/run-files';
import type { Stores } from '#application/ports/stores';
import type { StatementFileReader } from '#application/ports/statement-file-reader';
import type { StatementFiles } from '#application/ports/statement-files';
import type { BundleDesk } from '#application/proof/bundle-desk';
import type { VerificationDesk } from '#application/proof/verification-desk';
import type { ContractTypes } from '#http/contract-types';
import type { Logging } from '#http/log';

/** What the HTTP door needs from outside; the composition root wires it. */
export interface HttpServices extends StepNeeds, IdentityServices, Logging, Stores {
  readonly runFiles: RunFiles;
  readonly readCsv: CsvReader;
  readonly statementFiles: StatementFiles;
  readonly noticeFiles: NoticeFiles;
  readonly reconciliationFiles: ReconciliationFiles;
  readonly readStatementFile: StatementFileReader;
  readonly verificationDesk: VerificationDesk;
  readonly bundleDesk: BundleDesk;
  /** SHA-256 of each one-time set-up token. */
  readonly setUpTokenHashes: readonly string[];
  /** Sign-ins at a provider of identities, or undefined where none is set up. */
  readonly providerSignIns: ProviderSignIns | undefined;
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
