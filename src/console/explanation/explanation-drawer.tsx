import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { explanationQuery } from '#console/api/queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { FigureScopeContext, useFigureScope } from '#console/explanation/figure-scope.tsx';
import { FigureView } from '#console/explanation/figure-view.tsx';
import '#console/explanation/explanation.css';

/** Where the explanation of a figure is read: of the stored run, or of a scenario of it. */
type Explain = (figure: string) => ReturnType<typeof explanationQuery>;

interface ExplanationDrawerProps {
  readonly explain: Explain;
  readonly figure: string | undefined;
  readonly trail: readonly string[];
  readonly stepTo: (input: string) => void;
  readonly backTo: (step: number) => void;
  readonly close: () => void;
}

/** The explanation of one figure, at the side of the page; Escape or Back closes it. */
export function ExplanationDrawer(props: ExplanationDrawerProps): ReactNode {
  const { explain, figure, trail, stepTo, backTo, close } = props;
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
          <Explained explain={explain} figure={figure} trail={trail} backTo={backTo} />
        )}
      </FigureScopeContext>
    </Drawer>
  );
}

interface ExplainedProps {
  readonly explain: Explain;
  readonly figure: string;
  readonly trail: readonly string[];
  readonly backTo: (step: number) => void;
}

function Explained({ explain, figure, trail, backTo }: ExplainedProps): ReactNode {
  // The explanation of the walk's first figure holds every figure below it, so the walk reads nothing more.
  const query = useQuery(explain(trail[0] ?? figure));
  return (
    <QueryView query={query}>
      {(explanation) => (
        <FigureView explanation={explanation} figure={figure} trail={trail} backTo={backTo} />
      )}
    </QueryView>
  );
}
