import { markdownText } from '#application/packs/markdown';
import { wordOf } from '#application/packs/pack-words';
import { BEARER_LABELS } from '#domain/adjustment/bearer-labels';
import { findValue, type Pack } from '#rules/pack/pack';
import type { RawStep } from '#rules/pack/raw-pack';

/** An argument in words; undefined where the pack does not fill it. */
type ArgumentWords = (argument: string) => string | undefined;

/** What each mechanism does, in one sentence filled with the pack's arguments. */
const SENTENCES = new Map<string, (words: ArgumentWords) => string>([
  [
    'levy',
    (words) =>
      `各统筹区按${words('base') ?? '规定基数'}乘${words('rate') ?? '规定比例'}上解。${when(
        words('pause'),
        (pause) =>
          `调剂金年初结余达到全部上解基数的${pause}时，当年停止上解（${words('pause_cite') ?? ''}）。`,
      )}`,
  ],
  ['deficit_cover', () => '上解后结余为负的统筹区，由当地财政全额补足赤字；未补足的不得调剂。'],
  ['conditions', (words) => `统筹区须同时满足下列条件，缺一不得调剂：${words('conditions') ?? ''}。`],
  [
    'recovery_return',
    (words) =>
      `异地就医追回款全额进入调剂金，按${words('care_share') ?? '规定比例'}返还就医地，按${words('insured_share') ?? '规定比例'}返还参保地，其余留在调剂金。`,
  ],
  [
    'top_up_to_months',
    (words) =>
      `可支付月数低于${words('target') ?? '规定月数'}的统筹区，补足到该月数；资金不足时的办法：${words('shortage') ?? '未定'}。`,
  ],
  [
    'emergency',
    (words) =>
      `因${words('causes') ?? '规定事由'}支付困难的统筹区可以申请紧急调剂，按实际需要拨付；资金不足时的办法：${words('shortage') ?? '未定'}。`,
  ],
  [
    'share_of_remainder',
    (words) =>
      `当年流入的剩余部分，按${words('share') ?? '规定比例'}激励未得正常调剂和紧急调剂的统筹区，分配依据：${words('key') ?? '未定'}。`,
  ],
  [
    'share_gap',
    (words) =>
      `因${words('causes') ?? '规定成因'}形成的当年收支缺口，调剂金按${words('share') ?? '规定比例'}分担；缺口分档见${words('gap_floor') ?? '规定'}，考核分档见${words('score_floor') ?? '规定'}${when(words('levy_multiple'), (multiple) => `；分担额不超过上年上解额乘${multiple}`)}；总额超过调剂金时按比例缩减。`,
  ],
  [
    'reserve',
    (words) =>
      `按${words('share') ?? '规定比例'}从当年上解中提取风险储备，调剂金的利息和其他收入一并计入；储备只因${words('causes') ?? '规定事由'}动用。`,
  ],
  ['breach_loss', () => '违规支出的损失由当地财政弥补，不由调剂金承担。'],
  [
    'distribute_all',
    () => '除风险储备外，调剂金当年全部分配：先按上解后缺口分配，以缺口为限；再有剩余的按参保人数分配。',
  ],
  ['residual', (words) => `调剂后仍有的缺口，依次由下列来源承担：${words('order') ?? ''}。`],
  [
    'full_pooling',
    (words) =>
      `统收统支：各县（市、区）收入全额上缴，支出由市级全额拨付；缺口由市级按${words('city_share') ?? '规定比例'}承担，其余由各地历年结余或财政承担。`,
  ],
]);

/** Words of the mechanisms' own options. */
export const OPTION_WORDS: Readonly<Partial<Record<string, string>>> = {
  ...Object.fromEntries(Object.entries(BEARER_LABELS).map(([bearer, label]) => [bearer, label.zh])),
  collections: '当年征缴收入',
  priorCollections: '上年征缴收入',
  revenue: '当年基金收入',
  levyPaid: '及时足额上解',
  breachesCorrected: '违规问题已整改',
  budgetMet: '预算收支达标',
  enrolmentMet: '完成参保任务',
  subsidyPaid: '财政补助及时到位',
  public_health: '公共卫生突发事件',
  policy: '政策调整',
  emergency: '突发应急支付',
  proper: '其他合理支出',
  dependency: '赡养比上升',
  epidemic: '疫情',
  disaster: '灾害',
  sudden: '其他突发情况',
};

/**
 * One step of the pipeline as a Chinese sentence. A mechanism that has no sentence yet is named with what
 * fills it, so that nothing of the pipeline is left out.
 */
export function stepSentence(pack: Pack, step: RawStep): string {
  const words: ArgumentWords = (name) => {
    const argument = step.with?.[name];
    return argument === undefined ? undefined : argumentWords(pack, argument);
  };
  const sentence = SENTENCES.get(step.mechanism);
  if (sentence !== undefined) return sentence(words);
  const filled = Object.keys(step.with ?? {}).map((name) => `${name}：${words(name) ?? ''}`);
  return `机制 ${step.mechanism}${filled.length === 0 ? '' : `（${filled.join('；')}）`}。`;
}

function argumentWords(pack: Pack, argument: string | readonly string[]): string {
  if (typeof argument !== 'string') return argument.map((option) => wordOf(OPTION_WORDS, option)).join('、');
  const value = findValue(pack, argument);
  return value === undefined
    ? wordOf(OPTION_WORDS, argument)
    : `「${markdownText(value.label.zh)}」（\`${argument}\`）`;
}

function when(words: string | undefined, text: (words: string) => string): string {
  return words === undefined ? '' : text(words);
}
