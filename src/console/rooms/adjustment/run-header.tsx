import { ExperimentOutlined, PrinterOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { ExportButtons } from '#console/rooms/adjustment/export-buttons.tsx';
import { SchemeSwitch } from '#console/rooms/adjustment/scheme-switch.tsx';
import type { RunViewBody } from '#contract/runs';

/** Which place, year and insurance type, and the way to the other type. */
export function RunHeader({ view }: { readonly view: RunViewBody }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  const title = t('adjustmentTitle', {
    place: pick(view.place),
    year: view.run.year,
    scheme: labelOf('schemes', view.run.scheme),
  });
  return (
    <div className="page-header">
      <title>{`${title} · ${t('product')}`}</title>
      <h1>{title}</h1>
      <SchemeSwitch run={view.run} />
      <Link to="/runs/$runId/scenario" params={{ runId: view.run.id }} className="screen-only">
        <ExperimentOutlined aria-hidden /> {t('scenario.open')}
      </Link>
      <ExportButtons runId={view.run.id} />
      <Button className="screen-only" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}
