import { parseEntityRef } from '@backstage/catalog-model';
import { Link, Text } from '@backstage/ui';
import type {
  ChangePath,
  ChangePathPipeline,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  EntityTitleLink,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { ComplianceFact } from '../inventory/ComplianceFact';
import list from '../page/list.module.css';
import { useShare } from '../scorecard/useShare';
import { useTranslation } from '../translation/useTranslation';
import styles from './changePath.module.css';

/** An asset or a pipeline with its compliance. Its name leads to its Compliance tab. */
export function PathNode(props: {
  node: ChangePath | ChangePathPipeline;
  /** The id of its name. */
  nameId?: string;
}) {
  const { node, nameId } = props;
  const { entityRef, title, type, criticality, ownerRef } = node;
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  return (
    <div className={styles.part}>
      <span id={nameId}>
        <Link
          href={`${toAddress(entityRef)}/compliance`}
          title={entityRef}
          weight="bold"
        >
          {title}
        </Link>
      </span>
      <span className={list.line}>
        <CriticalityBadge level={criticality} />
        {type && (
          <Text variant="body-small" color="secondary">
            {type}
          </Text>
        )}
      </span>
      <ComplianceFact item={node} />
      <Shares node={node} />
      {ownerRef ? (
        <EntityTitleLink
          entityRef={ownerRef}
          title={parseEntityRef(ownerRef).name}
        />
      ) : (
        <Text variant="body-small">{t('changePath.noOwner')}</Text>
      )}
    </div>
  );
}

/** The two numbers, which are never merged. */
function Shares({
  node: { score },
}: {
  node: ChangePathPipeline | ChangePath;
}) {
  const { t } = useTranslation();
  const describe = useShare();
  return score ? (
    <Text variant="body-small">
      {t('changePath.shares', {
        coverage: describe(score.coverage),
        compliance: describe(score.compliance),
      })}
    </Text>
  ) : null;
}
