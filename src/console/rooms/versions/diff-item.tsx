import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemDiff, SectionDiff } from '#console/api/version-queries.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { useLanguage } from '#console/i18n/language.ts';
import {
  changeWord,
  codesOf,
  inWords,
  isArgument,
  shownFields,
  splitShared,
} from '#console/rooms/versions/diff-fields.ts';

interface DiffItemProps {
  readonly section: SectionDiff['section'];
  readonly item: ItemDiff;
  /** Both sides are versions of one place's pack. */
  readonly isOnePlace: boolean;
}

/** One clause, value, reading…: a row for each field that changed, or one row for all that only one side has. */
export function DiffItem(props: DiffItemProps): ReactNode {
  const { item } = props;
  return (
    <tbody className={`diff-${item.change}`}>
      {item.change === 'changed' ? <ChangedRows {...props} /> : <OneSideRow {...props} />}
    </tbody>
  );
}

function ChangedRows(props: DiffItemProps): ReactNode {
  const { section, item } = props;
  const { language } = useLanguage();
  const textOf = useFieldText(section);
  const labelOf = useFieldLabel(section);
  const fields = shownFields(section, item, language);
  return fields.map((field, index) => (
    <tr key={field.field}>
      {index > 0 ? null : <ItemCells {...props} rows={fields.length} />}
      <td className="diff-field">{labelOf(field)}</td>
      <Sides from={textOf(field.field, field.from)} to={textOf(field.field, field.to)} />
    </tr>
  ));
}

/** Of what only one side has, its figures and its words. */
function OneSideRow(props: DiffItemProps): ReactNode {
  const { section, item } = props;
  const { language } = useLanguage();
  const textOf = useFieldText(section);
  const labelOf = useFieldLabel(section);
  const content = (
    <dl>
      {shownFields(section, item, language).map((field) => (
        <div key={field.field}>
          <dt>{labelOf(field)}</dt>
          <dd>{textOf(field.field, field.from ?? field.to)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <tr>
      <ItemCells {...props} rows={1} columns={2} />
      <td>{item.change === 'removed' ? content : '—'}</td>
      <td>{item.change === 'added' ? content : '—'}</td>
    </tr>
  );
}

interface ItemCellsProps extends DiffItemProps {
  readonly rows: number;
  readonly columns?: number;
}

/** What became of the item, and its name in words with its id; a reading's words are its content. */
function ItemCells({ section, item, isOnePlace, rows, columns = 1 }: ItemCellsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  const { id, label, change } = item;
  const words = section === 'pipeline' ? labelOf('mechanisms', id) : label === undefined ? id : pick(label);
  return (
    <>
      <td rowSpan={rows} className="diff-kind">
        {t(`diff.${changeWord(change, isOnePlace)}`)}
      </td>
      <th scope="rowgroup" rowSpan={rows} colSpan={columns}>
        {section === 'readings' || words === id ? null : <div>{words}</div>}
        <code>{id}</code>
      </th>
    </>
  );
}

/** A field's text, in words where the pack format has a code. */
function useFieldText(
  section: SectionDiff['section'],
): (field: string, text: string | null) => string | null {
  const labelOf = useCodeLabel();
  return (field, text) => {
    const codes = codesOf(section, field);
    if (text === null || codes === undefined) return text;
    return inWords(text, (code) => labelOf(codes, code));
  };
}

/** A field's name; arguments of steps have the names that the policy reader gives them. */
function useFieldLabel(section: SectionDiff['section']): (field: ItemDiff['fields'][number]) => string {
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  return ({ field, label }) =>
    isArgument(section, field) ? labelOf('stepArguments', field.slice('with/'.length)) : pick(label);
}

/** Both sides; in two texts what differs is marked. */
function Sides({ from, to }: { readonly from: string | null; readonly to: string | null }): ReactNode {
  if (from === null || to === null) {
    return (
      <>
        <td>{from ?? '—'}</td>
        <td>{to ?? '—'}</td>
      </>
    );
  }
  const parts = splitShared(from, to);
  return (
    <>
      <td>
        {parts.head}
        <del>{parts.from}</del>
        {parts.tail}
      </td>
      <td>
        {parts.head}
        <ins>{parts.to}</ins>
        {parts.tail}
      </td>
    </>
  );
}
