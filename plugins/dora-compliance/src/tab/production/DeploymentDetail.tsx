import { useApi } from '@backstage/core-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import type {
  AfterDeploymentView,
  DeploymentParams,
  Instant,
  ProductionChangeView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  StatusBadge,
  useLive,
  useLoaded,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiArrowLeftLine } from '@remixicon/react';
import { Helmet } from 'react-helmet';
import { Failure } from '../../failure/Failure';
import { useFocus } from '../../focus/useFocus';
import { Loading } from '../../loading/Loading';
import { useTranslation } from '../../translation/useTranslation';
import tab from '../tab.module.css';
import { useTabAddress } from '../useTabAddress';
import { AfterDeployment } from './AfterDeployment';
import { ChainStep } from './ChainStep';
import styles from './production.module.css';
import { Verdicts } from './Verdicts';

/** How many items of a step are in view, such as commits. */
const SHOWN = 3;

/** One deployment to production: how it came about, and what controls say about it. */
export function DeploymentDetail(props: {
  entityRef: string;
  deployment: DeploymentParams;
  /** Whether the reader just opened it: its heading takes the focus. */
  hasFocus: boolean;
}) {
  const { entityRef, deployment, hasFocus } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { allControls } = useTabAddress();
  const { value, error, reload } = useLive(
    useLoaded(`${entityRef} ${JSON.stringify(deployment)}`, () =>
      api.readProductionChange(entityRef, deployment),
    ),
  );
  return (
    <Flex direction="column" gap="4">
      <Link href={allControls} className={tab.back}>
        <RiArrowLeftLine size={16} aria-hidden />
        {t('compliance.allControls')}
      </Link>
      {error && (
        <Failure
          what={{ title: t('production.oneNotLoaded') }}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <Loading hasHeading blocks={[160, 160]} />}
      {value && !value.change && (
        <Unknown deployment={deployment} since={value.since} />
      )}
      {value?.change && (
        <Detail change={value.change} after={value.after} hasFocus={hasFocus} />
      )}
      {value?.notCounted && <Text>{value.notCounted}</Text>}
    </Flex>
  );
}

function Unknown(props: { deployment: DeploymentParams; since: Instant }) {
  const { t } = useTranslation();
  const { deployment: id, environment } = props.deployment;
  return (
    <Text>
      {t('production.unknown', {
        id,
        environment,
        time: <RelativeTime instant={props.since} isStatic />,
      })}
    </Text>
  );
}

function Detail(props: {
  change: ProductionChangeView;
  after: AfterDeploymentView | undefined;
  hasFocus: boolean;
}) {
  const { after, change, hasFocus } = props;
  const { deployment: id, environment, at, deployers, uri, status } = change;
  const { t } = useTranslation();
  const heading = useFocus<HTMLHeadingElement>(hasFocus);
  const name = t('production.name', { id, environment });
  return (
    <>
      <Helmet title={name} />
      <Flex direction="column" gap="2">
        <Flex>
          <StatusBadge status={status} />
        </Flex>
        <Text
          as="h2"
          variant="title-small"
          weight="bold"
          ref={heading}
          tabIndex={-1}
          className={styles.name}
        >
          {name}
        </Text>
        <Text>
          {deployers.length > 0
            ? t('production.deployedBy', { environment, people: deployers })
            : t('production.deployed', { environment })}{' '}
          <RelativeTime instant={at} />
        </Text>
        {uri && <WebLink href={uri} />}
      </Flex>
      <section aria-label={t('production.chain')} className={styles.section}>
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('production.chain')}
        </Text>
        <div className={styles.across}>
          <ol className={styles.chain}>
            {change.steps.map(step => (
              <ChainStep key={step.step} step={step} shown={SHOWN} />
            ))}
          </ol>
        </div>
      </section>
      {after && <AfterDeployment after={after} />}
      <section aria-label={t('production.verdicts')} className={styles.section}>
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('production.verdicts')}
        </Text>
        <div className={styles.box}>
          <Verdicts verdicts={change.verdicts} />
        </div>
      </section>
    </>
  );
}
