import type { AuditBundles } from '#application/ports/audit-bundles';
import { openBundle } from '#files/bundle/open-bundle';
import { spoolBundle } from '#files/bundle/spool-bundle';
import { writeBundle } from '#files/bundle/write-bundle';

/** Bundles as ZIP files. */
export const auditBundles: AuditBundles = { write: writeBundle, spool: spoolBundle, open: openBundle };
