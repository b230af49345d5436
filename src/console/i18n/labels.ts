import { useTranslation } from 'react-i18next';
import { zh } from '#console/i18n/zh.ts';

/** Groups of messages whose keys are codes of the contract. */
type CodeGroup =
  | 'bearers'
  | 'cells'
  | 'choices'
  | 'clauseKinds'
  | 'conditions'
  | 'mechanisms'
  | 'reliability'
  | 'schemes'
  | 'stages'
  | 'stepArguments'
  | 'stepOptions'
  | 'topics'
  | 'unitNames'
  | 'valueKinds';

/** Names a code of the contract; a code that has no name yet is shown as it is, never hidden. */
export function useCodeLabel(): (group: CodeGroup, code: string) => string {
  const { t } = useTranslation();
  return (group, code) => {
    const key = `${group}.${code}`;
    return code in zh[group] ? t(key as 'stages.normal') : code;
  };
}
