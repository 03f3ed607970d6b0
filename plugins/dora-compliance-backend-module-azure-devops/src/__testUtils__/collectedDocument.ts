import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  collectedBody,
  type CollectedDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { normaliseAzureDevOpsApi } from '../normalise/api/normaliseAzureDevOpsApi';

const TARGET = 'https://dev.azure.com/bank/payments/_git/ledger';

/** A document of a part with these answers, by their requests. */
export function collectedDocument(
  part: string,
  answers: Readonly<Record<string, unknown>>,
  problem?: string,
): CollectedDocument {
  return {
    part,
    target: TARGET,
    targetKind: 'repository',
    collectedAt: '2026-03-03T00:00:00.000Z' as Instant,
    complete: !problem,
    ...(problem && { problem }),
    answers: Object.entries(answers).map(([path, body]) => ({
      request: `GET /payments/_apis/${path}?api-version=7.1`,
      status: body === null ? 404 : 200,
      body,
    })),
  };
}

export function buildList(...value: unknown[]) {
  return { count: value.length, value };
}

/** What is read of a document. */
export function readDocument(
  document: CollectedDocument,
  protectedBranches: string[] = [],
): { statements: Statement[]; flaws: readonly string[] } {
  const read = normaliseAzureDevOpsApi(collectedBody(document), {
    productionEnvironments: ['live'],
    protectedBranches,
  });
  if (read.outcome === 'rejected') {
    throw new Error(read.reason);
  }
  return { statements: read.statements, flaws: read.flaws ?? [] };
}
