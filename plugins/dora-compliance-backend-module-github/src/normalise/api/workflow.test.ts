import { parseGithubWorkflow } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readWorkflow } from './workflow';

const read = (text: string) => readWorkflow(parseGithubWorkflow(text));
const COMMIT = '11bd71901bbe5b1630ceea73d27597364c9af683';

describe('a workflow', () => {
  it('pins what it names by commit or digest', () => {
    const { uses } = read(`
on: push
jobs:
  a:
    uses: bank/shared/.github/workflows/build.yml@main
    container: node:24
    services: { db: { image: 'ghcr.io:443/bank/db@sha256:${'ab'.repeat(32)}' } }
    steps:
      - uses: actions/checkout@${COMMIT}
      - uses: actions/setup-node@v4
      - uses: actions/setup-node@v4
      - uses: docker://alpine:3.20
      - uses: ./own
`);
    expect(uses).toEqual([
      {
        name: 'bank/shared/.github/workflows/build.yml',
        version: 'main',
        pinned: false,
      },
      { name: 'actions/checkout', version: COMMIT, pinned: true },
      { name: 'actions/setup-node', version: 'v4', pinned: false },
      { name: 'alpine', version: '3.20', pinned: false },
      { name: 'node', version: '24', pinned: false },
      {
        name: 'ghcr.io:443/bank/db',
        version: `sha256:${'ab'.repeat(32)}`,
        pinned: true,
      },
    ]);
  });

  it.each([
    ['jobs: { a: {} }', undefined],
    ['permissions: {}\njobs: { a: {} }', {}],
    ['permissions: read-all\njobs: { a: {} }', { '*': 'read' }],
    [
      'permissions: { contents: read }\njobs: { a: {}, b: { permissions: { contents: write } } }',
      { contents: 'write' },
    ],
    [
      'jobs: { a: {}, b: { permissions: { contents: write } } }',
      { '*': 'default', contents: 'write' },
    ],
  ])('gives the token the most any job has: %s', (text, permissions) => {
    expect(read(text).permissions).toEqual(permissions);
  });

  it('names triggers, runners and environments however they are written', () => {
    expect(
      read(`
on: [push, pull_request]
jobs:
  a: { runs-on: '\${{ matrix.os }}', environment: { name: live } }
  b: { runs-on: { group: big, labels: [x64] }, environment: live }
`),
    ).toMatchObject({
      triggers: ['push', 'pull_request'],
      runners: ['${{ matrix.os }}', 'group: big', 'x64'],
      environments: ['live'],
    });
  });

  const bomb = ['jobs: { z: {} }', 'a: &a [x, x, x, x, x, x, x, x, x]']
    .concat(
      ...['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => {
        const before = 'abcdef'[index];
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
      }),
    )
    .join('\n');

  it.each([
    ['many aliases of aliases', bomb],
    ['no YAML', 'jobs: ['],
    ['no jobs', 'on: push'],
    ['jobs that are none', 'jobs: { a: 7 }'],
    ['a list', '- a'],
    ['too much text', `# ${'x'.repeat(600_000)}\njobs: { a: {} }`],
    ['deep nesting', `jobs: ${'['.repeat(50_000)}`],
  ])('is refused with %s', (_, text) => {
    expect(() => read(text)).toThrow();
  });
});
