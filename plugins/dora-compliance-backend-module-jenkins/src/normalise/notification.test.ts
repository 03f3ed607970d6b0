import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { notification } from '../__testUtils__/notification';
import type { JenkinsScope } from './JenkinsScope';
import { readNotification } from './notification';
import { readBuildJson } from './BuildJson';
import { readBuild } from './readBuild';

const scope: JenkinsScope = {
  baseUrls: [],
  multibranchProjects: [],
  deployments: [
    { job: 'payments/deploy-*', environment: 'live', production: true },
  ],
};

const read = (build: Record<string, unknown> = {}) =>
  readNotification(notification(build), scope).statements;

describe('a message of the Notification plugin', () => {
  it('is the run, its tests and its deployment', () => {
    expect(read().map(({ type }) => type)).toEqual([
      'pipeline-run-finished',
      'test-suite-finished',
      'service-deployed',
    ]);
    expect(read()[0]).toMatchObject({
      subjects: [
        { kind: 'repository', uri: 'https://git.example/bank/ledger' },
        { kind: 'commit' },
        { kind: 'pipeline-run' },
        {
          kind: 'pipeline',
          uri: 'urn:cicd:ci.example:jenkins:payments/deploy-ledger',
        },
      ],
      predicate: {
        outcome: 'success',
        branch: 'main',
        startedAt: '2025-12-31T23:59:00.000Z',
        finishedAt: '2026-01-01T00:00:00.000Z',
      },
    });
  });

  it('says the same of the tests as the build itself', () => {
    const { data: build } = readBuildJson({
      number: 12,
      url: notification().build.full_url,
      building: false,
      result: 'SUCCESS',
      timestamp: 1_767_225_540_000,
      duration: 60_000,
      actions: [
        { totalCount: 10, failCount: 0, skipCount: 1 },
        {
          lastBuiltRevision: { SHA1: notification().build.scm.commit },
          remoteUrls: [notification().build.scm.url],
        },
      ],
    });
    expect(readBuild(build, scope).statements[1]).toEqual(read()[1]);
  });

  it.each(['QUEUED', 'STARTED', 'NONE'])('says nothing in phase %s', phase =>
    expect(read({ phase })).toEqual([]),
  );

  it.each(['FINALIZED', 'FINISHED'])(
    'is the same build in phase %s, but for its start',
    phase => {
      const [run, tests, deployed] = read({ phase });
      const [completed, ...others] = read();
      expect([tests, deployed]).toEqual(others);
      const { startedAt: _, ...predicate } = completed?.predicate as {
        startedAt: Instant;
      };
      expect(run).toEqual({ ...completed, predicate });
    },
  );

  it.each(['DELETED', undefined, 7, null])(
    'in the unknown phase %s is rejected',
    phase => expect(() => read({ phase })).toThrow(/phase/),
  );

  it.each([
    [{ duration: -1 }, /^build.duration /],
    [{ parameters: ['a'] }, /^build.parameters must be record/],
    [{ scm: { url: 7 } }, /^build.scm.url must be string/],
    [{ scm: 'git' }, /^build.scm must be object/],
    [{ scm: { branch: 'a\ud800' } }, /^build.scm.branch has a NUL/],
    [{ test_summary: [] }, /^build.test_summary must be object/],
  ])('leaves out what is odd, and names it: %j', (fields, flaw) => {
    const { statements, flaws } = readNotification(notification(fields), scope);
    expect(flaws).toEqual([expect.stringMatching(flaw)]);
    expect(statements[0]).toMatchObject({
      type: 'pipeline-run-finished',
      predicate: { outcome: 'success' },
    });
  });

  it('counts no tests of which it does not tell all', () => {
    const { test_summary: whole } = notification().build;
    const summary = { ...whole, failed: undefined };
    const message = notification({ test_summary: summary });
    const { statements, flaws } = readNotification(message, scope);
    expect(flaws).toEqual(['build.test_summary.failed is missing']);
    expect(statements.map(({ type }) => type)).toEqual([
      'pipeline-run-finished',
      'service-deployed',
    ]);
  });

  it.each([
    ['2026-01-01T00:00:00.7+00:00', '2026-01-01T00:00:00.007Z'],
    ['2026-01-01T00:00:00.123+00:00', '2026-01-01T00:00:00.123Z'],
  ])('has its time from %s', (timestamp, expected) => {
    expect(read({ timestamp })[0]?.observedAt).toBe(expected);
  });

  it('of an old plugin has the time it was received', () => {
    const message = notification({ timestamp: undefined });
    const at = '2026-02-01T00:00:00.000Z' as Instant;
    const [run] = readNotification(message, scope, at).statements;
    expect(run?.observedAt).toBe(at);
    expect(() => readNotification(message, scope)).toThrow(
      'build.timestamp is missing',
    );
  });

  it.each(['yesterday', '2026-01-01T00:00:00.7+02:00', null, -1])(
    'is rejected with the time %s',
    timestamp => expect(() => read({ timestamp })).toThrow(),
  );

  it('without status or address is rejected', () => {
    expect(() => read({ status: undefined })).toThrow(/status/);
    expect(() => read({ full_url: undefined })).toThrow(/full_url/);
  });

  it('of a controller without address is of the only one configured', () => {
    const message = notification({ full_url: undefined });
    const readAs = (...baseUrls: string[]) =>
      readNotification(message, { ...scope, baseUrls }).statements;
    expect(readAs('https://ci.example/jenkins')).toEqual(read());
    for (const baseUrls of [[], ['https://a.example', 'https://b.example']]) {
      expect(() => readAs(...baseUrls)).toThrow(
        'build.full_url is missing: set the Jenkins URL',
      );
    }
  });

  it('makes up no commit', () => {
    const [run] = read({ scm: { url: null, branch: null, commit: 'HEAD' } });
    expect(run?.predicate).not.toHaveProperty('commit');
    expect(run?.subjects).toHaveLength(2);
  });
});
