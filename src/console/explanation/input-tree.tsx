import { RightOutlined } from '@ant-design/icons';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '#console/api/queries.ts';
import { FigureButton } from '#console/explanation/figure-button.tsx';
import { useNodeName } from '#console/explanation/figure-scope.tsx';
import { ProvenanceTag } from '#console/explanation/provenance-tag.tsx';
import { inputsOf, type NodeIndex } from '#console/explanation/tree.ts';
import { useValueText } from '#console/explanation/value-text.ts';

/** How many inputs are listed at once: the sums over all pools are long. */
const LISTED = 12;

interface InputTreeProps {
  readonly index: NodeIndex;
  readonly inputs: readonly ExplainedNode[];
}

/** The figures that a figure was made from, to be unfolded down to what was given. */
export function InputTree({ index, inputs }: InputTreeProps): ReactNode {
  const { t } = useTranslation();
  if (inputs.length === 0) return null;
  return (
    <section>
      <h3>
        {t('explanation.inputs')}{' '}
        <span className="note">{t('explanation.inputsCount', { count: inputs.length })}</span>
      </h3>
      <Inputs index={index} inputs={inputs} />
    </section>
  );
}

function Inputs({ index, inputs }: InputTreeProps): ReactNode {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const listed = isWhole ? inputs : inputs.slice(0, LISTED);
  const hidden = inputs.length - listed.length;
  return (
    <ul className="inputs">
      {listed.map((input) => (
        <Input key={input.id} index={index} node={input} />
      ))}
      {hidden === 0 ? null : (
        <li>
          <button type="button" className="text-button" onClick={() => setIsWhole(true)}>
            {t('explanation.more', { count: hidden })}
          </button>
        </li>
      )}
    </ul>
  );
}

function Input({ index, node }: { readonly index: NodeIndex; readonly node: ExplainedNode }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useNodeName();
  const textOf = useValueText();
  const [isOpen, setIsOpen] = useState(false);
  const inputs = inputsOf(index, node);
  const name = nameOf(node);

  /** As in a tree: right unfolds, left folds. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    event.stopPropagation();
    setIsOpen(event.key === 'ArrowRight');
  }

  return (
    <li onKeyDown={onKeyDown}>
      <div className="input-line">
        {inputs.length === 0 ? (
          <span className="unfold" />
        ) : (
          <button
            type="button"
            className="unfold"
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'explanation.collapse' : 'explanation.expand', { name })}
            onClick={() => setIsOpen(!isOpen)}
          >
            <RightOutlined rotate={isOpen ? 90 : 0} aria-hidden />
          </button>
        )}
        <span className="input-name">
          {name}
          {node.provenance === undefined ? null : <ProvenanceTag origin={node.provenance.origin} />}
        </span>
        <FigureButton figure={node.id} name={name} text={textOf(node.value)} />
      </div>
      {isOpen && inputs.length > 0 ? <Inputs index={index} inputs={inputs} /> : null}
    </li>
  );
}
