import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftForm } from '#console/api/budget-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { faulty, FieldFault } from '#console/rooms/budgets/field-fault.tsx';
import type { DraftState } from '#console/rooms/budgets/draft-state.ts';

interface DraftLinesProps {
  readonly form: DraftForm;
  readonly state: DraftState;
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (lines: DraftState['lines']) => void;
}

type Line = DraftForm['lines'][number];
const COLUMNS = ['line', 'part', 'method', 'past', 'given', 'source'] as const;

/** Every line of the standard table with how it is estimated, and what has to be stated for it. */
export function DraftLines({ form, state, faults, onChange }: DraftLinesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('budgets.lines')}</h3>
      <p className="note">{t('budgets.givenHint')}</p>
      <FundTable
        label={t('budgets.lines')}
        columns={COLUMNS.map((column) => ({ label: t(`budgets.${column}`) }))}
        none=""
        rows={form.lines.map((line) => (
          <LineRow
            key={line.key}
            line={line}
            faults={faults}
            commonSource={state.commonSource}
            typed={state.lines[line.key] ?? {}}
            onChange={(typed) => onChange({ ...state.lines, [line.key]: typed })}
          />
        ))}
      />
    </>
  );
}

type Typed = DraftState['lines'][string];

interface LineRowProps {
  readonly line: Line;
  readonly faults: ReadonlyMap<string, string>;
  readonly commonSource: string;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

function LineRow({ line, faults, commonSource, typed, onChange }: LineRowProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const poolName = usePoolName();
  const { key, part, ofPool, label, method } = line;
  const name = `${pick(label)} ${ofPool === null ? '' : poolName(ofPool)} ${t(`budgets.parts.${part}`)}`;
  const field = (member: 'past' | 'given' | 'source'): ReactNode => (
    <>
      <Input
        className={member === 'source' ? '' : 'amount-input pay-amount'}
        name={`${member}-${key}`}
        aria-label={`${t(`budgets.${member}`)} ${name}`}
        placeholder={member === 'source' ? commonSource : ''}
        autoComplete="off"
        maxLength={member === 'source' ? 2000 : 40}
        value={typed[member] ?? ''}
        {...faulty(faults.get(`${member}/${key}`))}
        onChange={(event) => onChange({ ...typed, [member]: event.target.value })}
      />
      <FieldFault text={faults.get(`${member}/${key}`)} />
    </>
  );
  return (
    <tr>
      <th scope="row">
        {pick(label)} {ofPool === null ? null : <span className="note">{poolName(ofPool)}</span>}
      </th>
      <td>{t(`budgets.parts.${part}`)}</td>
      <td>{t(`budgets.methods.${method}`)}</td>
      <td>{method === 'carried' ? field('past') : null}</td>
      <td>{field('given')}</td>
      <td>{field('source')}</td>
    </tr>
  );
}
