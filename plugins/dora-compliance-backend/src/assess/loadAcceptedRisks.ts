import {
  type Evidence,
  type EvidenceType,
  type IctAsset,
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { keysOfAsset } from '../register/assetKeys';
import type { EvidenceLoader } from './EvidenceLoader';
import { groupByKey } from './groupByKey';

/**
 * What tells which risks are accepted. Every control reads it, as a risk of any of them
 * may be accepted.
 */
export const acceptanceTypes: readonly EvidenceType[] = [
  'evidence-confirmed',
  'risk-accepted',
];

/**
 * How far back it is read, in milliseconds. No risk is accepted for longer than a year,
 * and nobody records what they will do later.
 */
const REACH = 367 * 24 * 60 * 60_000;

/** What people recorded about accepted risks of some assets, in one pass over all. */
export async function loadAcceptedRisks(
  assets: readonly IctAsset[],
  loader: EvidenceLoader,
  asOf: Instant,
) {
  const since = toInstant(new Date(Math.max(0, Date.parse(asOf) - REACH)));
  const found =
    assets.length > 0
      ? await loader.loadHistory(
          assets,
          new Map(acceptanceTypes.map(type => [type, since])),
        )
      : [];
  const byKey = groupByKey(found);
  return {
    /** Empty if nobody recorded a risk. */
    evidence: found.some(isRisk) ? found : [],
    /** What is about one asset; empty if nobody recorded a risk of it. */
    select(asset: IctAsset): readonly Evidence[] {
      const own = keysOfAsset(asset).flatMap(key => byKey.get(key) ?? []);
      return own.some(isRisk) ? own : [];
    },
  };
}

function isRisk({ type }: Evidence): boolean {
  return type === 'risk-accepted';
}
