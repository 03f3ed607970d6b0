import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import {
  type Instant,
  type Reason,
  readReasons,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import {
  composeTitle,
  countDistinct,
  NAMED,
  type NamedPair,
} from './composeMessage';
import { linkAsset, linkScorecard } from './links';
import type { StatusChange } from './StatusChange';

/** A pair that is about to be lost, and what to do about its control. */
export type ExpiringPair = NamedPair & { remediation: string };

type Expiring = ExpiringPair & NonNullable<StatusChange['expiry']>;

/** Parameters whose values are words of ours. */
const OUR_WORDS = ['kind', 'status'];

/**
 * The message about controls of one owner that are about to be lost; none if all of
 * them ended or changed meanwhile. A message about one pair is replaced by the one
 * that says that it was lost.
 *
 * @param changes - by number
 */
export function composeExpiries(
  sentences: Sentences,
  options: {
    ownerRef: string;
    changes: readonly StatusChange[];
    name: (change: StatusChange) => ExpiringPair;
    now: Instant;
  },
): NotificationPayload[] {
  const { ownerRef, changes, name, now } = options;
  const pairs = listCurrent(changes, now).map(
    ({ expiry, ...change }): Expiring => ({
      ...name(change),
      ...expiry,
    }),
  );
  const [first] = pairs.toSorted(compareEnd);
  if (!first) {
    return [];
  }
  const { entityRef, controlId } = first;
  const isOne = pairs.length === 1;
  const assets = countDistinct(pairs.map(pair => pair.entityRef));
  const asset = linkAsset(entityRef, isOne ? controlId : undefined);
  return [
    {
      title: composeTitle(sentences.language.notifications, {
        topic: 'expiring',
        pairs,
        assets,
      }),
      description: isOne
        ? describeOne(sentences, first)
        : describeSeveral(sentences, pairs),
      link: assets === 1 ? asset : linkScorecard(ownerRef) ?? asset,
      severity: 'normal',
      topic: 'expiring',
      scope: isOne
        ? `status:${entityRef}:${controlId}`
        : `expiring:${ownerRef}:${changes[0]!.number}`,
    },
  ];
}

/**
 * The last notice of each pair that still holds: nothing is lost yet, or it was lost and
 * came back meanwhile. There is no second notice about the same instant.
 */
function listCurrent(changes: readonly StatusChange[], now: Instant) {
  const byPair = Map.groupBy(
    changes,
    change => `${change.entityRef} ${change.controlId}`,
  );
  return [...byPair.values()].flatMap(ofPair => {
    const noticed = ofPair.findLast(({ expiry }) => expiry);
    const { expiry, ...change } = noticed ?? ofPair[0]!;
    return expiry && expiry.at > now && ofPair.at(-1)!.to === 'satisfied'
      ? [{ ...change, expiry }]
      : [];
  });
}

/** When it is lost, why, and what to do. */
function describeOne(
  sentences: Sentences,
  { at, reason: written, remediation }: Expiring,
): string {
  const { notifications } = sentences.language;
  const [reason] = readReasons(written);
  return [
    notifications['expiring-at']({ at }),
    reason &&
      namesNothing(reason) &&
      notifications['expiring-why']({ reason: sentences.sentence(reason) }),
    // What can't be assessed has advice of its own, and some findings do.
    reason &&
      sentences.advice({ remediation }, { status: 'not-assessed', reason }),
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * Whether a reason has times and numbers only: Backstage sends a message also to users
 * who may not read what others name.
 */
function namesNothing({ params }: Reason): boolean {
  return Object.entries(params).every(
    ([name, value]) =>
      OUR_WORDS.includes(name) ||
      typeof value === 'number' ||
      /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(String(value)),
  );
}

function describeSeveral(
  { language: { notifications } }: Sentences,
  pairs: readonly Expiring[],
): string {
  const first = notifications['expiring-first']({
    pairs: pairs.toSorted(compareEnd).slice(0, NAMED),
    others: Math.max(0, pairs.length - NAMED),
  });
  return `${first} ${notifications['expiring-advice']({})}`;
}

function compareEnd(one: Expiring, other: Expiring): number {
  return (
    one.at.localeCompare(other.at, 'en') ||
    one.asset.localeCompare(other.asset, 'en') ||
    one.controlId.localeCompare(other.controlId, 'en')
  );
}
