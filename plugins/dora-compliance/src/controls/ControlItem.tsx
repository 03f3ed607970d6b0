import { Link, Text } from '@backstage/ui';
import type {
  ControlView,
  Score,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import list from '../page/list.module.css';
import { useTranslation } from '../translation/useTranslation';
import { describeSeverity } from './describeSeverity';
import { StatusCounts } from './StatusCounts';
import { useControlAddress } from './useControlAddress';

/** How many assets have which status, by the id of the control. */
export type StatusesOfControls = ReadonlyMap<string, Score['statuses']>;

/** A control in the list: what it must achieve, how serious, who passes and fails. */
export function ControlItem(props: {
  control: ControlView;
  statuses: Score['statuses'] | undefined;
}) {
  const { control, statuses } = props;
  const { t } = useTranslation();
  const toControl = useControlAddress();
  const name = t('compliance.control', {
    code: control.code,
    title: control.title,
  });
  return (
    <li className={list.item}>
      {toControl ? (
        <Link href={toControl(control.id)} weight="bold">
          {name}
        </Link>
      ) : (
        <Text weight="bold">{name}</Text>
      )}
      <Text color="secondary">{control.objective}</Text>
      {statuses && <StatusCounts statuses={statuses} />}
      <Text variant="body-small" color="secondary">
        {describeSeverity(control.severity, t)}
      </Text>
    </li>
  );
}
