import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackViewBody } from '#contract/packs';
import { packFamilyQuery } from '#console/api/queries.ts';
import type { NewMatter } from '#console/api/year-queries.ts';
import {
  BLANK,
  OWN_PLAN,
  POINTS_AND_RESULT,
  RESULT,
  ScoreTable,
  type Scored,
} from '#console/fund/score-table.tsx';

/** Items as they are being scored, and what of each is typed. */
export interface ScoredItems {
  readonly rows: readonly Scored[];
  readonly asked: typeof RESULT | typeof POINTS_AND_RESULT | typeof OWN_PLAN;
}

interface AssessmentFieldsProps {
  readonly ground: { readonly pack: string; readonly year: number };
  readonly items: ScoredItems | undefined;
  readonly onChange: (items: ScoredItems) => void;
}

/** Scores a pool by the items of the year's policy; what the policy leaves open is typed from the plan of the year. */
export function AssessmentFields({ ground, items, onChange }: AssessmentFieldsProps): ReactNode {
  const { t } = useTranslation();
  const family = useQuery(packFamilyQuery(ground.pack)).data;
  if (family === undefined) return null;
  const { rows, asked } = items ?? plannedItems(family[0], ground.year);
  const isOwnPlan = asked === OWN_PLAN;
  return (
    <>
      <p className="note">
        {t('years.assessmentText')}{' '}
        {asked === RESULT ? null : t(isOwnPlan ? 'years.assessmentOwn' : 'years.assessmentPoints')}
      </p>
      <ScoreTable
        label={t('years.matterKinds.assessment')}
        rows={rows}
        asked={asked}
        onChange={(changed) => onChange({ rows: changed, asked })}
      />
      {isOwnPlan ? (
        <p>
          <Button onClick={() => onChange({ rows: [...rows, BLANK], asked })}>
            {t('budgets.addIndicator')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

/** The items of a pack at a year; an assumption of points stands in the fields and may be typed over. */
function plannedItems(pack: PackViewBody | undefined, year: number): ScoredItems {
  const assessment = pack?.assessment;
  if (assessment === undefined) return { rows: [BLANK], asked: OWN_PLAN };
  const value = pack?.values.find(({ name }) => name === assessment.points);
  const version = value?.versions
    .filter(({ from }) => from <= `${year}-01-01`)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  const rows = assessment.items.map(({ id, name }) => {
    const points = version?.figures.find(({ cell }) => cell === id)?.text ?? '';
    return { ...BLANK, id, zh: name.zh, en: name.en, points };
  });
  return { rows, asked: value?.kind === 'exact' ? RESULT : POINTS_AND_RESULT };
}

/** What is sent of them; undefined while something is missing. */
export function scoresOf({ rows, asked }: ScoredItems): NewMatter['content']['scores'] {
  if (rows.some((row) => asked.some(([member]) => row[member].trim() === ''))) return undefined;
  const isAsked = (member: keyof Scored): boolean => asked.some(([one]) => one === member);
  return rows.map(({ id, zh, en, points, score, evidence }) => ({
    item: id.trim(),
    score: score.trim(),
    evidence: evidence.trim(),
    ...(isAsked('points') ? { points: points.trim() } : {}),
    ...(isAsked('id') ? { name: { zh: zh.trim(), en: en.trim() } } : {}),
  }));
}
