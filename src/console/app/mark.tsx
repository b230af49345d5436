import type { ReactNode } from 'react';

interface MarkProps {
  readonly tone: 'good' | 'warn' | 'plain';
  readonly children: ReactNode;
}

/** A short mark, such as 已生效 or 合成数据: told by its words, in a colour of sufficient contrast besides. */
export function Mark({ tone, children }: MarkProps): ReactNode {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}
