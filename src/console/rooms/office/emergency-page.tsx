import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { emergencyQuery } from '#console/api/office-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { EmergencyForm } from '#console/rooms/office/emergency-form.tsx';
import { EmergencyRow } from '#console/rooms/office/emergency-row.tsx';
import { OfficeFrame } from '#console/rooms/office/office-frame.tsx';
import { OfficeTable } from '#console/rooms/office/office-table.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** Emergency access: anyone takes it in an own role, with a reason; auditors review what others took. */
export function EmergencyPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const mayReview = holds(account, ['auditor']);
  const [isTaking, setTaking] = useState(false);
  const take = (
    <ToggleButton label={t('office.emergency.take')} isOpen={isTaking} onToggle={setTaking} look="danger" />
  );
  return (
    <OfficeFrame part="emergency" actions={take}>
      {isTaking && account !== undefined ? (
        <EmergencyForm account={account} onClose={() => setTaking(false)} />
      ) : null}
      {mayReview ? <TakenAccess /> : <p className="office-none">{t('office.emergency.forAuditors')}</p>}
    </OfficeFrame>
  );
}

function TakenAccess(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(emergencyQuery);
  const columns = (['person', 'role', 'place', 'reason', 'time', 'finding'] as const).map((column) =>
    t(`office.emergency.${column}`),
  );
  return (
    <QueryView query={query}>
      {(accesses) => (
        <OfficeTable
          columns={columns}
          none={t('office.emergency.none')}
          rows={accesses.map((access) => (
            <EmergencyRow key={access.id} access={access} />
          ))}
        />
      )}
    </QueryView>
  );
}
