import { DIGEST as digest } from '../__testUtils__/events';
import { read, supplemented } from '../__testUtils__/readEvent';

describe('an artifact', () => {
  it('is published by somebody', () => {
    expect(
      read('artifact.published', ({ context, subject }) => {
        context.source = '/registry';
        subject.source = '/registry';
      }),
    ).toMatchObject({
      subjects: [{ uri: 'pkg:npm/%40bank/ledger@2.1.0' }],
      predicate: {
        package: { ecosystem: 'npm', name: '@bank/ledger', version: '2.1.0' },
        publishedBy: { system: '/registry', login: 'release-bot' },
        prerelease: false,
      },
    });
  });

  it('is published by an account of its source', () => {
    expect(
      read('artifact.published', ({ subject, context }) => {
        context.source = 'https://ann:secret@registry.example/npm';
        Object.assign(subject, { source: undefined });
      })?.predicate,
    ).toMatchObject({ publishedBy: { system: 'registry.example' } });
  });

  it('is a pre-release by its version', () => {
    expect(
      read('artifact.published', ({ subject }) => {
        subject.id = 'pkg:npm/%40bank/ledger@1.0.0-rc.1';
      })?.predicate,
    ).toMatchObject({ package: { name: '@bank/ledger' }, prerelease: true });
  });

  it('is signed', () => {
    expect(read('artifact.signed')).toMatchObject({
      type: 'artifact-signed',
      predicate: { signature: 'MEUCIQDh' },
    });
  });

  it('takes a digest from the supplement when its id has none', () => {
    const { statements } = supplemented('artifact.signed', {
      artifactDigest: digest.toUpperCase().replace('SHA', 'sha'),
    });
    expect(statements[0]?.subjects).toEqual([{ kind: 'artifact', digest }]);
  });
});
