import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course, CourseId, ProjectionResult, SchemeId } from '#console/api/fund-projection-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { UnitNote } from '#console/fund/unit-note.tsx';

interface CourseSwitchesProps {
  readonly result: ProjectionResult;
  readonly own: Course;
  readonly course: CourseId;
  readonly pool: string;
  readonly onChoose: (next: {
    readonly course?: CourseId;
    readonly scheme?: SchemeId;
    readonly pool?: string;
  }) => void;
}

/** Which course, insurance type and pool are shown; a choice of one is not offered. */
export function CourseSwitches({ result, own, course, pool, onChoose }: CourseSwitchesProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const schemes = result.baseline.schemes.map(({ scheme }) => scheme as SchemeId);
  return (
    <div className="projection-switches screen-only">
      {result.scenario === null ? null : (
        <Segmented
          aria-label={t('fundProjections.page.course')}
          name="course"
          value={course}
          options={[
            { value: 'baseline' as const, label: t('fundProjections.page.baseline') },
            { value: 'scenario' as const, label: result.scenario.name },
          ]}
          onChange={(next) => onChoose({ course: next })}
        />
      )}
      {schemes.length < 2 ? null : (
        <Segmented
          aria-label={t('fundProjections.page.scheme')}
          name="scheme"
          value={own.scheme as SchemeId}
          options={schemes.map((value) => ({ value, label: t(`schemes.${value}`) }))}
          onChange={(next) => onChoose({ scheme: next })}
        />
      )}
      <ChoiceField
        label={t('fundProjections.page.pool')}
        value={pool}
        options={own.firstYears.pools.map(({ id, name }) => ({ value: id, label: pick(name) }))}
        onChange={(next) => (next === undefined ? undefined : onChoose({ pool: next }))}
      />
      <UnitNote />
    </div>
  );
}
