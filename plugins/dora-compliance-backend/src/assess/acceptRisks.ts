import {
  type Evidence,
  type Instant,
  isEvidenceOf,
  type RiskAcceptance,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  deriveAcceptances,
  judgesAcceptances,
  type RecordedRisks,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { ControlCatalogue } from './ControlCatalogue';

/** The accepted risks of an asset, and when others begin to count. */
type AcceptedRisks = {
  acceptances: readonly RiskAcceptance[];
  /** Set if a record about the control does not count yet. */
  findNext(controlId: string): Instant | undefined;
};

/**
 * The accepted risks of an asset, as the installed controls that judge them allow.
 * What the clock of another replica dates later than now begins to count then.
 */
export function acceptRisks(
  input: RecordedRisks,
  controls: ControlCatalogue,
): AcceptedRisks {
  const { evidence, asOf, knownAt = asOf } = input;
  const named = new Set(evidence.flatMap(nameControl));
  const [next] = evidence
    .flatMap(item => listLater(item, { asOf, knownAt }))
    .sort();
  return {
    acceptances:
      named.size > 0
        ? deriveAcceptances(
            input,
            [...controls.values()].filter(judgesAcceptances),
          )
        : [],
    findNext: controlId => (named.has(controlId) ? next : undefined),
  };
}

function nameControl(item: Evidence): string[] {
  return isEvidenceOf('risk-accepted', item) ? [item.predicate.control] : [];
}

function listLater(
  { observedAt, recordedAt }: Evidence,
  { asOf, knownAt }: { asOf: Instant; knownAt: Instant },
): Instant[] {
  return [
    ...(observedAt > asOf ? [observedAt] : []),
    ...(recordedAt > knownAt ? [recordedAt] : []),
  ];
}
