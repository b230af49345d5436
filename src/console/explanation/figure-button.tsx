import type { ReactNode } from 'react';
import { useFigureScope } from '#console/explanation/figure-scope.tsx';
import '#console/explanation/explanation.css';

interface FigureButtonProps {
  /** The explained node behind the figure. */
  readonly figure: string;
  /** What the figure is, for those who cannot see where it stands. */
  readonly name: string;
  /** The figure as it is shown, in words where the sight of it says more. */
  readonly text: string;
  readonly className?: string;
  readonly title?: string;
  readonly children?: ReactNode;
}

/** A figure that opens its explanation: a real button in the figure's own type. */
export function FigureButton({
  figure,
  name,
  text,
  className = '',
  title,
  children,
}: FigureButtonProps): ReactNode {
  const { openFigure } = useFigureScope();
  return (
    <button
      type="button"
      className={`figure ${className}`}
      aria-label={`${name} ${text}`}
      aria-haspopup="dialog"
      data-figure={figure}
      title={title}
      onClick={() => openFigure(figure)}
    >
      {children ?? text}
    </button>
  );
}
