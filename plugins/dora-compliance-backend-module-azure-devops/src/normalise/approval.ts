import type {
  Instant,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { environmentUri, parsePlace, runUri } from '../place';
import { type AzureDevOpsScope, isProduction } from './AzureDevOpsScope';
import { decider, toIdentity, Moment, OptionalMoment, Person } from './fields';
import type { EventReader, ServiceHookEvent } from './ServiceHookEvent';

const Step = z.looseObject({
  assignedApprover: Person.nullish(),
  actualApprover: Person.nullish(),
  status: z.string(),
  comment: z.string().nullish(),
  initiatedOn: OptionalMoment,
  lastModifiedOn: OptionalMoment,
});

/** An approval of a stage as events and the API give it. */
export const Approval = z.looseObject({
  id: z.string().min(1),
  status: z.string(),
  steps: z
    .array(Step)
    .nullish()
    .transform(list => list ?? []),
  lastModifiedOn: Moment,
});

export type Approval = z.output<typeof Approval>;

const ApprovalResource = z.looseObject({
  approval: Approval,
  projectId: z.string().nullish(),
  run: z
    .looseObject({
      id: z.number().int(),
      _links: z
        .looseObject({
          web: z.looseObject({ href: z.string().nullish() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  resource: z
    .looseObject({
      type: z.string().nullish(),
      id: z.union([z.string(), z.number()]).nullish(),
      name: z.string().nullish(),
    })
    .nullish(),
});

/** What was approved or rejected. */
type Approved = {
  readonly subjects: readonly Subject[];
  readonly environment: string;
  /** Host of the accounts. */
  readonly system: string;
  readonly run?: { readonly id: string; readonly url: string };
  readonly commit?: string;
};

/**
 * `ms.vss-pipelinechecks-events.approval-completed`. Where the event does not
 * name run and environment as such, its sentence does.
 */
export const readApproval: EventReader = (event, scope) => {
  const resource = ApprovalResource.parse(event.resource);
  const told = parseMessage(event);
  const runAddress = resource.run?._links?.web?.href ?? told.run ?? '';
  const place = parsePlace(runAddress);
  const environment = resource.resource?.name || told.environment;
  const buildId = resource.run?.id ?? /[?&]buildId=(\d+)/.exec(runAddress)?.[1];
  if (!place || buildId === undefined) {
    throw new TypeError('resource.run is missing');
  }
  const kind = resource.resource?.type?.toLowerCase();
  if (kind && kind !== 'environment') {
    // A pool or a connection may need approval too; nothing is deployed there.
    return [];
  }
  if (!environment) {
    throw new TypeError('resource.resource names no environment');
  }
  const { organisation } = place;
  const projectId =
    resource.projectId ||
    event.resourceContainers?.project?.id ||
    place.project;
  const environmentId = resource.resource?.id ?? told.environmentId;
  const url = runUri(organisation, projectId ?? '', buildId);
  return reviewStatements(
    resource.approval,
    {
      subjects: [
        { kind: 'pipeline-run', uri: url },
        ...(environmentId !== undefined && projectId
          ? [
              {
                kind: 'environment' as const,
                uri: environmentUri(organisation, projectId, environmentId),
              },
            ]
          : []),
      ],
      environment,
      system: organisation.host,
      run: { id: String(buildId), url },
    },
    scope,
  );
};

/** Run and environment as the links of the sentence have them. */
function parseMessage({ message }: ServiceHookEvent) {
  const links = message?.html ?? message?.markdown ?? '';
  return {
    environment: environmentIn(message?.text ?? ''),
    run: links
      .match(/[^\s"'()<>\]]+/g)
      ?.map(word => word.slice(word.search(/https?:\/\//)))
      .find(word => /^http.*_build\/results\?./.test(word)),
    environmentId: /_environments\/(\d+)/.exec(links)?.[1],
  };
}

/** What stands behind the first `to environment`, without the full stop. */
function environmentIn(text: string): string | undefined {
  const before = ' to environment ';
  const at = text.indexOf(before);
  const name = text.slice(at + before.length).replace(/\.$/, '');
  return at >= 0 && name ? name : undefined;
}

/** One statement for each who approved or rejected. */
export function reviewStatements(
  approval: Approval,
  approved: Approved,
  scope: AzureDevOpsScope,
): Statement[] {
  const decided = approval.steps.filter(({ status }) => isDecision(status));
  if (decided.length === 0) {
    return isDecision(approval.status)
      ? [reviewed(approval.status, approval.lastModifiedOn, approved, scope)]
      : [];
  }
  return decided.map(step => {
    const approver = decider(step.actualApprover, step.assignedApprover);
    return reviewed(
      step.status,
      step.lastModifiedOn ?? approval.lastModifiedOn,
      approved,
      scope,
      {
        ...(approver && { reviewer: toIdentity(approver, approved.system) }),
        ...(step.comment && { comment: step.comment }),
      },
    );
  });
}

function isDecision(status: string): boolean {
  return status === 'approved' || status === 'rejected';
}

function reviewed(
  status: string,
  decidedAt: Instant,
  { subjects, environment, run, commit }: Approved,
  scope: AzureDevOpsScope,
  by: Pick<
    Statement<'deployment-reviewed'>['predicate'],
    'reviewer' | 'comment'
  > = {},
): Statement {
  return {
    type: 'deployment-reviewed',
    subjects,
    predicate: {
      environment: {
        name: environment,
        production: isProduction(environment, scope),
      },
      decision: status === 'approved' ? 'approved' : 'rejected',
      ...by,
      ...(run && { run }),
      ...(commit && { commit }),
      decidedAt,
    },
    observedAt: decidedAt,
    sourceId: 'azure-devops',
  };
}
