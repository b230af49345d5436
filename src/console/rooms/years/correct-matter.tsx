import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import type { Matter } from '#console/api/year-queries.ts';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { MatterForm } from '#console/rooms/years/matter-form.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** Kinds of which a granted one is put right by another that names it. */
const CORRECTED: readonly Matter['kind'][] = ['emergency', 'handover'];

/** Asks for the correction of a granted matter, for a maker of its place; another person decides it. */
export function CorrectMatter({ matter }: { readonly matter: Matter }): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const pools = (useQuery(poolsQuery).data ?? []).filter(({ id }) => id === matter.pool);
  const [isOpen, setOpen] = useState(false);
  const { kind, decision, place, insuranceType, year, packId } = matter;
  if (decision !== 'granted' || !CORRECTED.includes(kind) || !holds(account, ['fund_maker'], place))
    return null;
  const ground = { own: undefined, insuranceType, year, pack: packId, pools };
  return (
    <>
      <ToggleButton label={t('years.correctMatter')} isOpen={isOpen} onToggle={setOpen} look="small" />
      {isOpen ? <MatterForm ground={ground} corrects={matter} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
