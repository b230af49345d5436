import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { watchFund } from '#application/monitoring/watch-fund';
import { watchView, type WatchView } from '#application/monitoring/watch-view';
import { LEVEL_WORDS, wordOf } from '#application/rendering/record-words';
import { amount, listText, text, type ListColumn } from '#application/rendering/list-text';
import { note, notClosed, print, type ListOptions } from '#cli/print';
import { conclude, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';
import type { InsuranceType } from '#kernel/insurance-type';

export interface MonitorOptions extends ListOptions {
  readonly type: InsuranceType;
  readonly month: string;
  readonly pack: string;
}

/** `tongchou monitor`: what a pool, or every pool of a fund, is watched by at a month's end; status 1 where one warns. */
export async function runMonitor(
  services: CliServices,
  subject: string,
  { type: insuranceType, month, pack, ...options }: MonitorOptions,
): Promise<ExitStatus> {
  const { source, hash, terminal } = services;
  return withStore(services, async (store) => {
    const asked = { subject, insuranceType, month, pack };
    const watched = await watchFund({ ...store, source, hash }, MACHINE_SCOPE, asked);
    if (!watched.allowed) return conclude(terminal, watched, () => undefined);
    const view = watchView(watched.value);
    print(services, options, view, (chosen) => listText(chosen, columnsOf(view), view.rows));
    const open = view.open.join(', ');
    if (open !== '') note(terminal, notClosed(open));
    return view.rows.some(({ figures }) => figures.some(({ level }) => level === 'warning')) ? 1 : 0;
  });
}

function columnsOf({ indicators }: WatchView): readonly ListColumn<WatchView['rows'][number]>[] {
  return [
    text('统筹区', 'pool', ({ name }) => name),
    amount('累计结余', 'balance', ({ balance }) => balance),
    amount('近十二个月收入', 'income of 12 months', ({ income }) => income),
    amount('近十二个月支出', 'spent in 12 months', ({ expenditure }) => expenditure),
    amount('已确认未支付', 'settled and unpaid', ({ unpaid }) => unpaid),
    ...indicators.flatMap(({ indicator, name }) => [
      amount<WatchView['rows'][number]>(name.zh, name.en, ({ figures }) => {
        return figures.find((one) => one.indicator === indicator)?.figure ?? null;
      }),
      text<WatchView['rows'][number]>('等级', 'level', ({ figures }) => {
        const level = figures.find((one) => one.indicator === indicator)?.level ?? null;
        return level === null ? null : wordOf(LEVEL_WORDS, level);
      }),
    ]),
  ];
}
