import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { notification } from './__testUtils__/notification';
import {
  computersWithoutLabels,
  freestyleBuild,
  freestyleJob,
  stage,
  stageView,
  withoutValue,
} from './__testUtils__/builds';
import { createJenkinsEvidenceSource } from './JenkinsEvidenceSource';
import { gives } from './gives';

const receivedAt = '2026-01-01T00:00:00.000Z' as Instant;

const create = () =>
  createJenkinsEvidenceSource({
    webhookTokens: ['old', 'new'],
    baseUrls: ['https://ci.example/jenkins'],
    multibranchProjects: [],
    deployments: [
      { job: 'reconcile', environment: 'books', production: false },
      { job: 'payments/*', environment: 'live', production: true },
      {
        job: 'Pay out',
        stage: 'Deploy*',
        environment: 'live',
        production: true,
      },
    ],
  });

const withHeader =
  (name: string, value: string) =>
  ({ headers, body }: Delivery): Delivery => ({
    headers: { ...headers, [name]: value },
    body,
  });

const basic = (password: string) =>
  `Basic ${Buffer.from(`jenkins:${password}`).toString('base64')}`;

const delivered = (payload: unknown): Delivery => ({
  headers: {},
  body: new TextEncoder().encode(JSON.stringify(payload)),
});
const message = delivered(notification());

evidenceSourceContract('Jenkins', {
  create,
  gives,
  deliveries: [
    message,
    delivered(freestyleBuild()),
    delivered(freestyleBuild({ actions: [{ parameters: withoutValue }] })),
    delivered(stageView()),
  ],
  examples: [
    message,
    delivered(freestyleBuild()),
    delivered(stageView([{ ...stageView().stages[2], status: 'FAILED' }])),
  ],
  signs: [
    withHeader('authorization', 'Bearer old'),
    withHeader('authorization', 'bearer new'),
    withHeader('x-jenkins-token', 'new'),
    withHeader('authorization', basic('old')),
  ],
  forge: withHeader('authorization', basic('guessed')),
  proves: 'sender',
});

describe('the sender of a delivery', () => {
  it.each([
    ['authorization', 'Bearer guessed', 'token-invalid'],
    ['x-jenkins-token', 'guessed', 'token-invalid'],
    ['authorization', basic(''), 'token-missing'],
    ['authorization', 'Bearer ', 'token-missing'],
    ['authorization', 'Digest old', 'token-missing'],
  ])('is refused with %s: %s', (name, value, code) => {
    expect(
      create().authenticate(withHeader(name, value)(message), receivedAt),
    ).toEqual({
      outcome: 'refused',
      code,
    });
  });

  it('is refused when no token is configured', () => {
    const source = createJenkinsEvidenceSource({
      webhookTokens: [],
      baseUrls: [],
      multibranchProjects: [],
      deployments: [],
    });
    const delivery = withHeader('x-jenkins-token', '')(message);
    expect(source.authenticate(delivery, receivedAt).outcome).toBe('refused');
  });
});

describe('a payload', () => {
  const source = create();
  const read = (payload: unknown) => source.normalise(delivered(payload));
  const readTypes = (payload: unknown) => {
    const answer = read(payload);
    return answer.outcome === 'normalised'
      ? answer.statements.map(({ type }) => type)
      : answer.reason;
  };
  const linkedTo = (href: unknown, stages?: any[]) => ({
    ...stageView(stages),
    _links: { self: { href } },
  });

  it.each([
    [
      'a build',
      freestyleBuild(),
      ['pipeline-run-finished', 'service-deployed'],
    ],
    [
      'a build with parameters without value',
      freestyleBuild({ actions: [{ parameters: withoutValue }] }),
      ['pipeline-run-finished', 'service-deployed'],
    ],
    [
      'a final message',
      notification({ phase: 'FINALIZED' }),
      ['pipeline-run-finished', 'test-suite-finished', 'service-deployed'],
    ],
    [
      'a run of stages',
      stageView(),
      ['pipeline-task-finished', 'pipeline-task-finished'],
    ],
    [
      'runs of stages',
      [stageView(), linkedTo('/jenkins/job/Pay%20out/17/wfapi/describe', [])],
      ['pipeline-task-finished', 'pipeline-task-finished'],
    ],
    ['a run without stages', stageView([]), []],
  ])('that is %s is understood', (_, payload, types) => {
    expect(read(payload)).not.toHaveProperty('flaws');
    expect(readTypes(payload)).toEqual(types);
  });

  it.each([{ building: true, result: null }, { result: null }])(
    'that is a build with %j is too early, and says so',
    fields => {
      expect(read(freestyleBuild(fields))).toEqual({
        outcome: 'normalised',
        statements: [],
        flaws: [
          'The build is not over: post it from a job that runs afterwards',
        ],
      });
    },
  );

  it.each([
    ['computers', computersWithoutLabels()],
    ['a job', freestyleJob()],
    ['a list of jobs', [freestyleJob()]],
    ['an empty list', []],
    ['an item of the queue', { id: 7, task: { name: 'a' }, why: 'waiting' }],
    ['a user', { id: 'mia', fullName: 'Mia' }],
  ])('that is %s is rejected', (_, payload) => {
    expect(readTypes(payload)).toBe(
      'jenkins: payload is neither a build, nor a message of the Notification plugin, nor runs of the stage view',
    );
  });

  it.each([
    ['/job/Pay%20out/16/wfapi/describe', /has no host, and 0 of the/],
    ['/other/job/a/16/wfapi/describe', /0 of the controllers/],
    ['/jenkinsx/job/a/16/wfapi/describe', /0 of the controllers/],
    ['/jenkins/job/a/16/', /is no address of a run/],
    ['https://ci.example/a/16/wfapi/describe', /is not the address of a build/],
    [undefined, /_links.self.href is missing/],
    [7, /_links.self.href must be string/],
  ])('of stages at %s is rejected', (href, reason) => {
    expect(readTypes(linkedTo(href))).toMatch(reason);
  });

  it.each([
    'https://ci.example/jenkins/job/Pay%20out/16/wfapi/describe',
    'https://CI.example/jenkins/job/Pay%20out/16/wfapi/describe',
    'https://ci.example/jenkins/view/All/job/Pay%20out/16/wfapi/describe/',
    '/jenkins/view/All/job/Pay%20out/16/wfapi/describe?fullStages=true',
  ])('of stages at %s is of the same build', href => {
    expect(read(linkedTo(href))).toEqual(read(stageView()));
  });

  it('of stages of a controller that is not configured needs a host', () => {
    const href = 'http://other.example:8080/job/a/1/wfapi/describe';
    expect(read(linkedTo(href))).toMatchObject({
      statements: [
        {
          subjects: [
            { uri: 'http://other.example:8080/job/a/1/' },
            { uri: 'urn:cicd:other.example%3A8080:jenkins:a' },
            {},
          ],
        },
        {},
      ],
    });
  });

  it('of stages loses none to a bad one, and names it', () => {
    const stages = [
      stage('5', 'Build'),
      { ...stage('6', ''), name: '' },
      { ...stage('7', 'Test'), status: 'DONE' },
      { ...stage('8', 'Sign'), execNode: 7 },
      { ...stage('9', 'Deploy'), startTimeMillis: -1 },
      stage('1'.repeat(101), 'Long'),
    ];
    expect(read(stageView(stages))).toMatchObject({
      statements: [
        { predicate: { task: { name: 'Build' } } },
        { predicate: { task: { name: 'Sign' } } },
      ],
      flaws: [
        expect.stringMatching(/^stages\.1: name /),
        expect.stringMatching(/^stages\.2: status /),
        expect.stringMatching(/^stages\.3: execNode must be string/),
        expect.stringMatching(/^stages\.4: startTimeMillis /),
        expect.stringMatching(/^stages\.5: id /),
      ],
    });
  });

  it('of several runs loses none to a bad one, and names it', () => {
    const runs = [7, linkedTo('/x'), stageView()];
    expect(read(runs)).toMatchObject({
      statements: [{}, {}],
      flaws: [
        expect.stringMatching(/^run 0: /),
        'run 1: _links.self.href is no address of a run',
      ],
    });
    expect(read(runs.slice(0, 2))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringMatching(/^jenkins: run 0: .*; run 1: /),
    });
  });
});
