import { yearNotice } from '#application/adjustment-year/year-notice';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { keepFile } from '#cli/fund/keep-file';
import { refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';
import { yearServices } from '#cli/year';

export interface NoticeFileOptions {
  readonly out: string;
  readonly ofVersion?: string;
}

export interface NoticeOptions extends NoticeFileOptions {
  readonly id: string;
  readonly kind: 'levy' | 'allocation';
  readonly pool: string;
}

/** `tongchou year notice`: the notice of remittance or allocation of one pool as a PDF; the same bytes for a version. */
export async function runYearNotice(
  services: CliServices,
  { out, ofVersion, ...asked }: NoticeOptions,
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const { identityStore, payoutStore } = store;
    const needs = { ...yearServices(services, store), identityStore, payoutStore };
    const version = ofVersion === undefined ? undefined : Number.parseInt(ofVersion, 10);
    const notice = await yearNotice(needs, MACHINE_SCOPE, { ...asked, version });
    if (!notice.allowed) return refused(services.terminal, notice.refusals);
    return keepFile(services, out, await services.noticeFiles.pdf(notice.value));
  });
}
