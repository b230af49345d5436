import type { FigureOrigin } from '#application/runs/run-input';
import {
  BUDGET_EXCEPTION,
  findFigure,
  FUND_SUBJECT,
  isBudgetExcepted,
  type FigureSource,
  type YearFigure,
} from '#domain/adjustment-year/figure';
import { present } from '#kernel/assert';

/** Lists the source of each figure of a frozen year, by the node that explains it in the run. */
export function figureOrigins(figures: readonly YearFigure[]): Readonly<Record<string, FigureOrigin>> {
  return Object.fromEntries(
    figures.map(({ subject, field, source }) => [
      nodeOf(subject, field),
      { origin: 'given', basis: basisOf(source) + exceptionOf(figures, subject, field) } as const,
    ]),
  );
}

/** Names the exception by which a missed budget passes for met (JX-2.5). */
function exceptionOf(figures: readonly YearFigure[], subject: string, field: string): string {
  if (field !== 'budgetMet' || !isBudgetExcepted(figures, subject)) return '';
  const exception = present(findFigure(figures, subject, BUDGET_EXCEPTION), 'the exception');
  return `; 例外 exception: ${basisOf(exception.source)}`;
}

const CONDITIONS: readonly string[] = [
  'levyPaid',
  'breachesCorrected',
  'budgetMet',
  'enrolmentMet',
  'subsidyPaid',
];

function nodeOf(subject: string, field: string): string {
  if (subject === FUND_SUBJECT) return `given/fund/${field}`;
  return CONDITIONS.includes(field) ? `condition/${field}/${subject}` : `given/${field}/${subject}`;
}

function basisOf(source: FigureSource): string {
  switch (source.kind) {
    case 'ledger':
      return `账本 ledger: ${source.basis}; 区块 block ${source.block ?? '—'}, ${source.through}`;
    case 'matters':
      return `事项 matters: ${source.basis} ${source.matters.join(' ')}`.trim();
    case 'budget':
      return `预算 budget: ${source.basis}`;
    case 'supervision':
      return `监督检查 supervision: ${source.cases.join(' ')}`;
    case 'attested':
      return `材料 document: ${source.document}, sha256 ${source.documentHash}`;
  }
}
