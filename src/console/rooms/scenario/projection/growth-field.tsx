import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrowthFault } from '#console/rooms/scenario/projection/growth-text.ts';

interface GrowthFieldProps {
  readonly name: string;
  readonly label: string;
  readonly typed: string;
  readonly suffix: string;
  readonly placeholder?: string;
  readonly fault: GrowthFault | undefined;
  readonly onType: (text: string) => void;
}

/** A field with its unit, and below it what is wrong with what was typed. */
export function GrowthField({
  name,
  label,
  typed,
  suffix,
  placeholder = '',
  fault,
  onType,
}: GrowthFieldProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="scenario-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        suffix={suffix}
        placeholder={placeholder}
        {...(fault === undefined ? {} : { status: 'error' as const })}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        onChange={(event) => onType(event.target.value.trim())}
      />
      <p id={`${id}-fault`} className="scenario-fault" role="alert">
        {fault === undefined ? '' : `⚠ ${t(`projection.faults.${fault}`)}`}
      </p>
    </div>
  );
}
