import { commitSubject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { CommitId, Moment, SOURCE_ID, WebAddress } from '../fields';
import { toScanKind } from '../vulnerability';
import type { PartReader } from './GitlabAnswers';

export const Job = z.looseObject({
  id: z.number().int(),
  name: z.string().min(1),
  status: z.string(),
  ref: z.string().nullish(),
  web_url: WebAddress,
  finished_at: Moment.nullish(),
  commit: z.looseObject({ id: CommitId }).nullish(),
  artifacts: z.array(z.looseObject({ file_type: z.string() })).nullish(),
});

/** The types of reports that come from security scanners. */
const REPORTS = new Set([
  'api_fuzzing',
  'cluster_image_scanning',
  'container_scanning',
  'coverage_fuzzing',
  'dast',
  'dependency_scanning',
  'sast',
  'secret_detection',
]);

/**
 * The scans of the last pipeline of the default branch: jobs that left a
 * security report. How many findings it has is a paid feature, and not
 * reported.
 */
export const readSecurityScans: PartReader = answers => {
  const project = answers.project;
  const jobs = answers.items(/^\/pipelines\/\d+\/jobs$/, Job);
  if (!project || !jobs) {
    return [];
  }
  return jobs.flatMap(job => {
    const reports = (job.artifacts ?? [])
      .map(({ file_type: type }) => type)
      .filter(type => REPORTS.has(type));
    const finishedAt = job.finished_at;
    return finishedAt
      ? reports.map(type => ({
          type: 'security-scan-finished' as const,
          subjects: [
            { kind: 'repository' as const, uri: project.web_url },
            ...(job.commit ? [commitSubject(job.commit.id)] : []),
            { kind: 'pipeline-task' as const, uri: job.web_url },
          ],
          predicate: {
            tool: { name: job.name },
            kind: toScanKind(type),
            category: type,
            ...(job.ref && { ref: job.ref }),
            ...(job.commit && { commit: job.commit.id }),
            ...(job.status !== 'success' && {
              error: `the job ended with ${job.status}`,
            }),
            url: job.web_url,
            finishedAt,
          },
          observedAt: finishedAt,
          sourceId: SOURCE_ID,
        }))
      : [];
  });
};
