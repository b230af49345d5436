import { FilePdfOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PoolShare } from '#console/api/year-queries.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { useLineName } from '#console/rooms/years/line-names.ts';
import { noticeAddress } from '#console/rooms/years/notices-section.tsx';
import { YearRemarks } from '#console/rooms/years/year-remarks.tsx';
import { Section } from '#console/fund/section.tsx';

/** What years of a fund above decided for the own pools, with their notices; the years themselves are the fund's. */
export function PoolShares({ shares }: { readonly shares: readonly PoolShare[] }): ReactNode {
  const { t } = useTranslation();
  const texts = (['pool', 'scheme', 'year', 'line'] as const).map((column) => ({
    label: t(`years.${column}`),
  }));
  const figures = (['due', 'paid', 'left'] as const).map((column) => ({
    label: t(`years.${column}`),
    isFigure: true,
  }));
  return (
    <Section title={t('years.shares')} text={t('years.sharesText')} aside={<UnitNote />}>
      <FundTable
        label={t('years.shares')}
        columns={[...texts, ...figures, { label: t('years.notices') }]}
        none=""
        rows={shares.flatMap((share) =>
          (share.lines.length === 0 ? [undefined] : share.lines).map((line, index) => (
            <ShareRow
              key={`${share.yearId} ${share.pool} ${line?.id}`}
              share={share}
              line={line}
              isFirst={index === 0}
            />
          )),
        )}
      />
    </Section>
  );
}

interface ShareRowProps {
  readonly share: PoolShare;
  /** A line; none where the year moves no money of the pool. */
  readonly line: PoolShare['lines'][number] | undefined;
  readonly isFirst: boolean;
}

function ShareRow({ share, line, isFirst }: ShareRowProps): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const lineName = useLineName();
  const { yearId: id, version, pool, notices, lines, remarks } = share;
  const amounts = line === undefined ? [] : [line.due, line.paid, line.open];
  return (
    <tr>
      <th scope="row">{poolName(pool)}</th>
      <td>{t(`schemes.${share.insuranceType}`)}</td>
      <td>{share.year}</td>
      <td>
        {line === undefined ? null : lineName(line)}
        {isFirst ? <YearRemarks remarks={remarks} /> : null}
      </td>
      {line === undefined ? <td colSpan={3} /> : null}
      {amounts.map((amount, index) => (
        <td key={index} className="figure-cell">
          <Money yuan={amount} hidesNil />
        </td>
      ))}
      {isFirst ? (
        <td rowSpan={Math.max(lines.length, 1)}>
          {notices.map((kind) => (
            <div key={kind}>
              <a href={noticeAddress({ id, version }, kind, pool)} download>
                <FilePdfOutlined aria-hidden /> {t(`years.${kind}Notice`)}
              </a>
            </div>
          ))}
        </td>
      ) : null}
    </tr>
  );
}
