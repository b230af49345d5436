import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { booksQuery, type Books, type BooksOf } from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';

interface BooksChoiceProps {
  readonly value: BooksOf | undefined;
  readonly onChange: (books: BooksOf | undefined) => void;
  readonly isOptional?: boolean;
  /** Which books are offered; all unless told. */
  readonly offers?: (books: Books) => boolean;
}

/** Chooses one pool's books of one insurance type among the own ones. */
export function BooksChoice({
  value,
  onChange,
  isOptional = false,
  offers = () => true,
}: BooksChoiceProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const all = (useQuery(booksQuery).data ?? []).filter(offers);
  return (
    <ChoiceField
      label={t('books.books')}
      value={value === undefined ? undefined : keyOfBooks(value)}
      options={all.map((books) => ({
        value: keyOfBooks(books),
        label: `${pick(books.name)} · ${t(`schemes.${books.insuranceType}`)}`,
      }))}
      placeholder={t(isOptional ? 'books.anyBooks' : 'office.choose')}
      isOptional={isOptional}
      onChange={(key) => {
        const found = all.find((books) => keyOfBooks(books) === key);
        onChange(found === undefined ? undefined : { pool: found.pool, insuranceType: found.insuranceType });
      }}
    />
  );
}

export function keyOfBooks({ pool, insuranceType }: BooksOf): string {
  return `${pool} ${insuranceType}`;
}
