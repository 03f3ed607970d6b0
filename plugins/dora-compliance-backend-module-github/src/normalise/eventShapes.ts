/** What the body of an event holds on its first level. */
type EventShape = {
  /** Fields it always has. */
  requires?: readonly string[];
  /** Fields of other events that it may have, too. */
  allows?: readonly string[];
  /** Fields it never has, although most events do. */
  lacks?: readonly string[];
  /** Whether it has no fields but those named here and the common ones. */
  isClosed?: true;
  /** The actions it can have, where the fields do not tell it from others. */
  actions?: readonly string[];
};

const alert = { requires: ['alert'] };

/** The events that are read; those with several shapes have one of them. */
export const eventShapes: ReadonlyMap<string, EventShape | EventShape[]> =
  new Map(
    Object.entries<EventShape | EventShape[]>({
      branch_protection_configuration: {
        isClosed: true,
        actions: ['enabled', 'disabled'],
      },
      branch_protection_rule: { requires: ['rule'] },
      check_run: { requires: ['check_run'] },
      code_scanning_alert: { ...alert, allows: ['ref'] },
      create: {
        requires: ['ref', 'ref_type', 'master_branch'],
        lacks: ['action'],
      },
      custom_property_values: { requires: ['new_property_values'] },
      delete: { requires: ['ref', 'ref_type'], lacks: ['action'] },
      dependabot_alert: alert,
      deploy_key: { requires: ['key'] },
      deployment: {
        requires: ['deployment'],
        allows: ['workflow', 'workflow_run'],
      },
      deployment_review: {
        requires: ['workflow_run', 'since'],
        allows: ['comment'],
      },
      deployment_status: {
        requires: ['deployment_status', 'deployment'],
        allows: ['check_run', 'workflow', 'workflow_run'],
      },
      enterprise: { lacks: ['repository'], isClosed: true },
      installation: {
        requires: ['installation'],
        allows: ['repositories', 'requester'],
        lacks: ['repository'],
        isClosed: true,
      },
      installation_repositories: {
        requires: ['repositories_added', 'repositories_removed'],
        lacks: ['repository'],
      },
      installation_target: { requires: ['account'], lacks: ['repository'] },
      member: { requires: ['member'] },
      membership: { requires: ['member', 'team'] },
      meta: { requires: ['hook', 'hook_id'] },
      org_block: { requires: ['blocked_user'] },
      organization: [
        { requires: ['membership'] },
        { requires: ['invitation'], allows: ['user'] },
        { allows: ['changes'], lacks: ['repository'], isClosed: true },
      ],
      package: { requires: ['package'] },
      personal_access_token_request: {
        requires: ['personal_access_token_request'],
      },
      public: { lacks: ['action'], isClosed: true },
      pull_request: {
        requires: ['pull_request'],
        allows: ['label', 'milestone', 'before', 'after'],
      },
      pull_request_review: { requires: ['review', 'pull_request'] },
      push: { requires: ['ref', 'before', 'after'], lacks: ['action'] },
      registry_package: { requires: ['registry_package'] },
      release: { requires: ['release'] },
      repository: {
        requires: ['repository'],
        allows: ['changes'],
        isClosed: true,
        actions: [
          'anonymous_access_disabled',
          'anonymous_access_enabled',
          'archived',
          'created',
          'deleted',
          'edited',
          'privatized',
          'publicized',
          'renamed',
          'transferred',
          'unarchived',
        ],
      },
      repository_ruleset: { requires: ['repository_ruleset'] },
      repository_vulnerability_alert: alert,
      secret_scanning_alert: alert,
      security_and_analysis: {
        requires: ['changes'],
        lacks: ['action'],
        isClosed: true,
      },
      status: { requires: ['sha', 'state', 'context'], lacks: ['action'] },
      team: { requires: ['action', 'team'] },
      team_add: { requires: ['team'], lacks: ['action'] },
      user: { requires: ['user'], lacks: ['repository'] },
      workflow_job: { requires: ['workflow_job'], allows: ['deployment'] },
      workflow_run: { requires: ['workflow_run'], allows: ['workflow'] },
    }),
  );

/** Fields by which events that are not read can be recognized. */
const ofOtherEvents = [
  'build',
  'cache_location',
  'check_suite',
  'client_payload',
  'comment',
  'deployment_callback_url',
  'discussion',
  'forkee',
  'inputs',
  'issue',
  'label',
  'location',
  'marketplace_purchase',
  'merge_group',
  'milestone',
  'pages',
  'project',
  'project_card',
  'project_column',
  'projects_v2_item',
  'security_advisory',
  'sponsorship',
  'starred_at',
  'thread',
  'zen',
];

/** Fields that most events have. */
const common = new Set([
  'action',
  'changes',
  'enterprise',
  'installation',
  'organization',
  'repository',
  'sender',
]);

/** Fields that tell one event from another. */
const telling = new Set(
  [...eventShapes.values()]
    .flat()
    .flatMap(({ requires = [] }) => requires)
    .concat(ofOtherEvents)
    .filter(field => !common.has(field)),
);

/**
 * Why a body is not one of the event that its delivery names; undefined when
 * it may be. GitHub signs the body alone: whoever captured a delivery can send
 * it again under the name of any event.
 */
export function shapeProblem(
  event: string,
  payload: unknown,
): string | undefined {
  const shapes = [eventShapes.get(event) ?? []].flat();
  if (typeof payload !== 'object' || payload === null) {
    return undefined;
  }
  const problems = shapes.map(shape => differenceFrom(shape, payload));
  return problems.every(problem => problem) ? problems.at(-1) : undefined;
}

function differenceFrom(
  shape: EventShape,
  payload: object,
): string | undefined {
  const { requires = [], allows = [], lacks = [], isClosed, actions } = shape;
  const fields = Object.keys(payload);
  const missing = requires.find(field => !fields.includes(field));
  if (missing) {
    return `${missing} is missing`;
  }
  const own = new Set([...requires, ...allows]);
  const foreign = fields.find(
    field =>
      lacks.includes(field) ||
      (!own.has(field) &&
        (telling.has(field) ||
          (isClosed && (field === 'changes' || !common.has(field))))),
  );
  if (foreign) {
    return `the event has no ${foreign}`;
  }
  const { action } = payload as { action?: unknown };
  return actions && !actions.includes(String(action))
    ? 'the event has no such action'
    : undefined;
}
