import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  signInStateQuery,
  useMakeFirstAdministrator,
  type FirstAdministratorFields,
} from '#console/api/session-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { PersonFields } from '#console/form/person-fields.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { SessionCard } from '#console/session/session-card.tsx';

const NOTHING: FirstAdministratorFields = {
  token: '',
  login: '',
  name: '',
  department: 'health_insurance',
  place: '',
  password: '',
};

/** The first two administrators, each by a one-time token that the program printed when it started. */
export function SetUpPage(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(signInStateQuery);
  return (
    <SessionCard title={t('session.setUp')}>
      <p className="note">{t('session.setUpText')}</p>
      <QueryView query={query}>{({ isSetUpOpen }) => <SetUpForm isOpen={isSetUpOpen} />}</QueryView>
    </SessionCard>
  );
}

function SetUpForm({ isOpen }: { readonly isOpen: boolean }): ReactNode {
  const { t } = useTranslation();
  const make = useMakeFirstAdministrator();
  const [fields, setFields] = useState(NOTHING);
  const change = (changed: Partial<FirstAdministratorFields>): void => setFields({ ...fields, ...changed });
  const { token, login, name, place, password } = fields;
  const isReady = [token, login, name, place, password].every((text) => text.trim() !== '');
  return (
    <>
      <div aria-live="polite">
        {make.isSuccess ? <p className="done">{t('session.made', { login: make.data.login })}</p> : null}
      </div>
      {isOpen ? (
        <form
          className="fields-column"
          aria-label={t('session.setUp')}
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) make.mutate(fields, { onSuccess: () => setFields(NOTHING) });
          }}
        >
          <TextField
            label={t('session.token')}
            name="token"
            value={fields.token}
            onChange={(text) => change({ token: text.trim() })}
            maxLength={100}
            hint={t('session.tokenHint')}
          />
          <PersonFields person={fields} onChange={change} departments={['health_insurance', 'data']} />
          <TextField
            label={t('session.newPassword')}
            name="password"
            type="password"
            value={fields.password}
            onChange={(text) => change({ password: text })}
            maxLength={1000}
            autoComplete="new-password"
            hint={t('session.passwordHint')}
          />
          <div>
            <Button htmlType="submit" type="primary" loading={make.isPending} disabled={!isReady}>
              {t('session.make')}
            </Button>
          </div>
        </form>
      ) : (
        <p>{t('session.setUpOver')}</p>
      )}
      {make.isError ? <ProblemPanel error={make.error} /> : null}
      <Link to="/sign-in">{t('session.signIn')}</Link>
    </>
  );
}
