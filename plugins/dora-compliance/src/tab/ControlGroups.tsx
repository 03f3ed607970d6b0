import { Flex, Text } from '@backstage/ui';
import {
  Area,
  type ComplianceView,
  type ControlResultView,
  type ControlStatus,
  findLayer,
  Layer,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { StatusCounts } from '../controls/StatusCounts';
import { type Translate, useTranslation } from '../translation/useTranslation';
import { ControlItems } from './ControlItems';
import { FoldedControls } from './FoldedControls';
import { countStatuses, groupControls } from './groupControls';
import { GroupingToggle } from './GroupingToggle';
import { type Grouping, useTabAddress } from './useTabAddress';

/** Statuses that ask for nothing. Their controls are folded. */
const FOLDED: readonly ControlStatus[] = ['satisfied', 'not-applicable'];

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
        <Group
          key={id}
          title={title}
          controls={controls}
          view={view}
          cameFrom={cameFrom}
        />
      ))}
    </>
  );
}

function Group(props: {
  title: string;
  controls: readonly ControlResultView[];
  view: ComplianceView;
  cameFrom: string | undefined;
}) {
  const { title, controls, view, cameFrom } = props;
  const { t } = useTranslation();
  return (
    <section aria-label={title}>
      <Flex direction="column" gap="2">
        <Flex direction="column" gap="1">
          <Text as="h3" variant="title-x-small" weight="bold">
            {title}
          </Text>
          <StatusCounts
            statuses={countStatuses(controls)}
            label={t('service.controls')}
          />
        </Flex>
        <ControlItems
          controls={controls.filter(({ status }) => !FOLDED.includes(status))}
          asset={view.asset}
          cameFrom={cameFrom}
        />
        {FOLDED.map(folded => (
          <FoldedControls
            key={folded}
            status={folded}
            controls={controls.filter(({ status }) => status === folded)}
            asset={view.asset}
            cameFrom={cameFrom}
          />
        ))}
      </Flex>
    </section>
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
