import {
  type Evidence,
  type Instant,
  isEvidenceOf,
  type Outlook,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CompiledControl,
  foresee,
  type RemedyFacts,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { DecidablePair } from '../../assess/ClaimedPair';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import { type DecisionStores, loadEvidence } from '../../assess/loadEvidence';
import { eventLoopYielder } from '../../kernel/worker/eventLoopYielder';

/**
 * How a finding ends, by what is known now. A constant number of statements, however
 * many instants are looked at.
 */
export async function foreseeFinding(
  pair: DecidablePair,
  compiled: CompiledControl,
  {
    stores,
    controls,
    now,
  }: { stores: DecisionStores; controls: ControlCatalogue; now: Instant },
): Promise<Outlook> {
  const { asset, criticality, entityRef } = pair;
  const loaded = await loadEvidence({
    pairs: [{ ...pair, compiled }],
    // How far back is loaded follows from all controls, as for every result.
    controls,
    stores,
    asOf: now,
  });
  const steps = foresee(compiled, {
    asset,
    ...(criticality && { criticality }),
    evidence: loaded.select(asset, [compiled]),
    sourceHeard: loaded.heard.has(entityRef),
    gaps: loaded.gaps.get(entityRef) ?? [],
    people: loaded.people,
    asOf: now,
  });
  const yieldIfDue = eventLoopYielder();
  let step = steps.next();
  while (!step.done) {
    await yieldIfDue();
    step = steps.next();
  }
  return step.value;
}

/** Who may approve deployments to the environment that a reason names. */
export async function findReviewers(
  { asset }: Pick<DecidablePair, 'asset'>,
  { params }: Reason,
  { stores, now }: { stores: Pick<DecisionStores, 'evidence'>; now: Instant },
): Promise<RemedyFacts> {
  const { environment } = params;
  if (!environment) {
    return {};
  }
  const type = 'environment-protection-observed';
  const found = await stores.evidence.loadLatestOfEach([asset], [type], now);
  const settings = found
    .filter((item): item is Evidence<typeof type> => isEvidenceOf(type, item))
    .filter(({ predicate }) => predicate.environment.name === environment);
  const names = settings.flatMap(({ predicate }) =>
    predicate.reviewers.map(({ name }) => name),
  );
  return names.length > 0 ? { reviewers: [...new Set(names)] } : {};
}
