import type { PackSection } from '#application/packs/pack-content';
import type { Bilingual } from '#kernel/bilingual';

export const SECTION_WORDS: Readonly<Record<PackSection, Bilingual>> = {
  pack: { zh: '政策包', en: 'pack' },
  instruments: { zh: '文件', en: 'instruments' },
  clauses: { zh: '条款', en: 'clauses' },
  values: { zh: '值', en: 'values' },
  statistics: { zh: '统计量', en: 'statistics' },
  readings: { zh: '解读', en: 'readings' },
  axes: { zh: '维度', en: 'axes' },
  pools: { zh: '统筹区', en: 'pools' },
  pipeline: { zh: '调剂流程', en: 'pipeline' },
  other: { zh: '其他', en: 'other' },
};

/** A segment that says nothing to a reader. */
const SILENT: Bilingual = { zh: '', en: '' };

/** Words of path segments; those that say nothing are left out of the path, unknown ones stay as coded. */
const FIELD_WORDS: Readonly<Partial<Record<string, Bilingual>>> = {
  versions: SILENT,
  values: SILENT,
  cells: SILENT,
  with: SILENT,
  zh: { zh: '', en: '(Chinese)' },
  en: { zh: '（英文）', en: '' },
  value: { zh: '数值', en: 'figure' },
  low: { zh: '下限', en: 'lower bound' },
  high: { zh: '上限', en: 'upper bound' },
  employee: { zh: '职工', en: 'employees' },
  resident: { zh: '居民', en: 'residents' },
  retiree: { zh: '退休', en: 'retirees' },
  primary: { zh: '一级医院', en: 'level 1 hospital' },
  secondary: { zh: '二级医院', en: 'level 2 hospital' },
  tertiary: { zh: '三级医院', en: 'level 3 hospital' },
  kind: { zh: '性质', en: 'kind' },
  unit: { zh: '单位', en: 'unit' },
  axes: { zh: '维度', en: 'axes' },
  anchor: { zh: '适用时点', en: 'holds as on' },
  bounded_by: { zh: '受限于', en: 'bounded by' },
  options: { zh: '可选', en: 'options' },
  label: { zh: '名称', en: 'label' },
  name: { zh: '名称', en: 'name' },
  title: { zh: '名称', en: 'title' },
  status: { zh: '状态', en: 'status' },
  extends: { zh: '上位政策包', en: 'extends' },
  number: { zh: '文号', en: 'number' },
  issuer: { zh: '发文机关', en: 'issuer' },
  issued: { zh: '发文日期', en: 'issued' },
  effective: { zh: '施行日期', en: 'effective' },
  expires: { zh: '失效日期', en: 'expires' },
  instrument: { zh: '所属文件', en: 'instrument' },
  article: { zh: '条号', en: 'article' },
  paraphrase: { zh: '转述', en: 'paraphrase' },
  open: { zh: '另定事项', en: 'left open' },
  cite: { zh: '依据', en: 'cites' },
  clauses: { zh: '条款', en: 'clauses' },
  reading: { zh: '解读', en: 'reading' },
  readings: { zh: '解读', en: 'readings' },
  alternatives: { zh: '未采用的理解', en: 'alternative' },
  published: { zh: '公布', en: 'published' },
  source: { zh: '来源', en: 'source' },
  reliability: { zh: '可靠性', en: 'reliability' },
  linked: { zh: '挂钩统计量', en: 'linked to' },
  statistic: { zh: '统计量', en: 'statistic' },
  times: { zh: '倍数', en: 'times' },
  year_offset: { zh: '年差', en: 'years later' },
  round: { zh: '取整', en: 'rounding' },
  from: { zh: '起', en: 'from' },
  to: { zh: '止', en: 'to' },
  code: { zh: '代码', en: 'code' },
  schemes: { zh: '险种', en: 'insurance types' },
  first_year: { zh: '首年', en: 'first year' },
  order: { zh: '顺序', en: 'order' },
  mechanism: { zh: '机制', en: 'mechanism' },
};

/** `versions/2024-01-01/cells/employee` → 2024-01-01 职工, 2024-01-01 employees. */
export function fieldWords(field: string): Bilingual {
  const segments = field.split('/');
  const inLanguage = (language: keyof Bilingual): string =>
    segments
      .map((segment) => FIELD_WORDS[segment]?.[language] ?? segment)
      .filter((word) => word !== '')
      .join(' ');
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}
