import { Link, Text } from '@backstage/ui';
import type {
  AfterDeploymentView,
  Instant,
  ProductionEventView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  RelativeTime,
  useTimeFormat,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../../translation/useTranslation';
import { useTabAddress } from '../useTabAddress';
import styles from './production.module.css';

/** Which alerts and incidents followed a deployment, and how fast people answered. */
export function AfterDeployment({ after }: { after: AfterDeploymentView }) {
  const { events, omittedEvents, takenBackAt } = after;
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('production.after.title')}
      className={styles.section}
    >
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('production.after.title')}
      </Text>
      <Text as="p">
        <Outcome after={after} />
      </Text>
      {takenBackAt && (
        <Text as="p">
          {t('production.after.takenBack', {
            time: <RelativeTime instant={takenBackAt} />,
          })}
        </Text>
      )}
      <TimesTo timeTo={after.timeTo} />
      {events.length > 0 && (
        <ul className={styles.verdicts}>
          {events.map((event, place) => (
            <li key={`${place} ${event.title}`}>
              <ProductionEvent event={event} />
            </li>
          ))}
        </ul>
      )}
      {omittedEvents > 0 && (
        <Text variant="body-small" color="secondary">
          {t('compliance.omitted', { count: omittedEvents })}
        </Text>
      )}
    </section>
  );
}

/** That nothing was reported says something only if a tool reports at all. */
function Outcome({ after }: { after: AfterDeploymentView }) {
  const { events, isOver, isReported, until } = after;
  const { t } = useTranslation();
  const time = <RelativeTime instant={until} />;
  if (!isReported) {
    return <>{t('production.after.unreported')}</>;
  }
  if (events.length > 0) {
    return <>{t('production.after.events', { count: events.length })}</>;
  }
  return (
    <>
      {isOver
        ? t('production.after.none')
        : t('production.after.noneYet', { time })}
    </>
  );
}

function TimesTo({ timeTo }: Pick<AfterDeploymentView, 'timeTo'>) {
  const { t } = useTranslation();
  const { formatMilliseconds } = useTimeFormat();
  const known = (['detect', 'respond', 'restore'] as const).flatMap(name => {
    const length = timeTo[name];
    return length === undefined ? [] : [{ name, length }];
  });
  return known.length === 0 ? null : (
    <Text as="p" variant="body-small" color="secondary">
      {known
        .map(({ name, length }) =>
          t(`production.after.timeTo.${name}`, {
            length: formatMilliseconds(length),
          }),
        )
        .join(' ')}
    </Text>
  );
}

function ProductionEvent({ event }: { event: ProductionEventView }) {
  const { kind, title, uri, severity, from, evidence } = event;
  const { t } = useTranslation();
  const { toEvidence } = useTabAddress();
  return (
    <>
      <span className={styles.line}>
        <Text weight="bold">{t(`production.after.kind.${kind}`)}</Text>
        {uri ? <WebLink href={uri}>{title}</WebLink> : <Text>{title}</Text>}
        {severity && <Text color="secondary">{severity}</Text>}
        {from ? (
          <RelativeTime instant={from} />
        ) : (
          <Text color="secondary">{t('production.after.undated')}</Text>
        )}
        <Link href={toEvidence(evidence)}>
          {t('production.evidence', { count: evidence.length })}
        </Link>
      </span>
      <Answer event={event} />
    </>
  );
}

function Answer({ event }: { event: ProductionEventView }) {
  const { from, acknowledgedAt, acknowledgedBy, resolvedAt } = event;
  const { t } = useTranslation();
  const person = acknowledgedBy ?? '';
  return (
    <Text as="p" variant="body-small" color="secondary">
      {acknowledgedAt &&
        t(
          person
            ? 'production.after.acknowledgedBy'
            : 'production.after.acknowledged',
          { person, time: <Since from={from} until={acknowledgedAt} /> },
        )}{' '}
      {resolvedAt
        ? t('production.after.resolved', {
            time: <Since from={from} until={resolvedAt} />,
          })
        : t('production.after.open')}
    </Text>
  );
}

/** How long after its start, if that is known. */
function Since({ from, until }: { from: Instant | undefined; until: Instant }) {
  const { t } = useTranslation();
  const { formatMilliseconds } = useTimeFormat();
  const length = from ? Date.parse(until) - Date.parse(from) : -1;
  return length < 0 ? (
    <RelativeTime instant={until} />
  ) : (
    <>{t('production.after.since', { length: formatMilliseconds(length) })}</>
  );
}
