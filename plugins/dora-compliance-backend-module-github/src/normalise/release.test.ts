import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { onEnterprise, read, readOne } from '../__testUtils__/read';

describe('release', () => {
  it.each(['', null])('without a name goes by its tag: %j', name => {
    const payload = readPayload('release.published.0.json');
    payload.release.name = name;
    expect(readOne('release', payload).predicate).toMatchObject({
      release: { name: payload.release.tag_name },
    });
  });

  it('names the digests of its assets', () => {
    const payload = readPayload('release.published.0.json');
    const digest = `sha256:${'ab'.repeat(32)}`;
    const asset = { name: 'x', browser_download_url: 'https://github.com/x' };
    payload.release.assets = [
      { ...asset, digest },
      { ...asset, digest },
      { ...asset, digest: null },
    ];
    expect(
      readOne('release', payload).subjects.filter(
        ({ kind }) => kind === 'artifact',
      ),
    ).toEqual([{ kind: 'artifact', digest }]);
  });
});

describe('a published release', () => {
  const changed = (file: string, change: object = {}) => {
    const payload = readPayload(file);
    return {
      ...payload,
      release: { ...payload.release, draft: false, ...change },
    };
  };
  const edited = (changes: object, release: object = {}) => ({
    ...changed('release.edited.6.json', release),
    changes,
  });

  it('was edited: from what to what', () => {
    const payload = edited(
      {
        name: { from: 'First' },
        body: { from: 'Old notes' },
        make_latest: { to: true },
      },
      { name: 'Second', body: null, updated_at: '2024-05-01T10:00:00Z' },
    );
    expect(readOne('release', payload)).toMatchObject({
      type: 'release-changed',
      observedAt: '2024-05-01T10:00:00.000Z',
      subjects: [{ kind: 'repository' }, { kind: 'release' }],
      predicate: {
        release: { name: 'Second' },
        action: 'edited',
        changes: [
          { field: 'body', before: 'Old notes', after: null },
          { field: 'make_latest', after: true },
          { field: 'name', before: 'First', after: 'Second' },
        ],
        changedBy: { login: 'Codertocat' },
      },
    });
  });

  it('moved to another tag is also known by the earlier one', () => {
    const payload = edited(
      { tag_name: { from: '@bank/ledger@1.0.0' } },
      {
        tag_name: 'v1',
        html_url: 'https://github.com/Codertocat/Hello-World/releases/tag/v1',
      },
    );
    expect(readOne('release', payload)).toMatchObject({
      subjects: [
        { kind: 'repository' },
        { uri: 'https://github.com/Codertocat/Hello-World/releases/tag/v1' },
        {
          uri: 'https://github.com/Codertocat/Hello-World/releases/tag/%40bank%2Fledger%401.0.0',
        },
      ],
      predicate: {
        changes: [
          { field: 'tag_name', before: '@bank/ledger@1.0.0', after: 'v1' },
        ],
      },
    });
  });

  it('was deleted at the moment of the delivery', () => {
    const payload = changed('release.deleted.4.json');
    expect(readOne('release', onEnterprise(payload))).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: {
        action: 'deleted',
        changes: [],
        changedBy: { system: 'github.bank.example' },
      },
    });
  });

  it('that was unpublished is a draft, but was none', () => {
    const { action: _, ...published } = changed('release.deleted.4.json', {
      draft: true,
      html_url:
        'https://github.com/Codertocat/Hello-World/releases/tag/untagged-1',
      tag_name: '0.0.1',
    });
    const payload = { ...published, action: 'unpublished' };
    expect(readOne('release', payload)).toMatchObject({
      subjects: [
        { kind: 'repository' },
        {
          uri: 'https://github.com/Codertocat/Hello-World/releases/tag/untagged-1',
        },
        { uri: 'https://github.com/Codertocat/Hello-World/releases/tag/0.0.1' },
      ],
      predicate: { action: 'unpublished', release: { tag: '0.0.1' } },
    });
  });

  it.each(['edited', 'deleted'])('is no draft that was %s', action => {
    expect(
      read('release', {
        ...changed('release.deleted.4.json', { draft: true }),
        action,
      }),
    ).toEqual([]);
  });

  it.each(['created', 'prereleased', 'released'])(
    'is told once, not again by %s',
    action => {
      expect(
        read('release', { ...changed('release.published.0.json'), action }),
      ).toEqual([]);
    },
  );

  it('may lack its moment and its author', () => {
    const payload = changed('release.published.0.json', {
      published_at: null,
      author: null,
    });
    expect(readOne('release', payload)).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { publishedBy: { name: 'ghost', kind: 'unknown' } },
    });
  });
});
