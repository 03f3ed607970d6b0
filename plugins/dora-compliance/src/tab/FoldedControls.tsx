import type {
  ControlResultView,
  ControlStatus,
  IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import { ControlItems } from './ControlItems';
import styles from './tab.module.css';

/**
 * Controls of a group that ask for nothing, folded to their number. They are open if
 * the reader returns from one of them.
 */
export function FoldedControls(props: {
  status: ControlStatus;
  controls: readonly ControlResultView[];
  asset: IctAsset;
  cameFrom?: string | undefined;
}) {
  const { status, controls, asset, cameFrom } = props;
  const { t } = useTranslation();
  if (controls.length === 0) {
    return null;
  }
  return (
    <details
      className={styles.folded}
      open={controls.some(({ control }) => control.id === cameFrom)}
    >
      <summary>
        {t(`compliance.count.${status}`, { amount: controls.length })}
      </summary>
      <ControlItems controls={controls} asset={asset} cameFrom={cameFrom} />
    </details>
  );
}
