import { Button } from 'antd';
import type { ReactNode } from 'react';

interface ToggleButtonProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** What the page is for stands out; what can be done beside it is small. */
  readonly look?: 'primary' | 'small' | 'danger';
}

/** A button that opens what stands below it, most often a form, and closes it again. */
export function ToggleButton({ label, isOpen, onToggle, look }: ToggleButtonProps): ReactNode {
  return (
    <Button
      {...(look === 'primary' ? { type: 'primary' as const } : {})}
      {...(look === 'small' ? { size: 'small' as const } : {})}
      danger={look === 'danger'}
      aria-expanded={isOpen}
      onClick={() => onToggle(!isOpen)}
    >
      {label}
    </Button>
  );
}
