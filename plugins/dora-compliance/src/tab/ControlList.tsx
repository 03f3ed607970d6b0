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
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { useFocus } from '../focus/useFocus';
import { Loading } from '../loading/Loading';
import { countWords, unknownLabel } from '../summary/countWords';
import { NamedControls } from '../summary/NamedControls';
import { assetWords } from './scopeWords';
import styles from './tab.module.css';
import { addressOfControl } from './useSelectedControl';

/** All controls of an asset: areas in a fixed order, worst first in each. */
export function ControlList(props: {
  entityRef: string;
  /** The control that the reader comes back from: its link takes the focus. */
  cameFrom?: string;
}) {
  const { entityRef, cameFrom } = props;
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLoaded(
    entityRef,
    () => api.readCompliance(entityRef),
    view => view.pending,
  );
  if (error) {
    return <Failure error={error} onRetry={reload} />;
  }
  if (!value) {
    return <Loading hasHeading blocks={[72, 72, 72]} />;
  }
  return (
    <>
      <Summary view={value} />
      {value.areas.length === 0 && (
        <Text>
          No control is installed. Ask the administrators of this Backstage to
          install one.
        </Text>
      )}
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
  return (
    <Flex direction="column" gap="1">
      <Flex align="center" gap="3">
        <Text as="h2" variant="title-small" weight="bold">
          Compliance
        </Text>
        <StatusBadge status={summary.status} />
      </Flex>
      <Text>{countWords(summary.statuses)}</Text>
      <NamedControls view={view} status="not-assessed" label={unknownLabel} />
      <Text variant="body-small" color="secondary">
        {lastEvidenceAt ? (
          <>
            Last evidence recorded <RelativeTime instant={lastEvidenceAt} />.
          </>
        ) : (
          'No evidence recorded yet.'
        )}
        {pending && ' New evidence is being assessed…'}
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
  const link = useFocus<HTMLAnchorElement>(props.hasFocus);
  return (
    <li className={styles.item}>
      <StatusBadge status={status} />
      <Flex direction="column" gap="1">
        <Link href={addressOfControl(control.id)} weight="bold" ref={link}>
          {control.code} {control.title}
        </Link>
        <Text>
          {reason.sentence}
          {reason.code === 'does-not-apply' &&
            ` This asset is ${assetWords(props.asset)}.`}
        </Text>
      </Flex>
    </li>
  );
}

type AreaOf = Pick<ComplianceView['areas'][number], 'area'>;

/** Areas stay where they are, whichever entity is shown. */
function byArea(one: AreaOf, other: AreaOf): number {
  return Area.options.indexOf(one.area) - Area.options.indexOf(other.area);
}
