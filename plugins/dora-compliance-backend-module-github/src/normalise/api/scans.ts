import {
  commitSubject,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Commit, Moment, repositorySubject } from '../fields';
import {
  type PartialReading,
  readStatements,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GithubAnswers } from './GithubAnswers';
import { listShape } from './pages';

const AnalysisAnswer = z.looseObject({
  id: z.number().int(),
  url: z.string(),
  ref: z.string(),
  commit_sha: Commit,
  category: z.string().optional(),
  error: z.string(),
  created_at: Moment,
  results_count: z.number().int().nonnegative(),
  tool: z.looseObject({
    name: z.string().min(1),
    version: z.string().nullish(),
  }),
});

export const Analyses = listShape(AnalysisAnswer);

/** Analyses uploaded to code scanning, those that failed among them. */
export function readScans(answers: GithubAnswers): PartialReading {
  const { repository } = answers;
  return readStatements(
    repository ? answers.list(/^\/code-scanning\/analyses$/, Analyses) : [],
    ({ id }) => `analysis ${id}`,
    analysis => [
      {
        type: 'security-scan-finished',
        subjects: [
          repositorySubject(repository!),
          commitSubject(analysis.commit_sha),
        ],
        predicate: {
          tool: {
            name: analysis.tool.name,
            ...(analysis.tool.version && { version: analysis.tool.version }),
          },
          kind: 'code',
          ...(analysis.category && { category: analysis.category }),
          ref: analysis.ref,
          commit: analysis.commit_sha,
          results: analysis.results_count,
          ...(analysis.error && { error: analysis.error }),
          url: analysis.url,
          finishedAt: analysis.created_at,
        },
        observedAt: analysis.created_at,
        sourceId: 'github',
      } satisfies Statement,
    ],
  );
}
