import { ResponseError } from '@backstage/errors';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import {
  EntityTitleLink,
  StatusBadge,
  useErrorMessage,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { TriedAsset } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RiArrowRightLine } from '@remixicon/react';
import { Failure } from '../../failure/Failure';
import list from '../../page/list.module.css';
import { useTranslation } from '../../translation/useTranslation';
import { countMoves } from './countMoves';
import type { TrialFailure, TrialState } from './useTrial';
import styles from './whatIf.module.css';

/** How many assets are listed at first. */
const LISTED = 50;

/** How far a trial is, and whose status would change; nothing before the first. */
export function TrialResult(props: { state: TrialState; onStop: () => void }) {
  const { state, onStop } = props;
  const { isRunning, isDone, checked, moved, failure } = state;
  const { t } = useTranslation();
  if (failure) {
    return <Failed {...failure} />;
  }
  if (!isRunning && !isDone && checked === 0) {
    return null;
  }
  const progress = isRunning ? 'running' : 'stopped';
  return (
    <Flex direction="column" gap="2">
      <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
        <Text role="status" weight="bold">
          {t(`whatIf.${isDone ? 'done' : progress}`, { count: checked })}
        </Text>
        {isRunning && (
          <Button variant="secondary" size="small" onPress={onStop}>
            {t('whatIf.stop')}
          </Button>
        )}
      </Flex>
      {isDone && moved.length === 0 && <Text>{t('whatIf.nobody')}</Text>}
      <ul className={styles.moves} aria-label={t('whatIf.moves')}>
        {countMoves(moved).map(({ from, to, count }) => (
          <li key={`${from} ${to}`} className={list.line}>
            <Text weight="bold">{t('whatIf.assets', { count })}</Text>
            <Step before={from} after={to} />
          </li>
        ))}
      </ul>
      <ul className={list.items} aria-label={t('whatIf.affected')}>
        {moved.slice(0, LISTED).map(asset => (
          <Moved key={asset.entityRef} asset={asset} />
        ))}
      </ul>
      {moved.length > LISTED && (
        <Text color="secondary">
          {t('whatIf.more', { count: moved.length - LISTED })}
        </Text>
      )}
    </Flex>
  );
}

function Moved({ asset }: { asset: TriedAsset }) {
  const { entityRef, title, before, after } = asset;
  return (
    <li className={list.item}>
      <div className={list.line}>
        <EntityTitleLink entityRef={entityRef} title={title} weight="bold" />
        <Step before={before?.status} after={after.status} />
      </div>
      <Text>{after.reason.sentence}</Text>
    </li>
  );
}

function Step(props: {
  before: TriedAsset['after']['status'] | undefined;
  after: TriedAsset['after']['status'];
}) {
  const { before, after } = props;
  const { t } = useTranslation();
  return (
    <span className={list.line}>
      {before && (
        <>
          <StatusBadge status={before} />
          <RiArrowRightLine
            size={16}
            role="img"
            aria-label={t('change.changedTo')}
          />
        </>
      )}
      <StatusBadge status={after} />
    </span>
  );
}

/** What is wrong with the control, line by line; or why it could not be tried. */
function Failed({ error, retry }: TrialFailure) {
  const { t } = useTranslation();
  const explain = useErrorMessage();
  const status = error instanceof ResponseError ? error.response.status : 0;
  if (status !== 400 && status !== 422) {
    return (
      <Failure
        what={{ title: t('whatIf.failed') }}
        error={error}
        onRetry={retry}
      />
    );
  }
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={t('whatIf.invalid')}
      description={<span className={styles.problem}>{explain(error)}</span>}
    />
  );
}
