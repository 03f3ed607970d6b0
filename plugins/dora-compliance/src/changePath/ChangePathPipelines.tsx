import { Link, Text } from '@backstage/ui';
import type {
  ChangePath,
  ChangePathPipeline,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  RelativeTime,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Warning } from '../inventory/Warning';
import { type Translate, useTranslation } from '../translation/useTranslation';
import { addressOfGraph } from './addressOfGraph';
import { PathNode } from './PathNode';
import { UnknownDeployer } from './UnknownDeployer';
import styles from './changePath.module.css';

/** The pipelines that can change an asset, and what is not known of them. Never empty. */
export function ChangePathPipelines(props: {
  path: ChangePath;
  isPartial: boolean;
}) {
  const { path, isPartial } = props;
  const { entityRef, pipelines, pipelineCount, gap } = path;
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  const hidden = pipelineCount - pipelines.length;
  return (
    <>
      {pipelines.length > 0 && (
        <ul className={styles.pipelines} aria-label={t('changePath.pipelines')}>
          {pipelines.map(pipeline => (
            <li key={pipeline.entityRef} className={styles.pipeline}>
              <PathNode node={pipeline} isPartial={isPartial}>
                <Text variant="body-small">{describeLink(pipeline, t)}</Text>
              </PathNode>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Text variant="body-small">
          {t('changePath.more', { count: hidden })}{' '}
          <Link href={addressOfGraph(toAddress(entityRef))}>
            {t('changePath.dependencies')}
          </Link>
        </Text>
      )}
      <Seen path={path} isPartial={isPartial} />
      {gap && <UnknownDeployer gap={gap} isPartial={isPartial} />}
    </>
  );
}

/** Pipelines that ran and that the inventory does not have. */
function Seen(props: { path: ChangePath; isPartial: boolean }) {
  const { path, isPartial } = props;
  const { notInInventory, notInInventoryCount: count, gap } = path;
  const { t } = useTranslation();
  const others = count - notInInventory.length;
  return count > 0 ? (
    <div className={styles.part}>
      <Warning>
        {isPartial
          ? t('changePath.seenPartial')
          : t('changePath.seen', { count })}
      </Warning>
      <ul className={styles.seen}>
        {notInInventory.map(({ name, lastSeen }) => (
          <li key={`${name} ${lastSeen}`}>
            {t('changePath.lastSeen', {
              name,
              time: <RelativeTime instant={lastSeen} />,
            })}
          </li>
        ))}
        {others > 0 && <li>{t('changePath.andMore', { amount: others })}</li>}
      </ul>
      {!isPartial && gap !== 'not-in-inventory' && (
        <Text variant="body-small">{t('changePath.seenToDo')}</Text>
      )}
    </div>
  ) : null;
}

function describeLink(
  { link, canDeploy }: ChangePathPipeline,
  t: Translate,
): string {
  if (link === 'deployed-by') {
    return t('changePath.deploys');
  }
  return canDeploy === false
    ? t('changePath.deploysNothing')
    : t('changePath.notNamed');
}
