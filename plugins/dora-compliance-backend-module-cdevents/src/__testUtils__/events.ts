/** CDEvents by hand, in the shapes of the specification. */
export type Event = {
  context: Record<string, unknown> & {
    id: string;
    source: string;
    type: string;
  };
  subject: {
    id: string;
    source?: string;
    content: Record<string, unknown>;
  };
  customData?: unknown;
};

type Subject = { id: string; source?: string };

export const DIGEST = `sha256:${'5f'.repeat(32)}`;
const SOURCE = 'https://cd.bank.example/flow';
export const MOMENT = '2026-01-05T09:30:00.250Z';

const repository = { id: 'core/ledger', source: 'https://git.bank.example' };
const oci = `pkg:oci/ledger@${DIGEST.replace(':', '%3A')}`;
const live = { id: 'eu-live', source: '/clusters' };
const run = { id: 'run-41', source: SOURCE };
const build: Subject = { id: 'build-9', source: SOURCE };
const library: Subject = { id: 'pkg:npm/%40bank/ledger@2.1.0', source: SOURCE };
const service: Subject = { id: 'ledger', source: SOURCE };
const incident: Subject = { id: 'inc-8', source: '/monitoring/eu' };
const change: Subject = { id: '77', source: SOURCE };
const approval: Subject = { id: 'apr-3', source: SOURCE };
const testCase = {
  environment: live,
  testCase: { id: 'tc-1', name: 'books twice', type: 'functional' },
};
const testSuite = {
  environment: live,
  testSuite: {
    id: 'booking',
    name: 'Booking',
    uri: 'https://git.bank.example/t',
  },
};
const deployed = { environment: { id: 'staging' }, artifactId: oci };
const outage = {
  description: 'Transfers take more than 2 s',
  environment: live,
  service: { id: 'ledger', source: SOURCE },
  artifactId: oci,
};
const asked = {
  approvalDetailsUrl: 'https://approve.bank.example/3',
  resourceTargetUrl: 'https://cd.bank.example/ledger',
};
const home = {
  name: 'ledger',
  owner: 'core',
  uri: 'https://git.bank.example/core/ledger.git',
  viewUrl: 'https://git.bank.example/core/ledger/browse',
};
const flow = { pipelineName: 'ship', uri: 'https://cd.bank.example/runs/41' };
const task = {
  taskName: 'compile',
  uri: 'https://cd.bank.example/runs/41/1',
  pipelineRun: run,
};
const ticket = { uri: 'https://tickets.bank.example/5', ticketType: 'task' };

/** Every event of the vocabulary: what it is of, and all it may report. */
const samples: Record<string, [Subject, Record<string, unknown>]> = {
  'approval.closed': [
    approval,
    {
      ...asked,
      responder: 'urn:user:ann',
      decision: 'approved',
      status: 'approved',
    },
  ],
  'approval.created': [approval, { ...asked, requester: 'urn:user:bob' }],
  'approval.updated': [approval, { ...asked, status: 'pending' }],
  'artifact.deleted': [library, { user: 'release-bot' }],
  'artifact.downloaded': [library, { user: 'release-bot' }],
  'artifact.packaged': [library, { change, sbom: { uri: 'https://x/s' } }],
  'artifact.published': [
    library,
    { user: 'release-bot', sbom: { uri: 'https://x/s' } },
  ],
  'artifact.signed': [library, { signature: 'MEUCIQDh' }],
  'branch.created': [{ id: 'release/2.1', source: SOURCE }, { repository }],
  'branch.deleted': [{ id: 'release/2.1', source: SOURCE }, { repository }],
  'build.finished': [build, { artifactId: oci }],
  'build.queued': [build, {}],
  'build.started': [build, {}],
  'change.abandoned': [change, { repository }],
  'change.created': [change, { repository, description: 'Rounds up' }],
  'change.merged': [change, { repository }],
  'change.reviewed': [change, { repository }],
  'change.updated': [change, { repository }],
  'environment.created': [live, { name: 'Live', uri: 'https://eu.example' }],
  'environment.deleted': [live, { name: 'Live' }],
  'environment.modified': [live, { name: 'Live', uri: 'https://eu.example' }],
  'incident.detected': [incident, outage],
  'incident.reported': [
    incident,
    { ...outage, ticketURI: 'https://tickets.bank.example/8' },
  ],
  'incident.resolved': [incident, { ...outage, description: 'Fast again' }],
  'pipelinerun.finished': [
    run,
    { ...flow, outcome: 'failure', errors: 'Out of memory' },
  ],
  'pipelinerun.queued': [run, flow],
  'pipelinerun.started': [run, flow],
  'repository.created': [{ id: 'core/ledger', source: SOURCE }, home],
  'repository.deleted': [{ id: 'core/ledger', source: SOURCE }, home],
  'repository.modified': [{ id: 'core/ledger', source: SOURCE }, home],
  'service.deployed': [service, deployed],
  'service.published': [service, { environment: live }],
  'service.removed': [service, { environment: live }],
  'service.rolledback': [service, deployed],
  'service.upgraded': [service, deployed],
  'taskrun.finished': [
    { id: 'task-1', source: SOURCE },
    { ...task, outcome: 'failure', errors: 'Exit code 2' },
  ],
  'taskrun.started': [{ id: 'task-1', source: SOURCE }, task],
  'testcaserun.finished': [
    { id: 'tcr-1', source: SOURCE },
    { ...testCase, outcome: 'success' },
  ],
  'testcaserun.queued': [{ id: 'tcr-1', source: SOURCE }, testCase],
  'testcaserun.skipped': [
    { id: 'tcr-1', source: SOURCE },
    { ...testCase, reason: 'no database' },
  ],
  'testcaserun.started': [{ id: 'tcr-1', source: SOURCE }, testCase],
  'testoutput.published': [
    { id: 'out-1', source: SOURCE },
    { outputType: 'report', format: 'application/xml', testCaseRun: run },
  ],
  'testsuiterun.finished': [
    { id: 'tsr-1', source: SOURCE },
    {
      ...testSuite,
      outcome: 'failure',
      severity: 'high',
      reason: 'two failed',
    },
  ],
  'testsuiterun.queued': [{ id: 'tsr-1', source: SOURCE }, testSuite],
  'testsuiterun.started': [{ id: 'tsr-1', source: SOURCE }, testSuite],
  'ticket.closed': [{ id: 'T-5', source: SOURCE }, ticket],
  'ticket.created': [{ id: 'T-5', source: SOURCE }, ticket],
  'ticket.updated': [{ id: 'T-5', source: SOURCE }, ticket],
};

/** An event with all it may report, as 0.5 of the specification writes it. */
export function buildEvent(
  predicate: string,
  alter: (event: Event) => void = () => {},
): Event {
  const [subject, content] = samples[predicate]!;
  const event: Event = {
    context: {
      specversion: '0.5.0',
      id: '0197b0c4-5d3e-7c11-9f52-4a1d6f0e7f21',
      chainId: '0197b0c4-0000-7000-8000-000000000001',
      source: SOURCE,
      type: `dev.cdevents.${predicate}.0.3.0`,
      timestamp: '2026-01-05T10:30:00.250999+01:00',
      schemaUri: 'https://cdevents.dev/schema/x',
      links: [{ linkType: 'PATH', from: { contextId: 'an-earlier-event' } }],
    },
    subject: structuredClone({ ...subject, content }),
  };
  alter(event);
  return event;
}

/** An event of a tool's own vocabulary. */
export function customEvent(): Event {
  return buildEvent('ticket.created', ({ context }) => {
    context.type = 'dev.cdeventsx.flow-quota.exceeded.0.1.0';
  });
}

/** Every event of the vocabulary, with its name. */
export const vocabulary: [predicate: string, event: Event][] = Object.keys(
  samples,
).map(predicate => [predicate, buildEvent(predicate)]);

/** The events of the vocabulary that may be evidence. */
export const used: Event[] = vocabulary
  .filter(([predicate]) =>
    /^(approval.closed|artifact.(publ|sign)|branch.del|incident|repository|service.(depl|upgr|roll))|run.finished/.test(
      predicate,
    ),
  )
  .map(([, event]) => event);
