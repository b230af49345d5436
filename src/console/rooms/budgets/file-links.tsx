import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrawnUnit } from '#console/rooms/statements/use-drawn-unit.ts';

interface FileLinksProps {
  /** What the files are, for who hears the buttons apart. */
  readonly name: string;
  /** Address without its ending. */
  readonly address: string;
  readonly query?: string;
}

/** The same form as a workbook and as a PDF, in the unit that is chosen. */
export function FileLinks({ name, address, query = '' }: FileLinksProps): ReactNode {
  const { t } = useTranslation();
  const unit = useDrawnUnit();
  const asked = `unit=${unit}${query === '' ? '' : `&${query}`}`;
  return (
    <span className="row-actions screen-only">
      <Button
        icon={<FileExcelOutlined aria-hidden />}
        aria-label={`${name} ${t('exports.workbook')}`}
        href={`${address}/export.xlsx?${asked}`}
        download
      >
        {t('exports.workbook')}
      </Button>
      <Button
        icon={<FilePdfOutlined aria-hidden />}
        aria-label={`${name} ${t('exports.pdf')}`}
        href={`${address}/export.pdf?${asked}`}
        download
      >
        {t('exports.pdf')}
      </Button>
    </span>
  );
}
