import { parseEntityRef } from '@backstage/catalog-model';
import { Text } from '@backstage/ui';
import type { TargetView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  RelativeTime,
  ToneBadge,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { Fact } from './Fact';
import { Reconciliation } from './Reconciliation';
import styles from './sources.module.css';
import { useSourceTexts } from './useSourceTexts';

/** A repository or pipeline, and the result of its last poll. */
export function TargetItem(props: {
  target: TargetView;
  /** Polls it now. */
  action: ReactNode;
  /** Reads its history. */
  backfill: ReactNode;
}) {
  const { target, action, backfill } = props;
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.body}>
        <div className={styles.title}>
          <Text as="h3" variant="body-large" weight="bold">
            <WebLink href={target.target} />
          </Text>
          <TargetBadge target={target} />
        </div>
        {target.problem && <Text>{target.problem}</Text>}
        <Rounds target={target} />
        {target.parts.length > 0 && <Parts parts={target.parts} />}
        {backfill && (
          <details>
            <summary>
              {t('sourceAction.target.backfill', { target: target.target })}
            </summary>
            {backfill}
          </details>
        )}
      </div>
      {action}
    </>
  );
}

function TargetBadge({ target }: { target: TargetView }) {
  const { t } = useTranslation();
  if (target.complete === undefined) {
    return (
      <ToneBadge tone="neutral">
        {t('sourceAction.target.unreadBadge')}
      </ToneBadge>
    );
  }
  return target.complete ? (
    <ToneBadge tone="success">
      {t('sourceAction.target.completeBadge')}
    </ToneBadge>
  ) : (
    <ToneBadge tone="warning">
      {t('sourceAction.target.incompleteBadge')}
    </ToneBadge>
  );
}

function Rounds({ target }: { target: TargetView }) {
  const { lastAt, lastCompleteAt, dueAt, reconciliation, clockSkew } = target;
  const { t } = useTranslation();
  const { describeClockSkew } = useSourceTexts();
  return (
    <dl className={styles.facts}>
      <Fact title={t('sourceAction.target.last')}>
        {lastAt ? (
          <RelativeTime instant={lastAt} />
        ) : (
          t('sourceAction.target.noneYet')
        )}
      </Fact>
      {lastAt !== lastCompleteAt && (
        <Fact title={t('sourceAction.target.lastComplete')}>
          {lastCompleteAt ? (
            <RelativeTime instant={lastCompleteAt} />
          ) : (
            t('sourceAction.target.never')
          )}
        </Fact>
      )}
      <Fact title={t('sourceAction.target.next')}>
        {new Date(dueAt).getTime() <= Date.now() ? (
          t('sourceAction.target.dueNow')
        ) : (
          <RelativeTime instant={dueAt} />
        )}
      </Fact>
      {reconciliation && (
        <Fact title={t('source.fact.reconciliation')}>
          <Reconciliation counts={reconciliation} />
        </Fact>
      )}
      {clockSkew !== undefined && (
        <Fact title={t('source.fact.clockSkew')}>
          {describeClockSkew(clockSkew)}
        </Fact>
      )}
      <Fact title={t('sourceAction.target.assets')}>
        {target.entityRefs.length === 0
          ? t('sourceAction.target.noAssets')
          : target.entityRefs.map((entityRef, index) => (
              <Fragment key={entityRef}>
                {index > 0 && ', '}
                <EntityTitleLink
                  entityRef={entityRef}
                  title={parseEntityRef(entityRef).name}
                />
              </Fragment>
            ))}
      </Fact>
    </dl>
  );
}

function Parts({ parts }: Pick<TargetView, 'parts'>) {
  const incomplete = parts.filter(({ complete }) => !complete).length;
  const { t } = useTranslation();
  return (
    <details>
      <summary>
        {incomplete > 0
          ? t('sourceAction.target.partsIncomplete', {
              count: parts.length,
              incomplete,
            })
          : t('sourceAction.target.parts', { count: parts.length })}
      </summary>
      <ul>
        {parts.map(({ part, complete, problem }) => (
          <li key={part}>
            {t('sourceAction.target.part', {
              part,
              state: complete
                ? t('sourceAction.target.partComplete')
                : problem ?? t('sourceAction.target.partIncomplete'),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
