import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Plain links to the run as a file: the browser keeps it under the name that the server gives. */
export function ExportButtons({ runId }: { readonly runId: string }): ReactNode {
  const { t } = useTranslation();
  const address = `/api/v1/runs/${encodeURIComponent(runId)}`;
  return (
    <>
      <Button
        className="screen-only"
        icon={<FileExcelOutlined aria-hidden />}
        href={`${address}/export.xlsx`}
        download
      >
        {t('exports.workbook')}
      </Button>
      <Button
        className="screen-only"
        icon={<FilePdfOutlined aria-hidden />}
        href={`${address}/export.pdf`}
        download
      >
        {t('exports.pdf')}
      </Button>
    </>
  );
}
