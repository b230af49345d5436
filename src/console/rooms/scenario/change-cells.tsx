import type { ReactNode } from 'react';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { Change, OptionalChange } from '#console/api/scenario-queries.ts';
import { FigureButton } from '#console/explanation/figure-button.tsx';
import { Difference } from '#console/rooms/scenario/difference.tsx';
import { fenOf } from '#kernel/fen';

interface ChangeCellsProps {
  readonly change: Change | OptionalChange | undefined;
  readonly content: 'amount' | 'months';
  /** The scenario's figure leads to its explanation; a total has none. */
  readonly figure?: string;
  readonly name?: string;
}

/** Three cells of one figure: in the run, in the scenario, and the difference. */
export function ChangeCells({ change, content, figure, name = '' }: ChangeCellsProps): ReactNode {
  const { unit } = useUnit();
  const write = (text: string): string => (content === 'months' ? text : formatAmount(fenOf(text), unit));
  const show = (text: string | null): string => (text === null ? '—' : write(text).replace(/^-/, '−'));
  if (change === undefined) return <td className="measure-start" colSpan={3} />;
  const scenario = show(change.scenario);
  return (
    <>
      <td className="measure-start">{show(change.baseline)}</td>
      <td>
        {figure === undefined ? (
          scenario
        ) : (
          <FigureButton figure={figure} name={name} text={scenario} title={change.scenario ?? ''} />
        )}
      </td>
      <td>
        <Difference exact={change.difference} write={write} />
      </td>
    </>
  );
}
