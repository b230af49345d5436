import { LinkOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bindingsQuery, useDecideBinding, useEndBinding, type Binding } from '#console/api/office-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { BindingForm } from '#console/rooms/office/binding-form.tsx';
import { DecisionButtons } from '#console/rooms/office/decision-buttons.tsx';
import { OfficeFrame } from '#console/rooms/office/office-frame.tsx';
import { OfficeTable } from '#console/rooms/office/office-table.tsx';
import { Person } from '#console/fund/person.tsx';
import { ReasonDialog } from '#console/rooms/office/reason-dialog.tsx';
import { Standing } from '#console/rooms/office/standing.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** Which subjects of the provider of identities are which users. */
export function BindingsPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const mayAct = holds(account, ['administrator']);
  const query = useQuery({ ...bindingsQuery, enabled: holds(account, ['administrator', 'auditor']) });
  const end = useEndBinding();
  const [isAsking, setAsking] = useState(false);
  const [ending, setEnding] = useState<string | undefined>();
  const ask = (
    <Button
      type="primary"
      icon={<LinkOutlined aria-hidden />}
      aria-expanded={isAsking}
      onClick={() => setAsking(!isAsking)}
    >
      {t('office.bindings.ask')}
    </Button>
  );
  const columns = (['person', 'subject', 'reason', 'requested', 'state'] as const).map((column) =>
    t(`office.bindings.${column}`),
  );
  return (
    <OfficeFrame part="bindings" actions={mayAct ? ask : null}>
      {isAsking ? <BindingForm onClose={() => setAsking(false)} /> : null}
      <QueryView query={query}>
        {(bindings) => (
          <OfficeTable
            columns={mayAct ? [...columns, t('office.actions')] : columns}
            none={t('office.bindings.none')}
            rows={bindings.map((binding) => (
              <BindingRow
                key={binding.id}
                binding={binding}
                mayAct={mayAct}
                onEnd={() => setEnding(binding.id)}
              />
            ))}
          />
        )}
      </QueryView>
      <ReasonDialog
        title={t('office.bindings.end')}
        text={t('office.bindings.endText')}
        confirm={t('office.bindings.end')}
        action={end}
        id={ending}
        onClose={() => setEnding(undefined)}
      />
    </OfficeFrame>
  );
}

interface BindingRowProps {
  readonly binding: Binding;
  readonly mayAct: boolean;
  readonly onEnd: () => void;
}

function BindingRow({ binding, mayAct, onEnd }: BindingRowProps): ReactNode {
  const { t } = useTranslation();
  const decide = useDecideBinding();
  const ownId = useAccount()?.userId;
  const { id, userId, issuer, subject, reason, requestedBy, requestedAt, state } = binding;
  const isOpen = state === 'requested' || state === 'confirmed';
  return (
    <tr className={isOpen ? '' : 'row-over'}>
      <th scope="row">
        <Person id={userId} />
      </th>
      <td className="log-record">
        <code>{subject}</code>
        <div className="note">{issuer}</div>
      </td>
      <td className="reason">{reason}</td>
      <td>
        <Person id={requestedBy} />
        <div className="note">
          <RecordedAt instant={requestedAt} />
        </div>
      </td>
      <td>
        <Standing state={state} />
      </td>
      {mayAct ? (
        <td>
          {state === 'requested' ? (
            <DecisionButtons
              id={id}
              barred={[requestedBy, userId]}
              ownId={ownId}
              decide={decide}
              about={subject}
            />
          ) : null}{' '}
          {isOpen ? (
            <Button onClick={onEnd}>
              {t(state === 'requested' ? 'office.grants.takeBack' : 'office.bindings.end')}
            </Button>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}
