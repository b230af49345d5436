import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FundFrame } from '#console/fund/fund-frame.tsx';
import { FUND_READERS } from '#console/fund/fund-roles.ts';

const PARTS = ['books', 'journal', 'approvals', 'openings'] as const;

interface BooksFrameProps {
  readonly part: (typeof PARTS)[number];
  /** Where the page is about one thing of the part, its name. */
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the books: sets of books, journal, restricted uses and openings. */
export function BooksFrame({ part, title, actions, children }: BooksFrameProps): ReactNode {
  const { t } = useTranslation();
  return (
    <FundFrame
      room={t('books.title')}
      parts={PARTS.map((one) => ({ to: `/fund/${one}`, label: t(`books.parts.${one}`) }))}
      title={title ?? t(`books.parts.${part}`)}
      text={t(`books.texts.${part}`)}
      readers={FUND_READERS}
      actions={actions}
    >
      {children}
    </FundFrame>
  );
}
