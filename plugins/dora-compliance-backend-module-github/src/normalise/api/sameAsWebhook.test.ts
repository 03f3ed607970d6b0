import {
  type Instant,
  type Statement,
  statementDigest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  deliver,
  examplePayloads,
  readPayload,
} from '../../__testUtils__/payloads';
import { bankLedger } from '../../__testUtils__/github/bankLedger';
import { pullBody } from '../../__testUtils__/github/documentedHistory';
import type { FakeGithub } from '../../__testUtils__/github/FakeGithub';
import {
  backfill,
  collect,
  source,
  readStatements,
} from '../../__testUtils__/github/rounds';

jest.setTimeout(600_000);

const LONG_AGO = '2000-01-01T00:00:00.000Z' as Instant;

/** The statements a webhook makes. */
function pushed(event: string, payload: unknown): Statement[] {
  const read = source.normalise(deliver(event, payload));
  if (read.outcome === 'rejected') {
    throw new Error(read.reason);
  }
  return read.statements;
}

/** What a document says whose answers are these bodies by path. */
function collected(
  part: string,
  repository: any,
  answers: Record<string, unknown>,
): Statement[] {
  const at = `GET /repos/${repository.full_name}`;
  const document: CollectedDocument = {
    part,
    target: repository.html_url,
    targetKind: 'repository',
    collectedAt: '2030-01-01T00:00:00.000Z' as Instant,
    complete: true,
    answers: [
      { request: at, status: 200, body: repository },
      ...Object.entries(answers).map(([path, body]) => ({
        request: `${at}${path}`,
        status: 200,
        body,
      })),
    ],
  };
  return readStatements(document);
}

const listFiles = (event: string) =>
  examplePayloads()
    .filter(delivery => delivery.event === event)
    .map(({ file }) => [file, readPayload(file)] as const);

/**
 * Webhooks show the same objects as the API: what is read from one must be
 * the same evidence as what is read from the other.
 */
describe('what the API tells is the same evidence as what a webhook told', () => {
  it('of the runs', () => {
    // Some examples contradict themselves: completed, but not yet.
    const files = listFiles('workflow_run').filter(
      ([, { action, workflow_run: run }]) =>
        (action === 'completed') === (run.status === 'completed'),
    );
    const told = files.map(([, payload]) => {
      const { workflow_run: run, repository } = payload;
      const page = { total_count: 1, workflow_runs: [run] };
      const answers = { '/actions/runs?per_page=100': page };
      expect(collected('runs', repository, answers)).toEqual(
        pushed('workflow_run', payload),
      );
      return pushed('workflow_run', payload).length;
    });
    expect(told.filter(Boolean).length).toBeGreaterThan(1);
  });

  it.each(listFiles('deployment'))('of the deployment in %s', (_, payload) => {
    const { deployment, repository, workflow_run: run } = payload;
    const log_url = `${run?.html_url}/job/7`;
    const status = {
      id: 1,
      state: 'pending',
      created_at: deployment.created_at,
    };
    const statements = collected('deployments', repository, {
      '/deployments?per_page=10': [deployment],
      [`/deployments/${deployment.id}/statuses`]: [{ ...status, log_url }],
    });
    expect(statements).toEqual(pushed('deployment', payload));
    expect(statements).toHaveLength(1);
  });

  it.each(listFiles('deployment_status'))(
    'of the status in %s',
    (_, payload) => {
      const { deployment, repository, deployment_status: status } = payload;
      const run = payload.workflow_run && {
        target_url: `${payload.workflow_run.html_url}/job/7`,
      };
      const statements = collected('deployments', repository, {
        '/deployments?per_page=10': [deployment],
        [`/deployments/${deployment.id}/statuses`]: [{ ...status, ...run }],
      });
      expect(statements.slice(1)).toEqual(pushed('deployment_status', payload));
    },
  );

  it('of a status that changed the environment', () => {
    const payload = readPayload('deployment_status.created.0.json');
    const { repository } = payload;
    const deployment = { ...payload.deployment, environment: 'staging' };
    const deployment_status = {
      ...payload.deployment_status,
      environment: 'production',
    };
    const [, deployed] = collected('deployments', repository, {
      '/deployments?per_page=10': [deployment],
      [`/deployments/${deployment.id}/statuses`]: [deployment_status],
    });
    expect(deployed).toMatchObject({
      type: 'service-deployed',
      predicate: {
        deployment: { environment: { name: 'production', production: true } },
      },
    });
    expect([deployed]).toEqual(
      pushed('deployment_status', {
        ...payload,
        deployment,
        deployment_status,
      }),
    );
  });

  it('of the reviews', () => {
    const pull = pullBody();
    const files = listFiles('pull_request_review');
    expect(files.length).toBeGreaterThan(3);
    for (const [, payload] of files) {
      const { repository, review, pull_request } = payload;
      const path = `/pulls/${pull_request.number}`;
      const isDismissed = payload.action === 'dismissed';
      const state = isDismissed ? 'dismissed' : review.state;
      const statements = collected('merged-changes', repository, {
        [path]: {
          ...pull,
          ...pull_request,
          commits: 0,
          merged_at: pull.merged_at,
        },
        [`${path}/reviews`]: [{ ...review, state: state.toUpperCase() }],
      });
      expect(
        statements.filter(({ type }) => type === 'change-reviewed'),
      ).toEqual(pushed('pull_request_review', payload));
    }
  });

  it.each([
    [
      'is backfilled',
      async (github: FakeGithub) =>
        (await backfill(github, LONG_AGO)).flatMap(step => step.documents),
    ],
    [
      'a round reads',
      async (github: FakeGithub) => {
        const round = await collect(github, undefined, {
          lookBackTo: LONG_AGO,
        });
        return round.map(({ document }) => document);
      },
    ],
  ])('of all that %s', async (_, read) => {
    const github = await bankLedger().start();
    const documents = await read(github);
    await github.stop();
    const { repository } = github;
    const told = [
      ...repository.pulls.map(pull_request =>
        pushed('pull_request', {
          action: 'closed',
          pull_request,
          repository: repository.body,
        }),
      ),
      ...repository.runs
        .filter(({ status }) => status === 'completed')
        .map(workflow_run =>
          pushed('workflow_run', {
            action: 'completed',
            workflow_run,
            repository: repository.body,
          }),
        ),
      ...repository.deployments.map(deployment =>
        pushed('deployment', {
          action: 'created',
          deployment,
          repository: repository.body,
          workflow_run: repository.runs.find(({ id }) => id === deployment.id),
        }),
      ),
      ...repository.deployments.flatMap(deployment =>
        (repository.statuses.get(deployment.id) ?? []).flatMap(
          deployment_status =>
            pushed('deployment_status', {
              action: 'created',
              deployment,
              deployment_status,
              repository: repository.body,
              workflow_run: repository.runs.find(
                ({ id }) => id === deployment.id,
              ),
            }),
        ),
      ),
    ].flat();
    const ids = new Set(documents.flatMap(readStatements).map(statementDigest));
    expect(told).toHaveLength(3 + 2 + 2 + 2);
    expect(told.filter(one => !ids.has(statementDigest(one)))).toEqual([]);
  });
});
