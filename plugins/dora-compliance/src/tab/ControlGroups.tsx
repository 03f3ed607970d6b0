import { Flex, Link, Text } from '@backstage/ui';
import {
  Area,
  type ComplianceView,
  type ControlResultView,
  findLayer,
  type IctAsset,
  Layer,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { StatusBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useFocus } from '../focus/useFocus';
import { describeCounts } from '../summary/describeCounts';
import { type Translate, useTranslation } from '../translation/useTranslation';
import { describeAsset } from './describeScope';
import { countStatuses, groupControls } from './groupControls';
import { GroupingToggle } from './GroupingToggle';
import styles from './tab.module.css';
import { type Grouping, useTabAddress } from './useTabAddress';

/** All controls of an asset by area or by layer, worst first. */
export function ControlGroups(props: {
  view: ComplianceView;
  /** The control that the reader returns from: its link takes the focus. */
  cameFrom?: string;
}) {
  const { view, cameFrom } = props;
  const { t } = useTranslation();
  const { grouping } = useTabAddress();
  return (
    <>
      <GroupingToggle />
      {listGroups(view, grouping, t).map(({ id, title, controls }) => (
        <section key={id} aria-label={title}>
          <Flex direction="column" gap="2">
            <Flex direction="column" gap="1">
              <Text as="h3" variant="title-x-small" weight="bold">
                {title}
              </Text>
              <Text variant="body-small" color="secondary">
                {describeCounts(countStatuses(controls), t)}
              </Text>
            </Flex>
            <ul className={styles.list}>
              {controls.map(result => (
                <Item
                  key={result.control.id}
                  result={result}
                  asset={view.asset}
                  hasFocus={result.control.id === cameFrom}
                />
              ))}
            </ul>
          </Flex>
        </section>
      ))}
    </>
  );
}

function listGroups(
  { areas }: ComplianceView,
  grouping: Grouping,
  t: Translate,
) {
  const controls = areas.flatMap(area => area.controls);
  if (grouping === 'layer') {
    const layers = groupControls(controls, Layer.options, ({ code }) =>
      findLayer(code),
    );
    return layers.map(group => ({
      ...group,
      title: t(`organization.layer.${group.id}`),
    }));
  }
  const titles = new Map(areas.map(({ area, title }) => [area, title]));
  return groupControls(controls, Area.options, ({ area }) => area).map(
    group => ({ ...group, title: titles.get(group.id) ?? group.id }),
  );
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
