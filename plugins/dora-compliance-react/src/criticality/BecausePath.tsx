import { Text } from '@backstage/ui';
import type {
  LinkRelation,
  NamedRef,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EntityTitleLink } from '../entity/EntityTitleLink';
import { useTranslation } from '../translation/useTranslation';
import styles from './BecausePath.module.css';

/**
 * Where a criticality comes from: the entity that declares it, and each link
 * from there to the asset.
 *
 * @public
 */
export function BecausePath(props: {
  steps: ReadonlyArray<NamedRef & { relation?: LinkRelation }>;
  /** What the path shows; where the criticality comes from by default. */
  label?: string;
}) {
  const { t } = useTranslation();
  return (
    <ol
      className={styles.path}
      aria-label={props.label ?? t('criticalityPath')}
    >
      {props.steps.map(({ entityRef, title, relation }) => (
        <li key={entityRef} className={styles.step}>
          {relation && (
            <Text variant="body-small" color="secondary">
              <span aria-hidden>→ </span>
              {t(`relation.${relation}`)}
            </Text>
          )}
          <EntityTitleLink entityRef={entityRef} title={title} />
        </li>
      ))}
    </ol>
  );
}
