import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  answersByPart,
  typesRead,
  unlistedCommits,
} from '../../__testUtils__/github/answersByPart';
import {
  officialAnswer,
  realBundle,
} from '../../__testUtils__/github/recordings.corpora';
import { readStatements } from '../../__testUtils__/github/rounds';

describe('the examples of GitHub’s documentation', () => {
  it.each(answersByPart)(
    'are understood as answers to %s',
    (part, answers, types) => {
      expect(typesRead(part, answers, officialAnswer)).toEqual(types);
    },
  );

  it('show fewer commits than the change has, which is not whole', () => {
    expect(unlistedCommits(officialAnswer)).toMatchObject({
      complete: false,
      problem: 'GitHub does not list all 3 commits of pull request 1347',
    });
  });
});

describe('a real bundle of a build on GitHub', () => {
  it('gives the provenance of what was made', () => {
    const { digest, bundle } = realBundle();
    const repository = officialAnswer('repos__get');
    const at = `GET /repos/${repository.full_name}`;
    const [statement] = readStatements({
      part: 'attestations',
      target: repository.html_url,
      targetKind: 'repository',
      collectedAt: '2030-01-01T00:00:00.000Z' as Instant,
      complete: true,
      answers: [
        { request: at, status: 200, body: repository },
        {
          request: `${at}/attestations/${digest}`,
          status: 200,
          body: { attestations: [{ bundle, repository_id: 1 }] },
        },
      ],
    });
    expect(statement).toMatchObject({
      type: 'provenance',
      subjects: [
        { kind: 'repository' },
        { kind: 'artifact', digest },
        { digest: 'gitCommit:8f70009fde0c94ade6ce2a054b94718c819126ec' },
      ],
      predicate: {
        builder:
          'https://github.com/bazel-contrib/publish-to-bcr/.github/workflows/publish.yaml@refs/tags/v0.0.1',
        sourceRepository: 'https://github.com/aspect-build/rules_lint',
        signatureChecked: false,
      },
    });
  });
});
