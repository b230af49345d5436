import type { NoticeFiles } from '#application/ports/notice-files';
import { noticePdf } from '#files/pdf/notice-pdf';

/** The builder behind the port `NoticeFiles`. */
export const noticeFiles: NoticeFiles = { pdf: noticePdf };
