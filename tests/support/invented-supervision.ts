import type { FileOverrides } from '#tests/support/invented-pack';

/** The lines and stages by which the invented province supervises its funds. */
export const SUPERVISION = `supervision:
  cite: [YH-3]
  stages:
    - { id: using, name: { zh: 使用, en: Using } }
    - { id: settling, name: { zh: 结算, en: Settling } }
  lines:
    - { id: off_site, name: { zh: 异地就医监管, en: Off-site care }, kind: off_site, cite: [YH-3] }
    - { id: joint, name: { zh: 部门联合监管, en: Joint departments }, kind: joint, cite: [YH-3] }
    - { id: routine, name: { zh: 日常监管, en: Routine }, cite: [YH-3] }
`;

export const inventedSupervision = (text = SUPERVISION): FileOverrides => ({ 'supervision.yaml': text });
