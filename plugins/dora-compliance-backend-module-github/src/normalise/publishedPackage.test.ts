import { HAPPENED_AT } from '../__testUtils__/payloads';
import { documented } from '../__testUtils__/documented';
import { normalise, onEnterprise, read, readOne } from '../__testUtils__/read';

const npm = documented['package.published.npm'];
const container = documented['package.published.container'];
const digest = `sha256:${'cd'.repeat(32)}`;

describe('package', () => {
  it('is published with the digests of its files', () => {
    expect(readOne('package', npm)).toMatchObject({
      type: 'artifact-published',
      observedAt: '2021-11-05T20:50:59.000Z',
      subjects: [
        { kind: 'repository' },
        { digest: 'gitCommit:6113728f27ae82c7b1a177c8d03f9e96e0adf246' },
        {
          kind: 'artifact',
          uri: 'https://github.com/Codertocat/Hello-World/packages/123?version=1',
        },
        { kind: 'artifact', digest: `sha256:${'ab'.repeat(32)}` },
      ],
      predicate: {
        package: {
          ecosystem: 'npm',
          name: 'hello-world-npm',
          version: '1.0.3',
        },
        target: 'main',
        publishedBy: { login: 'Codertocat', kind: 'human' },
        prerelease: false,
        artifacts: [
          {
            name: 'hello-world-npm-1.0.3-npm.tgz',
            url: expect.stringContaining('npm.pkg.github.com'),
            digest: `sha256:${'ab'.repeat(32)}`,
          },
        ],
      },
    });
  });

  it('may be a container without repository, known by its digest', () => {
    expect(readOne('package', container)).toMatchObject({
      observedAt: HAPPENED_AT,
      subjects: [{ kind: 'artifact' }, { kind: 'artifact', digest }],
      predicate: {
        package: { ecosystem: 'oci', name: 'ledger', version: 'v1.0' },
        artifacts: [{ name: 'ledger', digest }],
      },
    });
  });

  it('of a container without a tag is versioned by its digest', () => {
    const payload = structuredClone(container);
    payload.package.package_version.container_metadata.tag.name = '';
    expect(readOne('package', payload).predicate).toMatchObject({
      package: { version: digest },
    });
  });

  it('was not published in the year 1, which containers tell', () => {
    const payload = structuredClone(container);
    Object.assign(payload.package.package_version, {
      created_at: '0001-01-01T00:00:00Z',
    });
    expect(readOne('package', payload)).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { publishedAt: HAPPENED_AT },
    });
  });

  it('takes no word for a digest that is none', () => {
    const payload = structuredClone(npm);
    Object.assign(payload.package.package_version.package_files[0]!, {
      sha256: 'latest',
      download_url: '',
    });
    const { subjects, predicate } = readOne('package', payload);
    expect(subjects.filter(({ digest: told }) => told)).toHaveLength(1);
    expect(predicate).toMatchObject({
      artifacts: [{ url: npm.package.package_version.html_url }],
    });
  });

  it('may tell no version', () => {
    const payload = {
      ...npm,
      sender: null,
      package: { ...npm.package, package_version: null },
    };
    const { predicate, subjects } = readOne('package', payload);
    expect(predicate).toMatchObject({
      artifacts: [],
      publishedAt: HAPPENED_AT,
    });
    expect(predicate).not.toHaveProperty('publishedBy');
    expect(subjects).toMatchObject([
      { kind: 'repository' },
      { uri: npm.package.html_url },
    ]);
  });

  it('is not published by an update', () => {
    expect(read('package', documented['package.updated'])).toEqual([]);
  });

  it.each([
    ['rubygems', 'gem'],
    ['docker', 'oci'],
    ['maven', 'maven'],
  ])('of the kind %s is %s', (package_type, ecosystem) => {
    const payload = { ...npm, package: { ...npm.package, package_type } };
    expect(readOne('package', payload).predicate).toMatchObject({
      package: { ecosystem },
    });
  });

  it('says the same as registry_package', () => {
    expect(
      read('registry_package', documented['registry_package.published']),
    ).toEqual(read('package', npm));
  });

  it('names a server of its own', () => {
    expect(readOne('package', onEnterprise(container)).predicate).toMatchObject(
      {
        publishedBy: { system: 'github.bank.example' },
      },
    );
  });

  it('is rejected without the package', () => {
    expect(normalise('package', { action: 'published' })).toMatchObject({
      outcome: 'rejected',
    });
  });
});

describe('the commit of a package', () => {
  const COMMIT = '6c62fb45fe66bfb1ea9a66abc38f6a0cc974292b';
  const HEX = digest.slice('sha256:'.length);
  const repository = documented['package.published.npm'].repository;
  const OWN = repository.html_url;

  /** A container whose version reports other things. */
  const image = (version: object, labels?: unknown) => {
    const payload: any = structuredClone(container);
    Object.assign(payload.package.package_version, version);
    payload.package.package_version.container_metadata.labels = labels;
    return { ...payload, repository };
  };
  const listCommits = (payload: unknown) =>
    readOne('package', payload).subjects.flatMap(subject =>
      subject.kind === 'commit' ? subject.digest : [],
    );
  const labelled = (revision: string, source?: string) => ({
    all_labels: {
      'org.opencontainers.image.revision': revision,
      ...(source && { 'org.opencontainers.image.source': source }),
    },
  });

  it.each([
    ['with its algorithm', digest],
    ['without', HEX],
    ['in upper case', HEX.toUpperCase()],
    ['of another image', 'ef'.repeat(32)],
  ])('is never the digest of the container, %s', (_, target_oid) => {
    const payload = image({ target_oid, target_commitish: target_oid });
    expect(listCommits(payload)).toEqual([]);
    expect(readOne('package', payload).predicate).not.toHaveProperty('target');
  });

  it('is never the digest of a file', () => {
    const payload: any = structuredClone(npm);
    payload.package.package_version.target_oid = 'ab'.repeat(32);
    expect(listCommits(payload)).toEqual([]);
  });

  it.each([
    ['of the repository', labelled(COMMIT, OWN)],
    ['of a clone address', labelled(COMMIT, `${OWN.toLowerCase()}.git`)],
    [
      'of an SSH address',
      labelled(COMMIT, 'git@github.com:Octocoders/Hello-World.git'),
    ],
    ['of a page below it', labelled(COMMIT, `${OWN}/tree/main`)],
    ['of no source', labelled(COMMIT)],
    ['as GitHub repeats it', { revision: COMMIT, source: OWN }],
    ['beside an empty one', { ...labelled(COMMIT, OWN), revision: '' }],
  ])('is the revision in its labels, %s', (_, labels) => {
    const payload = image({ target_oid: HEX, target_commitish: HEX }, labels);
    expect(listCommits(payload)).toEqual([`gitCommit:${COMMIT}`]);
    expect(readOne('package', payload).predicate).toMatchObject({
      target: COMMIT,
    });
  });

  it.each([
    ['of the image below', labelled(COMMIT, 'https://github.com/alpine/base')],
    ['that is a name', labelled('v1.0', OWN)],
    ['that is short', labelled(COMMIT.slice(0, 12), OWN)],
    ['that is the digest', labelled(HEX, OWN)],
    ['in labels that are none', ['x']],
  ])('is no revision %s', (_, labels) => {
    expect(listCommits(image({ target_oid: HEX }, labels))).toEqual([]);
  });

  it('is the target where that is a commit', () => {
    expect(listCommits(image({ target_oid: COMMIT }))).toEqual([
      `gitCommit:${COMMIT}`,
    ]);
  });
});

describe('a package that tells little', () => {
  const bare = (change: object) => {
    const payload: any = structuredClone(container);
    Object.assign(payload.package, { html_url: null });
    Object.assign(payload.package.package_version, { html_url: '' }, change);
    return payload;
  };

  it('is known by its digest alone', () => {
    const { subjects, predicate } = readOne('package', bare({}));
    expect(subjects).toEqual([{ kind: 'artifact', digest }]);
    expect(predicate).toMatchObject({ package: { name: 'ledger' } });
    expect(predicate).not.toHaveProperty('package.url');
  });

  it('is known by the digest of its manifest', () => {
    const payload = bare({ version: 'v1.0' });
    payload.package.package_version.container_metadata = {
      manifest: { digest: digest.toUpperCase().replace('SHA', 'sha') },
    };
    expect(readOne('package', payload)).toMatchObject({
      subjects: [{ kind: 'artifact', digest }],
      predicate: { package: { version: 'v1.0' } },
    });
  });

  it('is rejected when nothing tells which it is', () => {
    const nothing = { version: null, container_metadata: null };
    expect(normalise('package', bare(nothing))).toEqual({
      outcome: 'rejected',
      reason:
        'package: package.html_url is missing, and the payload has no digest',
    });
  });

  it('is published by the sender where its author has no name', () => {
    const payload: any = structuredClone(npm);
    payload.package.package_version.author = { login: '', id: 0 };
    expect(readOne('package', payload).predicate).toMatchObject({
      publishedBy: { login: 'Codertocat' },
    });
  });
});
