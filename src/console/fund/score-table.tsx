import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';

/** An item as it is being scored; all as typed. */
export interface Scored {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly points: string;
  readonly score: string;
  readonly evidence: string;
}

export const BLANK: Scored = { id: '', zh: '', en: '', points: '', score: '', evidence: '' };

type Asked = readonly (readonly [keyof Scored, string])[];

/** What is typed where the items are fixed. */
export const RESULT = [
  ['score', 'score'],
  ['evidence', 'evidence'],
] as const satisfies Asked;
/** Where the highest scores are those of the year's plan. */
export const POINTS_AND_RESULT = [['points', 'pointsMax'], ...RESULT] as const satisfies Asked;
/** Where the plan of the year brings the items too. */
export const OWN_PLAN = [
  ['id', 'indicatorId'],
  ['zh', 'indicatorZh'],
  ['en', 'indicatorEn'],
  ...POINTS_AND_RESULT,
] as const satisfies Asked;

interface ScoreTableProps {
  readonly label: string;
  readonly rows: readonly Scored[];
  readonly asked: typeof RESULT | typeof POINTS_AND_RESULT | typeof OWN_PLAN;
  readonly onChange: (rows: readonly Scored[]) => void;
}

/** Items with their highest scores, and fields for what is still to be said of them. */
export function ScoreTable({ label, rows, asked, onChange }: ScoreTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const isAsked = (member: keyof Scored): boolean => asked.some(([one]) => one === member);
  const stated = [
    ...(isAsked('id') ? [] : [{ label: t('budgets.indicator') }]),
    ...(isAsked('points') ? [] : [{ label: t('budgets.pointsMax'), isFigure: true }]),
  ];
  return (
    <FundTable
      label={label}
      columns={[...stated, ...asked.map(([, word]) => ({ label: t(`budgets.${word}`) }))]}
      none=""
      rows={rows.map((row, index) => (
        <tr key={index}>
          {isAsked('id') ? null : <th scope="row">{pick(row)}</th>}
          {isAsked('points') ? null : <td className="figure-cell">{row.points}</td>}
          {asked.map(([member, word]) => (
            <td key={member}>
              <Input
                aria-label={`${t(`budgets.${word}`)} ${index + 1}`}
                name={`${member}-${index}`}
                autoComplete="off"
                maxLength={2000}
                value={row[member]}
                onChange={(event) =>
                  onChange(
                    rows.map((one, at) => (at === index ? { ...one, [member]: event.target.value } : one)),
                  )
                }
              />
            </td>
          ))}
        </tr>
      ))}
    />
  );
}
