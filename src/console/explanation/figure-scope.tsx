import { createContext, use } from 'react';
import type { ExplainedNode } from '#console/api/queries.ts';
import { subjectOf } from '#console/explanation/tree.ts';
import { useLanguage } from '#console/i18n/language.ts';
import type { Bilingual } from '#kernel/bilingual';

/** What a figure needs of the page it stands on. */
interface FigureScope {
  readonly packId: string;
  /** Names of pools by id. */
  readonly poolNames: ReadonlyMap<string, Bilingual>;
  /** Opens the explanation of a figure. */
  readonly openFigure: (figure: string) => void;
}

export const FigureScopeContext = createContext<FigureScope>({
  packId: '',
  poolNames: new Map(),
  openFigure: () => undefined,
});

export function useFigureScope(): FigureScope {
  return use(FigureScopeContext);
}

/** Names a figure: its label, and the pool that it is about. */
export function useNodeName(): (node: Pick<ExplainedNode, 'id' | 'label'>) => string {
  const { poolNames } = useFigureScope();
  const { pick } = useLanguage();
  return ({ id, label }) => {
    const pool = poolNames.get(subjectOf(id));
    return pool === undefined ? pick(label) : `${pick(pool)} · ${pick(label)}`;
  };
}
