import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import type { ControlView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { LensLink } from '../lens/LensLink';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import list from '../page/list.module.css';
import { useTranslation } from '../translation/useTranslation';
import { CatalogFilters } from './CatalogFilters';
import { ControlItem, type StatusesOfControls } from './ControlItem';
import { type ControlGroup, findControls } from './findControls';
import styles from './controls.module.css';
import { useCatalogAddress } from './useCatalogAddress';
import { useStatuses } from './useStatuses';

/** All installed controls, by area or by layer, with who passes and fails now. */
export function ControlCatalog() {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLoaded('controls', () =>
    api.listControls(),
  );
  const statuses = useStatuses();
  if (error) {
    const what = { title: t('controls.notLoaded') };
    return <Failure what={what} error={error} onRetry={reload} />;
  }
  if (!value || statuses.isPending) {
    return <Loading hasHeading blocks={[120, 120, 120]} />;
  }
  if (value.items.length === 0) {
    return <Text>{t('compliance.noControls')}</Text>;
  }
  return (
    <>
      <Text color="secondary">
        {t('controls.intro')} {statuses.isPartial && t('organization.partial')}{' '}
        <LensLink />
      </Text>
      {!statuses.byControl && <Text>{t('controls.noCounts')}</Text>}
      <Found controls={value.items} statuses={statuses.byControl} />
    </>
  );
}

function Found(props: {
  controls: readonly ControlView[];
  statuses: StatusesOfControls | undefined;
}) {
  const { controls, statuses } = props;
  const { t } = useTranslation();
  const { address, change } = useCatalogAddress();
  const groups = findControls(controls, address);
  const count = groups.reduce((sum, group) => sum + group.controls.length, 0);
  return (
    <>
      <CatalogFilters address={address} onChange={change} />
      <Text role="status">{t('controls.found', { count })}</Text>
      {groups.map(group => (
        <Group key={group.id} group={group} statuses={statuses} />
      ))}
    </>
  );
}

function Group(props: {
  group: ControlGroup;
  statuses: StatusesOfControls | undefined;
}) {
  const { group, statuses } = props;
  const { t } = useTranslation();
  const title =
    group.by === 'area'
      ? t(`organization.area.${group.id}`)
      : t(`organization.layer.${group.id}`);
  return (
    <section aria-label={title} className={styles.group}>
      <Text as="h2" variant="title-x-small" weight="bold">
        {title}
      </Text>
      <ul className={list.items} aria-label={title}>
        {group.controls.map(control => (
          <ControlItem
            key={control.id}
            control={control}
            statuses={statuses?.get(control.id)}
          />
        ))}
      </ul>
    </section>
  );
}
