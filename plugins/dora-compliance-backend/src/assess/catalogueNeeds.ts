import type {
  Duration,
  EvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CompiledControl,
  measureDuration,
  type Need,
  type NeedKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { ControlCatalogue } from './ControlCatalogue';
import type { LineageTypes } from './EvidenceLoader';

/** What a control reads of the state of an asset: the latest of each type. */
export function latestTypes({ needs }: CompiledControl): EvidenceType[] {
  return needs.evidence
    .filter(({ read, key }) => read === 'latest' && key !== 'organization')
    .flatMap(({ types }) => types);
}

/** What a control reads of the organizations that own the asset's repositories. */
export function organizationTypes({ needs }: CompiledControl): EvidenceType[] {
  return needs.evidence
    .filter(({ key }) => key === 'organization')
    .flatMap(({ types }) => types);
}

/** What a control reads about each thing of an asset, such as each finding. */
export function eachTypes({ needs }: CompiledControl): EvidenceType[] {
  return needs.evidence
    .filter(({ read }) => read === 'latest-of-each')
    .flatMap(({ types }) => types);
}

/** What a control reads of the past of an asset itself. */
export function historyTypes({ needs }: CompiledControl): EvidenceType[] {
  return needs.evidence.filter(isHistory).flatMap(({ types }) => types);
}

/** All types that a control reads about an asset itself. */
export function listAboutAsset(compiled: CompiledControl): EvidenceType[] {
  return [
    ...latestTypes(compiled),
    ...eachTypes(compiled),
    ...historyTypes(compiled),
  ];
}

/** Whether a control reads what sources report, and not only the catalog. */
export function readsSources(compiled: CompiledControl): boolean {
  return (
    readsLineage(compiled) ||
    eachTypes(compiled).length > 0 ||
    historyTypes(compiled).length > 0
  );
}

/**
 * How far back the installed controls read each type about an asset, in
 * milliseconds. It does not depend on which of them are due.
 */
export function measureHistory(
  controls: ControlCatalogue,
): ReadonlyMap<EvidenceType, number> {
  const reach = new Map<EvidenceType, number>();
  const needs = [...controls.values()].flatMap(one => one.needs.evidence);
  for (const { types, within } of needs.filter(isHistory)) {
    const length = within ? measure(within) : Infinity;
    types.forEach(type =>
      reach.set(type, Math.max(length, reach.get(type) ?? 0)),
    );
  }
  return reach;
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
  const windows = [...controls.values()].flatMap(({ window }) =>
    window ? [measure(window)] : [],
  );
  return Math.max(0, ...windows);
}

/** The greatest length of a duration in milliseconds: months differ. */
function measure(duration: Duration): number {
  return measureDuration(duration).most;
}

/**
 * How far back controls read deployments, in milliseconds: the longest window of
 * those that read how deployments were made.
 */
export function measureLineage(controls: ControlCatalogue): number {
  return longestWindow(
    new Map([...controls].filter(([, compiled]) => readsLineage(compiled))),
  );
}

function isHistory({ read, key }: Need): boolean {
  return read === 'history' && key === 'asset';
}

function isLineage({ read, key }: Need): boolean {
  return read === 'history' && key !== 'asset' && key !== 'organization';
}
