import { Button } from 'antd';
import type { ReactNode } from 'react';
import { holds, useAccount } from '#console/session/session.ts';

interface StartButtonProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Opens the form by which a maker proposes something; nobody else is shown it. */
export function StartButton({ label, isOpen, onToggle }: StartButtonProps): ReactNode {
  const mayAct = holds(useAccount(), ['fund_maker']);
  if (!mayAct) return null;
  return (
    <Button className="screen-only" type="primary" aria-expanded={isOpen} onClick={onToggle}>
      {label}
    </Button>
  );
}
