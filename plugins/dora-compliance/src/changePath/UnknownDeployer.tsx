import { Text } from '@backstage/ui';
import type { ChangePathGap } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Warning } from '../inventory/Warning';
import { type Translate, useTranslation } from '../translation/useTranslation';
import styles from './changePath.module.css';

/**
 * Says that no pipeline is known that deploys an asset, and what to do. Who may not read
 * everything is not told that there is none, nor asked to declare one.
 */
export function UnknownDeployer(props: {
  gap: ChangePathGap;
  isPartial: boolean;
}) {
  const { gap, isPartial } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.part}>
      <Warning>{describeUnknown(gap, isPartial, t)}</Warning>
      {!isPartial && (
        <Text variant="body-small">{t(`changePath.toDo.${gap}`)}</Text>
      )}
    </div>
  );
}

function describeUnknown(
  gap: ChangePathGap,
  isPartial: boolean,
  t: Translate,
): string {
  if (gap === 'is-pipeline') {
    return isPartial
      ? t('changePath.unknownPipelinePartial')
      : t('changePath.unknownPipeline');
  }
  return isPartial ? t('changePath.unknownPartial') : t('changePath.unknown');
}
