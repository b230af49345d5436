import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { explanationQuery } from '#console/api/queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { FigureScopeContext, useFigureScope } from '#console/explanation/figure-scope.tsx';
import { FigureView } from '#console/explanation/figure-view.tsx';
import '#console/explanation/explanation.css';

interface ExplanationDrawerProps {
  readonly runId: string;
  readonly figure: string | undefined;
  readonly trail: readonly string[];
  readonly stepTo: (input: string) => void;
  readonly backTo: (step: number) => void;
  readonly close: () => void;
}

/** The explanation of one figure of a run, at the side of the page; Escape or Back closes it. */
export function ExplanationDrawer(props: ExplanationDrawerProps): ReactNode {
  const { runId, figure, trail, stepTo, backTo, close } = props;
  const { t } = useTranslation();
  const scope = useFigureScope();
  const inside = useMemo(() => ({ ...scope, openFigure: stepTo }), [scope, stepTo]);
  return (
    <Drawer
      open={figure !== undefined}
      onClose={close}
      size={600}
      title={t('explanation.title')}
      aria-label={t('explanation.title')}
      rootClassName="explanation"
      destroyOnHidden
    >
      <FigureScopeContext value={inside}>
        {figure === undefined ? null : (
          <Explained runId={runId} figure={figure} trail={trail} backTo={backTo} />
        )}
      </FigureScopeContext>
    </Drawer>
  );
}

interface ExplainedProps {
  readonly runId: string;
  readonly figure: string;
  readonly trail: readonly string[];
  readonly backTo: (step: number) => void;
}

function Explained({ runId, figure, trail, backTo }: ExplainedProps): ReactNode {
  // The explanation of the walk's first figure holds every figure below it, so the walk reads nothing more.
  const query = useQuery(explanationQuery(runId, trail[0] ?? figure));
  return (
    <QueryView query={query}>
      {(explanation) => (
        <FigureView explanation={explanation} figure={figure} trail={trail} backTo={backTo} />
      )}
    </QueryView>
  );
}
