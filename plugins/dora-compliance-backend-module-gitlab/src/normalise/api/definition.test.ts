import {
  collectedDocument,
  normaliseDocument,
  readPredicates,
} from '../../__testUtils__/collectedDocument';

describe('pipeline-definition', () => {
  const paths = ['/ci/lint', '/repository/files/.gitlab-ci.yml'];
  const written = (yaml: string) =>
    collectedDocument('pipeline-definition', paths, {
      '/ci/lint': { valid: true, merged_yaml: yaml, errors: [] },
    });

  it('tells what is used, and whether it can be moved', () => {
    expect(
      readPredicates(collectedDocument('pipeline-definition', paths)),
    ).toEqual([
      {
        pipeline: { name: 'bank/ledger', path: '.gitlab-ci.yml' },
        ref: 'main',
        revision: '9'.repeat(40),
        triggers: [],
        uses: [
          {
            name: 'bank/ci/scan.yml',
            version: 'c'.repeat(40),
            pinned: true,
          },
          {
            name: 'gitlab.bank.example/bank/deploy',
            version: '1.2.0',
            pinned: false,
          },
          { name: 'https://ci.example/all.yml', pinned: false },
          { name: 'ruby', version: '3.4', pinned: false },
          {
            name: 'registry.bank.example:5000/ci/node',
            version: `sha256:${'ab'.repeat(32)}`,
            pinned: true,
          },
        ],
        runners: ['vault'],
        environments: ['production'],
        complete: true,
      },
    ]);
  });

  it('reads jobs as they are written, also the odd ones', () => {
    const [definition] = readPredicates(
      written(`---
:default:
  :image:
    :name: registry:5000/a
workflow:
  rules:
  - if: $CI_COMMIT_TAG
  - when: never
include: []
stages: [a]
"__proto__": { image: evil }
".hidden":
  services: [{ name: "postgres:17" }, 7]
  tags: [b, a]
odd: 7
job:
  image: 7
  environment: review/$CI_COMMIT_REF_SLUG
`),
    );
    expect(definition).toMatchObject({
      triggers: ['$CI_COMMIT_TAG'],
      uses: [{ name: 'registry:5000/a', pinned: false }, { name: 'evil' }],
      runners: ['a', 'b'],
      environments: ['review/$CI_COMMIT_REF_SLUG'],
    });
    expect({}).not.toHaveProperty('image');
  });

  const bomb = Array.from({ length: 9 }, (_, level) => {
    const before = level === 0 ? 'x' : `*a${level - 1}`;
    return `a${level}: &a${level} { script: [${Array(9).fill(before)}] }`;
  }).join('\n');

  it.each([
    ['a bomb', bomb, /alias/],
    ['no YAML', 'a: [', /no YAML/],
    ['a list', '- a', /no map/],
    ['too long', '#'.repeat(5_000_000), /too long/],
  ])('is rejected with a reason when it is %s', (_, yaml, reason) => {
    expect(normaliseDocument(written(yaml))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringMatching(reason),
    });
  });
});
