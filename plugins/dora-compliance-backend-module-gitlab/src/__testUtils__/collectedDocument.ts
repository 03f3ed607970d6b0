import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  collectedBody,
  type CollectedDocument,
  type Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { normaliseGitlabApi } from '../normalise/api/normaliseGitlabApi';
import { FakeGitlab } from './FakeGitlab';
import { ledgerAnswers } from './ledgerAnswers';

/* eslint-disable @typescript-eslint/no-explicit-any */

const scope = {
  productionEnvironments: [],
  protectedBranches: ['release/2', 'wild'],
};

const { project, target } = new FakeGitlab();

/** The project `bank/ledger` as the fake answers it. */
export const ledgerProject = project;

/** A document of a part whose answers are those of the fake, or given ones. */
export function collectedDocument(
  part: string,
  paths: readonly string[],
  changes: Record<string, any> = {},
  rest: Partial<CollectedDocument> = {},
): CollectedDocument {
  return {
    part,
    target: target.uri,
    targetKind: 'repository',
    collectedAt: '2026-03-31T12:00:00.000Z' as Instant,
    complete: true,
    answers: ['', ...paths].map(path => ({
      request: `GET /projects/bank%2Fledger${path}?per_page=100&page=1`,
      status: 200,
      body: changes[path] ?? (path === '' ? project : ledgerAnswers[path]),
    })),
    ...rest,
  };
}

/** What is read of a document. */
export function normaliseDocument(document: CollectedDocument): Normalised {
  return normaliseGitlabApi(collectedBody(document), scope);
}

/** The predicates of what is read of a document. */
export function readPredicates(document: CollectedDocument): any[] {
  const read = normaliseDocument(document);
  if (read.outcome === 'rejected') {
    throw new Error(read.reason);
  }
  return read.statements.map(({ predicate }) => predicate);
}
