import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type AccountClaim,
  canonicalJson,
  computeDigest,
  type Criticality,
  type Evidence,
  type EvidenceGap,
  type IctAsset,
  type Instant,
  parseStatement,
  type Regime,
  type RiskAcceptance,
  type Severity,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  ControlCase,
  Shown,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { parse } from 'yaml';

/** A case as `control.test.yaml` writes it. */
type WrittenCase = {
  name: string;
  asset?: Partial<IctAsset>;
  criticality?: Criticality;
  evidence: Record<string, unknown>[];
  silent?: boolean;
  /** How much of the origin of all evidence is proven. */
  verification?: Verification;
  gaps?: EvidenceGap[];
  people?: AccountClaim[];
  /** Accepted risks. What is not written is about all of the control. */
  acceptances?: Partial<RiskAcceptance>[];
  /** What the case demonstrates; `fails` names a requirement. */
  shows?: (Shown | { fails: string })[];
  expect: ControlCase['expect'];
};

/** What `control.test.yaml` says of a control. */
export type Samples = {
  asOf: Instant;
  /** For each level of criticality, the most critical first. */
  severity: Severity[];
  regimes: Regime[];
  appliesTo: Partial<IctAsset>[];
  doesNotApplyTo: Partial<IctAsset>[];
  /** What the cases cannot demonstrate, and why. */
  cannot?: Record<string, string>;
  cases: ControlCase[];
};

/** The folder of all controls. */
export const folder = path.resolve(__dirname, '../../controls');

/** Reads the samples of a control. */
export function readSamples(id: string): Samples {
  const file = path.join(folder, id, 'control.test.yaml');
  const { cases, ...samples } = parse(readFileSync(file, 'utf8'), {
    merge: true,
    maxAliasCount: -1,
  }) as Omit<Samples, 'cases'> & { cases: WrittenCase[] };
  return { ...samples, cases: cases.map(item => readCase(id, item)) };
}

function readCase(id: string, written: WrittenCase): ControlCase {
  const { silent, gaps, people, verification, criticality, ...rest } = written;
  const { acceptances, shows = [], ...item } = rest;
  return {
    ...item,
    shows: shows.map(one =>
      typeof one === 'string' ? one : (`fails: ${one.fails}` as const),
    ),
    evidence: readEvidence(item.evidence).map(one => ({
      ...one,
      ...(verification && { verification }),
    })) as Evidence[],
    input: {
      sourceHeard: !silent,
      ...(gaps && { gaps }),
      ...(people && { people }),
      ...(criticality && { criticality }),
      ...(acceptances && {
        acceptances: acceptances.map(one => toAcceptance(id, one)),
      }),
    },
  };
}

function toAcceptance(
  controlId: string,
  written: Partial<RiskAcceptance>,
): RiskAcceptance {
  return {
    id: 'accepted',
    controlId,
    acceptedBy: 'user:default/julia',
    rationale: 'Replaced in summer',
    from: '2026-03-01T00:00:00.000Z' as Instant,
    until: '2026-06-30T00:00:00.000Z' as Instant,
    recordedAt: '2026-03-01T00:00:00.000Z' as Instant,
    ...written,
  };
}

/** A confirmation that names no evidence is about the piece before it. */
function readEvidence(written: readonly Record<string, unknown>[]): Evidence[] {
  const read: Evidence[] = [];
  for (const one of written) {
    const predicate = {
      evidence: read.at(-1)?.id,
      ...(one.predicate as object),
    };
    const isConfirmation = one.type === 'evidence-confirmed';
    read.push(toEvidence(isConfirmation ? { ...one, predicate } : one));
  }
  return read;
}

function toEvidence(written: Record<string, unknown>): Evidence {
  const statement = parseStatement({ sourceId: 'test', ...written });
  return {
    ...statement,
    id: computeDigest(canonicalJson(statement)),
    recordedAt: statement.observedAt,
    documentDigest: computeDigest('document'),
    verification: 'authenticated',
    proof: 'secret',
  } as Evidence;
}
