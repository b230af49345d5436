import type { AuditBundles } from '#application/ports/audit-bundles';
import { openBundle } from '#files/bundle/open-bundle';
import { writeBundle } from '#files/bundle/write-bundle';

/** Bundles as ZIP files. */
export const auditBundles: AuditBundles = { write: writeBundle, open: openBundle };
