import {
  commitSubject,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Approval, reviewStatements } from '../approval';
import { type Build, readCommit } from '../build';
import { parseOrganisation } from '../fields';
import { environmentUri, runUri } from '../../place';
import { PATHS } from './paths';
import { listApprovalIds, Timeline } from './approvalIds';
import type { AzureDevOpsAnswers, PartReader } from './AzureDevOpsAnswers';
import { deployedRecords } from './deployedRecords';
import { Environment } from './readEnvironments';

/**
 * Who approved the stages that deployed to one environment. An approval itself
 * does not show what it was for; the timeline of the run does.
 */
export const readApprovals: PartReader = (answers, scope) => {
  const environment = answers.one(PATHS.environment, Environment);
  if (!environment) {
    return [];
  }
  const { deployed, flaws } = deployedRecords(answers);
  const approvals = answers.items(PATHS.approvals, Approval);
  const byId = new Map(approvals.items.map(item => [item.id, item]));
  const timelines = readTimelines(answers);
  const statements = new Map<string, Statement[]>();
  for (const { record, build } of deployed) {
    const timeline = timelines.get(String(build.id));
    const ids = timeline ? listApprovalIds(timeline, record.stageName) : [];
    for (const id of ids) {
      const approval = byId.get(id);
      if (approval) {
        statements.set(
          id,
          reviewStatements(
            approval,
            approvedBy(answers, environment, build),
            scope,
          ),
        );
      } else {
        flaws.push(`approval ${id} is not told`);
      }
    }
  }
  return {
    statements: [...statements.values()].flat(),
    flaws: [...flaws, ...approvals.flaws],
  };
};

function readTimelines(answers: AzureDevOpsAnswers): Map<string, Timeline> {
  return new Map(
    answers.matching(PATHS.timeline).flatMap(({ match, body }) => {
      // One of another shape makes the document incomplete, and says so.
      const timeline = Timeline.safeParse(body).data;
      return timeline ? [[match[1] ?? '', timeline]] : [];
    }),
  );
}

function approvedBy(
  answers: AzureDevOpsAnswers,
  environment: Environment,
  build: Build,
) {
  const organisation = parseOrganisation(build.url);
  const url = runUri(organisation, build.project.id, build.id);
  const commit = readCommit(build);
  return {
    subjects: [
      ...answers.subjects,
      ...(commit ? [commitSubject(commit)] : []),
      { kind: 'pipeline-run' as const, uri: url },
      {
        kind: 'environment' as const,
        uri: environmentUri(organisation, build.project.id, environment.id),
      },
    ],
    environment: environment.name,
    system: organisation.host,
    run: { id: String(build.id), url },
    ...(commit && { commit }),
  };
}
