import { Link, Text } from '@backstage/ui';
import type {
  ChainItemView,
  ChainStepView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  RelativeTime,
  type Tone,
  ToneBadge,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../../translation/useTranslation';
import { useTabAddress } from '../useTabAddress';
import styles from './production.module.css';

const tones: Readonly<Record<ChainStepView['state'], Tone>> = {
  known: 'success',
  failed: 'danger',
  missing: 'warning',
  none: 'neutral',
};

/**
 * One step of a chain: its state in words, why, what it consists of, its evidence.
 *
 * @param props.shown - how many items are in view; the others are folded
 */
export function ChainStep(props: { step: ChainStepView; shown?: number }) {
  const { shown = Infinity } = props;
  const { step, state, why, items, omittedItems, evidence } = props.step;
  const { t } = useTranslation();
  const { toEvidence } = useTabAddress();
  const folded = items.slice(shown);
  return (
    <li className={styles[state]}>
      <span className={styles.line}>
        <Text weight="bold">{t(`production.step.${step}`)}</Text>
        <ToneBadge tone={tones[state]}>
          {t(`production.state.${state}`)}
        </ToneBadge>
        {evidence.length > 0 && (
          <Link href={toEvidence(evidence)}>
            {t('production.evidence', { count: evidence.length })}
          </Link>
        )}
      </span>
      {why && <Text>{why.sentence}</Text>}
      <Items items={items.slice(0, shown)} />
      {folded.length > 0 && (
        <details className={styles.folded}>
          <summary>{t('production.more', { count: folded.length })}</summary>
          <Items items={folded} />
        </details>
      )}
      {omittedItems > 0 && (
        <Text variant="body-small" color="secondary">
          {t('compliance.omitted', { count: omittedItems })}
        </Text>
      )}
    </li>
  );
}

function Items({ items }: { items: readonly ChainItemView[] }) {
  return items.length === 0 ? null : (
    <ul className={styles.items}>
      {items.map((item, place) => (
        <li key={`${place} ${item.title}`}>
          <Item item={item} />
        </li>
      ))}
    </ul>
  );
}

function Item({ item }: { item: ChainItemView }) {
  const { title, uri, by, at, decision, withoutChange } = item;
  const { t } = useTranslation();
  return (
    <>
      {uri ? <WebLink href={uri}>{title}</WebLink> : <Text>{title}</Text>}{' '}
      {decision && <Text>{t(`production.decision.${decision}`)}</Text>}{' '}
      <Text variant="body-small" color="secondary">
        {by && t('production.by', { person: by })}{' '}
        {at && <RelativeTime instant={at} />}
      </Text>
      {withoutChange && (
        <>
          {' '}
          <Text variant="body-small" weight="bold">
            {t('production.withoutChange')}
          </Text>
        </>
      )}
    </>
  );
}
