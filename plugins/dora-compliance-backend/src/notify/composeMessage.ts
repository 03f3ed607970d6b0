import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { Severity } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Language } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { linkAsset, linkScorecard } from './links';

/** A pair of asset and control that a message names. */
export type NamedPair = {
  entityRef: string;
  controlId: string;
  /** The titles. */
  asset: string;
  control: string;
  severity: Severity;
};

/** What happened to the pairs of a message. */
type Topic = 'not-satisfied' | 'not-assessed' | 'satisfied' | 'expiring';

/** The pairs that a message names at most. */
export const NAMED = 3;

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

const TO_PAYLOAD = {
  critical: 'critical',
  high: 'high',
  medium: 'normal',
  low: 'low',
} as const;

/** One message to an owner about any number of pairs. */
export function composeMessage(
  { notifications: sentences }: Pick<Language, 'notifications'>,
  options: {
    topic: Exclude<Topic, 'expiring'>;
    ownerRef: string;
    pairs: readonly NamedPair[];
    /** Later messages with the same scope replace the message. */
    scope: string;
  },
): NotificationPayload {
  const { topic, ownerRef, pairs, scope } = options;
  const worst = pairs.toSorted(compareSeverity);
  const first = worst[0]!;
  const assets = countDistinct(pairs.map(({ entityRef }) => entityRef));
  const isOne = pairs.length === 1;
  const list = sentences.worst({
    pairs: worst.slice(0, NAMED),
    others: Math.max(0, pairs.length - NAMED),
  });
  const advice = topic === 'satisfied' ? '' : sentences[`${topic}-advice`]({});
  const asset = linkAsset(first.entityRef, isOne ? first.controlId : undefined);
  return {
    title: composeTitle(sentences, { topic, pairs, assets }),
    description: [isOne ? '' : list, advice].filter(Boolean).join(' '),
    link: assets === 1 ? asset : linkScorecard(ownerRef) ?? asset,
    severity: topic === 'satisfied' ? 'low' : TO_PAYLOAD[first.severity],
    topic,
    scope,
  };
}

/** Names the control or the asset, if all pairs have the same one. */
export function composeTitle(
  sentences: Language['notifications'],
  of: { topic: Topic; pairs: readonly NamedPair[]; assets: number },
): string {
  const { topic, pairs, assets } = of;
  const { asset, control } = pairs[0]!;
  const count = pairs.length;
  if (count === 1) {
    return sentences[topic]({ asset, control });
  }
  if (assets === 1) {
    return sentences[`${topic}-controls`]({ count, asset });
  }
  return countDistinct(pairs.map(({ controlId }) => controlId)) === 1
    ? sentences[`${topic}-assets`]({ control, assets })
    : sentences[`${topic}-many`]({ count, assets });
}

export function countDistinct(values: readonly string[]): number {
  return new Set(values).size;
}

function compareSeverity(one: NamedPair, other: NamedPair): number {
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    one.asset.localeCompare(other.asset, 'en') ||
    one.controlId.localeCompare(other.controlId, 'en')
  );
}
