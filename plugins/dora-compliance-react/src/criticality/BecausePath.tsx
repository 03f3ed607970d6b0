import { Text } from '@backstage/ui';
import type {
  LinkRelation,
  NamedRef,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EntityTitleLink } from '../entity/EntityTitleLink';
import styles from './BecausePath.module.css';
import { relationWords } from './relationWords';

/**
 * Why something is as critical as it is: from what has the criticality by
 * itself, link by link, to the thing in question.
 *
 * @public
 */
export function BecausePath(props: {
  steps: ReadonlyArray<NamedRef & { relation?: LinkRelation }>;
}) {
  return (
    <ol className={styles.path} aria-label="Why it is as critical as it is">
      {props.steps.map(({ entityRef, title, relation }) => (
        <li key={entityRef} className={styles.step}>
          {relation && (
            <Text variant="body-small" color="secondary">
              <span aria-hidden>→ </span>
              {relationWords[relation]}
            </Text>
          )}
          <EntityTitleLink entityRef={entityRef} title={title} />
        </li>
      ))}
    </ol>
  );
}
