import {
  commitSubject,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { Approval, reviewStatements } from '../normalise/approval';
import { type Build, commitOf } from '../normalise/build';
import { organisationOf } from '../normalise/fields';
import { environmentUri, runUri } from '../place';
import { bodiesBy, itemsAt, oneAt, PATHS } from './answers';
import { approvalIdsOf, Timeline } from './approvalIds';
import { type CollectedReader, targetSubjects } from './CollectedReader';
import { deployedRecords } from './deployedRecords';
import { Environment } from './readEnvironments';

/**
 * Who approved the stages that deployed to one environment. An approval itself
 * does not tell what it was for; the timeline of the run does.
 */
export const readApprovals: CollectedReader = (document, scope) => {
  const environment = oneAt(document, PATHS.environment, Environment);
  if (!environment) {
    return { statements: [], flaws: [] };
  }
  const { deployed, flaws } = deployedRecords(document);
  const approvals = itemsAt(document, PATHS.approvals, Approval);
  const byId = new Map(approvals.items.map(item => [item.id, item]));
  const timelines = timelinesOf(document);
  const statements = new Map<string, Statement[]>();
  for (const { record, build } of deployed) {
    const timeline = timelines.get(String(build.id));
    const ids = timeline ? approvalIdsOf(timeline, record.stageName) : [];
    for (const id of ids) {
      const approval = byId.get(id);
      if (approval) {
        statements.set(
          id,
          reviewStatements(
            approval,
            approvedBy(document, environment, build),
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

function timelinesOf(document: CollectedDocument): Map<string, Timeline> {
  return new Map(
    bodiesBy(document, PATHS.timeline).flatMap(({ key, body }) => {
      // One of another shape makes the document incomplete, and says so.
      const timeline = Timeline.safeParse(body).data;
      return timeline ? [[key, timeline]] : [];
    }),
  );
}

function approvedBy(
  document: CollectedDocument,
  environment: Environment,
  build: Build,
) {
  const organisation = organisationOf(build.url);
  const url = runUri(organisation, build.project.id, build.id);
  const commit = commitOf(build);
  return {
    subjects: [
      ...targetSubjects(document),
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
