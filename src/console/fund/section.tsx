import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly text?: string;
  /** Beside the title, such as the unit or a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, text, aside, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className="fund-section" aria-labelledby={id}>
      <div className="section-title">
        <h2 id={id}>{title}</h2>
        {text === undefined ? null : <span className="note">{text}</span>}
        {aside}
      </div>
      {children}
    </section>
  );
}
