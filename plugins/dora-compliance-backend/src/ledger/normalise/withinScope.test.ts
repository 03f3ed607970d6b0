import type {
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inEnglish } from '../../read/inEnglish';
import { statementOn } from '../../testing/samples';
import { withinScope } from './withinScope';

const about = (...subjects: Subject[]): Statement => ({
  ...statementOn('a'),
  subjects,
});

/** The statements that are left, and the flaws of the others. */
function bounded(scope: readonly string[] | undefined, ...all: Statement[]) {
  const said = { outcome: 'normalised', statements: all } as const;
  const within = withinScope({ ...said, statements: all }, scope);
  return within.outcome === 'rejected'
    ? inEnglish.text(within.reason)
    : {
        kept: within.statements.length,
        flaws: (within.flaws ?? []).map(inEnglish.text),
      };
}

const repository = (uri: string) => about({ kind: 'repository', uri });
const pipeline = (uri: string) => about({ kind: 'pipeline', uri });
const entity = (uri: string) => about({ kind: 'entity', uri });

const all = { kept: 1, flaws: [] };

describe('the scope of the secret of a sender', () => {
  it.each<[string, Statement]>([
    ['github.com/bank/a', repository('https://github.com/bank/a')],
    ['GitHub.com/Bank/A', repository('https://github.com/bank/a')],
    ['github.com/bank/a', repository('HTTPS://GitHub.com/Bank/A//')],
    ['https://github.com/bank/a/', repository('https://github.com/bank/a')],
    ['github.com/bank', repository('https://github.com/bank/a')],
    [
      'github.com/bank',
      about({ kind: 'organization', uri: 'https://github.com/bank' }),
    ],
    ['github.com/bank/pay-*', repository('https://github.com/bank/pay-in')],
    ['gitlab.com/**/pay', repository('https://gitlab.com/bank/x/y/pay')],
    [
      'github.com/bank/a',
      pipeline('urn:cicd:github.com:bank/a:.github/workflows/x.yml'),
    ],
    [
      'ci.example:8080/jenkins/pay',
      pipeline('urn:cicd:ci.example%3A8080:jenkins:pay/in'),
    ],
    ['component:default/ledger', entity('component:default/Ledger')],
    [
      'dev.azure.com/bank/My%20Project',
      about(
        {
          kind: 'repository',
          uri: 'https://dev.azure.com/bank/My%20Project/_git/x',
        },
        { kind: 'pipeline', uri: 'urn:cicd:dev.azure.com:bank/My%20Project:7' },
      ),
    ],
    ['github.com/bank/a', statementOn('a')],
    // Names that only the sender knows bring evidence to nobody else.
    [
      'github.com/bank/a',
      about(
        { kind: 'repository', uri: 'https://github.com/bank/a' },
        { kind: 'entity', uri: 'urn:cdevents:x:y' },
        {
          kind: 'deployment',
          uri: 'https://api.github.com/repos/bank/b/deployments/1',
        },
        { kind: 'commit', digest: 'gitCommit:aa' },
      ),
    ],
  ])('%s covers it', (pattern, statement) => {
    expect(bounded(['elsewhere', pattern], statement)).toEqual(all);
  });

  it.each<[string, Statement, string]>([
    [
      'github.com/bank/a',
      repository('https://github.com/bank/ab'),
      'the repository https://github.com/bank/ab',
    ],
    [
      'github.com/bank/a',
      repository('https://github.com/bank'),
      'the repository https://github.com/bank',
    ],
    [
      'github.com/bank/*',
      about({ kind: 'organization', uri: 'https://github.com/bank' }),
      'the organization https://github.com/bank',
    ],
    [
      'github.com/bank/a',
      repository('https://evil.example/github.com/bank/a'),
      'the repository https://evil.example/github.com/bank/a',
    ],
    [
      'github.com/bank/a',
      repository('https://github.com@evil.example/bank/a'),
      'the repository https://github.com@evil.example/bank/a',
    ],
    [
      'github.com/bank/a',
      pipeline('URN:CICD:github.com:bank/b:x.yml'),
      'the pipeline URN:CICD:github.com:bank/b:x.yml',
    ],
    [
      'github.com/bank/a',
      entity('component:default/b'),
      'the entity component:default/b',
    ],
    [
      'component:default/a',
      entity('resource:default/a'),
      'the entity resource:default/a',
    ],
    [
      'github.com/bank/a',
      about(
        { kind: 'repository', uri: 'https://github.com/bank/a' },
        { kind: 'change', uri: 'https://github.com/bank/b/pull/1' },
      ),
      'the change https://github.com/bank/b/pull/1',
    ],
    [
      'github.com/bank/a',
      repository('https://github.com/bank/a/../b'),
      'the repository https://github.com/bank/a/../b',
    ],
    [
      'github.com/bank/a',
      repository('https://github.com/bank%2Fa'),
      'the repository https://github.com/bank%2Fa',
    ],
    [
      'github.com/bank/a',
      repository('ssh://github.com/bank/b'),
      'the repository ssh://github.com/bank/b',
    ],
    [
      'github.com/bank/a',
      about({
        kind: 'repository',
        uri: 'https://github.com/bank/a',
        digest: 'sha256:aa',
      }),
      'the repository sha256:aa',
    ],
  ])('%s does not', (pattern, statement, what) => {
    expect(bounded([pattern], statement)).toBe(
      `The secret of the sender is valid only for evidence about ${pattern}. The statement "change-updated" is about ${what}.`,
    );
  });

  it('is everything without a scope, and nothing with an empty one', () => {
    const anything = about({ kind: 'artifact', digest: 'sha256:aa' });
    expect(bounded(undefined, anything)).toEqual(all);
    expect(bounded([], statementOn('a'))).toEqual(expect.any(String));
  });

  it('is nothing that names no thing of the catalog', () => {
    const artifact = about({ kind: 'artifact', digest: 'sha256:aa' });
    expect(bounded(['**'], artifact)).toBe(
      'The secret of the sender is valid only for evidence about **. The statement "change-updated" names no repository, pipeline, or entity.',
    );
  });

  it('costs the other statements of a document nothing', () => {
    const scope = ['github.com/bank/a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(
      bounded(scope, statementOn('a'), statementOn('b'), statementOn('b')),
    ).toEqual({
      kept: 1,
      flaws: [
        'The secret of the sender is valid only for evidence about github.com/bank/a, b, c, d, e, and 2 more. The statement "change-updated" is about the repository https://github.com/bank/b.',
      ],
    });
  });
});
