import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackValue } from '#console/api/queries.ts';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { valueAnchor } from '#console/rooms/policy/pack-sources.ts';

interface ValueSectionProps {
  readonly values: readonly PackValue[];
  readonly packId: string;
  readonly anchor: string;
}

/** Every dated value with its versions, figures and citations. */
export function ValueSection({ values, packId, anchor }: ValueSectionProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section id="values" aria-labelledby="values-title">
      <h2 id="values-title">{t('policy.values')}</h2>
      <div className="table-scroll" role="region" aria-labelledby="values-title" tabIndex={0}>
        <table className="values">
          <thead>
            <tr>
              <th scope="col">{t('policy.name')}</th>
              <th scope="col">{t('policy.kind')}</th>
              <th scope="col">{t('policy.version')}</th>
              <th scope="col">{t('policy.figure')}</th>
              <th scope="col">{t('policy.basis')}</th>
            </tr>
          </thead>
          {values.map((value) => (
            <ValueRows
              key={value.name}
              value={value}
              packId={packId}
              isCurrent={anchor === valueAnchor(value.name)}
            />
          ))}
        </table>
      </div>
    </section>
  );
}

interface ValueRowsProps {
  readonly value: PackValue;
  readonly packId: string;
  readonly isCurrent: boolean;
}

function ValueRows({ value, packId, isCurrent }: ValueRowsProps): ReactNode {
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  const rows = Math.max(value.versions.length, 1);
  return (
    <tbody id={valueAnchor(value.name)} tabIndex={-1} className={isCurrent ? 'entry-current' : ''}>
      {value.versions.map((version, index) => (
        <tr key={version.from}>
          {index > 0 ? null : (
            <>
              <th scope="rowgroup" rowSpan={rows}>
                {pick(value.label)}
                <br />
                <code>{value.name}</code>
              </th>
              <td rowSpan={rows} className={value.kind === 'delegated' ? 'assumed-kind' : ''}>
                {labelOf('valueKinds', value.kind)}
                <br />
                <span className="note">{labelOf('unitNames', value.unit)}</span>
              </td>
            </>
          )}
          <VersionCells version={version} packId={packId} />
        </tr>
      ))}
    </tbody>
  );
}

interface VersionCellsProps {
  readonly version: PackValue['versions'][number];
  readonly packId: string;
}

function VersionCells({ version, packId }: VersionCellsProps): ReactNode {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { from, to, figures, cite, reading, source, reliability } = version;
  return (
    <>
      <td className="dates">
        {to === undefined ? t('policy.until', { from }) : t('policy.between', { from, to })}
      </td>
      <td className="figures">
        {figures.map((figure) => (
          <div key={figure.cell}>
            <CellName cell={figure.cell} /> <b>{labelOf('choices', figure.text)}</b>
          </div>
        ))}
      </td>
      <td>
        {[...cite, ...(reading === undefined ? [] : [reading])].map((id) => (
          <ClauseLink key={id} id={id} packId={packId} />
        ))}
        {reliability === undefined ? null : (
          <span className="note">{labelOf('reliability', reliability)}</span>
        )}
        {source === undefined ? null : (
          <div className="note">
            {t('policy.source')} <Source text={source} />
          </div>
        )}
      </td>
    </>
  );
}

/** The members of the value's axes that a figure stands for. */
function CellName({ cell }: { readonly cell: string }): ReactNode {
  const labelOf = useCodeLabel();
  const members = cell.split('/').filter((member) => member !== '');
  return <span className="note">{members.map((member) => labelOf('cells', member)).join(' · ')}</span>;
}

function Source({ text }: { readonly text: string }): ReactNode {
  if (!/^https?:\/\//.test(text)) return text;
  return (
    <a href={text} rel="noreferrer" target="_blank">
      {text}
    </a>
  );
}
