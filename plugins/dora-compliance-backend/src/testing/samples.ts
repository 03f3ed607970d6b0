import {
  type Control,
  computeDigest,
  type IctAsset,
  type Instant,
  type InventoryNode,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { ReceivedDocument } from '../ledger/ReceivedDocument';

/** After which evidence is late by default, in milliseconds: a day. */
export const lateAfter = 24 * 60 * 60_000;

/** Instants of a test: minutes after it begins. */
export function at(minutes: number): Instant {
  return new Date(
    Date.UTC(2026, 2, 1) + minutes * 60_000,
  ).toISOString() as Instant;
}

export function assetNamed(name: string): IctAsset {
  return {
    entityRef: `component:default/${name}`,
    id: `urn:backstage:component:default:${name}`,
    declared: {},
    problems: [],
    kind: 'component',
    title: name,
    repositories: [`https://github.com/bank/${name}`],
    linked: true,
  };
}

/** The asset of a name as a node of the inventory that nothing is linked to. */
export function nodeNamed(
  name: string,
  declared: IctAsset['declared'] = {},
): InventoryNode {
  const asset = { ...assetNamed(name), declared };
  const { entityRef, title } = asset;
  return { node: 'asset', entityRef, title, links: [], asset };
}

export function received(
  text: string,
  minutes = 0,
  deliveryId?: string,
): ReceivedDocument {
  const body = new TextEncoder().encode(text);
  return {
    document: {
      digest: computeDigest(body),
      sourceId: 'test',
      mediaType: 'application/json',
      size: body.byteLength,
      receivedAt: at(minutes),
      verification: 'authenticated',
      proof: 'secret',
      origin: 'pushed',
      redactions: [],
    },
    deliveryId,
    headers: { 'x-event': 'y' },
    body,
  };
}

/** A statement about the repository of an asset; each number makes another one. */
export function statementOn(name: string, minutes = 0): Statement {
  return {
    type: 'change-updated',
    subjects: [
      { kind: 'repository', uri: `https://github.com/bank/${name}` },
      { kind: 'change', uri: `https://github.com/bank/${name}/pull/1` },
    ],
    predicate: {
      change: { number: '1', title: 'x', url: 'https://x' },
      pushedBy: { system: 'github.com', login: 'anna', kind: 'human' },
      headCommit: 'a',
    },
    observedAt: at(minutes),
    sourceId: 'test',
  };
}

/** What was read of an organization that owns repositories on github.com. */
export function organizationRead(
  name: string,
  minutes = 0,
  requiresTwoFactor = true,
): Statement {
  return {
    type: 'organization-settings-observed',
    subjects: [{ kind: 'organization', uri: `https://github.com/${name}` }],
    predicate: {
      complete: true,
      name,
      account: 'organization',
      requiresTwoFactor,
    },
    observedAt: at(minutes),
    sourceId: 'test',
  };
}

export function normalised(...statements: Statement[]): () => Normalised {
  return () => ({ outcome: 'normalised', statements });
}

export const control: Control = {
  id: 'chg-99-test',
  code: 'CHG-99',
  title: 'Test',
  objective: 'Test',
  provisions: [{ act: 'DORA', ref: '9(4)(e)', relation: 'supports' }],
  lens: { area: 'resilience' },
  appliesTo: { kind: 'component' },
  severity: {
    'critical-or-important': 'high',
    important: 'high',
    standard: 'low',
  },
  population: { each: 'deployment', within: 'P90D' },
  assess: [{ id: 'it', text: 'It.', assert: 'change.independence.satisfied' }],
  remediation: 'Fix it.',
};

export const installed = [
  {
    control,
    digest: computeDigest('control'),
    codeDigest: computeDigest('code 1'),
    versions: { evaluator: 1 },
    reads: ['change-updated' as const, 'service-deployed' as const],
  },
];
