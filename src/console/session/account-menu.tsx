import { LoginOutlined, UserOutlined } from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import { Button, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readBack } from '#console/session/back-search.ts';
import { useAccount } from '#console/session/session.ts';
import { SignOutButton } from '#console/session/sign-out-button.tsx';
import { WhoFacts } from '#console/session/who-facts.tsx';
import '#console/session/session.css';

/** In the top bar: who is signed in, with roles and places, or the way to sign in. */
export function AccountMenu(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const { href } = useLocation();
  const [isOpen, setOpen] = useState(false);
  if (account === undefined) {
    return (
      <Link to="/sign-in" search={readBack({ back: href })} className="who">
        <LoginOutlined aria-hidden />
        {t('session.signIn')}
      </Link>
    );
  }
  const close = (): void => setOpen(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      title={account.name}
      content={
        <div
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <WhoFacts account={account} />
          <div className="who-actions">
            <Link to="/account" onClick={close}>
              {t('session.account')}
            </Link>
            <SignOutButton onDone={close} />
          </div>
        </div>
      }
    >
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-expanded={isOpen} aria-haspopup="dialog">
        {account.name}
      </Button>
    </Popover>
  );
}
