import { FileExcelOutlined, FilePdfOutlined, PrinterOutlined, RedoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRedraw, type DrawnUnit } from '#console/api/statement-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';

interface KeptActionsProps {
  readonly id: string;
  readonly unit: DrawnUnit;
}

/** The kept statement as a workbook, as a PDF, on paper, and drawn again from the ledger. */
export function KeptActions({ id, unit }: KeptActionsProps): ReactNode {
  const { t } = useTranslation();
  const redraw = useRedraw();
  const address = `/api/v1/statements/${encodeURIComponent(id)}`;
  return (
    <>
      <span className="row-actions screen-only">
        <Button
          icon={<FileExcelOutlined aria-hidden />}
          href={`${address}/export.xlsx?unit=${unit}`}
          download
        >
          {t('exports.workbook')}
        </Button>
        <Button icon={<FilePdfOutlined aria-hidden />} href={`${address}/export.pdf?unit=${unit}`} download>
          {t('exports.pdf')}
        </Button>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('statements.print')}
        </Button>
        <Button
          icon={<RedoOutlined aria-hidden />}
          loading={redraw.isPending}
          onClick={() => redraw.mutate(id)}
        >
          {t('statements.redraw')}
        </Button>
        <span aria-live="polite">
          {redraw.data === undefined ? null : (
            <Mark tone={redraw.data.isSame ? 'good' : 'warn'}>
              {t(redraw.data.isSame ? 'statements.isSame' : 'statements.isOther')}
            </Mark>
          )}
        </span>
      </span>
      {redraw.isError ? <ProblemPanel error={redraw.error} /> : null}
    </>
  );
}
