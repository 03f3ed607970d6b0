import { CopyTextButton } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import {
  Criticality,
  type ParameterOverride,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../../translation/useTranslation';
import styles from './whatIf.module.css';
import { writeAppConfig } from './writeAppConfig';

/** What to put into the configuration; before it is complete, what is still to be filled in. */
export function ConfigBlock(props: {
  controlId: string;
  name: string;
  override: ParameterOverride;
}) {
  const { controlId, name, override } = props;
  const { t } = useTranslation();
  const isComplete =
    override.rationale !== '' &&
    Criticality.options.some(level => override[level] !== undefined);
  if (!isComplete) {
    return <Text color="secondary">{t('whatIf.configLater')}</Text>;
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
