import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  mergeRequest as change,
  type Payload,
  project,
  repository,
  URL_OF_PROJECT,
} from '../__testUtils__/payloads';
import { answer, read } from '../__testUtils__/reading';

describe('the project that the commits of a merge request come from', () => {
  const fork = 'https://gitlab.bank.example/mallory/ledger';
  const readSource = (attributes: Payload) =>
    read(change({ action: 'open', ...attributes })).map(
      ({ predicate }) =>
        (predicate as Statement<'change-updated'>['predicate'])
          .sourceRepository,
    );

  it.each([
    [
      'another one',
      { source_project_id: 31, source: project({ id: 31, web_url: fork }) },
      { url: fork, fork: true },
    ],
    [
      'the same one',
      { source_project_id: 30 },
      { url: URL_OF_PROJECT, fork: false },
    ],
    [
      'one that was deleted',
      { source_project_id: null, source: null },
      { fork: true },
    ],
    [
      'another one, by its address alone',
      { source_project_id: undefined, source: { web_url: fork } },
      { url: fork, fork: true },
    ],
    [
      'the same one, in other letters',
      {
        source_project_id: undefined,
        source: { web_url: URL_OF_PROJECT.toUpperCase() },
      },
      { url: URL_OF_PROJECT.toUpperCase(), fork: false },
    ],
    [
      'not told',
      { source_project_id: undefined, source: undefined },
      undefined,
    ],
  ])('is %s', (_, attributes, expected) => {
    expect(readSource(attributes)).toEqual([expected]);
    const merged = read(change({ action: 'merge', ...attributes }));
    expect(merged[0]?.predicate).toEqual(
      expect.objectContaining(expected ? { sourceRepository: expected } : {}),
    );
  });
});

describe('a merge request of an older version', () => {
  const older = (target: Payload, rest: Payload = {}) =>
    change(
      { action: 'merge', url: undefined, target, ...rest },
      {
        project: undefined,
        repository: undefined,
        user: { name: 'Bob Clerk', username: 'bob', avatar_url: null },
      },
    );
  const readRepository = (payload: Payload) =>
    read(payload)[0]?.subjects[0]?.uri;

  it('names its project as the target', () => {
    const [statement] = read(older(project()));
    expect(statement).toMatchObject({
      type: 'change-merged',
      subjects: [
        { uri: URL_OF_PROJECT },
        { uri: `${URL_OF_PROJECT}/-/merge_requests/7` },
        {},
      ],
      predicate: { mergedBy: { login: 'bob' } },
    });
  });

  it.each([
    ['homepage', URL_OF_PROJECT],
    ['http_url', `${URL_OF_PROJECT}.git`],
    ['git_http_url', `${URL_OF_PROJECT}.git`],
    ['url', `${URL_OF_PROJECT}.git`],
  ])('finds its address as %s', (field, value) => {
    const ssh = 'git@gitlab.bank.example:bank/ledger.git';
    expect(readRepository(older({ name: 'x', url: ssh, [field]: value }))).toBe(
      URL_OF_PROJECT,
    );
  });

  it('names its project as the repository', () => {
    const payload = { ...older(null), repository: repository() };
    expect(readRepository(payload)).toBe(URL_OF_PROJECT);
  });

  it('is rejected when nothing names its project', () => {
    expect(answer(older({ name: 'x' }))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('project '),
    });
  });
});
