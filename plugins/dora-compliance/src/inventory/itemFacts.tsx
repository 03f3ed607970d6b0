import { Text } from '@backstage/ui';
import type { InventoryItemView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  criticalityWords,
  EntityTitleLink,
  formatDuration,
  reviewDueWords,
  reviewWords,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiErrorWarningLine } from '@remixicon/react';
import styles from './facts.module.css';
import { exposureWords } from './filterWords';

type Fact = (props: { item: InventoryItemView }) => JSX.Element;

export const TitleFact: Fact = ({ item }) => (
  <div className={styles.fact}>
    <EntityTitleLink
      entityRef={item.entityRef}
      title={item.title}
      weight="bold"
      truncate
    />
    <Minor>{[item.kind, item.type].filter(Boolean).join(' · ')}</Minor>
  </div>
);

export const CriticalityFact: Fact = ({ item }) => (
  <div className={styles.fact}>
    <CriticalityBadge level={item.criticality} />
    {item.declaredBelowComputed && item.declared && (
      <span
        className={styles.warning}
        title="Something that uses it is more critical than the declared level"
      >
        <RiErrorWarningLine size={14} aria-hidden />
        Declared lower: {criticalityWords[item.declared].toLowerCase()}
      </span>
    )}
    {item.outOfSupport && (
      <span className={styles.warning}>
        <RiErrorWarningLine size={14} aria-hidden />
        Out of support
      </span>
    )}
  </div>
);

export const OwnerFact: Fact = ({ item }) => (
  <div className={styles.fact}>
    {item.owner ? <EntityTitleLink truncate {...item.owner} /> : <Nothing />}
    {item.system && <Minor>{item.system.title}</Minor>}
  </div>
);

export const FunctionsFact: Fact = ({ item }) => {
  const [first, ...others] = item.functions;
  return first ? (
    <div className={styles.fact}>
      <EntityTitleLink truncate {...first} />
      {others.length > 0 && (
        <Minor title={others.map(({ title }) => title).join(', ')}>
          and {others.length} more
        </Minor>
      )}
    </div>
  ) : (
    <Nothing />
  );
};

export const ExposureFact: Fact = ({ item }) =>
  item.exposure ? <Text>{exposureWords[item.exposure]}</Text> : <Nothing />;

export const RecoveryFact: Fact = ({ item }) =>
  item.rto || item.rpo ? (
    <div className={styles.fact}>
      {item.rto && <Text truncate>RTO {formatDuration(item.rto)}</Text>}
      {item.rpo && <Text truncate>RPO {formatDuration(item.rpo)}</Text>}
    </div>
  ) : (
    <Nothing />
  );

export const ReviewFact: Fact = ({ item }) => (
  <div className={styles.fact}>
    <span className={item.review.state === 'due' ? undefined : styles.warning}>
      {item.review.state === 'due' ? (
        <Text>{reviewWords.due}</Text>
      ) : (
        <>
          <RiErrorWarningLine size={14} aria-hidden />
          {reviewWords[item.review.state]}
        </>
      )}
    </span>
    {item.review.dueOn && <Minor>{reviewDueWords(item.review)}</Minor>}
  </div>
);

function Minor(props: { children: React.ReactNode; title?: string }) {
  return (
    <Text variant="body-small" color="secondary" truncate title={props.title}>
      {props.children}
    </Text>
  );
}

function Nothing() {
  return (
    <Text variant="body-small" color="secondary" className={styles.nothing}>
      Not recorded
    </Text>
  );
}
