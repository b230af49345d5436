import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleId } from '#console/api/session-queries.ts';
import { holds, useAccount } from '#console/session/session.ts';
import '#console/fund/books.css';
import '#console/fund/office.css';
import '#console/rooms/years/years.css';

interface RoomFrameProps {
  readonly title: string;
  readonly text?: string;
  /** Who may see the page at all, and what the others are told. */
  readonly readers: readonly RoleId[];
  readonly notYours: string;
  /** The way back, above the title. */
  readonly back?: ReactNode;
  /** How it stands, beside the title. */
  readonly mark?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a page about years or budgets. */
export function RoomFrame(props: RoomFrameProps): ReactNode {
  const { title, text, readers, notYours, back, mark, actions, children } = props;
  const { t } = useTranslation();
  const mayRead = holds(useAccount(), readers);
  return (
    <div className="office-page fund-page">
      <title>{`${title} · ${t('product')}`}</title>
      {back === undefined ? null : <p className="screen-only">{back}</p>}
      <div className="page-header">
        <h1>
          {title} {mayRead ? mark : null}
        </h1>
        {mayRead ? actions : null}
      </div>
      {text === undefined ? null : <p className="note">{text}</p>}
      {mayRead ? children : <p className="office-none">{notYours}</p>}
    </div>
  );
}
