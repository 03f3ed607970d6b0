import { CopyTextButton } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import {
  Criticality,
  ParameterOverride,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../../translation/useTranslation';
import type { TrialState } from './useTrial';
import styles from './whatIf.module.css';
import { writeAppConfig } from './writeAppConfig';

/** What to put into the configuration; before it was tried and is complete, what is still to be done. */
export function ConfigBlock(props: {
  controlId: string;
  name: string;
  override: ParameterOverride;
  /** The trial of these values. */
  trial: Pick<TrialState, 'isDone' | 'needsApproval'>;
}) {
  const { controlId, name, override, trial } = props;
  const { t } = useTranslation();
  const isChanged = Criticality.options.some(level => level in override);
  const isApproved = override.approvedBy && override.approvedOn;
  const isValid = ParameterOverride.safeParse(override).success;
  if (!trial.isDone || !isChanged || !isValid) {
    return <Text color="secondary">{t('whatIf.configLater')}</Text>;
  }
  if (trial.needsApproval && !isApproved) {
    return <Text color="secondary">{t('whatIf.configApproval')}</Text>;
  }
  const block = writeAppConfig(controlId, name, override);
  return (
    <>
      <div className={styles.heading}>
        <Text weight="bold">{t('whatIf.config')}</Text>
        <CopyTextButton
          text={block}
          aria-label={t('whatIf.copy')}
          tooltipText={t('whatIf.copied')}
          variant="secondary"
        />
      </div>
      <pre
        className={styles.block}
        role="region"
        aria-label={t('whatIf.config')}
      >
        {block}
      </pre>
    </>
  );
}
