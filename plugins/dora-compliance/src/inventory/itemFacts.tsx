import { Text } from '@backstage/ui';
import type { InventoryItemView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  EntityTitleLink,
  useReviewDue,
  useTimeFormat,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { ReactNode } from 'react';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import { Exemption } from './Exemption';
import styles from './facts.module.css';
import { Warning } from './Warning';

type Fact = (props: { item: InventoryItemView }) => JSX.Element;

export const TitleFact: Fact = ({ item }) => (
  <div className={styles.fact}>
    <EntityTitleLink
      entityRef={item.entityRef}
      title={item.title}
      weight="bold"
    />
    <Minor>{[item.kind, item.type].filter(Boolean).join(' · ')}</Minor>
  </div>
);

export const CriticalityFact: Fact = ({ item }) => {
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  return (
    <div className={styles.fact}>
      <CriticalityBadge level={item.criticality} />
      {item.declaredBelowComputed && item.declared && (
        <Warning title={t('inventory.declaredLowerExplanation')}>
          {t('inventory.declaredLower', {
            level: shared(`criticality.${item.declared}`),
          })}
        </Warning>
      )}
      {item.outOfSupport && <Warning>{t('inventory.outOfSupport')}</Warning>}
      <Exemption item={item} />
    </div>
  );
};

export const OwnerFact: Fact = ({ item }) => (
  <div className={styles.fact}>
    {item.owner ? <EntityTitleLink {...item.owner} /> : <Nothing />}
    {item.system && <Minor>{item.system.title}</Minor>}
  </div>
);

export const FunctionsFact: Fact = ({ item }) => {
  const { t } = useTranslation();
  const [first, ...others] = item.functions;
  return first ? (
    <div className={styles.fact}>
      <EntityTitleLink {...first} />
      {others.length > 0 && (
        <Minor title={t('joined', { parts: others.map(({ title }) => title) })}>
          {t('inventory.moreFunctions', { count: others.length })}
        </Minor>
      )}
    </div>
  ) : (
    <Nothing />
  );
};

export const ExposureFact: Fact = ({ item }) => {
  const { t } = useTranslation();
  return item.exposure ? (
    <Text>{t(`inventory.exposureLevel.${item.exposure}`)}</Text>
  ) : (
    <Nothing />
  );
};

export const RecoveryFact: Fact = ({ item: { rto, rpo } }) => {
  const { t } = useTranslation();
  const { formatDuration } = useTimeFormat();
  return rto || rpo ? (
    <div className={styles.fact}>
      {rto && (
        <Text>{t('inventory.rto', { duration: formatDuration(rto) })}</Text>
      )}
      {rpo && (
        <Text>{t('inventory.rpo', { duration: formatDuration(rpo) })}</Text>
      )}
    </div>
  ) : (
    <Nothing />
  );
};

export const ReviewFact: Fact = ({ item: { review } }) => {
  const { t: shared } = useSharedTranslation();
  const due = useReviewDue()(review);
  const words = shared(`review.${review.state}`);
  return (
    <div className={styles.fact}>
      {review.state === 'due' ? (
        <Text>{words}</Text>
      ) : (
        <Warning>{words}</Warning>
      )}
      {/* Without its year, a date says nothing. */}
      {due && (
        <Text variant="body-small" color="secondary">
          {due}
        </Text>
      )}
    </div>
  );
};

function Minor(props: { children: ReactNode; title?: string }) {
  return (
    <Text variant="body-small" color="secondary" title={props.title}>
      {props.children}
    </Text>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <Text variant="body-small" color="secondary" className={styles.nothing}>
      {t('inventory.notRecorded')}
    </Text>
  );
}
