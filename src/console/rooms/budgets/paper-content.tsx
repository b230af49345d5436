import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetPaper, BudgetView } from '#console/api/budget-queries.ts';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useFigureScope } from '#console/explanation/figure-scope.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { FinalAccount } from '#console/rooms/budgets/final-account.tsx';
import { keyOfLine, useLineLabel } from '#console/rooms/budgets/line-key.ts';
import { readAmendment, readCites, readEvaluation } from '#console/rooms/budgets/stored-content.ts';

interface PaperContentProps {
  readonly view: BudgetView;
  readonly paper: BudgetPaper;
}

/** What a paper says, by its kind. */
export function PaperContent({ view, paper }: PaperContentProps): ReactNode {
  switch (paper.kind) {
    case 'amendment':
      return <Amendment view={view} paper={paper} />;
    case 'final_account':
      return (
        <>
          <FinalAccount paper={paper} />
          <Cites ids={readCites(paper.content)} />
        </>
      );
    case 'evaluation':
      return <Evaluation paper={paper} />;
  }
}

function Amendment({ view, paper }: PaperContentProps): ReactNode {
  const { t } = useTranslation();
  const labelOf = useLineLabel(view.current);
  const { changes, cite } = readAmendment(paper.content);
  const order = (view.current?.lines ?? []).map(keyOfLine);
  return (
    <>
      <FundTable
        label={t('budgets.paperKinds.amendment')}
        columns={[
          { label: t('budgets.line') },
          { label: t('budgets.before'), isFigure: true },
          { label: t('budgets.after'), isFigure: true },
        ]}
        none=""
        rows={Object.entries(changes)
          .toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
          .map(([key, { before, after }]) => (
            <tr key={key}>
              <th scope="row">{labelOf(key)}</th>
              <td className="figure-cell">
                <Money yuan={before} />
              </td>
              <td className="figure-cell">
                <Money yuan={after} />
              </td>
            </tr>
          ))}
      />
      <Cites ids={cite} />
    </>
  );
}

function Evaluation({ paper }: { readonly paper: BudgetPaper }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { scores, total, highest, use, cite } = readEvaluation(paper.content);
  return (
    <>
      <FundTable
        label={t('budgets.paperKinds.evaluation')}
        columns={[
          { label: t('budgets.indicator') },
          { label: t('budgets.pointsMax'), isFigure: true },
          { label: t('budgets.score'), isFigure: true },
          { label: t('budgets.evidence') },
        ]}
        none=""
        rows={scores.map(({ id, name, points, score, evidence }) => (
          <tr key={id}>
            <th scope="row">{pick(name)}</th>
            <td className="figure-cell">{points}</td>
            <td className="figure-cell">{score}</td>
            <td className="words">{evidence}</td>
          </tr>
        ))}
      />
      <p>
        <strong>{t('budgets.total', { total, highest })}</strong> · {t('budgets.use')}: {use}
      </p>
      <Cites ids={cite} />
    </>
  );
}

function Cites({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { packId } = useFigureScope();
  return (
    <p>
      {ids.map((id) => (
        <ClauseLink key={id} id={id} packId={packId} />
      ))}
    </p>
  );
}
