import {
  type ControlStatus,
  Criticality,
  type Day,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import { decide } from '../../assess/decide';
import { decideEach } from '../../assess/decideEach';
import type { AssetToAssess } from '../../assess/KnexAssetsPage';
import type { DecisionStores } from '../../assess/loadEvidence';
import { loadPastCriticality } from '../../assess/loadPastCriticality';
import type { PlacedAsset } from '../scopes';
import { scoreAsset, tallyAsset } from '../scoreAsset';
import type { PastStatuses } from './listStatusDays';
import type { PastScore } from './sumPast';

/** What past scores are computed with. */
export type PastParts = {
  stores: DecisionStores;
  controls: ControlCatalogue;
  now: Instant;
  /** Called with each pair that could not be assessed: it counts as unknown. */
  onFailed?: (failed: { entityRef: string; error: unknown }) => void;
};

/** An asset, and where it belongs now. */
export type PastAsset = AssetToAssess & { placed: PlacedAsset };

/** An asset at the end of a past day. */
export type PastDay = {
  score: PastScore;
  /** By control. Of pairs that could not be assessed there is none. */
  statuses: PastStatuses;
};

/**
 * The scores and statuses of some assets at the end of a past day (UTC), by what is known now: with
 * the controls of now, where the assets belong now, and their criticality of then if
 * it is known.
 */
export async function decidePast(
  assets: readonly PastAsset[],
  day: Day,
  { stores, controls, now, onFailed }: PastParts,
): Promise<PastDay[]> {
  const asOf = `${day}T23:59:59.999Z` as Instant;
  const known = await loadPastCriticality(
    stores.evidence,
    assets.map(({ asset }) => asset),
    asOf,
  );
  const due = assets.flatMap(({ asset, criticality }) => {
    const { entityRef } = asset;
    const level = known.get(entityRef) ?? criticality;
    return [...controls.keys()].map(controlId => ({
      entityRef,
      controlId,
      asset,
      ...(level && { criticality: level }),
    }));
  });
  const decided = await decideEach(due, pairs =>
    decide({ due: pairs, controls, stores, asOf, knownAt: now }),
  );
  const statuses = new Map<string, Map<string, ControlStatus>>();
  for (const { entityRef, controlId, assessment, error } of decided) {
    const found = statuses.get(entityRef) ?? new Map();
    statuses.set(entityRef, found);
    if (assessment) {
      found.set(controlId, assessment.status);
    } else if (error) {
      onFailed?.({ entityRef, error });
    }
  }
  const severities = [...controls.values()].map(({ control }) => control);
  return assets.map(({ asset: { entityRef }, placed }) => {
    const level = known.get(entityRef);
    const rank = level ? Criticality.options.indexOf(level) : placed.rank;
    const found = statuses.get(entityRef) ?? new Map();
    const score = scoreAsset({ ...placed, rank }, found, severities);
    return {
      score: { ...score, day, tally: tallyAsset(score) },
      statuses: found,
    };
  });
}
