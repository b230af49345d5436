import { useTranslation } from 'react-i18next';
import { zh } from '#console/i18n/zh.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';

/** How a figure is written: which kind of text its field takes. */
export type FigureKind = 'amount' | 'count' | 'score' | 'truth' | 'choice';

const KINDS: Readonly<Record<string, FigureKind>> = {
  insured: 'count',
  assessmentScore: 'score',
  levyPaid: 'truth',
  breachesCorrected: 'truth',
  budgetMet: 'truth',
  budgetException: 'truth',
  enrolmentMet: 'truth',
  subsidyPaid: 'truth',
  gapCause: 'choice',
  emergencyCause: 'choice',
  kind: 'choice',
  class: 'choice',
};

/** What a field that takes a choice may hold. */
export const FIELD_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  gapCause: ['policy', 'emergency', 'proper', 'dependency', 'other'],
  emergencyCause: ['public_health', 'policy', 'other'],
  kind: ['county', 'district'],
  class: ['1', '2', '3'],
};

/** Fields that not every year has and that a person may add. */
export const EXTRA_FIELDS = [
  'bondsRealised',
  'sameLevelSubsidy',
  'breachLoss',
  'auditedPriorGap',
  'budgetException',
] as const;
export const RELEASE_CAUSES = ['epidemic', 'disaster', 'sudden'] as const;

const RECOVERY = 'recovery.';
const RELEASE = 'release.';

export function kindOf(field: string): FigureKind {
  return KINDS[field] ?? 'amount';
}

/** Names a field of a year; one that has no name yet is shown as it is, never hidden. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation();
  const poolName = usePoolName();
  return (field) => {
    if (field.startsWith(RECOVERY))
      return t('years.recoveryOf', { pool: poolName(field.slice(RECOVERY.length)) });
    if (field.startsWith(RELEASE)) {
      const cause = RELEASE_CAUSES.find((one) => one === field.slice(RELEASE.length));
      return t('years.releaseOf', { cause: cause === undefined ? field : t(`years.causes.${cause}`) });
    }
    return Object.hasOwn(zh.years.fields, field) ? t(`years.fields.${field as 'insured'}`) : field;
  };
}

/** Names a choice of a field. */
export function useOptionName(): (option: string) => string {
  const { t } = useTranslation();
  return (option) =>
    Object.hasOwn(zh.years.options, option) ? t(`years.options.${option as 'other'}`) : option;
}
