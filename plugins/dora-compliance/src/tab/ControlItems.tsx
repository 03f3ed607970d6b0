import { Flex, Link, Text } from '@backstage/ui';
import type {
  ControlResultView,
  IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { StatusBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useFocus } from '../focus/useFocus';
import { useTranslation } from '../translation/useTranslation';
import { describeAsset } from './describeScope';
import styles from './tab.module.css';
import { useTabAddress } from './useTabAddress';

/** Controls with their status and the reason for it; nothing if there are none. */
export function ControlItems(props: {
  controls: readonly ControlResultView[];
  asset: IctAsset;
  /** The control that the reader returns from: its link takes the focus. */
  cameFrom?: string | undefined;
}) {
  const { controls, asset, cameFrom } = props;
  return controls.length > 0 ? (
    <ul className={styles.list}>
      {controls.map(result => (
        <Item
          key={result.control.id}
          result={result}
          asset={asset}
          hasFocus={result.control.id === cameFrom}
        />
      ))}
    </ul>
  ) : null;
}

function Item(props: {
  result: ControlResultView;
  asset: IctAsset;
  hasFocus: boolean;
}) {
  const { control, status, reason } = props.result;
  const { t } = useTranslation();
  const { toControl } = useTabAddress();
  const link = useFocus<HTMLAnchorElement>(props.hasFocus);
  return (
    <li className={styles.item}>
      <StatusBadge status={status} />
      <Flex direction="column" gap="1">
        <Link href={toControl(control.id)} weight="bold" ref={link}>
          {t('compliance.control', {
            code: control.code,
            title: control.title,
          })}
        </Link>
        <Text>
          {reason.code === 'does-not-apply'
            ? `${reason.sentence} ${describeAsset(props.asset, t)}`
            : reason.sentence}
        </Text>
      </Flex>
    </li>
  );
}
