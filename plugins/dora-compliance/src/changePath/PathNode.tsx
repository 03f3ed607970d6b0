import { parseEntityRef } from '@backstage/catalog-model';
import { Link, Text } from '@backstage/ui';
import type { ChangePathPipeline } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  StatusBadge,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { ReactNode } from 'react';
import { describeOpen } from '../inventory/describeOpen';
import list from '../page/list.module.css';
import { useShare } from '../scorecard/useShare';
import { useTranslation } from '../translation/useTranslation';
import styles from './changePath.module.css';

/** What is shown of an asset and of a pipeline. */
type Node = Pick<
  ChangePathPipeline,
  'entityRef' | 'title' | 'ownerRef' | 'score'
>;

/** An asset or a pipeline with its compliance. Its name leads to its Compliance tab. */
export function PathNode(props: {
  node: Node;
  /** The id of its name. */
  nameId?: string;
  /** Whether an owner may be left out that the caller may not read. */
  isPartial: boolean;
  /** What else there is to say, before its numbers. */
  children: ReactNode;
}) {
  const { node, nameId, isPartial, children } = props;
  const { entityRef, title, ownerRef, score } = node;
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  return (
    <div className={styles.part}>
      <span className={list.line}>
        <span id={nameId}>
          <Link
            href={`${toAddress(entityRef)}/compliance`}
            title={entityRef}
            weight="bold"
          >
            {title}
          </Link>
        </span>
        {score && <StatusBadge status={score.worst} />}
      </span>
      {children}
      <Numbers score={score} />
      <span className={list.line}>
        <Text variant="body-small" color="secondary">
          {ownerRef
            ? t('changePath.owner', {
                owner: (
                  <EntityTitleLink
                    entityRef={ownerRef}
                    title={parseEntityRef(ownerRef).name}
                  />
                ),
              })
            : t(isPartial ? 'changePath.noOwnerPartial' : 'changePath.noOwner')}
        </Text>
      </span>
    </div>
  );
}

/** How many controls ask for work, and the two numbers, which are never merged. */
function Numbers({ score }: Pick<Node, 'score'>) {
  const { t } = useTranslation();
  const describe = useShare();
  if (!score) {
    return <Text variant="body-small">{t('inventory.notScored')}</Text>;
  }
  const open = describeOpen(score, t);
  return (
    <Text variant="body-small">
      {open && `${open}. `}
      {t('changePath.shares', {
        coverage: describe(score.coverage),
        compliance: describe(score.compliance),
      })}
    </Text>
  );
}
