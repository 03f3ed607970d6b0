import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type DeliveryLogSubject,
  deliveryLogContract,
  readLog,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { FakeHook, FakeHooks, OURS } from '../__testUtils__/github/FakeHooks';
import { GithubApi } from '../collect/GithubApi';
import { GithubDeliveryLog } from './GithubDeliveryLog';

const SINCE = '2026-03-01T10:00:00.000Z' as Instant;
const NOW = '2026-03-01T11:00:00.000Z' as Instant;
const ledger = {
  kind: 'repository' as const,
  uri: 'https://github.example/bank/ledger',
};

function hookWith(...events: string[]): FakeHook {
  const hook = new FakeHook();
  hook.send('push', '2026-03-01T09:00:00Z');
  events.forEach((event, index) =>
    hook.send(event, `2026-03-01T10:1${index}:00Z`),
  );
  return hook;
}

function createSubject(github: FakeHooks): DeliveryLogSubject {
  const headers = async () => ({ authorization: 'token t' });
  const api = () =>
    new GithubApi({
      apiBaseUrl: github.api.url,
      headers,
      sleep: async () => {},
    });
  const app = api();
  return {
    api: github.api,
    log: new GithubDeliveryLog({
      findApi: () => api(),
      listApps: () => (github.app ? [app] : []),
    }),
    target: ledger,
    address: OURS,
    since: SINCE,
    now: NOW,
    ids: [github.organization, github.repository, github.app].flatMap(hook =>
      (hook?.sent ?? [])
        .filter(({ at }) => at > '2026-03-01T10')
        .map(({ guid }) => guid),
    ),
    readId: ({ headers: sent }) => sent['x-github-delivery'],
  };
}

describe.each(['organization', 'repository', 'app'] as const)(
  'of the hook of the %s',
  name => {
    deliveryLogContract(async () => {
      const github = new FakeHooks();
      github[name] = hookWith('push', 'issues', 'deployment_status');
      return createSubject(await github.start());
    });
  },
);

describe('GithubDeliveryLog', () => {
  let github: FakeHooks;
  let subject: DeliveryLogSubject;

  beforeEach(async () => {
    github = await new FakeHooks().start();
    subject = createSubject(github);
  });
  afterEach(() => github.api.stop());

  const answer = async (more?: Parameters<typeof readLog>[1]) => {
    subject = createSubject(github);
    const { answers } = await readLog(subject, more);
    expect(answers).toHaveLength(1);
    return answers[0]!;
  };

  it('hands on what was sent as JSON, what controls judge first', async () => {
    github.organization = hookWith('issues', 'push');
    const { deliveries } = await readLog(subject);
    expect(deliveries.map(({ headers }) => headers['x-github-event'])).toEqual([
      'push',
      'issues',
    ]);
    expect(deliveries[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(Buffer.from(deliveries[0]!.body).toString())).toEqual({
      ref: 'refs/heads/main',
      number: 3,
    });
  });

  it('answers for a repository that a hook of its organization serves', async () => {
    github.organization = hookWith('push');
    expect(await answer()).toEqual({ target: ledger, complete: true });
    // Another hook could tell nothing more.
    expect(github.api.requests.join()).not.toContain(
      '/repos/bank/ledger/hooks',
    );
  });

  it('is complete if several hooks together deliver what controls judge', async () => {
    github.organization = hookWith('push');
    github.organization.events = ['push', 'pull_request'];
    expect(await answer()).toMatchObject({
      complete: false,
      problem: `No webhook of ${ledger.uri} that GitHub shows us has delivered deployment_status, pull_request_review, workflow_run to ${OURS}`,
    });
    github.repository = hookWith('deployment_status');
    github.repository.events = [
      'deployment_status',
      'pull_request_review',
      'workflow_run',
    ];
    expect(await answer()).toMatchObject({ complete: true });
  });

  it.each<[string, () => void]>([
    ['is not active', () => (github.organization!.active = false)],
    [
      'was changed in the gap',
      () => (github.organization!.updatedAt = '2026-03-01T10:30:00Z'),
    ],
    [
      'leads elsewhere',
      () => (github.organization!.url = 'https://backstage.example/other'),
    ],
    [
      'has a delivery without payload',
      () => github.forgotten.add(github.organization!.sent[0]!.guid),
    ],
    [
      'is hidden',
      () => github.refusals.set('/orgs/bank/hooks', { status: 403 }),
    ],
  ])('does not answer by a hook that %s', async (_, change) => {
    github.organization = hookWith('push');
    change();
    const { complete, problem } = await answer();
    expect(complete).toBe(false);
    expect(problem).not.toBe('');
  });

  it('names the right that is missing', async () => {
    github.refusals.set('/orgs/bank/hooks', { status: 403 });
    expect((await answer()).problem).toBe(
      'GitHub answered 403 to GET /orgs/bank/hooks?per_page=100',
    );
  });

  it('does not ask for hooks of a person', async () => {
    github.ownerType = 'User';
    github.repository = hookWith('push');
    expect((await answer()).complete).toBe(true);
    expect(github.api.requests.join()).not.toContain('/orgs/');
  });

  it('asks whether an app was given the repository, where it has not all', async () => {
    github.app = hookWith('push');
    github.selection = 'selected';
    github.app.events = [
      'deployment_status',
      'pull_request',
      'pull_request_review',
      'push',
      'workflow_run',
    ];
    expect((await answer()).complete).toBe(true);
    github.refusals.set('/repos/bank/ledger/installation', { status: 404 });
    expect((await answer()).complete).toBe(false);
  });

  it('stops when it is asked to wait, and says for how long', async () => {
    github.organization = hookWith('push', 'push');
    github.refusals.set('/orgs/bank/hooks/1/deliveries/2', {
      status: 403,
      headers: { 'retry-after': '3600' },
    });
    const steps = [];
    const { log, since, address } = subject;
    for await (const step of log.read({
      targets: [ledger, { ...ledger, uri: `${ledger.uri}2` }],
      since,
      address,
      kept: async () => new Set(),
      now: () => NOW,
      signal: new AbortController().signal,
    })) {
      steps.push(step);
    }
    expect(steps.at(-1)).toMatchObject({
      answers: [{ complete: false }],
      retryAfter: 3_600_000,
    });
    expect(steps.flatMap(({ answers }) => answers)).toHaveLength(1);
  });

  it('reads the log of an organization once for all its repositories', async () => {
    github.organization = hookWith('push');
    const targets = [ledger, { ...ledger, uri: `${ledger.uri}-2` }];
    const { answers } = await readLog(subject, { targets });
    expect(answers.map(({ complete }) => complete)).toEqual([true, true]);
    const asked = github.api.requests.filter(path => /deliveries\?/.test(path));
    expect(new Set(asked).size).toBe(asked.length);
  });
});
