import { Link, Text } from '@backstage/ui';
import type { ChangePath } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  BecausePath,
  CriticalityBadge,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useId } from 'react';
import list from '../page/list.module.css';
import { useTranslation } from '../translation/useTranslation';
import { addressOfGraph } from './addressOfGraph';
import { ChangePathPipelines } from './ChangePathPipelines';
import { PathNode } from './PathNode';
import styles from './changePath.module.css';

/** An asset of a function, why it belongs to it, and the pipelines that can change it. */
export function ChangePathItem(props: {
  path: ChangePath;
  isPartial: boolean;
}) {
  const { path, isPartial } = props;
  const { t } = useTranslation();
  const name = useId();
  return (
    <li className={`${list.item} ${styles.path}`} aria-labelledby={name}>
      <PathNode node={path} nameId={name} isPartial={isPartial}>
        <span className={list.line}>
          <CriticalityBadge level={path.criticality} />
          {path.type && (
            <Text variant="body-small" color="secondary">
              {path.type}
            </Text>
          )}
        </span>
      </PathNode>
      <div className={styles.part}>
        <Text variant="body-small" color="secondary">
          {t('changePath.because')}
        </Text>
        <Because path={path} />
      </div>
      <div className={styles.part}>
        <Text variant="body-small" color="secondary">
          {t('changePath.pipelines')}
        </Text>
        <ChangePathPipelines path={path} isPartial={isPartial} />
      </div>
    </li>
  );
}

function Because({ path: { because, entityRef } }: { path: ChangePath }) {
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  return because.length > 0 ? (
    <BecausePath steps={because} label={t('changePath.because')} />
  ) : (
    <>
      <Text variant="body-small">{t('changePath.becauseUnknown')}</Text>
      <Link href={addressOfGraph(toAddress(entityRef))}>
        {t('changePath.dependencies')}
      </Link>
    </>
  );
}
