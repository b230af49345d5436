import { Type } from 'typebox';
import type { RunReport } from '#application/exports/report';

/** An answer that is a file, for a route's schema. */
export function fileResponse(description: string, type: string) {
  return {
    description,
    content: { [type]: { schema: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }) } },
  };
}

/**
 * Content-Disposition of a file to keep: its Chinese name by RFC 5987, and one in ASCII for what cannot read that.
 * @param ending such as `.xlsx`
 */
export function keptAs({ fileName, runId }: Pick<RunReport, 'fileName' | 'runId'>, ending: string): string {
  const encoded = encodeURIComponent(`${fileName}${ending}`).replace(/['()*]/g, percentEncoded);
  const plain = `tongchou-${runId}${ending}`.replace(/[^\w.-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Characters that encodeURIComponent leaves and RFC 5987 does not allow in a name. */
function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
