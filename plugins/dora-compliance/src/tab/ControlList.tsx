import { useApi } from '@backstage/core-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import {
  Area,
  type ComplianceView,
  type ControlResultView,
  type IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  StatusBadge,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { useFocus } from '../focus/useFocus';
import { Loading } from '../loading/Loading';
import { describeCounts } from '../summary/describeCounts';
import { NamedControls } from '../summary/NamedControls';
import { useTranslation } from '../translation/useTranslation';
import { describeAsset } from './describeScope';
import styles from './tab.module.css';
import { addressOfControl } from './useSelectedControl';

/** All controls of an asset: areas in a fixed order, worst first in each. */
export function ControlList(props: {
  entityRef: string;
  /** The control that the reader returns from: its link takes the focus. */
  cameFrom?: string;
}) {
  const { entityRef, cameFrom } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLive(
    useLoaded(
      entityRef,
      () => api.readCompliance(entityRef),
      view => view.pending,
    ),
  );
  if (error) {
    return <Failure what="compliance" error={error} onRetry={reload} />;
  }
  if (!value) {
    return <Loading hasHeading blocks={[72, 72, 72]} />;
  }
  return (
    <>
      <Summary view={value} />
      {value.areas.length === 0 && <Text>{t('compliance.noControls')}</Text>}
      {[...value.areas].sort(byArea).map(({ area, title, controls }) => (
        <section key={area} aria-label={title}>
          <Flex direction="column" gap="2">
            <Text as="h3" variant="title-x-small" weight="bold">
              {title}
            </Text>
            <ul className={styles.list}>
              {controls.map(result => (
                <Item
                  key={result.control.id}
                  result={result}
                  asset={value.asset}
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

function Summary({ view }: { view: ComplianceView }) {
  const { summary, lastEvidenceAt, pending } = view;
  const { t } = useTranslation();
  return (
    <Flex direction="column" gap="1">
      <Flex align="center" gap="3">
        <Text as="h2" variant="title-small" weight="bold">
          {t('compliance.title')}
        </Text>
        <StatusBadge status={summary.status} />
      </Flex>
      <Text>{describeCounts(summary.statuses, t)}</Text>
      <NamedControls view={view} status="not-assessed" />
      <Text variant="body-small" color="secondary">
        {lastEvidenceAt
          ? t('compliance.lastEvidence', {
              time: <RelativeTime instant={lastEvidenceAt} />,
            })
          : t('compliance.noEvidence')}{' '}
        {pending && t('compliance.pending')}
      </Text>
    </Flex>
  );
}

function Item(props: {
  result: ControlResultView;
  asset: IctAsset;
  hasFocus: boolean;
}) {
  const { control, status, reason } = props.result;
  const { t } = useTranslation();
  const link = useFocus<HTMLAnchorElement>(props.hasFocus);
  return (
    <li className={styles.item}>
      <StatusBadge status={status} />
      <Flex direction="column" gap="1">
        <Link href={addressOfControl(control.id)} weight="bold" ref={link}>
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

type AreaOf = Pick<ComplianceView['areas'][number], 'area'>;

/** Areas have the same order for every entity. */
function byArea(one: AreaOf, other: AreaOf): number {
  return Area.options.indexOf(one.area) - Area.options.indexOf(other.area);
}
