import { parseEntityRef } from '@backstage/catalog-model';
import { Text } from '@backstage/ui';
import type { TargetView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  RelativeTime,
  ToneBadge,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Fragment, type ReactNode } from 'react';
import { Fact } from './Fact';
import { reconciled } from './SourceFacts';
import styles from './sources.module.css';
import { many, skewWords } from './sourceWords';

/** A repository or pipeline, and how it was read the last time. */
export function TargetItem(props: {
  target: TargetView;
  /** What can be done about it. */
  action: ReactNode;
  /** What can be done about its past. */
  backfill: ReactNode;
}) {
  const { target, action, backfill } = props;
  return (
    <>
      <div className={styles.said}>
        <div className={styles.title}>
          <Text as="h3" variant="body-large" weight="bold">
            <WebLink href={target.target} />
          </Text>
          <TargetBadge target={target} />
        </div>
        {target.problem && <Text>{target.problem}</Text>}
        <Rounds target={target} />
        {target.parts.length > 0 && <Parts parts={target.parts} />}
        {backfill && (
          <details>
            <summary>Backfill this {target.kind}</summary>
            {backfill}
          </details>
        )}
      </div>
      {action}
    </>
  );
}

function TargetBadge({ target }: { target: TargetView }) {
  if (target.complete === undefined) {
    return <ToneBadge tone="neutral">Not read yet</ToneBadge>;
  }
  return target.complete ? (
    <ToneBadge tone="success">Complete</ToneBadge>
  ) : (
    <ToneBadge tone="warning">Incomplete</ToneBadge>
  );
}

function Rounds({ target }: { target: TargetView }) {
  const { lastAt, lastCompleteAt, dueAt, reconciliation, clockSkew } = target;
  return (
    <dl className={styles.facts}>
      <Fact title="Last collection">
        {lastAt ? <RelativeTime instant={lastAt} /> : 'none yet'}
      </Fact>
      {lastAt !== lastCompleteAt && (
        <Fact title="Complete up to">
          {lastCompleteAt ? <RelativeTime instant={lastCompleteAt} /> : 'never'}
        </Fact>
      )}
      <Fact title="Next collection">
        {new Date(dueAt).getTime() <= Date.now() ? (
          'due now'
        ) : (
          <RelativeTime instant={dueAt} />
        )}
      </Fact>
      {reconciliation && (
        <Fact title="Expected and received">{reconciled(reconciliation)}</Fact>
      )}
      {clockSkew !== undefined && (
        <Fact title="Clock skew">{skewWords(clockSkew)}</Fact>
      )}
      <Fact title="Assets">
        {target.entityRefs.length === 0
          ? 'none that you may read'
          : target.entityRefs.map((entityRef, index) => (
              <Fragment key={entityRef}>
                {index > 0 && ', '}
                <EntityTitleLink
                  entityRef={entityRef}
                  title={parseEntityRef(entityRef).name}
                />
              </Fragment>
            ))}
      </Fact>
    </dl>
  );
}

function Parts({ parts }: Pick<TargetView, 'parts'>) {
  const broken = parts.filter(({ complete }) => !complete).length;
  return (
    <details>
      <summary>
        {many(parts.length, 'part')}
        {broken > 0 ? `, ${broken} incomplete` : ', all complete'}
      </summary>
      <ul>
        {parts.map(({ part, complete, problem }) => (
          <li key={part}>
            {part}: {complete ? 'complete' : problem ?? 'incomplete'}
          </li>
        ))}
      </ul>
    </details>
  );
}
