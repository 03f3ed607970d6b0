import {
  addDuration,
  type EvidenceType,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  CompiledControl,
  Need,
  NeedKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { ControlCatalogue } from './ControlCatalogue';
import type { LineageTypes } from './EvidenceLoader';

const EPOCH = '1970-01-01T00:00:00.000Z' as Instant;

/** What a control reads of the state of an asset: the latest of each type. */
export function latestTypes({ needs }: CompiledControl): EvidenceType[] {
  return needs.evidence
    .filter(({ read }) => read === 'latest')
    .flatMap(({ types }) => types);
}

/** Whether a control reads how deployments were made. */
export function readsLineage({ needs }: CompiledControl): boolean {
  return needs.evidence.some(isLineage);
}

/**
 * What all installed controls read about deployments. It does not depend on
 * which of them are due: a result must not depend on what is assessed at the
 * same time.
 */
export function lineageTypes(controls: ControlCatalogue): LineageTypes {
  const needs = [...controls.values()].flatMap(one => one.needs.evidence);
  const ofKey = (key: NeedKey) => [
    ...new Set(
      needs
        .filter(need => isLineage(need) && need.key === key)
        .flatMap(({ types }) => types),
    ),
  ];
  return {
    deployment: ofKey('repository'),
    commit: ofKey('commit'),
    change: ofKey('change'),
  };
}

/**
 * The longest time window of controls over events, in milliseconds; zero if
 * there are none.
 */
export function longestWindow(controls: ControlCatalogue): number {
  const windows = [...controls.values()].flatMap(({ population: { window } }) =>
    window ? [Date.parse(addDuration(EPOCH, window))] : [],
  );
  return Math.max(0, ...windows);
}

function isLineage({ read }: Need): boolean {
  return read === 'history';
}
