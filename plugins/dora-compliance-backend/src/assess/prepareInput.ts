import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvaluationInput } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { acceptRisks } from './acceptRisks';
import type { ControlCatalogue } from './ControlCatalogue';
import type { KnownPair, LoadedEvidence } from './loadEvidence';

/** What some controls of one asset are assessed on, and when more of it counts. */
type PreparedInput = {
  input: EvaluationInput;
  findNext(controlId: string): Instant | undefined;
};

/** Selects what was loaded for pairs of one asset. */
export function prepareInput(
  pairs: readonly [KnownPair, ...KnownPair[]],
  loaded: LoadedEvidence,
  {
    controls,
    asOf,
    knownAt,
  }: {
    controls: ControlCatalogue;
    asOf: Instant;
    knownAt?: Instant | undefined;
  },
): PreparedInput {
  const [{ asset, criticality }] = pairs;
  const evidence = loaded.select(
    asset,
    pairs.map(({ compiled }) => compiled),
  );
  const about = {
    asset,
    ...(criticality && { criticality }),
    people: loaded.people,
    asOf,
    ...(knownAt && { knownAt }),
  };
  const risks = acceptRisks(
    { ...about, evidence: loaded.selectRisks(asset) },
    controls,
  );
  const next = findNextRecorded(evidence, knownAt ?? asOf);
  return {
    input: {
      ...about,
      evidence,
      sourceHeard: loaded.heard.has(asset.entityRef),
      gaps: loaded.gaps.get(asset.entityRef) ?? [],
      acceptances: risks.acceptances,
    },
    findNext: controlId =>
      [next, risks.findNext(controlId)].flatMap(at => at ?? []).sort()[0],
  };
}

/**
 * When evidence that does not count yet will count: the clock of the replica that
 * recorded it is ahead of ours.
 */
function findNextRecorded(evidence: readonly Evidence[], asOf: Instant) {
  return evidence
    .map(({ recordedAt }) => recordedAt)
    .filter(recordedAt => recordedAt > asOf)
    .sort()[0];
}
